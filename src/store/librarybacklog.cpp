// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarybacklog_p.h"

#include "database_p.h"

#include <QStringList>

#include <array>

namespace {

struct Part
{
    const char *name;
    const char *first;                     // of the next ?2 rows below ?1
    std::array<const char *, 3> steps;     // for the rows from ?1 to ?2, that one left out
};

// Rows go into the index in their order: FTS5 writes out what it has gathered whenever a row comes before the last one.
constexpr Part Parts[] = {
    { "bodies", "SELECT min(row) FROM (SELECT row FROM bodies WHERE row < ?1 ORDER BY row DESC LIMIT ?2)",
      { "UPDATE bodies SET names = coalesce((SELECT group_concat(json_extract(part.value, '$.image.name'), ' ') FROM json_each(bodies.parts) part), '')"
        " WHERE row >= ?1 AND row < ?2 AND parts IS NOT NULL AND json_valid(parts)",
        "UPDATE messages SET model = (SELECT nullif(json_extract(b.answer, '$.model'), '') FROM bodies b WHERE b.row = messages.row AND json_valid(b.answer)),"
        " cost = (SELECT json_extract(b.answer, '$.usage.cost_in_usd_ticks') FROM bodies b WHERE b.row = messages.row AND json_valid(b.answer)),"
        " has_image = EXISTS (SELECT 1 FROM bodies b, json_each(b.parts) part WHERE b.row = messages.row AND json_valid(b.parts)"
        " AND json_extract(part.value, '$.type') = 'image_url') WHERE row >= ?1 AND row < ?2",
        "INSERT INTO body_index (rowid, text, names) SELECT row, text, names FROM bodies WHERE row >= ?1 AND row < ?2 ORDER BY row" } },
    { "titles", "SELECT min(row) FROM (SELECT row FROM conversations WHERE row < ?1 ORDER BY row DESC LIMIT ?2)",
      { "INSERT INTO title_index (rowid, title) SELECT row, title FROM conversations WHERE row >= ?1 AND row < ?2 ORDER BY row" } },
    { "costs", "SELECT min(row) FROM (SELECT row FROM messages WHERE row < ?1 ORDER BY row DESC LIMIT ?2)",
      { "UPDATE messages SET cost = (SELECT json_extract(b.answer, '$.usage.cost_in_usd_ticks') FROM bodies b WHERE b.row = messages.row AND json_valid(b.answer))"
        " WHERE row >= ?1 AND row < ?2 AND model IS NOT NULL" } },
};

QString nameOf(const Part &part)
{
    return QString::fromLatin1(part.name);
}

// -1: nothing waits.
qint64 waitingBelow(Database &database, const Part &part)
{
    Statement below(database, "SELECT below FROM backlog WHERE part = ?");
    below.bind(nameOf(part));
    return below.next() ? below.number(0) : -1;
}

// The first of the next rows; 0: there are none.
Result<qint64> firstOfNext(Database &database, const Part &part, qint64 below, int rows)
{
    Statement next(database, part.first);
    next.bind(below).bind(rows);
    const qint64 first = next.next() && !next.isNull(0) ? next.number(0) : 0;
    const Result<Done> done = next.outcome();
    return done ? Result<qint64>(first) : Result<qint64>(done.error());
}

Result<Done> workOnPart(Database &database, const Part &part, qint64 below, int rows)
{
    const Result<qint64> first = firstOfNext(database, part, below, rows);
    if (!first)
        return first.error();
    for (const char *step : part.steps) {
        if (!step || first.value() == 0)
            break;
        if (Result<Done> done = database.run(step, first.value(), below); !done)
            return done;
    }
    const Result<qint64> behind = firstOfNext(database, part, first.value(), 1);
    if (!behind)
        return behind.error();
    if (behind.value() == 0)
        return database.run("DELETE FROM backlog WHERE part = ?", nameOf(part));
    return database.run("UPDATE backlog SET below = ? WHERE part = ?", first.value(), nameOf(part));
}

// Indexes that others have replaced. In one go, since nobody may write to the parts of an index.
Result<Done> dropLeftovers(Database &database)
{
    QStringList names;
    {
        Statement table(database, "SELECT name FROM sqlite_schema WHERE name GLOB 'replaced_*' AND sql LIKE 'CREATE VIRTUAL TABLE%'");
        while (table.next())
            names.append(table.text(0));
        if (Result<Done> done = table.outcome(); !done)
            return done;
    }
    for (const QString &name : std::as_const(names)) {
        const QByteArray drop = "DROP TABLE \"" + name.toUtf8().replace('"', "\"\"") + '"';
        if (Result<Done> done = database.execute(drop.constData()); !done)
            return done;
    }
    return database.run("DELETE FROM backlog WHERE part = 'leftovers'");
}

}

Result<BacklogState> backlogState(Database &database)
{
    Statement sum(database, "SELECT coalesce(sum(total - below), 0), coalesce(sum(total), 0) FROM backlog");
    BacklogState state;
    if (sum.next())
        state = { sum.number(0), sum.number(1) };
    if (Result<Done> done = sum.outcome(); !done)
        return done.error();
    return state;
}

qint64 firstIndexedRow(Database &database, BacklogPart part)
{
    return waitingBelow(database, Parts[int(part)]);
}

Result<BacklogState> workOnBacklog(Database &database, int rows)
{
    // After a power cut some of it is done once more.
    const Result<Done> done = database.transaction(Database::Synchronous::Normal, [&]() -> Result<Done> {
        for (const Part &part : Parts) {
            const qint64 below = waitingBelow(database, part);
            if (below < 0)
                continue;
            if (Result<Done> worked = workOnPart(database, part, below, rows); !worked)
                return worked;
            // A small library is through all parts in one go.
            if (waitingBelow(database, part) >= 0)
                return Done {};
        }
        return dropLeftovers(database);
    });
    return done ? backlogState(database) : Result<BacklogState>(done.error());
}

Result<Done> refillBacklog(Database &database)
{
    return database.execute(
        "DELETE FROM backlog;"
        "INSERT INTO backlog SELECT 'bodies', last + 1, last + 1 FROM (SELECT max(row) AS last FROM bodies) WHERE last IS NOT NULL;"
        "INSERT INTO backlog SELECT 'titles', last + 1, last + 1 FROM (SELECT max(row) AS last FROM conversations) WHERE last IS NOT NULL;");
}
