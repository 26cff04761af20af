// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

// One dispatched event. Bytes, not text: the decoder decides what they mean.
struct SseEvent
{
    QByteArray type;          // "message" where the stream names none
    QByteArray data;          // data lines joined by LF
    QByteArray lastEventId;
    bool operator==(const SseEvent &) const = default;
};

// Limits of R4. An image result is one base64 line, hence megabytes.
struct SseLimits
{
    qsizetype line = 16 * 1024 * 1024;
    qsizetype event = 32 * 1024 * 1024;
};

// Interprets an event stream as https://html.spec.whatwg.org/multipage/server-sent-events.html says, whatever the
// pieces it comes in. Knows bytes and nothing else. Two things differ from the standard:
// - a field `error:` holding a JSON object becomes an event of type "error" (llama.cpp reports failures so);
// - finish() gives an unfinished event whose data is complete in itself.
class SseParser
{
public:
    enum class Fault { None, LineTooLong, EventTooLong };

    explicit SseParser(const SseLimits &limits = {}) : m_limits(limits) {}

    // The events that `chunk` completes; the rest waits. Nothing after a fault.
    QList<SseEvent> feed(QByteArrayView chunk);
    // The stream is over. What is left counts if it is "[DONE]" or whole JSON; else it is dropped.
    QList<SseEvent> finish();
    Fault fault() const { return m_fault; }
    // finish() found data that was not whole: the stream broke off inside an event.
    bool endedInsideEvent() const { return m_endedInsideEvent; }

private:
    QByteArrayView withoutByteOrderMark(QByteArrayView chunk);
    void feedLines(QByteArrayView chunk, QList<SseEvent> &events);
    void keepUnfinishedLine(QByteArrayView piece);
    void processLine(QByteArrayView line, QList<SseEvent> &events);
    void processField(QByteArrayView field, QByteArrayView value, QList<SseEvent> &events);
    void appendData(QByteArrayView value);
    void dispatch(QList<SseEvent> &events);

    SseLimits m_limits;
    QByteArray m_line;             // the unfinished line
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_lastEventId;
    int m_markBytes = 0;           // bytes of a byte order mark seen so far
    bool m_atStart = true;         // a byte order mark may still come
    bool m_skipLf = false;         // the last byte was CR; an LF now belongs to it
    bool m_hasData = false;        // a data line came, perhaps an empty one
    bool m_endedInsideEvent = false;
    Fault m_fault = Fault::None;
};
