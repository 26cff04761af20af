// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "picturewriter_p.h"

#include "jpegfilter_p.h"
#include "pngfilter_p.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>

#include <algorithm>
#include <array>

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PictureWriter)
};

constexpr std::array Qualities { 90, 80, 70 };

// Whether any pixel really is transparent: many programs write an alpha channel that says nothing.
bool isTransparent(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    for (int y = 0; y < image.height(); ++y) {
        const QImage row = image.copy(0, y, image.width(), 1).convertToFormat(QImage::Format_ARGB32);
        const auto *pixels = reinterpret_cast<const QRgb *>(row.constScanLine(0));
        if (std::any_of(pixels, pixels + image.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

QByteArray written(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    if (quality > 0)
        writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

// The writer carries texts of the image over; the filters know what a picture needs.
WrittenPicture asPng(const QImage &image)
{
    const auto filtered = filterPng(written(image, "png", 0));
    return { filtered ? filtered->bytes : QByteArray(), "image/png", image.size(), false };
}

WrittenPicture asJpeg(const QImage &image, int quality)
{
    const auto filtered = filterJpeg(written(image, "jpeg", quality));
    return { filtered ? filtered->bytes : QByteArray(), "image/jpeg", image.size(), false };
}

// Encodings of one size, best first; the first that fits, or nothing.
std::optional<WrittenPicture> firstThatFits(const QImage &image, bool transparent, PictureCoding coding, qint64 limit)
{
    const auto fits = [limit](const WrittenPicture &picture) {
        return !picture.bytes.isEmpty() && fitsEncoded(picture.bytes.size(), limit);
    };
    if (transparent || coding == PictureCoding::Drawing) {
        WrittenPicture picture = asPng(image);
        if (fits(picture))
            return picture;
    }
    if (transparent)
        return std::nullopt;
    for (const int quality : Qualities) {
        WrittenPicture picture = asJpeg(image, quality);
        picture.isReduced = coding == PictureCoding::Drawing || quality != Qualities.front();
        if (fits(picture))
            return picture;
    }
    return std::nullopt;
}
}

bool fitsEncoded(qint64 bytes, qint64 maxEncodedBytes)
{
    return (bytes + 2) / 3 * 4 <= maxEncodedBytes;
}

Result<WrittenPicture> writePicture(const QImage &image, PictureCoding coding, qint64 maxEncodedBytes)
{
    const bool transparent = isTransparent(image);
    QImage pixels = image.hasAlphaChannel() && !transparent ? image.convertToFormat(QImage::Format_RGB32) : image;
    for (bool isSmaller = false; !pixels.isNull(); isSmaller = true) {
        if (auto picture = firstThatFits(pixels, transparent, coding, maxEncodedBytes)) {
            picture->isReduced = picture->isReduced || isSmaller;
            return *picture;
        }
        const QSize next = pixels.size() * 3 / 4;
        pixels = next.isEmpty() ? QImage() : pixels.scaled(next, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    Error error;
    error.kind = ErrorKind::TooLarge;
    error.message = Words::tr("The picture cannot be made small enough to send. Choose a smaller one.");
    return error;
}
