// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarywriter_p.h"

#include "database_p.h"
#include "librarybacklog_p.h"
#include "librarycolumns_p.h"

using Synchronous = Database::Synchronous;

namespace {

// What came without a date is as old as its import.
ConversationDocument dated(ConversationDocument document, qint64 atMs)
{
    Conversation &conversation = document.conversation;
    conversation.updatedAtMs = conversation.updatedAtMs > 0 ? conversation.updatedAtMs : atMs;
    conversation.createdAtMs = conversation.createdAtMs > 0 ? conversation.createdAtMs : conversation.updatedAtMs;
    for (Message &message : document.messages)
        message.createdAtMs = message.createdAtMs > 0 ? message.createdAtMs : conversation.createdAtMs;
    return document;
}

}

Result<CommandReply> LibraryWriter::apply(const LibraryCommand &command)
{
    return std::visit([&](const auto &work) { return applyWork(work, command.atMs); }, command.work);
}

Result<qint64> LibraryWriter::conversationRow(const ConversationId &id)
{
    Statement found(m_database, "SELECT row FROM conversations WHERE id = ?");
    found.bind(id.uuid());
    if (found.next())
        return found.number(0);
    const Result<Done> done = found.outcome();
    return done ? noConversation() : done.error();
}

Result<LibraryWriter::StoredMessage> LibraryWriter::storedMessage(const MessageId &id)
{
    Statement found(m_database, "SELECT row, conversation, is_open FROM messages WHERE id = ?");
    found.bind(id.uuid());
    StoredMessage stored;
    if (found.next())
        stored = { found.number(0), found.number(1), found.number(2) != 0 };
    if (Result<Done> done = found.outcome(); !done)
        return done.error();
    return stored;
}

Result<ConversationId> LibraryWriter::conversationOf(qint64 row)
{
    Statement found(m_database, "SELECT id FROM conversations WHERE row = ?");
    found.bind(row);
    const ConversationId id(found.next() ? found.uuid(0) : QUuid());
    if (Result<Done> done = found.outcome(); !done)
        return done.error();
    return id;
}

Result<Done> LibraryWriter::requireBlobs(const std::vector<ContentPart> &parts) const
{
    for (const ContentPart &part : parts) {
        const auto *image = std::get_if<ImagePart>(&part);
        if (image && !image->blob.isEmpty() && !m_blobs.contains(image->blob))
            return storageProblem(ErrorKind::NotFound, Storage::tr("An attachment is missing from the library."));
    }
    return Done {};
}

Result<Done> LibraryWriter::insertConversation(const Conversation &conversation)
{
    Result<Done> done = m_database.run("INSERT INTO conversations (id, title, has_manual_title, system_prompt, endpoint, model, options,"
                          " head, created, updated, is_pinned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          conversation.id.uuid(), conversation.title, conversation.hasManualTitle, conversation.systemPrompt,
                          conversation.endpointId, conversation.modelId, compact(toJson(conversation.options)),
                          conversation.head.uuid(), conversation.createdAtMs, conversation.updatedAtMs, conversation.isPinned);
    if (!done)
        return done;
    const qint64 row = m_database.lastRow();
    if (row < firstIndexedRow(m_database, BacklogPart::Titles))
        return Done {};
    return m_database.run("INSERT INTO title_index (rowid, title) VALUES (?, ?)", row, conversation.title);
}

// What waits to be indexed is read when its turn comes.
Result<Done> LibraryWriter::changeTitle(qint64 conversation, const std::function<Result<Done>()> &change)
{
    if (conversation < firstIndexedRow(m_database, BacklogPart::Titles))
        return change();
    Result<Done> done = m_database.run("INSERT INTO title_index (title_index, rowid, title)"
                                       " SELECT 'delete', row, title FROM conversations WHERE row = ?", conversation);
    if (done)
        done = change();
    if (done)
        done = m_database.run("INSERT INTO title_index (rowid, title) SELECT row, title FROM conversations WHERE row = ?", conversation);
    return done;
}

Result<Done> LibraryWriter::changeBody(qint64 row, const std::function<Result<Done>()> &change)
{
    if (row < firstIndexedRow(m_database, BacklogPart::Bodies))
        return change();
    Result<Done> done = m_database.run("INSERT INTO body_index (body_index, rowid, text, names)"
                                       " SELECT 'delete', row, text, names FROM bodies WHERE row = ?", row);
    if (done)
        done = change();
    if (done)
        done = m_database.run("INSERT INTO body_index (rowid, text, names) SELECT row, text, names FROM bodies WHERE row = ?", row);
    return done;
}

Result<Done> LibraryWriter::insertMessage(qint64 conversation, const Message &message)
{
    const QString text = textOf(message);
    Result<Done> done = m_database.run(
        "INSERT INTO messages (conversation, id, parent, role, state, created, length, is_open, model, has_image, cost)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        conversation, message.id.uuid(), message.parentId.uuid(), int(message.role), int(message.state), message.createdAtMs,
        qint64(text.size()), message.state == MessageState::Streaming, modelColumn(message), !imagesOf(message).empty(),
        costColumn(message));
    if (!done)
        return done;
    const qint64 row = m_database.lastRow();
    done = m_database.run("INSERT INTO bodies (row, text, parts, tool_calls, tool_call_id, answer, names) VALUES (?, ?, ?, ?, ?, ?, ?)",
                          row, text, partsColumn(message), compact(toolCallsToJson(message.toolCalls)),
                          message.toolCallId, answerColumn(message), attachmentNames(message));
    if (done && row >= firstIndexedRow(m_database, BacklogPart::Bodies))
        done = m_database.run("INSERT INTO body_index (rowid, text, names) VALUES (?, ?, ?)", row, text, attachmentNames(message));
    if (!done)
        return done;
    return m_database.run("UPDATE conversations SET message_count = message_count + 1 WHERE row = ?", conversation);
}

Result<CommandReply> LibraryWriter::applyWork(const commands::CreateConversation &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        // A second attempt with the same id is the same conversation.
        if (conversationRow(work.conversation.id))
            return Done {};
        return insertConversation(work.conversation);
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.conversation.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::RenameConversation &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(work.id);
        if (!row)
            return row.error();
        // A title a person gave is never replaced by an automatic one, but by the one that he takes back.
        return changeTitle(row.value(), [&] {
            return m_database.run("UPDATE conversations SET title = ?1, has_manual_title = ?2 WHERE row = ?3"
                                  " AND (?2 OR ?4 OR NOT has_manual_title)", work.title, work.isManual, row.value(), work.isUndo);
        });
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::SaveConversation &work, qint64)
{
    const Conversation &conversation = work.conversation;
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(conversation.id);
        if (!row)
            return row.error();
        return changeTitle(row.value(), [&] {
            return m_database.run("UPDATE conversations SET title = ?, has_manual_title = ?, system_prompt = ?, endpoint = ?,"
                                  " model = ?, options = ? WHERE row = ?",
                                  conversation.title, conversation.hasManualTitle, conversation.systemPrompt,
                                  conversation.endpointId, conversation.modelId, compact(toJson(conversation.options)), row.value());
        });
    });
    if (!done)
        return done.error();
    return CommandReply { {}, conversation.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::DeleteConversation &work, qint64 atMs)
{
    return markConversation(work.id, atMs);
}

Result<CommandReply> LibraryWriter::applyWork(const commands::RestoreConversation &work, qint64)
{
    return markConversation(work.id, std::nullopt);
}

Result<CommandReply> LibraryWriter::markConversation(const ConversationId &id, const std::optional<qint64> &deletedAtMs)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(id);
        if (!row)
            return row.error();
        if (deletedAtMs)
            return m_database.run("UPDATE conversations SET deleted = ? WHERE row = ?", *deletedAtMs, row.value());
        return m_database.run("UPDATE conversations SET deleted = NULL WHERE row = ?", row.value());
    });
    if (!done)
        return done.error();
    return CommandReply { {}, id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::SetHead &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(work.id);
        if (!row)
            return row.error();
        if (!work.head.isNull()) {
            const Result<StoredMessage> head = storedMessage(work.head);
            if (!head)
                return head.error();
            if (head.value().conversation != row.value())
                return noMessage();
        }
        return m_database.run("UPDATE conversations SET head = ? WHERE row = ?", work.head.uuid(), row.value());
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::AppendMessage &work, qint64 atMs)
{
    if (Result<Done> blobsAreThere = requireBlobs(work.message.parts); !blobsAreThere)
        return blobsAreThere.error();
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(work.id);
        if (!row)
            return row.error();
        const Result<StoredMessage> known = storedMessage(work.message.id);
        if (!known)
            return known.error();
        if (known.value().row != 0)
            return Done {};
        if (!work.message.parentId.isNull()) {
            const Result<StoredMessage> parent = storedMessage(work.message.parentId);
            if (!parent)
                return parent.error();
            if (parent.value().conversation != row.value())
                return noMessage();
        }
        if (Result<Done> inserted = insertMessage(row.value(), work.message); !inserted)
            return inserted;
        return m_database.run("UPDATE conversations SET head = ?, updated = max(updated, ?) WHERE row = ?",
                              work.message.id.uuid(), atMs, row.value());
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::PutBlob &work, qint64)
{
    const Result<BlobId> id = m_blobs.put(work.bytes);
    if (!id)
        return id.error();
    return CommandReply { id.value(), {} };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::SaveDraft &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(work.id);
        if (!row)
            return row.error();
        if (work.draft.text.isEmpty() && work.draft.attachments.empty() && work.draft.queue.empty())
            return m_database.run("DELETE FROM drafts WHERE conversation = ?", row.value());
        return m_database.run("INSERT OR REPLACE INTO drafts (conversation, text, cursor, attachments, attachments_first)"
                              " VALUES (?, ?, ?, ?, ?)", row.value(), work.draft.text, work.draft.cursor,
                              Utf8Text { QJsonDocument(draftPartsToJson(work.draft)).toJson(QJsonDocument::Compact) },
                              work.draft.attachmentsFirst);
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::SaveReadingPosition &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Normal, [&]() -> Result<Done> {
        const Result<qint64> row = conversationRow(work.id);
        if (!row)
            return row.error();
        return m_database.run("INSERT OR REPLACE INTO reading_positions (conversation, message, pixel) VALUES (?, ?, ?)",
                              row.value(), work.position.message.uuid(), work.position.pixel);
    });
    if (!done)
        return done.error();
    return CommandReply {};
}

// By union: what is there already stays as it is.
Result<Done> LibraryWriter::addDocument(const ConversationDocument &document, qint64 updatedMs)
{
    for (const Message &message : document.messages) {
        if (Result<Done> blobsAreThere = requireBlobs(message.parts); !blobsAreThere)
            return blobsAreThere;
    }
    if (!conversationRow(document.conversation.id)) {
        if (Result<Done> inserted = insertConversation(document.conversation); !inserted)
            return inserted;
        if (Result<Done> put = m_database.run("UPDATE conversations SET is_archived = ? WHERE id = ?", document.isArchived, document.conversation.id.uuid()); !put)
            return put;
    }
    const Result<qint64> row = conversationRow(document.conversation.id);
    if (!row)
        return row.error();
    for (const Message &message : document.messages) {
        if (Result<Done> wanted = m_importStep ? m_importStep() : Result<Done>(Done {}); !wanted)
            return wanted;
        const Result<StoredMessage> known = storedMessage(message.id);
        if (!known)
            return known.error();
        if (known.value().row != 0)
            continue;
        if (Result<Done> inserted = insertMessage(row.value(), message); !inserted)
            return inserted;
    }
    if (Result<Done> moved = followDocument(row.value(), document); !moved)
        return moved;
    return m_database.run("UPDATE conversations SET deleted = NULL, updated = max(updated, ?) WHERE row = ?", updatedMs, row.value());
}

// What was said behind the message that is shown comes into view; another branch does not.
Result<Done> LibraryWriter::followDocument(qint64 row, const ConversationDocument &document)
{
    Statement found(m_database, "SELECT head FROM conversations WHERE row = ?");
    found.bind(row);
    const MessageId shown(found.next() ? found.uuid(0) : QUuid());
    if (Result<Done> read = found.outcome(); !read)
        return read;
    QHash<MessageId, MessageId> parents;
    for (const Message &message : document.messages)
        parents.insert(message.id, message.parentId);
    MessageId at = document.conversation.head;
    while (at != shown && !at.isNull())
        at = parents.take(at);
    const Result<StoredMessage> head = storedMessage(document.conversation.head);
    if (!head)
        return head.error();
    if (at != shown || head.value().conversation != row)
        return Done {};
    return m_database.run("UPDATE conversations SET head = ? WHERE row = ?", document.conversation.head.uuid(), row);
}

Result<CommandReply> LibraryWriter::applyWork(const commands::ImportDocument &work, qint64 atMs)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&] { return addDocument(work.document, atMs); });
    if (!done)
        return done.error();
    return CommandReply { {}, work.document.conversation.id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::ImportDocuments &work, qint64 atMs)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        for (const ConversationDocument &document : work.documents) {
            const ConversationDocument whole = dated(document, atMs);
            if (Result<Done> added = addDocument(whole, whole.conversation.updatedAtMs); !added)
                return added;
        }
        return Done {};
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.documents.empty() ? ConversationId() : work.documents.front().conversation.id };
}
