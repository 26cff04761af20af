// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownblockparser_p.h"

#include "markdownlimits_p.h"

#include <algorithm>

namespace {

Block emptyBlock(int container, qsizetype sourceBegin, qsizetype firstLine)
{
    Block block;
    block.kind = BlockKind::Empty;
    block.container = container;
    block.source = { sourceBegin, sourceBegin };
    block.firstLine = firstLine;
    return block;
}

}

void MarkdownBlockParser::closeUnmatched()
{
    if (!m_leafMatched && hasOpenLeaf())
        closeLeaf();
    m_open.resize(size_t(m_matched));
}

void MarkdownBlockParser::closeLeaf()
{
    if (m_blocks.back().kind == BlockKind::Paragraph)
        closeParagraph();
    else
        m_blocks.back().isOpen = false;
}

// Link definitions leave the paragraph; a paragraph of nothing else leaves the document.
void MarkdownBlockParser::closeParagraph()
{
    Block &paragraph = m_blocks.back();
    paragraph.isOpen = false;
    if (m_source[m_lines[size_t(paragraph.firstLine)].begin] != u'[')
        return;
    const LeadingDefinitions leading = leadingDefinitions(paragraphText(paragraph), m_steps);
    if (!m_isTrying) {
        for (const LinkDefinition &definition : leading.definitions)
            m_references.define(definition);
    }
    paragraph.firstLine += leading.lineCount;
    paragraph.lineCount -= leading.lineCount;
    if (paragraph.lineCount > 0) {
        paragraph.source.begin = m_lines[size_t(paragraph.firstLine)].begin;
        return;
    }
    const int node = paragraph.container;
    if (node >= 0 && m_nodes[size_t(node)].firstBlock == qsizetype(m_blocks.size()) - 1)
        paragraph = emptyBlock(node, paragraph.source.begin, paragraph.firstLine);
    else
        m_blocks.pop_back();
}

QString MarkdownBlockParser::paragraphText(const Block &block) const
{
    QString joined;
    for (qsizetype i = 0; i < block.lineCount; ++i) {
        const BlockLine &line = m_lines[size_t(block.firstLine + i)];
        if (i > 0)
            joined += u'\n';
        joined += text({ line.begin, line.end });
    }
    return joined;
}

qsizetype MarkdownBlockParser::definitionLineCount(const Block &block) const
{
    if (block.lineCount == 0 || m_source[m_lines[size_t(block.firstLine)].begin] != u'[')
        return 0;
    return leadingDefinitions(paragraphText(block), m_steps).lineCount;
}

// Makes the innermost open container ready for one more child.
void MarkdownBlockParser::prepareForChild(bool isItem)
{
    m_leafMatched = false;
    closeUnmatched();
    if (!isItem && !m_open.empty() && m_open.back().kind == OpenContainer::Kind::List)
        m_open.pop_back();
    m_matched = qsizetype(m_open.size());
    if (m_open.empty())
        return;
    OpenContainer &parent = m_open.back();
    const bool hasGap = parent.lastLine + 1 < m_lineNumber;
    if (parent.hasChild && hasGap && (isItem || parent.kind == OpenContainer::Kind::Item))
        setLoose(parent.list);
    parent.hasChild = true;
    if (!m_blocks.empty() && m_blocks.back().kind == BlockKind::Empty && !isItem && m_blocks.back().container == parent.node)
        m_blocks.pop_back();
}

Block &MarkdownBlockParser::addBlock(BlockKind kind, qsizetype sourceBegin)
{
    Block block;
    block.kind = kind;
    block.isOpen = true;
    block.container = innermostNode();
    block.source = { sourceBegin, sourceBegin };
    block.firstLine = qsizetype(m_lines.size());
    return m_blocks.emplace_back(block);
}

void MarkdownBlockParser::addLine(BlockLine line)
{
    m_lines.push_back(line);
    ++m_blocks.back().lineCount;
    m_blocks.back().source.end = line.end;
}

MarkdownBlockParser::OpenContainer &MarkdownBlockParser::openContainer(OpenContainer::Kind kind, ContainerNode node)
{
    node.parent = innermostNode();
    node.firstBlock = qsizetype(m_blocks.size());
    OpenContainer opened;
    opened.kind = kind;
    opened.node = int(m_nodes.size());
    opened.list = node.list;
    opened.lastLine = m_lineNumber;
    m_nodes.push_back(std::move(node));
    m_open.push_back(opened);
    m_matched = qsizetype(m_open.size());
    return m_open.back();
}

void MarkdownBlockParser::openList(const MarkdownScan::ListMarker &marker)
{
    prepareForChild(false);
    OpenContainer opened;
    opened.kind = OpenContainer::Kind::List;
    opened.node = innermostNode();
    opened.list = int(m_lists.size());
    opened.marker = marker;
    opened.lastLine = m_lineNumber;
    m_lists.push_back({ marker.isOrdered, false, qsizetype(m_blocks.size()), marker.delimiter, marker.number });
    m_open.push_back(opened);
    m_matched = qsizetype(m_open.size());
}

bool MarkdownBlockParser::isUnfinished(qsizetype block) const
{
    if (block + 1 < qsizetype(m_blocks.size()))
        return false;
    const Block &last = m_blocks.back();
    return (last.kind == BlockKind::Paragraph && last.isOpen) || (last.kind == BlockKind::Heading && m_isTrying);
}

void MarkdownBlockParser::setLoose(int list)
{
    ListNode &node = m_lists[size_t(list)];
    if (node.isLoose)
        return;
    node.isLoose = true;
    m_changedLists.push_back(list);
    if (m_isTrying && list < m_snapshot.listCount)
        m_loosenedLists.push_back(list);
}

void MarkdownBlockParser::setTask(int node, Container::Task task)
{
    if (m_isTrying && node < m_snapshot.nodeCount)
        m_changedNodes.emplace_back(node, m_nodes[size_t(node)]);
    m_nodes[size_t(node)].task = task;
}

int MarkdownBlockParser::innermostNode() const
{
    return m_open.empty() ? -1 : m_open.back().node;
}

bool MarkdownBlockParser::hasRoomForContainer() const
{
    qsizetype depth = 0;
    for (qsizetype i = 0; i < m_matched; ++i) {
        if (m_open[size_t(i)].kind != OpenContainer::Kind::List)
            ++depth;
    }
    return depth < MarkdownLimits::Nesting;
}
