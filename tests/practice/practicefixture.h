// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practiceserver.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>

#include <memory>

// What a client has read of one streamed answer.
struct Streamed
{
    QString text;
    QString reasoning;
    QString refusal;
    QString toolName;
    QString toolArguments;
    QString finishReason;
    QJsonObject usage;
    QJsonObject error;
    int pieces = 0;
    bool isDone = false;
};

inline void addDelta(const QJsonObject &choice, Streamed &answer)
{
    const QJsonObject delta = choice.value(QStringLiteral("delta")).toObject();
    const QString text = delta.value(QStringLiteral("content")).toString();
    answer.pieces += text.isEmpty() ? 0 : 1;
    answer.text += text;
    answer.reasoning += delta.value(QStringLiteral("reasoning_content")).toString();
    answer.refusal += delta.value(QStringLiteral("refusal")).toString();
    const QJsonObject function = delta.value(QStringLiteral("tool_calls")).toArray().at(0).toObject()
                                     .value(QStringLiteral("function")).toObject();
    answer.toolName += function.value(QStringLiteral("name")).toString();
    answer.toolArguments += function.value(QStringLiteral("arguments")).toString();
    if (choice.value(QStringLiteral("finish_reason")).isString())
        answer.finishReason = choice.value(QStringLiteral("finish_reason")).toString();
}

inline Streamed readStream(const QByteArray &body)
{
    Streamed answer;
    for (const QByteArray &event : body.split('\n')) {
        if (!event.startsWith("data: "))
            continue;
        if (event == "data: [DONE]") {
            answer.isDone = true;
            continue;
        }
        const QJsonObject chunk = QJsonDocument::fromJson(event.mid(6)).object();
        addDelta(chunk.value(QStringLiteral("choices")).toArray().at(0).toObject(), answer);
        if (chunk.contains(QStringLiteral("usage")))
            answer.usage = chunk.value(QStringLiteral("usage")).toObject();
        if (chunk.contains(QStringLiteral("error")))
            answer.error = chunk.value(QStringLiteral("error")).toObject();
    }
    return answer;
}

inline QJsonObject message(const char *role, const QJsonValue &content)
{
    return { { QStringLiteral("role"), QString::fromLatin1(role) }, { QStringLiteral("content"), content } };
}

inline QJsonObject body(const QJsonArray &messages, bool stream = true, const char *model = "practice-vision")
{
    return { { QStringLiteral("model"), QString::fromLatin1(model) },
             { QStringLiteral("stream"), stream },
             { QStringLiteral("stream_options"), QJsonObject { { QStringLiteral("include_usage"), true } } },
             { QStringLiteral("messages"), messages } };
}

inline QJsonObject question(const QString &text, bool stream = true)
{
    return body({ message("user", text) }, stream);
}

inline QJsonObject picturePart(const QByteArray &bytes, const char *type)
{
    const QString url = QStringLiteral("data:%1;base64,%2").arg(QLatin1StringView(type), QString::fromLatin1(bytes.toBase64()));
    return { { QStringLiteral("type"), QStringLiteral("image_url") },
             { QStringLiteral("image_url"), QJsonObject { { QStringLiteral("url"), url },
                                                          { QStringLiteral("detail"), QStringLiteral("high") } } } };
}

inline QByteArray encoded(const QSize &size, const QColor &colour, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return bytes;
}

// A running practice server and a client of it, by Qt's access manager or over a bare socket.
class PracticeFixture
{
public:
    // Whether the server runs.
    bool start()
    {
        auto started = PracticeServer::start();
        if (started)
            server = std::move(started).value();
        return server != nullptr;
    }

    QNetworkRequest request(const char *path) const
    {
        QNetworkRequest request(QUrl(server->baseUrl().toString() + QString::fromLatin1(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return request;
    }

    QNetworkReply *get(const char *path)
    {
        return network->get(request(path));
    }

    QNetworkReply *ask(const QJsonObject &body)
    {
        return network->post(request("/chat/completions"), QJsonDocument(body).toJson());
    }

    QJsonObject getJson(const char *path)
    {
        QNetworkReply *reply = get(path);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait())
            return {};
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    Streamed streamed(const QJsonObject &body)
    {
        QNetworkReply *reply = ask(body);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait(60'000))
            return {};
        return readStream(reply->readAll());
    }

    // Sends bytes over a bare socket and returns what comes back until the server closes or a whole reply is there.
    QByteArray rawExchange(const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(server->baseUrl().host(), static_cast<quint16>(server->baseUrl().port()));
        if (!socket.waitForConnected())
            return {};
        socket.write(bytes);
        QByteArray answer;
        while (!answer.contains("\r\n\r\n{") && socket.waitForReadyRead())
            answer += socket.readAll();
        return answer;
    }

    quint16 port() const { return static_cast<quint16>(server->baseUrl().port()); }

    std::unique_ptr<PracticeServer> server;
    std::unique_ptr<QNetworkAccessManager> network = std::make_unique<QNetworkAccessManager>();
};
