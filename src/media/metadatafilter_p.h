// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

// What was found in a picture besides the picture.
struct PictureMetadata
{
    bool hasLocation = false;     // coordinates
    bool hasCameraData = false;   // EXIF, XMP, IPTC and what else programs leave
    bool hasComments = false;     // plain text
    bool isAnimated = false;
    int orientation = 1;          // as EXIF counts: 1 is upright
};

// A picture without its metadata; the bytes that make the pixels are the same.
struct FilteredPicture
{
    QByteArray bytes;
    PictureMetadata metadata;
};
