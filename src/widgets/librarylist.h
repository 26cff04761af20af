// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QListView>
#include <QMimeData>

#include <functional>
#include <memory>

// The side pane's list. Its rows can be dragged to other places in it, and out of the window as files.
class LibraryList : public QListView
{
    Q_OBJECT
public:
    explicit LibraryList(QWidget *parent = nullptr);

    // Makes what is dragged out of what the model gives for the rows. Unset: that alone, and rows stay inside.
    using Packer = std::function<std::unique_ptr<QMimeData>(const QMimeData &rows)>;
    void setPacker(Packer packer) { m_packer = std::move(packer); }

Q_SIGNALS:
    // The pointer rests on a row, and has left it.
    void hovered(const QModelIndex &index);
    void hoverEnded();

protected:
    bool viewportEvent(QEvent *event) override;
    void startDrag(Qt::DropActions supportedActions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QPixmap labelOf(const QModelIndexList &rows) const;
    static bool begins(QDropEvent *event);
    static void ends(QDropEvent *event);

    Packer m_packer;
    QPersistentModelIndex m_under;     // the pointer
};
