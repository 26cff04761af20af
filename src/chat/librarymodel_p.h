// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"
#include "library.h"
#include "librarymodel.h"
#include "libraryorganizer.h"
#include "libraryrows_p.h"
#include "librarysections_p.h"

#include <QDateTime>
#include <QSet>
#include <QTimer>

class LibraryModel::Private
{
public:
    Private(LibraryModel *model, Library &source, const Clock &wallClock) : q(model), library(source), clock(wallClock), organizer(source, wallClock) {}

    LibraryModel *q;
    Library &library;
    const Clock &clock;
    LibraryOrganizer organizer;
    QList<LibraryRow> rows;
    QHash<FolderId, QList<LibraryRow>> hidden;   // the members of collapsed folders
    QSet<ConversationId> changed;                // since they were asked for
    LibraryRowOrder order;
    QList<Tag> tags;
    Shelf shelf = Shelf::Conversations;
    SearchQuestion question;
    QStringList models;
    QSet<ConversationId> running;
    QSet<ConversationId> unread;
    QHash<ConversationId, FolderId> placements;
    QHash<ConversationId, QString> removedTitles;
    QTimer refreshTimer;
    bool isAsking = false;
    bool mustAskAgain = false;
    bool isLoaded = false;
    bool isOtherOrder = false;

    void ask();
    void list();
    // librarychanges.cpp
    void askChanged();
    void summarizeChanged(const QList<ConversationId> &ids);
    void takeOver(const QList<ConversationId> &ids, const QList<ConversationSummary> &summaries);
    bool takeOver(const ConversationId &id, const ConversationSummary *summary);
    bool isOnShelf(const ConversationSummary &summary) const;
    bool isOfGroup(const LibraryRow &row, const LibraryRow &wanted) const;
    int placeFor(const LibraryRow &wanted, int at) const;
    void removeRow(int at);
    void insertRow(int at, const LibraryRow &wanted);
    void moveRow(int from, int to, const LibraryRow &wanted);
    void countMember(const FolderId &folder, int change);
    void setCollapsed(const FolderId &folder, bool isCollapsed);
    void listed(const Result<QList<ConversationSummary>> &list);
    void placeStored(const QList<ConversationSummary> &list);
    void found(const QString &words, const Result<QList<FoundConversation>> &hits);
    bool answerIsStale();
    void show(const QList<LibraryRow> &wanted);
    void removeMissing(const QList<LibraryRow> &wanted);
    void insertAndMove(const QList<LibraryRow> &wanted);
    void tellRow(int row, const QList<int> &roles = {});
    QString section(const LibraryRow &row) const;
    struct Day
    {
        explicit Day(qint64 ms = 0) : date(QDateTime::fromMSecsSinceEpoch(ms).date()),
            begin(date.startOfDay().toMSecsSinceEpoch()), end(date.addDays(1).startOfDay().toMSecsSinceEpoch()) {}
        bool contains(qint64 ms) const { return ms >= begin && ms < end; }
        QDate date;
        qint64 begin;
        qint64 end;
    };
    // What the last question was about: rows of one day stand together, and the list asks for each row several times.
    mutable Day today, day;
    mutable QString dayTitle;
    // Of all rows, made at the first question after a change: a list asks each row for its height, and there may be 100,000.
    mutable QList<quint8> shapes;
    int shape(int row) const;
    QString spoken(const LibraryRow &row) const;
    void tellConversation(const ConversationId &id, const QList<int> &roles);
    QString title(const LibraryRow &row) const;
    QString fact(const LibraryRow &row) const;
    QList<int> tagColors(const LibraryRow &row) const;

    // libraryarranging.cpp
    void connectOrganizer();
    QList<Arrangement> arrangementsOf(const QList<ConversationId> &ids) const;
    void tellRemoved(const ConversationId &id);
    const Folder *folder(const FolderId &id) const;
};
