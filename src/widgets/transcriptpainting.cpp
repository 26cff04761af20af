// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include <QPaintEvent>
#include <QPainter>

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme()->colors.page);
    int top = -m_anchor.pixel();
    for (int row = m_anchor.row(); row < m_layout.rowCount() && top <= event->rect().bottom(); ++row) {
        const int height = m_layout.rowHeight(row);
        if (top + height > event->rect().top())
            paintRow(painter, row, top, event->rect());
        top += height;
    }
}

void TranscriptView::paintRow(QPainter &painter, int row, int top, const QRect &dirty)
{
    const RowLayout &layout = m_layout.ensureRow(row);
    const bool isHovered = m_hoveredRow == row;
    const bool isCurrent = currentIndex().row() == row && m_isWalking && hasFocus();
    const std::optional<Touched> focused = isCurrent ? focusedSpot() : std::nullopt;
    PaintContext context;
    context.clip = QRectF(dirty.translated(0, -top));
    context.selection = m_selection.rangeIn(row, layout.source().size());
    context.isSelectionWhole = m_selection.touches(row) && context.selection.begin == 0
        && context.selection.end == layout.source().size();
    context.search = m_search;
    if (m_currentFind && m_currentFind->message == m_layout.messageId(row))
        context.currentFind = m_currentFind->place;
    context.showsCaret = layout.content().state == MessageState::Streaming;
    context.showsActions = isHovered || isCurrent || m_copiedRow == row;
    context.hovered = isHovered && m_hovered ? &m_hovered->spot : nullptr;
    context.focused = focused ? &focused->spot : nullptr;
    context.barLeaf = m_barRow == row ? m_barLeaf : -1;
    context.viewportTop = -top;
    context.copiedLeaf = m_copiedRow == row ? m_copiedLeaf : -1;
    context.wasMessageCopied = m_copiedRow == row && m_copiedLeaf < 0;
    context.thinkingText = layout.thinkingText(nowMs());
    painter.save();
    painter.translate(0, top);
    layout.paint(painter, context, m_thumbnails, devicePixelRatioF());
    if (isCurrent && !focused) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme()->colors.accent, 2));
        painter.setBrush(Qt::NoBrush);
        const int margin = layout.isPerson() ? 3 : theme()->steps(2);
        painter.drawRoundedRect(layout.blockRect().adjusted(-margin, -margin, margin, margin), theme()->smallCorner,
                                theme()->smallCorner);
    }
    painter.restore();
}
