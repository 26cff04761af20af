// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptselection.h"

void TranscriptSelection::start(const TranscriptPosition &at)
{
    m_start = at;
    m_end = at;
}

void TranscriptSelection::select(const TranscriptPosition &from, const TranscriptPosition &to)
{
    m_start = from;
    m_end = to;
}

SourceRange TranscriptSelection::rangeIn(int row, qsizetype length) const
{
    if (!touches(row))
        return {};
    const qsizetype begin = row == first().row ? first().offset : 0;
    const qsizetype end = row == last().row ? last().offset : length;
    return { qMin(begin, length), qMin(end, length) };
}

void TranscriptSelection::insertRows(int firstRow, int count)
{
    for (TranscriptPosition *position : { &m_start, &m_end }) {
        if (position->isValid() && position->row >= firstRow)
            position->row += count;
    }
}

void TranscriptSelection::removeRows(int firstRow, int count)
{
    for (TranscriptPosition *position : { &m_start, &m_end }) {
        if (!position->isValid() || position->row < firstRow)
            continue;
        if (position->row < firstRow + count) {
            clear();
            return;
        }
        position->row -= count;
    }
}
