// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "heightindex.h"

#include <bit>

namespace {

qsizetype lowestBit(qsizetype value)
{
    return value & -value;
}

}

void HeightIndex::reset(std::vector<int> heights)
{
    m_heights = std::move(heights);
    rebuild();
}

void HeightIndex::append(int height)
{
    const qsizetype node = size() + 1;
    // A new node covers the rows of the nodes below it, which are complete.
    const qint64 below = top(node - 1) - top(node - lowestBit(node));
    m_heights.push_back(height);
    m_sums.push_back(below + height);
}

void HeightIndex::insert(qsizetype row, const std::vector<int> &heights)
{
    if (row == size()) {
        for (const int height : heights)
            append(height);
        return;
    }
    m_heights.insert(m_heights.begin() + row, heights.begin(), heights.end());
    rebuild();
}

void HeightIndex::remove(qsizetype first, qsizetype count)
{
    m_heights.erase(m_heights.begin() + first, m_heights.begin() + first + count);
    rebuild();
}

void HeightIndex::setHeight(qsizetype row, int height)
{
    const int change = height - m_heights[size_t(row)];
    if (change == 0)
        return;
    m_heights[size_t(row)] = height;
    for (qsizetype node = row + 1; node <= size(); node += lowestBit(node))
        m_sums[size_t(node - 1)] += change;
}

qint64 HeightIndex::top(qsizetype row) const
{
    qint64 sum = 0;
    for (qsizetype node = row; node > 0; node -= lowestBit(node))
        sum += m_sums[size_t(node - 1)];
    return sum;
}

qsizetype HeightIndex::rowAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    qsizetype row = 0;   // rows known to end at or above y
    for (qsizetype step = qsizetype(std::bit_floor(size_t(size()))); step > 0; step /= 2) {
        if (row + step <= size() && m_sums[size_t(row + step - 1)] <= y) {
            row += step;
            y -= m_sums[size_t(row - 1)];
        }
    }
    return qMin(row, size() - 1);
}

void HeightIndex::rebuild()
{
    m_sums.assign(m_heights.begin(), m_heights.end());
    for (qsizetype node = 1; node <= size(); ++node) {
        const qsizetype parent = node + lowestBit(node);
        if (parent <= size())
            m_sums[size_t(parent - 1)] += m_sums[size_t(node - 1)];
    }
}
