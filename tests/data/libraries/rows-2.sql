-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- What a program of the second schema wrote beside what the first one had left.
INSERT INTO conversations (row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, message_count, deleted) VALUES
    (7, x'0199a0000000700080000000000000a7', 'Second schema', 0, '', '', 'grok-4', '{}', x'0199a000000070008000000000000072', 1758000400000, 1758000600000, 0, 2, NULL);
INSERT INTO messages (row, conversation, id, parent, role, state, created, length, is_open, model, has_image) VALUES
    (20, 7, x'0199a000000070008000000000000071', NULL, 1, 0, 1758000400001, 16, 0, NULL, 1),
    (21, 7, x'0199a000000070008000000000000072', x'0199a000000070008000000000000071', 2, 2, 1758000400002, 14, 0, 'grok-4-fast', 0);
INSERT INTO bodies (row, text, parts, tool_calls, tool_call_id, answer, names) VALUES
    (20, 'And this galaxy?', '[{"type":"text","text":"And this galaxy?"},{"type":"image_url","image_url":{"url":"blob:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","detail":"high"},"image":{"name":"andromeda.jpg","mime_type":"image/jpeg"}}]', NULL, NULL, NULL, 'andromeda.jpg'),
    (21, 'It is a spiral', NULL, NULL, NULL, '{"model":"grok-4-fast","usage":{"cost_in_usd_ticks":8}}', '');
INSERT INTO body_index (rowid, text, names) SELECT row, text, names FROM bodies WHERE row >= 20;
INSERT INTO title_index (rowid, title) SELECT row, title FROM conversations WHERE row >= 7;
