// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "actionglyphs_p.h"

#include <QPainter>
#include <QPainterPath>

namespace {

QPainterPath copyPath()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(5.5, 5.5, 8, 8), 1.5, 1.5);
    path.moveTo(3.5, 10.5);
    path.lineTo(3.5, 10.5);
    path.quadTo(2.5, 10.5, 2.5, 9);
    path.lineTo(2.5, 4);
    path.quadTo(2.5, 2.5, 4, 2.5);
    path.lineTo(9, 2.5);
    path.quadTo(10.5, 2.5, 10.5, 3.5);
    return path;
}

QPainterPath editPath()
{
    QPainterPath path(QPointF(3, 13));
    path.lineTo(3.6, 10);
    path.lineTo(10.8, 2.8);
    path.lineTo(13.2, 5.2);
    path.lineTo(6, 12.4);
    path.closeSubpath();
    path.moveTo(9.2, 4.4);
    path.lineTo(11.6, 6.8);
    return path;
}

QPainterPath regeneratePath()
{
    QPainterPath path;
    path.arcMoveTo(QRectF(3, 3, 10, 10), 40);
    path.arcTo(QRectF(3, 3, 10, 10), 40, 300);
    path.moveTo(13, 2.2);
    path.lineTo(13, 5.4);
    path.lineTo(9.8, 5.4);
    return path;
}

QPainterPath chevronPath(bool pointsRight)
{
    const qreal tip = pointsRight ? 10 : 6;
    const qreal back = pointsRight ? 6 : 10;
    QPainterPath path(QPointF(back, 4));
    path.lineTo(tip, 8);
    path.lineTo(back, 12);
    return path;
}

// Three dots, so small that their outlines fill them.
QPainterPath morePath()
{
    QPainterPath path;
    for (const qreal x : { 3.5, 8.0, 12.5 })
        path.addEllipse(QPointF(x, 8), 0.6, 0.6);
    return path;
}

void strokeOnGrid(QPainter &painter, const QPainterPath &path, const QRectF &area)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // As strong in a small glyph as in a large one: a line of less than a pixel is drawn as steps.
    constexpr qreal Strength = 1.3;
    const qreal width = qMax(Strength, Strength * 16 / area.width());
    QPen pen(painter.pen().color(), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.translate(area.topLeft());
    painter.scale(area.width() / 16, area.height() / 16);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

}

void paintActionGlyph(QPainter &painter, Hotspot::Kind kind, const QRectF &area)
{
    switch (kind) {
    case Hotspot::Kind::Copy:
        strokeOnGrid(painter, copyPath(), area);
        break;
    case Hotspot::Kind::Edit:
        strokeOnGrid(painter, editPath(), area);
        break;
    case Hotspot::Kind::Regenerate:
        strokeOnGrid(painter, regeneratePath(), area);
        break;
    case Hotspot::Kind::More:
        strokeOnGrid(painter, morePath(), area);
        break;
    case Hotspot::Kind::PreviousSibling:
        strokeOnGrid(painter, chevronPath(false), area);
        break;
    case Hotspot::Kind::NextSibling:
        strokeOnGrid(painter, chevronPath(true), area);
        break;
    default:
        break;
    }
}

void paintFoldGlyph(QPainter &painter, bool isOpen, const QRectF &area)
{
    painter.save();
    if (isOpen) {
        painter.translate(area.center());
        painter.rotate(90);
        painter.translate(-area.center());
    }
    strokeOnGrid(painter, chevronPath(true), area);
    painter.restore();
}
