// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"
#include "errorfromreply.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <functional>

// One small GET in the network thread. Calls `done` once and deletes itself; deleting it earlier ends it silently.
// A reply with any status is a value; an Error is no reply.
class Fetch : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(Result<ReplyFacts>)>;
    static void start(QObject *parent, const Endpoint &endpoint, const ApiKey &key, const QString &path, Callback done);

private:
    Fetch(QObject *parent, const Endpoint &endpoint, const ApiKey &key, const QString &path, Callback done);
    void read();
    void replyFinished();
    void end(Result<ReplyFacts> result);

    ApiKey m_key;
    Callback m_done;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply;
    QTimer m_clock;
    QTimer m_deadline;       // a server that never stops talking ends too
    Wait m_wait = Wait::Connect;
    QByteArray m_body;
    QStringList m_tlsErrors;
    bool m_hasEnded = false;
};
