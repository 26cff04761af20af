// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

using FolderId = Id<struct FolderTag>;
Q_DECLARE_METATYPE(FolderId)

// Where the person put a conversation: everything that can be changed about it without opening it, but its title.
struct Arrangement
{
    ConversationId id;
    bool isPinned = false;
    bool isArchived = false;
    FolderId folder = FolderId();              // null: none
    QStringList tags = QStringList();          // names, each once
    qint64 deletedAtMs = 0;                    // in the trash since; 0: not in the trash
    bool operator==(const Arrangement &) const = default;
};

struct Folder
{
    FolderId id;
    QString name;
    // What new conversations in it begin with; empty: as everywhere.
    QString endpointId = QString();
    QString modelId = QString();
    QString systemPrompt = QString();
    qint64 createdAtMs = 0;
    bool operator==(const Folder &) const = default;
};

struct Tag
{
    QString name;
    int color = 0;                             // a number of the palette, from 0
    bool operator==(const Tag &) const = default;
};

// What the side pane shows.
enum class Shelf { Conversations, Archive, Trash };
