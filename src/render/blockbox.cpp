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
    m_scrolled += isMirrored() ? -pixels : pixels;
    clampSideways();
}

void BlockBox::clampSideways()
{
    m_scrolled = qBound<qreal>(0, m_scrolled, sidewaysRange());
}

QRectF BlockBox::sidewaysTrack() const
{
    if (sidewaysRange() <= 0)
        return {};
    const QRectF area = sidewaysArea();
    return QRectF(area.left(), area.bottom() - sidewaysBarHeight(), area.width(), sidewaysBarHeight());
}

QRectF BlockBox::sidewaysThumb() const
{
    const QRectF track = sidewaysTrack();
    if (track.isEmpty())
        return {};
    const qreal range = sidewaysRange();
    const qreal shown = track.width() * track.width() / (track.width() + range);
    const qreal length = qMin(track.width(), qMax(theme().scaled(24), shown));
    return QRectF(track.left() + (track.width() - length) * sidewaysPosition() / range, track.top(), length, track.height());
}

void BlockBox::moveSidewaysThumb(qreal left)
{
    const QRectF track = sidewaysTrack();
    const qreal room = track.width() - sidewaysThumb().width();
    if (room > 0)
        scrollSideways((left - track.left()) / room * sidewaysRange() - sidewaysPosition());
}

// Thin while it only says how much is hidden, thick while the pointer is near enough to take it.
void BlockBox::paintSidewaysBar(QPainter &painter, const BoxMarks &marks) const
{
    const QRectF thumb = sidewaysThumb();
    if (thumb.isEmpty())
        return;
    const bool isLarge = marks.context && marks.context->barLeaf == marks.leafIndex;
    const qreal thickness = theme().scaled(isLarge ? 7 : 4);
    QRectF bar(thumb.left(), 0, thumb.width(), thickness);
    bar.moveBottom(thumb.bottom() - theme().scaled(isLarge ? 2 : 3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(isLarge ? theme().colors.secondary : theme().colors.faint);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(bar, thickness / 2, thickness / 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
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
