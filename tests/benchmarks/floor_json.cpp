// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The floor `json`: one streamed completion, events split and parsed, the text dropped. Prints a line at the first
// delta and one at the end, each with the CPU time so far: `first_delta MS` and `reply_end MS TOKENS`.

#include "processcpu.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <cstdio>

namespace {

// Counts the deltas of the whole events in `buffer` and removes them from it.
qint64 parseEvents(QByteArray &buffer)
{
    qint64 tokens = 0;
    qsizetype begin = 0;
    for (qsizetype end = buffer.indexOf("\n\n", begin); end >= 0; end = buffer.indexOf("\n\n", begin)) {
        const QByteArray payload = buffer.mid(begin + 6, end - begin - 6);
        begin = end + 2;
        const QJsonObject choice = QJsonDocument::fromJson(payload).object().value(QLatin1StringView("choices")).toArray().at(0).toObject();
        if (!choice.value(QLatin1StringView("delta")).toObject().value(QLatin1StringView("content")).toString().isEmpty())
            ++tokens;
    }
    buffer.remove(0, begin);
    return tokens;
}

}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: floor_json BASE_URL\n", stderr);
        return 2;
    }
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(QString::fromLocal8Bit(argv[1]) + QStringLiteral("/chat/completions")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = manager.post(request, R"({"model":"bench","stream":true,"messages":[{"role":"user","content":"go"}]})");
    QByteArray buffer;
    qint64 tokens = 0;
    QObject::connect(reply, &QNetworkReply::readyRead, &application, [&] {
        if (tokens == 0) {
            std::printf("first_delta %.3f\n", processCpuMs());
            std::fflush(stdout);
        }
        buffer += reply->readAll();
        tokens += parseEvents(buffer);
    });
    QObject::connect(reply, &QNetworkReply::finished, &application, [&] {
        std::printf("reply_end %.3f %lld\n", processCpuMs(), static_cast<long long>(tokens));
        application.exit(reply->error() == QNetworkReply::NoError ? 0 : 1);
    });
    return application.exec();
}
