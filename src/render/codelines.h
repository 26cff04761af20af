// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "inlinetext.h"

#include <QString>

#include <vector>

// Where the lines of a code block begin and end on the page. A unit is what is coloured at once: a line of the text, or a piece of
// at most 1,000 characters of a longer one. A unit is one line on the page or, where lines are wrapped, several.
class CodeLines
{
public:
    struct Change { int firstLine = 0; int firstUnit = 0; };   // from here on all may be different

    // `text` is what it was but for its last line and what follows. 0 columns: nothing is wrapped.
    Change update(const QString &text, int columns);
    int columns() const { return m_columns; }

    int count() const { return int(m_lines.size()); }
    const TextRange &line(int index) const { return m_lines[size_t(index)]; }
    int lineOf(qsizetype position) const;
    // As people count, from 1; 0 where a line of the text only goes on.
    int numberOf(int line) const;
    int lastNumber() const { return m_units.empty() ? 1 : m_units.back().number; }

    int unitCount() const { return int(m_units.size()); }
    int unitOf(int line) const;
    TextRange unit(int index) const;

    // A guess that never has to be exact: it only decides how far a box scrolls and where it wraps.
    int widestColumns() const { return m_widestColumns; }
    static constexpr int tabColumns = 4;

private:
    struct Unit
    {
        int firstLine = 0;
        int number = 0;
        bool isContinued = false;      // it goes on with the line of the unit before
    };

    void dropLastUnit();
    void appendTextLine(const QString &text, qsizetype begin, qsizetype end);
    void appendUnit(QStringView text, const TextRange &range, bool isContinued);
    qsizetype wrappedEnd(QStringView text, const TextRange &rest) const;

    std::vector<TextRange> m_lines;
    std::vector<Unit> m_units;
    int m_columns = 0;
    int m_widestColumns = 0;
};
