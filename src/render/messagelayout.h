// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blockbox.h"

#include <QHash>

#include <memory>
#include <vector>

// A place in a message's text: a leaf and a position in its leafText().
struct LeafPosition
{
    int leaf = 0;
    qsizetype position = 0;
    auto operator<=>(const LeafPosition &) const = default;
};

// Leaves as boxes under each other at one width. Only leaves from the first changed one on are laid out again, and of those
// only the ones whose revision or place is new. Leaves and source belong to somebody who outlives this; both may grow.
class MessageLayout
{
public:
    MessageLayout(const std::vector<Leaf> &leaves, const QString &source, TranscriptThemePointer theme);
    ~MessageLayout();

    // Leaves from `firstChanged` on are new or different; layOut() takes them over.
    void noteChange(qsizetype firstChanged);
    int layOut(qreal width);
    int height() const { return m_height; }
    qreal width() const { return m_width; }
    qreal naturalWidth() const;            // of the widest line
    // Top of the first box that the last layOut() touched: nothing above it has to be painted again.
    int changedFrom() const { return m_changedFrom; }

    void paint(QPainter &painter, const PaintContext &context) const;

    LeafPosition positionAt(const QPointF &point) const;
    QRectF caretRect(const LeafPosition &position) const;
    LeafPosition lineEdge(const LeafPosition &position, bool atEnd) const;
    LeafPosition endPosition() const;
    // The mark behind the last word of an answer that is being written.
    QRectF writingMark() const;
    qsizetype sourceOffset(const LeafPosition &position) const;
    LeafPosition positionOf(qsizetype sourceOffset) const;
    std::vector<QRectF> rectsOf(const SourceRange &range) const;
    bool isOnText(const QPointF &point) const;

    std::vector<Hotspot> hotspots() const;
    const Hotspot *hotspotAt(const QPointF &point) const;

    // -1: none.
    int leafAt(const QPointF &point) const;
    // The box under `point` where it can be scrolled sideways, else nullptr.
    BlockBox *sidewaysBoxAt(const QPointF &point);
    QString shownText() const;
    // On paper a box that is too wide is drawn smaller; else 1. What a box says of itself is before that.
    qreal scaleOf(int leaf) const { return m_scales[size_t(leaf)]; }
    BlockBox &box(int leaf) { return *m_boxes[size_t(leaf)]; }
    const BlockBox &box(int leaf) const { return *m_boxes[size_t(leaf)]; }
    QRectF leafRect(int leaf) const { return m_boxes[size_t(leaf)]->rect; }
    int leafCount() const { return int(m_boxes.size()); }
    const Leaf &leaf(int index) const { return (*m_leaves)[size_t(index)]; }
    const QString &source() const { return *m_source; }
    qsizetype memoryEstimate() const;
    // Boxes that are further than their height from the part between `top` and `bottom` keep their place and let go of
    // their layouts. Costs a walk over all boxes, but only once the part has moved on.
    void keepLayoutsNear(qreal top, qreal bottom);

    // For tests: boxes made and boxes laid out since the beginning, and layouts that live now.
    int madeBoxes() const { return m_madeBoxes; }
    int laidOutBoxes() const { return m_laidOutBoxes; }
    int liveLayouts() const;

private:
    bool isUnchanged(size_t index, bool isSameWidth) const;
    int fitOnPaper(size_t index, int height);
    int boxAt(qreal y) const;
    qreal containerWidth(const Container &container) const;
    qreal markerWidth(const QString &text) const;
    qreal indentOf(const Leaf &leaf) const;
    int gapBefore(size_t index) const;
    bool isMirrored(const Leaf &leaf) const;
    TextRange selectedRange(const Leaf &leaf, const PaintContext &context) const;
    void paintCurrentFind(QPainter &painter, const BlockBox &box, const Leaf &leaf, const TextRange &range) const;
    void paintContainers(QPainter &painter, size_t index) const;
    void paintMarker(QPainter &painter, const Leaf &leaf, const Container &container, const QRectF &area, int depth) const;
    void paintWritingMark(QPainter &painter) const;

    const std::vector<Leaf> *m_leaves;
    const QString *m_source;
    TranscriptThemePointer m_theme;
    std::vector<std::unique_ptr<BlockBox>> m_boxes;
    std::vector<qreal> m_scales;
    std::vector<qsizetype> m_begins;       // source begin of each leaf as laid out
    std::vector<std::vector<Container>> m_containers;   // of each leaf as laid out: their marks stand beside it
    qsizetype m_firstChanged = 0;
    qreal m_width = -1;
    int m_height = 0;
    int m_changedFrom = 0;
    int m_madeBoxes = 0;
    int m_laidOutBoxes = 0;
    qreal m_keptAt = -1;                   // the middle of the part at the last keepLayoutsNear()
    int m_laidOutWhenKept = 0;
    mutable Hotspot m_found;
    mutable QHash<QString, qreal> m_markerWidths;
};
