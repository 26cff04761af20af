// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryReader that lists conversations and how they are arranged.
#include "arrangementjson_p.h"
#include "database_p.h"
#include "libraryreader_p.h"

#include <QJsonDocument>

#include <atomic>

namespace {

constexpr qsizetype DraftLineLength = 200;
std::atomic<qint64> s_summariesRead = 0;
// Of the trash, archive flag and folder, by which the statements below differ.
#define SUMMARY_COLUMNS \
    "SELECT c.id, c.title, c.updated, c.message_count, c.is_pinned," \
    " EXISTS (SELECT 1 FROM messages WHERE conversation = c.row AND state = 1), d.text, c.is_archived, c.folder, c.tags, c.deleted" \
    " FROM conversations c LEFT JOIN drafts d ON d.conversation = c.row"

QString firstLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.left(trimmed.indexOf(QLatin1Char('\n'))).left(DraftLineLength);
}

const char *statementFor(Shelf shelf)
{
    switch (shelf) {
    case Shelf::Conversations:
        return SUMMARY_COLUMNS " WHERE c.deleted IS NULL AND NOT c.is_archived ORDER BY c.updated DESC, c.row DESC";
    case Shelf::Archive:
        return SUMMARY_COLUMNS " WHERE c.deleted IS NULL AND c.is_archived ORDER BY c.updated DESC, c.row DESC";
    case Shelf::Trash:
        break;
    }
    return SUMMARY_COLUMNS " WHERE c.deleted IS NOT NULL ORDER BY c.deleted DESC, c.row DESC";
}

}

Result<QList<ConversationSummary>> LibraryReader::list() const
{
    Statement row(m_database, SUMMARY_COLUMNS " WHERE c.deleted IS NULL ORDER BY c.updated DESC, c.row DESC");
    return summaries(row);
}

Result<QList<ConversationSummary>> LibraryReader::list(Shelf shelf) const
{
    // Of 10,000 conversations a megabyte would be kept for as long as the window is open.
    return m_database.inPassing([&] {
        Statement row(m_database, statementFor(shelf));
        return summaries(row);
    });
}

Result<QList<ConversationSummary>> LibraryReader::list(const QList<ConversationId> &ids) const
{
    QList<ConversationSummary> found;
    for (const ConversationId &id : ids) {
        Statement row(m_database, SUMMARY_COLUMNS " WHERE c.id = ?");
        row.bind(id.uuid());
        const Result<QList<ConversationSummary>> one = summaries(row);
        if (!one)
            return one;
        found += one.value();
    }
    return found;
}

qint64 LibraryReader::summariesRead()
{
    return s_summariesRead;
}

Result<QList<ConversationSummary>> LibraryReader::summaries(Statement &row) const
{
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
        summary.arrangement = { summary.id, summary.isPinned, row.number(7) != 0, FolderId(row.uuid(8)), {}, row.number(10) };
        // Nearly always there are none, and a library has many conversations.
        if (const QByteArray tags = row.bytes(9); tags.size() > 2)
            summary.arrangement.tags = tagsFromJson(QJsonDocument::fromJson(tags).array());
        conversations.append(std::move(summary));
    }
    s_summariesRead += conversations.size();
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return conversations;
}

Result<QHash<ConversationId, ConversationMeasure>> LibraryReader::measures() const
{
    Statement row(m_database, "SELECT c.id, sum(m.length), sum(coalesce(m.cost, 0)) FROM messages m JOIN conversations c ON c.row = m.conversation GROUP BY m.conversation");
    QHash<ConversationId, ConversationMeasure> measures;
    while (row.next())
        measures.insert(ConversationId(row.uuid(0)), { row.number(1), row.number(2) });
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return measures;
}

// One without messages measures nothing.
Result<QHash<ConversationId, ConversationMeasure>> LibraryReader::measures(const QList<ConversationId> &ids) const
{
    QHash<ConversationId, ConversationMeasure> measures;
    for (const ConversationId &id : ids) {
        Statement row(m_database, "SELECT coalesce(sum(length), 0), coalesce(sum(cost), 0) FROM messages WHERE conversation = (SELECT row FROM conversations WHERE id = ?)");
        row.bind(id.uuid());
        if (row.next())
            measures.insert(id, { row.number(0), row.number(1) });
        if (Result<Done> done = row.outcome(); !done)
            return done.error();
    }
    return measures;
}

Result<QList<Folder>> LibraryReader::folders() const
{
    Statement row(m_database, "SELECT id, name, endpoint, model, system_prompt, created FROM folders ORDER BY name COLLATE NOCASE, created");
    QList<Folder> folders;
    while (row.next())
        folders.append({ FolderId(row.uuid(0)), row.text(1), row.text(2), row.text(3), row.text(4), row.number(5) });
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return folders;
}

Result<QList<Tag>> LibraryReader::tags() const
{
    Statement row(m_database, "SELECT name, color FROM tags ORDER BY name COLLATE NOCASE");
    QList<Tag> tags;
    while (row.next())
        tags.append({ row.text(0), int(row.number(1)) });
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return tags;
}
