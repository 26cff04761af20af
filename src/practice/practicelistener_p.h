// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practiceanswers_p.h"

#include <QTcpServer>

// Accepts clients on loopback. Lives in the server's thread.
class PracticeListener : public QTcpServer
{
    Q_OBJECT
public:
    explicit PracticeListener(QObject *parent = nullptr);

private:
    void acceptClients();

    PracticeAnswers m_answers;
    int m_connections = 0;
};
