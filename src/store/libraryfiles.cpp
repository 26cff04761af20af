// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryfiles_p.h"

#include "folderguard_p.h"
#include "librarybacklog_p.h"
#include "schema_p.h"
#include "storagetext_p.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
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

bool hasSetAside(const LibraryFolder &folder)
{
    return !namesThatBeginWith(QLatin1String("library.db.damaged-"), folder.path()).isEmpty();
}

// The detail is for people here: what became of the file, and what can take its place.
Error damagedError(const LibraryFolder &folder, const QString &whatHappened, const QString &whatBecameOfIt = {})
{
    const QStringList backups = backupNames(folder);
    QStringList facts { whatBecameOfIt };
    if (backups.isEmpty())
        facts += Storage::tr("There is no backup yet.");
    else
        facts += Storage::tr("The newest backup is of %1.").arg(QLocale().toString(dateOfBackup(backups.first()).toLocalTime(), QLocale::ShortFormat));
    facts.removeAll(QString());
    return storageProblem(ErrorKind::LibraryDamaged, whatHappened, facts.join(QLatin1Char(' ')));
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

// A log may lie there alone, where an earlier attempt was cut short: it would be played into the file that takes the name.
Result<Done> setAsideReplaced(const LibraryFolder &folder, qint64 nowMs)
{
    return moveDatabase(folder.database(), unusedName(folder.database() + QStringLiteral(".replaced-") + timeStamp(nowMs)));
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

qint64 sizeOfLog(const LibraryFolder &folder)
{
    return QFileInfo(folder.database() + QStringLiteral("-wal")).size();
}

QString partialBackup(const LibraryFolder &folder)
{
    return folder.backups() + QStringLiteral("/partial");
}

void removeAbandonedCopies(const LibraryFolder &folder, qint64 nowMs)
{
    constexpr qint64 LongestReadingMs = 60 * 60 * 1000;
    const QFileInfoList copies = QDir(folder.backups()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &copy : copies) {
        if (copy.fileName().startsWith(CopyToRead) && copy.lastModified().toMSecsSinceEpoch() < nowMs - LongestReadingMs)
            QDir(copy.filePath()).removeRecursively();
    }
}

// The file must hold everything when it is frozen, so its log is emptied into it first.
Result<Done> backUpBeforeMigration(Database &database, const LibraryFolder &folder, qint64 nowMs, qint64 backUpAtOnceBytes)
{
    // A migration that was cut short: the file is still as it was.
    if (isBackupOwed(folder))
        return Done {};
    const bool isSmall = QFileInfo(folder.database()).size() <= backUpAtOnceBytes;
    if (isSmall || isOnNetwork(folder.path()))
        return backUpLibrary(database, folder, nowMs);
    if (Result<Done> done = chooseJournal(database, folder); !done)
        return done;
    if (Result<Done> done = database.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done;
    // Somebody reads an older state of it.
    if (sizeOfLog(folder) > 0)
        return backUpLibrary(database, folder, nowMs);
    return writePrivateFile(folder.owedBackupMark(), QByteArrayLiteral("library.db is as it was before its migration\n"));
}

// The indexes of a small library are whole when it opens.
Result<Done> beginBacklog(Database &database)
{
    constexpr int AtOnce = 200;
    const Result<BacklogState> state = backlogState(database);
    if (!state || state.value().isEmpty())
        return state ? Result<Done>(Done {}) : Result<Done>(state.error());
    const Result<BacklogState> after = workOnBacklog(database, AtOnce);
    return after ? Result<Done>(Done {}) : Result<Done>(after.error());
}

// Free pages can be given back later without writing the whole file anew; only an empty file can be told so.
Result<Done> prepareEmpty(Database &database)
{
    return database.execute("PRAGMA auto_vacuum=INCREMENTAL");
}

// What was said of the file that was there is not true of the next one.
void forgetMarks(const LibraryFolder &folder)
{
    QFile::remove(folder.damageMark());
    QFile::remove(folder.owedBackupMark());
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

QStringList damagedNames(const LibraryFolder &folder)
{
    QStringList names = namesThatBeginWith(QLatin1String("library.db.damaged-"), folder.path());
    names.removeIf([](const QString &name) { return name.endsWith(QLatin1String("-wal")) || name.endsWith(QLatin1String("-shm")) || name.endsWith(QLatin1String("-journal")); });
    return names;
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
    // Qt locks the removal of a stale lock by a file of its own, and may be killed there too.
    const QString removal = folder.lock() + QStringLiteral(".rmlock");
    const auto wasAbandoned = [&] {
        if (lock.error() == QLockFile::LockFailedError && isAbandonedAtBirth(removal))
            return QFile::remove(removal);
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

Result<std::unique_ptr<Database>> openForWriting(const LibraryFolder &folder, qint64 nowMs, qint64 backUpAtOnceBytes)
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
        if (Result<Done> saved = backUpBeforeMigration(database, folder, nowMs, backUpAtOnceBytes); !saved)
            return saved.error();
    }
    if (state.value() == SchemaState::Empty) {
        if (Result<Done> done = prepareEmpty(database); !done)
            return done.error();
    }
    database.setCheckpoints(isBackupOwed(folder) ? Database::Checkpoints::None : Database::Checkpoints::Allowed);
    if (Result<Done> done = chooseJournal(database, folder); !done)
        return done.error();
    if (Result<Done> done = migrateSchema(database); !done)
        return done.error();
    if (Result<Done> done = beginBacklog(database); !done)
        return done.error();
    return opened;
}

Result<std::unique_ptr<Database>> openForReading(const LibraryFolder &folder)
{
    const FolderGuard guard(folder, FolderGuard::Kind::Opening);
    if (guard.state() == FolderGuard::State::Refused)
        return storageProblem(ErrorKind::LibraryInUse, Storage::tr("Another program is using the library. Close it and try again."));
    Result<std::unique_ptr<Database>> opened = Database::open(folder.database(), Database::Mode::Read);
    // The log is opened, by its name, at the first read.
    if (opened)
        std::ignore = opened.value()->number("PRAGMA schema_version");
    return opened;
}

Result<Database *> currentReader(std::unique_ptr<Database> &reader, const LibraryFolder &folder)
{
    if (!reader || reader->hasMoved()) {
        reader.reset();
        Result<std::unique_ptr<Database>> opened = openForReading(folder);
        if (!opened)
            return opened.error();
        reader = std::move(opened).value();
    }
    return reader.get();
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

Result<std::unique_ptr<Database>> openFrozen(const LibraryFolder &folder)
{
    return Database::open(folder.database(), Database::Mode::Frozen);
}

bool isBackupOwed(const LibraryFolder &folder)
{
    return QFileInfo::exists(folder.owedBackupMark());
}

Result<Done> makeOwedBackup(Database &frozen, const LibraryFolder &folder, qint64 nowMs)
{
    if (Result<Done> done = backUpLibrary(frozen, folder, nowMs); !done)
        return done;
    if (!QFile::remove(folder.owedBackupMark()))
        return fileError(folder.owedBackupMark(), errno);
    return syncPath(folder.path());
}

qint64 backedUpBytes(const LibraryFolder &folder)
{
    return QFileInfo(partialBackup(folder)).size();
}

Result<Done> checkLibrary(Database &database)
{
    QString finding;
    // It walks through each page once: two megabytes of them would stay among what is in use.
    const Result<Done> done = database.inPassing([&] {
        Statement check(database, "PRAGMA quick_check(1)");
        if (check.next())
            finding = check.text(0);
        return check.outcome();
    });
    if (!done)
        return done;
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
    const QString partial = partialBackup(folder);
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
    removeAbandonedCopies(folder, nowMs);
    return Done {};
}

void markAsDamaged(const LibraryFolder &folder)
{
    // Where even this cannot be written, the next start finds the damage by itself or in its own check.
    std::ignore = writePrivateFile(folder.damageMark(), QByteArrayLiteral("library.db failed its check\n"));
}

Error setAsideDamaged(const LibraryFolder &folder, qint64 nowMs)
{
    const FolderGuard guard(folder, FolderGuard::Kind::Renaming);
    const QString aside = unusedName(folder.database() + QStringLiteral(".damaged-") + timeStamp(nowMs));
    if (Result<Done> done = moveDatabase(folder.database(), aside); !done)
        return done.error();
    forgetMarks(folder);
    return damagedError(folder, Storage::tr("The library is damaged."), Storage::tr("It was set aside as %1.").arg(QFileInfo(aside).fileName()));
}

Result<Done> putFileInPlace(const LibraryFolder &folder, const QString &path, qint64 nowMs)
{
    const FolderGuard guard(folder, FolderGuard::Kind::Renaming);
    if (Result<Done> done = setAsideReplaced(folder, nowMs); !done)
        return done;
    forgetMarks(folder);
    return renameDurably(path, folder.database());
}

Result<bool> putBackupInPlace(const LibraryFolder &folder, const QString &name, qint64 nowMs)
{
    const QString candidate = folder.database() + QStringLiteral(".restoring");
    QFile::remove(candidate);
    if (Result<Done> done = copyPrivateFile(folder.backups() + QLatin1Char('/') + name, candidate); !done)
        return done.error();
    {
        const Result<std::unique_ptr<Database>> database = Database::open(candidate, Database::Mode::Read);
        if (!database || !checkLibrary(*database.value()) || !schemaState(*database.value())) {
            QFile::remove(candidate);
            return false;
        }
    }
    const Result<Done> done = putFileInPlace(folder, candidate, nowMs);
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<Done> restoreBackup(const LibraryFolder &folder, qint64 nowMs)
{
    for (const QString &name : backupNames(folder)) {
        const Result<bool> isGood = putBackupInPlace(folder, name, nowMs);
        if (!isGood)
            return isGood.error();
        if (isGood.value())
            return Done {};
    }
    return storageProblem(ErrorKind::NotFound, Storage::tr("There is no good backup of this library."));
}

Result<Done> startEmpty(const LibraryFolder &folder, qint64 nowMs)
{
    const FolderGuard guard(folder, FolderGuard::Kind::Renaming);
    if (Result<Done> done = setAsideReplaced(folder, nowMs); !done)
        return done;
    forgetMarks(folder);
    if (Result<Done> done = createPrivateFile(folder.database()); !done)
        return done;
    const Result<std::unique_ptr<Database>> database = Database::open(folder.database(), Database::Mode::Write);
    if (!database)
        return database.error();
    if (Result<Done> done = prepareEmpty(*database.value()); !done)
        return done;
    database.value()->setCheckpoints(Database::Checkpoints::Allowed);
    return migrateSchema(*database.value());
}
