// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "apikey.h"

#include <QTest>

class ApiKeyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPastedAroundAKeyIsDropped_data();
    void whatIsPastedAroundAKeyIsDropped();
    void pastedBytesAreWiped();
    void debugOutputNeverHoldsTheKey();
};

void ApiKeyTest::whatIsPastedAroundAKeyIsDropped_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("plain") << QByteArray("xai-abc") << QByteArray("xai-abc");
    QTest::newRow("white space and line end") << QByteArray("  xai-abc\r\n") << QByteArray("xai-abc");
    QTest::newRow("double quotes") << QByteArray("\"xai-abc\"") << QByteArray("xai-abc");
    QTest::newRow("single quotes") << QByteArray("'xai-abc' ") << QByteArray("xai-abc");
    QTest::newRow("one pair of quotes only") << QByteArray("''xai-abc''") << QByteArray("'xai-abc'");
    QTest::newRow("a header smuggled in") << QByteArray("xai-abc\r\nX-Evil: 1") << QByteArray();
    QTest::newRow("a space inside") << QByteArray("xai abc") << QByteArray();
    QTest::newRow("beyond ASCII") << QByteArray("xai-\xc3\xa4") << QByteArray();
    QTest::newRow("nothing") << QByteArray("   ") << QByteArray();
}

void ApiKeyTest::whatIsPastedAroundAKeyIsDropped()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QByteArray, key);

    const ApiKey made = ApiKey::fromUserInput(std::move(pasted));

    QCOMPARE(made.bytes(), key);
    QCOMPARE(made.isEmpty(), key.isEmpty());
}

void ApiKeyTest::pastedBytesAreWiped()
{
    QByteArray pasted("xai-secret");

    const ApiKey key = ApiKey::fromUserInput(std::move(pasted));

    QVERIFY(pasted.isEmpty()); // NOLINT(bugprone-use-after-move): the contract says what is left
    QCOMPARE(key.bytes(), QByteArray("xai-secret"));
}

void ApiKeyTest::debugOutputNeverHoldsTheKey()
{
    QString text;
    QDebug(&text) << ApiKey::fromUserInput("xai-secret") << ApiKey();

    QVERIFY(!text.contains(QLatin1StringView("secret")));
    QVERIFY(text.contains(QLatin1StringView("ApiKey(set)")));
    QVERIFY(text.contains(QLatin1StringView("ApiKey(empty)")));
}

QTEST_GUILESS_MAIN(ApiKeyTest)
#include "tst_apikey.moc"
