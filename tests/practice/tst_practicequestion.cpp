// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicequestion_p.h"

#include <QTest>

using Words = QList<PracticeWord>;

class TestPracticeQuestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWordIsFoundInItsExample();
    void wordsCombineInAFixedOrder();
    void partsOfWordsDoNotCount();
    void mannersAreTakenOutOfASum();
    void whatFollowsEchoIsKeptAsItIs();
    void errorCountsOnlyBeforeAKnownName();
    void aNumberBehindLongSaysHowLong();
};

void TestPracticeQuestion::everyWordIsFoundInItsExample()
{
    QCOMPARE(practiceWords().size(), 29);
    for (const PracticeWordInfo &info : practiceWords())
        QVERIFY2(readQuestion(QString::fromLatin1(info.example)).has(info.word), info.name);
}

void TestPracticeQuestion::wordsCombineInAFixedOrder()
{
    const PracticeQuestion question = readQuestion(QStringLiteral("Fast, a TABLE and some `markdown`! fast"));

    QCOMPARE(question.words, (Words { PracticeWord::Markdown, PracticeWord::Table, PracticeWord::Fast }));
}

void TestPracticeQuestion::partsOfWordsDoNotCount()
{
    QCOMPARE(readQuestion(QStringLiteral("A breakfast at the stable, decoded")).words, Words());
}

void TestPracticeQuestion::mannersAreTakenOutOfASum()
{
    const PracticeQuestion question = readQuestion(QStringLiteral("think fast: What is 2 + 2?"));

    QCOMPARE(question.words, (Words { PracticeWord::Think, PracticeWord::Fast }));
    QCOMPARE(question.rest, QStringLiteral("What is 2 + 2?"));
}

void TestPracticeQuestion::whatFollowsEchoIsKeptAsItIs()
{
    const PracticeQuestion question = readQuestion(QStringLiteral("fast echo  two\n  lines, cut error 500 "));

    QCOMPARE(question.words, (Words { PracticeWord::Echo, PracticeWord::Fast }));
    QCOMPARE(question.echo, QStringLiteral(" two\n  lines, cut error 500 "));
    QVERIFY(!readQuestion(QStringLiteral("echoes of home")).has(PracticeWord::Echo));
    QCOMPARE(readQuestion(QStringLiteral("echo")).echo, QString());
}

void TestPracticeQuestion::errorCountsOnlyBeforeAKnownName()
{
    QVERIFY(!readQuestion(QStringLiteral("an error in my text")).has(PracticeWord::Error));
    QCOMPARE(readQuestion(QStringLiteral("error 429")).errorName, QStringLiteral("429"));
    QVERIFY(!readQuestion(QStringLiteral("error 429")).failsOnce);
    QVERIFY(readQuestion(QStringLiteral("error busy once")).failsOnce);
    // Questions that nobody answered come as one.
    QVERIFY(!readQuestion(QStringLiteral("error 429\n\nfast markdown")).has(PracticeWord::Error));
    QCOMPARE(readQuestion(QStringLiteral("error 429\n\nerror portal")).errorName, QStringLiteral("portal"));
}

void TestPracticeQuestion::aNumberBehindLongSaysHowLong()
{
    QCOMPARE(readQuestion(QStringLiteral("long 5000")).longTokens, std::optional<int>(5000));
    QCOMPARE(readQuestion(QStringLiteral("long 999999999")).longTokens, std::optional<int>(200'000));
    QVERIFY(!readQuestion(QStringLiteral("a long one")).longTokens);
}

QTEST_GUILESS_MAIN(TestPracticeQuestion)
#include "tst_practicequestion.moc"
