// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codebox.h"

#include "hiddencharacters.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace {

constexpr int keptLines = 200;

QString copyText()
{
    return QCoreApplication::translate("CodeBox", "Copy");
}

QString copiedText()
{
    return QCoreApplication::translate("CodeBox", "Copied");
}

// What was copied may do something else than what was read.
QString hiddenText(int count)
{
    return QCoreApplication::translate("CodeBox", "Copied; characters that cannot be seen: %1").arg(count);
}

}

CodeBox::CodeBox(TranscriptThemePointer boxTheme) : BlockBox(std::move(boxTheme))
{
    m_characterWidth = QFontMetricsF(theme().code).horizontalAdvance(u'0');
}

bool CodeBox::canShow(const Leaf &leaf) const
{
    return leaf.kind == LeafKind::Code && (m_sourceBegin < 0 || m_sourceBegin == leaf.source.begin);
}

int CodeBox::layOut(const Leaf &leaf, qreal width)
{
    const bool wasThere = m_lines.count() > 0 && m_width == width && m_languageName == leaf.language;
    const qreal gutterBefore = gutterWidth();
    if (m_languageName != leaf.language) {
        m_languageName = leaf.language;
        m_language = codeLanguage(leaf.language);
        m_states.clear();
        m_shownLines.clear();
    }
    m_sourceBegin = leaf.source.begin;
    m_width = width;
    const int firstNew = scan(leaf.text);
    // Lines that are finished stay as they are; what is behind the last one moves down.
    const bool isSame = wasThere && gutterBefore == gutterWidth();
    m_changedFrom = isSame ? headerHeight() + padding() + firstNew * theme().codeLineHeight : 0;
    m_height = headerHeight() + 2 * padding() + m_lines.count() * theme().codeLineHeight;
    clampSideways();
    return m_height;
}

// The first line that may be new.
int CodeBox::scan(const QString &text)
{
    CodeLines::Change change;
    int firstNew = m_lines.count();
    do {
        // One more digit in the numbers may leave less room for the lines.
        change = m_lines.update(text, fittingColumns());
        firstNew = qMin(firstNew, change.firstLine);
        m_shownLines.erase(m_shownLines.lower_bound(change.firstLine), m_shownLines.end());
        m_states.resize(qMin(m_states.size(), size_t(change.firstUnit)));
    } while (m_lines.columns() != fittingColumns());
    return firstNew;
}

int CodeBox::lineAt(qreal y) const
{
    const int line = int(std::floor((y - headerHeight() - padding()) / theme().codeLineHeight));
    return qBound(0, line, m_lines.count() - 1);
}

quint32 CodeBox::stateBefore(const Leaf &leaf, int unit) const
{
    std::vector<CodeSpan> unused;
    while (m_states.size() < size_t(unit)) {
        const TextRange range = m_lines.unit(int(m_states.size()));
        const QStringView text = QStringView(leaf.text).sliced(range.begin, range.end - range.begin);
        unused.clear();
        m_states.push_back(lexCodeLine(*m_language, text, m_states.empty() ? 0 : m_states.back(), unused));
        ++m_colouredLines;
    }
    return unit == 0 ? 0 : m_states[size_t(unit) - 1];
}

QColor CodeBox::colour(CodeKind kind) const
{
    const TranscriptTheme::Colors &colors = theme().colors;
    switch (kind) {
    case CodeKind::Keyword: return colors.codeKeyword;
    case CodeKind::String: return colors.codeString;
    case CodeKind::Comment: return colors.codeComment;
    case CodeKind::Name: return colors.codeName;
    case CodeKind::Number: return colors.codeNumber;
    case CodeKind::Added: return colors.codeAdded;
    case CodeKind::Removed: return colors.codeRemoved;
    case CodeKind::Plain: break;
    }
    return colors.text;
}

QList<QTextLayout::FormatRange> CodeBox::coloursOf(const Leaf &leaf, int line, const CodeLineText &text) const
{
    QList<QTextLayout::FormatRange> formats;
    if (!m_language)
        return formats;
    const int unit = m_lines.unitOf(line);
    const TextRange whole = m_lines.unit(unit);
    std::vector<CodeSpan> spans;
    const quint32 state = lexCodeLine(*m_language, QStringView(leaf.text).sliced(whole.begin, whole.end - whole.begin),
                                      stateBefore(leaf, unit), spans);
    ++m_colouredLines;
    const bool isFinished = unit + 1 < m_lines.unitCount();
    if (isFinished && m_states.size() == size_t(unit))
        m_states.push_back(state);
    const TextRange shown = m_lines.line(line);
    for (const CodeSpan &span : spans) {
        const qsizetype begin = qMax(shown.begin, whole.begin + span.begin);
        const qsizetype end = qMin(shown.end, whole.begin + span.begin + span.length);
        if (begin >= end)
            continue;
        QTextCharFormat format;
        format.setForeground(colour(span.kind));
        const qsizetype from = text.toDrawn(begin - shown.begin);
        formats.append({ int(from), int(text.toDrawn(end - shown.begin) - from), format });
    }
    return formats;
}

const CodeBox::ShownLine &CodeBox::shownLine(const Leaf &leaf, int line) const
{
    const TextRange range = m_lines.line(line);
    ShownLine &shown = m_shownLines[line];
    if (shown.layout && (shown.isFinished || shown.length == range.end - range.begin))
        return shown;
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(CodeLines::tabColumns * m_characterWidth);
    option.setTextDirection(Qt::LeftToRight);
    shown.text = CodeLineText(QStringView(leaf.text).sliced(range.begin, range.end - range.begin));
    shown.layout = std::make_unique<QTextLayout>(shown.text.drawn(), theme().code);
    shown.layout->setTextOption(option);
    shown.layout->setFormats(coloursOf(leaf, line, shown.text));
    shown.layout->beginLayout();
    QTextLine textLine = shown.layout->createLine();
    if (textLine.isValid()) {
        textLine.setLineWidth(1e6);
        const QFontMetricsF metrics(theme().code);
        const qreal baseline = std::round((theme().codeLineHeight - metrics.height()) / 2 + metrics.ascent());
        textLine.setPosition({ 0, baseline - textLine.ascent() });
    }
    shown.layout->endLayout();
    shown.isFinished = line + 1 < m_lines.count();
    shown.length = range.end - range.begin;
    return shown;
}

int CodeBox::headerHeight() const
{
    return theme().steps(7);
}

// Room for three digits from the beginning, so that the hundredth line moves nothing.
qreal CodeBox::gutterWidth() const
{
    if (!theme().codeOptions.showsLineNumbers)
        return 0;
    const qsizetype digits = qMax<qsizetype>(3, QString::number(m_lines.lastNumber()).size());
    return std::ceil(qreal(digits) * m_characterWidth) + padding();
}

int CodeBox::fittingColumns() const
{
    if (!theme().codeOptions.wrapsLines)
        return 0;
    return qMax(8, int(std::floor(textArea().width() / m_characterWidth)));
}

QRectF CodeBox::textArea() const
{
    const qreal left = padding() + gutterWidth();
    return QRectF(left, headerHeight(), m_width - left - padding(), m_height - headerHeight());
}

qreal CodeBox::sidewaysRange() const
{
    if (m_lines.columns() > 0)
        return 0;
    return qMax<qreal>(0, m_lines.widestColumns() * m_characterWidth - textArea().width());
}

QRectF CodeBox::copyRect() const
{
    const QFontMetricsF metrics(theme().secondary);
    const qreal width = qMax(metrics.horizontalAdvance(copyText()), metrics.horizontalAdvance(copiedText()))
        + theme().steps(4);
    return QRectF(m_width - width - theme().step, theme().scaled(3), width, headerHeight() - theme().scaled(6));
}

void CodeBox::paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const
{
    paintFrame(painter, marks.clip);
    if (marks.clip.top() < headerHeight())
        paintHeader(painter, leaf, marks);

    const QRectF area = textArea();
    const int first = lineAt(marks.clip.top());
    const int last = lineAt(marks.clip.bottom());
    paintLineNumbers(painter, first, last);
    painter.save();
    painter.setClipRect(area.adjusted(-1, 1, 1, -1), Qt::IntersectClip);
    for (const TextRange &range : marks.found) {
        for (const QRectF &part : rectsOf(leaf, range))
            painter.fillRect(part, theme().colors.searchMark);
    }
    if (!marks.selection.isEmpty()) {
        for (const QRectF &part : rectsOf(leaf, marks.selection))
            painter.fillRect(part, theme().colors.selection);
    }
    painter.setPen(theme().colors.text);
    for (int line = first; line <= last; ++line) {
        const qreal y = headerHeight() + padding() + line * theme().codeLineHeight;
        shownLine(leaf, line).layout->draw(&painter, QPointF(area.left() - sidewaysPosition(), y));
    }
    painter.restore();
    paintSidewaysBar(painter, marks);
    if (int(m_shownLines.size()) > keptLines) {
        m_shownLines.erase(m_shownLines.begin(), m_shownLines.lower_bound(first));
        m_shownLines.erase(m_shownLines.upper_bound(last), m_shownLines.end());
    }
}

void CodeBox::paintLineNumbers(QPainter &painter, int first, int last) const
{
    if (gutterWidth() <= 0)
        return;
    painter.setFont(theme().code);
    painter.setPen(theme().colors.faint);
    for (int line = first; line <= last; ++line) {
        const int number = m_lines.numberOf(line);
        if (number == 0)
            continue;
        const QRectF place(padding(), headerHeight() + padding() + line * theme().codeLineHeight, gutterWidth() - padding(),
                           theme().codeLineHeight);
        painter.drawText(place, int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), QString::number(number));
    }
}

// Round corners are smoothed, which costs; while code streams in, what is painted is mostly between them.
void CodeBox::paintFrame(QPainter &painter, const QRectF &clip) const
{
    const qreal corner = theme().smallCorner + 1;
    const QTransform &place = painter.transform();
    const bool isOnPixels = place.type() <= QTransform::TxTranslate && place.dx() == std::floor(place.dx()) && m_width == std::floor(m_width);
    QRectF middle(0, 0, m_width, m_height);
    if (isOnPixels) {
        middle.setTop(qMax(corner, std::floor(clip.top())));
        middle.setBottom(qMin(m_height - corner, std::ceil(clip.bottom())));
    }
    if (isOnPixels && middle.top() <= clip.top() && middle.bottom() >= clip.bottom()) {
        painter.fillRect(middle, theme().colors.codeBackground);
        painter.fillRect(QRectF(0, middle.top(), 1, middle.height()), theme().colors.hairline);
        painter.fillRect(QRectF(m_width - 1, middle.top(), 1, middle.height()), theme().colors.hairline);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colors.hairline);
    painter.setBrush(theme().colors.codeBackground);
    painter.drawRoundedRect(QRectF(0, 0, m_width, m_height).adjusted(0.5, 0.5, -0.5, -0.5), theme().smallCorner, theme().smallCorner);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void CodeBox::paintHeader(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const
{
    const auto is = [&](const Hotspot *spot) {
        return spot && spot->kind == Hotspot::Kind::CopyCode && spot->leaf == marks.leafIndex;
    };
    painter.fillRect(QRectF(1, headerHeight() - 1, m_width - 2, 1), theme().colors.hairline);
    painter.setFont(theme().secondary);
    painter.setPen(theme().colors.secondary);
    const QRectF bar(padding(), 0, m_width - 2 * padding(), headerHeight() - 1);
    const QRectF copy = theme().isForPaper ? QRectF(bar.topRight(), QSizeF()) : copyRect();
    const PaintContext *context = marks.context;
    const bool isCopied = context && context->copiedLeaf == marks.leafIndex;
    const int hidden = isCopied ? countHiddenCharacters(leaf.text) : 0;
    const QString shownLanguage = QFontMetricsF(theme().secondary)
        .elidedText(hidden > 0 ? hiddenText(hidden) : leaf.language, Qt::ElideRight, qMax<qreal>(0, copy.left() - bar.left()));
    painter.drawText(bar, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), shownLanguage);
    if (theme().isForPaper)
        return;

    const bool isHovered = context && (is(context->hovered) || is(context->focused));
    if (isHovered) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(context && is(context->focused) ? QPen(theme().colors.accent) : QPen(Qt::NoPen));
        painter.setBrush(theme().colors.selectedRow);
        painter.drawRoundedRect(copy, theme().step, theme().step);
    }
    painter.setPen(isHovered ? theme().colors.text : theme().colors.secondary);
    painter.drawText(copy, int(Qt::AlignCenter), isCopied ? copiedText() : copyText());
}

qsizetype CodeBox::positionAt(const Leaf &leaf, const QPointF &point) const
{
    if (point.y() < headerHeight())
        return 0;
    if (point.y() >= m_height - padding())
        return leaf.text.size();
    const int line = lineAt(point.y());
    const qreal x = point.x() - textArea().left() + sidewaysPosition();
    const ShownLine &shown = shownLine(leaf, line);
    return m_lines.line(line).begin + shown.text.positionAt(shown.layout->lineAt(0), x);
}

QRectF CodeBox::caretRect(const Leaf &leaf, qsizetype position) const
{
    const int line = m_lines.lineOf(position);
    const qsizetype column = qMin(position, m_lines.line(line).end) - m_lines.line(line).begin;
    const ShownLine &shown = shownLine(leaf, line);
    const qreal x = shown.text.caretX(shown.layout->lineAt(0), column);
    return QRectF(textArea().left() + x - sidewaysPosition(), headerHeight() + padding() + line * theme().codeLineHeight, 1,
                  theme().codeLineHeight);
}

std::vector<QRectF> CodeBox::rectsOf(const Leaf &leaf, const TextRange &range) const
{
    std::vector<QRectF> rects;
    if (range.isEmpty())
        return rects;
    const qreal left = textArea().left() - sidewaysPosition();
    const int lastLine = m_lines.lineOf(range.end);
    for (int line = m_lines.lineOf(range.begin); line <= lastLine; ++line) {
        const TextRange here = m_lines.line(line);
        const qreal y = headerHeight() + padding() + line * theme().codeLineHeight;
        // Whole lines in the middle need no layout: they are filled to the widest line.
        const qreal widest = qMax(m_lines.widestColumns() * m_characterWidth, textArea().width());
        std::vector<CodeLineText::Part> parts { { 0, widest } };
        if (range.begin > here.begin || range.end <= here.end) {
            const ShownLine &shown = shownLine(leaf, line);
            const QTextLine textLine = shown.layout->lineAt(0);
            parts = shown.text.parts(textLine, { qMax(range.begin, here.begin) - here.begin, qMin(range.end, here.end) - here.begin });
            if (range.end > here.end)
                parts.push_back({ shown.text.caretX(textLine, here.end - here.begin), widest });
        }
        for (const CodeLineText::Part &part : parts) {
            if (part.right > part.left)
                rects.push_back(QRectF(left + part.left, y, part.right - part.left, theme().codeLineHeight));
        }
    }
    return rects;
}

qsizetype CodeBox::lineEdge(const Leaf &, qsizetype position, bool atEnd) const
{
    const TextRange range = m_lines.line(m_lines.lineOf(position));
    return atEnd ? range.end : range.begin;
}

std::vector<Hotspot> CodeBox::hotspots(const Leaf &leaf) const
{
    const QString label = leaf.language.isEmpty()
        ? QCoreApplication::translate("CodeBox", "Copy code")
        : QCoreApplication::translate("CodeBox", "Copy code, %1").arg(leaf.language);
    return { { .kind = Hotspot::Kind::CopyCode, .rect = copyRect(), .value = {}, .label = label, .place = {} } };
}

bool CodeBox::isOnText(const QPointF &point) const
{
    return point.y() >= headerHeight();
}

std::vector<int> CodeBox::cutPositions() const
{
    std::vector<int> positions;
    for (int line = 1; line < m_lines.count(); ++line)
        positions.push_back(headerHeight() + padding() + line * theme().codeLineHeight);
    return positions;
}

qsizetype CodeBox::memoryEstimate() const
{
    return qsizetype(m_lines.count()) * 28 + qsizetype(m_shownLines.size()) * 4000 + 500;
}
