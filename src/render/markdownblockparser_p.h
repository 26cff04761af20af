// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdownblock_p.h"
#include "markdownblockscanners_p.h"
#include "markdownlinecursor_p.h"
#include "markdownreferences_p.h"

#include <utility>
#include <vector>

// CommonMark's block phase. It works line by line and never looks back beyond the open leaf, which is always the last
// block. So a line can be tried and taken back: everything it may touch is the open containers, the last block, what it
// appended, and the few older nodes it changed.
class MarkdownBlockParser
{
public:
    // The source may grow between two lines; it must outlive the parser.
    MarkdownBlockParser(const QString &source, MarkdownReferences &references, qint64 &steps);

    void commitLine(SourceRange line);
    // An unfinished line: seen in blocks() until rollBack(), and defining nothing.
    void tryLine(SourceRange line);
    void rollBack();
    // The end of the document.
    void closeAll();

    const std::vector<Block> &blocks() const { return m_blocks; }
    const std::vector<BlockLine> &lines() const { return m_lines; }
    const std::vector<ContainerNode> &nodes() const { return m_nodes; }
    const std::vector<ListNode> &lists() const { return m_lists; }
    // Blocks and lines before these can no longer be taken back.
    qsizetype committedBlockCount() const { return m_isTrying ? m_snapshot.blockCount : qsizetype(m_blocks.size()); }
    qsizetype committedLineCount() const { return m_isTrying ? m_snapshot.lineCount : qsizetype(m_lines.size()); }
    // Whether the last of its text may still be in the making.
    bool isUnfinished(qsizetype block) const;
    // Lists whose looseness may have changed since the last call.
    std::vector<int> takeChangedLists() { return std::exchange(m_changedLists, {}); }

    // Lines of a paragraph joined by \n.
    QString paragraphText(const Block &block) const;
    // How many lines at its beginning are link definitions.
    qsizetype definitionLineCount(const Block &block) const;

private:
    struct OpenContainer
    {
        enum class Kind { Quote, List, Item, Footnote } kind = Kind::Quote;
        int node = -1;                  // the container itself; for a List what it stands in
        int list = -1;
        MarkdownScan::ListMarker marker;
        int contentIndent = 0;          // Item: columns of marker and blanks
        bool hasChild = false;
        qsizetype lastLine = 0;         // the last line that belongs to it, for looseness
    };

    struct Snapshot
    {
        qsizetype blockCount = 0;
        qsizetype lineCount = 0;
        qsizetype nodeCount = 0;
        qsizetype listCount = 0;
        qsizetype cellCount = 0;
        qsizetype lineNumber = 0;
        Block lastBlock;
        std::vector<OpenContainer> open;
    };

    enum class Started { Nothing, Container, Leaf };

    // markdownblockparser.cpp
    void takeSnapshot();
    bool isInNumberedList() const;
    void processLine(SourceRange range);
    qsizetype matchContainers(MarkdownLineCursor &line);
    bool matchContainer(const OpenContainer &container, MarkdownLineCursor &line) const;
    bool leafContinues(MarkdownLineCursor &line);
    bool givesUpMath(const Block &leaf, const MarkdownLineCursor &line) const;
    void addText(MarkdownLineCursor &line);
    void addToMatchedLeaf(MarkdownLineCursor &line);
    void addMathLine(MarkdownLineCursor &line, qsizetype searchFrom);
    void startParagraph(MarkdownLineCursor &line);
    void takeTaskMarker(MarkdownLineCursor &line);
    void markLastLines(bool isGap, qsizetype quoteDepth);
    void keepPlaceOfEmptyContainer(const MarkdownLineCursor &line);

    // markdownblockstarts.cpp
    Started startBlock(MarkdownLineCursor &line);
    bool startQuote(MarkdownLineCursor &line);
    bool startHeading(MarkdownLineCursor &line);
    bool startFence(MarkdownLineCursor &line);
    bool startMath(MarkdownLineCursor &line);
    bool startHtml(MarkdownLineCursor &line);
    bool startUnderline(MarkdownLineCursor &line);
    bool startTable(MarkdownLineCursor &line);
    bool startRule(MarkdownLineCursor &line);
    bool startFootnote(MarkdownLineCursor &line);
    bool startListItem(MarkdownLineCursor &line);
    bool startIndentedCode(MarkdownLineCursor &line);

    // markdownblocktree.cpp
    void closeUnmatched();
    void closeLeaf();
    void closeParagraph();
    void prepareForChild(bool isItem);
    Block &addBlock(BlockKind kind, qsizetype sourceBegin);
    void addLine(BlockLine line);
    OpenContainer &openContainer(OpenContainer::Kind kind, ContainerNode node);
    void openList(const MarkdownScan::ListMarker &marker);
    void setLoose(int list);
    void setTask(int node, Container::Task task);
    int innermostNode() const;
    bool hasRoomForContainer() const;

    bool hasOpenLeaf() const { return !m_blocks.empty() && m_blocks.back().isOpen; }
    bool isInParagraph() const { return m_leafMatched && m_blocks.back().kind == BlockKind::Paragraph; }
    QStringView text(SourceRange range) const { return QStringView(m_source).sliced(range.begin, range.end - range.begin); }

    const QString &m_source;
    MarkdownReferences &m_references;
    qint64 &m_steps;

    std::vector<Block> m_blocks;
    std::vector<BlockLine> m_lines;       // of all blocks; those of the open one are at the end
    std::vector<ContainerNode> m_nodes;
    std::vector<ListNode> m_lists;
    std::vector<OpenContainer> m_open;
    qsizetype m_cellCount = 0;

    // While a line is being processed.
    qsizetype m_lineNumber = 0;
    qsizetype m_matched = 0;              // of m_open
    bool m_leafMatched = false;
    bool m_leafTookLine = false;          // a closing fence, for example
    bool m_isUndecided = false;           // show nothing of this unfinished line

    bool m_isTrying = false;
    Snapshot m_snapshot;
    std::vector<std::pair<int, ContainerNode>> m_changedNodes;   // as they were before the line that is tried
    std::vector<int> m_loosenedLists;
    std::vector<int> m_changedLists;
};
