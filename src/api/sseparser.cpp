// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "sseparser.h"

#include <QJsonDocument>

#include <cstring>

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

qsizetype find(QByteArrayView bytes, char wanted, qsizetype from)
{
    const void *hit = std::memchr(bytes.data() + from, wanted, size_t(bytes.size() - from));
    return hit ? static_cast<const char *>(hit) - bytes.data() : bytes.size();
}

bool isWhole(const QByteArray &data)
{
    return data == "[DONE]" || !QJsonDocument::fromJson(data).isNull();
}

// The data if it is whole, else the lines at its start that are whole each (a server that forgets blank lines).
QByteArray wholePartOf(const QByteArray &data)
{
    if (isWhole(data))
        return data;
    qsizetype length = 0;
    for (const QByteArray &line : data.split('\n')) {
        if (!isWhole(line))
            break;
        length += line.size() + 1;
    }
    return data.first(qMax<qsizetype>(length - 1, 0));
}

} // namespace

QList<SseEvent> SseParser::feed(QByteArrayView chunk)
{
    QList<SseEvent> events;
    if (m_fault != Fault::None)
        return events;
    if (m_atStart)
        chunk = withoutByteOrderMark(chunk);
    if (!chunk.isEmpty())
        feedLines(chunk, events);
    return events;
}

// One leading U+FEFF is dropped. Its three bytes may come in three reads, so a partial mark is held back.
QByteArrayView SseParser::withoutByteOrderMark(QByteArrayView chunk)
{
    while (m_atStart && !chunk.isEmpty()) {
        if (chunk.front() != ByteOrderMark[m_markBytes]) {
            m_atStart = false;
            m_line.append(ByteOrderMark.first(m_markBytes));
        } else {
            ++m_markBytes;
            chunk = chunk.sliced(1);
            m_atStart = m_markBytes < ByteOrderMark.size();
        }
    }
    return chunk;
}

// Lines end with LF, CR LF or CR. Most streams hold no CR at all, so its next place is looked up once, not per line.
void SseParser::feedLines(QByteArrayView chunk, QList<SseEvent> &events)
{
    qsizetype start = 0;
    if (m_skipLf && chunk.front() == '\n')
        start = 1;
    m_skipLf = false;

    qsizetype nextCr = find(chunk, '\r', start);
    while (start < chunk.size() && m_fault == Fault::None) {
        if (nextCr < start)
            nextCr = find(chunk, '\r', start);
        const qsizetype nextLf = find(chunk.first(nextCr), '\n', start);
        const qsizetype end = qMin(nextLf, nextCr);
        const QByteArrayView piece = chunk.sliced(start, end - start);
        if (end == chunk.size()) {
            keepUnfinishedLine(piece);
            return;
        }
        if (m_line.isEmpty()) {
            processLine(piece, events);
        } else {
            keepUnfinishedLine(piece);
            const QByteArray line = std::exchange(m_line, {});
            processLine(line, events);
        }
        start = end + 1;
        if (chunk[end] == '\r') {
            if (start == chunk.size())
                m_skipLf = true;
            else if (chunk[start] == '\n')
                ++start;
        }
    }
}

void SseParser::keepUnfinishedLine(QByteArrayView piece)
{
    if (m_line.size() + piece.size() > m_limits.line)
        m_fault = Fault::LineTooLong;
    else
        m_line.append(piece);
}

void SseParser::processLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (m_fault != Fault::None)
        return;
    // "If the line is empty (a blank line): dispatch the event."
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    if (line.size() > m_limits.line) {
        m_fault = Fault::LineTooLong;
        return;
    }
    // "If the line starts with a U+003A COLON character: ignore the line."
    if (line.front() == ':')
        return;
    // "Collect the characters before the first colon as field, those after it as value; if value starts with a space,
    // remove it." Without a colon the whole line is the field name.
    const qsizetype colon = find(line, ':', 0);
    QByteArrayView value = colon == line.size() ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    processField(line.first(colon), value, events);
}

void SseParser::processField(QByteArrayView field, QByteArrayView value, QList<SseEvent> &events)
{
    if (field == "data")
        appendData(value);
    else if (field == "event")
        m_type = value.toByteArray();
    else if (field == "id" && !value.contains('\0'))
        m_lastEventId = value.toByteArray();
    else if (field == "error" && value.startsWith('{'))
        events.append({ QByteArrayLiteral("error"), value.toByteArray(), m_lastEventId });
    // `retry` is ignored as well: a completion is never asked for again by itself.
}

// The standard appends value and LF, and removes the last LF at dispatch. Putting the LF in front of all lines but the
// first comes to the same and lets one-line events, nearly all, be a single copy.
void SseParser::appendData(QByteArrayView value)
{
    if (m_data.size() + value.size() + 1 > m_limits.event) {
        m_fault = Fault::EventTooLong;
        return;
    }
    if (m_hasData)
        m_data.append('\n').append(value);
    else
        m_data = value.toByteArray();
    m_hasData = true;
}

void SseParser::dispatch(QList<SseEvent> &events)
{
    if (m_hasData) {
        events.append({ m_type.isEmpty() ? QByteArrayLiteral("message") : std::exchange(m_type, {}),
                        std::exchange(m_data, {}), m_lastEventId });
    }
    m_hasData = false;
    m_type.clear();
}

QList<SseEvent> SseParser::finish()
{
    QList<SseEvent> events;
    if (m_fault != Fault::None)
        return events;
    m_atStart = false;
    if (!m_line.isEmpty()) {
        const QByteArray line = std::exchange(m_line, {});
        processLine(line, events);
    }
    const QByteArray whole = wholePartOf(m_data);
    m_endedInsideEvent = whole.size() < m_data.size();
    m_data = whole;
    m_hasData = !whole.isEmpty();
    dispatch(events);
    return events;
}
