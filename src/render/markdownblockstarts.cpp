// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownblockparser_p.h"

#include "markdownlimits_p.h"

using namespace MarkdownScan;

namespace {

// Whether a ] stands in the text for which there is no [.
bool closesBracket(QStringView text)
{
    int depth = 0;
    for (qsizetype i = 0; i < text.size() && depth >= 0; ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'[')
            ++depth;
        else if (text[i] == u']')
            --depth;
    }
    return depth < 0;
}

}

// The order is CommonMark's: a line of dashes under a paragraph is a heading before it is a rule, and a rule before it
// is a list item.
MarkdownBlockParser::Started MarkdownBlockParser::startBlock(MarkdownLineCursor &line)
{
    if (line.isBlank())
        return Started::Nothing;
    if (line.isIndented())
        return startIndentedCode(line) ? Started::Leaf : Started::Nothing;
    if (startQuote(line))
        return Started::Container;
    if (startHeading(line) || startFence(line) || startMath(line) || startHtml(line) || startUnderline(line)
        || startTable(line) || startRule(line))
        return Started::Leaf;
    if (startFootnote(line) || startListItem(line))
        return Started::Container;
    return Started::Nothing;
}

bool MarkdownBlockParser::startQuote(MarkdownLineCursor &line)
{
    if (line.current() != u'>' || !hasRoomForContainer())
        return false;
    prepareForChild(false);
    openContainer(OpenContainer::Kind::Quote, { .kind = Container::Kind::Quote });
    line.skipToNonSpace();
    line.skipCharacters(1);
    if (line.isAtSpace())
        line.skipColumns(1);
    return true;
}

bool MarkdownBlockParser::startHeading(MarkdownLineCursor &line)
{
    const int level = headingLevel(line.rest());
    if (level == 0)
        return false;
    prepareForChild(false);
    addBlock(BlockKind::Heading, line.nonSpace()).level = level;
    const QStringView shown = headingText(line.rest(), level);
    const qsizetype begin = shown.isEmpty() ? line.end() : line.nonSpace() + (shown.utf16() - line.rest().utf16());
    addLine({ begin, begin + shown.size(), 0 });
    m_blocks.back().source.end = line.end();
    closeLeaf();
    return true;
}

bool MarkdownBlockParser::startFence(MarkdownLineCursor &line)
{
    const auto fence = fenceStart(line.rest());
    if (!fence)
        return false;
    prepareForChild(false);
    Block &block = addBlock(BlockKind::FencedCode, line.nonSpace());
    block.fence = fence->character;
    block.fenceLength = fence->length;
    block.fenceIndent = line.indent();
    block.info = { line.nonSpace() + fence->length, line.end() };
    block.source.end = line.end();
    return true;
}

bool MarkdownBlockParser::startMath(MarkdownLineCursor &line)
{
    const QStringView rest = line.rest();
    if (!rest.startsWith(u"$$") && !rest.startsWith(u"\\["))
        return false;
    const QStringView formula = rest.sliced(2);
    const qsizetype end = mathEnd(formula, rest[1].unicode());
    if (end >= 0) {
        // Display maths within a sentence is the paragraph's business; so is an empty formula.
        if (!isBlankText(formula.sliced(end + 2)) || isBlankText(formula.first(end)))
            return false;
    } else if (formula.startsWith(u'$') || (rest[1] == u'[' && closesBracket(formula))) {
        return false;    // `$$$`, or a bracket escaped to not become a link
    }
    prepareForChild(false);
    addBlock(BlockKind::MathBlock, line.nonSpace()).fence = rest[1].unicode();
    line.skipToNonSpace();
    addMathLine(line, line.position() + 2);
    return true;
}

bool MarkdownBlockParser::startHtml(MarkdownLineCursor &line)
{
    const bool mayBeLazy = hasOpenLeaf() && m_blocks.back().kind == BlockKind::Paragraph;
    const int condition = htmlStart(line.rest(), mayBeLazy);
    if (condition == 0)
        return false;
    prepareForChild(false);
    addBlock(BlockKind::Html, line.position()).level = condition;
    addLine(line.remaining());
    if (endsHtml(condition, line.fromPosition()))
        closeLeaf();
    return true;
}

bool MarkdownBlockParser::startUnderline(MarkdownLineCursor &line)
{
    const int level = isInParagraph() ? underlineLevel(line.rest()) : 0;
    if (level == 0)
        return false;
    if (definitionLineCount(m_blocks.back()) == m_blocks.back().lineCount)
        return false;
    if (m_isTrying) {
        // Most often it is the beginning of a list; a paragraph must not flash as a heading for that.
        m_isUndecided = true;
        return true;
    }
    closeParagraph();
    Block &heading = m_blocks.back();
    heading.kind = BlockKind::Heading;
    heading.level = level;
    heading.source.end = line.end();
    heading.isOpen = false;
    return true;
}

bool MarkdownBlockParser::startTable(MarkdownLineCursor &line)
{
    if (!isInParagraph())
        return false;
    const std::vector<ColumnAlignment> columns = delimiterRow(line.rest());
    if (columns.empty())
        return false;
    const BlockLine header = m_lines.back();
    const int count = int(columns.size());
    if (tableCellCount(text({ header.begin, header.end })) != count || m_cellCount + count > MarkdownLimits::TableCells)
        return false;

    if (m_blocks.back().lineCount == 1) {
        m_blocks.back().kind = BlockKind::Table;
    } else {
        // The lines before the header stay a paragraph.
        Block &paragraph = m_blocks.back();
        --paragraph.lineCount;
        paragraph.source.end = m_lines[m_lines.size() - 2].end;
        closeLeaf();
        m_lines.pop_back();
        prepareForChild(false);
        addBlock(BlockKind::Table, header.begin);
        addLine(header);
    }
    m_blocks.back().level = count;
    m_cellCount += count;
    line.skipToNonSpace();
    addLine(line.remaining());
    return true;
}

bool MarkdownBlockParser::startRule(MarkdownLineCursor &line)
{
    if (!isThematicBreak(line.rest()))
        return false;
    prepareForChild(false);
    addBlock(BlockKind::Rule, line.nonSpace());
    addLine({ line.nonSpace(), line.end(), 0 });
    closeLeaf();
    return true;
}

bool MarkdownBlockParser::startFootnote(MarkdownLineCursor &line)
{
    const qsizetype length = footnoteStart(line.rest());
    if (length == 0 || !hasRoomForContainer())
        return false;
    const QString label = line.rest().sliced(2, length - 4).toString();
    prepareForChild(false);
    OpenContainer &footnote = openContainer(OpenContainer::Kind::Footnote, { .kind = Container::Kind::Footnote, .label = label });
    footnote.contentIndent = 4;
    if (!m_isTrying)
        m_references.defineFootnote(label);
    line.skipToNonSpace();
    line.skipCharacters(length);
    return true;
}

bool MarkdownBlockParser::startListItem(MarkdownLineCursor &line)
{
    const auto marker = listMarker(line.rest(), isInParagraph());
    if (!marker || !hasRoomForContainer())
        return false;
    const int markerIndent = line.indent();
    line.skipToNonSpace();
    line.skipCharacters(marker->width);
    int padding = line.indent();
    if (line.isBlank() || padding > 4) {
        padding = 1;
        if (line.isAtSpace())
            line.skipColumns(1);
    } else {
        line.skipColumns(padding);
    }

    m_leafMatched = false;
    closeUnmatched();
    const bool goesOn = !m_open.empty() && m_open.back().kind == OpenContainer::Kind::List
        && m_open.back().marker.delimiter == marker->delimiter && m_open.back().marker.isOrdered == marker->isOrdered;
    if (!goesOn)
        openList(*marker);
    prepareForChild(true);
    OpenContainer &list = m_open.back();
    const ContainerNode node { .kind = Container::Kind::ListItem, .list = list.list, .number = list.marker.number };
    if (list.marker.number < std::numeric_limits<int>::max())
        ++list.marker.number;
    openContainer(OpenContainer::Kind::Item, node).contentIndent = markerIndent + int(marker->width) + padding;
    return true;
}

bool MarkdownBlockParser::startIndentedCode(MarkdownLineCursor &line)
{
    // An indented line goes on with the paragraph or the table in front of it.
    if (hasOpenLeaf() && (m_blocks.back().kind == BlockKind::Paragraph || (m_leafMatched && m_blocks.back().kind == BlockKind::Table)))
        return false;
    line.skipColumns(4);
    prepareForChild(false);
    addBlock(BlockKind::IndentedCode, line.position());
    addLine(line.remaining());
    return true;
}
