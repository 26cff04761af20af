// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryreader_p.h"

#include "database_p.h"

namespace {

// Answers, those of unknown cost, tokens in and out, and the cost.
const QByteArray Sums =
    " count(*), sum(json_extract(b.answer, '$.usage.cost_in_usd_ticks') IS NULL),"
    " sum(ifnull(json_extract(b.answer, '$.usage.prompt_tokens'), 0)),"
    " sum(max(ifnull(json_extract(b.answer, '$.usage.completion_tokens'), 0),"
    "         ifnull(json_extract(b.answer, '$.usage.total_tokens'), 0) - ifnull(json_extract(b.answer, '$.usage.prompt_tokens'), 0))),"
    " sum(ifnull(json_extract(b.answer, '$.usage.cost_in_usd_ticks'), 0)) AS cost";
// Practice costs nothing, whatever it says.
const QByteArray Counted =
    " m.role = 2 AND m.created >= ? AND json_extract(b.answer, '$.usage') IS NOT NULL"
    " AND ifnull(json_extract(b.answer, '$.model'), '') NOT LIKE 'practice-%'";

// `row` has the sums from `column` on.
template<typename Row>
void readSums(const Statement &row, int column, Row &into)
{
    into.answers = int(row.number(column));
    into.answersWithoutPrice = int(row.number(column + 1));
    into.promptTokens = row.number(column + 2);
    into.outputTokens = row.number(column + 3);
    into.costTicks = row.number(column + 4);
}

}

// A day is one of the person's time zone.
Result<QList<UsageDay>> LibraryReader::usage(qint64 fromMs) const
{
    const QByteArray sql = "SELECT date(m.created / 1000, 'unixepoch', 'localtime') AS day, json_extract(b.answer, '$.model') AS model," + Sums
        + " FROM messages m JOIN bodies b ON b.row = m.row WHERE" + Counted + " GROUP BY day, model ORDER BY day, model";
    Statement row(m_database, sql.constData());
    row.bind(fromMs);
    QList<UsageDay> days;
    while (row.next()) {
        UsageDay day;
        day.day = QDate::fromString(row.text(0), Qt::ISODate);
        day.modelId = row.text(1);
        readSums(row, 2, day);
        days.append(day);
    }
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return days;
}

Result<QList<ConversationUsage>> LibraryReader::usageByConversation(qint64 fromMs, int most) const
{
    const QByteArray sql = "SELECT c.id, c.title," + Sums + " FROM messages m JOIN bodies b ON b.row = m.row JOIN conversations c ON c.row = m.conversation WHERE" + Counted
        + " GROUP BY m.conversation ORDER BY cost DESC, max(m.created) DESC LIMIT ?";
    Statement row(m_database, sql.constData());
    row.bind(fromMs).bind(qint64(most));
    QList<ConversationUsage> conversations;
    while (row.next()) {
        ConversationUsage used;
        used.conversation = ConversationId(row.uuid(0));
        used.title = row.text(1);
        readSums(row, 2, used.sum);
        conversations.append(used);
    }
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return conversations;
}
