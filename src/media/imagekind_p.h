// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

// What the first bytes of a file say that it is. Names and declared types are not asked.
enum class ImageKind {
    Jpeg, Png,                                   // taken as they are
    WebP, Gif, Bmp, Tiff, Heif, Avif,            // converted, where this computer can read them
    Svg, Xml, Ico, Icns, Psd, JpegXl, Jpeg2000,  // pictures that are not taken, and what looks like one
    Pdf, Archive, Media, Text, Empty, Unknown
};

// Enough of a file's beginning to decide.
constexpr qsizetype ImageHeadBytes = 1024;

ImageKind imageKind(QByteArrayView head);

// Nothing to be decoded but what this list allows; the decoder is then named to QImageReader.
bool isAccepted(ImageKind kind);
// The format's name for QImageReader; empty for what is not accepted or cannot be read on this computer.
QByteArray readerFormat(ImageKind kind);
// "WebP", as people write it.
QString kindName(ImageKind kind);

// Why the kind is not taken. Only for kinds without a readerFormat().
Error refusal(ImageKind kind);
Error damagedPicture();
