// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownblockscanners_p.h"

#include "markdownlimits_p.h"

namespace MarkdownScan {

namespace {

// Calls take(begin, end) for each cell, blanks trimmed, until it returns false.
template<typename Take>
void forEachCell(QStringView row, Take take)
{
    qsizetype end = row.size();
    while (end > 0 && isBlank(row[end - 1].unicode()))
        --end;
    qsizetype begin = 0;
    while (begin < end && isBlank(row[begin].unicode()))
        ++begin;
    if (begin < end && row[begin] == u'|')
        ++begin;
    for (qsizetype i = begin; i <= end; ++i) {
        if (i < end && row[i] == u'\\') {
            ++i;
            continue;
        }
        if (i < end && row[i] != u'|')
            continue;
        if (i == end && begin == end)
            return;    // the bar at the end of the row
        qsizetype cellBegin = begin;
        qsizetype cellEnd = i;
        while (cellBegin < cellEnd && isBlank(row[cellBegin].unicode()))
            ++cellBegin;
        while (cellEnd > cellBegin && isBlank(row[cellEnd - 1].unicode()))
            --cellEnd;
        if (!take(cellBegin, cellEnd))
            return;
        begin = i + 1;
    }
}

}

std::vector<SourceRange> tableCells(QStringView row)
{
    std::vector<SourceRange> cells;
    forEachCell(row, [&cells](qsizetype begin, qsizetype end) {
        cells.push_back({ begin, end });
        return qsizetype(cells.size()) < MarkdownLimits::TableColumns;
    });
    return cells;
}

qsizetype tableCellCount(QStringView row)
{
    qsizetype count = 0;
    forEachCell(row, [&count](qsizetype, qsizetype) {
        ++count;
        return true;
    });
    return count;
}

std::vector<ColumnAlignment> delimiterRow(QStringView row)
{
    for (const QChar character : row) {
        if (character != u'|' && character != u'-' && character != u':' && !isBlank(character.unicode()))
            return {};
    }
    std::vector<ColumnAlignment> columns;
    bool isValid = true;
    forEachCell(row, [&](qsizetype begin, qsizetype end) {
        const bool isLeft = begin < end && row[begin] == u':';
        const bool isRight = end > begin + 1 && row[end - 1] == u':';
        const QStringView dashes = row.sliced(begin + (isLeft ? 1 : 0), end - begin - (isLeft ? 1 : 0) - (isRight ? 1 : 0));
        isValid = !dashes.isEmpty() && dashes.count(u'-') == dashes.size()
            && qsizetype(columns.size()) < MarkdownLimits::TableColumns;
        if (isLeft && isRight)
            columns.push_back(ColumnAlignment::Center);
        else if (isLeft || isRight)
            columns.push_back(isLeft ? ColumnAlignment::Left : ColumnAlignment::Right);
        else
            columns.push_back(ColumnAlignment::None);
        return isValid;
    });
    return isValid ? columns : std::vector<ColumnAlignment>();
}

}
