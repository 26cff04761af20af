// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "inlinetext.h"

#include "linkpolicy.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr qsizetype pieceLength = 2000;

constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr char32_t keycap = 0x20e3;

// Letters of a flag's region, behind a black flag.
bool isTag(char32_t c)
{
    return c >= 0xE0020 && c <= 0xE007F;
}

bool isEmoji(char32_t c)
{
    return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x1F1E6 && c <= 0x1F1FF) || c == 0x2705 || c == 0x274C
        || c == 0x2728 || c == 0x2757 || c == 0x2753 || c == 0x26A1 || c == 0x2B50;
}

// Signs that are text unless something behind them asks for a picture. A joiner behind a letter is a matter of its script.
bool mayBeEmoji(char32_t c)
{
    constexpr char32_t informationSource = 0x2139;
    return !(QChar::isLetter(c) || QChar::isMark(c)) || c == informationSource;
}

}

int InlineText::layOut(qreal width)
{
    const bool fits = !m_isWrapped && m_naturalWidth <= width && !m_isRightToLeft && m_width >= 0;
    if (!m_isStale && (qFuzzyCompare(width, m_width) || fits)) {
        m_width = width;
        m_changedFrom = m_height;
        return m_height;
    }
    if (!qFuzzyCompare(width, m_width) && !(fits && m_isStale)) {
        m_pieces.clear();
        m_naturalWidth = 0;
        m_isWrapped = false;
        m_changedFrom = 0;
    }
    m_width = width;
    m_isStale = false;
    do {
        const qsizetype begin = m_pieces.empty() ? 0 : m_pieces.back().end;
        const int top = m_pieces.empty() ? 0 : m_pieces.back().bottom;
        layOutPiece(begin, top, width);
    } while (m_pieces.back().end < m_text.size());
    m_height = m_pieces.back().bottom;
    return m_height;
}

std::unique_ptr<QTextLayout> InlineText::makeLayout(qsizetype begin, qsizetype end, int top, qreal width, Lines &lines) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(m_isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    auto layout = std::make_unique<QTextLayout>(m_text.sliced(begin, end - begin), m_style.font);
    layout->setTextOption(option);
    layout->setFormats(formatsFor(begin, end));

    // All lines stand on one grid whatever fonts they mix; only a line that is really taller makes room for itself.
    const QFontMetricsF metrics(m_style.font);
    const qreal above = std::round((m_style.lineHeight - metrics.height()) / 2 + metrics.ascent());
    int y = top;
    lines.lastTop = top;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        qreal ascent = line.ascent();
        qreal descent = line.descent();
        const qsizetype lineBegin = begin + line.textStart();
        for (const Run &run : runsIn(lineBegin, lineBegin + line.textLength())) {
            if (!run.formula || run.begin < lineBegin)
                continue;
            ascent = std::max(ascent, run.formula->ascent() + 2);
            descent = std::max(descent, run.formula->descent() + 2);
        }
        const qreal baseline = y + std::max(above, std::ceil(ascent));
        line.setPosition({ 0, baseline - line.ascent() });
        lines.lastTop = y;
        y += std::max(m_style.lineHeight, int(std::ceil(baseline - y + descent)));
        lines.bottoms.push_back(y);
        lines.naturalWidth = std::max(lines.naturalWidth, line.naturalTextWidth());
    }
    layout->endLayout();
    return layout;
}

void InlineText::layOutPiece(qsizetype begin, int top, qreal width)
{
    Piece piece;
    piece.begin = begin;
    piece.seenEnd = qMin(begin + pieceLength, m_text.size());
    if (piece.seenEnd < m_text.size() && m_text.at(piece.seenEnd - 1).isHighSurrogate())
        --piece.seenEnd;
    Lines lines;
    piece.layout = makeLayout(begin, piece.seenEnd, top, width, lines);
    ++m_laidOutPieces;

    m_naturalWidth = std::max(m_naturalWidth, lines.naturalWidth);
    piece.lineCount = int(lines.bottoms.size());
    piece.lineBottoms = std::move(lines.bottoms);
    piece.top = top;
    piece.bottom = piece.lineCount > 0 ? piece.lineBottoms.back() : top;
    piece.end = piece.seenEnd;
    m_isWrapped = m_isWrapped || piece.lineCount > 1;
    const bool isLast = piece.seenEnd == m_text.size();
    if (!isLast && piece.lineCount > 1) {
        // Where the last line ends is not decided by this piece: the next one lays it out again.
        --piece.lineCount;
        piece.bottom = lines.lastTop;
        piece.end = begin + piece.layout->lineAt(piece.lineCount).textStart();
    }
    m_pieces.push_back(std::move(piece));
}

const QTextLayout &InlineText::layoutOf(const Piece &piece) const
{
    if (!piece.layout) {
        Lines lines;
        piece.layout = makeLayout(piece.begin, piece.seenEnd, piece.top, m_width, lines);
    }
    return *piece.layout;
}

std::vector<int> InlineText::lineBottoms() const
{
    std::vector<int> bottoms;
    for (const Piece &piece : m_pieces)
        bottoms.insert(bottoms.end(), piece.lineBottoms.begin(), piece.lineBottoms.begin() + piece.lineCount);
    return bottoms;
}

void InlineText::releaseLayouts()
{
    for (const Piece &piece : m_pieces)
        piece.layout.reset();
}

int InlineText::liveLayouts() const
{
    return int(std::count_if(m_pieces.begin(), m_pieces.end(), [](const Piece &piece) { return piece.layout != nullptr; }));
}

// Of the line that holds the character in front of a position, 0 where it cannot be told cheaply: a change there may
// give a line before it another look where letters join, turn round or are broken by a dictionary.
int InlineText::topOfLineBefore(qsizetype shownPosition) const
{
    const auto isUnsure = [](QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= 0x0590 && unit < 0x2000) || (unit >= 0xfb1d && unit < 0xff00);
    };
    const qsizetype position = shownPosition - 1;
    for (const Piece &piece : m_pieces) {
        if (position >= piece.end)
            continue;
        if (position < piece.begin || !piece.layout)
            return qMin(piece.top, m_height);
        int top = piece.top;
        for (int i = 0; i < piece.lineCount; ++i) {
            const QTextLine line = piece.layout->lineAt(i);
            const qsizetype begin = piece.begin + line.textStart();
            const QStringView words = QStringView(m_text).sliced(begin, qMin(qsizetype(line.textLength()), m_text.size() - begin));
            if (position < begin + line.textLength())
                return std::any_of(words.begin(), words.end(), isUnsure) ? 0 : top;
            top = piece.lineBottoms[size_t(i)];
        }
    }
    return 0;
}

int InlineText::topOfPieceWith(qsizetype shownPosition) const
{
    const auto found = std::upper_bound(m_pieces.begin(), m_pieces.end(), shownPosition,
        [](qsizetype position, const Piece &piece) { return position < piece.end; });
    return found == m_pieces.end() ? m_height : found->top;
}

QList<QTextLayout::FormatRange> InlineText::formatsFor(qsizetype begin, qsizetype end) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const Run &run : runsIn(begin, end)) {
        const qsizetype from = qMax(run.begin, begin);
        const qsizetype to = qMin(run.begin + run.length, end);
        if (from >= to || run.style == PlainStyle)
            continue;
        if (run.formula) {
            // One space that is as wide as the formula, which is painted over it.
            QFont spacer = m_style.font;
            spacer.setLetterSpacing(QFont::AbsoluteSpacing,
                                    run.formula->width() - QFontMetricsF(m_style.font).horizontalAdvance(QChar(QChar::Nbsp)));
            const bool isLink = run.style & LinkStyle && allowedLink(run.target);
            spacer.setUnderline(isLink);
            spacer.setStrikeOut(run.style & StrikeStyle);
            QTextCharFormat space;
            space.setFont(spacer);
            if (isLink)
                space.setForeground(m_theme->colors.accent);
            formats.append({ int(from - begin), int(to - from), space });
            continue;
        }
        const bool isFixed = run.style & (CodeStyle | MathStyle | DisplayMathStyle);
        QFont font = isFixed ? fixedFont() : m_style.font;
        if (run.style & StrongStyle)
            font.setBold(true);
        if (run.style & EmphasisStyle)
            font.setItalic(true);
        if (run.style & StrikeStyle)
            font.setStrikeOut(true);
        // A link that will not be opened does not look like one.
        const bool isOpenLink = run.style & LinkStyle && allowedLink(run.target);
        const bool isMark = run.style & CitationStyle;
        if (isMark)
            font = sourceMarkFont();
        else if (isOpenLink)
            font.setUnderline(true);
        QTextCharFormat format;
        format.setFont(font);
        if (isOpenLink) {
            format.setForeground(m_theme->colors.accent);
            if (m_theme->isForPaper)
                format.setAnchorHref(paperAddress(*allowedLink(run.target)));
        } else if (run.style & (ImageStyle | FootnoteStyle)) {
            format.setForeground(m_theme->colors.secondary);
        }
        if (run.style & FootnoteStyle)
            format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        formats.append({ int(from - begin), int(to - from), format });
        if (isChip(run))
            appendChipRoom(run, begin, end, formats);
    }
    appendEmojiFormats(begin, end, formats);
    return formats;
}

// Code in a heading is as large and as heavy as its heading.
QFont InlineText::fixedFont() const
{
    QFont font = m_theme->code;
    if (m_style.font.pixelSize() > m_theme->text.pixelSize())
        font.setPixelSize(qRound(qreal(m_style.font.pixelSize()) * font.pixelSize() / m_theme->text.pixelSize()));
    font.setWeight(m_style.font.weight());
    return font;
}

// Where all runs one way, a chip has its own room at both ends and covers neither a space nor a comma.
qreal InlineText::chipRoom() const
{
    return m_isRightToLeft || m_isBidirectional ? 0 : m_theme->scaled(3);
}

void InlineText::appendChipRoom(const Run &run, qsizetype begin, qsizetype end, QList<QTextLayout::FormatRange> &formats) const
{
    QTextCharFormat spaced;
    spaced.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    spaced.setFontLetterSpacing(chipRoom());
    const auto widen = [&](qsizetype at) {
        const qsizetype from = at > begin && m_text.at(at).isLowSurrogate() ? at - 1 : at;
        if (at >= begin && at < end && chipRoom() > 0)
            formats.append({ int(from - begin), int(at + 1 - from), spaced });
    };
    // The spacing of a formula is its width.
    const qsizetype before = run.begin - 1;
    const Run *neighbour = before >= begin ? runAt(before) : nullptr;
    if (neighbour && !neighbour->formula)
        widen(before);
    widen(run.begin + run.length - 1);
}

// Text fonts draw many emoji as outlines or boxes; a run of them asks for the colour font by name.
void InlineText::appendEmojiFormats(qsizetype begin, qsizetype end, QList<QTextLayout::FormatRange> &formats) const
{
    if (m_theme->emojiFamilies.isEmpty())
        return;
    qsizetype runBegin = -1;
    const auto close = [&](qsizetype at) {
        if (runBegin < 0)
            return;
        QTextCharFormat format;
        format.setFontFamilies(m_theme->emojiFamilies + m_style.font.families());
        format.setFontItalic(false);
        format.setFontWeight(QFont::Normal);
        formats.append({ int(runBegin - begin), int(at - runBegin), format });
        runBegin = -1;
    };
    for (qsizetype i = begin; i < end; ++i) {
        const QChar unit = m_text.at(i);
        const bool isPair = unit.isHighSurrogate() && i + 1 < end;
        const qsizetype next = i + (isPair ? 2 : 1);
        const bool isSelected = next < end && m_text.at(next).unicode() == zeroWidthJoiner;
        if (unit.unicode() < zeroWidthJoiner && !isSelected) {
            close(i);
            continue;
        }
        const char32_t c = isPair ? QChar::surrogateToUcs4(unit, m_text.at(i + 1)) : unit.unicode();
        const bool wantsColor = isSelected && mayBeEmoji(c);
        const bool joins = runBegin >= 0 && (c == zeroWidthJoiner || c == keycap || isTag(c));
        if (!isEmoji(c) && !wantsColor && !joins)
            close(i);
        else if (runBegin < 0)
            runBegin = i;
        i += isPair ? 1 : 0;
    }
    close(end);
}

qsizetype InlineText::memoryEstimate() const
{
    // Measured: about four kilobytes for a layout, and glyphs at some twenty bytes a character.
    return m_pieces.empty() ? 200 : 200 + (qsizetype(m_pieces.size()) * 4000 + m_text.size() * 22) * liveLayouts() / qsizetype(m_pieces.size());
}
