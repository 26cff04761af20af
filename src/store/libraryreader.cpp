// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryreader_p.h"

#include "database_p.h"
#include "librarycolumns_p.h"
#include "messagejson_p.h"
#include "packedtree_p.h"
#include "storagetext_p.h"

#include <QJsonDocument>

namespace {

// Bodies that come with an opened conversation: about two screens.
constexpr int TailLength = 24;

QJsonObject jsonObject(const QByteArray &utf8)
{
    return QJsonDocument::fromJson(utf8).object();
}

QJsonArray jsonArray(const QByteArray &utf8)
{
    return QJsonDocument::fromJson(utf8).array();
}

// A message from a row of the query in messages().
Message messageOf(const Statement &row)
{
    Message message;
    message.id = MessageId(row.uuid(1));
    message.parentId = MessageId(row.uuid(2));
    message.role = Role(row.number(3));
    message.state = MessageState(row.number(4));
    message.createdAtMs = row.number(5);
    if (row.isNull(8))
        message.parts.push_back(TextPart { row.text(7) });
    else
        message.parts = partsFromJson(jsonArray(row.bytes(8))).value_or(std::vector<ContentPart>());
    if (!row.isNull(9))
        message.toolCalls = toolCallsFromJson(jsonArray(row.bytes(9)));
    message.toolCallId = row.text(10);
    if (!row.isNull(11))
        message.answer = answerFromJson(jsonObject(row.bytes(11)));
    return message;
}

Result<qint64> rowOf(Database &database, const char *sql, const ConversationId &id)
{
    Statement found(database, sql);
    found.bind(id.uuid());
    if (found.next())
        return found.number(0);
    const Result<Done> done = found.outcome();
    return done ? storageProblem(ErrorKind::NotFound, Storage::tr("This conversation is not in the library.")) : done.error();
}

}

Result<OpenedConversation> LibraryReader::open(const ConversationId &id) const
{
    Unpacked unpacked;
    return open(id, unpacked);
}

Result<OpenedConversation> LibraryReader::openAnywhere(const ConversationId &id) const
{
    Unpacked unpacked;
    const Result<qint64> row = rowOf(m_database, "SELECT row FROM conversations WHERE id = ?", id);
    return row ? openRow(row.value(), unpacked) : Result<OpenedConversation>(row.error());
}

Result<OpenedConversation> LibraryReader::open(const ConversationId &id, Unpacked &unpacked) const
{
    const Result<qint64> row = rowOf(m_database, "SELECT row FROM conversations WHERE id = ? AND deleted IS NULL", id);
    return row ? openRow(row.value(), unpacked) : Result<OpenedConversation>(row.error());
}

Result<OpenedConversation> LibraryReader::openRow(qint64 conversationRow, Unpacked &unpacked) const
{
    OpenedConversation opened;
    if (Result<Done> done = readConversation(conversationRow, opened); !done)
        return done.error();
    unpacked.conversation = conversationRow;
    if (Result<Done> done = readTree(m_database, conversationRow, opened.tree, unpacked.heads); !done)
        return done.error();
    if (Result<Done> done = readDraft(conversationRow, opened.draft); !done)
        return done.error();
    if (Result<Done> done = readPosition(conversationRow, opened); !done)
        return done.error();

    Result<std::vector<Message>> tail = messages(opened.tree.branchEnd(opened.conversation.head, TailLength));
    if (!tail)
        return tail.error();
    opened.tail = std::move(tail).value();
    return opened;
}

Result<Done> LibraryReader::readConversation(qint64 row, OpenedConversation &opened) const
{
    Statement found(m_database,
                    "SELECT id, title, has_manual_title, system_prompt, endpoint, model, options, head, created, updated, is_pinned"
                    " FROM conversations WHERE row = ?");
    found.bind(row);
    if (found.next()) {
        Conversation &conversation = opened.conversation;
        conversation.id = ConversationId(found.uuid(0));
        conversation.title = found.text(1);
        conversation.hasManualTitle = found.number(2) != 0;
        conversation.systemPrompt = found.text(3);
        conversation.endpointId = found.text(4);
        conversation.modelId = found.text(5);
        const QJsonObject options = jsonObject(found.bytes(6));
        if (!options.isEmpty())
            conversation.options = completionOptionsFromJson(options);
        conversation.head = MessageId(found.uuid(7));
        conversation.createdAtMs = found.number(8);
        conversation.updatedAtMs = found.number(9);
        conversation.isPinned = found.number(10) != 0;
    }
    return found.outcome();
}

Result<Done> LibraryReader::readDraft(qint64 row, Draft &draft) const
{
    Statement found(m_database, "SELECT text, cursor, attachments, attachments_first FROM drafts WHERE conversation = ?");
    found.bind(row);
    if (found.next()) {
        draft.text = found.text(0);
        draft.cursor = int(found.number(1));
        readDraftParts(jsonArray(found.bytes(2)), draft);
        draft.attachmentsFirst = found.number(3) != 0;
    }
    return found.outcome();
}

Result<Done> LibraryReader::readPosition(qint64 row, OpenedConversation &opened) const
{
    Statement found(m_database, "SELECT message, pixel FROM reading_positions WHERE conversation = ?");
    found.bind(row);
    if (found.next()) {
        opened.readingMessage = MessageId(found.uuid(0));
        opened.readingPixel = int(found.number(1));
    }
    return found.outcome();
}

Result<bool> LibraryReader::hasManualTitle(const ConversationId &id) const
{
    Statement found(m_database, "SELECT has_manual_title FROM conversations WHERE id = ?");
    found.bind(id.uuid());
    if (found.next())
        return found.number(0) != 0;
    const Result<Done> done = found.outcome();
    return done ? noConversation() : done.error();
}

Result<std::vector<Message>> LibraryReader::messages(const std::vector<MessageId> &ids) const
{
    std::vector<Message> messages;
    messages.reserve(ids.size());
    for (const MessageId &id : ids) {
        Statement row(m_database,
                      "SELECT m.row, m.id, m.parent, m.role, m.state, m.created, m.is_open,"
                      " b.text, b.parts, b.tool_calls, b.tool_call_id, b.answer"
                      " FROM messages m JOIN bodies b ON b.row = m.row WHERE m.id = ?");
        row.bind(id.uuid());
        if (!row.next()) {
            const Result<Done> done = row.outcome();
            return done ? storageProblem(ErrorKind::NotFound, Storage::tr("This message is not in the library.")) : done.error();
        }
        messages.push_back(messageOf(row));
        if (row.number(6) != 0) {
            if (Result<Done> done = addProgress(row.number(0), messages.back()); !done)
                return done.error();
        }
    }
    return messages;
}

Result<Done> LibraryReader::addProgress(qint64 row, Message &message) const
{
    Statement piece(m_database, "SELECT text, reasoning FROM progress WHERE message = ? ORDER BY piece");
    piece.bind(row);
    QString text;
    QString reasoning;
    while (piece.next()) {
        text += piece.text(0);
        reasoning += piece.text(1);
    }
    if (!text.isEmpty())
        message.parts = { TextPart { text } };
    if (!reasoning.isEmpty()) {
        if (!message.answer)
            message.answer.emplace();
        message.answer->reasoning = reasoning;
    }
    return piece.outcome();
}
