// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownleafbuilder_p.h"

#include <algorithm>

SourceText::SourceText(const QString &source)
    : m_source(source)
{
}

void SourceText::clear()
{
    m_pieces.clear();
    m_joined.clear();
    m_size = 0;
    m_isContiguous = true;
}

void SourceText::append(SourceRange piece)
{
    const bool follows = m_pieces.empty() || toSource(m_size) == piece.begin;
    if (m_isContiguous && !follows) {
        m_joined = view().toString();
        m_isContiguous = false;
    }
    if (m_pieces.empty() || !follows)
        m_pieces.push_back({ m_size, piece.begin });
    if (!m_isContiguous)
        m_joined += QStringView(m_source).sliced(piece.begin, piece.end - piece.begin);
    m_size += piece.end - piece.begin;
}

void SourceText::appendLineEnd(qsizetype sourceBegin)
{
    if (m_source[sourceBegin] == u'\n') {
        append({ sourceBegin, sourceBegin + 1 });
        return;
    }
    // CR LF and CR are one \n in the content.
    if (m_isContiguous) {
        m_joined = view().toString();
        m_isContiguous = false;
    }
    m_pieces.push_back({ m_size, sourceBegin });
    m_joined += u'\n';
    ++m_size;
}

QStringView SourceText::view() const
{
    if (!m_isContiguous)
        return m_joined;
    return m_pieces.empty() ? QStringView() : QStringView(m_source).sliced(m_pieces.front().source, m_size);
}

qsizetype SourceText::toSource(qsizetype offset) const
{
    if (m_pieces.empty())
        return 0;
    if (m_pieces.size() == 1)
        return m_pieces.front().source + offset;
    const auto after = std::upper_bound(m_pieces.cbegin() + 1, m_pieces.cend(), offset, [](qsizetype wanted, const Piece &piece) {
        return wanted < piece.begin;
    });
    const Piece &piece = *std::prev(after);
    return piece.source + offset - piece.begin;
}

// The end belongs to the piece of the last character, not to the one that begins there.
SourceRange SourceText::toSource(qsizetype begin, qsizetype end) const
{
    const qsizetype sourceBegin = toSource(begin);
    return { sourceBegin, end > begin ? toSource(end - 1) + 1 : sourceBegin };
}
