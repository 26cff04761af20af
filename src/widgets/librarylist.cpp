// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarylist.h"

#include "palette.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QHelpEvent>
#include <QPainter>

// What goes along with the pointer: the title of the first row, and how many they are.
QPixmap LibraryList::labelOf(const QModelIndexList &rows) const
{
    constexpr int Widest = 240;
    const Colors colors = colorsOf(palette());
    const QString title = fontMetrics().elidedText(rows.first().data().toString().simplified(), Qt::ElideRight, Widest);
    const QString number = rows.size() > 1 ? locale().toString(rows.size()) : QString();
    const int height = fontMetrics().height() + 14;
    const int badge = number.isEmpty() ? 0 : qMax(height - 12, fontMetrics().horizontalAdvance(number) + 12);
    const QSize size(fontMetrics().horizontalAdvance(title) + 24 + (badge > 0 ? badge + 6 : 0), height);
    QPixmap label(size * devicePixelRatioF());
    label.setDevicePixelRatio(devicePixelRatioF());
    label.fill(Qt::transparent);
    QPainter painter(&label);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    painter.setPen(colors.hairline);
    painter.setBrush(colors.selectedRow);
    painter.drawRoundedRect(QRectF(QPointF(0.5, 0.5), QSizeF(size) - QSizeF(1, 1)), 6, 6);
    const QRect inner(12, 0, size.width() - 24, height);
    painter.setPen(colors.text);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, title);
    if (badge > 0) {
        const QRectF round(size.width() - badge - 6, 6, badge, height - 12);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(round, round.height() / 2, round.height() / 2);
        painter.setPen(colors.accentText);
        painter.drawText(round, Qt::AlignCenter, number);
    }
    return label;
}

LibraryList::LibraryList(QWidget *parent) : QListView(parent)
{
    setObjectName(QStringLiteral("conversationList"));
    setAccessibleName(tr("Conversations"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setAutoFillBackground(false);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropMode(QAbstractItemView::DragDrop);
}

bool LibraryList::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        if (const QModelIndex index = indexAt(static_cast<QHelpEvent *>(event)->pos()); index.isValid())
            Q_EMIT hovered(index);
        return true;
    case QEvent::MouseMove:
        if (const QModelIndex index = indexAt(static_cast<QMouseEvent *>(event)->pos()); index != m_under) {
            m_under = index;
            Q_EMIT hoverEnded();
        }
        break;
    case QEvent::Leave:
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
        m_under = QPersistentModelIndex();
        Q_EMIT hoverEnded();
        break;
    default:
        break;
    }
    return QListView::viewportEvent(event);
}

void LibraryList::startDrag(Qt::DropActions supportedActions)
{
    QModelIndexList dragged;
    for (const QModelIndex &index : selectedIndexes()) {
        if (index.flags() & Qt::ItemIsDragEnabled)
            dragged.append(index);
    }
    std::unique_ptr<QMimeData> rows(dragged.isEmpty() ? nullptr : model()->mimeData(dragged));
    if (!rows)
        return;
    auto *drag = new QDrag(this);
    // Beside the pointer, so that what is under it can be read.
    drag->setPixmap(labelOf(dragged));
    drag->setHotSpot({ -12, -8 });
    std::unique_ptr<QMimeData> packed = m_packer ? m_packer(*rows) : nullptr;
    drag->setMimeData(packed ? packed.release() : rows.release());
    // In the list a row moves; another program gets a copy. The model moves its rows by itself.
    drag->exec(supportedActions | Qt::CopyAction, Qt::CopyAction);
}

// Rows of another Grackle mean nothing here; the window takes the documents that come with them.
bool LibraryList::begins(QDropEvent *event)
{
    // Not accepted before it is taken, or the view does nothing any more.
    event->ignore();
    event->setDropAction(Qt::MoveAction);
    return event->source();
}

// Here rows move, whatever was offered first.
void LibraryList::ends(QDropEvent *event)
{
    if (event->isAccepted())
        event->setDropAction(Qt::MoveAction);
}

void LibraryList::dragEnterEvent(QDragEnterEvent *event)
{
    if (begins(event))
        QListView::dragEnterEvent(event);
    ends(event);
}

void LibraryList::dragMoveEvent(QDragMoveEvent *event)
{
    if (begins(event))
        QListView::dragMoveEvent(event);
    ends(event);
}

void LibraryList::dropEvent(QDropEvent *event)
{
    if (begins(event))
        QListView::dropEvent(event);
    ends(event);
}
