-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- What a search filters by stands beside the message's head, so that no body is read for it.
ALTER TABLE messages ADD COLUMN model TEXT;                            -- that was asked; NULL: no answer, or not known
ALTER TABLE messages ADD COLUMN has_image INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN names TEXT NOT NULL DEFAULT '';          -- of the attachments, for the index

UPDATE messages SET model = (SELECT nullif(json_extract(b.answer, '$.model'), '') FROM bodies b WHERE b.row = messages.row AND json_valid(b.answer));
UPDATE messages SET has_image = 1
    WHERE row IN (SELECT b.row FROM bodies b, json_each(b.parts) part
                  WHERE json_valid(b.parts) AND json_extract(part.value, '$.type') = 'image_url');
UPDATE bodies SET names = coalesce((SELECT group_concat(json_extract(part.value, '$.image.name'), ' ') FROM json_each(bodies.parts) part), '')
    WHERE parts IS NOT NULL AND json_valid(parts);

CREATE INDEX messages_model ON messages (model) WHERE model IS NOT NULL;

-- The tokenizer is ours (src/store/searchtokenizer.cpp): scripts without spaces between words are found by substring.
DROP TABLE body_index;
DROP TABLE title_index;
CREATE VIRTUAL TABLE body_index USING fts5 (
    text, names, content = 'bodies', content_rowid = 'row', tokenize = 'grackle', prefix = '2 3');
CREATE VIRTUAL TABLE title_index USING fts5 (
    title, content = 'conversations', content_rowid = 'row', tokenize = 'grackle', prefix = '2 3');
INSERT INTO body_index (body_index) VALUES ('rebuild');
INSERT INTO title_index (title_index) VALUES ('rebuild');
