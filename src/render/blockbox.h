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
    qreal viewportTop = 0;         // negative: the box begins below it
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
    // Of the widest line as laid out.
    virtual qreal naturalWidth() const { return rect.width(); }
    virtual void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const = 0;
    // Nothing above this, in the box, looks different since the layOut() before the last one.
    virtual int changedFrom() const { return 0; }

    virtual QString shownText(const Leaf &leaf) const = 0;
    virtual qsizetype positionAt(const Leaf &leaf, const QPointF &point) const = 0;
    virtual QRectF caretRect(const Leaf &leaf, qsizetype position) const = 0;
    virtual std::vector<QRectF> rectsOf(const Leaf &leaf, const TextRange &range) const = 0;
    virtual qsizetype lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const = 0;

    virtual std::vector<Hotspot> hotspots(const Leaf &leaf) const;
    virtual bool isOnText(const QPointF &point) const;
    // Something that stays in view is painted over what is there.
    virtual bool isCovered(const QPointF &) const { return false; }
    // Of what stays at the viewport's top while the rest goes by beneath; 0: nothing does.
    virtual int stickyHeight() const { return 0; }

    // Where the box may be cut when a page has no room for the whole: growing, between its top and its height. Empty: nowhere.
    virtual std::vector<int> cutPositions() const { return {}; }

    // Sideways scrolling of what is wider than the column. Pixels count from left to right; what is read from right to left
    // begins at its right end.
    virtual qreal sidewaysRange() const { return 0; }
    virtual bool isMirrored() const { return false; }
    void scrollSideways(qreal pixels);
    qreal sidewaysPosition() const { return isMirrored() ? sidewaysRange() - m_scrolled : m_scrolled; }
    // The bar that shows and moves it; both empty where nothing is hidden.
    QRectF sidewaysTrack() const;
    QRectF sidewaysThumb() const;
    void moveSidewaysThumb(qreal left);

    virtual qsizetype memoryEstimate() const = 0;
    // Lets go what a paint or a question can make again; the height stays.
    virtual void releaseLayouts() {}
    // Lines and cells that carry a layout of their own: for tests.
    virtual int liveLayouts() const { return 1; }

    QRectF rect;                 // in the message
    quint32 revision = 0;        // of the leaf as laid out

protected:
    const TranscriptTheme &theme() const { return *m_theme; }
    const TranscriptThemePointer &sharedTheme() const { return m_theme; }
    void clampSideways();
    // What moves behind the bar, which stands at its bottom.
    virtual QRectF sidewaysArea() const { return {}; }
    void paintSidewaysBar(QPainter &painter, const BoxMarks &marks) const;
    int sidewaysBarHeight() const { return theme().steps(3); }

private:
    TranscriptThemePointer m_theme;
    qreal m_scrolled = 0;        // away from where reading begins
};

std::unique_ptr<BlockBox> makeBlockBox(const Leaf &leaf, const TranscriptThemePointer &theme);
