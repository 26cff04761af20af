// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include "markdownblock_p.h"

// Walks through one line, counting columns as CommonMark does: a tab reaches to the next multiple of four, and a
// container may take only a part of it.
class MarkdownLineCursor
{
public:
    MarkdownLineCursor(QStringView source, SourceRange line);

    qsizetype position() const { return m_position; }
    qsizetype end() const { return m_end; }
    int column() const { return m_column; }

    // The first character that is neither space nor tab, from position() on.
    qsizetype nonSpace() const { return m_nonSpace; }
    int indent() const { return m_nonSpaceColumn - m_column; }
    bool isIndented() const { return indent() >= 4; }
    bool isBlank() const { return m_nonSpace == m_end; }
    char16_t current() const { return isBlank() ? u'\0' : m_source[m_nonSpace].unicode(); }
    QStringView rest() const { return m_source.sliced(m_nonSpace, m_end - m_nonSpace); }
    QStringView fromPosition() const { return m_source.sliced(m_position, m_end - m_position); }
    bool isAtSpace() const;

    void skipColumns(int count);
    void skipCharacters(qsizetype count);
    void skipToNonSpace();
    // The rest of the line as a leaf keeps it.
    BlockLine remaining() const;

private:
    void findNonSpace();

    QStringView m_source;
    qsizetype m_position;
    qsizetype m_end;
    int m_column = 0;
    bool m_isInsideTab = false;
    qsizetype m_nonSpace = 0;
    int m_nonSpaceColumn = 0;
};
