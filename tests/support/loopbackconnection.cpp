// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "loopbackconnection.h"

#include "loopbackfaults.h"

#include <sys/socket.h>

LoopbackConnection::LoopbackConnection(LoopbackServer &server, QTcpSocket *socket)
    : QObject(&server), m_server(server), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LoopbackConnection::play);
    connect(m_socket, &QTcpSocket::readyRead, this, &LoopbackConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &LoopbackConnection::gone);
}

void LoopbackConnection::read()
{
    m_input += m_socket->readAll();
    if (m_isPlaying || (!m_hasHead && !readHead()))
        return;
    const qsizetype length = m_request.header("content-length").toLongLong();
    const bool answersEarly = loopbackFaultAnswersEarly(m_request.path);
    if (m_input.size() < length && !answersEarly)
        return;
    m_request.body = m_input.first(qMin(length, m_input.size()));
    m_input = m_input.sliced(m_request.body.size());
    m_server.m_requests.append(m_request);
    m_steps = m_server.scriptFor(m_request).steps;
    m_isPlaying = true;
    Q_EMIT m_server.requestReceived();
    play();
}

bool LoopbackConnection::readHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_input.first(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    m_request = {};
    m_request.method = words.value(0);
    m_request.path = words.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        m_request.headers.append({ line.first(qMax<qsizetype>(colon, 0)).trimmed(), line.sliced(colon + 1).trimmed() });
    }
    m_input = m_input.sliced(end + 4);
    m_hasHead = true;
    return true;
}

void LoopbackConnection::play()
{
    while (!m_steps.isEmpty()) {
        const ScriptStep step = m_steps.first();
        if (step.kind == ScriptStep::Kind::Repeat) {
            // A client that does not read must not fill this process.
            if (m_socket->bytesToWrite() < 1024 * 1024)
                m_socket->write(step.bytes);
            m_pause.start(step.pause);
            return;
        }
        m_steps.removeFirst();
        switch (step.kind) {
        case ScriptStep::Kind::Send:
            m_socket->write(step.bytes);
            break;
        case ScriptStep::Kind::Wait:
            m_pause.start(step.pause);
            return;
        case ScriptStep::Kind::Close:
            m_steps.clear();
            m_socket->disconnectFromHost();
            return;
        case ScriptStep::Kind::Reset:
            reset();
            return;
        case ScriptStep::Kind::Hang:
        case ScriptStep::Kind::Repeat:
            return;
        }
    }
    m_isPlaying = false;
    m_hasHead = false;
    if (!m_input.isEmpty())
        read();
}

// A close with unsent data discarded is a reset on the wire. What was sent before must be out first.
void LoopbackConnection::reset()
{
    m_steps.clear();
    while (m_socket->bytesToWrite() > 0 && m_socket->flush()) { }
    const linger discard { 1, 0 };
    setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
    m_socket->abort();
}

void LoopbackConnection::gone()
{
    m_pause.stop();
    m_steps.clear();
    --m_server.m_openConnections;
    Q_EMIT m_server.connectionClosed();
    deleteLater();
}
