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

constexpr qsizetype longestLine = 1000;
constexpr int keptLines = 200;
constexpr int tabColumns = 4;

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

// A guess that never has to be exact: it only decides how far the box scrolls.
int columnsOf(QStringView line)
{
    int columns = 0;
    for (const QChar c : line)
        columns += c == u'\t' ? tabColumns : c.unicode() >= 0x1100 ? 2 : 1;
    return columns;
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
    if (m_languageName != leaf.language) {
        m_languageName = leaf.language;
        m_language = codeLanguage(leaf.language);
        m_states.clear();
        m_shownLines.clear();
    }
    m_sourceBegin = leaf.source.begin;
    m_width = width;
    scanLines(leaf.text);
    m_height = headerHeight() + 2 * padding() + int(m_lineBegins.size()) * theme().codeLineHeight;
    clampSideways();
    return m_height;
}

// The text is what it was but for its last line, which may have been tried and taken back: that line is scanned again.
void CodeBox::scanLines(const QString &text)
{
    while (!m_lineBegins.empty() && m_lineBegins.back() > text.size())
        m_lineBegins.pop_back();
    const qsizetype from = m_lineBegins.empty() ? 0 : m_lineBegins.back();
    if (!m_lineBegins.empty())
        m_lineBegins.pop_back();
    const int firstNew = int(m_lineBegins.size());

    qsizetype begin = from;
    while (begin <= text.size()) {
        qsizetype end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        appendLine(text, begin, end);
        begin = end + 1;
    }
    m_textLength = text.size();
    m_shownLines.erase(m_shownLines.lower_bound(firstNew), m_shownLines.end());
    if (m_states.size() > size_t(firstNew))
        m_states.resize(size_t(firstNew));
}

void CodeBox::appendLine(const QString &text, qsizetype begin, qsizetype end)
{
    do {
        qsizetype partEnd = qMin(end, begin + longestLine);
        if (partEnd < end && text.at(partEnd - 1).isHighSurrogate())
            --partEnd;
        m_lineBegins.push_back(begin);
        m_widestColumns = qMax(m_widestColumns, columnsOf(QStringView(text).sliced(begin, partEnd - begin)));
        begin = partEnd;
    } while (begin < end);
}

TextRange CodeBox::lineRange(const Leaf &leaf, int line) const
{
    const qsizetype begin = m_lineBegins[size_t(line)];
    if (size_t(line) + 1 == m_lineBegins.size())
        return { begin, m_textLength };
    const qsizetype next = m_lineBegins[size_t(line) + 1];
    const bool endsHere = next > begin && leaf.text.at(next - 1) == u'\n';
    return { begin, endsHere ? next - 1 : next };
}

int CodeBox::lineAt(qreal y) const
{
    const int line = int(std::floor((y - headerHeight() - padding()) / theme().codeLineHeight));
    return qBound(0, line, int(m_lineBegins.size()) - 1);
}

int CodeBox::lineOf(qsizetype position) const
{
    const auto after = std::upper_bound(m_lineBegins.begin(), m_lineBegins.end(), position);
    return qMax(0, int(after - m_lineBegins.begin()) - 1);
}

quint32 CodeBox::stateBefore(const Leaf &leaf, int line) const
{
    std::vector<CodeSpan> unused;
    while (m_states.size() < size_t(line)) {
        const int next = int(m_states.size());
        const TextRange range = lineRange(leaf, next);
        const QStringView text = QStringView(leaf.text).sliced(range.begin, range.end - range.begin);
        unused.clear();
        m_states.push_back(lexCodeLine(*m_language, text, m_states.empty() ? 0 : m_states.back(), unused));
        ++m_colouredLines;
    }
    return line == 0 ? 0 : m_states[size_t(line) - 1];
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

QList<QTextLayout::FormatRange> CodeBox::coloursOf(const Leaf &leaf, int line) const
{
    QList<QTextLayout::FormatRange> formats;
    if (!m_language)
        return formats;
    const TextRange range = lineRange(leaf, line);
    std::vector<CodeSpan> spans;
    const quint32 state = lexCodeLine(*m_language, QStringView(leaf.text).sliced(range.begin, range.end - range.begin),
                                      stateBefore(leaf, line), spans);
    ++m_colouredLines;
    const bool isFinished = size_t(line) + 1 < m_lineBegins.size();
    if (isFinished && m_states.size() == size_t(line))
        m_states.push_back(state);
    for (const CodeSpan &span : spans) {
        QTextCharFormat format;
        format.setForeground(colour(span.kind));
        formats.append({ span.begin, span.length, format });
    }
    return formats;
}

const CodeBox::ShownLine &CodeBox::shownLine(const Leaf &leaf, int line) const
{
    const TextRange range = lineRange(leaf, line);
    ShownLine &shown = m_shownLines[line];
    if (shown.layout && (shown.isFinished || shown.length == range.end - range.begin))
        return shown;
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(tabColumns * m_characterWidth);
    shown.layout = std::make_unique<QTextLayout>(
        withHiddenCharactersShown(QStringView(leaf.text).sliced(range.begin, range.end - range.begin)), theme().code);
    shown.layout->setTextOption(option);
    shown.layout->setFormats(coloursOf(leaf, line));
    shown.layout->beginLayout();
    QTextLine textLine = shown.layout->createLine();
    if (textLine.isValid()) {
        textLine.setLineWidth(1e6);
        const QFontMetricsF metrics(theme().code);
        const qreal baseline = std::round((theme().codeLineHeight - metrics.height()) / 2 + metrics.ascent());
        textLine.setPosition({ 0, baseline - textLine.ascent() });
    }
    shown.layout->endLayout();
    shown.isFinished = size_t(line) + 1 < m_lineBegins.size();
    shown.length = range.end - range.begin;
    return shown;
}

int CodeBox::headerHeight() const
{
    return theme().steps(7);
}

QRectF CodeBox::textArea() const
{
    return QRectF(padding(), headerHeight(), m_width - 2 * padding(), m_height - headerHeight());
}

qreal CodeBox::sidewaysRange() const
{
    return qMax<qreal>(0, m_widestColumns * m_characterWidth - textArea().width());
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
    const QRectF frame = QRectF(0, 0, m_width, m_height).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colors.hairline);
    painter.setBrush(theme().colors.codeBackground);
    painter.drawRoundedRect(frame, theme().smallCorner, theme().smallCorner);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintHeader(painter, leaf, marks);

    const QRectF area = textArea();
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
    const int first = lineAt(marks.clip.top());
    const int last = lineAt(marks.clip.bottom());
    for (int line = first; line <= last; ++line) {
        const qreal y = headerHeight() + padding() + line * theme().codeLineHeight;
        shownLine(leaf, line).layout->draw(&painter, QPointF(area.left() - sidewaysPosition(), y));
    }
    painter.restore();
    paintSidewaysBar(painter, area.adjusted(0, 0, 0, -theme().scaled(2)));
    if (int(m_shownLines.size()) > keptLines) {
        m_shownLines.erase(m_shownLines.begin(), m_shownLines.lower_bound(first));
        m_shownLines.erase(m_shownLines.upper_bound(last), m_shownLines.end());
    }
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
    const QRectF copy = copyRect();
    const PaintContext *context = marks.context;
    const bool isCopied = context && context->copiedLeaf == marks.leafIndex;
    const int hidden = isCopied ? countHiddenCharacters(leaf.text) : 0;
    const QString shownLanguage = QFontMetricsF(theme().secondary)
        .elidedText(hidden > 0 ? hiddenText(hidden) : leaf.language, Qt::ElideRight, qMax<qreal>(0, copy.left() - bar.left()));
    painter.drawText(bar, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), shownLanguage);

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
        return m_textLength;
    const int line = lineAt(point.y());
    const qreal x = point.x() - padding() + sidewaysPosition();
    return m_lineBegins[size_t(line)] + shownLine(leaf, line).layout->lineAt(0).xToCursor(x);
}

QRectF CodeBox::caretRect(const Leaf &leaf, qsizetype position) const
{
    const int line = lineOf(position);
    const int column = int(qMin(position, lineRange(leaf, line).end) - m_lineBegins[size_t(line)]);
    const qreal x = shownLine(leaf, line).layout->lineAt(0).cursorToX(column);
    return QRectF(padding() + x - sidewaysPosition(), headerHeight() + padding() + line * theme().codeLineHeight, 1,
                  theme().codeLineHeight);
}

std::vector<QRectF> CodeBox::rectsOf(const Leaf &leaf, const TextRange &range) const
{
    std::vector<QRectF> rects;
    if (range.isEmpty())
        return rects;
    const qreal left = padding() - sidewaysPosition();
    const int lastLine = lineOf(range.end);
    for (int line = lineOf(range.begin); line <= lastLine; ++line) {
        const TextRange here = lineRange(leaf, line);
        const qreal y = headerHeight() + padding() + line * theme().codeLineHeight;
        qreal from = 0;
        // Whole lines in the middle need no layout: they are filled to the widest line.
        qreal to = qMax(m_widestColumns * m_characterWidth, textArea().width());
        if (range.begin > here.begin)
            from = shownLine(leaf, line).layout->lineAt(0).cursorToX(int(qMin(range.begin, here.end) - here.begin));
        if (range.end <= here.end)
            to = shownLine(leaf, line).layout->lineAt(0).cursorToX(int(range.end - here.begin));
        if (to > from)
            rects.push_back(QRectF(left + from, y, to - from, theme().codeLineHeight));
    }
    return rects;
}

qsizetype CodeBox::lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const
{
    const TextRange range = lineRange(leaf, lineOf(position));
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

qsizetype CodeBox::memoryEstimate() const
{
    return qsizetype(m_lineBegins.size()) * 12 + qsizetype(m_shownLines.size()) * 4000 + 500;
}
