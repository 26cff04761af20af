// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownblockparser_p.h"

#include "markdownlimits_p.h"

#include <algorithm>

using namespace MarkdownScan;

namespace {

bool isVerbatim(BlockKind kind)
{
    return kind == BlockKind::FencedCode || kind == BlockKind::IndentedCode || kind == BlockKind::Html || kind == BlockKind::MathBlock;
}

// An unfinished line that can still become a closing fence is not shown as code first.
bool mayBecomeFenceEnd(QStringView rest, char16_t fence)
{
    if (rest.isEmpty())
        return false;
    for (const QChar character : rest) {
        if (character != fence)
            return false;
    }
    return true;
}

// A lone bullet becomes a list item, a rule or bold text with the next character.
bool isLoneBullet(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    return trimmed == u"-" || trimmed == u"*" || trimmed == u"+";
}

// A number alone behind an item of a numbered list is the next one on its way.
bool isLoneNumber(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    constexpr qsizetype mostDigits = 9;
    return !trimmed.isEmpty() && trimmed.size() <= mostDigits && std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// What the row under the head of a table looks like before it is whole.
bool mayBecomeDelimiterRow(QStringView line)
{
    return line.contains(u'|') && std::all_of(line.begin(), line.end(), [](QChar c) { return c == u'|' || c == u'-' || c == u':' || c == u' '; });
}

}

MarkdownBlockParser::MarkdownBlockParser(const QString &source, MarkdownReferences &references, qint64 &steps)
    : m_source(source)
    , m_references(references)
    , m_steps(steps)
{
}

void MarkdownBlockParser::commitLine(SourceRange line)
{
    m_isUndecided = false;
    processLine(line);
}

void MarkdownBlockParser::tryLine(SourceRange line)
{
    takeSnapshot();
    m_isTrying = true;
    const bool isVerbatimLeaf = hasOpenLeaf() && isVerbatim(m_blocks.back().kind);
    if (!isVerbatimLeaf && (isLoneBullet(text(line)) || (isInNumberedList() && isLoneNumber(text(line)))))
        return;
    m_isUndecided = false;
    processLine(line);
    if (m_isUndecided) {
        rollBack();
        m_isTrying = true;
    }
}

bool MarkdownBlockParser::isInNumberedList() const
{
    return std::any_of(m_open.begin(), m_open.end(), [](const OpenContainer &container) {
        return container.kind == OpenContainer::Kind::List && container.marker.isOrdered;
    });
}

void MarkdownBlockParser::takeSnapshot()
{
    m_snapshot.blockCount = qsizetype(m_blocks.size());
    m_snapshot.lineCount = qsizetype(m_lines.size());
    m_snapshot.nodeCount = qsizetype(m_nodes.size());
    m_snapshot.listCount = qsizetype(m_lists.size());
    m_snapshot.cellCount = m_cellCount;
    m_snapshot.lineNumber = m_lineNumber;
    if (!m_blocks.empty())
        m_snapshot.lastBlock = m_blocks.back();
    m_snapshot.open = m_open;
    m_changedNodes.clear();
    m_loosenedLists.clear();
}

void MarkdownBlockParser::rollBack()
{
    if (!m_isTrying)
        return;
    m_isTrying = false;
    m_blocks.resize(size_t(m_snapshot.blockCount));
    if (!m_blocks.empty())
        m_blocks.back() = m_snapshot.lastBlock;
    m_lines.resize(size_t(m_snapshot.lineCount));
    m_nodes.resize(size_t(m_snapshot.nodeCount));
    m_lists.resize(size_t(m_snapshot.listCount));
    m_cellCount = m_snapshot.cellCount;
    m_lineNumber = m_snapshot.lineNumber;
    m_open = m_snapshot.open;
    for (auto changed = m_changedNodes.rbegin(); changed != m_changedNodes.rend(); ++changed)
        m_nodes[size_t(changed->first)] = std::move(changed->second);
    for (const int list : m_loosenedLists) {
        m_lists[size_t(list)].isLoose = false;
        m_changedLists.push_back(list);
    }
    m_changedNodes.clear();
    m_loosenedLists.clear();
}

void MarkdownBlockParser::closeAll()
{
    m_matched = 0;
    m_leafMatched = false;
    closeUnmatched();
}

void MarkdownBlockParser::processLine(SourceRange range)
{
    ++m_lineNumber;
    m_steps += range.end - range.begin + 1;
    MarkdownLineCursor line(m_source, range);
    m_leafTookLine = false;
    m_matched = matchContainers(line);
    const qsizetype matchedBefore = m_matched;
    m_leafMatched = m_matched == qsizetype(m_open.size()) && hasOpenLeaf() && leafContinues(line);

    qsizetype quoteDepth = 0;
    for (qsizetype i = 0; i < matchedBefore; ++i) {
        if (m_open[size_t(i)].kind == OpenContainer::Kind::Quote)
            quoteDepth = i + 1;
    }
    if (m_leafTookLine) {
        markLastLines(false, quoteDepth);
        return;
    }

    const bool isBlank = line.isBlank();
    const bool isInsideVerbatim = m_leafMatched && isVerbatim(m_blocks.back().kind);
    const bool countsAsContent = !isBlank || (isInsideVerbatim && m_blocks.back().kind != BlockKind::IndentedCode);
    Started started = Started::Nothing;
    if (!isInsideVerbatim) {
        do
            started = startBlock(line);
        while (started == Started::Container);
    }
    if (m_isTrying && started == Started::Nothing && isInParagraph() && text({ m_lines.back().begin, m_lines.back().end }).contains(u'|'))
        m_isUndecided = mayBecomeDelimiterRow(line.rest());
    if (m_isUndecided)
        return;
    if (started == Started::Nothing)
        addText(line);
    keepPlaceOfEmptyContainer(line);
    markLastLines(!countsAsContent, quoteDepth);
}

qsizetype MarkdownBlockParser::matchContainers(MarkdownLineCursor &line)
{
    qsizetype matched = 0;
    while (matched < qsizetype(m_open.size()) && matchContainer(m_open[size_t(matched)], line))
        ++matched;
    // A list whose item has ended goes on only when the line brings its next item.
    return matched;
}

bool MarkdownBlockParser::matchContainer(const OpenContainer &container, MarkdownLineCursor &line) const
{
    switch (container.kind) {
    case OpenContainer::Kind::List:
        return true;
    case OpenContainer::Kind::Quote:
        if (line.isIndented() || line.current() != u'>')
            return false;
        line.skipToNonSpace();
        line.skipCharacters(1);
        if (line.isAtSpace())
            line.skipColumns(1);
        return true;
    case OpenContainer::Kind::Item:
    case OpenContainer::Kind::Footnote:
        // An item may begin with one blank line, not with two.
        if (line.isBlank() ? !container.hasChild : line.indent() < container.contentIndent)
            return false;
        line.skipColumns(std::min(line.indent(), container.contentIndent));
        return true;
    }
    return false;
}

bool MarkdownBlockParser::leafContinues(MarkdownLineCursor &line)
{
    Block &leaf = m_blocks.back();
    switch (leaf.kind) {
    case BlockKind::Paragraph:
    case BlockKind::Table:
        return !line.isBlank();
    case BlockKind::IndentedCode:
        return line.isIndented() || line.isBlank();
    case BlockKind::Html:
        return leaf.level < 6 || !line.isBlank();
    case BlockKind::MathBlock:
        m_leafTookLine = m_isTrying && (line.rest() == u"$" || line.rest() == u"\\");
        return m_leafTookLine || !givesUpMath(leaf, line);
    case BlockKind::FencedCode:
        if (!line.isIndented() && isFenceEnd(line.rest(), leaf.fence, leaf.fenceLength)) {
            leaf.hasEnd = true;
            leaf.source.end = line.end();
            leaf.isOpen = false;
            m_leafTookLine = true;
        } else if (m_isTrying && !line.isIndented() && mayBecomeFenceEnd(line.rest(), leaf.fence)) {
            m_leafTookLine = true;
        }
        return true;
    default:
        return false;
    }
}

// A formula whose end was forgotten must not take the rest of the answer with it. What is no formula any more is known by a code
// fence, by a sentence after a blank line, and by any line after one where it is too long to be typeset; then it is literal text.
bool MarkdownBlockParser::givesUpMath(const Block &leaf, const MarkdownLineCursor &line) const
{
    if (line.isBlank() || mathEnd(line.rest(), leaf.fence) >= 0)
        return false;
    if (!line.isIndented() && fenceStart(line.rest()))
        return true;
    const BlockLine &last = m_lines.back();
    const bool isTooLong = line.end() - leaf.source.begin > MarkdownLimits::DisplayMath;
    return isBlankText(text({ last.begin, last.end })) && (isTooLong || isProse(line.rest()));
}

void MarkdownBlockParser::addText(MarkdownLineCursor &line)
{
    if (!m_leafMatched && !line.isBlank() && hasOpenLeaf() && m_blocks.back().kind == BlockKind::Paragraph) {
        // Lazy continuation: the markers are missing, the paragraph goes on.
        line.skipToNonSpace();
        addLine(line.remaining());
        return;
    }
    closeUnmatched();
    if (m_leafMatched)
        addToMatchedLeaf(line);
    else if (!line.isBlank())
        startParagraph(line);
}

void MarkdownBlockParser::startParagraph(MarkdownLineCursor &line)
{
    line.skipToNonSpace();
    prepareForChild(false);
    addBlock(BlockKind::Paragraph, line.position());
    takeTaskMarker(line);
    addLine(line.remaining());
}

// `[ ]` or `[x]` before the first word of a list item.
void MarkdownBlockParser::takeTaskMarker(MarkdownLineCursor &line)
{
    const int node = innermostNode();
    const bool isFirstInItem = node >= 0 && m_nodes[size_t(node)].kind == Container::Kind::ListItem
        && m_nodes[size_t(node)].firstBlock == qsizetype(m_blocks.size()) - 1;
    const QStringView rest = line.rest();
    if (!isFirstInItem || rest.size() < 5 || rest[0] != u'[' || rest[2] != u']' || !isBlank(rest[3].unicode())
        || isBlankText(rest.sliced(3)))
        return;
    if (rest[1] != u' ' && rest[1] != u'x' && rest[1] != u'X')
        return;
    setTask(node, rest[1] == u' ' ? Container::Task::Open : Container::Task::Ticked);
    line.skipCharacters(3);
    line.skipToNonSpace();
}

void MarkdownBlockParser::addToMatchedLeaf(MarkdownLineCursor &line)
{
    Block &leaf = m_blocks.back();
    switch (leaf.kind) {
    case BlockKind::Paragraph:
        line.skipToNonSpace();
        break;
    case BlockKind::Table:
        if (m_cellCount + leaf.level > MarkdownLimits::TableCells) {
            startParagraph(line);
            return;
        }
        m_cellCount += leaf.level;
        line.skipToNonSpace();
        break;
    case BlockKind::FencedCode:
        line.skipColumns(std::min(line.indent(), leaf.fenceIndent));
        break;
    case BlockKind::IndentedCode:
        line.skipColumns(std::min(line.indent(), 4));
        break;
    case BlockKind::MathBlock:
        addMathLine(line, line.position());
        return;
    default:
        break;
    }
    addLine(line.remaining());
    if (leaf.kind == BlockKind::Html && endsHtml(leaf.level, line.fromPosition()))
        closeLeaf();
}

// Text after the closing delimiter is a paragraph of its own.
void MarkdownBlockParser::addMathLine(MarkdownLineCursor &line, qsizetype searchFrom)
{
    Block &leaf = m_blocks.back();
    const qsizetype end = mathEnd(text({ searchFrom, line.end() }), leaf.fence);
    BlockLine added = line.remaining();
    if (end < 0) {
        addLine(added);
        return;
    }
    leaf.hasEnd = true;
    leaf.mathEnd = searchFrom + end;
    added.end = leaf.mathEnd + 2;
    addLine(added);
    closeLeaf();
    line.skipCharacters(added.end - line.position());
    if (!line.isBlank())
        startParagraph(line);
}

// Blank lines in a quote belong to it; elsewhere they make a gap, and a gap makes a list loose.
void MarkdownBlockParser::markLastLines(bool isGap, qsizetype quoteDepth)
{
    for (qsizetype i = 0; i < qsizetype(m_open.size()); ++i) {
        if (!isGap || i < quoteDepth)
            m_open[size_t(i)].lastLine = m_lineNumber;
    }
}

void MarkdownBlockParser::keepPlaceOfEmptyContainer(const MarkdownLineCursor &line)
{
    if (m_open.empty() || m_open.back().kind == OpenContainer::Kind::List || m_open.back().hasChild)
        return;
    const int node = innermostNode();
    if (!m_blocks.empty() && m_blocks.back().kind == BlockKind::Empty && m_blocks.back().container == node)
        return;
    addBlock(BlockKind::Empty, line.position());
    m_blocks.back().isOpen = false;
}
