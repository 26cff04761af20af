// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "usageplot.h"

#include "cost.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {
constexpr int Height = 132;
constexpr int AxisSpace = 20;
constexpr qreal Gap = 0.25;           // share of a column's width
}

UsagePlot::UsagePlot(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Cost by day"));
}

QSize UsagePlot::sizeHint() const
{
    return { 480, Height };
}

void UsagePlot::setDays(const QList<std::pair<QDate, qint64>> &days)
{
    m_days = days;
    QStringList words;
    for (const auto &[day, ticks] : days) {
        if (ticks > 0)
            words += QStringLiteral("%1: %2").arg(locale().toString(day, QLocale::ShortFormat), dollarsText(ticks));
    }
    setAccessibleDescription(words.isEmpty() ? tr("Nothing was spent.") : words.join(QStringLiteral("; ")));
    update();
}

qint64 UsagePlot::highest() const
{
    qint64 most = 0;
    for (const auto &[day, ticks] : m_days)
        most = std::max(most, ticks);
    return most;
}

QRectF UsagePlot::columnRect(qsizetype index) const
{
    const qreal step = qreal(width()) / qreal(std::max<qsizetype>(1, m_days.size()));
    const qint64 most = std::max<qint64>(1, highest());
    const qreal room = height() - AxisSpace - fontMetrics().height();
    const qreal length = room * qreal(m_days.at(index).second) / qreal(most);
    const qsizetype place = isRightToLeft() ? m_days.size() - 1 - index : index;
    return { step * qreal(place) + step * Gap / 2, height() - AxisSpace - length, step * (1 - Gap), length };
}

void UsagePlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal base = height() - AxisSpace;
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(QPointF(0, base), QPointF(width(), base));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        if (m_days.at(i).second > 0)
            painter.drawRoundedRect(columnRect(i), 2, 2);
    }
    if (m_days.isEmpty())
        return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRectF axis(0, base, width(), AxisSpace);
    painter.drawText(axis, Qt::AlignLeading | Qt::AlignVCenter, locale().toString(m_days.first().first, QLocale::ShortFormat));
    painter.drawText(axis, Qt::AlignTrailing | Qt::AlignVCenter, locale().toString(m_days.last().first, QLocale::ShortFormat));
    painter.drawText(QRectF(0, 0, width(), fontMetrics().height()), Qt::AlignLeading | Qt::AlignTop, dollarsText(highest()));
}

bool UsagePlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qreal step = qreal(width()) / qreal(std::max<qsizetype>(1, m_days.size()));
    const qsizetype place = qsizetype(help->pos().x() / step);
    const qsizetype index = isRightToLeft() ? m_days.size() - 1 - place : place;
    if (index >= 0 && index < m_days.size()) {
        QToolTip::showText(help->globalPos(), QStringLiteral("%1: %2").arg(locale().toString(m_days.at(index).first, QLocale::LongFormat),
                                                                          dollarsText(m_days.at(index).second)), this);
    }
    return true;
}
