// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "httpreply_p.h"

#include <QIODevice>

namespace {
QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 307: return "Temporary Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default:  return "Practice";
    }
}
}

HttpReply::HttpReply(QIODevice &device, const HttpRequest &request)
    : m_device(&device)
    , m_keepsAlive(request.keepsAlive())
    , m_isChunked(request.minorVersion >= 1)
    , m_headOnly(request.method == "HEAD")
{
}

void HttpReply::send(int status, const QByteArray &contentType, const QByteArray &body, const HttpHeaders &headers)
{
    HttpHeaders all = headers;
    all.emplaceBack("Content-Length", QByteArray::number(body.size()));
    writeHead(status, contentType, all);
    if (!m_headOnly)
        m_device->write(body);
}

void HttpReply::beginStream(const QByteArray &contentType, const HttpHeaders &headers)
{
    HttpHeaders all = headers;
    all.emplaceBack("Cache-Control", "no-cache");
    if (m_isChunked)
        all.emplaceBack("Transfer-Encoding", "chunked");
    else
        m_keepsAlive = false;
    writeHead(200, contentType, all);
}

void HttpReply::write(const QByteArray &piece)
{
    if (piece.isEmpty())
        return;   // an empty chunk would be the end
    if (!m_isChunked) {
        m_device->write(piece);
        return;
    }
    m_device->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
}

void HttpReply::endStream()
{
    if (m_isChunked)
        m_device->write("0\r\n\r\n");
}

qint64 HttpReply::backlog() const
{
    return m_device->bytesToWrite();
}

void HttpReply::writeHead(int status, const QByteArray &contentType, const HttpHeaders &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    head += "Server: grackle-practice\r\nContent-Type: " + contentType + "\r\n";
    head += m_keepsAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    m_device->write(head + "\r\n");
}
