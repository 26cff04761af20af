// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "schema_p.h"

#include "database_p.h"
#include "storagetext_p.h"

#include <QFile>

// A static library's resources are dropped by the linker unless someone asks for them; the macro wants global scope.
static void ensureSchemaResources()
{
    Q_INIT_RESOURCE(schema);
}

namespace {

Result<QByteArray> schemaStep(qint64 version)
{
    ensureSchemaResources();
    QFile file(QStringLiteral(":/schema/%1.sql").arg(version, 4, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        return storageProblem(ErrorKind::Storage, Storage::tr("A part of the program is missing. Install it again."));
    return file.readAll();
}

Result<Done> applyStep(Database &database, qint64 version)
{
    const Result<QByteArray> step = schemaStep(version);
    if (!step)
        return step.error();
    const QByteArray script = step.value() + QByteArrayLiteral("\nPRAGMA application_id=") + QByteArray::number(LibraryApplicationId)
        + QByteArrayLiteral("; PRAGMA user_version=") + QByteArray::number(version) + ';';
    return database.transaction(Database::Synchronous::Full, [&] { return database.execute(script.constData()); });
}

}

Result<SchemaState> schemaState(Database &database)
{
    // The first read of the file's pages: garbage shows itself here.
    if (Result<Done> readable = database.execute("SELECT count(*) FROM sqlite_schema"); !readable)
        return readable.error();
    const qint64 applicationId = database.number("PRAGMA application_id");
    const qint64 version = database.number("PRAGMA user_version");
    const qint64 objects = database.number("SELECT count(*) FROM sqlite_schema");
    if (applicationId < 0 || version < 0 || objects < 0)
        return database.lastError();
    if (applicationId == 0 && version == 0 && objects == 0)
        return SchemaState::Empty;
    if (applicationId != LibraryApplicationId)
        return storageProblem(ErrorKind::Storage, Storage::tr("The file library.db in this folder belongs to another program. Choose another folder."));
    if (version > LibrarySchemaVersion)
        return storageProblem(ErrorKind::LibraryNewer, Storage::tr("This library was written by a newer Grackle. Update Grackle to open it; nothing was changed."));
    return version < LibrarySchemaVersion ? SchemaState::Older : SchemaState::Current;
}

Result<Done> rewriteVersion(Database &database)
{
    return database.execute((QByteArrayLiteral("PRAGMA user_version=") + QByteArray::number(LibrarySchemaVersion)).constData());
}

Result<Done> migrateSchema(Database &database)
{
    for (qint64 version = database.number("PRAGMA user_version") + 1; version <= LibrarySchemaVersion; ++version) {
        if (Result<Done> done = applyStep(database, version); !done)
            return done;
    }
    return Done {};
}
