// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestfactory.h"

#include <QTest>

class RequestFactoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreJoinedByOneSlash_data();
    void pathsAreJoinedByOneSlash();
    void theKeyGoesOnlyWhereItMay_data();
    void theKeyGoesOnlyWhereItMay();
    void nothingIsFollowedKeptOrSentByItself();
    void theConversationIsNamedToXaiAlone();
    void ownHeadersCannotReplaceOurs();
    void theKeyMayHaveAHeaderOfItsOwn();
    void aKeyHeaderThatIsNoneIsNotUsed();
    void http2IsOffWhereItHasHoles_data();
    void http2IsOffWhereItHasHoles();
    void thisComputerIsReachedWithoutProxy();
};

namespace {

Endpoint endpointAt(const char *url)
{
    Endpoint endpoint;
    endpoint.baseUrl = QUrl(QString::fromLatin1(url));
    return endpoint;
}

ApiKey key()
{
    return ApiKey::fromUserInput(QByteArrayLiteral("xai-sentinel-0123456789"));
}

} // namespace

void RequestFactoryTest::pathsAreJoinedByOneSlash_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "https://api.x.ai/v1" << "models" << "https://api.x.ai/v1/models";
    QTest::newRow("slash after the base") << "https://api.x.ai/v1/" << "models" << "https://api.x.ai/v1/models";
    QTest::newRow("slash before the path") << "https://api.x.ai/v1" << "/models" << "https://api.x.ai/v1/models";
    QTest::newRow("slashes on both sides") << "https://api.x.ai/v1//" << "//models" << "https://api.x.ai/v1/models";
    QTest::newRow("no path in the base") << "https://api.x.ai" << "models" << "https://api.x.ai/models";
    QTest::newRow("deep base") << "https://h.example/openai/v1" << "chat/completions" << "https://h.example/openai/v1/chat/completions";
    QTest::newRow("port") << "http://127.0.0.1:8080/v1" << "models" << "http://127.0.0.1:8080/v1/models";
    QTest::newRow("query stays") << "https://h.example/v1?api-version=1" << "models" << "https://h.example/v1/models?api-version=1";
    QTest::newRow("escapes stay") << "https://h.example/a%2Fb/v1" << "models" << "https://h.example/a%2Fb/v1/models";
}

void RequestFactoryTest::pathsAreJoinedByOneSlash()
{
    QFETCH(QString, base);
    QFETCH(QString, path);
    QFETCH(QString, expected);

    QCOMPARE(QString::fromLatin1(joinedUrl(QUrl(base), path).toEncoded()), expected);
}

void RequestFactoryTest::theKeyGoesOnlyWhereItMay_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<bool>("goes");
    QTest::newRow("https") << QByteArray("https://api.x.ai/v1") << true;
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1:1234/v1") << true;
    QTest::newRow("plain http") << QByteArray("http://192.168.0.2/v1") << false;
    QTest::newRow("a name that looks like loopback") << QByteArray("http://127.0.0.1.example.org/v1") << false;
}

void RequestFactoryTest::theKeyGoesOnlyWhereItMay()
{
    QFETCH(QByteArray, base);
    QFETCH(bool, goes);

    const QNetworkRequest request = RequestFactory(endpointAt(base.constData()), key()).get(QStringLiteral("models"));

    QCOMPARE(request.hasRawHeader("Authorization"), goes);
    if (goes)
        QCOMPARE(request.rawHeader("Authorization"), "Bearer xai-sentinel-0123456789");
}

void RequestFactoryTest::nothingIsFollowedKeptOrSentByItself()
{
    const RequestFactory factory(endpointAt("https://api.x.ai/v1"), {});
    for (const QNetworkRequest &request : { factory.get(QStringLiteral("models")), factory.post(QStringLiteral("chat/completions"), 10, {}) }) {
        QCOMPARE(request.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(), int(QNetworkRequest::ManualRedirectPolicy));
        QCOMPARE(request.attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(), int(QNetworkRequest::Manual));
        QCOMPARE(request.attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(), int(QNetworkRequest::Manual));
        QCOMPARE(request.attribute(QNetworkRequest::AuthenticationReuseAttribute).toInt(), int(QNetworkRequest::Manual));
        QCOMPARE(request.attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(), int(QNetworkRequest::AlwaysNetwork));
        QCOMPARE(request.attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
        QVERIFY(!request.hasRawHeader("Authorization"));
        QVERIFY(!request.hasRawHeader("Accept-Encoding"));   // Qt unpacks only what it asked for itself
    }
    const QNetworkRequest post = factory.post(QStringLiteral("chat/completions"), 10, {});
    QCOMPARE(post.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute), QVariant(true));
    QCOMPARE(post.header(QNetworkRequest::ContentLengthHeader).toLongLong(), 10);
}

void RequestFactoryTest::theConversationIsNamedToXaiAlone()
{
    const auto id = ConversationId::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057");
    const auto header = [&id](const char *base) {
        return RequestFactory(endpointAt(base), {}).post(QStringLiteral("chat/completions"), 1, id).rawHeader("x-grok-conv-id");
    };

    QCOMPARE(header("https://api.x.ai/v1"), "01890a5d-ac96-774b-bcce-b302099a8057");
    QCOMPARE(header("https://us.api.x.ai/v1"), "01890a5d-ac96-774b-bcce-b302099a8057");
    QCOMPARE(header("https://api.example.org/v1"), "");
    QCOMPARE(header("https://evilx.ai/v1"), "");
}

void RequestFactoryTest::ownHeadersCannotReplaceOurs()
{
    Endpoint endpoint = endpointAt("https://api.x.ai/v1");
    endpoint.headers = { { "X-Title", "t" }, { "authorization", "Bearer x" }, { "Cookie", "a" }, { "Bad Name", "x" }, { "X-Break", "a\nb" } };

    const QNetworkRequest request = RequestFactory(endpoint, key()).get(QStringLiteral("models"));

    QCOMPARE(request.rawHeader("X-Title"), "t");
    QCOMPARE(request.rawHeader("Authorization"), "Bearer xai-sentinel-0123456789");
    QVERIFY(!request.hasRawHeader("Cookie"));
    QVERIFY(!request.hasRawHeader("Bad Name"));
    QVERIFY(!request.hasRawHeader("X-Break"));
}

void RequestFactoryTest::theKeyMayHaveAHeaderOfItsOwn()
{
    Endpoint endpoint = endpointAt("https://my.openai.azure.com/openai/v1");
    endpoint.profile.keyHeader = "api-key";
    endpoint.profile.query = QStringLiteral("api-version=preview");

    const QNetworkRequest request = RequestFactory(endpoint, key()).get(QStringLiteral("models"));

    QVERIFY(!request.hasRawHeader("Authorization"));
    QCOMPARE(request.rawHeader("api-key"), "xai-sentinel-0123456789");
    QCOMPARE(request.url().toString(), QStringLiteral("https://my.openai.azure.com/openai/v1/models?api-version=preview"));
}

void RequestFactoryTest::aKeyHeaderThatIsNoneIsNotUsed()
{
    Endpoint endpoint = endpointAt("https://api.example.org/v1");
    endpoint.profile.keyHeader = "Bad Name";
    QVERIFY(RequestFactory(endpoint, key()).get(QStringLiteral("models")).hasRawHeader("Authorization"));
}

void RequestFactoryTest::http2IsOffWhereItHasHoles_data()
{
    QTest::addColumn<QVersionNumber>("version");
    QTest::addColumn<bool>("isSafe");
    QTest::newRow("6.4.2") << QVersionNumber(6, 4, 2) << false;
    QTest::newRow("6.7.2") << QVersionNumber(6, 7, 2) << false;
    QTest::newRow("6.7.3") << QVersionNumber(6, 7, 3) << true;
    QTest::newRow("6.8.2") << QVersionNumber(6, 8, 2) << true;
    QTest::newRow("6.9.0") << QVersionNumber(6, 9, 0) << false;
    QTest::newRow("6.9.1") << QVersionNumber(6, 9, 1) << true;
}

void RequestFactoryTest::http2IsOffWhereItHasHoles()
{
    QFETCH(QVersionNumber, version);
    QFETCH(bool, isSafe);

    QCOMPARE(isHttp2Safe(version), isSafe);
}

void RequestFactoryTest::thisComputerIsReachedWithoutProxy()
{
    ProxyFactory factory;

    const QList<QNetworkProxy> proxies = factory.queryProxy(QNetworkProxyQuery(QUrl(QStringLiteral("http://127.0.0.1:8080/v1"))));

    QCOMPARE(proxies.size(), 1);
    QVERIFY(proxies.first().type() == QNetworkProxy::NoProxy);
}

QTEST_GUILESS_MAIN(RequestFactoryTest)
#include "tst_requestfactory.moc"
