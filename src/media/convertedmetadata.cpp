// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "convertedmetadata_p.h"

#include "exifreader_p.h"

#include <QByteArrayView>
#include <QtEndian>

namespace {
constexpr qsizetype RiffHeadBytes = 12;
constexpr qsizetype ChunkHeadBytes = 8;

void noteExif(QByteArrayView tiff, PictureMetadata &metadata)
{
    metadata.hasCameraData = true;
    readExif(tiff, metadata);
}

void readWebP(QByteArrayView bytes, PictureMetadata &metadata)
{
    qsizetype position = RiffHeadBytes;
    while (position + ChunkHeadBytes <= bytes.size()) {
        const QByteArrayView type = bytes.sliced(position, 4);
        const qsizetype length = qFromLittleEndian<quint32>(bytes.data() + position + 4);
        position += ChunkHeadBytes;
        if (length > bytes.size() - position)
            return;
        const QByteArrayView content = bytes.sliced(position, length);
        if (type == "EXIF") {
            const bool hasOldHead = content.startsWith(QByteArrayView("Exif\0\0", 6));
            noteExif(hasOldHead ? content.sliced(6) : content, metadata);
        } else if (type == "XMP ") {
            metadata.hasCameraData = true;
            metadata.hasLocation = metadata.hasLocation || content.contains("GPSLatitude");
        }
        position += length + length % 2;   // chunks begin at even places
    }
}

// The item is found by its head instead of through the boxes that lead to it: it is told about, not used.
void readHeif(QByteArrayView bytes, PictureMetadata &metadata)
{
    const QByteArrayView head("Exif\0\0", 6);
    const qsizetype at = bytes.indexOf(head);
    if (at >= 0)
        noteExif(bytes.sliced(at + head.size()), metadata);
}
}

PictureMetadata metadataOfConverted(ImageKind kind, const QByteArray &bytes)
{
    PictureMetadata metadata;
    switch (kind) {
    case ImageKind::Tiff: readExif(bytes, metadata); break;   // a TIFF file is such a block
    case ImageKind::WebP: readWebP(bytes, metadata); break;
    case ImageKind::Heif:
    case ImageKind::Avif: readHeif(bytes, metadata); break;
    default: break;
    }
    metadata.orientation = 1;
    return metadata;
}
