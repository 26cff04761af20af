// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "keychainkeystore.h"

#include "libraryfixture.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <csignal>

#include <sys/types.h>

// Against a real gnome-keyring. Each case runs in a process of its own with the bus it needs (see CMakeLists.txt):
// the first argument names the situation, and only its tests run. Without one there is no bus.
class KeychainKeyStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anUnlockedKeyringKeepsReadsAndForgets();
    void aKeyThatIsReplacedIsTheNewOne();
    void keysOfTwoOriginsAreApart();
    void theEntryIsFoundByTheApplicationsIdAndTheOrigin();
    void aLockedKeyringIsLockedAndNotEmpty();
    void aKeyringThatHangsIsSlowAndWorksAgainWhenItAnswers();
    void nobodyIsCalledWhoseContextHasGone();
    void withoutAServiceKeysCannotBeKept();
    void withoutABusKeysCannotBeKept();

private:
    static ApiKey key(const char *text) { return ApiKey::fromUserInput(QByteArray(text)); }
    Result<ApiKey> read(const QString &origin);
    Result<Done> write(const QString &origin, const ApiKey &key);
    Result<Done> remove(const QString &origin);
    KeyringState probe();
    void lock();
    void unlock();
    qint64 daemon();
    void verifyNothingWorks(KeyringState state);

    KeychainKeyStore m_store { QStringLiteral("org.grackle.Grackle") };
    const QString m_origin = QStringLiteral("https://api.x.ai");
};

Result<ApiKey> KeychainKeyStoreTest::read(const QString &origin)
{
    return resultOf<ApiKey>([&](QObject *context, auto done) { m_store.read(origin, context, done); });
}

Result<Done> KeychainKeyStoreTest::write(const QString &origin, const ApiKey &key)
{
    return resultOf<Done>([&](QObject *context, auto done) { m_store.write(origin, key, context, done); });
}

Result<Done> KeychainKeyStoreTest::remove(const QString &origin)
{
    return resultOf<Done>([&](QObject *context, auto done) { m_store.remove(origin, context, done); });
}

KeyringState KeychainKeyStoreTest::probe()
{
    QObject context;
    std::optional<KeyringState> state;
    m_store.probe(&context, [&](KeyringState got) { state = got; });
    return QTest::qWaitFor([&] { return state.has_value(); }, 20'000) ? *state : KeyringState::Slow;
}

void KeychainKeyStoreTest::lock()
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                                                       QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    const QList<QDBusObjectPath> collections { QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login")) };
    call.setArguments({ QVariant::fromValue(collections) });
    QCOMPARE(QDBusConnection::sessionBus().call(call).type(), QDBusMessage::ReplyMessage);
}

// As the desktop's password prompt does it.
void KeychainKeyStoreTest::unlock()
{
    const auto call = [](const QString &interface, const QString &method, const QVariantList &arguments) {
        QDBusMessage message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"), interface, method);
        message.setArguments(arguments);
        return QDBusConnection::sessionBus().call(message);
    };
    const QDBusMessage session = call(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"),
                                      { QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString())) });
    QCOMPARE(session.type(), QDBusMessage::ReplyMessage);
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().at(1).value<QDBusObjectPath>() << QByteArray() << QByteArrayLiteral("test") << QStringLiteral("text/plain");
    secret.endStructure();
    const QDBusMessage unlocked = call(QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"), QStringLiteral("UnlockWithMasterPassword"),
                                       { QVariant::fromValue(QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))), QVariant::fromValue(secret) });
    QVERIFY2(unlocked.type() == QDBusMessage::ReplyMessage, qPrintable(unlocked.errorMessage()));
}

qint64 KeychainKeyStoreTest::daemon()
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                                       QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetConnectionUnixProcessID"));
    call.setArguments({ QStringLiteral("org.freedesktop.secrets") });
    const QDBusReply<uint> reply = QDBusConnection::sessionBus().call(call);
    return reply.isValid() ? qint64(reply.value()) : 0;
}

void KeychainKeyStoreTest::anUnlockedKeyringKeepsReadsAndForgets()
{
    QVERIFY(read(m_origin).value().isEmpty());

    VERIFY_DONE(write(m_origin, key("xai-marked-key-1")));
    QVERIFY(read(m_origin).value() == key("xai-marked-key-1"));
    VERIFY_DONE(remove(m_origin));

    const auto left = read(m_origin);
    VERIFY_DONE(left);
    QVERIFY(left.value().isEmpty());
    VERIFY_DONE(remove(m_origin));
}

void KeychainKeyStoreTest::aKeyThatIsReplacedIsTheNewOne()
{
    VERIFY_DONE(write(m_origin, key("old")));

    VERIFY_DONE(write(m_origin, key("new~!@#$%^&*()")));

    QVERIFY(read(m_origin).value() == key("new~!@#$%^&*()"));
    VERIFY_DONE(remove(m_origin));
}

void KeychainKeyStoreTest::keysOfTwoOriginsAreApart()
{
    const QString other = QStringLiteral("http://127.0.0.1:8080");
    VERIFY_DONE(write(m_origin, key("one")));
    VERIFY_DONE(write(other, key("two")));

    VERIFY_DONE(remove(other));

    QVERIFY(read(m_origin).value() == key("one"));
    QVERIFY(read(other).value().isEmpty());
    VERIFY_DONE(remove(m_origin));
}

void KeychainKeyStoreTest::theEntryIsFoundByTheApplicationsIdAndTheOrigin()
{
    VERIFY_DONE(write(m_origin, key("visible-in-the-keyring")));

    QProcess tool;
    tool.start(QStringLiteral("gdbus"), { QStringLiteral("call"), QStringLiteral("--session"), QStringLiteral("-d"), QStringLiteral("org.freedesktop.secrets"),
                                          QStringLiteral("-o"), QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("-m"),
                                          QStringLiteral("org.freedesktop.Secret.Service.SearchItems"),
                                          QStringLiteral("{'server': 'org.grackle.Grackle', 'user': 'https://api.x.ai'}") });
    QVERIFY(tool.waitForFinished());

    QVERIFY(tool.readAllStandardOutput().contains("/org/freedesktop/secrets/collection/login/"));
    VERIFY_DONE(remove(m_origin));
}

void KeychainKeyStoreTest::aLockedKeyringIsLockedAndNotEmpty()
{
    VERIFY_DONE(write(m_origin, key("stays")));
    lock();
    QCOMPARE(probe(), KeyringState::Locked);

    QCOMPARE(read(m_origin).error().kind, ErrorKind::KeyringLocked);
    QCOMPARE(write(m_origin, key("overwrites")).error().kind, ErrorKind::KeyringLocked);
    QCOMPARE(remove(m_origin).error().kind, ErrorKind::KeyringLocked);
    // Nobody is there to type the password.
    const auto unlocked = resultOf<Done>([&](QObject *context, auto done) { m_store.unlock(context, done); });
    QCOMPARE(unlocked.error().kind, ErrorKind::KeyringLocked);

    unlock();
    QTRY_COMPARE(probe(), KeyringState::Unlocked);
    QVERIFY(read(m_origin).value() == key("stays"));
    VERIFY_DONE(remove(m_origin));
}

void KeychainKeyStoreTest::aKeyringThatHangsIsSlowAndWorksAgainWhenItAnswers()
{
    VERIFY_DONE(write(m_origin, key("stays")));
    const pid_t process = pid_t(daemon());
    QVERIFY(process > 1);
    QCOMPARE(::kill(process, SIGSTOP), 0);

    const KeyringState state = probe();
    const auto whileStopped = read(m_origin);
    QCOMPARE(::kill(process, SIGCONT), 0);

    QCOMPARE(state, KeyringState::Slow);
    QCOMPARE(whileStopped.error().kind, ErrorKind::KeyringUnavailable);
    QTRY_COMPARE(probe(), KeyringState::Unlocked);
    QVERIFY(read(m_origin).value() == key("stays"));
    VERIFY_DONE(remove(m_origin));
}

void KeychainKeyStoreTest::nobodyIsCalledWhoseContextHasGone()
{
    bool wasCalled = false;
    auto context = std::make_unique<QObject>();
    m_store.read(m_origin, context.get(), [&](const Result<ApiKey> &) { wasCalled = true; });
    context.reset();

    VERIFY_DONE(read(m_origin));
    QVERIFY(!wasCalled);
}

void KeychainKeyStoreTest::verifyNothingWorks(KeyringState state)
{
    QCOMPARE(probe(), state);
    QCOMPARE(read(m_origin).error().kind, ErrorKind::KeyringUnavailable);
    QCOMPARE(write(m_origin, key("nowhere")).error().kind, ErrorKind::KeyringUnavailable);
    QCOMPARE(remove(m_origin).error().kind, ErrorKind::KeyringUnavailable);
    QVERIFY(!read(m_origin).error().message.isEmpty());
}

void KeychainKeyStoreTest::withoutAServiceKeysCannotBeKept()
{
    verifyNothingWorks(KeyringState::NoService);
}

void KeychainKeyStoreTest::withoutABusKeysCannotBeKept()
{
    verifyNothingWorks(KeyringState::NoBus);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    qDBusRegisterMetaType<QList<QDBusObjectPath>>();
    const QString situation = application.arguments().value(1);
    QStringList tests { application.arguments().first() };
    if (situation == QLatin1String("keyring")) {
        tests << QStringLiteral("anUnlockedKeyringKeepsReadsAndForgets") << QStringLiteral("aKeyThatIsReplacedIsTheNewOne")
              << QStringLiteral("keysOfTwoOriginsAreApart") << QStringLiteral("theEntryIsFoundByTheApplicationsIdAndTheOrigin")
              << QStringLiteral("aLockedKeyringIsLockedAndNotEmpty") << QStringLiteral("aKeyringThatHangsIsSlowAndWorksAgainWhenItAnswers")
              << QStringLiteral("nobodyIsCalledWhoseContextHasGone");
    } else if (situation == QLatin1String("no-service")) {
        tests << QStringLiteral("withoutAServiceKeysCannotBeKept");
    } else {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        tests << QStringLiteral("withoutABusKeysCannotBeKept");
    }
    KeychainKeyStoreTest test;
    return QTest::qExec(&test, tests);
}
#include "tst_keychainkeystore.moc"
