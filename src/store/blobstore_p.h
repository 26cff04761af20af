// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "libraryfolder_p.h"

#include <QHash>
#include <QSet>

#include <mutex>

// Attachments by the SHA-256 of their bytes: immutable files, so equal bytes are kept once and reading needs no lock. Those of
// conversations that are never written are in memory alone.
class BlobStore final : public BlobSource
{
public:
    explicit BlobStore(const LibraryFolder &folder) : m_folder(folder) {}

    Result<std::unique_ptr<QIODevice>> openBlob(const BlobId &id) const override;
    bool contains(const BlobId &id) const;
    // On the disk when it returns. Writing the same bytes again only makes the file as young as now: whoever puts a picture is about to refer to it.
    Result<BlobId> put(const QByteArray &bytes) const;
    qint64 lastPutMs(const BlobId &id) const;        // when it was put last, by the disk's clock
    QList<BlobId> putBefore(qint64 ms) const;        // without those that are kept for this run
    // An undo may take them back, whatever the library names: putBefore() and removeUnlessPutAfter() pass them over as long as this object lives.
    void keepForThisRun(const QList<BlobId> &ids);
    // Nobody refers to it, as the caller knows of that time; one that was put since then stays.
    void removeUnlessPutAfter(const BlobId &id, qint64 ms) const;
    // In memory, for as long as this object lives; contains() does not know it.
    BlobId hold(const QByteArray &bytes);

    static BlobId idOf(const QByteArray &bytes);

private:
    bool isKept(const BlobId &id) const;

    LibraryFolder m_folder;
    mutable std::mutex m_mutex;                  // guards what follows
    QHash<BlobId, QByteArray> m_held;
    QSet<BlobId> m_kept;
};
