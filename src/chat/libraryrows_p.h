// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "compacttext_p.h"
#include "conversation.h"
#include "library.h"
#include "librarymodel.h"
#include "librarysearch.h"

#include <QSet>
#include <QSharedDataPointer>

// A row of the side pane: a conversation, one in which a search found something, or a folder's heading. There may be 100,000: what few
// of them have stands apart.
struct LibraryRow
{
    struct Rare
    {
        MessageId message = MessageId();
        QString snippet = QString();
        QString draftText = QString();
        FolderId folder = FolderId();        // that it is shown in, or whose heading it is
        FolderId arrangedIn = FolderId();    // that it belongs to, also on a shelf without folders
        QStringList tags = QStringList();
        qint64 deletedAtMs = 0;
        bool operator==(const Rare &) const = default;
    };

    ConversationId conversation;
    CompactText title;
    qint64 updatedAtMs = 0;
    qint64 measure = 0;            // what it was sorted by: UTF-16 units or ticks
    int hits = 0;
    bool isRunning : 1 = false;
    bool isHeading : 1 = false;
    bool isCollapsed : 1 = false;
    bool isPinned : 1 = false;
    bool isArchived : 1 = false;

    const Rare &rare() const;
    // Leaves nothing apart when there is nothing to tell.
    void setRare(const Rare &rare);
    const FolderId &folder() const { return rare().folder; }
    void setFolder(const FolderId &folder);
    Arrangement arrangement() const;
    bool operator==(const LibraryRow &other) const;

    // What tells rows apart, whatever else changes about them.
    QUuid key() const { return isHeading ? folder().uuid() : conversation.uuid(); }

private:
    struct SharedRare : QSharedData
    {
        explicit SharedRare(const Rare &given) : rare(given) {}
        Rare rare;
    };
    QSharedDataPointer<SharedRare> m_rare;
};
Q_DECLARE_TYPEINFO(LibraryRow, Q_RELOCATABLE_TYPE);
static_assert(sizeof(LibraryRow) <= 56);

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
