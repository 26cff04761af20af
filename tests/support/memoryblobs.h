// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"

#include <QBuffer>
#include <QHash>

// Attachments in memory.
class MemoryBlobs final : public BlobSource
{
public:
    void add(const BlobId &id, const QByteArray &bytes) { m_blobs.insert(id, bytes); }

    Result<std::unique_ptr<QIODevice>> openBlob(const BlobId &id) const override
    {
        if (!m_blobs.contains(id)) {
            Error error;
            error.kind = ErrorKind::NotFound;
            return error;
        }
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(m_blobs.value(id));
        buffer->open(QIODevice::ReadOnly);
        return std::unique_ptr<QIODevice>(std::move(buffer));
    }

private:
    QHash<BlobId, QByteArray> m_blobs;
};
