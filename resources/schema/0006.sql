-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- Words are told apart by less: "groß" is "gross", "Łódź" is "Lodz", "Σίσυφος" is "σισυφος", a ligature its letters (see
-- src/store/searchtokenizer.cpp). A word goes out of an index only as it went in, so the indexes are made anew, filled as 0002.sql says.
ALTER TABLE body_index RENAME TO replaced_body_index_5;
DROP TABLE title_index;
CREATE VIRTUAL TABLE body_index USING fts5 (
    text, names, content = 'bodies', content_rowid = 'row', tokenize = 'grackle', prefix = '1 2 3 4');
CREATE VIRTUAL TABLE title_index USING fts5 (
    title, content = 'conversations', content_rowid = 'row', tokenize = 'grackle', prefix = '1 2 3 4');
INSERT OR REPLACE INTO backlog SELECT 'bodies', last + 1, last + 1 FROM (SELECT max(row) AS last FROM bodies) WHERE last IS NOT NULL;
INSERT OR REPLACE INTO backlog SELECT 'titles', last + 1, last + 1 FROM (SELECT max(row) AS last FROM conversations) WHERE last IS NOT NULL;
INSERT OR REPLACE INTO backlog VALUES ('leftovers', 0, 1);
