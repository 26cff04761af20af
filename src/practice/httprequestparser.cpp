// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "httprequestparser_p.h"

#include <algorithm>

namespace {
bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView Marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || Marks.contains(c);
    });
}

// Everything before the first mark; the whole text where there is none.
QByteArray before(const QByteArray &text, char mark)
{
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? text : text.left(at);
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
}

QByteArray HttpRequest::path() const
{
    return before(target, '?');
}

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool HttpRequest::keepsAlive() const
{
    const QByteArray connection = header("connection").toLower();
    return minorVersion >= 1 ? !connection.contains("close") : connection.contains("keep-alive");
}

void HttpRequestParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Failed)
        return;
    m_buffer.append(bytes);
    advance();
}

HttpRequest HttpRequestParser::take()
{
    HttpRequest request = std::exchange(m_request, {});
    m_state = State::RequestLine;
    m_headBytes = 0;
    m_wantsContinue = false;
    advance();
    return request;
}

bool HttpRequestParser::takeContinueWish()
{
    return std::exchange(m_wantsContinue, false);
}

void HttpRequestParser::advance()
{
    while (step()) { }
    m_buffer.remove(0, m_position);
    m_position = 0;
}

bool HttpRequestParser::step()
{
    switch (m_state) {
    case State::RequestLine: return readRequestLine();
    case State::Headers:     return readHeader();
    case State::Body:        return readBody();
    case State::ChunkSize:   return readChunkSize();
    case State::ChunkData:   return readChunkData();
    case State::ChunkEnd:    return readChunkEnd();
    case State::Trailers:    return readTrailer();
    case State::Complete:
    case State::Failed:      return false;
    }
    return false;
}

// A line of the head, the trailers or a chunk's size; all of them count against the limit of the head.
std::optional<QByteArray> HttpRequestParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n', m_position);
    const qsizetype length = (end < 0 ? m_buffer.size() : end + 1) - m_position;
    if (m_headBytes + length > m_limits.headBytes) {
        fail(431, QStringLiteral("The head of the request is too long."));
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    m_headBytes += length;
    QByteArray line = m_buffer.mid(m_position, length - 1);
    m_position = end + 1;
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool HttpRequestParser::readRequestLine()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty())
        return true;   // RFC 9112 2.2: an empty line before a request is skipped
    const QList<QByteArray> words = line->split(' ');
    if (words.size() != 3 || !isToken(words.at(0)) || !words.at(1).startsWith('/') || !words.at(2).startsWith("HTTP/"))
        return fail(400, QStringLiteral("The first line is no HTTP request."));
    if (words.at(2) != "HTTP/1.1" && words.at(2) != "HTTP/1.0")
        return fail(505, QStringLiteral("Only HTTP/1.0 and HTTP/1.1 are spoken here."));
    m_request.method = words.at(0);
    m_request.target = words.at(1);
    m_request.minorVersion = words.at(2).endsWith('1') ? 1 : 0;
    m_state = State::Headers;
    return true;
}

bool HttpRequestParser::readHeader()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty())
        return beginBody();
    const qsizetype colon = line->indexOf(':');
    if (colon < 0 || !isToken(QByteArrayView(*line).first(colon)))
        return fail(400, QStringLiteral("A header line is malformed."));
    m_request.headers.emplaceBack(line->left(colon).toLower(), line->mid(colon + 1).trimmed());
    return true;
}

bool HttpRequestParser::beginBody()
{
    const QByteArray encoding = m_request.header("transfer-encoding").toLower();
    const QByteArray length = m_request.header("content-length");
    if (m_request.minorVersion >= 1 && m_request.header("host").isEmpty())
        return fail(400, QStringLiteral("The Host header is missing."));
    // Two lengths for one body are how requests are smuggled past a proxy.
    if (!encoding.isEmpty() && !length.isEmpty())
        return fail(400, QStringLiteral("Content-Length and Transfer-Encoding exclude each other."));
    if (!encoding.isEmpty() && encoding != "chunked")
        return fail(501, QStringLiteral("Of the transfer encodings only chunked is known."));
    if (encoding.isEmpty() && length.isEmpty()) {
        m_state = State::Complete;
        return false;
    }
    if (!length.isEmpty() && !beginSizedBody(length))
        return false;
    if (!encoding.isEmpty())
        m_state = State::ChunkSize;
    m_wantsContinue = m_request.header("expect").toLower() == "100-continue";
    return true;
}

bool HttpRequestParser::beginSizedBody(const QByteArray &length)
{
    for (const auto &[name, value] : m_request.headers) {
        if (name == "content-length" && value != length)
            return fail(400, QStringLiteral("Content-Length is given twice with different values."));
    }
    if (!isDigits(length))
        return fail(400, QStringLiteral("Content-Length is no number."));
    bool fits = false;
    m_remaining = length.toLongLong(&fits);
    if (!fits || m_remaining > m_limits.bodyBytes)
        return fail(413, QStringLiteral("The body is too large."));
    m_state = State::Body;
    return true;
}

bool HttpRequestParser::readBody()
{
    const qint64 available = std::min<qint64>(m_remaining, m_buffer.size() - m_position);
    m_request.body.append(QByteArrayView(m_buffer).sliced(m_position, available));
    m_position += available;
    m_remaining -= available;
    if (m_remaining == 0)
        m_state = State::Complete;
    return false;
}

bool HttpRequestParser::readChunkSize()
{
    m_headBytes = 0;   // each chunk may have its own line
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    bool isNumber = false;
    const QByteArray digits = before(*line, ';').trimmed();
    const qint64 size = digits.toLongLong(&isNumber, 16);
    if (!isNumber || size < 0 || digits.startsWith('+'))
        return fail(400, QStringLiteral("The size of a chunk is no number."));
    if (size > m_limits.bodyBytes - m_request.body.size())
        return fail(413, QStringLiteral("The body is too large."));
    m_remaining = size;
    m_state = size == 0 ? State::Trailers : State::ChunkData;
    return true;
}

bool HttpRequestParser::readChunkData()
{
    const qint64 available = std::min<qint64>(m_remaining, m_buffer.size() - m_position);
    m_request.body.append(QByteArrayView(m_buffer).sliced(m_position, available));
    m_position += available;
    m_remaining -= available;
    if (m_remaining > 0)
        return false;
    m_state = State::ChunkEnd;
    return true;
}

bool HttpRequestParser::readChunkEnd()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (!line->isEmpty())
        return fail(400, QStringLiteral("A chunk is longer than it says."));
    m_state = State::ChunkSize;
    return true;
}

bool HttpRequestParser::readTrailer()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    if (line->isEmpty())
        m_state = State::Complete;
    return !line->isEmpty();
}

bool HttpRequestParser::fail(int status, const QString &text)
{
    m_state = State::Failed;
    m_failure = HttpFailure { status, text };
    return false;
}
