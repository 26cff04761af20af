// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarylist.h"

#include <QDrag>
#include <QHelpEvent>

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
    const QRect first = visualRect(dragged.first()).intersected(viewport()->rect());
    drag->setPixmap(viewport()->grab(first));
    drag->setHotSpot({ 16, first.height() / 2 });
    std::unique_ptr<QMimeData> packed = m_packer ? m_packer(*rows) : nullptr;
    drag->setMimeData(packed ? packed.release() : rows.release());
    // In the list a row moves; another program gets a copy. The model moves its rows by itself.
    drag->exec(supportedActions | Qt::CopyAction, Qt::MoveAction);
}
