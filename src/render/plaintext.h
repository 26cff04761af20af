// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"

// What a person typed, as leaves: every line end and every sign is kept as it is; only fenced code becomes code. Paragraphs
// end at blank lines.
std::vector<Leaf> plainTextLeaves(const QString &text);
