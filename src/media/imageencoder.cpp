// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "imageencoder.h"

#include "convertedmetadata_p.h"
#include "endcheck_p.h"
#include "imagekind_p.h"
#include "jpegfilter_p.h"
#include "picturewriter_p.h"
#include "pngfilter_p.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>
#include <QTransform>

#include <algorithm>

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImageEncoder)
};

constexpr int AllocationLimitMegabytes = 256;
constexpr int ThumbnailEdge = 256;

Error tooLarge(const QString &message)
{
    Error error;
    error.kind = ErrorKind::TooLarge;
    error.message = message;
    return error;
}

Error tooManyBytes(qint64 limit)
{
    return tooLarge(Words::tr("The file is larger than %1. Choose a smaller picture.").arg(QLocale().formattedDataSize(limit)));
}

Error tooManyPixels(const QSize &size, qint64 limit)
{
    return tooLarge(Words::tr("The picture has %1 × %2 pixels; at most %3 million can be taken. Make it smaller first.")
                        .arg(size.width()).arg(size.height()).arg(limit / 1'000'000));
}

qint64 pixelCount(const QSize &size)
{
    return qint64(size.width()) * size.height();
}

// The size to scale to, at least one pixel wide and high; the same size where nothing is to be done.
QSize limitedSize(const QSize &size, int maxEdge)
{
    const int longest = std::max(size.width(), size.height());
    if (maxEdge <= 0 || longest <= maxEdge)
        return size;
    return size.scaled(maxEdge, maxEdge, Qt::KeepAspectRatio).expandedTo({ 1, 1 });
}

QString sizeText(const QSize &size)
{
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

QTransform transformOf(int orientation)
{
    switch (orientation) {
    case 2: return QTransform::fromScale(-1, 1);
    case 3: return QTransform().rotate(180);
    case 4: return QTransform::fromScale(1, -1);
    case 5: return QTransform(0, 1, 1, 0, 0, 0);
    case 6: return QTransform().rotate(90);
    case 7: return QTransform(0, -1, -1, 0, 0, 0);
    case 8: return QTransform().rotate(270);
    default: return {};
    }
}

// A reader that tries the one decoder named by the signature and no other.
struct PictureReader
{
    PictureReader(const QByteArray &bytes, ImageKind kind)
    {
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        reader.setDevice(&buffer);
        reader.setFormat(readerFormat(kind));
        reader.setAutoDetectImageFormat(false);
    }

    QBuffer buffer;
    QImageReader reader;
};

// One picture on its way: bytes and kind in, what can be sent out.
class PictureEncoding
{
public:
    PictureEncoding(QByteArray bytes, ImageKind kind, const ImageLimits &limits)
        : m_bytes(std::move(bytes)), m_kind(kind), m_limits(limits)
    {
    }

    Result<EncodedImage> run()
    {
        if (!hasItsEnd(m_kind, m_bytes) || !dropMetadata())
            return damagedPicture();
        const QSize stored = storedSize();
        if (stored.isEmpty())
            return damagedPicture();
        if (pixelCount(stored) > m_limits.maxPixels)
            return tooManyPixels(stored, m_limits.maxPixels);
        const bool isScaled = limitedSize(stored, m_limits.maxEdgePixels) != stored;
        if (isSendable() && !isScaled && m_metadata.orientation == 1 && fitsEncoded(m_bytes.size(), m_limits.maxEncodedBytes))
            return keep(stored);
        return encodeAnew(stored);
    }

private:
    bool isSendable() const { return m_kind == ImageKind::Jpeg || m_kind == ImageKind::Png; }

    // Out of JPEG and PNG at once; others lose their metadata when they are encoded anew.
    bool dropMetadata()
    {
        if (isSendable()) {
            auto filtered = m_kind == ImageKind::Jpeg ? filterJpeg(m_bytes) : filterPng(m_bytes);
            if (!filtered)
                return false;
            m_bytes = filtered->bytes;
            m_metadata = filtered->metadata;
        } else {
            m_metadata = metadataOfConverted(m_kind, m_bytes);
        }
        noteMetadata();
        return true;
    }

    void noteMetadata()
    {
        if (m_metadata.hasLocation)
            m_notes.append(Words::tr("location removed"));
        else if (m_metadata.hasCameraData)
            m_notes.append(Words::tr("camera data removed"));
        else if (m_metadata.hasComments)
            m_notes.append(Words::tr("hidden text removed"));
        if (m_metadata.isAnimated)
            m_notes.append(Words::tr("first frame of an animation"));
    }

    QSize storedSize() const
    {
        return PictureReader(m_bytes, m_kind).reader.size();
    }

    // The bytes are sent as they are; making the thumbnail shows that they can be decoded.
    Result<EncodedImage> keep(const QSize &size)
    {
        EncodedImage image;
        image.thumbnail = thumbnail(m_bytes, ThumbnailEdge);
        if (image.thumbnail.isNull())
            return damagedPicture();
        image.bytes = std::move(m_bytes);
        image.mimeType = m_kind == ImageKind::Jpeg ? "image/jpeg" : "image/png";
        image.pixels = size;
        image.notes = m_notes;
        return image;
    }

    Result<EncodedImage> encodeAnew(const QSize &stored)
    {
        QImage image = decode(stored);
        if (image.isNull())
            return damagedPicture();
        m_bytes.clear();
        // A GIF tells the size of its first frame, and draws it on a canvas that may be far larger.
        if (pixelCount(image.size()) > m_limits.maxPixels)
            return tooManyPixels(image.size(), m_limits.maxPixels);
        if (const QSize target = limitedSize(image.size(), m_limits.maxEdgePixels); target != image.size())
            image = image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        auto picture = writePicture(image, coding(), m_limits.maxEncodedBytes);
        if (!picture)
            return picture.error();
        noteChanges(stored, picture.value());
        return EncodedImage { picture.value().bytes, picture.value().mimeType, picture.value().pixels, m_notes,
                              image.scaled(limitedSize(image.size(), ThumbnailEdge), Qt::IgnoreAspectRatio,
                                           Qt::SmoothTransformation) };
    }

    // Decodes at the size that is wanted, upright.
    QImage decode(const QSize &stored)
    {
        PictureReader source(m_bytes, m_kind);
        QImageReader &reader = source.reader;
        reader.setAutoTransform(!isSendable());   // of JPEG and PNG the EXIF block has gone by now
        const QSize target = limitedSize(stored, m_limits.maxEdgePixels);
        if (target != stored)
            reader.setScaledSize(target);
        if (m_kind == ImageKind::Gif && reader.imageCount() > 1)
            m_notes.append(Words::tr("first frame of an animation"));
        const QImage image = reader.read();
        if (image.isNull() || reader.error() != QImageReader::UnknownError)
            return {};
        return m_metadata.orientation == 1 ? image : image.transformed(transformOf(m_metadata.orientation));
    }

    // WebP, HEIC, AVIF and TIFF mostly hold photos, GIF and BMP drawings.
    PictureCoding coding() const
    {
        const bool isDrawing = m_kind == ImageKind::Png || m_kind == ImageKind::Gif || m_kind == ImageKind::Bmp;
        return isDrawing ? PictureCoding::Drawing : PictureCoding::Photo;
    }

    void noteChanges(const QSize &stored, const WrittenPicture &picture)
    {
        if (!isSendable() || (m_kind == ImageKind::Png && picture.mimeType == "image/jpeg"))
            m_notes.append(Words::tr("converted from %1").arg(kindName(m_kind)));
        if (m_metadata.orientation != 1)
            m_notes.append(Words::tr("turned upright"));
        const QSize upright = m_metadata.orientation > 4 ? stored.transposed() : stored;
        if (picture.isReduced)
            m_notes.append(Words::tr("reduced to fit %1").arg(QLocale().formattedDataSize(m_limits.maxEncodedBytes)));
        if (pixelCount(picture.pixels) != pixelCount(upright))
            m_notes.append(Words::tr("scaled from %1 to %2").arg(sizeText(upright), sizeText(picture.pixels)));
    }

    QByteArray m_bytes;
    ImageKind m_kind;
    ImageLimits m_limits;
    PictureMetadata m_metadata;
    QStringList m_notes;
};
}

Result<EncodedImage> encodeImage(QIODevice &device, const ImageLimits &limits)
{
    if (!device.isSequential() && device.size() > limits.maxFileBytes)
        return tooManyBytes(limits.maxFileBytes);
    const ImageKind kind = imageKind(device.peek(ImageHeadBytes));
    if (!isAccepted(kind))
        return refusal(kind);
    QImageReader::setAllocationLimit(AllocationLimitMegabytes);
    QByteArray bytes = device.isSequential() ? device.read(limits.maxFileBytes + 1) : device.readAll();
    if (bytes.size() > limits.maxFileBytes)
        return tooManyBytes(limits.maxFileBytes);
    return PictureEncoding(std::move(bytes), kind, limits).run();
}

QByteArray convertedPicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const Result<EncodedImage> encoded = encodeImage(buffer, ImageLimits());
    return encoded ? encoded.value().bytes : QByteArray();
}

Result<EncodedImage> encodeImage(const QImage &image, const ImageLimits &limits)
{
    if (image.isNull())
        return refusal(ImageKind::Unknown);
    if (pixelCount(image.size()) > limits.maxPixels)
        return tooManyPixels(image.size(), limits.maxPixels);
    const QSize target = limitedSize(image.size(), limits.maxEdgePixels);
    const QImage scaled = target == image.size() ? image
                                                 : image.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    auto picture = writePicture(scaled, PictureCoding::Drawing, limits.maxEncodedBytes);
    if (!picture)
        return picture.error();
    QStringList notes;
    if (picture.value().isReduced)
        notes.append(Words::tr("reduced to fit %1").arg(QLocale().formattedDataSize(limits.maxEncodedBytes)));
    if (picture.value().pixels != image.size())
        notes.append(Words::tr("scaled from %1 to %2").arg(sizeText(image.size()), sizeText(picture.value().pixels)));
    return EncodedImage { picture.value().bytes, picture.value().mimeType, picture.value().pixels, notes,
                          scaled.scaled(limitedSize(scaled.size(), ThumbnailEdge), Qt::IgnoreAspectRatio, Qt::SmoothTransformation) };
}

QImage thumbnail(const QByteArray &bytes, int maxEdgePixels)
{
    const ImageKind kind = imageKind(QByteArrayView(bytes).first(std::min(bytes.size(), ImageHeadBytes)));
    if (!isAccepted(kind))
        return {};
    QImageReader::setAllocationLimit(AllocationLimitMegabytes);
    PictureReader source(bytes, kind);
    QImageReader &reader = source.reader;
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    // Decoding at a scale goes past the reader's own limit.
    if (size.isEmpty() || pixelCount(size) > ImageLimits().maxPixels)
        return {};
    if (limitedSize(size, maxEdgePixels) != size)
        reader.setScaledSize(limitedSize(size, maxEdgePixels));
    const QImage image = reader.read();
    return reader.error() == QImageReader::UnknownError ? image : QImage();
}
