// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "jobfixture.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QTest>

// What the client asks besides completions, and what it never says, over real sockets.
class ChatClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theModelsOfAServerAreListed();
    void aFailedListIsAnErrorOnce();
    void aListCutOffIsNoList();
    void serversOfThisComputerAreFoundByTheirPorts();
    void aListWithoutEndIsRefused();
    void aServerThatNeverAnswersTimesOut();
    void nothingIsCalledWhenTheContextIsGone();
    void aKeyIsProbedByTheFreeCall();
    void aKeyIsProbedByTheListWhereThereIsNoCall();
    void aServerWithNeitherIsReachableAndUnverified();
    void aWrongKeyIsTold();
    void noKeyAndNoSentenceReachesTheLog();
    void theClientGoesWhileItAsks();

private:
    Endpoint endpoint(const QString &fault = {}) const
    {
        Endpoint endpoint;
        endpoint.baseUrl = m_server->baseUrl(fault);
        endpoint.timeLimits = testLimits();
        return endpoint;
    }
    template<typename T>
    struct Answer
    {
        int calls = 0;
        std::optional<Result<T>> result;
        std::function<void(Result<T>)> taker() { return [this](Result<T> given) { ++calls; result = std::move(given); }; }
    };
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ChatClient> m_client;
};

void ChatClientTest::init()
{
    m_client = std::make_unique<ChatClient>(std::make_shared<MemoryBlobs>());
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

void ChatClientTest::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void ChatClientTest::theModelsOfAServerAreListed()
{
    Answer<QList<ModelInfo>> answer;

    m_client->listModels(endpoint(), testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QVERIFY(bool(*answer.result));
    QCOMPARE(answer.result->value().first().id, QStringLiteral("loopback-1"));
    QCOMPARE(*answer.result->value().first().promptPrice, 20'000);
    QCOMPARE(m_server->requests().last().method, "GET");
    QCOMPARE(m_server->requests().last().path, "/v1/models");
    QCOMPARE(m_server->requests().last().header("authorization"), "Bearer " + testKey().bytes());
}

void ChatClientTest::serversOfThisComputerAreFoundByTheirPorts()
{
    LoopbackServer page;
    LoopbackServer foreign;
    LoopbackServer silent;
    QVERIFY(page.listen() && foreign.listen() && silent.listen());
    page.setFault("200_html");
    foreign.setFault("not_http");
    silent.setFault("hang_before_head");
    quint16 closed = 0;
    {
        LoopbackServer gone;
        QVERIFY(gone.listen());
        closed = gone.port();
    }
    QList<EndpointPreset> presets;
    for (const quint16 port : { closed, page.port(), foreign.port(), silent.port(), m_server->port() }) {
        EndpointPreset preset;
        preset.name = QStringLiteral("at %1").arg(port);
        preset.address = QStringLiteral("http://127.0.0.1:%1/v1").arg(port);
        preset.needsKey = false;
        preset.isLocal = true;
        presets.append(preset);
    }
    // What is elsewhere is never asked.
    EndpointPreset remote;
    remote.address = QStringLiteral("https://api.example.invalid/v1");
    presets.append(remote);
    Answer<QList<Endpoint>> answer;

    m_client->findLocalServers(presets, this, answer.taker());

    QTRY_COMPARE_WITH_TIMEOUT(answer.calls, 1, 20'000);
    QVERIFY(bool(*answer.result));
    QCOMPARE(answer.result->value().size(), 1);
    QCOMPARE(answer.result->value().first().baseUrl, m_server->baseUrl());
    QCOMPARE(answer.result->value().first().timeLimits, TimeLimits());
    QVERIFY(!answer.result->value().first().needsKey);
    for (const LoopbackServer *server : { &page, &foreign, &silent, m_server.get() }) {
        QVERIFY(!server->requests().isEmpty());
        for (const RecordedRequest &request : server->requests()) {
            QCOMPARE(request.method, "GET");
            QVERIFY(request.header("authorization").isEmpty());
        }
    }
}

void ChatClientTest::aFailedListIsAnErrorOnce()
{
    Answer<QList<ModelInfo>> answer;

    m_client->listModels(endpoint(QStringLiteral("400_wrong_key")), testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QCOMPARE(answer.result->error().kind, ErrorKind::Unauthorized);
}

void ChatClientTest::aListCutOffIsNoList()
{
    m_server->enqueue(ServerScript().send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"data\":[]}").close());
    Answer<QList<ModelInfo>> answer;

    m_client->listModels(endpoint(), testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QCOMPARE(answer.result->error().kind, ErrorKind::ConnectionLost);
}

void ChatClientTest::aListWithoutEndIsRefused()
{
    using namespace std::chrono_literals;
    m_server->enqueue(ServerScript().send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n").repeat(QByteArray(512 * 1024, ' '), 0ms));
    Answer<QList<ModelInfo>> answer;

    m_client->listModels(endpoint(), testKey(), this, answer.taker());

    QTRY_COMPARE_WITH_TIMEOUT(answer.calls, 1, 30'000);
    QCOMPARE(answer.result->error().kind, ErrorKind::Protocol);
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void ChatClientTest::aServerThatNeverAnswersTimesOut()
{
    Endpoint silent = endpoint(QStringLiteral("hang_before_head"));
    silent.timeLimits.silence = std::chrono::milliseconds(200);
    Answer<QList<ModelInfo>> answer;

    m_client->listModels(silent, testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QCOMPARE(answer.result->error().kind, ErrorKind::TimedOut);
}

void ChatClientTest::nothingIsCalledWhenTheContextIsGone()
{
    Answer<QList<ModelInfo>> gone;
    auto context = std::make_unique<QObject>();
    m_client->listModels(endpoint(), testKey(), context.get(), gone.taker());
    context.reset();
    Answer<QList<ModelInfo>> later;
    QTRY_COMPARE(m_server->requests().size(), 1);

    m_client->listModels(endpoint(), testKey(), this, later.taker());

    QTRY_COMPARE(later.calls, 1);
    QCOMPARE(gone.calls, 0);
}

void ChatClientTest::aKeyIsProbedByTheFreeCall()
{
    Answer<KeyProbe> answer;

    m_client->probeKey(endpoint(), testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QVERIFY(answer.result->value().isVerified);
    QCOMPARE(answer.result->value().keyName, QStringLiteral("loopback"));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().last().path, "/v1/api-key");
    QCOMPARE(m_server->postCount(), 0);
}

void ChatClientTest::aKeyIsProbedByTheListWhereThereIsNoCall()
{
    m_server->answerPath("/api-key", ServerScript().send(httpReply(404, "application/json", R"({"error":{"message":"Invalid URL"}})")));
    Answer<KeyProbe> answer;

    m_client->probeKey(endpoint(), testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QVERIFY(answer.result->value().isVerified);
    QCOMPARE(m_server->requests().size(), 2);
}

void ChatClientTest::aServerWithNeitherIsReachableAndUnverified()
{
    Answer<KeyProbe> answer;

    m_client->probeKey(endpoint(QStringLiteral("404_text")), testKey(), this, answer.taker());

    QTRY_COMPARE(answer.calls, 1);
    QVERIFY(bool(*answer.result));
    QVERIFY(!answer.result->value().isVerified);
}

void ChatClientTest::aWrongKeyIsTold()
{
    for (const auto &fault : { QStringLiteral("400_wrong_key"), QStringLiteral("401") }) {
        Answer<KeyProbe> answer;
        m_client->probeKey(endpoint(fault), testKey(), this, answer.taker());
        QTRY_COMPARE(answer.calls, 1);
        QCOMPARE(answer.result->error().kind, ErrorKind::Unauthorized);
    }
}

namespace {

QString &capturedLog()
{
    static QString log;
    return log;
}

QMutex &logMutex()
{
    static QMutex mutex;
    return mutex;
}

void captureLog(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker locker(&logMutex());
    capturedLog() += QString::fromUtf8(context.category) + QLatin1Char(' ') + message + QLatin1Char('\n');
}

} // namespace

void ChatClientTest::noKeyAndNoSentenceReachesTheLog()
{
    QLoggingCategory::setFilterRules(QStringLiteral("grackle.*=true"));
    const QtMessageHandler before = qInstallMessageHandler(captureLog);

    for (const auto &fault : { QString(), QStringLiteral("400_wrong_key"), QStringLiteral("500"), QStringLiteral("307_redirect"), QStringLiteral("close_before_head"), QStringLiteral("garbage_payload") }) {
        FollowedJob followed(m_client->complete(testRequest(*m_server, fault), testKey()));
        QVERIFY(QTest::qWaitFor([&followed] { return followed.ends() > 0; }, 10'000));
        Answer<KeyProbe> answer;
        m_client->probeKey(endpoint(fault), testKey(), this, answer.taker());
        QVERIFY(QTest::qWaitFor([&answer] { return answer.calls > 0; }, 10'000));
    }
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules(QString());

    QVERIFY(capturedLog().contains(QLatin1String("grackle.api POST")));   // else the test hears nothing
    for (const char *secret : { "sentinel", "Hello", "Incorrect" })
        QVERIFY2(!capturedLog().contains(QLatin1String(secret)), secret);
}

void ChatClientTest::theClientGoesWhileItAsks()
{
    Answer<QList<ModelInfo>> answer;
    m_client->listModels(endpoint(QStringLiteral("hang_before_head")), testKey(), this, answer.taker());
    QTRY_COMPARE(m_server->requests().size(), 1);

    m_client.reset();

    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(answer.calls, 0);
}

QTEST_GUILESS_MAIN(ChatClientTest)
#include "tst_chatclient.moc"
