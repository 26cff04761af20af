// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "loopbackserver.h"

#include <QTimer>

// One connection of a LoopbackServer: reads requests, plays scripts. Goes when its socket does.
class LoopbackConnection : public QObject
{
    Q_OBJECT
public:
    LoopbackConnection(LoopbackServer &server, QTcpSocket *socket);

private:
    void read();
    bool readHead();
    void play();
    void reset();
    void gone();

    LoopbackServer &m_server;
    QTcpSocket *m_socket;
    QTimer m_pause;
    QByteArray m_input;
    RecordedRequest m_request;
    bool m_hasHead = false;
    bool m_isPlaying = false;
    QList<ScriptStep> m_steps;
};
