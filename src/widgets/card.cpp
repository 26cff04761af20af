// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "card.h"

#include "palette.h"

#include <QPaintEvent>
#include <QPainter>

Card::Card(QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void Card::setCornerRadius(int radius)
{
    m_cornerRadius = radius;
    update();
}

void Card::setSurface(Surface surface)
{
    m_surface = surface;
    update();
}

void Card::setOuterMargins(const QMargins &margins)
{
    m_outerMargins = margins;
    setContentsMargins(margins);
    update();
}

void Card::setHighlighted(bool isHighlighted)
{
    if (m_isHighlighted == isHighlighted)
        return;
    m_isHighlighted = isHighlighted;
    update();
}

static QColor fillOf(Card::Surface surface, const Colors &colors)
{
    switch (surface) {
    case Card::Surface::Page: return colors.page;
    case Card::Surface::Pane: return colors.pane;
    case Card::Surface::Wait: return colors.waitNotice;
    case Card::Surface::Error: return colors.errorNotice;
    }
    return colors.page;
}

void Card::paintEvent(QPaintEvent *event)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    // What a child that is not opaque shows anew lies within the edge, as a rule: no curve to draw.
    const QRect inside = rect().marginsRemoved(m_outerMargins).adjusted(m_cornerRadius, 1, -m_cornerRadius, -1);
    if (inside.contains(event->rect())) {
        painter.fillRect(event->rect(), fillOf(m_surface, colors));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fillOf(m_surface, colors));
    painter.setPen(m_isHighlighted ? colors.accent : colors.hairline);
    painter.drawRoundedRect(QRectF(rect().marginsRemoved(m_outerMargins)).adjusted(0.5, 0.5, -0.5, -0.5), m_cornerRadius, m_cornerRadius);
}
