// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QNetworkReply>
#include <QUrl>

#include <utility>

// What a server said, as far as an error needs it.
struct ReplyFacts
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QUrl url;
    // The first value of a header, whatever its case; empty: not sent.
    QByteArray header(QByteArrayView name) const;
};

// The server's own words in any of the eight shapes servers use (reference 11.1), without markup.
struct ServerWords
{
    QString text;
    QString code;
    int status = 0;      // a status code inside the body; 0: none
    bool isPage = false; // HTML
    bool isEmpty() const { return text.isEmpty() && code.isEmpty(); }
};
ServerWords serverWords(const QByteArray &body);
ServerWords serverWords(const QJsonValue &json);

// Any answer that is not a completion, a list or whatever was asked for: by status AND text, since the same status has
// several meanings (a wrong key is a 400 at xAI, an empty account a 429). Masks `key`.
Error errorFromReply(const ReplyFacts &reply, const ApiKey &key);

// An error object inside a 200 answer or in the stream. Without a status of its own it counts as a fault of the server.
Error errorFromWords(const ServerWords &words, const ApiKey &key);

// No answer at all, or one that broke off. `wasSent`: the request had left, so it may have been worked on.
Error errorFromNetwork(QNetworkReply::NetworkError code, const QString &text, const QUrl &url, bool wasSent, const ApiKey &key);

enum class Wait { Connect, Upload, Answer };
Error timedOut(Wait what, std::chrono::milliseconds limit);
Error protocolError(const QString &message, const QString &detail = {});
// The answer ended without finish reason or [DONE].
Error cutOff(const QString &detail = {});
