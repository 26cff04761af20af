// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "dropoverlay.h"

#include "palette.h"
#include "plaintext.h"

#include <QEvent>
#include <QPainter>

DropOverlay::DropOverlay(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dropOverlay"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    parent->installEventFilter(this);
    hide();
}

void DropOverlay::showSentence(const QString &sentence, bool isAccepted)
{
    m_sentence = sentence;
    m_isAccepted = isAccepted;
    setAccessibleName(sentence);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = colors.page;
    veil.setAlphaF(0.82f);
    painter.fillRect(rect(), veil);

    const QString first = m_sentence.section(u'\n', 0, 0);
    const QString rest = m_sentence.section(u'\n', 1);
    QRect box(0, 0, qMin(516, width() - 32), qMax(130, 60 + fontMetrics().lineSpacing() * (2 + int(m_sentence.size() / 60))));
    box.moveCenter(rect().center());
    painter.setBrush(m_isAccepted ? colors.accentTint : colors.errorNotice);
    painter.setPen(QPen(m_isAccepted ? colors.accent : colors.bad, 2, Qt::DashLine));
    painter.drawRoundedRect(box, 14, 14);

    const QRect inner = box.adjusted(20, 16, -20, -16);
    QRect upper = inner;
    if (!rest.isEmpty())
        upper.setHeight(inner.height() / 2);
    painter.setPen(colors.text);
    painter.setFont(scaledFont(1.14));
    painter.drawText(upper, (rest.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom) | Qt::AlignHCenter | Qt::TextWordWrap, first);
    if (!rest.isEmpty()) {
        painter.setPen(colors.secondary);
        painter.setFont(scaledFont(0.92));
        painter.drawText(QRect(inner.x(), upper.bottom() + 8, inner.width(), inner.bottom() - upper.bottom() - 8),
                         Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, rest);
    }
}
