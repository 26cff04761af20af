// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httprequestparser_p.h"

class QIODevice;

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

// Writes the one reply to a request: whole, or as a stream in chunked encoding (to an HTTP/1.0 client as plain bytes
// that end with the connection).
class HttpReply
{
public:
    HttpReply(QIODevice &device, const HttpRequest &request);
    // To something that could not be read as a request; the connection ends after it.
    explicit HttpReply(QIODevice &device) : m_device(&device) {}

    void send(int status, const QByteArray &contentType, const QByteArray &body, const HttpHeaders &headers = {});
    void beginStream(const QByteArray &contentType, const HttpHeaders &headers = {});
    void write(const QByteArray &piece);
    void endStream();

    // Whether the connection can take another request after this reply.
    bool keepsAlive() const { return m_keepsAlive; }
    // Bytes that the client has not taken yet.
    qint64 backlog() const;

private:
    void writeHead(int status, const QByteArray &contentType, const HttpHeaders &headers);

    QIODevice *m_device = nullptr;
    bool m_keepsAlive = false;
    bool m_isChunked = false;
    bool m_headOnly = false;
};
