// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

struct HttpRequest
{
    QByteArray method;
    QByteArray target;           // as sent, with the query
    int minorVersion = 1;        // HTTP/1.0 or HTTP/1.1
    QList<std::pair<QByteArray, QByteArray>> headers;   // names in lower case
    QByteArray body;

    QByteArray path() const;     // without the query
    QByteArray header(QByteArrayView lowerCaseName) const;   // the first of that name; empty when there is none
    bool keepsAlive() const;
};

// Why a request cannot be read: the status to answer with and a sentence.
struct HttpFailure
{
    int status = 400;
    QString text;
};

// Reads HTTP/1.1 requests out of bytes that arrive in any pieces (RFC 9112). Knows nothing of sockets.
// What follows a complete request stays and becomes the next one after take(). A failure is final.
class HttpRequestParser
{
public:
    struct Limits
    {
        qsizetype headBytes = 64 * 1024;
        qsizetype bodyBytes = 128 * 1024 * 1024;
    };

    HttpRequestParser() = default;
    explicit HttpRequestParser(const Limits &limits) : m_limits(limits) {}

    void feed(QByteArrayView bytes);
    bool isComplete() const { return m_state == State::Complete; }
    const std::optional<HttpFailure> &failure() const { return m_failure; }
    HttpRequest take();

    // True once per request whose sender waits for "100 Continue" before it sends the body.
    bool takeContinueWish();

private:
    enum class State { RequestLine, Headers, Body, ChunkSize, ChunkData, ChunkEnd, Trailers, Complete, Failed };

    void advance();
    bool step();
    std::optional<QByteArray> takeLine();
    bool readRequestLine();
    bool readHeader();
    bool readBody();
    bool readChunkSize();
    bool readChunkData();
    bool readChunkEnd();
    bool readTrailer();
    bool beginBody();
    bool beginSizedBody(const QByteArray &length);
    bool fail(int status, const QString &text);

    Limits m_limits;
    State m_state = State::RequestLine;
    HttpRequest m_request;
    QByteArray m_buffer;
    qsizetype m_position = 0;      // in the buffer: what stands before it is done
    qsizetype m_headBytes = 0;
    qint64 m_remaining = 0;        // of the body or of the chunk
    bool m_wantsContinue = false;
    std::optional<HttpFailure> m_failure;
};
