// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryfiles_p.h"

#include "schema_p.h"
#include "storagetext_p.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <cerrno>
#include <chrono>
#include <thread>

#include <sys/stat.h>

namespace {

constexpr int BackupGenerations = 3;
constexpr qint64 DayMs = 24 * 60 * 60 * 1000;
const QString StampFormat = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

// Last in the alphabet first. Without QDir's name filters, which load the engine of regular expressions at each start.
QStringList namesThatBeginWith(QLatin1String prefix, const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name | QDir::Reversed);
    names.removeIf([&](const QString &name) { return !name.startsWith(prefix); });
    return names;
}

// Newest first: the date in the name sorts.
QStringList backupNames(const LibraryFolder &folder)
{
    QStringList names = namesThatBeginWith(QLatin1String("library-"), folder.backups());
    names.removeIf([](const QString &name) { return !name.endsWith(QLatin1String(".db")); });
    return names;
}

QDateTime dateOfBackup(const QString &name)
{
    const QDateTime date = QDateTime::fromString(name.mid(int(qstrlen("library-")), 16), StampFormat);
    return QDateTime(date.date(), date.time(), QTimeZone::utc());
}

bool hasSetAside(const LibraryFolder &folder)
{
    return !namesThatBeginWith(QLatin1String("library.db.damaged-"), folder.path()).isEmpty();
}

Error damagedError(const LibraryFolder &folder, const QString &whatHappened)
{
    const QStringList backups = backupNames(folder);
    QString message = whatHappened + QLatin1Char(' ');
    if (backups.isEmpty())
        message += Storage::tr("There is no backup yet.");
    else
        message += Storage::tr("A backup of %1 can be restored.").arg(dateOfBackup(backups.first()).toString(Qt::ISODate));
    return storageProblem(ErrorKind::LibraryDamaged, message);
}

// The write-ahead log goes along: with it the file may still be readable by hand.
Result<Done> moveDatabase(const QString &from, const QString &to)
{
    for (const QString &suffix : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal") }) {
        if (!QFileInfo::exists(from + suffix))
            continue;
        if (Result<Done> done = renameDurably(from + suffix, to + suffix); !done)
            return done;
    }
    return Done {};
}

QString unusedName(const QString &wanted)
{
    QString name = wanted;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = wanted + QStringLiteral("-%1").arg(number);
    return name;
}

// Missing or empty where there was a library before: that is damage, not a first start.
bool isLost(const LibraryFolder &folder)
{
    const QFileInfo database(folder.database());
    const bool isEmpty = !database.exists() || database.size() == 0;
    return isEmpty && (!backupNames(folder).isEmpty() || hasSetAside(folder));
}

Result<Done> chooseJournal(Database &database, const LibraryFolder &folder)
{
    const char *journal = isOnNetwork(folder.path()) ? "PRAGMA journal_mode=DELETE;" : "PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=16777216;";
    return database.execute(journal);
}

// A process that was killed between making the lock and writing its number into it leaves an empty file, which says
// nothing about who it belongs to. One that lives fills it within microseconds.
bool isAbandonedAtBirth(const QString &lockPath)
{
    constexpr auto AgeOfALivingLock = std::chrono::milliseconds(100);
    const auto isEmpty = [&] { return QFileInfo::exists(lockPath) && QFileInfo(lockPath).size() == 0; };
    if (!isEmpty())
        return false;
    std::this_thread::sleep_for(AgeOfALivingLock);
    return isEmpty();
}

}

std::unique_ptr<QLockFile> makeLibraryLock(const LibraryFolder &folder)
{
    auto lock = std::make_unique<QLockFile>(folder.lock());
    // Age says nothing about a lock that is held for days; whether its process lives is checked all the same.
    lock->setStaleLockTime(0);
    return lock;
}

Result<Done> takeLibraryLock(QLockFile &lock, const LibraryFolder &folder)
{
    const auto wasAbandoned = [&] {
        return lock.error() == QLockFile::LockFailedError && isAbandonedAtBirth(folder.lock()) && lock.removeStaleLockFile();
    };
    if (lock.tryLock(0) || (wasAbandoned() && lock.tryLock(0))) {
        ::chmod(QFile::encodeName(folder.lock()).constData(), 0600);
        return Done {};
    }
    if (lock.error() == QLockFile::LockFailedError)
        return storageProblem(ErrorKind::LibraryInUse, Storage::tr("Another Grackle is using this library. Close it or go on there."));
    return fileError(folder.lock(), lock.error() == QLockFile::PermissionError ? EACCES : ENOSPC);
}

Result<std::unique_ptr<Database>> openForWriting(const LibraryFolder &folder, qint64 nowMs)
{
    if (QFileInfo::exists(folder.damageMark()))
        return setAsideDamaged(folder, nowMs);
    if (isLost(folder))
        return damagedError(folder, Storage::tr("The library is missing from its folder."));
    if (!QFileInfo::exists(folder.database())) {
        if (Result<Done> done = createPrivateFile(folder.database()); !done)
            return done.error();
    }
    Result<std::unique_ptr<Database>> opened = Database::open(folder.database(), Database::Mode::Write);
    if (!opened && opened.error().kind != ErrorKind::LibraryDamaged)
        return opened;
    Result<SchemaState> state = opened ? schemaState(*opened.value()) : Result<SchemaState>(opened.error());
    if (!state) {
        opened = state.error();        // closes the file before it is moved
        return state.error().kind == ErrorKind::LibraryDamaged ? setAsideDamaged(folder, nowMs) : state.error();
    }
    Database &database = *opened.value();
    if (state.value() == SchemaState::Older) {
        if (Result<Done> saved = backUpLibrary(database, folder, nowMs); !saved)
            return saved.error();
    }
    database.allowCheckpoints();
    if (Result<Done> done = chooseJournal(database, folder); !done)
        return done.error();
    if (Result<Done> done = migrateSchema(database); !done)
        return done.error();
    return opened;
}

Result<std::unique_ptr<Database>> openForReading(const LibraryFolder &folder)
{
    return Database::open(folder.database(), Database::Mode::Read);
}

bool needsPreparation(const LibraryFolder &folder)
{
    if (QFileInfo(folder.database()).size() == 0 || QFileInfo::exists(folder.damageMark()))
        return true;
    const Result<std::unique_ptr<Database>> database = openForReading(folder);
    if (!database)
        return database.error().kind == ErrorKind::LibraryDamaged;
    const Result<SchemaState> state = schemaState(*database.value());
    return !state || state.value() != SchemaState::Current;
}

Result<Done> checkLibrary(Database &database)
{
    QString finding;
    {
        Statement check(database, "PRAGMA quick_check(1)");
        if (check.next())
            finding = check.text(0);
        if (Result<Done> done = check.outcome(); !done)
            return done;
    }
    if (finding == QLatin1String("ok"))
        return Done {};
    return storageProblem(ErrorKind::LibraryDamaged, Storage::tr("The library is damaged. Start again to restore it from a backup."), finding);
}

bool isBackupDue(const LibraryFolder &folder, qint64 nowMs)
{
    const QStringList names = backupNames(folder);
    if (names.isEmpty())
        return true;
    const qint64 age = nowMs - dateOfBackup(names.first()).toMSecsSinceEpoch();
    // A clock that was set back must not end backups for ever.
    return age >= DayMs || age < 0;
}

Result<Done> backUpLibrary(Database &database, const LibraryFolder &folder, qint64 nowMs)
{
    const QString path = folder.backups() + QStringLiteral("/library-%1.db").arg(timeStamp(nowMs));
    const QString partial = folder.backups() + QStringLiteral("/partial");
    QFile::remove(partial);
    // SQLite writes into an empty file, so it has our mode from its first byte.
    if (Result<Done> done = createPrivateFile(partial); !done)
        return done;
    // query_only takes the copy for a write; a reading connection's file is open for reading only anyway.
    if (Result<Done> done = database.execute("PRAGMA query_only=OFF"); !done)
        return done;
    if (Result<Done> done = database.run("VACUUM INTO ?", partial); !done) {
        QFile::remove(partial);
        return done;
    }
    if (Result<Done> done = syncPath(partial); !done)
        return done;
    if (Result<Done> done = renameDurably(partial, path); !done)
        return done;
    const QStringList names = backupNames(folder);
    for (qsizetype old = BackupGenerations; old < names.size(); ++old)
        QFile::remove(folder.backups() + QLatin1Char('/') + names.at(old));
    return Done {};
}

void markAsDamaged(const LibraryFolder &folder)
{
    // Where even this cannot be written, the next start finds the damage by itself or in its own check.
    std::ignore = writePrivateFile(folder.damageMark(), QByteArrayLiteral("library.db failed its check\n"));
}

Error setAsideDamaged(const LibraryFolder &folder, qint64 nowMs)
{
    const QString aside = unusedName(folder.database() + QStringLiteral(".damaged-") + timeStamp(nowMs));
    if (Result<Done> done = moveDatabase(folder.database(), aside); !done)
        return done.error();
    QFile::remove(folder.damageMark());
    return damagedError(folder, Storage::tr("The library is damaged and was set aside as %1.").arg(QFileInfo(aside).fileName()));
}

Result<Done> restoreBackup(const LibraryFolder &folder, qint64 nowMs)
{
    const QString candidate = folder.database() + QStringLiteral(".restoring");
    for (const QString &name : backupNames(folder)) {
        QFile::remove(candidate);
        if (Result<Done> done = copyPrivateFile(folder.backups() + QLatin1Char('/') + name, candidate); !done)
            return done;
        {
            const Result<std::unique_ptr<Database>> database = Database::open(candidate, Database::Mode::Read);
            if (!database || !checkLibrary(*database.value()) || !schemaState(*database.value()))
                continue;
        }
        if (QFileInfo::exists(folder.database())) {
            const QString aside = unusedName(folder.database() + QStringLiteral(".replaced-") + timeStamp(nowMs));
            if (Result<Done> done = moveDatabase(folder.database(), aside); !done)
                return done;
        }
        QFile::remove(folder.damageMark());
        return renameDurably(candidate, folder.database());
    }
    QFile::remove(candidate);
    return storageProblem(ErrorKind::NotFound, Storage::tr("There is no good backup of this library."));
}

Result<Done> startEmpty(const LibraryFolder &folder, qint64 nowMs)
{
    if (QFileInfo::exists(folder.database())) {
        const QString aside = unusedName(folder.database() + QStringLiteral(".replaced-") + timeStamp(nowMs));
        if (Result<Done> done = moveDatabase(folder.database(), aside); !done)
            return done;
    }
    QFile::remove(folder.damageMark());
    if (Result<Done> done = createPrivateFile(folder.database()); !done)
        return done;
    const Result<std::unique_ptr<Database>> database = Database::open(folder.database(), Database::Mode::Write);
    if (!database)
        return database.error();
    database.value()->allowCheckpoints();
    return migrateSchema(*database.value());
}
