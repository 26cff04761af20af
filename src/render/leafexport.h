// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "messagelayout.h"

// A part of a message as Markdown. Blocks that are whole are given as their source, with the marks in front of them; of a block
// that is cut, the words with balanced marks. The whole message is its source, unchanged.
QString markdownOf(const MessageLayout &message, const SourceRange &range);

// A part of one leaf, with balanced marks.
QString markdownOf(const Leaf &leaf, const TextRange &range);

// Markdown as plain HTML for other programs: no raw HTML of the source gets through, links only where they may be followed,
// pictures as their description, formulas as their source.
QString htmlOfMarkdown(const QString &source);
QString htmlOf(const std::vector<Leaf> &leaves);
