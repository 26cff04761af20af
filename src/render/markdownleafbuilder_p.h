// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdownblockparser_p.h"
#include "markdowninlineparser_p.h"

// Content put together from pieces of the source, and the way back.
class SourceText
{
public:
    explicit SourceText(const QString &source);

    void clear();
    void append(SourceRange piece);
    // A line end between two pieces.
    void appendLineEnd(qsizetype sourceBegin);
    QStringView view() const;
    qsizetype toSource(qsizetype offset) const;
    SourceRange toSource(qsizetype begin, qsizetype end) const;

private:
    struct Piece
    {
        qsizetype begin = 0;     // in the content
        qsizetype source = 0;
    };
    const QString &m_source;
    std::vector<Piece> m_pieces;
    QString m_joined;            // used from the second piece on that does not follow the one before
    qsizetype m_size = 0;
    bool m_isContiguous = true;
};

// What is remembered of how a leaf was built: when the same again would come out, nothing is done, and a leaf that only
// grew by lines goes on where its committed lines end.
struct LeafState
{
    Block block;
    BlockLine lastLine;
    bool isStale = true;
    bool isUnfinished = false;
    qsizetype doneLines = 0;     // Code, MathBlock, Html, Table: committed lines that are in the leaf
    qsizetype doneSize = 0;      // of the text, or rows
};

// Makes leaves of blocks.
class MarkdownLeafBuilder
{
public:
    MarkdownLeafBuilder(const QString &source, const MarkdownBlockParser &blocks, MarkdownReferences &references, qint64 &steps);

    // Returns whether the leaf changed.
    bool update(qsizetype index, Leaf &leaf, LeafState &state);
    qint64 parsedLeafCount() const { return m_parsedLeafCount; }

    struct ParsedInlines
    {
        InlineResult result;
        QString content;
    };
    // For tests: what the inline phase says of a paragraph or heading.
    ParsedInlines parsedInlines(qsizetype index);
    // For tests: the same of the cells of a table.
    std::vector<std::vector<ParsedInlines>> parsedCells(qsizetype index);

private:
    bool updateContainers(qsizetype index, Leaf &leaf);
    void build(qsizetype index, Leaf &leaf, LeafState &state);
    void collectContent(const Block &block);
    void collectCell(SourceRange cell);
    void buildParagraph(qsizetype index, Leaf &leaf);
    void buildLiteral(const Block &block, Leaf &leaf);
    void buildVerbatim(const Block &block, Leaf &leaf, LeafState &state);
    SourceRange shownRange(const Block &block, qsizetype line) const;
    void buildTable(qsizetype index, Leaf &leaf, LeafState &state);
    std::vector<TableCell> buildRow(qsizetype index, const BlockLine &line, size_t columns);
    void parseContent(qsizetype index, QString &text, std::vector<Inline> &inlines, bool isUnfinished = false);
    QStringView slice(SourceRange range) const { return QStringView(m_source).sliced(range.begin, range.end - range.begin); }

    const QString &m_source;
    const MarkdownBlockParser &m_blocks;
    MarkdownReferences &m_references;
    qint64 &m_steps;
    MarkdownInlineParser m_inlineParser;
    SourceText m_content;
    std::vector<Container> m_containers;
    qint64 m_parsedLeafCount = 0;
};
