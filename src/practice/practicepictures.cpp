// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicepictures_p.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <limits>

namespace {
constexpr qint64 MaxPixels = 64'000'000;

struct NamedColour
{
    const char *name;
    int red;
    int green;
    int blue;
};

constexpr std::array Colours {
    NamedColour { "black", 0, 0, 0 },            NamedColour { "dark grey", 72, 72, 72 },
    NamedColour { "grey", 128, 128, 128 },       NamedColour { "light grey", 200, 200, 200 },
    NamedColour { "white", 255, 255, 255 },      NamedColour { "red", 225, 20, 20 },
    NamedColour { "dark red", 128, 0, 0 },       NamedColour { "orange", 255, 145, 0 },
    NamedColour { "yellow", 255, 235, 0 },       NamedColour { "olive", 128, 128, 0 },
    NamedColour { "beige", 235, 220, 190 },      NamedColour { "brown", 130, 80, 40 },
    NamedColour { "bright green", 0, 255, 0 },   NamedColour { "green", 20, 140, 30 },
    NamedColour { "dark green", 0, 85, 20 },     NamedColour { "light green", 150, 230, 150 },
    NamedColour { "teal", 0, 128, 128 },         NamedColour { "turquoise", 50, 220, 215 },
    NamedColour { "light blue", 145, 195, 240 }, NamedColour { "blue", 20, 80, 235 },
    NamedColour { "dark blue", 0, 0, 120 },      NamedColour { "purple", 128, 20, 150 },
    NamedColour { "magenta", 255, 0, 255 },      NamedColour { "pink", 250, 170, 195 },
};

// The signature decides before any decoder sees the bytes; nothing but these two is decoded.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    return {};
}

QColor meanColour(const QImage &image)
{
    quint64 red = 0;
    quint64 green = 0;
    quint64 blue = 0;
    quint64 weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QImage row = image.copy(0, y, image.width(), 1).convertToFormat(QImage::Format_ARGB32);
        const auto *pixels = reinterpret_cast<const QRgb *>(row.constScanLine(0));
        for (int x = 0; x < image.width(); ++x) {
            const auto alpha = static_cast<quint64>(qAlpha(pixels[x]));
            red += static_cast<quint64>(qRed(pixels[x])) * alpha;
            green += static_cast<quint64>(qGreen(pixels[x])) * alpha;
            blue += static_cast<quint64>(qBlue(pixels[x])) * alpha;
            weight += alpha;
        }
    }
    if (weight == 0)
        return Qt::transparent;
    const auto mean = [weight](quint64 sum) { return static_cast<int>((sum + weight / 2) / weight); };
    return QColor(mean(red), mean(green), mean(blue));
}

QString groupedNumber(qsizetype number)
{
    QString digits = QString::number(number);
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, u',');
    return digits;
}

QString describe(const PictureFacts &facts)
{
    QString colour = QStringLiteral("fully transparent");
    if (facts.meanColour.alpha() != 0)
        colour = QStringLiteral("mean colour `%1` (%2)").arg(facts.meanColour.name(), colourName(facts.meanColour));
    QString text = QStringLiteral("**%1**, %2 × %3 pixels, %4 bytes, %5")
                       .arg(facts.format).arg(facts.pixels.width()).arg(facts.pixels.height())
                       .arg(groupedNumber(facts.bytes), colour);
    if (facts.hasTransparency && facts.meanColour.alpha() != 0)
        text += QStringLiteral(", with transparency");
    return text;
}
}

Result<PictureFacts, PracticeFailure> lookAt(const PracticePicture &picture)
{
    const QByteArray format = formatOf(picture.bytes);
    if (format.isEmpty())
        return invalidArgument(QStringLiteral("Unsupported image: only JPEG and PNG are accepted."));
    QBuffer buffer;
    buffer.setData(picture.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > MaxPixels)
        return invalidArgument(QStringLiteral("Invalid image: it has too many pixels."));
    const QImage image = reader.read();
    if (image.isNull())
        return invalidArgument(QStringLiteral("Invalid image: failed to decode it."));
    return PictureFacts { format == "png" ? QStringLiteral("PNG") : QStringLiteral("JPEG"), image.size(), meanColour(image),
                          picture.bytes.size(), image.hasAlphaChannel() };
}

QString colourName(const QColor &colour)
{
    const auto distance = [&colour](const NamedColour &named) {
        const int red = colour.red() - named.red;
        const int green = colour.green() - named.green;
        const int blue = colour.blue() - named.blue;
        return red * red + green * green + blue * blue;
    };
    const auto nearest = std::min_element(Colours.begin(), Colours.end(), [&](const auto &a, const auto &b) {
        return distance(a) < distance(b);
    });
    return QString::fromLatin1(nearest->name);
}

Result<QString, PracticeFailure> describePictures(const QList<PracticePicture> &pictures)
{
    QString text;
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const PracticePicture &picture = pictures.at(i);
        QString line = QStringLiteral("a picture on the Internet, which practice does not fetch: `%1`").arg(picture.address);
        if (picture.address.isEmpty()) {
            auto facts = lookAt(picture);
            if (!facts)
                return facts.error();
            line = describe(facts.value());
        }
        if (!picture.detail.isEmpty())
            line += QStringLiteral(", detail `%1`").arg(picture.detail.left(20));
        text += QStringLiteral("%1. %2\n").arg(i + 1).arg(line);
    }
    return text;
}

qint64 imageTokens(const PracticePicture &picture)
{
    QBuffer buffer;
    buffer.setData(picture.bytes);
    buffer.open(QIODevice::ReadOnly);
    const QSize pixels = QImageReader(&buffer, formatOf(picture.bytes)).size();   // the head alone is read
    const qint64 tiles = qint64((pixels.width() + 447) / 448) * ((pixels.height() + 447) / 448);
    return 256 * (std::clamp<qint64>(tiles, 1, 6) + 1);
}
