// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryReader that searches.
#include "libraryreader_p.h"

#include "arrangementjson_p.h"
#include "database_p.h"
#include "searchquery_p.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace {

// Ranking looks at no more than these, so that a common word costs no more than a rare one.
constexpr int NewestHits = 1000;
// What a title that matches is worth beside the closeness of messages.
constexpr double TitleCloseness = 3.0;

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

}

// A conversation while its hits are gathered.
struct LibraryReader::Candidate
{
    qint64 conversation = 0;       // rows
    qint64 message = 0;            // its best hit; 0: the title alone
    double messageCloseness = 0;
    bool hasTitle = false;         // its title matches
    int messages = 0;
    qint64 createdAtMs = 0;

    double closeness() const { return messageCloseness + (hasTitle ? TitleCloseness : 0.0); }
};

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
                  " snippet(body_index, -1, char(0xfdd0), char(0xfdd1), '…', 24)"
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

Result<QList<FoundConversation>> LibraryReader::searchConversations(const SearchQuestion &question, int limit) const
{
    QList<FoundConversation> conversations;
    const QString query = searchQuery(question.words);
    const bool hasWords = !question.words.trimmed().isEmpty();
    if (limit <= 0 || question.isEmpty() || (hasWords && query.isEmpty()))
        return conversations;
    std::vector<Candidate> found;
    if (Result<Done> done = collectMessages(question, query, found); !done)
        return done.error();
    if (Result<Done> done = collectTitles(question, query, found); !done)
        return done.error();
    std::stable_sort(found.begin(), found.end(), [&](const Candidate &a, const Candidate &b) {
        if (question.order == SearchOrder::BestFirst && a.closeness() != b.closeness())
            return a.closeness() > b.closeness();
        return a.createdAtMs > b.createdAtMs;
    });
    found.resize(std::min(found.size(), size_t(limit)));
    for (const Candidate &candidate : found) {
        Result<FoundConversation> described = describe(candidate, query);
        if (!described)
            return described.error();
        conversations.append(std::move(described).value());
    }
    if (Result<Done> done = addSnippets(found, query, conversations); !done)
        return done.error();
    return conversations;
}

// In one go through the index: a beginning such as "a" is looked up anew by each statement, among all words that begin so.
Result<Done> LibraryReader::addSnippets(const std::vector<Candidate> &found, const QString &query, QList<FoundConversation> &conversations) const
{
    QHash<qint64, qsizetype> places;
    QJsonArray rows;
    qint64 oldest = std::numeric_limits<qint64>::max();
    for (size_t i = 0; i < found.size(); ++i) {
        if (found[i].message == 0)
            continue;
        places.insert(found[i].message, qsizetype(i));
        rows.append(found[i].message);
        oldest = std::min(oldest, found[i].message);
    }
    if (query.isEmpty() || places.isEmpty())
        return Done {};
    Statement snippet(m_database, "SELECT rowid, snippet(body_index, -1, char(0xfdd0), char(0xfdd1), '…', 24) FROM body_index"
                                  " WHERE body_index MATCH ? AND rowid >= ? AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC");
    snippet.bind(query).bind(oldest).bind(Utf8Text { QJsonDocument(rows).toJson(QJsonDocument::Compact) });
    while (snippet.next())
        conversations[places.value(snippet.number(0))].snippet = cleanSnippet(snippet.text(1));
    return snippet.outcome();
}

Result<Done> LibraryReader::collectMessages(const SearchQuestion &question, const QString &query, std::vector<Candidate> &found) const
{
    const char *withWords =
        "SELECT m.conversation, m.row, m.created, closeness(body_index)"
        " FROM body_index CROSS JOIN messages m ON m.row = body_index.rowid CROSS JOIN conversations c ON c.row = m.conversation"
        " WHERE body_index MATCH ? AND c.deleted IS NULL AND m.created >= ? AND m.created < ?"
        " AND (? OR m.has_image) AND ? IN (-1, m.role) AND ? IN ('', m.model) AND ifnull(?, c.folder) IS c.folder ORDER BY body_index.rowid DESC LIMIT ?";
    const char *withoutWords =
        "SELECT m.conversation, m.row, m.created, 0.0 FROM messages m CROSS JOIN conversations c ON c.row = m.conversation"
        " WHERE c.deleted IS NULL AND m.created >= ? AND m.created < ?"
        " AND (? OR m.has_image) AND ? IN (-1, m.role) AND ? IN ('', m.model) AND ifnull(?, c.folder) IS c.folder ORDER BY m.row DESC LIMIT ?";
    Statement row(m_database, query.isEmpty() ? withoutWords : withWords);
    if (!query.isEmpty())
        row.bind(query);
    row.bind(question.fromMs).bind(question.untilMs).bind(!question.hasImage);
    row.bind(question.role ? int(*question.role) : -1).bind(question.modelId).bind(question.folder.uuid()).bind(NewestHits);
    QHash<qint64, size_t> places;
    while (row.next()) {
        const Candidate hit { row.number(0), row.number(1), row.real(3), false, 1, row.number(2) };
        const auto place = places.constFind(hit.conversation);
        if (place == places.cend()) {
            places.insert(hit.conversation, found.size());
            found.push_back(hit);
            continue;
        }
        Candidate &known = found[*place];
        ++known.messages;
        known.createdAtMs = std::max(known.createdAtMs, hit.createdAtMs);
        if (hit.messageCloseness > known.messageCloseness) {
            known.messageCloseness = hit.messageCloseness;
            known.message = hit.message;
        }
    }
    return row.outcome();
}

// A title has no role, model or picture: it counts alone only where nothing of that kind is asked for.
Result<Done> LibraryReader::collectTitles(const SearchQuestion &question, const QString &query, std::vector<Candidate> &found) const
{
    if (query.isEmpty())
        return Done {};
    Statement row(m_database,
                  "SELECT c.row, c.updated FROM title_index CROSS JOIN conversations c ON c.row = title_index.rowid"
                  " WHERE title_index MATCH ? AND c.deleted IS NULL AND ifnull(?, c.folder) IS c.folder ORDER BY title_index.rowid DESC LIMIT ?");
    row.bind(query).bind(question.folder.uuid()).bind(NewestHits);
    const bool isEnough = !question.role && question.modelId.isEmpty() && !question.hasImage;
    QHash<qint64, size_t> places;
    for (size_t i = 0; i < found.size(); ++i)
        places.insert(found[i].conversation, i);
    while (row.next()) {
        const qint64 updatedMs = row.number(1);
        const auto place = places.constFind(row.number(0));
        if (place != places.cend())
            found[*place].hasTitle = true;
        else if (isEnough && updatedMs >= question.fromMs && updatedMs < question.untilMs)
            found.push_back({ row.number(0), 0, 0.0, true, 0, updatedMs });
    }
    return row.outcome();
}

Result<FoundConversation> LibraryReader::describe(const Candidate &candidate, const QString &query) const
{
    FoundConversation found;
    found.messages = candidate.messages;
    found.createdAtMs = candidate.createdAtMs;
    {
        Statement facts(m_database, "SELECT c.id, c.title, m.id, substr(coalesce(nullif(b.text, ''), b.names), 1, 160),"
                                    " c.is_pinned, c.is_archived, c.folder, c.tags FROM conversations c"
                                    " LEFT JOIN messages m ON m.row = ?1 LEFT JOIN bodies b ON b.row = m.row WHERE c.row = ?2");
        facts.bind(candidate.message).bind(candidate.conversation);
        if (facts.next()) {
            found.id = ConversationId(facts.uuid(0));
            found.title = cleanSnippet(facts.text(1));
            found.message = MessageId(facts.uuid(2));
            found.arrangement = { found.id, facts.number(4) != 0, facts.number(5) != 0, FolderId(facts.uuid(6)),
                                  tagsFromJson(QJsonDocument::fromJson(facts.bytes(7)).array()), 0 };
            found.snippet = query.isEmpty() ? cleanSnippet(facts.text(3)) : QString();
        }
        if (Result<Done> done = facts.outcome(); !done)
            return done.error();
    }
    if (candidate.hasTitle) {
        Statement title(m_database, "SELECT highlight(title_index, 0, char(0xfdd0), char(0xfdd1)) FROM title_index WHERE title_index MATCH ? AND rowid = ?");
        title.bind(query).bind(candidate.conversation);
        if (title.next())
            found.title = cleanSnippet(title.text(0));
        if (Result<Done> done = title.outcome(); !done)
            return done.error();
    }
    return found;
}

// Every model that has answered, by name. The index is asked for one after the other: there are few of them in many rows.
Result<QStringList> LibraryReader::models() const
{
    QStringList models;
    while (true) {
        Statement next(m_database, "SELECT model FROM messages WHERE model > ? ORDER BY model LIMIT 1");
        next.bind(models.isEmpty() ? QString() : models.last());
        if (!next.next()) {
            if (Result<Done> done = next.outcome(); !done)
                return done.error();
            return models;
        }
        models.append(next.text(0));
    }
}
