// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endcheck_p.h"

#include <cstdlib>
#include <type_traits>

namespace {
template<typename T>
T number(const QByteArray &bytes, qsizetype at)
{
    if (at + qsizetype(sizeof(T)) > bytes.size())
        return T(0);
    // Byte by byte: GCC 12 takes Qt's function for a read behind an empty array.
    std::make_unsigned_t<T> value = 0;
    for (qsizetype i = qsizetype(sizeof(T)) - 1; i >= 0; --i)
        value = std::make_unsigned_t<T>(value << 8 | quint8(bytes.at(at + i)));
    return T(value);
}

// Uncompressed rows must all be there; of a compressed picture the length is not known from its head.
bool bmpHasItsEnd(const QByteArray &bytes)
{
    constexpr quint32 OldHeader = 12;
    const bool isOld = number<quint32>(bytes, 14) == OldHeader;
    const qint64 pixelsAt = number<quint32>(bytes, 10);
    const qint64 width = isOld ? number<quint16>(bytes, 18) : std::abs(qint64(number<qint32>(bytes, 18)));
    const qint64 height = isOld ? number<quint16>(bytes, 20) : std::abs(qint64(number<qint32>(bytes, 22)));
    const qint64 bits = number<quint16>(bytes, isOld ? 24 : 28);
    const quint32 compression = isOld ? 0 : number<quint32>(bytes, 30);
    const bool isCompressed = compression == 1 || compression == 2;
    const qint64 rowBytes = (width * bits + 31) / 32 * 4;
    if (isCompressed)
        return true;
    // Divided, because the product of two numbers out of a file may be too large for any type.
    return rowBytes == 0 || height <= (bytes.size() - pixelsAt) / rowBytes;
}

bool gifHasItsEnd(const QByteArray &bytes)
{
    qsizetype end = bytes.size();
    while (end > 0 && bytes.at(end - 1) == '\0')
        --end;
    return end > 0 && bytes.at(end - 1) == ';';
}
}

bool hasItsEnd(ImageKind kind, const QByteArray &bytes)
{
    switch (kind) {
    case ImageKind::Bmp:  return bmpHasItsEnd(bytes);
    case ImageKind::Gif:  return gifHasItsEnd(bytes);
    case ImageKind::WebP: return qint64(number<quint32>(bytes, 4)) + 8 <= bytes.size();
    default:              return true;
    }
}
