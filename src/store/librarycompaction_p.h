// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"
#include "libraryfolder_p.h"

// A library that was begun before schema 5 cannot give its free pages back where it lies. A copy without them, which can from then on, is
// made beside it while it is in use, and takes its place when nothing was written meanwhile. Until the one rename the library is the old
// file, whole; after it, the new one.

// Free pages that are worth a copy; 0: too few, it can give them back by itself, or there is no room for the copy.
qint64 pagesWorthCopying(Database &database, const LibraryFolder &folder);
// By a reading connection. What is left after a kill or an error is removed by the next one.
Result<Done> copyCompacted(Database &reader, const LibraryFolder &folder);
void removeCompacted(const LibraryFolder &folder);
// In bytes, as far as it has come.
qint64 compactedBytes(const LibraryFolder &folder);
// By the writing connection, the only one that writes or checkpoints, when it has written nothing since before the copy was begun: it is
// closed, and null afterwards unless the library was left as it was. False: somebody still reads from the write-ahead log. The copy
// is gone afterwards, whatever became of it. Connections that read go on with what is now the old file, and want to be opened anew.
Result<bool> putCompactedInPlace(std::unique_ptr<Database> &database, const LibraryFolder &folder);
