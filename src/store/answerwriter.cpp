// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryWriter that deals with an answer while it is written and at its end.
#include "librarycolumns_p.h"
#include "libraryreader_p.h"
#include "librarywriter_p.h"

using Synchronous = Database::Synchronous;

namespace {

// A pair of surrogates whose second half has not come yet stays out of a piece: UTF-8 cannot hold half of it.
qsizetype wholeLength(const QString &text)
{
    return !text.isEmpty() && text.back().isHighSurrogate() ? text.size() - 1 : text.size();
}

}

Result<Done> LibraryWriter::replaceBody(qint64 row, const Message &message)
{
    const QString text = textOf(message);
    const Result<Done> done = changeBody(row, [&] {
        return m_database.run("UPDATE bodies SET text = ?, parts = ?, tool_calls = ?, tool_call_id = ?, answer = ?, names = ? WHERE row = ?", text,
                              partsColumn(message), compact(toolCallsToJson(message.toolCalls)), message.toolCallId,
                              answerColumn(message), attachmentNames(message), row);
    });
    if (!done)
        return done;
    return m_database.run("DELETE FROM progress WHERE message = ?", row);
}

Result<LibraryWriter::SavedProgress> LibraryWriter::savedProgress(const MessageId &id)
{
    Statement last(m_database, "SELECT m.row, m.is_open, p.piece, p.text_end, p.reasoning_end FROM messages m LEFT JOIN progress p ON p.message = m.row"
                               " WHERE m.id = ? ORDER BY p.piece DESC LIMIT 1");
    last.bind(id.uuid());
    SavedProgress saved;
    if (last.next())
        saved = { last.number(0), last.number(1) != 0, last.number(2), last.number(3), last.number(4) };
    if (Result<Done> done = last.outcome(); !done)
        return done.error();
    return saved;
}

// Two statements and one page of the log: this runs twice a second for each answer. What the message is long is known at its end.
Result<CommandReply> LibraryWriter::applyWork(const commands::SaveProgress &work, qint64)
{
    const AnswerProgress &progress = work.progress;
    // Twice a second at most: a power cut, too, costs no more than that.
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<SavedProgress> found = savedProgress(progress.id);
        if (!found)
            return found.error();
        SavedProgress saved = found.value();
        if (!saved.isOpen)
            return noMessage();
        const qsizetype textLength = wholeLength(progress.text);
        const qsizetype reasoningLength = wholeLength(progress.reasoning);
        // Shorter than before: the answer began anew.
        if (textLength < saved.textEnd || reasoningLength < saved.reasoningEnd) {
            if (Result<Done> cleared = m_database.run("DELETE FROM progress WHERE message = ?", saved.row); !cleared)
                return cleared;
            saved.textEnd = 0;
            saved.reasoningEnd = 0;
        }
        return m_database.run("INSERT INTO progress (message, piece, text, reasoning, text_end, reasoning_end) VALUES (?, ?, ?, ?, ?, ?)",
                              saved.row, saved.piece + 1, progress.text.mid(saved.textEnd, textLength - saved.textEnd),
                              progress.reasoning.mid(saved.reasoningEnd, reasoningLength - saved.reasoningEnd), qint64(textLength),
                              qint64(reasoningLength));
    });
    if (!done)
        return done.error();
    return CommandReply {};
}

Result<CommandReply> LibraryWriter::applyWork(const commands::FinishMessage &work, qint64 atMs)
{
    if (work.message.state == MessageState::Streaming)
        return storageProblem(ErrorKind::InvalidInput, Storage::tr("An answer that is still being written cannot be finished."));
    if (Result<Done> blobsAreThere = requireBlobs(work.message.parts); !blobsAreThere)
        return blobsAreThere.error();
    ConversationId conversation;
    const Result<Done> done = m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        const Result<StoredMessage> stored = storedMessage(work.message.id);
        if (!stored)
            return stored.error();
        if (stored.value().row == 0)
            return noMessage();
        const Result<ConversationId> owner = conversationOf(stored.value().conversation);
        if (!owner)
            return owner.error();
        conversation = owner.value();
        // Finished already: it never changes again.
        if (!stored.value().isOpen)
            return Done {};
        if (Result<Done> replaced = replaceBody(stored.value().row, work.message); !replaced)
            return replaced;
        Result<Done> closed = m_database.run("UPDATE messages SET state = ?, length = ?, is_open = 0, model = ?, has_image = ?, cost = ? WHERE row = ?",
                                             int(work.message.state), qint64(textOf(work.message).size()), modelColumn(work.message),
                                             !imagesOf(work.message).empty(), costColumn(work.message), stored.value().row);
        if (!closed)
            return closed;
        return m_database.run("UPDATE conversations SET updated = max(updated, ?) WHERE row = ?", atMs, stored.value().conversation);
    });
    if (!done)
        return done.error();
    return CommandReply { {}, conversation };
}

Result<Done> LibraryWriter::cutOffRunningAnswers()
{
    return m_database.transaction(Synchronous::Full, [&]() -> Result<Done> {
        std::vector<MessageId> running;
        {
            Statement row(m_database, "SELECT id FROM messages WHERE state = 1");
            while (row.next())
                running.push_back(MessageId(row.uuid(0)));
            if (Result<Done> done = row.outcome(); !done)
                return done;
        }
        // Reading adds what progress was saved; is_open stays, because a guest process may still be writing this answer.
        const Result<std::vector<Message>> messages = LibraryReader(m_database).messages(running);
        if (!messages)
            return messages.error();
        for (const Message &message : messages.value()) {
            const Result<StoredMessage> stored = storedMessage(message.id);
            if (!stored)
                return stored.error();
            const QString text = textOf(message);
            Result<Done> done = changeBody(stored.value().row, [&] {
                return m_database.run("UPDATE bodies SET text = ?, parts = ?, answer = ? WHERE row = ?", text, partsColumn(message),
                                      answerColumn(message), stored.value().row);
            });
            if (!done)
                return done;
            done = m_database.run("UPDATE messages SET state = ?, length = ? WHERE row = ?", int(MessageState::CutOff),
                                  qint64(text.size()), stored.value().row);
            if (!done)
                return done;
        }
        return Done {};
    });
}
