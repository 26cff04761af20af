// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "applicationfixture.h"
#include "firstrunpage.h"
#include "practiceserver.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

// The first page against a real server on loopback: keys are tested, kept, and told where.
class TestFirstStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aKeyThatTheServerTakesIsKeptInTheKeyring();
    void withoutAKeyringTheKeyIsKeptForThisRunAndThePageSaysWhy();
    void aServerWithoutAKeyIsUsedWhenItListsItsModels();
    void aServerThatDoesNotAnswerLeavesNothingBehind();
    void thePageIsLeftByEscapeByItsButtonAndByAsking();
    void whoHasAServerPaysForNoPageOfServers();

private:
    std::unique_ptr<PracticeServer> m_server;

    static FirstRunPage *page(const ApplicationFixture &fixture) { return fixture.window().findChild<FirstRunPage *>(); }
    static QString result(const ApplicationFixture &fixture)
    {
        return page(fixture)->findChild<QLabel *>(QStringLiteral("serverResult"))->text();
    }
    static void offer(const ApplicationFixture &fixture, const QString &url, const QString &key)
    {
        page(fixture)->findChild<QLineEdit *>(QStringLiteral("serverUrl"))->setText(url);
        page(fixture)->findChild<QLineEdit *>(QStringLiteral("serverKey"))->setText(key);
        page(fixture)->findChild<QPushButton *>(QStringLiteral("serverTest"))->click();
    }
};

void TestFirstStart::initTestCase()
{
    auto started = PracticeServer::start();
    QVERIFY(bool(started));
    m_server = std::move(started).value();
}

void TestFirstStart::aKeyThatTheServerTakesIsKeptInTheKeyring()
{
    ApplicationFixture fixture;
    fixture.open();

    offer(fixture, m_server->baseUrl().toString(), QStringLiteral("xai-loopback-key"));

    QTRY_COMPARE(fixture.session().endpoints().current().baseUrl, m_server->baseUrl());
    QCOMPARE(fixture.session().endpoints().keyPlace(fixture.session().endpoints().current()).where, KeyPlace::Where::Keyring);
    QVERIFY(fixture.session().endpoints().isConfigured());
    QTRY_VERIFY(!page(fixture)->isVisible());
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
}

void TestFirstStart::withoutAKeyringTheKeyIsKeptForThisRunAndThePageSaysWhy()
{
    ApplicationFixture fixture;
    fixture.keyringState = KeyringState::NoService;
    fixture.open();

    offer(fixture, m_server->baseUrl().toString(), QStringLiteral("xai-loopback-key"));

    QTRY_COMPARE(fixture.session().endpoints().keyPlace(fixture.session().endpoints().current()).where, KeyPlace::Where::ThisRunOnly);
    QTRY_VERIFY2(result(fixture).contains(QStringLiteral("this run only")), qPrintable(result(fixture)));
}

void TestFirstStart::aServerWithoutAKeyIsUsedWhenItListsItsModels()
{
    ApplicationFixture fixture;
    fixture.open();

    offer(fixture, m_server->baseUrl().toString(), QString());

    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    QCOMPARE(fixture.session().endpoints().current().baseUrl, m_server->baseUrl());
    QVERIFY(!fixture.session().endpoints().current().needsKey);
}

void TestFirstStart::aServerThatDoesNotAnswerLeavesNothingBehind()
{
    ApplicationFixture fixture;
    fixture.open();
    const qsizetype before = fixture.session().endpoints().endpoints().size();

    offer(fixture, QStringLiteral("http://127.0.0.1:9"), QString());

    QTRY_COMPARE_WITH_TIMEOUT(fixture.session().endpoints().endpoints().size(), before, 15000);
    QTRY_VERIFY(page(fixture)->findChild<QPushButton *>(QStringLiteral("serverTest"))->isEnabled());
    QVERIFY(!fixture.session().endpoints().isConfigured());
    QVERIFY(page(fixture)->isVisible());
}

void TestFirstStart::thePageIsLeftByEscapeByItsButtonAndByAsking()
{
    ApplicationFixture fixture;
    fixture.open();
    auto *back = page(fixture)->findChild<QPushButton *>(QStringLiteral("back"));
    QVERIFY(page(fixture)->isVisible() && !back->isVisible());
    QTest::keyClick(page(fixture), Qt::Key_Escape);
    QVERIFY(page(fixture)->isVisible());
    fixture.close();

    fixture.openPractice();
    QTRY_VERIFY(!fixture.shown()->modelId().isEmpty());
    const auto connectToServer = [&fixture] {
        fixture.window().actions().action(QStringLiteral("connect"))->trigger();
        return page(fixture)->isVisible();
    };
    QVERIFY(connectToServer());
    QTest::keyClick(page(fixture), Qt::Key_Escape);
    QVERIFY(!page(fixture)->isVisible());
    QVERIFY(fixture.composer()->findChild<ComposerEdit *>()->hasFocus());
    QVERIFY(connectToServer());
    page(fixture)->findChild<QPushButton *>(QStringLiteral("back"))->click();
    QVERIFY(!page(fixture)->isVisible());
    QVERIFY(connectToServer());
    fixture.type(QStringLiteral("fast echo one"));
    fixture.pressEnter();
    QTRY_VERIFY(!page(fixture)->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.isIdle(), true, 20'000);
}

void TestFirstStart::whoHasAServerPaysForNoPageOfServers()
{
    ApplicationFixture fixture;
    fixture.openPractice();

    QVERIFY(!page(fixture));

    fixture.window().conversationPane()->showFirstRunPage();
    QVERIFY(page(fixture)->isVisible());
}

QTEST_MAIN(TestFirstStart)
#include "tst_firststart.moc"
