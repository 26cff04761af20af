// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationdocument.h"
#include "library.h"

#include <QByteArray>

#include <optional>
#include <variant>

// Every write of the library as a value, so that it can wait in a queue or travel to the process that holds the lock.
namespace commands {
struct CreateConversation { Conversation conversation; };
struct RenameConversation { ConversationId id; QString title; bool isManual = false; bool isUndo = false; };
struct SaveConversation { Conversation conversation; };
struct DeleteConversation { ConversationId id; };
struct RestoreConversation { ConversationId id; };
struct ArrangeConversations { QList<Arrangement> arrangements; };
struct CopyConversations { QList<ConversationId> sources; ConversationId copy; QString title; };
struct EmptyTrash { qint64 deletedBeforeMs = 0; };
struct SaveFolder { Folder folder; };
struct DeleteFolder { FolderId id; };
struct SaveTag { Tag tag; };
struct SetHead { ConversationId id; MessageId head; };
struct AppendMessage { ConversationId id; Message message; };
struct SaveProgress { AnswerProgress progress; };
struct FinishMessage { Message message; };
struct PutBlob { QByteArray bytes; };
struct SaveDraft { ConversationId id; Draft draft; };
struct SaveReadingPosition { ConversationId id; ReadingPosition position; };
struct ImportDocument { ConversationDocument document; };
struct ImportDocuments { std::vector<ConversationDocument> documents; };
}

struct LibraryCommand
{
    using Work = std::variant<commands::CreateConversation, commands::RenameConversation, commands::SaveConversation,
                              commands::DeleteConversation, commands::RestoreConversation, commands::ArrangeConversations,
                              commands::CopyConversations, commands::EmptyTrash, commands::SaveFolder, commands::DeleteFolder,
                              commands::SaveTag, commands::SetHead,
                              commands::AppendMessage, commands::SaveProgress, commands::FinishMessage, commands::PutBlob,
                              commands::SaveDraft, commands::SaveReadingPosition, commands::ImportDocument, commands::ImportDocuments>;
    Work work;
    qint64 atMs = 0;           // when it was asked for, since 1970, UTC
};

// What a command that went well gives back.
struct CommandReply
{
    BlobId blob;               // PutBlob alone
    ConversationId changed;    // null: no conversation that others would show anew
};

// CBOR for the way between processes. Decoding refuses what makes no sense: nullopt.
QByteArray encodeCommand(const LibraryCommand &command);
std::optional<LibraryCommand> decodeCommand(const QByteArray &bytes);
QByteArray encodeReply(const Result<CommandReply> &reply);
std::optional<Result<CommandReply>> decodeReply(const QByteArray &bytes);
