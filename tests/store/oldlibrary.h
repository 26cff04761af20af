// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"
#include "libraryfolder_p.h"

#include <QDir>
#include <QFile>

// One of the scripts of tests/data/libraries: a schema's step as it stood when its version was written by everybody, or rows for it.
inline Result<Done> runScript(Database &database, const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/libraries/") + name);
    return file.open(QIODevice::ReadOnly) ? database.execute(file.readAll().constData()) : Result<Done>(database.lastError());
}

inline Result<Done> takeSchemaStep(Database &database, int version)
{
    if (Result<Done> done = runScript(database, QStringLiteral("schema-%1.sql").arg(version)); !done)
        return done;
    return database.execute(QByteArrayLiteral("PRAGMA application_id=0x4752434b; PRAGMA user_version=").append(QByteArray::number(version)).constData());
}

// A library of schema `version` (1 to 5) with one of everything, part of it written under the schemas before.
inline Result<Done> makeEarlierLibrary(const QString &folder, int version)
{
    QDir().mkpath(folder);
    const QString path = folder + QStringLiteral("/library.db");
    if (Result<Done> done = createPrivateFile(path); !done)
        return done;
    const auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        return database.error();
    // Nobody cuts the power here.
    if (Result<Done> done = database.value()->execute("PRAGMA synchronous=OFF; BEGIN"); !done)
        return done;
    for (int step = 1; step <= version; ++step) {
        if (Result<Done> done = takeSchemaStep(*database.value(), step); !done)
            return done;
        const bool hasRows = step != 3 && step != 5;
        const Result<Done> done = hasRows ? runScript(*database.value(), QStringLiteral("rows-%1.sql").arg(step)) : Result<Done>(Done {});
        if (!done)
            return done;
    }
    return database.value()->execute("COMMIT");
}

// A library of an earlier schema, as large as is wanted: the one of tests/data with messages of about 3 kB put into its conversation. The
// message of row N says "wordN" and "every"; every second one is an answer of "grok-4".
inline bool makeLargeOldLibrary(const QString &folder, int messages, int version = 1)
{
    QDir().mkpath(folder);
    const QString path = folder + QStringLiteral("/library.db");
    if (!QFile::copy(QStringLiteral(TEST_DATA_DIR "/libraries/v1.db"), path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        return false;
    const auto database = Database::open(path, Database::Mode::Write);
    if (!database)
        return false;
    database.value()->setCheckpoints(Database::Checkpoints::Allowed);
    // Its index is not filled: the migration throws it away.
    return bool(database.value()->transaction(Database::Synchronous::Normal, [&]() -> Result<Done> {
        Result<Done> made = database.value()->run(
            "WITH RECURSIVE n (row) AS (SELECT 4 UNION ALL SELECT row + 1 FROM n WHERE row < ?1 + 3)"
            " INSERT INTO messages (row, conversation, id, parent, role, state, created, length, is_open)"
            " SELECT row, 1, randomblob(16), NULL, 1 + row % 2, 0, 1000000 + row, 3000, 0 FROM n", messages);
        if (!made)
            return made;
        made = database.value()->run(
            "WITH RECURSIVE n (row) AS (SELECT 4 UNION ALL SELECT row + 1 FROM n WHERE row < ?1 + 3)"
            " INSERT INTO bodies (row, text, parts, answer) SELECT row, 'every word' || row || ' ' || hex(zeroblob(1450)), NULL,"
            " iif(row % 2, '{\"model\":\"grok-4\",\"usage\":{\"cost_in_usd_ticks\":7}}', NULL) FROM n", messages);
        for (int step = 2; made && step <= version; ++step)
            made = takeSchemaStep(*database.value(), step);
        return made;
    }));
}
