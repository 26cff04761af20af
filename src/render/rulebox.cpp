// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "rulebox.h"

#include <QPainter>

int RuleBox::layOut(const Leaf &, qreal width)
{
    m_width = width;
    return theme().steps(2) + 1;
}

void RuleBox::paint(QPainter &painter, const Leaf &, const BoxMarks &) const
{
    painter.fillRect(QRectF(0, theme().step, m_width, 1), theme().colors.hairline);
}

QRectF RuleBox::caretRect(const Leaf &, qsizetype) const
{
    return QRectF(0, 0, 1, theme().steps(2) + 1);
}
