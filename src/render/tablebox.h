// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blockbox.h"

// A table: columns as wide as their text where there is room, narrowed in proportion where there is not, scrolled sideways
// where even the narrowest do not fit. Rows that are complete are not laid out again while the table grows. The first column
// stands at the right where the header is written from right to left. While the rows of a long table go by beneath the
// viewport's top, its header stays there.
class TableBox : public BlockBox
{
public:
    using BlockBox::BlockBox;

    bool canShow(const Leaf &leaf) const override;
    int layOut(const Leaf &leaf, qreal width) override;
    void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const override;
    QString shownText(const Leaf &leaf) const override;
    qsizetype positionAt(const Leaf &leaf, const QPointF &point) const override;
    QRectF caretRect(const Leaf &leaf, qsizetype position) const override;
    std::vector<QRectF> rectsOf(const Leaf &leaf, const TextRange &range) const override;
    qsizetype lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const override;
    std::vector<Hotspot> hotspots(const Leaf &leaf) const override;
    bool isCovered(const QPointF &point) const override;
    std::vector<int> cutPositions() const override;
    int stickyHeight() const override { return m_rows.size() > 1 ? m_rows.front().height : 0; }
    qreal sidewaysRange() const override { return qMax<qreal>(0, m_contentWidth - m_width); }
    bool isMirrored() const override { return m_isMirrored; }
    qsizetype memoryEstimate() const override;
    void releaseLayouts() override;
    int liveLayouts() const override;

    // For tests: rows measured since the beginning.
    int measuredRows() const { return m_measuredRows; }

protected:
    QRectF sidewaysArea() const override { return QRectF(0, 0, m_width, m_height); }

private:
    struct Cell { InlineText text; qreal natural = 0; qsizetype begin = 0; qsizetype length = 0; };
    struct Row { std::vector<Cell> cells; int top = 0; int height = 0; };
    struct CellPlace { const Row *row = nullptr; const Cell *cell = nullptr; size_t column = 0; };

    void measureRow(const Leaf &leaf, size_t row, qsizetype begin);
    std::vector<int> fittedColumns(qreal width) const;
    void placeRow(Row &row, int top);
    int gap() const { return theme().steps(4); }
    void placeColumns();
    qreal columnLeft(size_t column) const { return m_lefts[column] - sidewaysPosition(); }
    qreal headerTop() const;
    void paintRow(QPainter &painter, const Row &row, const BoxMarks &marks) const;
    void paintCell(QPainter &painter, const CellPlace &place, const BoxMarks &marks) const;
    QPointF textOrigin(const CellPlace &place) const;
    CellPlace placeAt(const QPointF &point) const;
    CellPlace placeOf(qsizetype position) const;
    ColumnAlignment alignment(size_t column) const;
    template<typename Visitor> void visitCells(Visitor &&visit) const;

    std::vector<Row> m_rows;
    std::vector<int> m_natural;        // widths the columns would like
    std::vector<int> m_columns;        // widths they have
    std::vector<qreal> m_lefts;        // of the columns, when nothing is scrolled away
    qreal m_contentWidth = 0;
    std::vector<ColumnAlignment> m_alignments;
    qsizetype m_sourceBegin = -1;
    qreal m_width = 0;
    int m_height = 0;
    int m_measuredRows = 0;
    bool m_isMirrored = false;
    mutable qreal m_viewportTop = 0;   // as last painted
};
