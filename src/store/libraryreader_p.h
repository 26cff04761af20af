// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "library.h"

class Database;
class Statement;

// All questions to the library, over one connection, in whatever thread that connection belongs to.
class LibraryReader
{
public:
    explicit LibraryReader(Database &database) : m_database(database) {}

    Result<QList<ConversationSummary>> list() const;                  // all but the trash
    Result<QList<ConversationSummary>> list(Shelf shelf) const;
    Result<QList<ConversationSummary>> list(const QList<ConversationId> &ids) const;
    static qint64 summariesRead();
    // libraryshelves.cpp
    Result<QHash<ConversationId, ConversationMeasure>> measures() const;
    Result<QHash<ConversationId, ConversationMeasure>> measures(const QList<ConversationId> &ids) const;
    Result<QList<Folder>> folders() const;
    Result<QList<Tag>> tags() const;
    Result<OpenedConversation> open(const ConversationId &id) const;
    Result<OpenedConversation> openAnywhere(const ConversationId &id) const;      // in the trash too
    // And tells how many heads were not packed (see packedtree_p.h), in which row's conversation.
    struct Unpacked { qint64 conversation = 0; int heads = 0; };
    Result<OpenedConversation> open(const ConversationId &id, Unpacked &unpacked) const;
    // librarysearch.cpp
    Result<QList<SearchHit>> search(const QString &words, int limit) const;
    Result<QList<FoundConversation>> searchConversations(const SearchQuestion &question, int limit) const;
    Result<QStringList> models() const;
    // In the order asked for. NotFound when one is missing.
    Result<std::vector<Message>> messages(const std::vector<MessageId> &ids) const;
    Result<bool> hasManualTitle(const ConversationId &id) const;
    Result<QList<UsageDay>> usage(qint64 fromMs) const;
    Result<QList<ConversationUsage>> usageByConversation(qint64 fromMs, int most) const;

private:
    Result<OpenedConversation> openRow(qint64 row, Unpacked &unpacked) const;
    Result<QList<ConversationSummary>> summaries(Statement &row) const;
    Result<Done> readConversation(qint64 row, OpenedConversation &opened) const;
    Result<Done> readDraft(qint64 row, Draft &draft) const;
    Result<Done> readPosition(qint64 row, OpenedConversation &opened) const;
    Result<Done> addProgress(qint64 row, Message &message) const;
    Result<Done> searchMessages(const QString &query, int limit, QList<SearchHit> &hits) const;
    Result<Done> searchTitles(const QString &query, int limit, QList<SearchHit> &hits) const;
    struct Candidate;
    Result<Done> collectMessages(const SearchQuestion &question, const QString &query, std::vector<Candidate> &found) const;
    Result<Done> collectTitles(const SearchQuestion &question, const QString &query, std::vector<Candidate> &found) const;
    Result<Done> addSnippets(const std::vector<Candidate> &found, const QString &query, QList<FoundConversation> &conversations) const;
    Result<FoundConversation> describe(const Candidate &candidate, const QString &query) const;

    Database &m_database;
};
