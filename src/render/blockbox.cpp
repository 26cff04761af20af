// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "blockbox.h"

#include "codebox.h"
#include "formulabox.h"
#include "rulebox.h"
#include "tablebox.h"
#include "textbox.h"

#include <QPainter>

BlockBox::~BlockBox() = default;

std::vector<Hotspot> BlockBox::hotspots(const Leaf &) const
{
    return {};
}

bool BlockBox::isOnText(const QPointF &) const
{
    return true;
}

void BlockBox::scrollSideways(qreal pixels)
{
    m_sidewaysPosition += pixels;
    clampSideways();
}

void BlockBox::clampSideways()
{
    m_sidewaysPosition = qBound<qreal>(0, m_sidewaysPosition, sidewaysRange());
}

void BlockBox::paintSidewaysBar(QPainter &painter, const QRectF &area) const
{
    const qreal range = sidewaysRange();
    if (range <= 0)
        return;
    const qreal thickness = theme().scaled(4);
    const qreal length = qMax(theme().scaled(24), area.width() * area.width() / (area.width() + range));
    const qreal left = area.left() + (area.width() - length) * m_sidewaysPosition / range;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colors.faint);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(left, area.bottom() - thickness, length, thickness), thickness / 2, thickness / 2);
}

std::unique_ptr<BlockBox> makeBlockBox(const Leaf &leaf, const TranscriptThemePointer &theme)
{
    switch (leaf.kind) {
    case LeafKind::Code:
        return std::make_unique<CodeBox>(theme);
    case LeafKind::Table:
        return std::make_unique<TableBox>(theme);
    case LeafKind::Rule:
        return std::make_unique<RuleBox>(theme);
    case LeafKind::MathBlock:
        return std::make_unique<FormulaBox>(theme);
    case LeafKind::Paragraph:
    case LeafKind::Heading:
    case LeafKind::Html:
        break;
    }
    return std::make_unique<TextBox>(theme, leaf.kind);
}
