-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- What a search filters by stands beside the message's head, so that no body is read for it.
ALTER TABLE messages ADD COLUMN model TEXT;                            -- that was asked; NULL: no answer, or not known
ALTER TABLE messages ADD COLUMN has_image INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN names TEXT NOT NULL DEFAULT '';          -- of the attachments, for the index

CREATE INDEX messages_model ON messages (model) WHERE model IS NOT NULL;

-- The tokenizer is ours (src/store/searchtokenizer.cpp): scripts without spaces between words are found by substring.
-- The old index goes when everything else is done: dropping a large one takes seconds.
ALTER TABLE body_index RENAME TO replaced_body_index_1;
DROP TABLE title_index;
CREATE VIRTUAL TABLE body_index USING fts5 (
    text, names, content = 'bodies', content_rowid = 'row', tokenize = 'grackle', prefix = '2 3');
CREATE VIRTUAL TABLE title_index USING fts5 (
    title, content = 'conversations', content_rowid = 'row', tokenize = 'grackle', prefix = '2 3');

-- What years of messages make too long for a start: these columns and the indexes are filled from the newest row down to the first,
-- piece by piece, while the library is in use (src/store/librarybacklog.cpp). Rows below `below` still wait; no row: nothing does.
CREATE TABLE backlog (
    part TEXT PRIMARY KEY,              -- 'bodies', 'titles', 'costs'; 'leftovers': the tables called replaced_*
    below INTEGER NOT NULL,
    total INTEGER NOT NULL              -- where it began
) STRICT, WITHOUT ROWID;
INSERT INTO backlog SELECT 'bodies', last + 1, last + 1 FROM (SELECT max(row) AS last FROM bodies) WHERE last IS NOT NULL;
INSERT INTO backlog SELECT 'titles', last + 1, last + 1 FROM (SELECT max(row) AS last FROM conversations) WHERE last IS NOT NULL;
