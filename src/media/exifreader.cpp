// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exifreader_p.h"

#include <QtEndian>

namespace {
constexpr quint16 OrientationTag = 0x0112;
constexpr quint16 GpsTag = 0x8825;
constexpr quint16 GpsLatitude = 2;
constexpr quint16 GpsLongitude = 4;
constexpr qsizetype EntryBytes = 12;

// A TIFF file in memory: numbers in its own byte order, zero beyond its end.
class TiffView
{
public:
    explicit TiffView(QByteArrayView bytes) : m_bytes(bytes), m_isBigEndian(bytes.startsWith("MM")) {}

    quint16 number16(qsizetype at) const { return number<quint16>(at); }
    quint32 number32(qsizetype at) const { return number<quint32>(at); }

    // Calls back with tag and position of each entry of the directory at `at`.
    template<typename Visit>
    void visitDirectory(qsizetype at, Visit visit) const
    {
        if (at < 8)
            return;
        const int count = number16(at);
        for (int i = 0; i < count; ++i) {
            const qsizetype entry = at + 2 + i * EntryBytes;
            if (entry + EntryBytes > m_bytes.size())
                return;
            visit(number16(entry), entry);
        }
    }

private:
    template<typename T>
    T number(qsizetype at) const
    {
        if (at < 0 || at + qsizetype(sizeof(T)) > m_bytes.size())
            return 0;
        const char *data = m_bytes.data() + at;
        return m_isBigEndian ? qFromBigEndian<T>(data) : qFromLittleEndian<T>(data);
    }

    QByteArrayView m_bytes;
    bool m_isBigEndian;
};

// A camera without a fix writes the directory too, but no coordinates into it.
bool hasCoordinates(const TiffView &tiff, qsizetype directory)
{
    bool found = false;
    tiff.visitDirectory(directory, [&found](quint16 tag, qsizetype) {
        found = found || tag == GpsLatitude || tag == GpsLongitude;
    });
    return found;
}
}

void readExif(QByteArrayView bytes, PictureMetadata &metadata)
{
    const TiffView tiff(bytes);
    if (tiff.number16(2) != 42)
        return;
    tiff.visitDirectory(qsizetype(tiff.number32(4)), [&](quint16 tag, qsizetype entry) {
        if (tag == OrientationTag) {
            const int orientation = tiff.number16(entry + 8);
            metadata.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
        } else if (tag == GpsTag && hasCoordinates(tiff, qsizetype(tiff.number32(entry + 8)))) {
            metadata.hasLocation = true;
        }
    });
}
