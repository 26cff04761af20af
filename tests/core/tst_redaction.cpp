// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "redaction.h"

#include <QTest>

class RedactionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keysAreMasked_data();
    void keysAreMasked();
    void theKeyInUseIsMaskedWhateverItLooksLike();
    void longTextIsCutWithoutHalvingACharacter();
};

void RedactionTest::keysAreMasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("xai") << "Incorrect API key provided: xai-abcdefghij1234." << "Incorrect API key provided: xai-…";
    QTest::newRow("masked by the server") << "key sk-ab***********yz is wrong" << "key sk-… is wrong";
    QTest::newRow("header") << "Authorization: Bearer abcdefghijkl" << "Authorization: Bearer …";
    QTest::newRow("a word that begins alike") << "task-based risk-free sk-1" << "task-based risk-free sk-1";
    QTest::newRow("nothing to hide") << "The model does not exist" << "The model does not exist";
}

void RedactionTest::keysAreMasked()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);

    QCOMPARE(redacted(text), shown);
}

void RedactionTest::theKeyInUseIsMaskedWhateverItLooksLike()
{
    const ApiKey key = ApiKey::fromUserInput("hunter2hunter2");

    const QString shown = redacted(QStringLiteral("no: hunter2hunter2 / aHVudGVyMmh1bnRlcjI="), key);

    QCOMPARE(shown, QStringLiteral("no: … / …"));
}

void RedactionTest::longTextIsCutWithoutHalvingACharacter()
{
    const QString text = QStringLiteral("abc\U0001F600def");

    QCOMPARE(redacted(text, {}, 4), QStringLiteral("abc…"));
    QCOMPARE(redacted(QString(100'000, QLatin1Char('x')), {}, 10).size(), 11);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
