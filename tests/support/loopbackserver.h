// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

// A request as it came over the wire.
struct RecordedRequest
{
    QByteArray method;
    QByteArray path;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray header(QByteArrayView name) const;
};

// What a server does on a connection, step by step.
struct ScriptStep
{
    enum class Kind { Send, Wait, Repeat, Close, Reset, Hang };
    Kind kind = Kind::Send;
    QByteArray bytes;                          // Send; Repeat sends it again and again, until the client goes
    std::chrono::milliseconds pause {};        // Wait; between two Repeats
};

// An answer in steps. Builders append and return the script, so that one reads as what happens.
struct ServerScript
{
    QList<ScriptStep> steps;

    ServerScript &send(const QByteArray &bytes);
    ServerScript &inPieces(const QByteArray &bytes, qsizetype size, std::chrono::milliseconds pause = {});
    ServerScript &wait(std::chrono::milliseconds pause);
    ServerScript &repeat(const QByteArray &bytes, std::chrono::milliseconds pause);
    ServerScript &close();
    ServerScript &reset();
    ServerScript &hang();
};

// A whole HTTP/1.1 reply with Content-Length.
QByteArray httpReply(int status, const QByteArray &type, const QByteArray &body, const QByteArray &moreHeaders = {});
// The head of a chunked event stream, and one chunk.
QByteArray streamHead(const QByteArray &moreHeaders = {});
QByteArray chunk(const QByteArray &data);
QByteArray lastChunk();
// One event of a completion.
QByteArray textEvent(const QByteArray &text);
QByteArray finishEvent(const QByteArray &reason = "stop");
QByteArray usageEvent();
QByteArray doneEvent();

// The test double of the wire: a real server on 127.0.0.1, in the thread that makes it. Records every request. Answers
// like a good server, or with a named fault: one for all (setFault), or chosen by the request - by a path segment
// (/fault/NAME/v1/...), by the header X-Fault, or by the model "fault:NAME".
class LoopbackServer : public QObject
{
    Q_OBJECT
public:
    explicit LoopbackServer(QObject *parent = nullptr);

    bool listen(quint16 port = 0);
    void stopListening() { m_server.close(); }
    quint16 port() const { return m_server.serverPort(); }
    QUrl baseUrl(const QString &fault = {}) const;

    void setFault(const QByteArray &name) { m_fault = name; }
    // The next requests get these answers, in order; then the usual ones again.
    void enqueue(const ServerScript &script) { m_queue.append(script); }
    void answerPath(const QByteArray &pathEnd, const ServerScript &script) { m_byPath.insert(pathEnd, script); }

    const QList<RecordedRequest> &requests() const { return m_requests; }
    int postCount() const;
    int connectionCount() const { return m_connectionCount; }
    int openConnections() const { return m_openConnections; }

Q_SIGNALS:
    void requestReceived();
    void connectionClosed();

private:
    void accept();
    ServerScript scriptFor(const RecordedRequest &request);
    friend class LoopbackConnection;

    QTcpServer m_server;
    QByteArray m_fault;
    QList<ServerScript> m_queue;
    QHash<QByteArray, ServerScript> m_byPath;
    QList<RecordedRequest> m_requests;
    int m_connectionCount = 0;
    int m_openConnections = 0;
};
