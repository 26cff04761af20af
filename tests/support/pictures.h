// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QRandomGenerator>
#include <QtEndian>

// Pictures for tests, made byte by byte where a library would not write them.
namespace pictures {

inline QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

inline QImage filled(int width, int height, const QColor &colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

// A picture that no coding makes small; the same at every run.
inline QImage noise(int width, int height)
{
    QRandomGenerator random(1);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, random.generate() | 0xff000000u);
    }
    return image;
}

// Four quarters of one colour each, given as letters: top left, top right, bottom left, bottom right.
inline QImage quarters(const QSize &size, const char *letters)
{
    const auto colour = [](char letter) {
        switch (letter) {
        case 'r': return QColor(255, 0, 0);
        case 'g': return QColor(0, 255, 0);
        case 'b': return QColor(0, 0, 255);
        default:  return QColor(255, 255, 0);
        }
    };
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(x, y, colour(letters[(y >= size.height() / 2 ? 2 : 0) + (x >= size.width() / 2 ? 1 : 0)]));
    }
    return image;
}

// The letters of such a picture again, read from the middle of each quarter.
inline QByteArray letters(const QImage &image)
{
    const auto letter = [&image](int x, int y) {
        const QColor colour = image.pixelColor(x, y);
        const bool red = colour.red() > 128;
        const bool green = colour.green() > 128;
        return red && green ? 'y' : red ? 'r' : green ? 'g' : 'b';
    };
    const int left = image.width() / 4;
    const int top = image.height() / 4;
    const char found[] = { letter(left, top), letter(3 * left, top), letter(left, 3 * top), letter(3 * left, 3 * top) };
    return QByteArray(found, 4);
}

inline QByteArray little16(int value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint16>(value), bytes.data());
    return bytes;
}

inline QByteArray little32(int value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(value), bytes.data());
    return bytes;
}

inline QByteArray big32(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

enum class Gps { None, WithoutFix, WithFix };

// A TIFF block as cameras write it: orientation, a maker's name, and coordinates (48° N) when wanted.
inline QByteArray exifBlock(int orientation, Gps gps)
{
    const int entries = gps == Gps::None ? 2 : 3;
    const int makeAt = 8 + 2 + entries * 12 + 4;
    const int gpsAt = makeAt + 16;
    const auto entry = [](int tag, int type, int count, const QByteArray &value) {
        return little16(tag) + little16(type) + little32(count) + value;
    };
    QByteArray tiff = "II*" + QByteArray(1, '\0') + little32(8) + little16(entries);
    tiff += entry(0x010f, 2, 16, little32(makeAt));
    tiff += entry(0x0112, 3, 1, little16(orientation) + little16(0));
    if (gps != Gps::None)
        tiff += entry(0x8825, 4, 1, little32(gpsAt));
    tiff += little32(0) + QByteArray("SecretCamera 900", 16);
    if (gps == Gps::WithoutFix)
        tiff += little16(1) + entry(0, 1, 4, QByteArray("\2\3\0\0", 4)) + little32(0);
    if (gps == Gps::WithFix) {
        tiff += little16(2) + entry(1, 2, 2, QByteArray("N\0\0\0", 4)) + entry(2, 5, 3, little32(gpsAt + 2 + 24 + 4)) + little32(0);
        tiff += little32(48) + little32(1) + little32(8) + little32(1) + little32(14) + little32(1);
    }
    return tiff;
}

inline QByteArray jpegSegment(int marker, const QByteArray &content)
{
    QByteArray segment = "\xff" + QByteArray(1, static_cast<char>(marker)) + QByteArray(2, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(content.size() + 2), segment.data() + 2);
    return segment + content;
}

inline QByteArray exifSegment(int orientation, Gps gps)
{
    return jpegSegment(0xe1, QByteArray("Exif\0\0", 6) + exifBlock(orientation, gps));
}

// Puts segments right behind the start of a JPEG.
inline QByteArray withSegments(const QByteArray &jpeg, const QByteArray &segments)
{
    return jpeg.left(2) + segments + jpeg.mid(2);
}

inline QByteArray pngChunk(const QByteArray &type, const QByteArray &content)
{
    const QByteArray checked = type + content;
    quint32 crc = 0xffffffffu;
    for (const char c : checked) {
        crc ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) != 0 ? 0xedb88320u : 0u);
    }
    return big32(static_cast<quint32>(content.size())) + checked + big32(crc ^ 0xffffffffu);
}

// Puts chunks right behind the header of a PNG.
inline QByteArray withChunks(const QByteArray &png, const QByteArray &chunks)
{
    return png.left(33) + chunks + png.mid(33);
}

// A PNG that says it is large; nobody should find out that it has no pixels.
inline QByteArray pngOfSize(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n") + pngChunk("IHDR", big32(width) + big32(height) + QByteArray("\x08\x02\0\0\0", 5))
        + pngChunk("IDAT", "x") + pngChunk("IEND", {});
}

// Two frames of one pixel: red, then black.
inline QByteArray animatedGif()
{
    const auto frame = [](const char *code) {
        return QByteArray("\x21\xf9\x04\0\x0a\0\0\0", 8) + QByteArray("\x2c\0\0\0\0\1\0\1\0\0\2\2", 12) + QByteArray(code, 2) + QByteArray(1, '\0');
    };
    return "GIF89a" + QByteArray("\1\0\1\0\x80\0\0\xff\0\0\0\0\0", 13) + frame("\x44\1") + frame("\x4c\1") + ";";
}

}
