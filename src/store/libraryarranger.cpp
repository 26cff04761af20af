// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryWriter that puts conversations in order: folders, tags, archive, trash, copies.
#include "arrangementjson_p.h"
#include "librarycolumns_p.h"
#include "libraryreader_p.h"
#include "librarywriter_p.h"

#include <QHash>

using Synchronous = Database::Synchronous;

Result<CommandReply> LibraryWriter::applyWork(const commands::ArrangeConversations &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        for (const Arrangement &arrangement : work.arrangements) {
            const std::optional<qint64> deleted = arrangement.deletedAtMs > 0 ? std::optional(arrangement.deletedAtMs) : std::nullopt;
            Result<Done> changed = m_database.run(
                "UPDATE conversations SET is_pinned = ?, is_archived = ?, folder = ?, tags = ?, deleted = ? WHERE id = ?", arrangement.isPinned,
                arrangement.isArchived, arrangement.folder.uuid(), Utf8Text { QJsonDocument(tagsToJson(arrangement.tags)).toJson(QJsonDocument::Compact) },
                deleted, arrangement.id.uuid());
            if (!changed)
                return changed;
        }
        return Done {};
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.arrangements.isEmpty() ? ConversationId() : work.arrangements.first().id };
}

Result<CommandReply> LibraryWriter::applyWork(const commands::CopyConversations &work, qint64 atMs)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        // A second attempt with the same id is the same copy.
        if (work.sources.isEmpty() || conversationRow(work.copy))
            return Done {};
        const Result<OpenedConversation> first = LibraryReader(m_database).open(work.sources.first());
        if (!first)
            return first.error();
        Conversation copy = first.value().conversation;
        copy.id = work.copy;
        copy.title = work.title;
        copy.hasManualTitle = true;
        copy.createdAtMs = atMs;
        copy.updatedAtMs = atMs;
        copy.head = MessageId();
        if (Result<Done> inserted = insertConversation(copy); !inserted)
            return inserted;
        const Result<qint64> row = conversationRow(work.copy);
        if (!row)
            return row.error();
        MessageId last;
        for (const ConversationId &id : work.sources) {
            const Result<qint64> source = conversationRow(id);
            if (!source)
                return source.error();
            if (Result<Done> copied = copyMessages(source.value(), row.value(), last, atMs); !copied)
                return copied;
        }
        Result<Done> headed = m_database.run("UPDATE conversations SET head = ? WHERE row = ?", last.uuid(), row.value());
        if (!headed)
            return headed;
        return m_database.run("UPDATE conversations SET folder = s.folder, tags = s.tags FROM (SELECT folder, tags FROM conversations WHERE id = ?1) AS s"
                              " WHERE row = ?2", work.sources.first().uuid(), row.value());
    });
    if (!done)
        return done.error();
    return CommandReply { {}, work.copy };
}

// All branches. `last` is the end of the active branch before, and then of this one.
Result<Done> LibraryWriter::copyMessages(qint64 source, qint64 copy, MessageId &last, qint64 atMs)
{
    std::vector<MessageId> ids;
    MessageId head;
    {
        Statement conversation(m_database, "SELECT head FROM conversations WHERE row = ?");
        conversation.bind(source);
        if (conversation.next())
            head = MessageId(conversation.uuid(0));
        Statement row(m_database, "SELECT id FROM messages WHERE conversation = ? ORDER BY row");
        row.bind(source);
        while (row.next())
            ids.push_back(MessageId(row.uuid(0)));
        if (Result<Done> read = row.outcome(); !read)
            return read;
    }
    const MessageId before = last;
    QHash<MessageId, MessageId> copies;
    for (const MessageId &id : ids)
        copies.insert(id, MessageId::create(std::chrono::milliseconds(atMs)));
    for (const MessageId &id : ids) {
        // One by one: a conversation of ten thousand messages need not be in memory.
        Result<std::vector<Message>> read = LibraryReader(m_database).messages({ id });
        if (!read)
            return read.error();
        Message message = read.value().front();
        message.id = copies.value(id);
        message.parentId = copies.value(message.parentId, before);
        if (message.state == MessageState::Streaming)
            message.state = MessageState::CutOff;
        if (Result<Done> inserted = insertMessage(copy, message); !inserted)
            return inserted;
    }
    last = copies.value(head, ids.empty() ? before : copies.value(ids.back()));
    return Done {};
}

Result<CommandReply> LibraryWriter::applyWork(const commands::EmptyTrash &work, qint64)
{
    while (true) {
        qint64 row = 0;
        // All conversations are looked at, each day anew: a megabyte of 10,000 would be kept for as long as the window is open.
        const Result<Done> read = m_database.inPassing([&] {
            Statement next(m_database, "SELECT row FROM conversations WHERE deleted < ? LIMIT 1");
            next.bind(work.deletedBeforeMs);
            row = next.next() ? next.number(0) : 0;
            return next.outcome();
        });
        if (!read)
            return read.error();
        if (row == 0)
            return CommandReply {};
        // One conversation at a time: what waits behind it, a question perhaps, waits no longer than that.
        if (Result<Done> done = m_database.transaction(Synchronous::Full, [&] { return purge(row); }); !done)
            return done.error();
    }
}

Result<Done> LibraryWriter::purge(qint64 conversation)
{
    const char *steps[] = {
        // Only what is in the index already can be taken out of it (see librarybacklog_p.h).
        "INSERT INTO body_index (body_index, rowid, text, names) SELECT 'delete', b.row, b.text, b.names FROM bodies b JOIN messages m ON m.row = b.row"
        " WHERE m.conversation = ? AND b.row >= coalesce((SELECT below FROM backlog WHERE part = 'bodies'), 0)",
        "INSERT INTO title_index (title_index, rowid, title) SELECT 'delete', row, title FROM conversations"
        " WHERE row = ? AND row >= coalesce((SELECT below FROM backlog WHERE part = 'titles'), 0)",
        "DELETE FROM progress WHERE message IN (SELECT row FROM messages WHERE conversation = ?)",
        "DELETE FROM bodies WHERE row IN (SELECT row FROM messages WHERE conversation = ?)",
        "DELETE FROM messages WHERE conversation = ?",
        "DELETE FROM drafts WHERE conversation = ?",
        "DELETE FROM reading_positions WHERE conversation = ?",
        "DELETE FROM conversations WHERE row = ?",
    };
    for (const char *step : steps) {
        if (Result<Done> done = m_database.run(step, conversation); !done)
            return done;
    }
    return Done {};
}

Result<CommandReply> LibraryWriter::applyWork(const commands::SaveFolder &work, qint64)
{
    const Folder &folder = work.folder;
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&] {
        return m_database.run("INSERT OR REPLACE INTO folders (id, name, endpoint, model, system_prompt, created) VALUES (?, ?, ?, ?, ?, ?)", folder.id.uuid(),
                              folder.name, folder.endpointId, folder.modelId, folder.systemPrompt, folder.createdAtMs);
    });
    if (!done)
        return done.error();
    return CommandReply {};
}

Result<CommandReply> LibraryWriter::applyWork(const commands::DeleteFolder &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&] {
        Result<Done> emptied = m_database.run("UPDATE conversations SET folder = NULL WHERE folder = ?", work.id.uuid());
        return emptied ? m_database.run("DELETE FROM folders WHERE id = ?", work.id.uuid()) : emptied;
    });
    if (!done)
        return done.error();
    return CommandReply {};
}

Result<CommandReply> LibraryWriter::applyWork(const commands::SaveTag &work, qint64)
{
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&] {
        return m_database.run("INSERT OR REPLACE INTO tags (name, color) VALUES (?, ?)", work.tag.name, work.tag.color);
    });
    if (!done)
        return done.error();
    return CommandReply {};
}
