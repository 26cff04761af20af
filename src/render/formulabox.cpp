// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "formulabox.h"

#include "formulafonts.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

int FormulaBox::layOut(const Leaf &leaf, qreal width)
{
    m_isTypeset = false;
    if (leaf.isClosed && !leaf.text.isEmpty()) {
        if (m_formula.source() != leaf.text)
            m_formula = MathFormula::typeset(leaf.text, MathFormula::Style::Displayed, formulaFonts(theme()));
        m_isTypeset = m_formula.isTypeset();
    }
    m_width = width;
    m_height = m_isTypeset ? int(std::ceil(m_formula.ascent() + m_formula.descent())) + theme().steps(2)
                           : TextBox::layOut(leaf, width);
    // The bar that says how much is hidden stands below the formula, not on it.
    m_height += sidewaysRange() > 0 ? sidewaysBarHeight() : 0;
    clampSideways();
    return m_height;
}

// With what the tag at the edge takes.
qreal FormulaBox::wholeWidth() const
{
    const qreal tag = m_formula.tagWidth();
    return m_formula.width() + (tag > 0 ? tag + theme().steps(6) : 0);
}

qreal FormulaBox::sidewaysRange() const
{
    return m_isTypeset ? qMax<qreal>(0, wholeWidth() - m_width) : 0;
}

// In the middle of the column, but never under its tag.
qreal FormulaBox::left() const
{
    const qreal room = m_width - m_formula.width();
    const qreal beforeTag = room - (wholeWidth() - m_formula.width());
    return qMax<qreal>(0, std::floor(qMin(room / 2, beforeTag))) - sidewaysPosition();
}

void FormulaBox::paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const
{
    if (!m_isTypeset) {
        TextBox::paint(painter, leaf, marks);
        return;
    }
    painter.save();
    painter.setClipRect(QRectF(-2, 0, m_width + 4, m_height), Qt::IntersectClip);
    for (const TextRange &range : marks.found) {
        for (const QRectF &part : rectsOf(leaf, range))
            painter.fillRect(part, theme().colors.searchMark);
    }
    // A formula is one thing: it is selected or it is not.
    if (!marks.selection.isEmpty())
        painter.fillRect(rectsOf(leaf, marks.selection).front(), theme().colors.selection);
    painter.setRenderHint(QPainter::Antialiasing);
    m_formula.paint(painter, QPointF(left(), theme().step + m_formula.ascent()), theme().colors.text,
                    theme().colors.codeRemoved, qMax(m_width, wholeWidth()) - sidewaysPosition());
    paintSidewaysBar(painter, marks);
    painter.restore();
}

qsizetype FormulaBox::positionAt(const Leaf &leaf, const QPointF &point) const
{
    if (!m_isTypeset)
        return TextBox::positionAt(leaf, point);
    return point.x() < left() + m_formula.width() / 2 ? 0 : leaf.text.size();
}

QRectF FormulaBox::caretRect(const Leaf &leaf, qsizetype position) const
{
    if (!m_isTypeset)
        return TextBox::caretRect(leaf, position);
    return QRectF(position == 0 ? left() : left() + m_formula.width(), 0, 1, m_height);
}

std::vector<Hotspot> FormulaBox::hotspots(const Leaf &leaf) const
{
    if (!m_isTypeset)
        return TextBox::hotspots(leaf);
    return { { .kind = Hotspot::Kind::Formula, .rect = QRectF(0, 0, m_width, m_height), .value = {},
               .label = QCoreApplication::translate("FormulaBox", "Formula"), .place = {} } };
}

std::vector<QRectF> FormulaBox::rectsOf(const Leaf &leaf, const TextRange &range) const
{
    if (!m_isTypeset)
        return TextBox::rectsOf(leaf, range);
    return { QRectF(left(), 0, m_formula.width(), m_height) };
}

qsizetype FormulaBox::lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const
{
    if (!m_isTypeset)
        return TextBox::lineEdge(leaf, position, atEnd);
    return atEnd ? leaf.text.size() : 0;
}
