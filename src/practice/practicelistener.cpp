// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicelistener_p.h"

#include "practiceconnection_p.h"

#include <QTcpSocket>

namespace {
constexpr int MaxConnections = 100;
}

PracticeListener::PracticeListener(QObject *parent)
    : QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, &PracticeListener::acceptClients);
}

void PracticeListener::acceptClients()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        if (m_connections >= MaxConnections) {
            delete socket;
            continue;
        }
        ++m_connections;
        auto *connection = new PracticeConnection(socket, m_answers, this);
        connect(connection, &QObject::destroyed, this, [this] { --m_connections; });
    }
}
