// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "endpoint.h"

#include <QTest>

class EndpointTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressIsTakenAsPeopleWriteIt_data();
    void anAddressIsTakenAsPeopleWriteIt();
    void anAddressThatIsNoneIsRefusedWithASentence_data();
    void anAddressThatIsNoneIsRefusedWithASentence();
    void aKeyBelongsToSchemeHostAndPort_data();
    void aKeyBelongsToSchemeHostAndPort();
    void namesThatOnlyLookLocalAreNot();
};

void EndpointTest::anAddressIsTakenAsPeopleWriteIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("host") << "api.x.ai" << "https://api.x.ai/v1";
    QTest::newRow("whole") << "https://api.x.ai/v1" << "https://api.x.ai/v1";
    QTest::newRow("slashes at the end") << " https://api.x.ai/v1// " << "https://api.x.ai/v1";
    QTest::newRow("another path is kept") << "https://openrouter.ai/api/v1" << "https://openrouter.ai/api/v1";
    QTest::newRow("the address of the call") << "https://api.x.ai/v1/chat/completions" << "https://api.x.ai/v1";
    QTest::newRow("slashes before the call") << "https://h.example/v1//chat/completions" << "https://h.example/v1";
    QTest::newRow("query and fragment go") << "https://h.example/v1?key=1#x" << "https://h.example/v1";
    QTest::newRow("loopback without scheme") << "127.0.0.1:8080" << "http://127.0.0.1:8080/v1";
    QTest::newRow("localhost") << "localhost:11434" << "http://localhost:11434/v1";
    QTest::newRow("loopback by IPv6") << "http://[::1]:1234" << "http://[::1]:1234/v1";
    QTest::newRow("https to loopback") << "https://localhost/v1" << "https://localhost/v1";
}

void EndpointTest::anAddressIsTakenAsPeopleWriteIt()
{
    QFETCH(QString, text);
    QFETCH(QString, url);

    const Result<QUrl> result = baseUrlFromUserInput(text);

    QVERIFY(bool(result));
    QCOMPARE(result.value().toString(), url);
}

void EndpointTest::anAddressThatIsNoneIsRefusedWithASentence_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("words") << "my server";
    QTest::newRow("no host") << "https:///v1";
    QTest::newRow("file") << "file:///etc/passwd";
    QTest::newRow("script") << "javascript://alert";
    QTest::newRow("user and password") << "https://me:secret@h.example/v1";
    QTest::newRow("plain http elsewhere") << "http://api.x.ai/v1";
    QTest::newRow("a name that begins like loopback") << "http://127.0.0.1.h.example/v1";
}

void EndpointTest::anAddressThatIsNoneIsRefusedWithASentence()
{
    QFETCH(QString, text);

    const Result<QUrl> result = baseUrlFromUserInput(text);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QVERIFY(result.error().message.endsWith(QLatin1Char('.')));
    QVERIFY(!result.error().message.contains(QLatin1StringView("secret")));
}

void EndpointTest::aKeyBelongsToSchemeHostAndPort_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("path does not matter") << QUrl(QStringLiteral("https://api.x.ai/v1")) << "https://api.x.ai";
    QTest::newRow("default port does not matter") << QUrl(QStringLiteral("https://api.x.ai:443/v1")) << "https://api.x.ai";
    QTest::newRow("another port does") << QUrl(QStringLiteral("https://api.x.ai:8443/v1")) << "https://api.x.ai:8443";
    QTest::newRow("case does not") << QUrl(QStringLiteral("https://API.X.ai/v1")) << "https://api.x.ai";
    QTest::newRow("scheme does") << QUrl(QStringLiteral("http://127.0.0.1/v1")) << "http://127.0.0.1";
    QTest::newRow("IPv6") << QUrl(QStringLiteral("http://[::1]:80/v1")) << "http://[::1]";
}

void EndpointTest::aKeyBelongsToSchemeHostAndPort()
{
    QFETCH(QUrl, url);
    QFETCH(QString, origin);

    Endpoint endpoint;
    endpoint.baseUrl = url;

    QCOMPARE(endpoint.origin(), origin);
}

void EndpointTest::namesThatOnlyLookLocalAreNot()
{
    QVERIFY(isLoopback(QUrl(QStringLiteral("http://127.3.2.1/"))));
    QVERIFY(isLoopback(QUrl(QStringLiteral("http://a.localhost/"))));
    QVERIFY(!isLoopback(QUrl(QStringLiteral("http://127.0.0.1.example.org/"))));
    QVERIFY(!isLoopback(QUrl(QStringLiteral("http://localhost.example.org/"))));
    QVERIFY(!isLoopback(QUrl(QStringLiteral("http://0.0.0.0/"))));
    QVERIFY(mayCarryKey(QUrl(QStringLiteral("https://h.example/"))));
    QVERIFY(!mayCarryKey(QUrl(QStringLiteral("http://h.example/"))));
}

QTEST_GUILESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
