// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The way to a server: certificates that cannot be verified, own authorities, own proxies.
#include "jobfixture.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>

class SecureChannelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnknownAuthorityIsToldWithItsChainAndNothingIsSent();
    void anAuthorityOfOnesOwnMakesItGood();
    void aFileWithoutCertificatesIsRefusedBeforeAnything();
    void theListOfModelsSaysTheSame();
    void theOwnProxyIsAsked();
    void aProxyThatRefusesIsSaid_data();
    void aProxyThatRefusesIsSaid();
    void aProxyThatWantsALoginGetsIt();
};

namespace {
QString dataFile(const char *name)
{
    return QStringLiteral(TEST_DATA_DIR "/tls/") + QLatin1String(name);
}

// Answers each request over TLS with a short stream; counts what it could read.
class SecureServer
{
public:
    SecureServer()
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        QFile keyFile(dataFile("server-key.pem"));
        if (!keyFile.open(QIODevice::ReadOnly))
            qFatal("no key for the test server");
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(dataFile("server.pem")) + QSslCertificate::fromPath(dataFile("authority.pem")));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                read += socket->readAll();
                if (read.endsWith('}'))
                    socket->write(streamHead() + chunk(textEvent("Safe") + finishEvent() + doneEvent()) + lastChunk());
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    QUrl baseUrl() const { return QUrl(QStringLiteral("https://localhost:%1/v1").arg(m_server.serverPort())); }
    QByteArray read;

private:
    QSslServer m_server;
};

CompletionRequest requestTo(const QUrl &baseUrl)
{
    CompletionRequest request;
    request.endpoint.id = QStringLiteral("test");
    request.endpoint.baseUrl = baseUrl;
    request.endpoint.timeLimits = testLimits();
    request.modelId = QStringLiteral("m");
    Message message;
    message.parts = { TextPart { QStringLiteral("Hi") } };
    request.messages = { message };
    return request;
}

// A proxy that answers each CONNECT with the next of these, and keeps what it was asked.
class Proxy
{
public:
    explicit Proxy(QByteArrayList replies)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, replies] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, replies] {
                asked += socket->readAll();
                if (!asked.endsWith("\r\n\r\n"))
                    return;
                const QByteArray reply = replies.value(m_answered++, replies.last());
                socket->write(reply);
                // One that wants a login waits for it on the same connection.
                if (!reply.contains(" 407 "))
                    socket->disconnectFromHost();
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    ProxyChoice choice() const
    {
        ProxyChoice choice;
        choice.kind = ProxyChoice::Kind::Http;
        choice.host = QStringLiteral("127.0.0.1");
        choice.port = m_server.serverPort();
        return choice;
    }
    QByteArray asked;

private:
    QTcpServer m_server;
    int m_answered = 0;
};
}

void SecureChannelTest::anUnknownAuthorityIsToldWithItsChainAndNothingIsSent()
{
    SecureServer server;
    ChatClient client(std::make_shared<MemoryBlobs>());
    FollowedJob followed(client.complete(requestTo(server.baseUrl()), testKey()));
    QVERIFY(followed.waitForEnd());
    QCOMPARE(errorKindName(followed.error.kind), QStringLiteral("tls"));
    QVERIFY(!followed.error.retryable);
    QVERIFY2(followed.error.detail.contains(QStringLiteral("localhost, issued by Test authority")), qPrintable(followed.error.detail));
    QVERIFY(server.read.isEmpty());
}

void SecureChannelTest::anAuthorityOfOnesOwnMakesItGood()
{
    SecureServer server;
    ChatClient client(std::make_shared<MemoryBlobs>());
    CompletionRequest request = requestTo(server.baseUrl());
    request.endpoint.caFile = dataFile("authority.pem");
    FollowedJob followed(client.complete(request, testKey()));
    QVERIFY(followed.waitForEnd());
    QVERIFY2(followed.finished.count() == 1, qPrintable(followed.error.message + followed.error.detail));
    QCOMPARE(followed.answer.text, QStringLiteral("Safe"));
}

void SecureChannelTest::aFileWithoutCertificatesIsRefusedBeforeAnything()
{
    SecureServer server;
    ChatClient client(std::make_shared<MemoryBlobs>());
    CompletionRequest request = requestTo(server.baseUrl());
    request.endpoint.caFile = dataFile("server-key.pem");
    FollowedJob followed(client.complete(request, testKey()));
    QVERIFY(followed.waitForEnd());
    QCOMPARE(errorKindName(followed.error.kind), QStringLiteral("tls"));
    QVERIFY(followed.error.message.contains(QStringLiteral("nothing was sent")));
    QVERIFY(server.read.isEmpty());
}

void SecureChannelTest::theListOfModelsSaysTheSame()
{
    SecureServer server;
    ChatClient client(std::make_shared<MemoryBlobs>());
    std::optional<Result<QList<ModelInfo>>> list;
    client.listModels(requestTo(server.baseUrl()).endpoint, testKey(), this, [&](Result<QList<ModelInfo>> result) { list = result; });
    QTRY_VERIFY(list);
    QVERIFY(!*list);
    QCOMPARE(errorKindName(list->error().kind), QStringLiteral("tls"));
    QVERIFY(list->error().detail.contains(QStringLiteral("issued by Test authority")));
}

void SecureChannelTest::theOwnProxyIsAsked()
{
    Proxy proxy({ "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n" });
    ChatClient client(std::make_shared<MemoryBlobs>());
    CompletionRequest request = requestTo(QUrl(QStringLiteral("https://llm.example/v1")));
    request.endpoint.proxy = proxy.choice();
    FollowedJob followed(client.complete(request, testKey()));
    QVERIFY(followed.waitForEnd());
    QVERIFY2(proxy.asked.startsWith("CONNECT llm.example:443 HTTP/1.1\r\n"), proxy.asked.constData());
    QVERIFY(!proxy.asked.contains("Bearer"));
}

void SecureChannelTest::aProxyThatRefusesIsSaid_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("wants a login") << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("forbids it") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("does not reach the server") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("speaks another language") << QByteArray("hello\r\n\r\n");
}

void SecureChannelTest::aProxyThatRefusesIsSaid()
{
    QFETCH(QByteArray, reply);
    Proxy proxy({ reply });
    ChatClient client(std::make_shared<MemoryBlobs>());
    CompletionRequest request = requestTo(QUrl(QStringLiteral("https://llm.example/v1")));
    request.endpoint.proxy = proxy.choice();
    FollowedJob followed(client.complete(request, testKey()));
    QVERIFY(followed.waitForEnd());
    QCOMPARE(errorKindName(followed.error.kind), QStringLiteral("proxy"));
}

void SecureChannelTest::aProxyThatWantsALoginGetsIt()
{
    Proxy proxy({ "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n",
                  "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n" });
    ChatClient client(std::make_shared<MemoryBlobs>());
    CompletionRequest request = requestTo(QUrl(QStringLiteral("https://llm.example/v1")));
    request.endpoint.proxy = proxy.choice();
    request.endpoint.proxy.user = QStringLiteral("me");
    request.endpoint.proxy.password = ApiKey::fromUserInput(QByteArrayLiteral("word"));
    FollowedJob followed(client.complete(request, testKey()));
    QVERIFY(followed.waitForEnd());
    QVERIFY2(proxy.asked.contains("Proxy-Authorization: Basic " + QByteArray("me:word").toBase64()), proxy.asked.constData());
}

QTEST_GUILESS_MAIN(SecureChannelTest)
#include "tst_securechannel.moc"
