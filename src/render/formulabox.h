// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathformula.h"
#include "textbox.h"

// A display formula in the middle of the column, scrolled sideways where it is too wide. While it is being written, and where it
// cannot be typeset, its source.
class FormulaBox : public TextBox
{
public:
    explicit FormulaBox(TranscriptThemePointer theme) : TextBox(std::move(theme), LeafKind::MathBlock) {}

    int layOut(const Leaf &leaf, qreal width) override;
    void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const override;
    int changedFrom() const override { return 0; }
    QString shownText(const Leaf &leaf) const override { return leaf.text; }
    qsizetype positionAt(const Leaf &leaf, const QPointF &point) const override;
    QRectF caretRect(const Leaf &leaf, qsizetype position) const override;
    std::vector<QRectF> rectsOf(const Leaf &leaf, const TextRange &range) const override;
    qsizetype lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const override;
    std::vector<Hotspot> hotspots(const Leaf &leaf) const override;
    std::vector<int> cutPositions() const override { return m_isTypeset ? std::vector<int>() : TextBox::cutPositions(); }
    qreal sidewaysRange() const override;
    qsizetype memoryEstimate() const override { return TextBox::memoryEstimate() + 2000; }

protected:
    QRectF sidewaysArea() const override { return QRectF(0, 0, m_width, m_height); }

private:
    qreal left() const;
    qreal wholeWidth() const;

    MathFormula m_formula;
    bool m_isTypeset = false;
    qreal m_width = 0;
    int m_height = 0;
};
