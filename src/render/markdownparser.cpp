// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownparser_p.h"

#include <algorithm>
#include <utility>

MarkdownParser::MarkdownParser()
    : m_blockParser(m_source, m_references, m_steps)
    , m_builder(m_source, m_blockParser, m_references, m_steps)
{
}

void MarkdownParser::append(QStringView piece)
{
    if (piece.isEmpty())
        return;
    const qsizetype firstDirty = beginChange();
    const qsizetype before = m_source.size();
    m_source += piece;
    if (piece.contains(QChar::Null)) {
        for (qsizetype i = before; i < m_source.size(); ++i) {
            if (m_source[i].isNull())
                m_source[i] = QChar::ReplacementCharacter;
        }
    }
    commitWholeLines();
    if (m_lineBegin < m_source.size())
        m_blockParser.tryLine({ m_lineBegin, m_source.size() });
    updateLeaves(firstDirty);
}

void MarkdownParser::finish()
{
    const qsizetype firstDirty = beginChange();
    if (m_lineBegin < m_source.size())
        m_blockParser.commitLine({ m_lineBegin, m_source.size() });
    m_lineBegin = m_source.size();
    m_blockParser.closeAll();
    updateLeaves(firstDirty);
}

qsizetype MarkdownParser::takeFirstChanged()
{
    const qsizetype size = qsizetype(m_leaves.size());
    return std::min(std::exchange(m_firstChanged, size), size);
}

// Takes the unfinished line back. Of the blocks that stay only the last can change.
qsizetype MarkdownParser::beginChange()
{
    m_blockParser.rollBack();
    if (m_shownLoose.size() > m_blockParser.lists().size())
        m_shownLoose.resize(m_blockParser.lists().size());
    return std::max<qsizetype>(0, qsizetype(m_blockParser.blocks().size()) - 1);
}

void MarkdownParser::commitWholeLines()
{
    const QStringView text = m_source;
    qsizetype i = m_searchedUntil;
    // The second half of a CR LF whose first half ended the line.
    if (i == m_lineBegin && i > 0 && text[i] == u'\n' && text[i - 1] == u'\r')
        m_lineBegin = ++i;
    for (; i < text.size(); ++i) {
        if (text[i] != u'\n' && text[i] != u'\r')
            continue;
        m_blockParser.commitLine({ m_lineBegin, i });
        if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            ++i;
        m_lineBegin = i + 1;
    }
    m_searchedUntil = m_source.size();
}

void MarkdownParser::updateLeaves(qsizetype firstDirty)
{
    const qsizetype count = qsizetype(m_blockParser.blocks().size());
    if (count < qsizetype(m_leaves.size()))
        m_firstChanged = std::min(m_firstChanged, count);
    m_leaves.resize(size_t(count));
    m_states.resize(size_t(count));
    updateLooseness(std::min(firstDirty, count));
    for (const qsizetype index : m_references.takeAnswered()) {
        if (index >= count)
            continue;
        m_states[size_t(index)].isStale = true;
        if (index < firstDirty)
            updateLeaf(index);
    }
    for (qsizetype i = firstDirty; i < count; ++i)
        updateLeaf(i);
}

void MarkdownParser::updateLooseness(qsizetype end)
{
    for (const int list : m_blockParser.takeChangedLists()) {
        if (list >= int(m_blockParser.lists().size()) || list >= int(m_shownLoose.size()))
            continue;
        const bool isLoose = m_blockParser.lists()[size_t(list)].isLoose;
        if (m_shownLoose[size_t(list)] != isLoose)
            setLooseness(list, isLoose, end);
        m_shownLoose[size_t(list)] = isLoose;
    }
    for (size_t i = m_shownLoose.size(); i < m_blockParser.lists().size(); ++i)
        m_shownLoose.push_back(m_blockParser.lists()[i].isLoose);
}

// The leaves of a list stand together.
void MarkdownParser::setLooseness(int list, bool isLoose, qsizetype end)
{
    const qsizetype first = m_blockParser.lists()[size_t(list)].firstBlock;
    for (qsizetype i = first; i < end; ++i) {
        ++m_steps;
        Leaf &leaf = m_leaves[size_t(i)];
        const auto item = std::find_if(leaf.containers.begin(), leaf.containers.end(), [list](const Container &container) {
            return container.kind == Container::Kind::ListItem && container.listId == list;
        });
        if (item == leaf.containers.end())
            break;
        item->isTight = !isLoose;
        leaf.revision = ++m_revision;
        m_firstChanged = std::min(m_firstChanged, i);
    }
}

void MarkdownParser::updateLeaf(qsizetype index)
{
    ++m_steps;
    Leaf &leaf = m_leaves[size_t(index)];
    if (!m_builder.update(index, leaf, m_states[size_t(index)]))
        return;
    leaf.revision = ++m_revision;
    m_firstChanged = std::min(m_firstChanged, index);
}
