// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

// R9: what a hostile or broken answer may ask of the parser.
namespace MarkdownLimits {
inline constexpr qsizetype Nesting = 32;            // quotes, list items and footnotes around one leaf
inline constexpr qsizetype TableColumns = 128;
inline constexpr qsizetype TableCells = 200'000;    // in one document
inline constexpr qsizetype LabelLength = 999;
inline constexpr qsizetype ParenthesisDepth = 32;   // in a link destination
inline constexpr qsizetype EntityLength = 32;
inline constexpr qsizetype DisplayMath = 8 * 1024;  // a longer formula would not be typeset either
}
