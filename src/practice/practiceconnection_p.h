// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpreply_p.h"
#include "httprequestparser_p.h"

#include <QObject>
#include <QTimer>

class PracticeAnswers;
class PracticeCompletion;
class QJsonObject;
class QTcpSocket;
struct PracticeFailure;

// One client: reads requests one after the other and answers each before the next. Deletes itself at the end.
class PracticeConnection : public QObject
{
    Q_OBJECT
public:
    // Takes the socket over. `answers` is shared by all connections and outlives them.
    PracticeConnection(QTcpSocket *socket, PracticeAnswers &answers, QObject *parent);

private:
    void readMore();
    void handleRequests();
    void answer(const HttpRequest &request);
    void answerGet(const HttpRequest &request);
    void answerModel(const HttpRequest &request, const QString &id, bool inDetail);
    void answerCompletion(const HttpRequest &request);
    void sendJson(const HttpRequest &request, const QJsonObject &body);
    void sendFailure(HttpReply reply, const PracticeFailure &failure, HttpHeaders headers = {});
    void finish(const HttpReply &reply);
    void closeGently();
    bool isForUs(const HttpRequest &request) const;

    QTcpSocket *m_socket = nullptr;
    PracticeAnswers &m_answers;
    HttpRequestParser m_parser;
    PracticeCompletion *m_completion = nullptr;
    QTimer m_idleTimer;
    bool m_isClosing = false;
};
