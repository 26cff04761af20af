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

// The side pane's rows: all conversations, pinned ones first, then newest first; or what a search found,
// one row for each conversation. Changes row by row as the library changes.
class LibraryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum LibraryRole {
        ConversationIdRole = Qt::UserRole + 1,   // ConversationId
        UpdatedRole,                             // qint64, ms since 1970 UTC
        SectionRole,                             // QString: "Pinned", "Today", "Yesterday", "Last week", …
        IsRunningRole,                           // bool
        DraftRole,                               // QString, first line of a waiting draft
        SnippetRole,                             // QString: what a search found, words between U+2068 and U+2069
        MessageRole,                             // MessageId: where a search found it
        MarkedTitleRole,                         // QString: the title, words that were found between U+2068 and U+2069
        HitCountRole,                            // int: messages that a search found here
    };
    LibraryModel(Library &library, const Clock &clock, QObject *parent = nullptr);
    ~LibraryModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    // A title can be edited in place; what was typed comes back through rename().
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    int rowOf(const ConversationId &id) const;
    ConversationId idAt(int row) const;
    // What to mark in the message that a search found: the words as they stand in it.
    QStringList foundWordsAt(int row) const;
    const SearchQuestion &question() const;
    // The midnight that began the day so many days ago, here, in ms since 1970 UTC.
    qint64 startOfDayMs(int daysAgo) const;
    bool isSearching() const { return !question().isEmpty(); }
    // Models that have answered in this library; asked for by refreshModels().
    QStringList models() const;

public Q_SLOTS:
    void refresh();
    void setFilter(const QString &words);        // the words of the question; empty: all conversations
    void setQuestion(const SearchQuestion &question);
    void refreshModels();
    void setRunning(const ConversationId &id, bool isRunning);
    void rename(const ConversationId &id, const QString &title);
    void remove(const ConversationId &id);       // undone by undoRemove(), in any number, newest first
    void undoRemove();

Q_SIGNALS:
    void filterApplied(const QString &words, int hits);
    void removed(const ConversationId &id, const QString &title);
    void restored(const ConversationId &id);
    void failed(const Error &error);
    void loaded();
    void modelsChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};
