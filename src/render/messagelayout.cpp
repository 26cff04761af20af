// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messagelayout.h"

#include "leafpositions.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <climits>
#include <cmath>

namespace {

// The two leaves at the end may have been tried and taken back; their revision alone says too little.
constexpr size_t uncertainTail = 2;

bool sharesListItem(const Leaf &a, const Leaf &b)
{
    return !a.containers.empty() && !b.containers.empty() && a.containers.back().id == b.containers.back().id;
}

QString markerText(const Container &container)
{
    constexpr qsizetype longestLabel = 12;
    if (container.kind != Container::Kind::Footnote)
        return QString::number(container.number) + QChar(container.delimiter);
    const QString &label = container.label;
    return (label.size() > longestLabel ? label.first(longestLabel - 1) + QChar(0x2026) : label) + u'.';
}

// The list both stand in, innermost; nullptr when there is none.
const Container *commonList(const Leaf &a, const Leaf &b)
{
    const Container *common = nullptr;
    for (size_t i = 0; i < qMin(a.containers.size(), b.containers.size()); ++i) {
        const Container &one = a.containers[i];
        const Container &other = b.containers[i];
        if (one.kind == Container::Kind::ListItem && other.kind == Container::Kind::ListItem && one.listId == other.listId)
            common = &other;
        if (one.id != other.id)
            break;
    }
    return common;
}

}

MessageLayout::MessageLayout(const std::vector<Leaf> &leaves, const QString &source, TranscriptThemePointer theme)
    : m_leaves(&leaves), m_source(&source), m_theme(std::move(theme))
{
}

MessageLayout::~MessageLayout() = default;

void MessageLayout::noteChange(qsizetype firstChanged)
{
    m_firstChanged = qMin(m_firstChanged, firstChanged);
}

bool MessageLayout::isUnchanged(size_t index, bool isSameWidth) const
{
    const Leaf &leaf = (*m_leaves)[index];
    return isSameWidth && index < m_boxes.size() && index + uncertainTail < m_leaves->size()
        && m_boxes[index]->revision == leaf.revision && m_begins[index] == leaf.source.begin
        && m_boxes[index]->canShow(leaf) && qFuzzyCompare(m_boxes[index]->rect.width(), m_width - indentOf(leaf));
}

qreal MessageLayout::naturalWidth() const
{
    qreal widest = 0;
    for (const std::unique_ptr<BlockBox> &box : m_boxes)
        widest = qMax(widest, box->rect.left() + box->naturalWidth());
    return widest;
}

int MessageLayout::layOut(qreal width)
{
    const bool isSameWidth = qFuzzyCompare(width, m_width);
    const size_t count = m_leaves->size();
    const size_t first = isSameWidth ? size_t(qBound<qsizetype>(0, m_firstChanged, qsizetype(count))) : 0;
    m_firstChanged = qsizetype(count);
    m_width = width;
    if (first == count && m_boxes.size() == count)
        return m_height;

    int y = first == 0 ? 0 : int(m_boxes[first - 1]->rect.bottom());
    m_changedFrom = count >= m_boxes.size() ? INT_MAX : count == 0 ? 0 : int(m_boxes[count - 1]->rect.bottom());
    m_boxes.resize(count);
    m_begins.resize(count);
    m_scales.resize(count, 1);
    m_containers.resize(count);
    for (size_t i = first; i < count; ++i) {
        const Leaf &leaf = (*m_leaves)[i];
        const int above = y;            // a quote's bar goes through the gap
        y += gapBefore(i);
        std::unique_ptr<BlockBox> &box = m_boxes[i];
        const bool hasNewMarks = m_containers[i] != leaf.containers;
        const QRectF before = box ? box->rect : QRectF();
        int changed = INT_MAX;
        int height = 0;
        if (box && isUnchanged(i, isSameWidth)) {
            height = int(box->rect.height());
        } else {
            if (!box || !box->canShow(leaf)) {
                box = makeBlockBox(leaf, m_theme);
                ++m_madeBoxes;
            }
            height = fitOnPaper(i, box->layOut(leaf, qMax<qreal>(m_theme->steps(10), width - indentOf(leaf))));
            changed = box->changedFrom() < height ? box->changedFrom() : INT_MAX;
            box->revision = leaf.revision;
            m_begins[i] = leaf.source.begin;
            ++m_laidOutBoxes;
        }
        const qreal x = isMirrored(leaf) ? 0 : indentOf(leaf);
        box->rect = QRectF(x, y, width - indentOf(leaf), height);
        if (before.topLeft() != box->rect.topLeft() || before.width() != box->rect.width() || hasNewMarks)
            m_changedFrom = qMin(m_changedFrom, before.isEmpty() ? above : qMin(above, int(before.top())));
        else if (changed < INT_MAX)
            m_changedFrom = qMin(m_changedFrom, y + changed);
        else if (before.height() != height)
            m_changedFrom = qMin(m_changedFrom, y + int(qMin<qreal>(before.height(), height)));
        if (hasNewMarks)
            m_containers[i] = leaf.containers;
        y += height;
    }
    m_height = y;
    m_changedFrom = qMin(m_changedFrom, m_height);
    return m_height;
}

// Nobody can scroll paper sideways.
int MessageLayout::fitOnPaper(size_t index, int height)
{
    BlockBox &box = *m_boxes[index];
    const qreal hidden = box.sidewaysRange();
    m_scales[index] = 1;
    if (!m_theme->isForPaper || hidden <= 0)
        return height;
    const Leaf &leaf = (*m_leaves)[index];
    const qreal width = qMax<qreal>(m_theme->steps(10), m_width - indentOf(leaf));
    m_scales[index] = width / (width + hidden);
    return int(std::ceil(box.layOut(leaf, width + hidden) * m_scales[index]));
}

// The same for all items of a list, which stand under each other, and known from the first one on, so that nothing moves when
// longer numbers come: there is room for the next nine at least, and for two digits. Still longer ones reach out to the left.
qreal MessageLayout::containerWidth(const Container &container) const
{
    if (container.kind == Container::Kind::Quote)
        return m_theme->steps(4);
    const bool isFootnote = container.kind == Container::Kind::Footnote;
    if (!isFootnote && !container.isOrdered)
        return m_theme->indent;
    Container widest = container;
    widest.number = std::max(10, container.firstNumber + 9);
    return qMax<qreal>(m_theme->indent, markerWidth(markerText(widest)));
}

// With the gap behind it. Asked for every leaf and every line of a list, nearly always for the same few texts.
qreal MessageLayout::markerWidth(const QString &text) const
{
    const auto known = m_markerWidths.constFind(text);
    if (known != m_markerWidths.cend())
        return *known;
    const qreal width = std::ceil(QFontMetricsF(m_theme->text).horizontalAdvance(text) + m_theme->scaled(7));
    return *m_markerWidths.insert(text, width);
}

qreal MessageLayout::indentOf(const Leaf &leaf) const
{
    qreal indent = 0;
    for (const Container &container : leaf.containers)
        indent += containerWidth(container);
    return qMin(indent, m_width * 0.6);
}

bool MessageLayout::isMirrored(const Leaf &leaf) const
{
    return !leaf.containers.empty() && leaf.text.isRightToLeft();
}

int MessageLayout::gapBefore(size_t index) const
{
    if (index == 0)
        return 0;
    const Leaf &above = (*m_leaves)[index - 1];
    const Leaf &leaf = (*m_leaves)[index];
    if (leaf.kind == LeafKind::Heading)
        return m_theme->steps(leaf.level <= 2 ? 6 : 5);
    if (above.kind == LeafKind::Heading)
        return m_theme->steps(2);
    const bool isText = leaf.kind == LeafKind::Paragraph && above.kind == LeafKind::Paragraph;
    const Container *list = commonList(above, leaf);
    if (list && list->isTight && isText && (!sharesListItem(above, leaf) || list->id != leaf.containers.back().id))
        return m_theme->step / 2;
    if (list && list->isTight && isText)
        return m_theme->step;
    return m_theme->steps(3);
}

int MessageLayout::boxAt(qreal y) const
{
    const auto after = std::upper_bound(m_boxes.begin(), m_boxes.end(), y,
        [](qreal at, const std::unique_ptr<BlockBox> &box) { return at < box->rect.top(); });
    return qMax(0, int(after - m_boxes.begin()) - 1);
}

TextRange MessageLayout::selectedRange(const Leaf &leaf, const PaintContext &context) const
{
    if (context.isSelectionWhole)
        return { 0, leafTextLength(leaf) };
    const SourceRange &selection = context.selection;
    if (selection.end <= selection.begin || leaf.source.end <= selection.begin || leaf.source.begin >= selection.end)
        return {};
    const qsizetype begin = selection.begin <= leaf.source.begin ? 0 : textFromSource(leaf, *m_source, selection.begin);
    const qsizetype end = selection.end >= leaf.source.end ? leafTextLength(leaf)
                                                           : textFromSource(leaf, *m_source, selection.end);
    return { begin, end };
}

void MessageLayout::paint(QPainter &painter, const PaintContext &context) const
{
    const QRectF clip = context.clip.isEmpty() ? QRectF(0, 0, m_width, m_height) : context.clip;
    for (size_t i = size_t(boxAt(clip.top())); i < m_boxes.size(); ++i) {
        const BlockBox &box = *m_boxes[i];
        if (box.rect.top() > clip.bottom())
            break;
        const Leaf &leaf = (*m_leaves)[i];
        paintContainers(painter, i);
        const std::vector<TextRange> found = findInLeaf(leaf, context.search);
        painter.save();
        painter.translate(box.rect.topLeft());
        QRectF boxClip = clip.translated(-box.rect.topLeft());
        if (const qreal scale = m_scales[i]; scale < 1) {
            painter.scale(scale, scale);
            boxClip = QRectF(boxClip.topLeft() / scale, boxClip.size() / scale);
        }
        box.paint(painter, leaf, { .clip = boxClip,
                                   .selection = selectedRange(leaf, context),
                                   .found = found,
                                   .context = &context,
                                   .leafIndex = int(i),
                                   .viewportTop = context.viewportTop - box.rect.top() });
        if (context.currentFind && context.currentFind->leaf == int(i))
            paintCurrentFind(painter, box, leaf, context.currentFind->range);
        painter.restore();
    }
    if (context.showsCaret)
        paintWritingMark(painter);
}

// A frame: the one find among the others is known by its shape, not by a shade.
void MessageLayout::paintCurrentFind(QPainter &painter, const BlockBox &box, const Leaf &leaf, const TextRange &range) const
{
    if (range.end > leafTextLength(leaf))
        return;
    painter.setClipRect(QRectF({ -2, -2 }, box.rect.size() + QSizeF(4, 4)), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->colors.accent, m_theme->scaled(2)));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &part : box.rectsOf(leaf, range))
        painter.drawRoundedRect(part.adjusted(-1, 0, 1, 0), m_theme->scaled(3), m_theme->scaled(3));
}

void MessageLayout::paintContainers(QPainter &painter, size_t index) const
{
    const Leaf &leaf = (*m_leaves)[index];
    const QRectF &rect = m_boxes[index]->rect;
    const bool mirrored = isMirrored(leaf);
    qreal left = 0;
    int depth = 0;
    for (size_t i = 0; i < leaf.containers.size(); ++i) {
        const Container &container = leaf.containers[i];
        const bool isQuote = container.kind == Container::Kind::Quote;
        const qreal width = containerWidth(container);
        QRectF area(mirrored ? m_width - left - width : left, rect.top(), width, rect.height());
        if (isQuote) {
            const bool goesOn = index > 0 && (*m_leaves)[index - 1].containers.size() > i
                && (*m_leaves)[index - 1].containers[i].id == container.id;
            const qreal top = goesOn ? m_boxes[index - 1]->rect.bottom() : rect.top();
            const qreal barWidth = m_theme->scaled(3);
            painter.fillRect(QRectF(mirrored ? area.right() - barWidth : area.left(), top, barWidth, rect.bottom() - top),
                             m_theme->colors.informationBorder);
        } else if (container.isFirstLeaf) {
            paintMarker(painter, leaf, container, area, depth);
        }
        depth += isQuote ? 0 : 1;
        left += width;
    }
}

void MessageLayout::paintMarker(QPainter &painter, const Leaf &leaf, const Container &container, const QRectF &area,
                                int depth) const
{
    const BlockBox &box = *m_boxes[size_t(boxAt(area.top()))];
    const qreal lineHeight = leaf.kind == LeafKind::Code ? m_theme->steps(7) : box.caretRect(leaf, 0).height();
    QRectF line(area.left(), area.top(), area.width() - m_theme->scaled(7), lineHeight);
    if (isMirrored(leaf))
        line.moveLeft(area.left() + m_theme->scaled(7));
    const qreal size = m_theme->scaled(5);
    const QPointF center = line.center() + QPointF(m_theme->scaled(isMirrored(leaf) ? -2 : 2), m_theme->scaled(1));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (container.task != Container::Task::None) {
        const QRectF square(center - QPointF(size * 1.3, size * 1.4), QSizeF(size * 2.6, size * 2.6));
        const bool isDone = container.task == Container::Task::Ticked;
        painter.setPen(QPen(isDone ? m_theme->colors.accent : m_theme->colors.secondary, 1.2));
        painter.setBrush(isDone ? m_theme->colors.accent : m_theme->colors.page);
        painter.drawRoundedRect(square, size / 2, size / 2);
        if (isDone) {
            painter.setPen(QPen(m_theme->colors.onAccent, m_theme->scaled(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF tick[] = { square.topLeft() + QPointF(size * 0.6, size * 1.3),
                                     square.topLeft() + QPointF(size * 1.1, size * 1.8),
                                     square.topLeft() + QPointF(size * 2.0, size * 0.8) };
            painter.drawPolyline(tick, 3);
        }
    } else if (container.isOrdered || container.kind == Container::Kind::Footnote) {
        painter.setFont(m_theme->text);
        painter.setPen(m_theme->colors.secondary);
        const int side = isMirrored(leaf) ? Qt::AlignLeft : Qt::AlignRight;
        // Beside right-to-left text the point stands to the left of its number.
        const QString mark(isMirrored(leaf) ? 1 : 0, QChar(0x200F));
        painter.drawText(line, int(side | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine), mark + markerText(container) + mark);
    } else {
        painter.setPen(depth % 3 == 1 ? QPen(m_theme->colors.secondary, 1.2) : QPen(Qt::NoPen));
        painter.setBrush(depth % 3 == 1 ? QBrush(Qt::NoBrush) : QBrush(m_theme->colors.secondary));
        const QRectF disc(center - QPointF(size / 2, size / 2), QSizeF(size, size));
        if (depth % 3 == 2)
            painter.drawRect(disc);
        else
            painter.drawEllipse(disc);
    }
    painter.restore();
}

QRectF MessageLayout::writingMark() const
{
    const QRectF line = caretRect(endPosition());
    const QSizeF size(m_theme->scaled(7), m_theme->scaled(15));
    return QRectF(QPointF(line.left() + m_theme->scaled(1), line.center().y() - size.height() / 2), size);
}

// It does not blink: a blinking mark wakes the program for nothing.
void MessageLayout::paintWritingMark(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->colors.accent);
    painter.drawRoundedRect(writingMark(), m_theme->scaled(2), m_theme->scaled(2));
    painter.restore();
}

QString MessageLayout::shownText() const
{
    QStringList lines;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        const Leaf &shown = (*m_leaves)[i];
        QString line;
        for (const Container &container : shown.containers) {
            if (!container.isFirstLeaf || container.kind == Container::Kind::Quote)
                continue;
            if (container.task != Container::Task::None)
                line += container.task == Container::Task::Ticked ? QStringLiteral("\u2611 ") : QStringLiteral("\u2610 ");
            else if (container.isOrdered || container.kind == Container::Kind::Footnote)
                line += markerText(container) + u' ';
            else
                line += QStringLiteral("\u2022 ");
        }
        lines.append(line + m_boxes[i]->shownText(shown));
    }
    return lines.join(u'\n');
}

qsizetype MessageLayout::memoryEstimate() const
{
    qsizetype bytes = m_source->size() * 4 + 1000;
    for (const auto &box : m_boxes)
        bytes += box->memoryEstimate() + 700;
    return bytes;
}

void MessageLayout::keepLayoutsNear(qreal top, qreal bottom)
{
    constexpr int FewBoxes = 40;
    const qreal part = bottom - top;
    const qreal middle = (top + bottom) / 2;
    const bool hasMoved = m_keptAt < 0 || qAbs(middle - m_keptAt) > part / 2;
    if (!hasMoved && m_laidOutBoxes - m_laidOutWhenKept < FewBoxes)
        return;
    m_keptAt = middle;
    m_laidOutWhenKept = m_laidOutBoxes;
    for (const auto &box : m_boxes) {
        if (box->rect.bottom() < top - part || box->rect.top() > bottom + part)
            box->releaseLayouts();
    }
}

int MessageLayout::liveLayouts() const
{
    int count = 0;
    for (const auto &box : m_boxes)
        count += box->liveLayouts();
    return count;
}
