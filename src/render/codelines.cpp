// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelines.h"

#include <algorithm>

namespace {

constexpr qsizetype longestUnit = 1000;

int columnsOf(QChar c)
{
    if (c == u'\t')
        return CodeLines::tabColumns;
    return c.unicode() >= 0x1100 ? 2 : 1;
}

int columnsOf(QStringView line)
{
    int columns = 0;
    for (const QChar c : line)
        columns += columnsOf(c);
    return columns;
}

}

// The last unit may have been tried and taken back: it is scanned again.
CodeLines::Change CodeLines::update(const QString &text, int columns)
{
    if (columns != m_columns) {
        m_columns = columns;
        m_widestColumns = 0;
        m_lines.clear();
        m_units.clear();
    }
    while (!m_units.empty() && m_lines[size_t(m_units.back().firstLine)].begin > text.size())
        dropLastUnit();
    qsizetype begin = m_units.empty() ? 0 : m_lines[size_t(m_units.back().firstLine)].begin;
    if (!m_units.empty())
        dropLastUnit();
    const Change change { count(), unitCount() };

    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        appendTextLine(text, begin, end);
        begin = end + 1;
    }
    return change;
}

void CodeLines::dropLastUnit()
{
    m_lines.resize(size_t(m_units.back().firstLine));
    m_units.pop_back();
}

void CodeLines::appendTextLine(const QString &text, qsizetype begin, qsizetype end)
{
    bool isContinued = begin > 0 && text.at(begin - 1) != u'\n';
    do {
        qsizetype unitEnd = qMin(end, begin + longestUnit);
        if (unitEnd < end && text.at(unitEnd - 1).isHighSurrogate())
            --unitEnd;
        appendUnit(text, { begin, unitEnd }, isContinued);
        isContinued = true;
        begin = unitEnd;
    } while (begin < end);
}

void CodeLines::appendUnit(QStringView text, const TextRange &range, bool isContinued)
{
    const int before = m_units.empty() ? 0 : m_units.back().number;
    m_units.push_back({ count(), isContinued ? before : before + 1, isContinued });
    qsizetype begin = range.begin;
    do {
        const qsizetype end = m_columns > 0 ? wrappedEnd(text, { begin, range.end }) : range.end;
        m_lines.push_back({ begin, end });
        m_widestColumns = qMax(m_widestColumns, columnsOf(text.sliced(begin, end - begin)));
        begin = end;
    } while (begin < range.end);
}

// Behind the last space that fits, else in the middle of a word, but never inside of a character.
qsizetype CodeLines::wrappedEnd(QStringView text, const TextRange &rest) const
{
    int columns = 0;
    qsizetype behindSpace = rest.begin;
    for (qsizetype i = rest.begin; i < rest.end; ++i) {
        columns += columnsOf(text.at(i));
        if (columns <= m_columns || i == rest.begin) {
            if (text.at(i).isSpace())
                behindSpace = i + 1;
            continue;
        }
        if (behindSpace > rest.begin)
            return behindSpace;
        while (i > rest.begin + 1 && (text.at(i).isLowSurrogate() || text.at(i).isMark()))
            --i;
        return text.at(i).isLowSurrogate() ? i + 1 : i;
    }
    return rest.end;
}

int CodeLines::lineOf(qsizetype position) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), position,
                                        [](qsizetype wanted, const TextRange &line) { return wanted < line.begin; });
    return qMax(0, int(after - m_lines.begin()) - 1);
}

int CodeLines::unitOf(int line) const
{
    const auto after = std::upper_bound(m_units.begin(), m_units.end(), line,
                                        [](int wanted, const Unit &unit) { return wanted < unit.firstLine; });
    return qMax(0, int(after - m_units.begin()) - 1);
}

TextRange CodeLines::unit(int index) const
{
    const bool isLast = index + 1 == unitCount();
    const int lastLine = (isLast ? count() : m_units[size_t(index) + 1].firstLine) - 1;
    return { line(m_units[size_t(index)].firstLine).begin, line(lastLine).end };
}

int CodeLines::numberOf(int line) const
{
    const Unit &unit = m_units[size_t(unitOf(line))];
    return unit.firstLine == line && !unit.isContinued ? unit.number : 0;
}
