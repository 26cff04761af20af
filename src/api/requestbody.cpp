// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestbody.h"

#include <cstring>

namespace {

// A multiple of three, so that only the last block of a picture has padding.
constexpr qint64 RawBlockSize = 48 * 1024;

qint64 base64Size(qint64 rawSize)
{
    return (rawSize + 2) / 3 * 4;
}

} // namespace

void RequestBody::appendText(const QByteArray &text)
{
    m_size += text.size();
    if (!m_segments.empty() && !m_segments.back().blob)
        m_segments.back().text += text;
    else
        m_segments.push_back({ text, nullptr });
}

void RequestBody::appendBase64(std::unique_ptr<QIODevice> blob)
{
    m_size += base64Size(blob->size());
    m_segments.push_back({ {}, std::move(blob) });
}

QByteArray RequestBody::preview(qsizetype limit) const
{
    QByteArray text;
    for (const Segment &segment : m_segments) {
        if (segment.blob)
            text += "<picture, " + QByteArray::number(segment.blob->size()) + " bytes>";
        else
            text += segment.text.left(limit - text.size());
        if (text.size() >= limit)
            break;
    }
    return text;
}

qint64 RequestBody::bytesAvailable() const
{
    return m_hasFailed ? 0 : m_size - m_given + QIODevice::bytesAvailable();
}

qint64 RequestBody::readData(char *data, qint64 maxSize)
{
    qint64 copied = 0;
    while (copied < maxSize) {
        if (m_blockPos == m_block.size() && !fillBlock())
            break;
        const qint64 count = qMin(maxSize - copied, qint64(m_block.size() - m_blockPos));
        std::memcpy(data + copied, m_block.constData() + m_blockPos, size_t(count));
        m_blockPos += count;
        copied += count;
    }
    m_given += copied;
    return copied == 0 && (m_hasFailed || m_given == m_size) ? -1 : copied;
}

// The next piece of text or of a picture; false at the end.
bool RequestBody::fillBlock()
{
    while (m_next < m_segments.size() && !m_hasFailed) {
        Segment &segment = m_segments[m_next];
        m_blockPos = 0;
        if (!segment.blob) {
            m_block = std::exchange(segment.text, {});
            ++m_next;
            return true;
        }
        const QByteArray raw = segment.blob->read(RawBlockSize);
        const bool isLast = segment.blob->atEnd();
        // A short block in the middle would put padding there.
        m_hasFailed = raw.isEmpty() || (raw.size() < RawBlockSize && !isLast);
        m_block = m_hasFailed ? QByteArray() : raw.toBase64();
        if (isLast) {
            segment.blob.reset();
            ++m_next;
        }
        if (!m_hasFailed)
            return true;
    }
    return false;
}
