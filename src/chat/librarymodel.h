// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "error.h"
#include "librarysearch.h"

#include <QAbstractListModel>

#include <memory>

class Clock;
class Library;
class LibraryOrganizer;

// The side pane's rows: the conversations of a shelf, pinned ones first, then folder by folder, then the rest; or what a search
// found, one row for each conversation. Changes row by row as the library changes.
class LibraryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum LibraryRole {
        ConversationIdRole = Qt::UserRole + 1,   // ConversationId; null: a folder's heading
        UpdatedRole,                             // qint64, ms since 1970 UTC
        SectionRole,                             // QString: "Pinned", "Today", "Yesterday", "Last week", …; empty inside a folder
        IsRunningRole,                           // bool
        DraftRole,                               // QString, first line of a waiting draft
        SnippetRole,                             // QString: what a search found, words between U+2068 and U+2069
        MessageRole,                             // MessageId: where a search found it
        MarkedTitleRole,                         // QString: the title, words that were found between U+2068 and U+2069
        HitCountRole,                            // int: messages that a search found here
        FolderRole,                              // FolderId: of the heading, or that the conversation is shown in
        IsHeadingRole,                           // bool: a folder's heading
        IsCollapsedRole,                         // bool: of a heading
        TagColorsRole,                           // QList<int>: numbers of the palette
        FactRole,                                // QString: what it was sorted by, for people; empty: the date
        IsUnreadRole,                            // bool: an answer came that nobody has seen in this run
        RowShapeRole,                            // int, RowShape: all that the height of a row depends on
    };
    enum RowShape { PlainRow = 0, BeginsSection = 1, HasSnippet = 2 };
    enum class Sorting { Date, Title, Size, Cost };
    LibraryModel(Library &library, const Clock &clock, QObject *parent = nullptr);
    ~LibraryModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    // A title can be edited in place; what was typed comes back through rename().
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Rows are dragged into folders, among the pinned ones, or out of both.
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

    int rowOf(const ConversationId &id) const;
    ConversationId idAt(int row) const;          // null: a heading
    // The next conversation in that direction, headings passed over; -1: none.
    int conversationRow(int from, int step) const;
    FolderId headingAt(int row) const;           // null: a conversation
    // What to mark in the message that a search found: the words as they stand in it.
    QStringList foundWordsAt(int row) const;
    const SearchQuestion &question() const;
    bool isSearching() const { return !question().isEmpty(); }
    // The midnight that began the day so many days ago, here, in ms since 1970 UTC.
    qint64 startOfDayMs(int daysAgo) const;
    // Models that have answered in this library; asked for by refreshModels().
    QStringList models() const;

    Shelf shelf() const;
    Sorting sorting() const;
    const QList<Folder> &folders() const;        // by name
    const QList<Tag> &tags() const;              // by name
    // Of the rows that are shown.
    Arrangement arrangementOf(const ConversationId &id) const;
    LibraryOrganizer &organizer() const;

public Q_SLOTS:
    void refresh();
    void setFilter(const QString &words);        // the words of the question; empty: all conversations
    void setQuestion(const SearchQuestion &question);
    void refreshModels();
    void setShelf(Shelf shelf);
    void setSorting(LibraryModel::Sorting sorting);
    void setCollapsed(const FolderId &folder, bool isCollapsed);
    void setRunning(const ConversationId &id, bool isRunning);
    void setUnread(const ConversationId &id, bool isUnread);

    // Each of these is undone and redone by organizer().
    void rename(const ConversationId &id, const QString &title);
    void remove(const ConversationId &id) { removeAll({ id }); }
    void removeAll(const QList<ConversationId> &ids);            // to the trash
    void restoreAll(const QList<ConversationId> &ids);           // out of it
    void setPinned(const QList<ConversationId> &ids, bool isPinned);
    void setArchived(const QList<ConversationId> &ids, bool isArchived);
    void moveToFolder(const QList<ConversationId> &ids, const FolderId &folder);
    void setTagged(const QList<ConversationId> &ids, const QString &tag, bool isTagged);
    void duplicate(const ConversationId &id);
    void merge(const QList<ConversationId> &ids);
    FolderId makeFolder(const QString &name, const QList<ConversationId> &members = {});
    void changeFolder(const Folder &folder);
    void deleteFolder(const FolderId &folder);
    void undoRemove();                                           // the last of all of them
    // Not undone: the trash is emptied for good.
    void emptyTrash();

    // A conversation that is not stored yet goes into this folder as soon as it is.
    void placeWhenStored(const ConversationId &id, const FolderId &folder);

Q_SIGNALS:
    void filterApplied(const QString &words, int hits);
    void removed(const ConversationId &id, const QString &title);
    void restored(const ConversationId &id);
    // A duplicate or a merged one is there.
    void copied(const ConversationId &id);
    void failed(const Error &error);
    void loaded();
    void modelsChanged();
    void shelfChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};
