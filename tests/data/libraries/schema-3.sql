-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- The heads of a conversation's finished messages up to the row `last` in one value, so that a long one is opened without
-- ten thousand look-ups. A copy that may go at any time: the triggers take it away when what it tells of changes.
CREATE TABLE packed_trees (
    conversation INTEGER PRIMARY KEY REFERENCES conversations (row) ON DELETE CASCADE,
    last INTEGER NOT NULL,
    heads BLOB NOT NULL
) STRICT;
CREATE TRIGGER packed_trees_insert AFTER INSERT ON messages BEGIN
    DELETE FROM packed_trees WHERE conversation = NEW.conversation AND last >= NEW.row;
END;
CREATE TRIGGER packed_trees_update AFTER UPDATE ON messages BEGIN
    DELETE FROM packed_trees WHERE conversation IN (OLD.conversation, NEW.conversation) AND last >= min(OLD.row, NEW.row);
END;
CREATE TRIGGER packed_trees_delete AFTER DELETE ON messages BEGIN
    DELETE FROM packed_trees WHERE conversation = OLD.conversation AND last >= OLD.row;
END;
