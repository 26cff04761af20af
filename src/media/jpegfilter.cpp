// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "jpegfilter_p.h"

#include "exifreader_p.h"

#include <QByteArrayView>
#include <QtEndian>

#include <cstring>

namespace {
enum Marker : uchar {
    Tem = 0x01, FirstRestart = 0xd0, LastRestart = 0xd7, StartOfImage = 0xd8, EndOfImage = 0xd9, StartOfScan = 0xda,
    FirstApp = 0xe0, App0 = 0xe0, App1 = 0xe1, App2 = 0xe2, App14 = 0xee, LastApp = 0xef, Comment = 0xfe
};

constexpr qsizetype BareJfifBytes = 14;
constexpr QByteArrayView ExifHead("Exif\0\0", 6);
constexpr QByteArrayView ProfileHead("ICC_PROFILE\0", 12);

class JpegFilter
{
public:
    explicit JpegFilter(QByteArrayView bytes) : m_bytes(bytes) { m_kept.reserve(bytes.size()); }

    std::optional<FilteredPicture> run()
    {
        if (!m_bytes.startsWith(QByteArrayView("\xff\xd8", 2)))
            return std::nullopt;
        keep(0, 2);
        m_position = 2;
        while (readMarker()) {
            if (m_marker == EndOfImage) {
                m_kept.append("\xff\xd9", 2);
                // Whatever stands behind the end (a film, a second picture) stays behind.
                return m_hasScan ? std::optional(FilteredPicture { m_kept, m_metadata }) : std::nullopt;
            }
            if (!readSegment())
                return std::nullopt;
        }
        return std::nullopt;
    }

private:
    // A marker is 0xff and a code; any number of 0xff may stand before it.
    bool readMarker()
    {
        if (m_position >= m_bytes.size() || byteAt(m_position) != 0xff)
            return false;
        while (m_position < m_bytes.size() && byteAt(m_position) == 0xff)
            ++m_position;
        if (m_position >= m_bytes.size())
            return false;
        m_marker = byteAt(m_position++);
        return m_marker != 0;
    }

    bool readSegment()
    {
        const qsizetype start = m_position - 2;
        if (m_marker == Tem || (m_marker >= FirstRestart && m_marker <= LastRestart)) {
            keep(start, 2);
            return true;
        }
        if (m_marker == StartOfImage || m_position + 2 > m_bytes.size())
            return false;
        const qsizetype length = qFromBigEndian<quint16>(m_bytes.data() + m_position);
        if (length < 2 || m_position + length > m_bytes.size())
            return false;
        if (isNeeded(m_bytes.sliced(m_position + 2, length - 2)))
            keep(start, length + 2);
        m_position += length;
        if (m_marker == StartOfScan)
            keepScan();
        return true;
    }

    // The coded pixels end at the first marker that is no restart; a 0xff of theirs is followed by a zero.
    void keepScan()
    {
        m_hasScan = true;
        const qsizetype start = m_position;
        while (m_position < m_bytes.size()) {
            const auto *found = static_cast<const char *>(
                std::memchr(m_bytes.data() + m_position, 0xff, static_cast<size_t>(m_bytes.size() - m_position)));
            m_position = found ? found - m_bytes.data() : m_bytes.size();
            if (m_position + 1 >= m_bytes.size()) {
                m_position = m_bytes.size();
            } else {
                const uchar next = byteAt(m_position + 1);
                const bool isMarker = next != 0 && next != 0xff && (next < FirstRestart || next > LastRestart);
                if (isMarker)
                    break;
                m_position += next == 0xff ? 1 : 2;
            }
        }
        keep(start, m_position - start);
    }

    bool isNeeded(QByteArrayView content)
    {
        if (m_marker == Comment) {
            m_metadata.hasComments = true;
            return false;
        }
        if (m_marker < FirstApp || m_marker > LastApp)
            return true;
        if (m_marker == App14 && content.startsWith("Adobe"))
            return true;   // says how the colours are coded
        if (m_marker == App2 && content.startsWith(ProfileHead))
            return true;
        if (m_marker == App0 && content.startsWith("JF"))
            return content.startsWith("JFIF") && content.size() <= BareJfifBytes;   // else there is a preview in it
        noteMetadata(content);
        return false;
    }

    void noteMetadata(QByteArrayView content)
    {
        m_metadata.hasCameraData = true;
        if (m_marker != App1)
            return;
        if (content.startsWith(ExifHead))
            readExif(content.sliced(ExifHead.size()), m_metadata);
        else if (content.contains("GPSLatitude"))
            m_metadata.hasLocation = true;   // in XMP
    }

    uchar byteAt(qsizetype at) const { return static_cast<uchar>(m_bytes.at(at)); }
    void keep(qsizetype start, qsizetype length) { m_kept.append(m_bytes.sliced(start, length)); }

    QByteArrayView m_bytes;
    QByteArray m_kept;
    PictureMetadata m_metadata;
    qsizetype m_position = 0;
    uchar m_marker = 0;
    bool m_hasScan = false;
};
}

std::optional<FilteredPicture> filterJpeg(const QByteArray &bytes)
{
    return JpegFilter(bytes).run();
}
