// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryreader_p.h"

#include "database_p.h"

// Practice costs nothing, whatever it says. A day is one of the person's time zone.
Result<QList<UsageDay>> LibraryReader::usage(qint64 fromMs) const
{
    Statement row(m_database,
                  "SELECT date(m.created / 1000, 'unixepoch', 'localtime') AS day, json_extract(b.answer, '$.model') AS model, count(*),"
                  " sum(json_extract(b.answer, '$.usage.cost_in_usd_ticks') IS NULL),"
                  " sum(ifnull(json_extract(b.answer, '$.usage.prompt_tokens'), 0)),"
                  " sum(max(ifnull(json_extract(b.answer, '$.usage.completion_tokens'), 0),"
                  "         ifnull(json_extract(b.answer, '$.usage.total_tokens'), 0) - ifnull(json_extract(b.answer, '$.usage.prompt_tokens'), 0))),"
                  " sum(ifnull(json_extract(b.answer, '$.usage.cost_in_usd_ticks'), 0))"
                  " FROM messages m JOIN bodies b ON b.row = m.row"
                  " WHERE m.role = 2 AND m.created >= ? AND json_extract(b.answer, '$.usage') IS NOT NULL"
                  " AND ifnull(json_extract(b.answer, '$.model'), '') NOT LIKE 'practice-%'"
                  " GROUP BY day, model ORDER BY day, model");
    row.bind(fromMs);
    QList<UsageDay> days;
    while (row.next()) {
        UsageDay day;
        day.day = QDate::fromString(row.text(0), Qt::ISODate);
        day.modelId = row.text(1);
        day.answers = int(row.number(2));
        day.answersWithoutPrice = int(row.number(3));
        day.promptTokens = row.number(4);
        day.outputTokens = row.number(5);
        day.costTicks = row.number(6);
        days.append(day);
    }
    if (Result<Done> done = row.outcome(); !done)
        return done.error();
    return days;
}
