// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "libraryfolder_p.h"

// Attachments by the SHA-256 of their bytes: immutable files, so equal bytes are kept once and reading needs no lock.
class BlobStore final : public BlobSource
{
public:
    explicit BlobStore(const LibraryFolder &folder) : m_folder(folder) {}

    Result<std::unique_ptr<QIODevice>> openBlob(const BlobId &id) const override;
    bool contains(const BlobId &id) const;
    // On the disk when it returns. Writing the same bytes again changes nothing.
    Result<BlobId> put(const QByteArray &bytes) const;

    static BlobId idOf(const QByteArray &bytes);

private:
    LibraryFolder m_folder;
};
