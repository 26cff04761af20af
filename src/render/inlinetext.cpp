// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "inlinetext.h"

#include "formulafonts.h"
#include "hiddencharacters.h"
#include "linkpolicy.h"

#include <QCoreApplication>
#include <QGlyphRun>

#include <algorithm>

namespace {

constexpr qsizetype shownAddressLength = 90;
constexpr char16_t firstRightToLeft = 0x0590;

// A picture in model text is never fetched: what is shown is its description and where it would come from.
QString closedPictureText(const QString &description, const QString &address)
{
    const QString shortAddress = address.size() > shownAddressLength
        ? address.first(shownAddressLength) + QChar(0x2026) : address;
    if (description.isEmpty() || description == address)
        return QCoreApplication::translate("InlineText", "Picture, not loaded: %1").arg(shortAddress);
    return QCoreApplication::translate("InlineText", "Picture, not loaded: %1 (%2)").arg(description, shortAddress);
}

constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr char32_t colorSelector = 0xfe0f;       // "as an emoji", behind a sign that is text as well

// Fonts name keycaps, flags and families without the selector "as an emoji", and it keeps them from being found. A joiner, which asks for
// a picture as well, does not; and it is as long, so that no position changes.
void joinColorSelectors(QString &text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text.at(i).unicode() == colorSelector)
            text[i] = QChar(char16_t(zeroWidthJoiner));
    }
}

// The number of a source stands in a mark of its own: narrow spaces that never break hold its place instead of the brackets.
QString sourceMark(const QString &words)
{
    constexpr QChar narrowSpace(0x202f);
    return narrowSpace + words.mid(1, words.size() - 2) + narrowSpace;
}

qsizetype commonPrefix(const QString &a, const QString &b)
{
    const auto [inA, inB] = std::mismatch(a.cbegin(), a.cbegin() + qMin(a.size(), b.size()), b.cbegin());
    return inA - a.cbegin();
}

}

// nullptr where the source is shown. A formula that was there before is not typeset again.
std::shared_ptr<const MathFormula> InlineText::formulaFor(const QString &source, quint16 style,
                                                          const TranscriptTheme &theme) const
{
    const bool isSameTheme = m_theme.get() == &theme;
    for (const Run &run : m_runs) {
        if (isSameTheme && run.formula && run.style == style && run.formula->source() == source)
            return run.formula;
    }
    const auto look = style & DisplayMathStyle ? MathFormula::Style::Displayed : MathFormula::Style::InText;
    auto formula = std::make_shared<const MathFormula>(MathFormula::typeset(source, look, formulaFonts(theme)));
    // What would not fit into a narrow column is better wrapped as source.
    const bool isUsable = formula->isTypeset() && formula->width() > 0 && formula->width() < theme.scaled(560);
    return isUsable ? formula : nullptr;
}

std::vector<InlineText::Run> InlineText::makeRuns(const QString &text, std::span<const Inline> inlines,
                                                  const TranscriptTheme &theme, QString &shown) const
{
    if (inlines.empty()) {
        shown = text;
        return { { 0, text.size(), 0, text.size(), PlainStyle, {}, nullptr } };
    }
    std::vector<Run> runs;
    runs.reserve(inlines.size());
    shown.reserve(text.size());
    for (const Inline &part : inlines) {
        const QString words = text.mid(part.begin, part.length);
        const qsizetype begin = shown.size();
        std::shared_ptr<const MathFormula> formula;
        if (part.style & (MathStyle | DisplayMathStyle))
            formula = formulaFor(words, part.style, theme);
        // A mark that leads nowhere is no mark.
        const bool isMark = part.style & CitationStyle && allowedLink(part.target);
        const quint16 style = isMark ? part.style : quint16(part.style & ~CitationStyle);
        if (formula)
            shown += QChar::Nbsp;
        else if (isMark)
            shown += sourceMark(words);
        else
            shown += part.style & ImageStyle ? closedPictureText(words, part.target) : words;
        runs.push_back({ begin, shown.size() - begin, part.begin, part.length, style, part.target, std::move(formula) });
    }
    return runs;
}

QFont InlineText::sourceMarkFont() const
{
    constexpr int SmallestPixels = 9;
    QFont small = m_style.font;
    small.setPixelSize(qMax(SmallestPixels, qRound(small.pixelSize() * 0.74)));
    return small;
}

void InlineText::setContent(const QString &text, std::span<const Inline> inlines, const InlineTextStyle &style,
                            const TranscriptThemePointer &theme)
{
    QString shown;
    std::vector<Run> runs = makeRuns(text, inlines, *theme, shown);
    shown.replace(u'\n', QChar::LineSeparator);
    limitCombiningMarks(shown);
    if (!theme->emojiFamilies.isEmpty())
        joinColorSelectors(shown);

    qsizetype same = 0;
    if (theme == m_theme && style == m_style) {
        same = commonPrefix(m_text, shown);
        const auto [oldRun, newRun] = std::mismatch(m_runs.begin(), m_runs.end(), runs.begin(), runs.end(),
            [same](const Run &a, const Run &b) {
                // A run that merely grew at its end is the same run up to where the text differs.
                return a.looksLike(b)
                    && (a.length == b.length || qMin(a.begin + a.length, b.begin + b.length) >= same);
            });
        if (oldRun != m_runs.end())
            same = qMin(same, oldRun->begin);
        if (newRun != runs.end())
            same = qMin(same, newRun->begin);
        if (same == shown.size() && same == m_text.size() && !m_isStale) {
            m_runs = std::move(runs);
            return;
        }
    }
    // The top of that line does not move: how lines break above it does not depend on what comes behind.
    m_changedFrom = m_isStale ? 0 : topOfLineBefore(same);
    m_text = std::move(shown);
    m_runs = std::move(runs);
    m_style = style;
    m_theme = theme;
    m_isRightToLeft = m_text.isRightToLeft();
    m_isBidirectional = m_isRightToLeft || std::any_of(m_text.cbegin(), m_text.cend(), [](QChar c) {
        return c.unicode() >= firstRightToLeft && (c.direction() == QChar::DirR || c.direction() == QChar::DirAL);
    });
    m_hasTallMarks = hasManyMarks(m_text);
    m_isStale = true;
    while (!m_pieces.empty() && m_pieces.back().seenEnd >= same)
        m_pieces.pop_back();
}

const InlineText::Run *InlineText::runAt(qsizetype shownPosition) const
{
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), shownPosition,
        [](qsizetype position, const Run &run) { return position < run.begin; });
    return after == m_runs.begin() ? nullptr : &*std::prev(after);
}

std::span<const InlineText::Run> InlineText::runsIn(qsizetype begin, qsizetype end) const
{
    const auto startsBefore = [](const Run &run, qsizetype position) { return run.begin < position; };
    auto first = std::lower_bound(m_runs.begin(), m_runs.end(), begin, startsBefore);
    while (first != m_runs.begin() && std::prev(first)->begin + std::prev(first)->length > begin)
        --first;
    const auto last = std::lower_bound(first, m_runs.end(), end, startsBefore);
    return { first, last };
}

qsizetype InlineText::shownFrom(qsizetype position) const
{
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), position,
        [](qsizetype at, const Run &run) { return at < run.sourceBegin; });
    if (after == m_runs.begin())
        return 0;
    const Run &run = *std::prev(after);
    const qsizetype inside = position - run.sourceBegin;
    return run.begin + (inside >= run.sourceLength ? run.length : qMin(inside, run.length));
}

qsizetype InlineText::givenFrom(qsizetype shownPosition) const
{
    const Run *run = runAt(shownPosition);
    if (!run)
        return 0;
    const qsizetype inside = shownPosition - run->begin;
    return run->sourceBegin + (inside >= run->length ? run->sourceLength : qMin(inside, run->sourceLength));
}

InlineText::LineAt InlineText::lineAt(qreal y) const
{
    LineAt found;
    visitLines(y, [&](const LineAt &at) {
        found = at;
        return y >= at.bottom;
    });
    return found;
}

InlineText::LineAt InlineText::lineOf(qsizetype shownPosition) const
{
    LineAt found;
    visitLines(topOfPieceWith(shownPosition), [&](const LineAt &at) {
        found = at;
        const qsizetype end = at.piece->begin + at.line.textStart() + at.line.textLength();
        return shownPosition >= end;
    });
    return found;
}

QString InlineText::shownText() const
{
    QString text;
    for (const Run &run : m_runs) {
        const QStringView words = QStringView(m_text).sliced(run.begin, run.length);
        if (run.style & CitationStyle)
            text += QLatin1Char('[') + words.sliced(1, words.size() - 2).toString() + QLatin1Char(']');
        else
            text += run.formula ? QStringView(run.formula->source()) : words;
    }
    return text;
}

// Where directions meet, one place in the text is two on the line, and a stretch of text may be several on it: the glyphs know.
void InlineText::appendMixedRects(const LineAt &at, qsizetype from, qsizetype to, std::vector<QRectF> &rects) const
{
    for (const QGlyphRun &run : at.line.glyphRuns(int(from - at.piece->begin), int(to - from))) {
        const QList<QPointF> positions = run.positions();
        const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
        if (positions.isEmpty())
            continue;
        qreal left = positions.first().x();
        qreal right = left;
        for (qsizetype i = 0; i < positions.size(); ++i) {
            left = qMin(left, positions.at(i).x());
            right = qMax(right, positions.at(i).x() + advances.value(i).x());
        }
        const QRectF part(left, at.top, right - left, at.bottom - at.top);
        const bool goesOn = !rects.empty() && qFuzzyCompare(rects.back().top(), part.top()) && part.left() <= rects.back().right() + 1
            && part.right() >= rects.back().left() - 1;
        if (goesOn)
            rects.back() |= part;
        else
            rects.push_back(part);
    }
}

std::vector<QRectF> InlineText::shownRects(qsizetype begin, qsizetype end) const
{
    std::vector<QRectF> rects;
    visitLines(topOfPieceWith(begin), [&](const LineAt &at) {
        const qsizetype lineBegin = at.piece->begin + at.line.textStart();
        const qsizetype lineEnd = lineBegin + at.line.textLength();
        if (lineBegin >= end)
            return false;
        const qsizetype from = qMax(begin, lineBegin);
        const qsizetype to = qMin(end, lineEnd);
        if (from < to && m_isBidirectional) {
            appendMixedRects(at, from, to, rects);
        } else if (from < to) {
            const qreal a = at.line.cursorToX(int(from - at.piece->begin));
            const qreal b = at.line.cursorToX(int(to - at.piece->begin));
            rects.push_back(QRectF(qMin(a, b), at.top, qAbs(b - a), at.bottom - at.top));
        }
        return true;
    });
    return rects;
}

std::vector<QRectF> InlineText::rectsOf(const TextRange &range) const
{
    return shownRects(shownFrom(range.begin), shownFrom(range.end));
}

qsizetype InlineText::positionAt(const QPointF &point) const
{
    const LineAt at = lineAt(point.y());
    if (!at.piece)
        return 0;
    return givenFrom(at.piece->begin + at.line.xToCursor(point.x()));
}

QRectF InlineText::caretRect(qsizetype position) const
{
    const qsizetype shown = shownFrom(position);
    const LineAt at = lineOf(shown);
    if (!at.piece)
        return QRectF(0, 0, 1, m_style.lineHeight);
    return QRectF(at.line.cursorToX(int(shown - at.piece->begin)), at.top, 1, at.bottom - at.top);
}

qsizetype InlineText::lineEdge(qsizetype position, bool atEnd) const
{
    const LineAt at = lineOf(shownFrom(position));
    if (!at.piece)
        return position;
    qsizetype edge = at.piece->begin + at.line.textStart();
    if (atEnd) {
        edge += at.line.textLength();
        // The space or line break that ends a line stands behind the end.
        if (edge > 0 && edge < m_text.size() && m_text.at(edge - 1).isSpace())
            --edge;
    }
    return givenFrom(edge);
}

const QString *InlineText::targetAt(const QPointF &point) const
{
    const LineAt at = lineAt(point.y());
    if (!at.piece || point.y() < 0 || point.y() >= at.bottom)
        return nullptr;
    const QRectF used = at.line.naturalTextRect();
    if (point.x() < used.left() || point.x() >= used.right())
        return nullptr;
    const int shown = at.line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    const Run *run = runAt(at.piece->begin + shown);
    return run && run->style & (LinkStyle | ImageStyle) ? &run->target : nullptr;
}

std::vector<InlineText::Target> InlineText::targets() const
{
    std::vector<Target> found;
    for (const Run &run : m_runs) {
        if (!(run.style & (LinkStyle | ImageStyle)))
            continue;
        const TextRange range { run.sourceBegin, run.sourceBegin + run.sourceLength };
        const bool isImage = run.style & ImageStyle;
        // A link with bold words in it is several runs and one target.
        if (!found.empty() && found.back().address == run.target && found.back().range.end == range.begin && !isImage)
            found.back().range.end = range.end;
        else
            found.push_back({ range, run.target, isImage });
    }
    return found;
}
