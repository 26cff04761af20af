// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarycompaction_p.h"

#include "folderguard_p.h"
#include "librarybacklog_p.h"
#include "libraryfiles_p.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace {

// Less is not worth the writing: new messages will fill it.
constexpr qint64 FewFreePages = 4096;
constexpr qint64 SmallShare = 10;
// Saving waits for it.
constexpr auto LongestOpening = std::chrono::milliseconds(250);

QString copyPath(const LibraryFolder &folder)
{
    return folder.database() + QStringLiteral(".compacting");
}

Result<bool> swapFiles(std::unique_ptr<Database> &database, const LibraryFolder &folder)
{
    const QString log = folder.database() + QStringLiteral("-wal");
    if (Result<Done> done = database->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        return done.error();
    if (QFileInfo(log).size() > 0)
        return false;
    database.reset();
    // A log that came back after a power cut would be played into the new file: it must be gone before that has the name.
    QFile::remove(log);
    QFile::remove(folder.database() + QStringLiteral("-shm"));
    if (QFileInfo::exists(log))
        return false;
    if (Result<Done> done = syncPath(folder.path()); !done)
        return done.error();
    const Result<Done> renamed = renameDurably(copyPath(folder), folder.database());
    return renamed ? Result<bool>(true) : Result<bool>(renamed.error());
}

}

qint64 pagesWorthCopying(Database &database, const LibraryFolder &folder)
{
    if (isOnNetwork(folder.path()) || isBackupOwed(folder) || database.number("PRAGMA auto_vacuum") != 0)
        return 0;
    const Result<BacklogState> backlog = backlogState(database);
    const qint64 free = database.number("PRAGMA freelist_count");
    const qint64 pages = database.number("PRAGMA page_count");
    if (!backlog || !backlog.value().isEmpty() || free <= FewFreePages || free * SmallShare <= pages)
        return 0;
    // Twice what it takes, since saving must not be refused for its sake.
    const qint64 needed = (pages - free) * database.number("PRAGMA page_size") * 2;
    return QStorageInfo(folder.path()).bytesAvailable() > needed ? free : 0;
}

Result<Done> copyCompacted(Database &reader, const LibraryFolder &folder)
{
    const QString copy = copyPath(folder);
    QFile::remove(copy);
    if (Result<Done> done = createPrivateFile(copy); !done)
        return done;
    Result<Done> made = reader.execute("PRAGMA query_only=OFF; PRAGMA auto_vacuum=INCREMENTAL");
    if (made)
        made = reader.run("VACUUM INTO ?", copy);
    if (made)
        made = syncPath(copy);
    if (made) {
        const Result<std::unique_ptr<Database>> opened = Database::open(copy, Database::Mode::Read);
        made = opened ? checkLibrary(*opened.value()) : Result<Done>(opened.error());
    }
    if (!made)
        QFile::remove(copy);
    return made;
}

void removeCompacted(const LibraryFolder &folder)
{
    QFile::remove(copyPath(folder));
}

qint64 compactedBytes(const LibraryFolder &folder)
{
    return QFileInfo(copyPath(folder)).size();
}

Result<bool> putCompactedInPlace(std::unique_ptr<Database> &database, const LibraryFolder &folder)
{
    // Whoever opens the library for reading is through in milliseconds; the copy of a library that cannot be guarded is not worth a wrong reading.
    const FolderGuard guard(folder, FolderGuard::Kind::Renaming, LongestOpening);
    const bool isPossible = guard.state() == FolderGuard::State::Held && QFileInfo::exists(copyPath(folder));
    const Result<bool> isInPlace = isPossible ? swapFiles(database, folder) : Result<bool>(false);
    removeCompacted(folder);
    return isInPlace;
}
