// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobstore_p.h"
#include "librarycommand_p.h"

class Database;

// Every change of the library, over the one connection that writes. A command is done whole or not at all, and doing it
// again changes nothing: a process that handed it over and lost the reply may ask once more.
class LibraryWriter
{
public:
    LibraryWriter(Database &database, const BlobStore &blobs) : m_database(database), m_blobs(blobs) {}
    // Called with each message of an import; what is no success ends it, and nothing of it is kept.
    void setImportStep(const std::function<Result<Done>()> &step) { m_importStep = step; }

    Result<CommandReply> apply(const LibraryCommand &command);
    // At start, by the owner: what is still streaming was cut off, with the text as far as it was saved.
    Result<Done> cutOffRunningAnswers();

private:
    Result<CommandReply> applyWork(const commands::CreateConversation &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::RenameConversation &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::SaveConversation &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::DeleteConversation &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::RestoreConversation &work, qint64 atMs);
    // libraryarranger.cpp
    Result<CommandReply> applyWork(const commands::ArrangeConversations &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::CopyConversations &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::EmptyTrash &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::SaveFolder &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::DeleteFolder &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::SaveTag &work, qint64 atMs);
    Result<Done> copyMessages(qint64 source, qint64 copy, MessageId &last, qint64 atMs);
    Result<Done> purge(qint64 conversation);
    Result<CommandReply> applyWork(const commands::SetHead &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::AppendMessage &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::SaveProgress &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::FinishMessage &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::PutBlob &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::SaveDraft &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::SaveReadingPosition &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::ImportDocument &work, qint64 atMs);
    Result<CommandReply> applyWork(const commands::ImportDocuments &work, qint64 atMs);
    Result<Done> addDocument(const ConversationDocument &document, qint64 updatedMs);
    Result<Done> followDocument(qint64 row, const ConversationDocument &document);

    Result<qint64> conversationRow(const ConversationId &id);
    struct StoredMessage { qint64 row = 0; qint64 conversation = 0; bool isOpen = false; };
    // Row 0: there is none.
    Result<StoredMessage> storedMessage(const MessageId &id);
    struct SavedProgress { qint64 row = 0; bool isOpen = false; qint64 piece = 0; qint64 textEnd = 0; qint64 reasoningEnd = 0; };
    // Not open: there is none, or it has ended.
    Result<SavedProgress> savedProgress(const MessageId &id);
    Result<ConversationId> conversationOf(qint64 row);
    Result<Done> requireBlobs(const std::vector<ContentPart> &parts) const;
    Result<Done> insertConversation(const Conversation &conversation);
    Result<Done> insertMessage(qint64 conversation, const Message &message);
    Result<Done> replaceBody(qint64 row, const Message &message);
    // `change` is the one statement that replaces an indexed text; the search index follows.
    Result<Done> changeTitle(qint64 conversation, const std::function<Result<Done>()> &change);
    Result<Done> changeBody(qint64 row, const std::function<Result<Done>()> &change);
    Result<CommandReply> markConversation(const ConversationId &id, const std::optional<qint64> &deletedAtMs);

    Database &m_database;
    const BlobStore &m_blobs;
    std::function<Result<Done>()> m_importStep;
};
