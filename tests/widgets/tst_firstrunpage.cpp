// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "firstrunpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

static Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

class TestFirstRunPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPastedKeyIsOfferedAndLeavesItsField();
    void whatIsNoKeyIsNotOffered();
    void theExactAddressIsShown();
    void anAddressThatCannotBeUsedSaysWhy();
    void aServerWithoutAKeyNeedsNone();
    void aKeyForThisRunOnlySaysWhy();
    void aRefusedKeyCanBeTriedAgain();

private:
    template<typename T> static T *part(const FirstRunPage &page, const char *name)
    {
        return page.findChild<T *>(QString::fromLatin1(name));
    }
};

void TestFirstRunPage::initTestCase()
{
    qRegisterMetaType<ApiKey>();
}

void TestFirstRunPage::aPastedKeyIsOfferedAndLeavesItsField()
{
    FirstRunPage page;
    QSignalSpy offered(&page, &FirstRunPage::endpointOffered);
    auto *field = part<QLineEdit>(page, "xaiKey");
    field->setText(QStringLiteral("  \"xai-test-key\" "));

    part<QPushButton>(page, "xaiTest")->click();

    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(field->text().isEmpty());
    QVERIFY(!field->isUndoAvailable());
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered.first().at(0).value<Endpoint>().id, QStringLiteral("xai"));
    QCOMPARE(offered.first().at(1).value<ApiKey>().bytes(), QByteArray("xai-test-key"));
    QVERIFY(!part<QPushButton>(page, "xaiTest")->isEnabled());
}

void TestFirstRunPage::whatIsNoKeyIsNotOffered()
{
    FirstRunPage page;
    QSignalSpy offered(&page, &FirstRunPage::endpointOffered);
    part<QLineEdit>(page, "xaiKey")->setText(QStringLiteral("ключ"));

    part<QPushButton>(page, "xaiTest")->click();

    QCOMPARE(offered.size(), 0);
    QVERIFY(part<QLabel>(page, "xaiResult")->text().contains(QStringLiteral("no key")));
}

void TestFirstRunPage::theExactAddressIsShown()
{
    FirstRunPage page;

    part<QLineEdit>(page, "serverUrl")->setText(QStringLiteral("127.0.0.1:8080"));

    QVERIFY(part<QLabel>(page, "serverResult")->text().contains(QStringLiteral("http://127.0.0.1:8080/v1/chat/completions")));
    QVERIFY(part<QPushButton>(page, "serverTest")->isEnabled());
}

void TestFirstRunPage::anAddressThatCannotBeUsedSaysWhy()
{
    FirstRunPage page;

    part<QLineEdit>(page, "serverUrl")->setText(QStringLiteral("ftp://example.org"));

    QVERIFY(!part<QLabel>(page, "serverResult")->text().isEmpty());
    QVERIFY(!part<QPushButton>(page, "serverTest")->isEnabled());
}

void TestFirstRunPage::aServerWithoutAKeyNeedsNone()
{
    FirstRunPage page;
    QSignalSpy offered(&page, &FirstRunPage::endpointOffered);
    part<QLineEdit>(page, "serverUrl")->setText(QStringLiteral("http://127.0.0.1:8080"));

    part<QPushButton>(page, "serverTest")->click();

    const auto endpoint = offered.first().at(0).value<Endpoint>();
    QVERIFY(!endpoint.needsKey);
    QCOMPARE(endpoint.baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8080/v1")));
    QCOMPARE(endpoint.name, QStringLiteral("127.0.0.1:8080"));
}

void TestFirstRunPage::aKeyForThisRunOnlySaysWhy()
{
    FirstRunPage page;

    page.showKeyKept(xaiEndpoint(), { KeyPlace::Where::ThisRunOnly, QStringLiteral("The keyring is locked, so it is kept for this run only.") }, true);

    QCOMPARE(part<QLabel>(page, "xaiResult")->text(),
             QStringLiteral("The server took the key. The keyring is locked, so it is kept for this run only."));
}

void TestFirstRunPage::aRefusedKeyCanBeTriedAgain()
{
    FirstRunPage page;
    part<QLineEdit>(page, "xaiKey")->setText(QStringLiteral("xai-wrong"));
    part<QPushButton>(page, "xaiTest")->click();

    page.showRefused(xaiEndpoint(), errorOf(ErrorKind::Unauthorized));

    QVERIFY(part<QPushButton>(page, "xaiTest")->isEnabled());
    QVERIFY(part<QLabel>(page, "xaiResult")->text().contains(QStringLiteral("key")));
}

QTEST_MAIN(TestFirstRunPage)
#include "tst_firstrunpage.moc"
