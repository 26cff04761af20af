// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryreader_p.h"

#include "database_p.h"
#include "messagejson_p.h"
#include "storagetext_p.h"

#include <QJsonDocument>

#include <algorithm>

namespace {

// Bodies that come with an opened conversation: about two screens.
constexpr size_t TailLength = 24;
constexpr qsizetype DraftLineLength = 200;

QJsonObject jsonObject(const QByteArray &utf8)
{
    return QJsonDocument::fromJson(utf8).object();
}

QJsonArray jsonArray(const QByteArray &utf8)
{
    return QJsonDocument::fromJson(utf8).array();
}

QString firstLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.left(trimmed.indexOf(QLatin1Char('\n'))).left(DraftLineLength);
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

// FTS5 marks what it found with two characters that no text has; what people see are isolates.
QString cleanSnippet(const QString &raw)
{
    constexpr char16_t FoundStart = 0xfdd0;
    constexpr char16_t FoundEnd = 0xfdd1;
    QString clean;
    clean.reserve(raw.size());
    for (const QChar c : raw) {
        const char16_t unit = c.unicode();
        const bool isDirection = (unit >= 0x2066 && unit <= 0x2069) || (unit >= 0x202a && unit <= 0x202e);
        if (unit == FoundStart)
            clean += QChar(0x2068);
        else if (unit == FoundEnd)
            clean += QChar(0x2069);
        else if (unit < 0x20 || unit == 0x7f)
            clean += QLatin1Char(' ');
        else if (!isDirection)
            clean += c;
    }
    return clean.trimmed();
}

bool hasLetterOrDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

}

QString searchQuery(const QString &words)
{
    QString readable = words;
    for (QChar &c : readable) {
        if (c.unicode() < 0x20)
            c = QLatin1Char(' ');
    }
    QStringList quoted;
    for (QString word : readable.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (hasLetterOrDigit(word))
            quoted.append(QLatin1Char('"') + word.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'));
    }
    return quoted.isEmpty() ? QString() : quoted.join(QLatin1Char(' ')) + QLatin1Char('*');
}

Result<QList<ConversationSummary>> LibraryReader::list() const
{
    Statement row(m_database,
                  "SELECT c.id, c.title, c.updated, c.message_count, c.is_pinned,"
                  " EXISTS (SELECT 1 FROM messages WHERE conversation = c.row AND state = 1), d.text"
                  " FROM conversations c LEFT JOIN drafts d ON d.conversation = c.row"
                  " WHERE c.deleted IS NULL ORDER BY c.updated DESC, c.row DESC");
    QList<ConversationSummary> conversations;
    while (row.next()) {
        ConversationSummary summary;
        summary.id = ConversationId(row.uuid(0));
        summary.title = row.text(1);
        summary.updatedAtMs = row.number(2);
        summary.messageCount = int(row.number(3));
        summary.isPinned = row.number(4) != 0;
        summary.isRunning = row.number(5) != 0;
        summary.draftText = firstLine(row.text(6));
        conversations.append(summary);
    }
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return conversations;
}

Result<OpenedConversation> LibraryReader::open(const ConversationId &id) const
{
    OpenedConversation opened;
    qint64 conversationRow = 0;
    {
        Statement found(m_database, "SELECT row FROM conversations WHERE id = ? AND deleted IS NULL");
        found.bind(id.uuid());
        if (!found.next()) {
            const Result<Done> done = found.outcome();
            return done ? storageProblem(ErrorKind::NotFound, Storage::tr("This conversation is not in the library.")) : done.error();
        }
        conversationRow = found.number(0);
    }
    if (Result<Done> done = readConversation(conversationRow, opened); !done)
        return done.error();
    if (Result<Done> done = readTree(conversationRow, opened.tree); !done)
        return done.error();
    if (Result<Done> done = readDraft(conversationRow, opened.draft); !done)
        return done.error();
    if (Result<Done> done = readPosition(conversationRow, opened); !done)
        return done.error();

    std::vector<MessageId> branch = opened.tree.branchTo(opened.conversation.head);
    if (branch.size() > TailLength)
        branch.erase(branch.begin(), branch.end() - ptrdiff_t(TailLength));
    Result<std::vector<Message>> tail = messages(branch);
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

Result<Done> LibraryReader::readTree(qint64 row, MessageTree &tree) const
{
    Statement count(m_database, "SELECT message_count FROM conversations WHERE row = ?");
    count.bind(row);
    if (count.next())
        tree.reserve(qsizetype(count.number(0)));

    Statement found(m_database, "SELECT row, id, parent, role, state, created, length FROM messages WHERE conversation = ? ORDER BY row");
    found.bind(row);
    while (found.next()) {
        MessageHead head;
        head.rowId = found.number(0);
        head.id = MessageId(found.uuid(1));
        head.parentId = MessageId(found.uuid(2));
        head.role = Role(found.number(3));
        head.state = MessageState(found.number(4));
        head.createdAtMs = found.number(5);
        head.textLength = qint32(found.number(6));
        tree.add(head);
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
        draft.attachments = attachmentsFromJson(jsonArray(found.bytes(2)));
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

Result<QList<SearchHit>> LibraryReader::search(const QString &words, int limit) const
{
    QList<SearchHit> hits;
    const QString query = searchQuery(words);
    if (query.isEmpty() || limit <= 0)
        return hits;
    if (Result<Done> done = searchMessages(query, limit, hits); !done)
        return done.error();
    if (Result<Done> done = searchTitles(query, limit, hits); !done)
        return done.error();
    std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) { return a.createdAtMs > b.createdAtMs; });
    hits.resize(std::min<qsizetype>(hits.size(), limit));
    return hits;
}

// Rows are numbered as they arrive, so the newest first costs nothing: the index is walked backwards until the limit.
Result<Done> LibraryReader::searchMessages(const QString &query, int limit, QList<SearchHit> &hits) const
{
    Statement row(m_database,
                  "SELECT c.id, m.id, c.title, m.created,"
                  " snippet(body_index, 0, char(0xfdd0), char(0xfdd1), '…', 24)"
                  " FROM body_index CROSS JOIN messages m ON m.row = body_index.rowid"
                  " CROSS JOIN conversations c ON c.row = m.conversation"
                  " WHERE body_index MATCH ? AND c.deleted IS NULL ORDER BY body_index.rowid DESC LIMIT ?");
    row.bind(query).bind(limit);
    while (row.next())
        hits.append({ ConversationId(row.uuid(0)), MessageId(row.uuid(1)), row.text(2), cleanSnippet(row.text(4)), row.number(3) });
    return row.outcome();
}

Result<Done> LibraryReader::searchTitles(const QString &query, int limit, QList<SearchHit> &hits) const
{
    Statement row(m_database,
                  "SELECT c.id, c.title, c.updated, snippet(title_index, 0, char(0xfdd0), char(0xfdd1), '…', 24)"
                  " FROM title_index CROSS JOIN conversations c ON c.row = title_index.rowid"
                  " WHERE title_index MATCH ? AND c.deleted IS NULL ORDER BY title_index.rowid DESC LIMIT ?");
    row.bind(query).bind(limit);
    while (row.next())
        hits.append({ ConversationId(row.uuid(0)), MessageId(), row.text(1), cleanSnippet(row.text(3)), row.number(2) });
    return row.outcome();
}
