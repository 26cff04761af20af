// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "library.h"
#include "librarymodel.h"
#include "librarysearch.h"

#include <QSet>

// A row of the side pane: a conversation, one in which a search found something, or a folder's heading.
struct LibraryRow
{
    ConversationId conversation;
    MessageId message;
    QString title;
    QString snippet;
    QString draftText;
    qint64 updatedAtMs = 0;
    int hits = 0;
    bool isRunning = false;
    Arrangement arrangement;
    FolderId folder;               // that it is shown in, or whose heading it is
    bool isHeading = false;
    bool isCollapsed = false;
    qint64 measure = 0;            // what it was sorted by: UTF-16 units or ticks
    bool operator==(const LibraryRow &) const = default;

    // What tells rows apart, whatever else changes about them.
    QUuid key() const { return isHeading ? folder.uuid() : conversation.uuid(); }
};

// How rows are put together from what the library says.
struct LibraryRowOrder
{
    LibraryModel::Sorting sorting = LibraryModel::Sorting::Date;
    QList<Folder> folders;
    QSet<FolderId> collapsed;
    QHash<ConversationId, ConversationMeasure> measures;

    bool isByMeasure() const { return sorting == LibraryModel::Sorting::Size || sorting == LibraryModel::Sorting::Cost; }
    // What it is sorted by, the largest first; 0 in the other orders.
    qint64 measureOf(const ConversationId &id) const;
};

struct LibraryRows
{
    QList<LibraryRow> shown;
    QHash<FolderId, QList<LibraryRow>> hidden;     // the members of collapsed folders
};

bool isListed(const ConversationSummary &summary);
LibraryRow libraryRow(const ConversationSummary &summary);
// Pinned, then each folder with its heading, then the rest; each part in order. A draft that was emptied again leaves out its
// conversation; the trash and the archive have no folders.
LibraryRows libraryRows(const QList<ConversationSummary> &conversations, const LibraryRowOrder &order, Shelf shelf);
QList<LibraryRow> libraryRows(const QList<FoundConversation> &found);

// The texts between the marks of what a search found, each once.
QStringList markedWords(const QString &text);
QString withoutFoundMarks(QString text);
