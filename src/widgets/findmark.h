// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

// Where a find stands among the rows of a transcript.
struct FindMark
{
    int row = 0;
    qreal part = 0;     // of the row's height, 0 to 1
};
