-- SPDX-FileCopyrightText: 2026 The Grackle authors
-- SPDX-License-Identifier: MIT

-- One of everything that a library of the first schema can hold.
INSERT INTO conversations (row, id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned, message_count, deleted) VALUES
    (1, x'0199a0000000700080000000000000a1', 'Nebulae & "Größe" 星雲', 1, 'Be brief.', 'endpoint-1', 'grok-4', '{"temperature":0.25}', x'0199a000000070008000000000000015', 1758000000000, 1758000900000, 1, 5, NULL),
    (2, x'0199a0000000700080000000000000a2', '', 0, '', '', '', '{}', x'0199a000000070008000000000000021', 1758000100000, 1758000800000, 0, 2, NULL),
    (5, x'0199a0000000700080000000000000a5', 'In the trash', 0, '', '', '', '{}', x'0199a000000070008000000000000051', 1758000200000, 1758000200000, 0, 1, 1758000700000),
    (6, x'0199a0000000700080000000000000a6', 'Only a draft', 0, '', '', '', '{}', NULL, 1758000300000, 1758000300000, 0, 0, NULL);
INSERT INTO messages (row, conversation, id, parent, role, state, created, length, is_open) VALUES
    (1, 1, x'0199a000000070008000000000000011', NULL, 1, 0, 1758000000001, 17, 0),
    (2, 1, x'0199a000000070008000000000000012', x'0199a000000070008000000000000011', 2, 0, 1758000000002, 15, 0),
    (3, 1, x'0199a000000070008000000000000013', x'0199a000000070008000000000000011', 2, 4, 1758000000003, 0, 0),
    (4, 1, x'0199a000000070008000000000000014', x'0199a000000070008000000000000012', 1, 0, 1758000000004, 12, 0),
    (7, 1, x'0199a000000070008000000000000015', x'0199a000000070008000000000000014', 3, 0, 1758000000005, 5, 0),
    (8, 2, x'0199a000000070008000000000000020', NULL, 1, 0, 1758000100001, 14, 0),
    (9, 2, x'0199a000000070008000000000000021', x'0199a000000070008000000000000020', 2, 1, 1758000100002, 0, 1),
    (12, 5, x'0199a000000070008000000000000051', NULL, 1, 0, 1758000200001, 11, 0);
INSERT INTO bodies (row, text, parts, tool_calls, tool_call_id, answer) VALUES
    (1, 'What is a nebula?', NULL, NULL, NULL, NULL),
    (2, 'A cloud of gas.', NULL, NULL, NULL, '{"model":"grok-4","usage":{"cost_in_usd_ticks":70}}'),
    (3, '', NULL, '[{"id":"call-1","type":"function","function":{"name":"telescope","arguments":"{\"at\":\"M42\"}"}}]', NULL, '{"model":"grok-3"}'),
    (4, 'Look at this', '[{"type":"text","text":"Look at this"},{"type":"image_url","image_url":{"url":"blob:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","detail":"auto"},"image":{"name":"orion.png","mime_type":"image/png","width":4,"height":3,"bytes":99}}]', NULL, NULL, NULL),
    (7, 'clear', NULL, NULL, 'call-1', NULL),
    (8, '星雲とは何ですか naïve', NULL, NULL, NULL, NULL),
    (9, '', NULL, NULL, NULL, '{"model":"grok-4"}'),
    (12, 'thrown away', NULL, NULL, NULL, NULL);
INSERT INTO progress (message, piece, text, reasoning, text_end, reasoning_end) VALUES (9, 0, 'Clouds', 'hm', 6, 2), (9, 1, ' of dust', '', 14, 2);
INSERT INTO drafts (conversation, text, cursor, attachments, attachments_first) VALUES (6, 'An idea', 3, '[]', 1);
INSERT INTO reading_positions (conversation, message, pixel) VALUES (1, x'0199a000000070008000000000000012', 17);
INSERT INTO title_index (rowid, title) SELECT row, title FROM conversations;
INSERT INTO body_index (rowid, text) SELECT row, text FROM bodies;
