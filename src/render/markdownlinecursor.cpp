// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownlinecursor_p.h"

#include <algorithm>

namespace {
constexpr int TabWidth = 4;

int columnsToTabStop(int column)
{
    return TabWidth - column % TabWidth;
}
}

MarkdownLineCursor::MarkdownLineCursor(QStringView source, SourceRange line)
    : m_source(source)
    , m_position(line.begin)
    , m_end(line.end)
{
    findNonSpace();
}

bool MarkdownLineCursor::isAtSpace() const
{
    return m_position < m_end && (m_source[m_position] == u' ' || m_source[m_position] == u'\t');
}

void MarkdownLineCursor::skipColumns(int count)
{
    while (count > 0 && m_position < m_end) {
        if (m_source[m_position] != u'\t') {
            ++m_position;
            ++m_column;
            --count;
            continue;
        }
        const int width = columnsToTabStop(m_column);
        const int step = std::min(count, width);
        m_isInsideTab = width > count;
        m_column += step;
        count -= step;
        if (!m_isInsideTab)
            ++m_position;
    }
    if (m_nonSpace < m_position)
        findNonSpace();
}

void MarkdownLineCursor::skipCharacters(qsizetype count)
{
    for (; count > 0 && m_position < m_end; --count, ++m_position)
        m_column += m_source[m_position] == u'\t' ? columnsToTabStop(m_column) : 1;
    m_isInsideTab = false;
    if (m_nonSpace < m_position)
        findNonSpace();
}

void MarkdownLineCursor::skipToNonSpace()
{
    if (m_position == m_nonSpace)
        return;
    m_position = m_nonSpace;
    m_column = m_nonSpaceColumn;
    m_isInsideTab = false;
}

BlockLine MarkdownLineCursor::remaining() const
{
    if (m_isInsideTab)
        return { m_position + 1, m_end, columnsToTabStop(m_column) };
    return { m_position, m_end, 0 };
}

void MarkdownLineCursor::findNonSpace()
{
    m_nonSpace = m_position;
    m_nonSpaceColumn = m_column;
    for (; m_nonSpace < m_end; ++m_nonSpace) {
        if (m_source[m_nonSpace] == u' ')
            ++m_nonSpaceColumn;
        else if (m_source[m_nonSpace] == u'\t')
            m_nonSpaceColumn += columnsToTabStop(m_nonSpaceColumn);
        else
            break;
    }
}
