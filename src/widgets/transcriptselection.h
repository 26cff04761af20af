// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"

#include <compare>

// A place in a transcript: a row and an offset in its message's source.
struct TranscriptPosition
{
    int row = -1;
    qsizetype offset = 0;
    bool isValid() const { return row >= 0; }
    auto operator<=>(const TranscriptPosition &) const = default;
};

// What is selected, as source positions, so that it survives new layouts and a growing text. A value; it follows rows that
// are inserted and removed.
class TranscriptSelection
{
public:
    void clear() { *this = {}; }
    void start(const TranscriptPosition &at);
    void extendTo(const TranscriptPosition &at) { m_end = at; }
    void select(const TranscriptPosition &from, const TranscriptPosition &to);

    bool isEmpty() const { return !m_start.isValid() || m_start == m_end; }
    bool hasStart() const { return m_start.isValid(); }
    TranscriptPosition start() const { return m_start; }
    TranscriptPosition end() const { return m_end; }       // where the person is: it may stand in front of start()
    TranscriptPosition first() const { return qMin(m_start, m_end); }
    TranscriptPosition last() const { return qMax(m_start, m_end); }

    bool touches(int row) const { return !isEmpty() && row >= first().row && row <= last().row; }
    // The part of a message of `length` that is selected.
    SourceRange rangeIn(int row, qsizetype length) const;

    void insertRows(int firstRow, int count);
    // A selection that loses one of its ends is dropped.
    void removeRows(int firstRow, int count);

    bool operator==(const TranscriptSelection &) const = default;

private:
    TranscriptPosition m_start, m_end;
};
