// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "draft.h"
#include "libraryfolder_p.h"

#include <QList>

class Database;

// Those of `candidates` that no message and no draft names, neither in the library that `reader` reads nor in one of its backups, from which a
// conversation may come back. None at all where that cannot be told: where a backup cannot be read, or a library was set aside within the last
// 90 days, out of which somebody may still salvage messages by hand.
QList<BlobId> unreferencedBlobs(Database &reader, const LibraryFolder &folder, const QList<BlobId> &candidates, qint64 nowMs);
// Of its attachments and of what waits in its queue.
QList<BlobId> blobsIn(const Draft &draft);
