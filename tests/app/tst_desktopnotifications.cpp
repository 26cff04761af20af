// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "answernotifier.h"
#include "applicationfixture.h"
#include "librarymodel.h"
#include "manualclock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

// What a desktop does with a message: it keeps it, and says when somebody presses it.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown { uint replaces = 0; QString title; QString text; QStringList actions; };
    QList<Shown> shown;
    QList<uint> closed;

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text, const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({ replaces, title, text, actions });
        return replaces > 0 ? replaces : uint(shown.size() + 40);
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

// The message that an answer is ready, on a bus of the test's own.
class TestDesktopNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void marksAreShownAsTheyAre();
    void aNewerMessageTakesThePlaceOfTheOlder();
    void pressingItSaysWhichOne();
    void withoutABusNothingHappens();
    void aLongAnswerIsToldWhileThePersonIsElsewhere();
    void aShortAnswerIsNotTold();
    void whoComesBackFindsNoMessage();
    void whoWantsNoneGetsNone();

private:
    struct Bench;
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;
    QDBusConnection ours() const { return QDBusConnection(QStringLiteral("ours")); }
};

void TestDesktopNotifications::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_daemon.start(QStringLiteral("dbus-daemon"), { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1") });
    QVERIFY(m_daemon.waitForStarted());
    while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(10'000)) { }
    m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    QVERIFY(!m_address.isEmpty());
}

void TestDesktopNotifications::init()
{
    m_desktop = std::make_unique<FakeDesktop>();
    QDBusConnection theirs = QDBusConnection::connectToBus(m_address, QStringLiteral("theirs"));
    QVERIFY(theirs.registerObject(QStringLiteral("/org/freedesktop/Notifications"), m_desktop.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(theirs.registerService(QStringLiteral("org.freedesktop.Notifications")));
    QVERIFY(QDBusConnection::connectToBus(m_address, QStringLiteral("ours")).isConnected());
}

void TestDesktopNotifications::cleanup()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("ours"));
    QDBusConnection::disconnectFromBus(QStringLiteral("theirs"));
}

void TestDesktopNotifications::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestDesktopNotifications::marksAreShownAsTheyAre()
{
    DesktopNotifications notifications(ours());

    notifications.show(QStringLiteral("a"), QStringLiteral("Ready"), QStringLiteral("<b>1 & 2</b>\n\u202egnp.exe<img src=\"file:///etc/passwd\">"));

    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QCOMPARE(m_desktop->shown[0].title, QStringLiteral("Ready"));
    QCOMPARE(m_desktop->shown[0].text, QStringLiteral("&lt;b&gt;1 &amp; 2&lt;/b&gt;  gnp.exe&lt;img src=&quot;file:///etc/passwd&quot;&gt;"));
    QVERIFY(m_desktop->shown[0].actions.contains(QStringLiteral("default")));
}

void TestDesktopNotifications::aNewerMessageTakesThePlaceOfTheOlder()
{
    DesktopNotifications notifications(ours());
    notifications.show(QStringLiteral("a"), QStringLiteral("One"), {});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QTRY_VERIFY(notifications.isShown(QStringLiteral("a")));
    notifications.show(QStringLiteral("a"), QStringLiteral("Two"), {});
    QTRY_COMPARE(m_desktop->shown.size(), 2);
    QCOMPARE(m_desktop->shown[1].replaces, 41u);
    notifications.withdraw(QStringLiteral("a"));
    QTRY_COMPARE(m_desktop->closed.value(0), 41u);
}

void TestDesktopNotifications::pressingItSaysWhichOne()
{
    DesktopNotifications notifications(ours());
    QSignalSpy activated(&notifications, &DesktopNotifications::activated);
    notifications.show(QStringLiteral("a"), QStringLiteral("One"), {});
    QTRY_VERIFY(notifications.isShown(QStringLiteral("a")));

    Q_EMIT m_desktop->ActionInvoked(7, QStringLiteral("default"));
    Q_EMIT m_desktop->ActionInvoked(41, QStringLiteral("other"));
    Q_EMIT m_desktop->ActionInvoked(41, QStringLiteral("default"));

    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), QStringLiteral("a"));
}

void TestDesktopNotifications::withoutABusNothingHappens()
{
    DesktopNotifications notifications(QDBusConnection(QStringLiteral("no such bus")));

    notifications.show(QStringLiteral("a"), QStringLiteral("One"), {});
    notifications.withdraw(QStringLiteral("a"));

    QCOMPARE(m_desktop->shown.size(), 0);
}

// The conversation's running is told as the program tells it; the clock is moved by hand.
struct TestDesktopNotifications::Bench
{
    explicit Bench(const QDBusConnection &bus)
    {
        fixture.openPractice();
        window.setAttribute(Qt::WA_ShowWithoutActivating);
        settings = std::make_unique<Settings>(fixture.folder.filePath(QStringLiteral("own.ini")));
        model = std::make_unique<LibraryModel>(fixture.session().library(), clock);
        notifier = std::make_unique<AnswerNotifier>(AnswerNotifier::Parts { fixture.session().conversations(), *model, *settings, clock, window }, bus);
        fixture.shown()->setTitle(QStringLiteral("Telescope <i>"));
    }
    void answer(std::chrono::milliseconds duration)
    {
        Q_EMIT fixture.session().conversations().runningChanged(fixture.shown()->id(), true);
        clock.advance(duration);
        Q_EMIT fixture.session().conversations().runningChanged(fixture.shown()->id(), false);
    }
    ApplicationFixture fixture;
    ManualClock clock;
    QWidget window;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<LibraryModel> model;
    std::unique_ptr<AnswerNotifier> notifier;
};

void TestDesktopNotifications::aLongAnswerIsToldWhileThePersonIsElsewhere()
{
    Bench bench(ours());
    QSignalSpy wanted(bench.notifier.get(), &AnswerNotifier::wanted);

    bench.answer(AnswerNotifier::LongAnswer);

    QTRY_COMPARE(m_desktop->shown.size(), 1);
    // The answer itself may be for nobody else's eyes.
    QCOMPARE(m_desktop->shown[0].text, QStringLiteral("Telescope &lt;i&gt;"));
    QTRY_VERIFY([&] {
        Q_EMIT m_desktop->ActionInvoked(41, QStringLiteral("default"));
        return wanted.wait(200);
    }());
    QCOMPARE(wanted.first().first().value<ConversationId>(), bench.fixture.shown()->id());
}

void TestDesktopNotifications::aShortAnswerIsNotTold()
{
    Bench bench(ours());

    bench.answer(AnswerNotifier::LongAnswer - std::chrono::milliseconds(1));
    bench.answer(AnswerNotifier::LongAnswer);

    QTRY_COMPARE(m_desktop->shown.size(), 1);
}

void TestDesktopNotifications::whoComesBackFindsNoMessage()
{
    Bench bench(ours());
    bench.answer(AnswerNotifier::LongAnswer);
    QTRY_COMPARE(m_desktop->shown.size(), 1);

    QEvent back(QEvent::WindowActivate);
    QCoreApplication::sendEvent(&bench.window, &back);

    QTRY_COMPARE(m_desktop->closed, QList<uint>({ 41 }));
}

void TestDesktopNotifications::whoWantsNoneGetsNone()
{
    Bench bench(ours());
    bench.settings->set(keys::tellsOfAnswers, false);
    bench.answer(AnswerNotifier::LongAnswer);
    bench.settings->set(keys::tellsOfAnswers, true);
    bench.answer(AnswerNotifier::LongAnswer);

    QTRY_COMPARE(m_desktop->shown.size(), 1);
}

QTEST_MAIN(TestDesktopNotifications)
#include "tst_desktopnotifications.moc"
