// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chatclient.h"
#include "endpointbook.h"
#include "loopbackserver.h"
#include "memoryblobs.h"
#include "memorykeystore.h"
#include "settings.h"

#include <QAbstractListModel>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace {
const char SentinelKey[] = "xai-sentinel-0123456789";

ApiKey keyOf(const char *text)
{
    return ApiKey::fromUserInput(QByteArray(text));
}

struct Desk
{
    QTemporaryDir folder;
    LoopbackServer server;
    ChatClient client { std::make_shared<MemoryBlobs>() };
    MemoryKeyStore keyStore;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<EndpointBook> book;

    bool start(const ApiKey &environmentKey = {})
    {
        if (server.port() == 0 && !server.listen())
            return false;
        book.reset();
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        book = std::make_unique<EndpointBook>(client, keyStore, *settings, environmentKey);
        book->setCacheFolder(folder.filePath(QStringLiteral("cache")));
        return true;
    }
    Endpoint serverEndpoint(bool needsKey = true) const
    {
        Endpoint endpoint;
        endpoint.id = QStringLiteral("mine");
        endpoint.name = QStringLiteral("Mine");
        endpoint.baseUrl = server.baseUrl();
        endpoint.needsKey = needsKey;
        return endpoint;
    }
    Result<ApiKey> keyFor(const Endpoint &endpoint)
    {
        std::optional<Result<ApiKey>> found;
        book->keyFor(endpoint, book.get(), [&](const Result<ApiKey> &key) { found.emplace(key); });
        if (!QTest::qWaitFor([&] { return found.has_value(); }))
            return Error {};
        return *found;
    }
    QByteArray settingsText() const
    {
        QFile file(folder.filePath(QStringLiteral("settings.ini")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};
}

class TestEndpointBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void xaiIsAlwaysThere();
    void endpointsSurviveARestart();
    void anEndpointForThisRunIsNotWritten();
    void aChangedSettingsFileCannotMoveThePreset();
    void aTestedKeyGoesToTheKeyringOfItsOrigin();
    void aRefusedKeyIsNotKept();
    void withoutAKeyringTheKeyIsKeptForThisRunAndSaysWhy();
    void aLockedKeyringIsUnlockedFirst();
    void aKeyBelongsToOneOrigin();
    void theKeyringIsAskedOnce();
    void theEnvironmentsKeyServesItsOwnServersOnly();
    void aLockedKeyringIsNotTheSameAsNoKey();
    void aForgottenKeyIsGone();
    void aProxysPasswordIsInTheKeyringAndNowhereElse();
    void noSecretReachesTheSettings();
    void modelsAreListedAndKeptForStartingOffline();
    void theFirstListedModelIsTheCurrentOne();
    void theChosenModelIsRememberedForEachServer();
    void aFailedListKeepsTheOldOne();
};

void TestEndpointBook::xaiIsAlwaysThere()
{
    Desk desk;
    QVERIFY(desk.start());

    QCOMPARE(desk.book->endpoints().size(), 1);
    QCOMPARE(desk.book->current().id, QStringLiteral("xai"));
    QVERIFY(!desk.book->isConfigured());
    desk.book->remove(QStringLiteral("xai"));
    QCOMPARE(desk.book->endpoints().size(), 1);
}

void TestEndpointBook::endpointsSurviveARestart()
{
    Desk desk;
    QVERIFY(desk.start());
    Endpoint endpoint = desk.serverEndpoint();
    endpoint.headers = { { "X-Title", "Grackle" } };
    endpoint.profile.outputLimitField = QStringLiteral("max_tokens");
    endpoint.profile.keyHeader = "api-key";
    endpoint.profile.query = QStringLiteral("api-version=preview");
    endpoint.profile.systemRole = QStringLiteral("developer");
    endpoint.profile.requiredToolWord = QStringLiteral("any");
    endpoint.profile.seedField = QStringLiteral("random_seed");
    endpoint.profile.echoesReasoning = true;
    endpoint.profile.toolResultsAsText = true;
    endpoint.timeLimits.silence = std::chrono::seconds(7);
    desk.book->addOrReplace(endpoint);
    desk.book->setCurrent(endpoint.id);

    QVERIFY(desk.start());

    QCOMPARE(desk.book->endpoints().size(), 2);
    QCOMPARE(desk.book->current(), endpoint);
    QCOMPARE(desk.book->find(QStringLiteral("nobody")), endpoint);

    desk.book->remove(endpoint.id);
    QCOMPARE(desk.book->current().id, QStringLiteral("xai"));
    QVERIFY(desk.start());
    QCOMPARE(desk.book->endpoints().size(), 1);
}

void TestEndpointBook::anEndpointForThisRunIsNotWritten()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.book->useForThisRun(desk.serverEndpoint());
    desk.book->setCurrentModelId(QStringLiteral("loopback-1"));
    QCOMPARE(desk.book->current().id, QStringLiteral("mine"));

    QVERIFY(desk.start());

    QCOMPARE(desk.book->current().id, QStringLiteral("xai"));
    QVERIFY(!desk.settingsText().contains("127.0.0.1"));
}

void TestEndpointBook::aChangedSettingsFileCannotMoveThePreset()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.settings->set(keys::endpoints, QByteArray(R"([{"id":"xai","base_url":"https://evil.example/v1","needs_key":false}])"));
    QVERIFY(desk.settings->sync());

    QVERIFY(desk.start());

    QCOMPARE(desk.book->current().baseUrl, QUrl(QStringLiteral("https://api.x.ai/v1")));
    QVERIFY(desk.book->current().needsKey);
}

void TestEndpointBook::aTestedKeyGoesToTheKeyringOfItsOrigin()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.book->addOrReplace(desk.serverEndpoint());
    desk.book->setCurrent(QStringLiteral("mine"));
    QSignalSpy kept(desk.book.get(), &EndpointBook::keyKept);

    desk.book->testAndKeepKey(desk.serverEndpoint(), keyOf(SentinelKey));
    QVERIFY(kept.wait());

    QCOMPARE(kept.first().at(1).value<KeyPlace>().where, KeyPlace::Where::Keyring);
    QVERIFY(kept.first().at(2).toBool());
    QCOMPARE(desk.keyStore.keys.value(desk.serverEndpoint().origin()), keyOf(SentinelKey));
    QVERIFY(desk.book->isConfigured());
    QCOMPARE(desk.server.requests().first().header("authorization"), QByteArray("Bearer ") + SentinelKey);

    // The next start knows that there is one without asking the keyring.
    desk.keyStore.asked.clear();
    QVERIFY(desk.start());
    QVERIFY(desk.book->isConfigured());
    QCOMPARE(desk.keyStore.asked, QStringList());
}

void TestEndpointBook::aRefusedKeyIsNotKept()
{
    Desk desk;
    QVERIFY(desk.start());
    ServerScript script;
    desk.server.enqueue(script.send(httpReply(401, "application/json", R"({"error":"Incorrect API key provided"})")));
    QSignalSpy refused(desk.book.get(), &EndpointBook::keyRefused);
    QSignalSpy kept(desk.book.get(), &EndpointBook::keyKept);

    desk.book->testAndKeepKey(desk.serverEndpoint(), keyOf(SentinelKey));
    QVERIFY(refused.wait());

    QCOMPARE(refused.first().at(1).value<Error>().kind, ErrorKind::Unauthorized);
    QCOMPARE(kept.size(), 0);
    QVERIFY(desk.keyStore.keys.isEmpty());
}

void TestEndpointBook::withoutAKeyringTheKeyIsKeptForThisRunAndSaysWhy()
{
    Desk desk;
    desk.keyStore.state = KeyringState::NoService;
    QVERIFY(desk.start());
    desk.book->addOrReplace(desk.serverEndpoint());
    desk.book->setCurrent(QStringLiteral("mine"));
    QSignalSpy kept(desk.book.get(), &EndpointBook::keyKept);

    desk.book->testAndKeepKey(desk.serverEndpoint(), keyOf(SentinelKey));
    QVERIFY(kept.wait());

    const auto place = kept.first().at(1).value<KeyPlace>();
    QCOMPARE(place.where, KeyPlace::Where::ThisRunOnly);
    QVERIFY(place.reason.contains(QStringLiteral("gnome-keyring")));
    QCOMPARE(desk.keyFor(desk.serverEndpoint()).value(), keyOf(SentinelKey));
    QVERIFY(desk.start());
    QVERIFY(!desk.book->isConfigured());
}

void TestEndpointBook::aLockedKeyringIsUnlockedFirst()
{
    Desk desk;
    desk.keyStore.state = KeyringState::Locked;
    QVERIFY(desk.start());
    QSignalSpy kept(desk.book.get(), &EndpointBook::keyKept);

    desk.book->testAndKeepKey(desk.serverEndpoint(), keyOf(SentinelKey));
    QVERIFY(kept.wait());

    QCOMPARE(kept.first().at(1).value<KeyPlace>().where, KeyPlace::Where::Keyring);
    QCOMPARE(desk.keyStore.state, KeyringState::Unlocked);
}

void TestEndpointBook::aKeyBelongsToOneOrigin()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.keyStore.keys.insert(desk.serverEndpoint().origin(), keyOf(SentinelKey));
    Endpoint moved = desk.serverEndpoint();
    moved.baseUrl = QUrl(QStringLiteral("https://elsewhere.example/v1"));

    QCOMPARE(desk.keyFor(desk.serverEndpoint()).value(), keyOf(SentinelKey));
    QVERIFY(desk.keyFor(moved).value().isEmpty());
}

void TestEndpointBook::theKeyringIsAskedOnce()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.keyStore.keys.insert(desk.serverEndpoint().origin(), keyOf(SentinelKey));

    for (int i = 0; i < 3; ++i)
        QVERIFY(desk.keyFor(desk.serverEndpoint()));

    QCOMPARE(desk.keyStore.asked, QStringList { QStringLiteral("read ") + desk.serverEndpoint().origin() });
}

void TestEndpointBook::theEnvironmentsKeyServesItsOwnServersOnly()
{
    Desk desk;
    QVERIFY(desk.start(keyOf(SentinelKey)));

    QCOMPARE(desk.book->keyPlace(xaiEndpoint()).where, KeyPlace::Where::Environment);
    QVERIFY(desk.book->isConfigured());
    QCOMPARE(desk.keyFor(xaiEndpoint()).value(), keyOf(SentinelKey));
    QVERIFY(desk.keyFor(desk.serverEndpoint()).value().isEmpty());

    QVERIFY(desk.start(keyOf(SentinelKey)));
    desk.book->useForThisRun(desk.serverEndpoint());
    QCOMPARE(desk.keyFor(desk.serverEndpoint()).value(), keyOf(SentinelKey));

    // The keyring's own key comes first.
    desk.keyStore.keys.insert(desk.serverEndpoint().origin(), keyOf("xai-other"));
    QVERIFY(desk.start(keyOf(SentinelKey)));
    desk.book->useForThisRun(desk.serverEndpoint());
    QCOMPARE(desk.keyFor(desk.serverEndpoint()).value(), keyOf("xai-other"));

    // Other limits for this run make no other server of it.
    QVERIFY(desk.start(keyOf(SentinelKey)));
    desk.keyStore.keys.clear();
    Endpoint limited = desk.serverEndpoint();
    desk.book->addOrReplace(limited);
    limited.timeLimits.silence = std::chrono::seconds(1);
    desk.book->useForThisRun(limited);
    QVERIFY(desk.keyFor(limited).value().isEmpty());
    desk.book->remove(limited.id);

    Endpoint practice = desk.serverEndpoint();
    practice.isPractice = true;
    desk.book->useForThisRun(practice);
    QVERIFY(desk.keyFor(practice).value().isEmpty());
}

void TestEndpointBook::aLockedKeyringIsNotTheSameAsNoKey()
{
    Desk desk;
    desk.keyStore.state = KeyringState::Locked;
    QVERIFY(desk.start());

    const Result<ApiKey> locked = desk.keyFor(xaiEndpoint());
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, ErrorKind::KeyringLocked);

    desk.keyStore.state = KeyringState::NoBus;
    QVERIFY(desk.keyFor(xaiEndpoint()).value().isEmpty());

    // It is asked anew once it may answer.
    desk.keyStore.state = KeyringState::Unlocked;
    desk.keyStore.keys.insert(xaiEndpoint().origin(), keyOf(SentinelKey));
    QCOMPARE(desk.keyFor(xaiEndpoint()).value(), keyOf(SentinelKey));
}

void TestEndpointBook::aForgottenKeyIsGone()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.keyStore.keys.insert(xaiEndpoint().origin(), keyOf(SentinelKey));
    QVERIFY(desk.keyFor(xaiEndpoint()));
    QSignalSpy forgotten(desk.book.get(), &EndpointBook::keyForgotten);

    desk.book->forgetKey(xaiEndpoint());
    QVERIFY(forgotten.wait());

    QVERIFY(desk.keyStore.keys.isEmpty());
    QVERIFY(desk.keyFor(xaiEndpoint()).value().isEmpty());
    QVERIFY(!desk.book->isConfigured());
}

void TestEndpointBook::aProxysPasswordIsInTheKeyringAndNowhereElse()
{
    Desk desk;
    QVERIFY(desk.start());
    Endpoint endpoint = desk.serverEndpoint(false);
    endpoint.proxy = { .kind = ProxyChoice::Kind::Http, .host = QStringLiteral("proxy.example"), .port = 3128, .user = QStringLiteral("me"), .password = {} };
    desk.book->addOrReplace(endpoint);
    desk.book->setCurrent(endpoint.id);
    desk.book->keepProxyPassword(endpoint, keyOf(SentinelKey));
    QTRY_COMPARE(desk.keyStore.keys.value(QStringLiteral("http://proxy.example:3128")), keyOf(SentinelKey));
    QVERIFY(!desk.settingsText().contains(SentinelKey));
    QVERIFY(desk.settingsText().contains("proxy.example"));

    // The next start asks the keyring when the first question is sent.
    QVERIFY(desk.start());
    QVERIFY(desk.book->current().proxy.password.isEmpty());
    QVERIFY(bool(desk.keyFor(desk.book->current())));
    QCOMPARE(desk.book->current().proxy.password, keyOf(SentinelKey));
    QVERIFY(!desk.settingsText().contains(SentinelKey));

    // Another proxy has another password, or none.
    Endpoint moved = desk.book->current();
    moved.proxy.host = QStringLiteral("other.example");
    moved.proxy.password = {};
    desk.book->addOrReplace(moved);
    QVERIFY(bool(desk.keyFor(desk.book->current())));
    QVERIFY(desk.book->current().proxy.password.isEmpty());
}

void TestEndpointBook::noSecretReachesTheSettings()
{
    Desk desk;
    QVERIFY(desk.start());
    Endpoint endpoint = desk.serverEndpoint();
    endpoint.headers = { { "X-Api-Key", SentinelKey }, { "Proxy-Authorization", SentinelKey } };
    desk.book->addOrReplace(endpoint);
    QSignalSpy kept(desk.book.get(), &EndpointBook::keyKept);
    desk.book->testAndKeepKey(endpoint, keyOf(SentinelKey));
    QVERIFY(kept.wait());
    QVERIFY(desk.settings->sync());

    QVERIFY(desk.settingsText().contains("mine"));
    QVERIFY(!desk.settingsText().contains("sentinel"));
    QVERIFY(!desk.settingsText().contains(QByteArray(SentinelKey).toBase64()));
}

void TestEndpointBook::modelsAreListedAndKeptForStartingOffline()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.book->addOrReplace(desk.serverEndpoint(false));
    desk.book->setCurrent(QStringLiteral("mine"));
    QSignalSpy refreshed(desk.book.get(), &EndpointBook::modelsRefreshed);

    desk.book->refreshModels();
    QVERIFY(refreshed.wait());
    QCOMPARE(desk.book->models()->rowCount(), 1);
    QCOMPARE(desk.book->models()->index(0).data().toString(), QStringLiteral("loopback-1"));
    const auto info = desk.book->modelInfo(QStringLiteral("loopback-1"));
    QVERIFY(info);

    desk.server.stopListening();
    QVERIFY(desk.start());
    QCOMPARE(desk.book->models()->rowCount(), 1);
    QCOMPARE(desk.book->modelInfo(QStringLiteral("loopback-1")), info);
}

void TestEndpointBook::theFirstListedModelIsTheCurrentOne()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.book->useForThisRun(desk.serverEndpoint(false));
    QCOMPARE(desk.book->currentModelId(), QString());
    QSignalSpy changed(desk.book.get(), &EndpointBook::currentModelChanged);

    desk.book->refreshModels();
    QVERIFY(changed.wait());

    QCOMPARE(desk.book->currentModelId(), QStringLiteral("loopback-1"));
}

void TestEndpointBook::theChosenModelIsRememberedForEachServer()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.book->setCurrentModelId(QStringLiteral("grok-4.7"));
    desk.book->addOrReplace(desk.serverEndpoint(false));
    desk.book->setCurrent(QStringLiteral("mine"));
    QCOMPARE(desk.book->currentModelId(), QString());
    desk.book->setCurrentModelId(QStringLiteral("loopback-1"));

    QVERIFY(desk.start());

    QCOMPARE(desk.book->currentModelId(), QStringLiteral("loopback-1"));
    desk.book->setCurrent(QStringLiteral("xai"));
    QCOMPARE(desk.book->currentModelId(), QStringLiteral("grok-4.7"));
}

void TestEndpointBook::aFailedListKeepsTheOldOne()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.book->useForThisRun(desk.serverEndpoint(false));
    QSignalSpy refreshed(desk.book.get(), &EndpointBook::modelsRefreshed);
    desk.book->refreshModels();
    QVERIFY(refreshed.wait());
    ServerScript script;
    desk.server.enqueue(script.send(httpReply(500, "text/plain", "no")));
    QSignalSpy failed(desk.book.get(), &EndpointBook::modelsFailed);

    desk.book->refreshModels();
    QVERIFY(failed.wait());

    QCOMPARE(desk.book->models()->rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestEndpointBook)
#include "tst_endpointbook.moc"
