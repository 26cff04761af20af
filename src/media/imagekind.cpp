// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "imagekind_p.h"

#include <QCoreApplication>
#include <QImageReader>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImageKind)
};

struct Signature
{
    ImageKind kind;
    qsizetype offset;
    QByteArrayView bytes;
};

// Lengths are given where a signature holds a zero byte.
constexpr std::array Signatures {
    Signature { ImageKind::Jpeg, 0, QByteArrayView("\xff\xd8\xff", 3) },
    Signature { ImageKind::Png, 0, QByteArrayView("\x89PNG\r\n\x1a\n", 8) },
    Signature { ImageKind::Gif, 0, QByteArrayView("GIF87a", 6) },
    Signature { ImageKind::Gif, 0, QByteArrayView("GIF89a", 6) },
    Signature { ImageKind::WebP, 8, QByteArrayView("WEBP", 4) },
    Signature { ImageKind::Tiff, 0, QByteArrayView("II*\0", 4) },
    Signature { ImageKind::Tiff, 0, QByteArrayView("MM\0*", 4) },
    Signature { ImageKind::Avif, 4, QByteArrayView("ftypavif", 8) },
    Signature { ImageKind::Heif, 4, QByteArrayView("ftypheic", 8) },
    Signature { ImageKind::Heif, 4, QByteArrayView("ftypheix", 8) },
    Signature { ImageKind::Heif, 4, QByteArrayView("ftypmif1", 8) },
    Signature { ImageKind::Ico, 0, QByteArrayView("\0\0\1\0", 4) },
    Signature { ImageKind::Ico, 0, QByteArrayView("\0\0\2\0", 4) },
    Signature { ImageKind::Icns, 0, QByteArrayView("icns", 4) },
    Signature { ImageKind::Psd, 0, QByteArrayView("8BPS", 4) },
    Signature { ImageKind::JpegXl, 0, QByteArrayView("\xff\x0a", 2) },
    Signature { ImageKind::JpegXl, 4, QByteArrayView("JXL \r\n", 6) },
    Signature { ImageKind::Jpeg2000, 4, QByteArrayView("jP  \r\n", 6) },
    Signature { ImageKind::Pdf, 0, QByteArrayView("%PDF-", 5) },
    Signature { ImageKind::Archive, 0, QByteArrayView("PK\3\4", 4) },
    Signature { ImageKind::Archive, 0, QByteArrayView("\x1f\x8b", 2) },
    Signature { ImageKind::Media, 4, QByteArrayView("ftyp", 4) },
    Signature { ImageKind::Media, 0, QByteArrayView("\x1a\x45\xdf\xa3", 4) },
    Signature { ImageKind::Media, 0, QByteArrayView("ID3", 3) },
    Signature { ImageKind::Media, 0, QByteArrayView("OggS", 4) },
};

bool matches(QByteArrayView head, const Signature &signature)
{
    return head.size() >= signature.offset + signature.bytes.size()
        && head.sliced(signature.offset, signature.bytes.size()) == signature.bytes;
}

// "BM" alone is too little: the length of the info header behind it must be one that exists.
bool isBmp(QByteArrayView head)
{
    if (head.size() < 18 || !head.startsWith("BM"))
        return false;
    const auto headerSize = static_cast<uchar>(head.at(14));
    const bool isKnown = headerSize == 12 || headerSize == 40 || headerSize == 52 || headerSize == 56 || headerSize == 64
        || headerSize == 108 || headerSize == 124;
    return isKnown && head.at(15) == 0 && head.at(16) == 0 && head.at(17) == 0;
}

bool isText(QByteArrayView head)
{
    if (head.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(head);   // a character cut at the end is no error
    return !decoder.hasError() && !text.isEmpty();
}

ImageKind textKind(QByteArrayView head)
{
    const QByteArray lower = head.toByteArray().toLower().trimmed();
    if (lower.contains("<svg"))
        return ImageKind::Svg;
    return lower.startsWith("<?xml") || lower.startsWith("\xef\xbb\xbf<?xml") ? ImageKind::Xml : ImageKind::Text;
}

QByteArray firstReadable(std::initializer_list<const char *> names)
{
    static const QList<QByteArray> readable = QImageReader::supportedImageFormats();
    for (const char *name : names) {
        if (readable.contains(name))
            return name;
    }
    return {};
}

QString refusalText(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Empty:
        return Words::tr("The file is empty. Choose another picture.");
    case ImageKind::Svg: case ImageKind::Xml:
        return Words::tr("SVG drawings are not taken, because they can name other files. Export it as PNG.");
    case ImageKind::Pdf:
        return Words::tr("This is a PDF document, not a picture. Export its pages as PNG or JPEG.");
    case ImageKind::Text:
        return Words::tr("This is text, not a picture. Paste the text into your message instead.");
    case ImageKind::Archive: case ImageKind::Media: case ImageKind::Unknown:
        return Words::tr("This is no picture. Choose a JPEG or PNG file.");
    default:
        return Words::tr("%1 pictures cannot be read here. Save it as JPEG or PNG.").arg(kindName(kind));
    }
}
}

ImageKind imageKind(QByteArrayView head)
{
    if (head.isEmpty())
        return ImageKind::Empty;
    const auto found = std::find_if(Signatures.begin(), Signatures.end(),
                                    [head](const Signature &signature) { return matches(head, signature); });
    if (found != Signatures.end() && (found->kind != ImageKind::WebP || head.startsWith("RIFF")))
        return found->kind;
    if (isBmp(head))
        return ImageKind::Bmp;
    return isText(head) ? textKind(head) : ImageKind::Unknown;
}

bool isAccepted(ImageKind kind)
{
    return !readerFormat(kind).isEmpty();
}

QByteArray readerFormat(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Jpeg: return firstReadable({ "jpeg", "jpg" });
    case ImageKind::Png:  return firstReadable({ "png" });
    case ImageKind::WebP: return firstReadable({ "webp" });
    case ImageKind::Gif:  return firstReadable({ "gif" });
    case ImageKind::Bmp:  return firstReadable({ "bmp" });
    case ImageKind::Tiff: return firstReadable({ "tiff", "tif" });
    case ImageKind::Heif: return firstReadable({ "heic", "heif" });
    case ImageKind::Avif: return firstReadable({ "avif" });
    default:              return {};
    }
}

QString kindName(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Jpeg:     return QStringLiteral("JPEG");
    case ImageKind::Png:      return QStringLiteral("PNG");
    case ImageKind::WebP:     return QStringLiteral("WebP");
    case ImageKind::Gif:      return QStringLiteral("GIF");
    case ImageKind::Bmp:      return QStringLiteral("BMP");
    case ImageKind::Tiff:     return QStringLiteral("TIFF");
    case ImageKind::Heif:     return QStringLiteral("HEIC");
    case ImageKind::Avif:     return QStringLiteral("AVIF");
    case ImageKind::Ico:      return QStringLiteral("ICO");
    case ImageKind::Icns:     return QStringLiteral("ICNS");
    case ImageKind::Psd:      return QStringLiteral("Photoshop");
    case ImageKind::JpegXl:   return QStringLiteral("JPEG XL");
    case ImageKind::Jpeg2000: return QStringLiteral("JPEG 2000");
    default:                  return {};
    }
}

Error refusal(ImageKind kind)
{
    Error error;
    error.kind = ErrorKind::UnsupportedFile;
    error.message = refusalText(kind);
    return error;
}

Error damagedPicture()
{
    Error error;
    error.kind = ErrorKind::UnsupportedFile;
    error.message = Words::tr("The picture is damaged or cut off. Fetch it again, or open and save it in an image editor.");
    return error;
}
