// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownleafbuilder_p.h"

#include "markdownflattener_p.h"
#include "markdownlinkparts_p.h"

#include <algorithm>

using namespace MarkdownScan;

namespace {

constexpr QChar LineSeparator(0x2028);

LeafKind leafKind(const Block &block)
{
    switch (block.kind) {
    case BlockKind::Heading:
        return LeafKind::Heading;
    case BlockKind::IndentedCode:
    case BlockKind::FencedCode:
        return LeafKind::Code;
    case BlockKind::Table:
        return LeafKind::Table;
    case BlockKind::Rule:
        return LeafKind::Rule;
    case BlockKind::MathBlock:
        // What ended without its closing delimiter was no formula.
        return block.hasEnd || block.isOpen ? LeafKind::MathBlock : LeafKind::Paragraph;
    case BlockKind::Html:
        return LeafKind::Html;
    case BlockKind::Empty:
    case BlockKind::Paragraph:
        break;
    }
    return LeafKind::Paragraph;
}

// Lines of these only follow each other, so a leaf can go on where it was.
bool growsByLines(BlockKind kind)
{
    return kind == BlockKind::FencedCode || kind == BlockKind::IndentedCode || kind == BlockKind::Html
        || kind == BlockKind::MathBlock || kind == BlockKind::Table;
}

QString languageOf(QStringView info)
{
    info = info.trimmed();
    const auto space = std::find_if(info.begin(), info.end(), [](QChar c) { return c.isSpace(); });
    return MarkdownLink::unescaped(info.first(space - info.begin())).toLower();
}

}

MarkdownLeafBuilder::MarkdownLeafBuilder(const QString &source, const MarkdownBlockParser &blocks, MarkdownReferences &references, qint64 &steps)
    : m_source(source)
    , m_blocks(blocks)
    , m_references(references)
    , m_steps(steps)
    , m_inlineParser(references, steps)
    , m_content(source)
{
}

bool MarkdownLeafBuilder::update(qsizetype index, Leaf &leaf, LeafState &state)
{
    Block block = m_blocks.blocks()[size_t(index)];
    const bool isUnfinished = m_blocks.isUnfinished(index);
    if (block.kind == BlockKind::Paragraph)
        block.isOpen = false;    // isUnfinished says what matters of it
    const BlockLine lastLine = block.lineCount > 0 ? m_blocks.lines()[size_t(block.firstLine + block.lineCount - 1)] : BlockLine();
    const bool areContainersNew = updateContainers(index, leaf);
    if (!state.isStale && state.block == block && state.lastLine == lastLine && state.isUnfinished == isUnfinished)
        return areContainersNew;
    const bool goesOn = !state.isStale && growsByLines(block.kind) && state.block.kind == block.kind
        && state.block.firstLine == block.firstLine && leaf.kind == leafKind(block);
    if (!goesOn)
        state.doneLines = state.doneSize = 0;
    build(index, leaf, state);
    state.block = block;
    state.lastLine = lastLine;
    state.isUnfinished = isUnfinished;
    state.isStale = false;
    return true;
}

bool MarkdownLeafBuilder::updateContainers(qsizetype index, Leaf &leaf)
{
    m_containers.clear();
    for (int i = m_blocks.blocks()[size_t(index)].container; i >= 0; i = m_blocks.nodes()[size_t(i)].parent) {
        const ContainerNode &node = m_blocks.nodes()[size_t(i)];
        Container container;
        container.kind = node.kind;
        container.id = i;
        container.number = node.number;
        container.isFirstLeaf = node.firstBlock == index;
        container.task = node.task;
        container.label = node.label;
        if (node.list >= 0) {
            const ListNode &list = m_blocks.lists()[size_t(node.list)];
            container.listId = node.list;
            container.isOrdered = list.isOrdered;
            container.isTight = !list.isLoose;
            if (list.isOrdered) {
                container.delimiter = list.delimiter;
                container.firstNumber = list.firstNumber;
            } else {
                container.number = 0;
            }
        }
        m_containers.push_back(std::move(container));
    }
    std::reverse(m_containers.begin(), m_containers.end());
    if (leaf.containers == m_containers)
        return false;
    leaf.containers = m_containers;
    return true;
}

void MarkdownLeafBuilder::build(qsizetype index, Leaf &leaf, LeafState &state)
{
    const Block &block = m_blocks.blocks()[size_t(index)];
    const LeafKind kind = leafKind(block);
    if (state.doneLines == 0) {
        leaf.text.clear();
        leaf.inlines.clear();
        leaf.rows.clear();
        leaf.columns.clear();
    }
    leaf.kind = kind;
    leaf.source = block.source;
    leaf.level = kind == LeafKind::Heading ? block.level : 0;
    leaf.isClosed = true;
    leaf.language.clear();
    switch (kind) {
    case LeafKind::Paragraph:
    case LeafKind::Heading:
        if (block.kind == BlockKind::MathBlock)
            buildLiteral(block, leaf);
        else
            buildParagraph(index, leaf);
        break;
    case LeafKind::Code:
        if (block.kind == BlockKind::FencedCode) {
            leaf.language = languageOf(slice(block.info));
            leaf.isClosed = !block.isOpen;
        }
        buildVerbatim(block, leaf, state);
        break;
    case LeafKind::MathBlock:
        leaf.isClosed = block.hasEnd;
        buildVerbatim(block, leaf, state);
        break;
    case LeafKind::Html:
        buildVerbatim(block, leaf, state);
        break;
    case LeafKind::Table:
        buildTable(index, leaf, state);
        break;
    case LeafKind::Rule:
        break;
    }
}

void MarkdownLeafBuilder::collectContent(const Block &block)
{
    m_content.clear();
    // A definition at the beginning of the paragraph at the end is hidden as if the paragraph had ended.
    const qsizetype skipped = block.isOpen ? m_blocks.definitionLineCount(block) : 0;
    m_steps += block.lineCount;
    for (qsizetype i = skipped; i < block.lineCount; ++i) {
        const BlockLine &line = m_blocks.lines()[size_t(block.firstLine + i)];
        if (i > skipped)
            m_content.appendLineEnd(m_blocks.lines()[size_t(block.firstLine + i - 1)].end);
        m_content.append({ line.begin, line.end });
    }
}

void MarkdownLeafBuilder::parseContent(qsizetype index, QString &text, std::vector<Inline> &inlines, bool isUnfinished)
{
    const InlineResult &result = m_inlineParser.parse(m_content.view(), isUnfinished);
    InlineFlattener(result, m_content, text, inlines).flatten();
    for (const QString &label : result.missingLabels)
        m_references.addWaiting(label, index);
}

void MarkdownLeafBuilder::buildParagraph(qsizetype index, Leaf &leaf)
{
    collectContent(m_blocks.blocks()[size_t(index)]);
    parseContent(index, leaf.text, leaf.inlines, m_blocks.isUnfinished(index));
    ++m_parsedLeafCount;
}

// Each line and each line end is an inline of its own, so that offsets lead back to the source.
void MarkdownLeafBuilder::buildLiteral(const Block &block, Leaf &leaf)
{
    qsizetype count = block.lineCount;
    const auto isBlankLine = [&](qsizetype i) {
        const BlockLine &line = m_blocks.lines()[size_t(block.firstLine + i)];
        return isBlankText(slice({ line.begin, line.end }));
    };
    while (count > 1 && isBlankLine(count - 1))
        --count;
    for (qsizetype i = 0; i < count; ++i) {
        const BlockLine &line = m_blocks.lines()[size_t(block.firstLine + i)];
        if (i > 0) {
            const qsizetype end = m_blocks.lines()[size_t(block.firstLine + i - 1)].end;
            leaf.inlines.push_back({ leaf.text.size(), 1, PlainStyle, {}, { end, end + 1 } });
            leaf.text += LineSeparator;
        }
        if (line.end == line.begin)
            continue;
        leaf.inlines.push_back({ leaf.text.size(), line.end - line.begin, PlainStyle, {}, { line.begin, line.end } });
        leaf.text += slice({ line.begin, line.end });
    }
}

// A line of a formula is shown without the delimiters on its first and last line.
SourceRange MarkdownLeafBuilder::shownRange(const Block &block, qsizetype line) const
{
    const BlockLine &whole = m_blocks.lines()[size_t(block.firstLine + line)];
    SourceRange shown { whole.begin, whole.end };
    if (block.kind != BlockKind::MathBlock)
        return shown;
    if (line == 0)
        shown.begin += 2;
    if (block.hasEnd && line == block.lineCount - 1)
        shown.end = block.mathEnd;
    while (shown.end > shown.begin && isBlank(m_source[shown.end - 1].unicode()))
        --shown.end;
    return shown;
}

// Blank lines at the end of indented code and around a formula do not belong to it; since more may come, they wait
// until a line that is not blank follows.
void MarkdownLeafBuilder::buildVerbatim(const Block &block, Leaf &leaf, LeafState &state)
{
    const bool isMath = block.kind == BlockKind::MathBlock;
    const bool waitsAtBlank = isMath || block.kind == BlockKind::IndentedCode;
    const qsizetype committed = m_blocks.committedLineCount() - block.firstLine;
    leaf.text.truncate(state.doneSize);
    qsizetype next = state.doneLines;
    for (qsizetype i = next; i < block.lineCount; ++i) {
        ++m_steps;
        if (waitsAtBlank && isBlankText(slice(shownRange(block, i))))
            continue;
        if (isMath && leaf.text.isEmpty())
            next = i;
        for (; next <= i; ++next) {
            const SourceRange shown = shownRange(block, next);
            m_steps += shown.end - shown.begin;
            if (next > 0 && !(isMath && leaf.text.isEmpty()))
                leaf.text += u'\n';
            leaf.text += QString(m_blocks.lines()[size_t(block.firstLine + next)].spaces, u' ');
            leaf.text += isMath && leaf.text.isEmpty() ? slice(shown).trimmed() : slice(shown);
        }
        if (i < committed) {
            state.doneLines = i + 1;
            state.doneSize = leaf.text.size();
        }
    }
    if (block.kind == BlockKind::IndentedCode && next > 0)
        leaf.source.end = m_blocks.lines()[size_t(block.firstLine + next - 1)].end;
}

void MarkdownLeafBuilder::buildTable(qsizetype index, Leaf &leaf, LeafState &state)
{
    const Block &block = m_blocks.blocks()[size_t(index)];
    const qsizetype committed = m_blocks.committedLineCount() - block.firstLine;
    const auto lineAt = [&](qsizetype i) { return m_blocks.lines()[size_t(block.firstLine + i)]; };
    const BlockLine delimiters = lineAt(1);
    if (state.doneLines == 0)
        leaf.columns = delimiterRow(slice({ delimiters.begin, delimiters.end }));
    leaf.rows.resize(size_t(state.doneSize));
    for (qsizetype i = state.doneLines; i < block.lineCount; ++i) {
        m_steps += qsizetype(leaf.columns.size());
        if (i != 1)
            leaf.rows.push_back(buildRow(index, lineAt(i), leaf.columns.size()));
        // The delimiter row may still be unfinished, and the columns with it.
        if (i >= 1 && i < committed) {
            state.doneLines = i + 1;
            state.doneSize = qsizetype(leaf.rows.size());
        }
    }
    ++m_parsedLeafCount;
}

std::vector<TableCell> MarkdownLeafBuilder::buildRow(qsizetype index, const BlockLine &line, size_t columns)
{
    std::vector<SourceRange> ranges = tableCells(slice({ line.begin, line.end }));
    ranges.resize(std::min(ranges.size(), columns));
    std::vector<TableCell> cells;
    cells.reserve(columns);
    for (const SourceRange &range : ranges) {
        TableCell &cell = cells.emplace_back();
        collectCell({ line.begin + range.begin, line.begin + range.end });
        parseContent(index, cell.text, cell.inlines);
    }
    cells.resize(columns);
    return cells;
}

// A bar in a cell is written \| whatever stands around it, in code too.
void MarkdownLeafBuilder::collectCell(SourceRange cell)
{
    m_content.clear();
    qsizetype begin = cell.begin;
    for (qsizetype i = cell.begin; i + 1 < cell.end; ++i) {
        if (m_source[i] != u'\\' || m_source[i + 1] != u'|')
            continue;
        m_content.append({ begin, i });
        begin = i + 1;
        ++i;
    }
    m_content.append({ begin, cell.end });
}

MarkdownLeafBuilder::ParsedInlines MarkdownLeafBuilder::parsedInlines(qsizetype index)
{
    collectContent(m_blocks.blocks()[size_t(index)]);
    return { m_inlineParser.parse(m_content.view()), m_content.view().toString() };
}

std::vector<std::vector<MarkdownLeafBuilder::ParsedInlines>> MarkdownLeafBuilder::parsedCells(qsizetype index)
{
    std::vector<std::vector<ParsedInlines>> rows;
    const Block &block = m_blocks.blocks()[size_t(index)];
    for (qsizetype i = 0; i < block.lineCount; ++i) {
        const BlockLine &line = m_blocks.lines()[size_t(block.firstLine + i)];
        if (i == 1)
            continue;
        auto &row = rows.emplace_back();
        for (const SourceRange &range : tableCells(slice({ line.begin, line.end }))) {
            collectCell({ line.begin + range.begin, line.begin + range.end });
            row.push_back({ m_inlineParser.parse(m_content.view()), m_content.view().toString() });
        }
    }
    return rows;
}
