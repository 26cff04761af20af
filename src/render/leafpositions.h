// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"

// A leaf's text as one string: a table is its cells parted by tabs and its rows by line feeds, everything else Leaf::text.
QString leafText(const Leaf &leaf);
qsizetype leafTextLength(const Leaf &leaf);

// From a position in leafText() to the source and back. Positions inside markup go to the nearest text. Both keep order:
// a later position never maps in front of an earlier one.
qsizetype sourceFromText(const Leaf &leaf, QStringView source, qsizetype position);
qsizetype textFromSource(const Leaf &leaf, QStringView source, qsizetype offset);
