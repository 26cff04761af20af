// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <array>
#include <utility>
#include <vector>

// All runs of backticks in a content, found once: where does the code span end that begins here?
class BacktickRuns
{
public:
    void reset(QStringView content);
    // The place of the next run of exactly this length from `from` on, or -1.
    qsizetype closingRun(qsizetype length, qsizetype from, qint64 &steps);

private:
    void findAll(qint64 &steps);

    QStringView m_content;
    bool m_isFound = false;
    std::vector<std::pair<qsizetype, qsizetype>> m_runs;    // (length, place), sorted
};

// Looks for the end of a formula. What ends one does not depend on where it began, so a search that failed says from
// where up to where every further search of this kind fails too.
class MathRuns
{
public:
    enum Kind { Dollar, DoubleDollar, Parenthesis, SquareBracket };

    void reset(QStringView content, BacktickRuns &backticks);
    // The place of the closing delimiter for a formula that begins at `from`, or -1.
    qsizetype closer(Kind kind, qsizetype from, qint64 &steps);

private:
    bool isCloser(Kind kind, qsizetype at) const;

    QStringView m_content;
    BacktickRuns *m_backticks = nullptr;
    std::array<qsizetype, 4> m_noneBefore {};
};
