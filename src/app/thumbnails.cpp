// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "thumbnails.h"

#include "attachmentintake.h"

namespace {

constexpr int EdgePixels = 256;
constexpr int MaxKilobytes = 16 * 1024;

}

Thumbnails::Thumbnails(std::shared_ptr<const BlobSource> blobs, QObject *parent)
    : QObject(parent), m_blobs(std::move(blobs)), m_images(MaxKilobytes)
{
}

Thumbnails::~Thumbnails() = default;

QImage Thumbnails::find(const BlobId &blob)
{
    if (const QImage *image = m_images.object(blob))
        return *image;
    if (blob.isEmpty() || m_asked.contains(blob))
        return {};
    if (!m_loader)
        m_loader = std::make_unique<ImageLoader>(ImageLimits());
    m_asked.insert(blob);
    const auto read = [blobs = m_blobs, blob] {
        const Result<std::unique_ptr<QIODevice>> device = blobs->openBlob(blob);
        return device ? device.value()->readAll() : QByteArray();
    };
    m_loader->loadThumbnail(read, EdgePixels, this, [this, blob](const QImage &image) {
        // What is no picture stays asked, so that it is not read again at each paint.
        if (image.isNull())
            return;
        m_asked.remove(blob);
        m_images.insert(blob, new QImage(image), qMax(1, int(image.sizeInBytes() / 1024)));
        Q_EMIT ready(blob);
    });
    return {};
}
