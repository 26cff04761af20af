// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "pngfilter_p.h"

#include "exifreader_p.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace {
constexpr qsizetype SignatureBytes = 8;
constexpr qsizetype FrameBytes = 12;   // length, type and checksum of a chunk

constexpr std::array<QByteArrayView, 15> Needed {
    QByteArrayView("IHDR"), QByteArrayView("PLTE"), QByteArrayView("IDAT"), QByteArrayView("IEND"), QByteArrayView("tRNS"),
    QByteArrayView("cHRM"), QByteArrayView("gAMA"), QByteArrayView("iCCP"), QByteArrayView("sBIT"), QByteArrayView("sRGB"),
    QByteArrayView("cICP"), QByteArrayView("bKGD"), QByteArrayView("hIST"), QByteArrayView("pHYs"), QByteArrayView("sPLT")
};

void noteMetadata(QByteArrayView type, QByteArrayView content, PictureMetadata &metadata)
{
    if (type == "eXIf") {
        metadata.hasCameraData = true;
        readExif(content, metadata);
    } else if (type == "tEXt" || type == "zTXt" || type == "iTXt" || type == "tIME") {
        const bool isXmp = content.startsWith("XML:com.adobe.xmp");
        metadata.hasCameraData = metadata.hasCameraData || isXmp;
        metadata.hasComments = metadata.hasComments || !isXmp;
        metadata.hasLocation = metadata.hasLocation || content.contains("GPSLatitude");
    } else if (type == "acTL") {
        metadata.isAnimated = true;
    }
}
}

std::optional<FilteredPicture> filterPng(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    FilteredPicture picture;
    picture.bytes.reserve(bytes.size());
    picture.bytes.append(all.first(std::min(SignatureBytes, all.size())));
    qsizetype position = SignatureBytes;
    while (position + FrameBytes <= all.size()) {
        const qsizetype length = qFromBigEndian<quint32>(all.data() + position);
        if (length > all.size() - position - FrameBytes)
            return std::nullopt;
        const QByteArrayView type = all.sliced(position + 4, 4);
        if (std::find(Needed.begin(), Needed.end(), type) != Needed.end())
            picture.bytes.append(all.sliced(position, length + FrameBytes));
        else
            noteMetadata(type, all.sliced(position + 8, length), picture.metadata);
        position += length + FrameBytes;
        if (type == "IEND")
            return picture;   // what stands behind the end stays behind
    }
    return std::nullopt;
}
