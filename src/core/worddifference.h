// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

struct DifferencePart
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DifferencePart &) const = default;
};

// How `after` differs from `before`, word by word (Myers, after what is the same at both ends). The parts that are not Added make
// up `before`, those that are not Removed make up `after`. Kinds alternate; a removal stands in front of the addition that
// takes its place. Work is bounded: texts that have little in common become one removal and one addition.
std::vector<DifferencePart> wordDifference(QStringView before, QStringView after);
