// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Between points of a laid-out message, positions in its leaves, and offsets of its source.
#include "messagelayout.h"

#include "leafpositions.h"

#include <algorithm>

LeafPosition MessageLayout::positionAt(const QPointF &point) const
{
    if (m_boxes.empty() || point.y() < 0)
        return {};
    const int index = boxAt(point.y());
    const BlockBox &box = *m_boxes[size_t(index)];
    // Below everything is behind everything.
    if (size_t(index) + 1 == m_boxes.size() && point.y() >= box.rect.bottom())
        return endPosition();
    return { index, box.positionAt(leaf(index), point - box.rect.topLeft()) };
}

QRectF MessageLayout::caretRect(const LeafPosition &position) const
{
    if (m_boxes.empty())
        return QRectF(0, 0, 1, m_theme->lineHeight);
    const BlockBox &box = *m_boxes[size_t(qBound(0, position.leaf, leafCount() - 1))];
    return box.caretRect(leaf(qBound(0, position.leaf, leafCount() - 1)), position.position).translated(box.rect.topLeft());
}

LeafPosition MessageLayout::lineEdge(const LeafPosition &position, bool atEnd) const
{
    if (position.leaf >= leafCount())
        return position;
    return { position.leaf, m_boxes[size_t(position.leaf)]->lineEdge(leaf(position.leaf), position.position, atEnd) };
}

LeafPosition MessageLayout::endPosition() const
{
    if (m_boxes.empty())
        return {};
    return { leafCount() - 1, leafTextLength(m_leaves->at(m_boxes.size() - 1)) };
}

qsizetype MessageLayout::sourceOffset(const LeafPosition &position) const
{
    if (position.leaf >= leafCount())
        return m_source->size();
    return sourceFromText(leaf(position.leaf), *m_source, position.position);
}

LeafPosition MessageLayout::positionOf(qsizetype sourceOffset) const
{
    if (m_boxes.empty())
        return {};
    const auto end = m_leaves->begin() + leafCount();
    auto found = std::upper_bound(m_leaves->begin(), end, sourceOffset,
        [](qsizetype offset, const Leaf &leaf) { return offset < leaf.source.begin; });
    if (found != m_leaves->begin())
        --found;
    return { int(found - m_leaves->begin()), textFromSource(*found, *m_source, sourceOffset) };
}

std::vector<QRectF> MessageLayout::rectsOf(const SourceRange &range) const
{
    std::vector<QRectF> rects;
    PaintContext context;
    context.selection = range;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        const TextRange inside = selectedRange((*m_leaves)[i], context);
        if (inside.isEmpty())
            continue;
        for (const QRectF &rect : m_boxes[i]->rectsOf((*m_leaves)[i], inside))
            rects.push_back(rect.translated(m_boxes[i]->rect.topLeft()));
    }
    return rects;
}

bool MessageLayout::isOnText(const QPointF &point) const
{
    if (m_boxes.empty() || point.y() < 0 || point.y() >= m_height)
        return false;
    const BlockBox &box = *m_boxes[size_t(boxAt(point.y()))];
    return box.rect.contains(point) && box.isOnText(point - box.rect.topLeft());
}

std::vector<Hotspot> MessageLayout::hotspots() const
{
    std::vector<Hotspot> spots;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        for (Hotspot &spot : m_boxes[i]->hotspots((*m_leaves)[i])) {
            spot.rect.translate(m_boxes[i]->rect.topLeft());
            spot.leaf = int(i);
            spots.push_back(std::move(spot));
        }
    }
    return spots;
}

const Hotspot *MessageLayout::hotspotAt(const QPointF &point) const
{
    if (m_boxes.empty())
        return nullptr;
    const int index = boxAt(point.y());
    const BlockBox &box = *m_boxes[size_t(index)];
    const QPointF inside = point - box.rect.topLeft();
    if (!box.rect.contains(point) || box.isCovered(inside))
        return nullptr;
    for (Hotspot &spot : box.hotspots(leaf(index))) {
        if (!spot.isBlock() && spot.rect.contains(inside)) {
            spot.rect.translate(box.rect.topLeft());
            spot.leaf = index;
            m_found = std::move(spot);
            return &m_found;
        }
    }
    return nullptr;
}

int MessageLayout::leafAt(const QPointF &point) const
{
    const int index = m_boxes.empty() || point.y() < 0 ? -1 : boxAt(point.y());
    return index >= 0 && m_boxes[size_t(index)]->rect.contains(point) ? index : -1;
}

BlockBox *MessageLayout::sidewaysBoxAt(const QPointF &point)
{
    const int leaf = leafAt(point);
    return leaf >= 0 && box(leaf).sidewaysRange() > 0 ? &box(leaf) : nullptr;
}
