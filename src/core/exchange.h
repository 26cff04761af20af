// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <utility>

using HeaderLines = QList<std::pair<QByteArray, QByteArray>>;

// One event of a reply, when it came, and how it began.
struct ExchangeEvent
{
    qint64 ms = 0;              // since the request was begun
    qint64 byteCount = 0;
    QByteArray start;           // the first bytes
    bool operator==(const ExchangeEvent &) const = default;
};

// What was sent for an answer and what came back, for looking into it. Secrets are masked when it is made; pictures are
// named by their size; long replies are cut. Times are milliseconds since the request was begun; -1: never.
struct Exchange
{
    QByteArray method = "POST";
    QUrl url;
    HeaderLines requestHeaders;
    QByteArray requestBody;
    qint64 requestBytes = 0;
    int status = 0;             // 0: no reply
    HeaderLines replyHeaders;
    QByteArray replyBody;
    qint64 replyBytes = 0;
    qint64 connectedMs = -1;
    qint64 sentMs = -1;
    qint64 firstByteMs = -1;
    qint64 firstDeltaMs = -1;
    qint64 endMs = -1;
    qint64 shownTokens = -1;    // of what came as text, calls and thinking; -1: nothing came
    bool isEstimated = false;   // shownTokens, where the server did not count
    double serverRate = 0;      // tokens a second by the server's own clock; 0: not said
    QList<ExchangeEvent> events;
    QString outcome;            // the error's words; empty: it went well, or still runs
    bool isForTitle = false;    // asked beside the answer, for a title of the conversation
    bool operator==(const Exchange &) const = default;
};
Q_DECLARE_METATYPE(Exchange)

// "Authorization" and its like, whatever the server calls them.
bool isSecretHeader(const QByteArray &name);
// The request as a command for a shell. The key is taken from the environment there.
QString curlCommand(const Exchange &exchange);
