// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "result.h"

#include <QByteArray>
#include <QImage>

struct WrittenPicture
{
    QByteArray bytes;
    QByteArray mimeType;
    QSize pixels;
    bool isReduced = false;    // quality or size had to go down to fit
};

enum class PictureCoding {
    Photo,     // JPEG, or PNG where something is transparent
    Drawing    // PNG, or JPEG where PNG does not fit and nothing is transparent
};

// Encodes pixels without metadata so that the base64 text has at most `maxEncodedBytes`: first as well as possible,
// then with lower quality, then smaller.
Result<WrittenPicture> writePicture(const QImage &image, PictureCoding coding, qint64 maxEncodedBytes);

// Whether so many bytes fit in base64.
bool fitsEncoded(qint64 bytes, qint64 maxEncodedBytes);
