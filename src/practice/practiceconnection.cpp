// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practiceconnection_p.h"

#include "practiceanswers_p.h"
#include "practicecatalog_p.h"
#include "practicecompletion_p.h"

#include <QJsonDocument>
#include <QTcpSocket>

using namespace std::chrono_literals;

namespace {
constexpr auto IdleLimit = 60s;        // between requests and for the rest of one
constexpr auto DrainLimit = 2s;
constexpr qint64 ReadBuffer = 1024 * 1024;

bool isReading(const QByteArray &method)
{
    return method == "GET" || method == "HEAD";
}

PracticeFailure notFound()
{
    return { 404, QStringLiteral("not-found"), QStringLiteral("There is no such path on the practice server."), 0 };
}
}

PracticeConnection::PracticeConnection(QTcpSocket *socket, PracticeAnswers &answers, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_answers(answers)
{
    socket->setParent(this);
    socket->setReadBufferSize(ReadBuffer);   // what is not read stays with the sender
    m_idleTimer.setSingleShot(true);
    connect(socket, &QTcpSocket::readyRead, this, &PracticeConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_completion)
            m_completion->continueWriting();
    });
    connect(&m_idleTimer, &QTimer::timeout, this, [this] { m_socket->abort(); });
    m_idleTimer.start(IdleLimit);
    readMore();
}

void PracticeConnection::readMore()
{
    if (m_isClosing) {
        m_socket->readAll();
        return;
    }
    if (m_completion)
        return;   // one request at a time
    m_idleTimer.start(IdleLimit);
    m_parser.feed(m_socket->readAll());
    handleRequests();
}

void PracticeConnection::handleRequests()
{
    while (m_parser.isComplete() && !m_completion && !m_isClosing)
        answer(m_parser.take());
    // Nobody waits any more where the body has come already.
    if (!m_completion && !m_isClosing && m_parser.takeContinueWish())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (m_parser.failure() && !m_isClosing) {
        const HttpFailure failure = *m_parser.failure();
        sendFailure(HttpReply(*m_socket), { failure.status, QStringLiteral("invalid-argument"), failure.text, 0 });
    }
}

void PracticeConnection::answer(const HttpRequest &request)
{
    const QByteArray path = request.path();
    const bool isCompletion = path == "/v1/chat/completions" || path == "/v1/responses";
    if (!isForUs(request)) {
        sendFailure(HttpReply(*m_socket, request), { 421, QStringLiteral("invalid-argument"),
                    QStringLiteral("This practice server answers only to its address on this computer."), 0 });
    } else if (isCompletion && request.method == "POST") {
        answerCompletion(request);
    } else if (!isCompletion && isReading(request.method)) {
        answerGet(request);
    } else {
        sendFailure(HttpReply(*m_socket, request), { 405, QStringLiteral("invalid-argument"),
                    QStringLiteral("The method is not allowed here."), 0 },
                    { { "Allow", isCompletion ? "POST" : "GET, HEAD" } });
    }
}

// A web page in a browser on this computer can send requests here under a name of its own; it gets nothing.
bool PracticeConnection::isForUs(const HttpRequest &request) const
{
    const QByteArray host = request.header("host").toLower();
    const QByteArray port = ':' + QByteArray::number(m_socket->localPort());
    const bool isOurName = host == "127.0.0.1" + port || host == "localhost" + port || host.isEmpty();
    return isOurName && request.header("origin").isEmpty();
}

void PracticeConnection::answerGet(const HttpRequest &request)
{
    const QByteArray path = request.path();
    if (path == "/") {
        HttpReply reply(*m_socket, request);
        reply.send(200, "text/html; charset=utf-8", practicePage());
        finish(reply);
    } else if (path == "/v1/models") {
        sendJson(request, modelList());
    } else if (path == "/v1/language-models") {
        sendJson(request, languageModelList());
    } else if (path == "/v1/api-key") {
        sendJson(request, apiKeyInfo());
    } else if (path.startsWith("/v1/models/")) {
        answerModel(request, QString::fromUtf8(path.mid(11)), false);
    } else if (path.startsWith("/v1/language-models/")) {
        answerModel(request, QString::fromUtf8(path.mid(20)), true);
    } else {
        sendFailure(HttpReply(*m_socket, request), notFound());
    }
}

void PracticeConnection::answerModel(const HttpRequest &request, const QString &id, bool inDetail)
{
    const std::optional<PracticeModel> model = practiceModel(id);
    if (!model)
        sendFailure(HttpReply(*m_socket, request), notFound());
    else
        sendJson(request, inDetail ? languageModelEntry(*model) : modelEntry(*model));
}

void PracticeConnection::answerCompletion(const HttpRequest &request)
{
    const HttpReply reply(*m_socket, request);
    const QByteArray type = request.header("content-type").toLower();
    if (request.body.isEmpty() || !type.startsWith("application/json")) {
        sendFailure(reply, { 415, QStringLiteral("invalid-argument"),
                             QStringLiteral("Expected request with `Content-Type: application/json` and a body."), 0 });
        return;
    }
    auto body = readPracticeRequest(request.body, request.path() == "/v1/responses" ? PracticeApi::Responses : PracticeApi::ChatCompletions);
    if (!body) {
        sendFailure(reply, body.error());
        return;
    }
    auto script = m_answers.answer(body.value());
    if (!script) {
        sendFailure(reply, script.error());
        return;
    }
    m_idleTimer.stop();
    m_completion = new PracticeCompletion(body.value(), std::move(script).value(), reply, this);
    connect(m_completion, &PracticeCompletion::ended, this, [this] {
        m_completion->deleteLater();
        const HttpReply done = std::exchange(m_completion, nullptr)->reply();
        finish(done);
        readMore();
    });
    connect(m_completion, &PracticeCompletion::brokenOff, this, [this] {
        m_completion->deleteLater();
        m_completion = nullptr;
        closeGently();
    });
    m_completion->start();
}

void PracticeConnection::sendJson(const HttpRequest &request, const QJsonObject &body)
{
    HttpReply reply(*m_socket, request);
    reply.send(200, "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact));
    finish(reply);
}

void PracticeConnection::sendFailure(HttpReply reply, const PracticeFailure &failure, HttpHeaders headers)
{
    if (failure.retryAfterSeconds > 0)
        headers.emplaceBack("Retry-After", QByteArray::number(failure.retryAfterSeconds));
    headers += failure.headers;
    reply.send(failure.status, failure.contentType, failureBody(failure), headers);
    finish(reply);
}

void PracticeConnection::finish(const HttpReply &reply)
{
    if (!reply.keepsAlive())
        closeGently();
}

// Bytes of the client that nobody reads would turn the end of the connection into a reset, and the reset can swallow
// the reply. So what a client still sends after a failure is read and dropped for a moment.
void PracticeConnection::closeGently()
{
    m_isClosing = true;
    m_socket->readAll();
    if (m_parser.failure())
        m_idleTimer.start(DrainLimit);
    else
        m_socket->disconnectFromHost();
}
