-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- See 0002.sql; libraries that took that step before have no such table.
CREATE TABLE IF NOT EXISTS backlog (part TEXT PRIMARY KEY, below INTEGER NOT NULL, total INTEGER NOT NULL) STRICT, WITHOUT ROWID;
