// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QObject>
#include <QPersistentModelIndex>

class Library;
class LibraryPane;
class PeekPopup;
struct OpenedConversation;

// Where the pointer rests on a row of the side pane, a look into that conversation: its title, its last words, and when that was.
class Peeking : public QObject
{
    Q_OBJECT
public:
    Peeking(Library &library, LibraryPane &pane, QObject *parent = nullptr);

private:
    void look(const QModelIndex &index);
    void show(const OpenedConversation &opened);
    void end();

    Library &m_library;
    LibraryPane &m_pane;
    PeekPopup *m_popup = nullptr;          // made with the first look
    QPersistentModelIndex m_row;
};
