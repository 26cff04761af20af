// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"
#include "libraryfolder_p.h"

#include <QDateTime>
#include <QLockFile>
#include <QStringList>

// What happens to the database as a file: made, migrated, set aside, backed up, restored (R13). Nothing here is ever
// deleted but backups beyond the third generation. All of it wants the lock, except checkLibrary() and backUpLibrary().

// A lock that is stale as soon as its process is gone.
std::unique_ptr<QLockFile> makeLibraryLock(const LibraryFolder &folder);
// LibraryInUse where somebody else holds it.
Result<Done> takeLibraryLock(QLockFile &lock, const LibraryFolder &folder);

// A file up to this size is backed up before its migration, at once; a larger one as isBackupOwed() says.
constexpr qint64 BackUpAtOnceBytes = 8 * 1024 * 1024;

// The writing connection, on a library that is whole and of the current schema, but for its backlog (see librarybacklog_p.h).
// Creates it in a new folder. What is damaged is set aside and reported; it is never made anew by itself.
Result<std::unique_ptr<Database>> openForWriting(const LibraryFolder &folder, qint64 nowMs, qint64 backUpAtOnceBytes = BackUpAtOnceBytes);
// The reading connection, made under a FolderGuard, so that its log is its own; the library must be there and current, which needsPreparation() tells.
Result<std::unique_ptr<Database>> openForReading(const LibraryFolder &folder);
// The same, opened when it is not yet, or anew where another file has taken the name: what is written from then on is in that one.
Result<Database *> currentReader(std::unique_ptr<Database> &reader, const LibraryFolder &folder);
bool needsPreparation(const LibraryFolder &folder);

// SQLite's own check. LibraryDamaged when it finds something.
Result<Done> checkLibrary(Database &database);
// A copy in backups/, made beside and renamed; keeps the three newest.
Result<Done> backUpLibrary(Database &database, const LibraryFolder &folder, qint64 nowMs);
bool isBackupDue(const LibraryFolder &folder, qint64 nowMs);
// A large library was migrated without waiting for its backup: everything since then is in the write-ahead log, nobody
// checkpoints, and so the file itself is the library as it was before. makeOwedBackup() copies it at leisure; after that the
// writer may checkpoint again. A kill in between changes nothing of this.
bool isBackupOwed(const LibraryFolder &folder);
Result<Done> makeOwedBackup(Database &frozen, const LibraryFolder &folder, qint64 nowMs);
Result<std::unique_ptr<Database>> openFrozen(const LibraryFolder &folder);
// How far backUpLibrary() has come, in bytes; 0: nothing is being backed up.
qint64 backedUpBytes(const LibraryFolder &folder);

// What the folder of a copy that is only read begins with, beside the backups. One that is older than an hour was left by a process that was
// killed, and goes with the next backup.
constexpr QLatin1String CopyToRead("reading-");

// Newest first.
QStringList backupNames(const LibraryFolder &folder);
QDateTime dateOfBackup(const QString &name);
// The libraries that were found damaged, the last one first.
QStringList damagedNames(const LibraryFolder &folder);
// False: it does not pass its check, and nothing was changed. What is there is set aside.
Result<bool> putBackupInPlace(const LibraryFolder &folder, const QString &name, qint64 nowMs);
// The same with a file of this folder, made and synced by the caller.
Result<Done> putFileInPlace(const LibraryFolder &folder, const QString &path, qint64 nowMs);

void markAsDamaged(const LibraryFolder &folder);
// The error tells where it is now and which backup there is.
Error setAsideDamaged(const LibraryFolder &folder, qint64 nowMs);
Result<Done> restoreBackup(const LibraryFolder &folder, qint64 nowMs);
Result<Done> startEmpty(const LibraryFolder &folder, qint64 nowMs);
