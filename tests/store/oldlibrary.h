// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"

#include <QDir>
#include <QFile>

// A library of the first schema, as large as is wanted: the one of tests/data with messages of about 3 kB put into its conversation. The
// message of row N says "wordN" and "every"; every second one is an answer of "grok-4".
inline bool makeLargeOldLibrary(const QString &folder, int messages)
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
        return database.value()->run(
            "WITH RECURSIVE n (row) AS (SELECT 4 UNION ALL SELECT row + 1 FROM n WHERE row < ?1 + 3)"
            " INSERT INTO bodies (row, text, parts, answer) SELECT row, 'every word' || row || ' ' || hex(zeroblob(1450)), NULL,"
            " iif(row % 2, '{\"model\":\"grok-4\",\"usage\":{\"cost_in_usd_ticks\":7}}', NULL) FROM n", messages);
    }));
}
