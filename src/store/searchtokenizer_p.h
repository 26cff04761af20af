// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

struct sqlite3;

// Makes known to a connection what the search index is built with:
//   tokenize = 'grackle'   SQLite's unicode61 (case and accents folded, combining marks kept in their words), but each
//                          character of a script that has no spaces between words, and each emoji, is a token of its own:
//                          a phrase of them is a substring. Vowel points of Hebrew and Arabic do not count.
//   closeness(table)       an auxiliary function: how well a row matches, greater is better. Like bm25 it weighs how often
//                          a phrase occurs against the row's length, and adds how near the phrases are to each other; unlike bm25 it
//                          never looks at other rows, so that ranking some rows costs nothing for the rest.
// False where SQLite has no FTS5.
bool addSearchFunctions(sqlite3 *database);
