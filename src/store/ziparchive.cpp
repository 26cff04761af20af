// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "ziparchive_p.h"

#include <QtEndian>

#include <algorithm>

#include <zlib.h>

namespace {

constexpr qsizetype EndSize = 22;
constexpr qsizetype MaxCommentSize = 0xffff;
constexpr qsizetype CentralSize = 46;
constexpr qsizetype LocalSize = 30;
constexpr int MaxEntries = 100'000;
constexpr qint64 DensestPacking = 1032;
constexpr quint16 Stored = 0;
constexpr quint16 Deflated = 8;
constexpr quint16 Encrypted = 1;

template<typename Number>
Number numberAt(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

bool hasRoom(const QByteArray &bytes, qint64 at, qint64 size)
{
    return at >= 0 && size >= 0 && at <= bytes.size() && size <= bytes.size() - at;
}

// Raw deflate, to exactly `size` bytes.
std::optional<QByteArray> inflated(const char *packed, qint64 packedSize, qint64 size)
{
    // Deflate packs no tighter: a greater claim is a lie, and costs no memory.
    if (size > packedSize * DensestPacking + DensestPacking)
        return std::nullopt;
    QByteArray result(size, Qt::Uninitialized);
    z_stream stream {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed));
    stream.avail_in = uInt(packedSize);
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(size);
    const int code = inflate(&stream, Z_FINISH);
    const bool isWhole = code == Z_STREAM_END && stream.total_out == uLong(size);
    inflateEnd(&stream);
    return isWhole ? std::optional(result) : std::nullopt;
}

}

std::optional<ZipArchive> ZipArchive::open(const QByteArray &bytes, qint64 limit)
{
    const qsizetype end = bytes.lastIndexOf(QByteArrayLiteral("PK\x05\x06"));
    if (end < 0 || end < bytes.size() - EndSize - MaxCommentSize || !hasRoom(bytes, end, EndSize))
        return std::nullopt;
    const int count = numberAt<quint16>(bytes, end + 10);
    qint64 at = numberAt<quint32>(bytes, end + 16);
    ZipArchive archive;
    archive.m_bytes = bytes;
    archive.m_left = limit;
    for (int i = 0; i < count && i < MaxEntries; ++i) {
        if (!hasRoom(bytes, at, CentralSize) || bytes.mid(at, 4) != QByteArrayLiteral("PK\x01\x02"))
            return std::nullopt;
        const Entry entry { numberAt<quint32>(bytes, at + 42), numberAt<quint32>(bytes, at + 20), numberAt<quint32>(bytes, at + 24),
                            numberAt<quint32>(bytes, at + 16), numberAt<quint16>(bytes, at + 10) };
        const qsizetype nameSize = numberAt<quint16>(bytes, at + 28);
        const qsizetype rest = numberAt<quint16>(bytes, at + 30) + numberAt<quint16>(bytes, at + 32);
        if (!hasRoom(bytes, at + CentralSize, nameSize + rest))
            return std::nullopt;
        const QString name = QString::fromUtf8(bytes.constData() + at + CentralSize, nameSize);
        const bool isReadable = (entry.method == Stored || entry.method == Deflated) && !(numberAt<quint16>(bytes, at + 8) & Encrypted);
        if (isReadable && !archive.m_entries.contains(name)) {
            archive.m_names.append(name);
            archive.m_entries.insert(name, entry);
        }
        at += CentralSize + nameSize + rest;
    }
    return archive;
}

std::optional<QByteArray> ZipArchive::read(const QString &name)
{
    const auto found = m_entries.constFind(name);
    if (found == m_entries.cend() || found->size > m_left || !hasRoom(m_bytes, found->offset, LocalSize))
        return std::nullopt;
    // The local header has its own lengths of name and extra field.
    const qint64 begin = found->offset + LocalSize + numberAt<quint16>(m_bytes, found->offset + 26) + numberAt<quint16>(m_bytes, found->offset + 28);
    if (m_bytes.mid(found->offset, 4) != QByteArrayLiteral("PK\x03\x04") || !hasRoom(m_bytes, begin, found->packedSize))
        return std::nullopt;
    if (found->method == Stored && found->packedSize != found->size)
        return std::nullopt;
    m_left -= found->size;
    std::optional<QByteArray> content = found->method == Stored ? std::optional(m_bytes.mid(begin, found->size))
                                                                 : inflated(m_bytes.constData() + begin, found->packedSize, found->size);
    const auto checksumOf = [](const QByteArray &data) {
        return crc32(crc32(0, nullptr, 0), reinterpret_cast<const Bytef *>(data.constData()), uInt(data.size()));
    };
    if (content && checksumOf(*content) != found->checksum)
        return std::nullopt;
    return content;
}
