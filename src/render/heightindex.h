// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <vector>

// Heights of rows in pixels with their prefix sums (a Fenwick tree). Reading a position, finding a row, changing a height
// and appending cost O(log n); inserting or removing in the middle rebuilds the sums.
class HeightIndex
{
public:
    void reset(std::vector<int> heights);
    void append(int height);
    void insert(qsizetype row, const std::vector<int> &heights);
    void remove(qsizetype first, qsizetype count);
    void setHeight(qsizetype row, int height);

    qsizetype size() const { return qsizetype(m_heights.size()); }
    int height(qsizetype row) const { return m_heights[size_t(row)]; }
    // Sum of the heights of all rows before `row`; `row` may be size().
    qint64 top(qsizetype row) const;
    qint64 total() const { return top(size()); }
    // The row that covers `y`: the first for y < 0, the last for y at or below the end, -1 when there are no rows.
    // Rows of height 0 are never found unless they are the last.
    qsizetype rowAt(qint64 y) const;

private:
    void rebuild();

    std::vector<int> m_heights;
    std::vector<qint64> m_sums;   // m_sums[i] covers the rows (i - lowest bit of i, i], counted from 1
};
