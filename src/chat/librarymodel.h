// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "error.h"

#include <QAbstractListModel>

#include <memory>

class Clock;
class Library;

// The side pane's rows: all conversations, pinned ones first, then newest first; or what a search found. Changes row by
// row as the library changes.
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

public Q_SLOTS:
    void refresh();
    void setFilter(const QString &words);        // empty: all conversations
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

private:
    class Private;
    std::unique_ptr<Private> d;
};
