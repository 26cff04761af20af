-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- Rows have small numbers inside this file and UUIDv7 blobs (16 bytes) outside it: two libraries merge by union.
-- Times are milliseconds since 1970, UTC. Enumerations are the numbers of src/core.

CREATE TABLE conversations (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    has_manual_title INTEGER NOT NULL,
    system_prompt TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    model TEXT NOT NULL,
    options TEXT NOT NULL,              -- JSON
    head BLOB,                          -- id of the last message of the active branch
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    is_pinned INTEGER NOT NULL,
    message_count INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER                     -- a mark: when
) STRICT;
CREATE INDEX conversations_newest ON conversations (updated) WHERE deleted IS NULL;

-- Heads and bodies are apart, so that the shape of a long conversation is read without its text.
CREATE TABLE messages (
    row INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (row),
    id BLOB NOT NULL UNIQUE,
    parent BLOB,                        -- may name a message this library does not have
    role INTEGER NOT NULL,
    state INTEGER NOT NULL,
    created INTEGER NOT NULL,
    length INTEGER NOT NULL,            -- UTF-16 units of the text
    is_open INTEGER NOT NULL            -- 1 until finished; after that the message never changes
) STRICT;
CREATE INDEX messages_of_conversation ON messages (conversation);
CREATE INDEX messages_streaming ON messages (conversation) WHERE state = 1;

CREATE TABLE bodies (
    row INTEGER PRIMARY KEY REFERENCES messages (row),
    text TEXT NOT NULL,                 -- all text parts, for reading and for the index
    parts TEXT,                         -- JSON in the wire's shape; NULL: one part, which is `text`
    tool_calls TEXT,                    -- JSON
    tool_call_id TEXT,
    answer TEXT                         -- JSON
) STRICT;

-- The running answer, in pieces as they came: writing one costs what is new, not what is there.
CREATE TABLE progress (
    message INTEGER NOT NULL REFERENCES messages (row),
    piece INTEGER NOT NULL,
    text TEXT NOT NULL,
    reasoning TEXT NOT NULL,
    text_end INTEGER NOT NULL,          -- UTF-16 units with this piece
    reasoning_end INTEGER NOT NULL,
    PRIMARY KEY (message, piece)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (row),
    text TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    attachments TEXT NOT NULL,          -- JSON
    attachments_first INTEGER NOT NULL
) STRICT;

CREATE TABLE reading_positions (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (row),
    message BLOB,
    pixel INTEGER NOT NULL
) STRICT;

-- The program itself keeps both in step: with trusted_schema off, which keeps a hostile file from acting, a trigger may
-- not write to a virtual table.
CREATE VIRTUAL TABLE body_index USING fts5 (
    text, content = 'bodies', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE title_index USING fts5 (
    title, content = 'conversations', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
