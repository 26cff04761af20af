// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "findmarks_p.h"

#include "transcriptlayout.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

FindMarks::FindMarks(QScrollBar *bar, const TranscriptLayout &layout) : QWidget(bar), m_layout(layout)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    bar->installEventFilter(this);
    setGeometry(bar->rect());
    hide();
}

void FindMarks::setMarks(std::vector<FindMark> marks)
{
    m_marks = std::move(marks);
    setVisible(!m_marks.empty());
    update();
}

void FindMarks::setColor(const QColor &color)
{
    m_color = color;
    update();
}

std::vector<int> FindMarks::strokes() const
{
    std::vector<int> strokes;
    const qint64 total = m_layout.totalHeight();
    for (const FindMark &mark : m_marks) {
        if (mark.row >= m_layout.rowCount() || total <= 0)
            continue;
        const qreal y = qreal(m_layout.rowTop(mark.row)) + mark.part * m_layout.rowHeight(mark.row);
        const int stroke = int(y / qreal(total) * height());
        if (strokes.empty() || strokes.back() != stroke)
            strokes.push_back(stroke);
    }
    return strokes;
}

void FindMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (const int y : strokes())
        painter.fillRect(QRect(width() / 4, y, width() - width() / 2, 2), m_color);
}

bool FindMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget *>(watched)->rect());
    return QWidget::eventFilter(watched, event);
}
