// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// A file that somebody drops: what its first bytes say, what is taken out of it, and what would be sent of it.
#include "endcheck_p.h"
#include "exifreader_p.h"
#include "fuzzing.h"
#include "imageencoder.h"
#include "jpegfilter_p.h"
#include "pngfilter_p.h"

#include <QBuffer>
#include <QCoreApplication>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // As long as the process: the plug-ins of formats are looked for beside it.
    static QCoreApplication application(*argc, *argv);
    return 0;
}

namespace {

bool isClean(const PictureMetadata &metadata)
{
    return !metadata.hasLocation && !metadata.hasCameraData && !metadata.hasComments && metadata.orientation == 1;
}

void checkFilter(std::optional<FilteredPicture> (*filter)(const QByteArray &), const QByteArray &bytes)
{
    const std::optional<FilteredPicture> filtered = filter(bytes);
    if (!filtered)
        return;
    mustHold(filtered->bytes.size() <= bytes.size(), "a filter adds nothing");
    mustHold(filtered->metadata.orientation >= 1 && filtered->metadata.orientation <= 8, "a picture lies in one of eight ways");
    const std::optional<FilteredPicture> again = filter(filtered->bytes);
    mustHold(again && again->bytes == filtered->bytes, "what was filtered stays as it is");
    mustHold(isClean(again->metadata), "nothing is left to be found");
}

void checkEncoding(const QByteArray &bytes)
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    const ImageLimits limits { .maxFileBytes = 1 << 20, .maxEncodedBytes = 1 << 18, .maxPixels = 1 << 18, .maxEdgePixels = 256 };
    const Result<EncodedImage> image = encodeImage(file, limits);
    if (!image) {
        mustHold(!image.error().message.isEmpty(), "a refusal says why");
        return;
    }
    const QByteArray &sent = image.value().bytes;
    const ImageKind kind = imageKind(QByteArrayView(sent).first(std::min(sent.size(), ImageHeadBytes)));
    mustHold((kind == ImageKind::Jpeg && image.value().mimeType == "image/jpeg") || (kind == ImageKind::Png && image.value().mimeType == "image/png"),
             "what is sent is what it is called");
    mustHold((sent.size() + 2) / 3 * 4 <= limits.maxEncodedBytes, "what is sent fits");
    mustHold(!image.value().pixels.isEmpty() && !image.value().thumbnail.isNull(), "a picture has a size and can be shown");
    const auto filtered = kind == ImageKind::Jpeg ? filterJpeg(sent) : filterPng(sent);
    mustHold(filtered && isClean(filtered->metadata), "nothing but the picture is sent");
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = asBytes(data, size);
    const ImageKind kind = imageKind(QByteArrayView(bytes).first(std::min(bytes.size(), ImageHeadBytes)));
    mustHold(isAccepted(kind) || !refusal(kind).message.isEmpty(), "a kind is taken, or told why not");
    std::ignore = hasItsEnd(kind, bytes);

    PictureMetadata metadata;
    readExif(bytes, metadata);
    mustHold(metadata.orientation >= 1 && metadata.orientation <= 8, "a picture lies in one of eight ways");
    checkFilter(filterJpeg, bytes);
    checkFilter(filterPng, bytes);
    checkEncoding(bytes);
    return 0;
}
