// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "imageencoder.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

#include <memory>

class ImageLoader;

// Small pictures of stored ones, for chips and transcript. Read and decoded off this thread, kept up to a number of bytes.
class Thumbnails : public QObject
{
    Q_OBJECT
public:
    Thumbnails(std::shared_ptr<const BlobSource> blobs, QObject *parent = nullptr);
    ~Thumbnails() override;

    // Null: not there yet; ready() follows once, unless the bytes are no picture.
    QImage find(const BlobId &blob);

Q_SIGNALS:
    void ready(const BlobId &blob);

private:
    std::shared_ptr<const BlobSource> m_blobs;
    std::unique_ptr<ImageLoader> m_loader;
    QCache<BlobId, QImage> m_images;
    QSet<BlobId> m_asked;
};
