-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- What a program of the fourth schema arranged.
INSERT INTO folders (id, name, endpoint, model, system_prompt, created) VALUES (x'0199a0000000700080000000000000f1', 'Sky', 'endpoint-1', 'grok-4', 'Look up.', 1758000500000);
INSERT INTO tags (name, color) VALUES ('far', 3);
UPDATE conversations SET folder = x'0199a0000000700080000000000000f1', tags = '["far"]' WHERE row = 1;
UPDATE conversations SET is_archived = 1 WHERE row = 7;
UPDATE messages SET cost = 8 WHERE row = 21;
