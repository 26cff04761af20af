// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arrangement.h"

#include <QList>

#include <functional>

class ActionCollection;
class LibraryModel;
class QMenu;
class QWidget;

// What can be done with conversations of the side pane, or with a folder of it. The caller shows the menu and owns it.
struct LibraryWishes
{
    std::function<void(const FolderId &)> newConversation;
    std::function<void()> rename;                                // of the row that is current
    std::function<void(const Folder &)> beginLikeShown;          // new conversations in it begin like the one that is shown
};

// Ways out of the library, and what to do with the number of one.
struct ExportWishes
{
    QStringList kinds;
    std::function<void(const QList<ConversationId> &ids, int kind)> wanted;
};

QMenu *makeConversationsMenu(LibraryModel &model, const QList<ConversationId> &ids, const ActionCollection &actions, const ExportWishes &exports, QWidget *parent);
QMenu *makeFolderMenu(LibraryModel &model, const Folder &folder, const LibraryWishes &wishes, QWidget *parent);
