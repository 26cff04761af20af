// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paintcontext.h"

#include <QSizeF>

#include <memory>

class QPainter;

// What a box paints of a message's state, in the box's own coordinates and in positions of leafText().
struct BoxMarks
{
    QRectF clip;
    TextRange selection;
    std::span<const TextRange> found;
    const PaintContext *context = nullptr;
    int leafIndex = 0;
};

// One leaf on the page. A box never keeps a leaf: it is handed in by whoever owns both, so that a growing text is not copied.
class BlockBox
{
public:
    explicit BlockBox(TranscriptThemePointer theme) : m_theme(std::move(theme)) {}
    virtual ~BlockBox();
    BlockBox(const BlockBox &) = delete;
    BlockBox &operator=(const BlockBox &) = delete;

    // A box of this class can show the new state of its leaf: same kind and, where it matters, the same beginning.
    virtual bool canShow(const Leaf &leaf) const = 0;
    // Takes over what changed and returns the height at `width`.
    virtual int layOut(const Leaf &leaf, qreal width) = 0;
    virtual void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const = 0;

    virtual QString shownText(const Leaf &leaf) const = 0;
    virtual qsizetype positionAt(const Leaf &leaf, const QPointF &point) const = 0;
    virtual QRectF caretRect(const Leaf &leaf, qsizetype position) const = 0;
    virtual std::vector<QRectF> rectsOf(const Leaf &leaf, const TextRange &range) const = 0;
    virtual qsizetype lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const = 0;

    virtual std::vector<Hotspot> hotspots(const Leaf &leaf) const;
    virtual bool isOnText(const QPointF &point) const;

    // Sideways scrolling of what is wider than the column.
    virtual qreal sidewaysRange() const { return 0; }
    void scrollSideways(qreal pixels);
    qreal sidewaysPosition() const { return m_sidewaysPosition; }

    virtual qsizetype memoryEstimate() const = 0;
    // Lines and cells that carry a layout of their own: for tests.
    virtual int liveLayouts() const { return 1; }

    QRectF rect;                 // in the message
    quint32 revision = 0;        // of the leaf as laid out

protected:
    const TranscriptTheme &theme() const { return *m_theme; }
    const TranscriptThemePointer &sharedTheme() const { return m_theme; }
    void clampSideways();
    // A thin bar at the bottom that says how much is hidden.
    void paintSidewaysBar(QPainter &painter, const QRectF &area) const;

private:
    TranscriptThemePointer m_theme;
    qreal m_sidewaysPosition = 0;
};

std::unique_ptr<BlockBox> makeBlockBox(const Leaf &leaf, const TranscriptThemePointer &theme);
