// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "result.h"

#include <QByteArray>
#include <QIODevice>
#include <QImage>
#include <QSize>
#include <QStringList>

// Limits for one picture. What the servers take: JPEG and PNG, 20 MiB in base64.
struct ImageLimits
{
    qint64 maxFileBytes = 100ll * 1024 * 1024;        // of what is read
    qint64 maxEncodedBytes = 20ll * 1024 * 1024;      // of the base64 text that is sent
    qint64 maxPixels = 64ll * 1000 * 1000;
    int maxEdgePixels = 2048;                         // longer pictures are scaled down; 0: never
};

struct EncodedImage
{
    QByteArray bytes;
    QByteArray mimeType;          // image/jpeg or image/png, matching the bytes
    QSize pixels;                 // upright
    QStringList notes;            // what was done, for people: "location removed", "converted from WebP", …
    QImage thumbnail;             // at most 256 px on its longer side
};

// Reads one picture and makes what can be sent (R16). The format is decided by content; SVG and anything that is no
// picture is refused (UnsupportedFile), damaged or cut-off ones too. Bytes stay as they are where only metadata has
// to go; they are encoded anew when the picture is turned, scaled or converted. Any thread; touches no widget.
Result<EncodedImage> encodeImage(QIODevice &device, const ImageLimits &limits);
// The same for a picture from the clipboard.
Result<EncodedImage> encodeImage(const QImage &image, const ImageLimits &limits);

// Bytes in any format that can be read as a PNG or JPEG; empty when they cannot.
QByteArray convertedPicture(const QByteArray &bytes);

// A small picture of stored bytes for chips and transcript, decoded at that scale. Null for bytes that are no picture.
QImage thumbnail(const QByteArray &bytes, int maxEdgePixels);
