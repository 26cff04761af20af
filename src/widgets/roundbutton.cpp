// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "roundbutton.h"

#include "icons.h"
#include "palette.h"

#include <QPainter>

RoundButton::RoundButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(RoundButton::sizeHint());
}

void RoundButton::setIconName(const QString &name)
{
    m_iconName = name;
    update();
}

QSize RoundButton::sizeHint() const
{
    return { 34, 34 };
}

void RoundButton::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = colors.accent;
    if (isDown() || underMouse())
        fill = isDown() ? fill.darker(118) : fill.lighter(108);
    if (!isEnabled())
        fill.setAlphaF(0.4f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(QRectF(rect()).adjusted(2, 2, -2, -2));
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.text, 1.6));
        painter.drawEllipse(QRectF(rect()).adjusted(0.8, 0.8, -0.8, -0.8));
    }
    if (!m_iconName.isEmpty())
        ::icon(m_iconName, colors.accentText).paint(&painter, QRect(QPoint((width() - 20) / 2, (height() - 20) / 2), QSize(20, 20)));
}

void RoundButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RoundButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}
