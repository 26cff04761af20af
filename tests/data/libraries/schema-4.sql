-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- Where a person puts a conversation. Folders are known by their ids: one that this library lacks is none.
ALTER TABLE conversations ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN folder BLOB;
ALTER TABLE conversations ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';     -- JSON: names, in the order they were given
CREATE TABLE folders (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    model TEXT NOT NULL,
    system_prompt TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;
CREATE TABLE tags (
    name TEXT PRIMARY KEY,
    color INTEGER NOT NULL                                                -- a number of the palette, from 0
) STRICT;

-- What an answer cost in ticks, where the server said it.
ALTER TABLE messages ADD COLUMN cost INTEGER;
UPDATE messages SET cost = (SELECT json_extract(b.answer, '$.usage.cost_in_usd_ticks') FROM bodies b WHERE b.row = messages.row AND json_valid(b.answer))
    WHERE model IS NOT NULL;
