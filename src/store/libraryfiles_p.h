// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"
#include "libraryfolder_p.h"

#include <QLockFile>

// What happens to the database as a file: made, migrated, set aside, backed up, restored (R13). Nothing here is ever
// deleted but backups beyond the third generation. All of it wants the lock, except checkLibrary() and backUpLibrary().

// A lock that is stale as soon as its process is gone.
std::unique_ptr<QLockFile> makeLibraryLock(const LibraryFolder &folder);
// LibraryInUse where somebody else holds it.
Result<Done> takeLibraryLock(QLockFile &lock, const LibraryFolder &folder);

// The writing connection, on a library that is whole and of the current schema. Creates it in a new folder. What is
// damaged is set aside and reported; it is never made anew by itself.
Result<std::unique_ptr<Database>> openForWriting(const LibraryFolder &folder, qint64 nowMs);
// The reading connection; the library must be there and current, which needsPreparation() tells.
Result<std::unique_ptr<Database>> openForReading(const LibraryFolder &folder);
bool needsPreparation(const LibraryFolder &folder);

// SQLite's own check. LibraryDamaged when it finds something.
Result<Done> checkLibrary(Database &database);
// A copy in backups/, made beside and renamed; keeps the three newest.
Result<Done> backUpLibrary(Database &database, const LibraryFolder &folder, qint64 nowMs);
bool isBackupDue(const LibraryFolder &folder, qint64 nowMs);

void markAsDamaged(const LibraryFolder &folder);
// The error tells where it is now and which backup there is.
Error setAsideDamaged(const LibraryFolder &folder, qint64 nowMs);
Result<Done> restoreBackup(const LibraryFolder &folder, qint64 nowMs);
Result<Done> startEmpty(const LibraryFolder &folder, qint64 nowMs);
