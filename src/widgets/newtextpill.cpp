// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "newtextpill_p.h"

#include <QFontMetrics>
#include <QPainter>

NewTextPill::NewTextPill(QWidget *parent) : QAbstractButton(parent)
{
    setText(tr("New text"));
    setToolTip(tr("Go to the end (End)"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    hide();
}

void NewTextPill::setTheme(TranscriptThemePointer theme)
{
    m_theme = std::move(theme);
    setFont(m_theme->secondary);
    resize(sizeHint());
    update();
}

QSize NewTextPill::sizeHint() const
{
    if (!m_theme)
        return {};
    return QSize(QFontMetrics(m_theme->secondary).horizontalAdvance(text()) + m_theme->steps(12), m_theme->steps(7));
}

void NewTextPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(m_theme->colors.accent, 1.5) : QPen(m_theme->colors.hairline));
    painter.setBrush(underMouse() ? m_theme->colors.accentTint : m_theme->colors.page);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);

    painter.setPen(QPen(m_theme->colors.accent, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF foot(frame.left() + m_theme->steps(4), frame.center().y() + m_theme->step);
    const qreal head = m_theme->scaled(3.2);
    painter.drawLine(foot, foot - QPointF(0, 2.2 * m_theme->step));
    painter.drawLine(foot, foot - QPointF(head, head));
    painter.drawLine(foot, foot - QPointF(-head, head));

    painter.setFont(m_theme->secondary);
    painter.drawText(frame.adjusted(m_theme->steps(6), 0, -m_theme->steps(2), 0), int(Qt::AlignCenter), text());
}

void NewTextPill::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void NewTextPill::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}
