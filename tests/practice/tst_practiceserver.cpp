// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicefixture.h"
#include "practicequestion_p.h"

#include <QTest>

class TestPracticeServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void itListensOnLoopbackOnly();
    void modelsAreListed();
    void languageModelsSayWhatTheyCan();
    void theKeyProbeAcceptsEveryKeyAndNone();
    void thePageListsEveryWord();
    void slowAnswersComeInManyReads();
    void aLongAnswerArrivesWhole();
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void wrongBodiesAreRefused_data();
    void wrongBodiesAreRefused();
    void malformedHttpGetsA400();
    void requestsOfWebPagesAreTurnedAway();
    void aConnectionServesManyRequests();
    void aClientThatWaitsForContinueIsAnswered();
    void anOldClientGetsPlainBytes();
    void twoClientsAtOnceGetTheirOwnAnswers();
    void destructionWhileStreamingEndsTheConnection();

private:
    std::unique_ptr<PracticeFixture> m_practice;
};

void TestPracticeServer::init()
{
    m_practice = std::make_unique<PracticeFixture>();
    QVERIFY(m_practice->start());
}

void TestPracticeServer::cleanup()
{
    m_practice.reset();
}

void TestPracticeServer::itListensOnLoopbackOnly()
{
    const QUrl url = m_practice->server->baseUrl();

    QCOMPARE(url.scheme(), QStringLiteral("http"));
    QCOMPARE(url.host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(url.path(), QStringLiteral("/v1"));
    QVERIFY(url.port() > 0);
}

void TestPracticeServer::modelsAreListed()
{
    const QJsonArray models = m_practice->getJson("/models").value(QStringLiteral("data")).toArray();

    QStringList ids;
    for (const QJsonValue &model : models)
        ids.append(model.toObject().value(QStringLiteral("id")).toString());
    QCOMPARE(ids, (QStringList { QStringLiteral("practice-vision"), QStringLiteral("practice-chat"),
                                 QStringLiteral("practice-thinker") }));
    QCOMPARE(m_practice->getJson("/models/practice-chat").value(QStringLiteral("id")).toString(), QStringLiteral("practice-chat"));
}

void TestPracticeServer::languageModelsSayWhatTheyCan()
{
    const QJsonArray models = m_practice->getJson("/language-models").value(QStringLiteral("models")).toArray();

    QCOMPARE(models.size(), 3);
    const QJsonObject vision = models.at(0).toObject();
    QCOMPARE(vision.value(QStringLiteral("input_modalities")).toArray(), (QJsonArray { QStringLiteral("text"), QStringLiteral("image") }));
    QCOMPARE(vision.value(QStringLiteral("completion_text_token_price")).toInt(), 60'000);
    QCOMPARE(models.at(1).toObject().value(QStringLiteral("input_modalities")).toArray(), QJsonArray { QStringLiteral("text") });
    const QJsonObject thinker = m_practice->getJson("/language-models/practice-thinker");
    QCOMPARE(thinker.value(QStringLiteral("capabilities")).toObject().value(QStringLiteral("reasoning_effort")).toArray().size(), 3);
}

void TestPracticeServer::theKeyProbeAcceptsEveryKeyAndNone()
{
    QCOMPARE(m_practice->getJson("/api-key").value(QStringLiteral("team_blocked")).toBool(true), false);

    QNetworkRequest withKey = m_practice->request("/api-key");
    withKey.setRawHeader("Authorization", "Bearer xai-anything");
    QNetworkReply *reply = m_practice->network->get(withKey);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(!reply->readAll().contains("anything"));
}

void TestPracticeServer::thePageListsEveryWord()
{
    QNetworkReply *reply = m_practice->network->get(QNetworkRequest(m_practice->server->baseUrl().resolved(QUrl(QStringLiteral("/")))));
    QTRY_VERIFY(reply->isFinished());
    const QString page = QString::fromUtf8(reply->readAll());

    QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>")));
    for (const PracticeWordInfo &info : practiceWords())
        QVERIFY2(page.contains(QString::fromLatin1(info.example).toHtmlEscaped()), info.name);
}

void TestPracticeServer::slowAnswersComeInManyReads()
{
    QNetworkReply *reply = m_practice->ask(question(QStringLiteral("slow 1 + 1")));
    QSignalSpy reads(reply, &QNetworkReply::readyRead);

    QTRY_VERIFY(reads.size() >= 4);

    QVERIFY(!reply->isFinished());
    reply->abort();
}

void TestPracticeServer::aLongAnswerArrivesWhole()
{
    const Streamed answer = m_practice->streamed(question(QStringLiteral("fast long 20000")));

    QVERIFY(answer.text.size() > 79'000);
    QVERIFY(answer.pieces > 10'000);
    QVERIFY(answer.text.contains(QStringLiteral("## Part 50")));
    QVERIFY(answer.isDone);
}

void TestPracticeServer::wrongRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");

    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/nothing") << QByteArray() << 404;
    QTest::newRow("unknown model") << QByteArray("GET") << QByteArray("/models/x") << QByteArray() << 404;
    QTest::newRow("get a completion") << QByteArray("GET") << QByteArray("/chat/completions") << QByteArray() << 405;
    QTest::newRow("delete the models") << QByteArray("DELETE") << QByteArray("/models") << QByteArray() << 405;
    QTest::newRow("no body") << QByteArray("POST") << QByteArray("/chat/completions") << QByteArray("application/json") << 415;
    QTest::newRow("text") << QByteArray("POST") << QByteArray("/chat/completions") << QByteArray("text/plain") << 415;
}

void TestPracticeServer::wrongRequestsAreRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, type);
    QFETCH(const int, status);

    QNetworkRequest asked = m_practice->request(path.constData());
    asked.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
    QNetworkReply *reply = m_practice->network->sendCustomRequest(asked, method, type == "text/plain" ? QByteArray("{}") : QByteArray());
    QTRY_VERIFY(reply->isFinished());

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QVERIFY(QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("error")).isString());
}

void TestPracticeServer::wrongBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");

    const QByteArray hello = R"("messages":[{"role":"user","content":"fast 1+1"}])";
    QTest::newRow("no json") << QByteArray("{\"model\":") << 400 << QStringLiteral("JSON");
    QTest::newRow("an array") << QByteArray("[]") << 400 << QStringLiteral("JSON");
    QTest::newRow("no model") << QByteArray("{" + hello + "}") << 422 << QStringLiteral("model");
    QTest::newRow("unknown model") << QByteArray("{\"model\":\"grok-9\"," + hello + "}") << 404 << QStringLiteral("grok-9 does not exist");
    QTest::newRow("no messages") << QByteArray(R"({"model":"practice-chat"})") << 422 << QStringLiteral("messages");
    QTest::newRow("empty messages") << QByteArray(R"({"model":"practice-chat","messages":[]})") << 400 << QStringLiteral("cannot be empty");
    QTest::newRow("empty content") << QByteArray(R"({"model":"practice-chat","messages":[{"role":"user","content":""}]})") << 400
                                   << QStringLiteral("at least one content element");
    QTest::newRow("unknown role") << QByteArray(R"({"model":"practice-chat","messages":[{"role":"king","content":"x"}]})") << 400
                                  << QStringLiteral("king");
    QTest::newRow("unknown part") << QByteArray(R"({"model":"practice-chat","messages":[{"role":"user","content":[{"type":"smell"}]}]})")
                                  << 400 << QStringLiteral("smell");
    QTest::newRow("bad base64")
        << QByteArray(R"({"model":"practice-vision","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,@@@"}}]}]})")
        << 400 << QStringLiteral("base64");
    QTest::newRow("no picture")
        << QByteArray(R"({"model":"practice-vision","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,aGVsbG8="}}]}]})")
        << 400 << QStringLiteral("only JPEG and PNG");
    QTest::newRow("effort without reasoning") << QByteArray("{\"model\":\"practice-chat\",\"reasoning_effort\":\"low\"," + hello + "}") << 400
                                              << QStringLiteral("Argument not supported on this model: reasoningEffort");
    QTest::newRow("stop with reasoning") << QByteArray("{\"model\":\"practice-thinker\",\"stop\":[\"x\"]," + hello + "}") << 400
                                         << QStringLiteral("Argument not supported on this model: stop");
    QTest::newRow("live search") << QByteArray("{\"model\":\"practice-chat\",\"search_parameters\":{}," + hello + "}") << 410
                                 << QStringLiteral("Live search");
}

void TestPracticeServer::wrongBodiesAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, status);
    QFETCH(const QString, text);

    QNetworkReply *reply = m_practice->network->post(m_practice->request("/chat/completions"), json);
    QTRY_VERIFY(reply->isFinished());
    const QString failure = QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("error")).toString();

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QVERIFY2(failure.contains(text), qPrintable(failure));
}

void TestPracticeServer::malformedHttpGetsA400()
{
    const QByteArray answer = m_practice->rawExchange("this is no request\r\n\r\n");

    QVERIFY(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"));
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.contains("invalid-argument"));

    QVERIFY(m_practice->rawExchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999\r\n\r\n").startsWith("HTTP/1.1 413 "));
}

void TestPracticeServer::requestsOfWebPagesAreTurnedAway()
{
    QVERIFY(m_practice->rawExchange("GET /v1/models HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 421 "));

    QNetworkRequest fromPage = m_practice->request("/models");
    fromPage.setRawHeader("Origin", "https://evil.example");
    QNetworkReply *reply = m_practice->network->get(fromPage);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 421);
}

void TestPracticeServer::aConnectionServesManyRequests()
{
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(m_practice->port()) + "\r\n";
    const QByteArray asked = QJsonDocument(question(QStringLiteral("fast 1 + 1"))).toJson();
    QTcpSocket socket;
    socket.connectToHost(m_practice->server->baseUrl().host(), m_practice->port());
    QVERIFY(socket.waitForConnected());

    // Three requests in one go: each is answered when the one before it is done.
    socket.write("GET /v1/api-key HTTP/1.1\r\n" + host + "\r\n"
                 "POST /v1/chat/completions HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n"
                 "Content-Length: " + QByteArray::number(asked.size()) + "\r\n\r\n" + asked
                 + "GET /v1/models HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);

    const qsizetype key = answer.indexOf("redacted_api_key");
    const qsizetype done = answer.indexOf("data: [DONE]");
    const qsizetype models = answer.indexOf("\"list\"");
    QVERIFY(key > 0);
    QVERIFY(done > key);
    QVERIFY(models > done);
}

void TestPracticeServer::aClientThatWaitsForContinueIsAnswered()
{
    const QByteArray asked = QJsonDocument(question(QStringLiteral("fast 1 + 1"))).toJson();
    QTcpSocket socket;
    socket.connectToHost(m_practice->server->baseUrl().host(), m_practice->port());
    QVERIFY(socket.waitForConnected());
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });

    socket.write("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost:" + QByteArray::number(m_practice->port())
                 + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                 + QByteArray::number(asked.size()) + "\r\n\r\n");
    QTRY_COMPARE(answer, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write(asked);

    QTRY_VERIFY(answer.contains("data: [DONE]"));
}

void TestPracticeServer::anOldClientGetsPlainBytes()
{
    const QByteArray asked = QJsonDocument(question(QStringLiteral("fast 1 + 1"))).toJson();
    QTcpSocket socket;
    socket.connectToHost(m_practice->server->baseUrl().host(), m_practice->port());
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/chat/completions HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(asked.size()) + "\r\n\r\n" + asked);
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);

    QVERIFY(!answer.contains("chunked"));
    QVERIFY(answer.endsWith("data: [DONE]\n\n"));
    QVERIFY(readStream(answer).text.startsWith(QStringLiteral("1 + 1 = **2**")));
}

void TestPracticeServer::twoClientsAtOnceGetTheirOwnAnswers()
{
    QNetworkAccessManager other;
    QNetworkReply *first = m_practice->ask(question(QStringLiteral("What is 10 + 1?")));
    QNetworkReply *second = other.post(m_practice->request("/chat/completions"),
                                       QJsonDocument(question(QStringLiteral("What is 20 + 2?"))).toJson());
    QSignalSpy firstReads(first, &QNetworkReply::readyRead);
    QSignalSpy secondReads(second, &QNetworkReply::readyRead);

    QTRY_VERIFY(firstReads.size() > 2 && secondReads.size() > 2);
    QVERIFY(!first->isFinished());
    QVERIFY(!second->isFinished());
    QTRY_VERIFY(first->isFinished() && second->isFinished());

    QVERIFY(readStream(first->readAll()).text.startsWith(QStringLiteral("10 + 1 = **11**")));
    QVERIFY(readStream(second->readAll()).text.startsWith(QStringLiteral("20 + 2 = **22**")));
}

void TestPracticeServer::destructionWhileStreamingEndsTheConnection()
{
    QNetworkReply *streaming = m_practice->ask(question(QStringLiteral("slow markdown")));
    QNetworkReply *silent = m_practice->ask(question(QStringLiteral("fast stall")));
    QSignalSpy reads(streaming, &QNetworkReply::readyRead);
    QSignalSpy silentReads(silent, &QNetworkReply::readyRead);
    QTRY_VERIFY(!reads.isEmpty() && !silentReads.isEmpty());

    m_practice->server.reset();

    QTRY_VERIFY(streaming->isFinished() && silent->isFinished());
    QVERIFY(!readStream(streaming->readAll()).isDone);
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
