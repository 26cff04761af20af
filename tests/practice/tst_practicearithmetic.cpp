// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicearithmetic_p.h"

#include <QTest>

class TestPracticeArithmetic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sumsAreWorkedOut_data();
    void sumsAreWorkedOut();
    void aDivisionByZeroHasNoValue();
    void otherQuestionsAreNoSums_data();
    void otherQuestionsAreNoSums();
};

void TestPracticeArithmetic::sumsAreWorkedOut_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("value");

    QTest::newRow("the first question") << QStringLiteral("What is 2 + 2?") << QStringLiteral("4");
    QTest::newRow("bare") << QStringLiteral("7*6") << QStringLiteral("42");
    QTest::newRow("products before sums") << QStringLiteral("what is 2 + 3 * 4 - 1?") << QStringLiteral("13");
    QTest::newRow("from left to right") << QStringLiteral("Calculate 20 - 5 - 5 =") << QStringLiteral("10");
    QTest::newRow("parentheses") << QStringLiteral("(2 + 3) * 4") << QStringLiteral("20");
    QTest::newRow("fractions") << QStringLiteral("How much is 0.1 + 0.2?") << QStringLiteral("0.3");
    QTest::newRow("division") << QStringLiteral("7 / 2") << QStringLiteral("3.5");
    QTest::newRow("signs of print") << QStringLiteral("6 × 7 ÷ 2 − 1") << QStringLiteral("20");
    QTest::newRow("negative") << QStringLiteral("-3 * -3") << QStringLiteral("9");
    QTest::newRow("nothing left") << QStringLiteral("5 - 5") << QStringLiteral("0");
    QTest::newRow("large") << QStringLiteral("123456789 * 1000") << QStringLiteral("123456789000");
}

void TestPracticeArithmetic::sumsAreWorkedOut()
{
    QFETCH(const QString, question);
    QFETCH(const QString, value);

    const auto calculation = calculate(question);

    QVERIFY(calculation);
    QVERIFY(calculation->value);
    QCOMPARE(numberText(*calculation->value), value);
}

void TestPracticeArithmetic::aDivisionByZeroHasNoValue()
{
    const auto calculation = calculate(QStringLiteral("What is 1 / 0?"));

    QVERIFY(calculation);
    QVERIFY(!calculation->value);
    QCOMPARE(calculation->expression, QStringLiteral("1 / 0"));
}

void TestPracticeArithmetic::otherQuestionsAreNoSums_data()
{
    QTest::addColumn<QString>("question");

    QTest::newRow("empty") << QString();
    QTest::newRow("a number") << QStringLiteral("What is 42?");
    QTest::newRow("words") << QStringLiteral("What is love?");
    QTest::newRow("words in it") << QStringLiteral("2 apples + 2 pears");
    QTest::newRow("open end") << QStringLiteral("2 +");
    QTest::newRow("open parenthesis") << QStringLiteral("(2 + 3");
    QTest::newRow("two dots") << QStringLiteral("1.2.3 + 4");
    QTest::newRow("very deep") << QString(100'000, u'(') + QStringLiteral("1+1") + QString(100'000, u')');
}

void TestPracticeArithmetic::otherQuestionsAreNoSums()
{
    QFETCH(const QString, question);

    QVERIFY(!calculate(question));
}

QTEST_GUILESS_MAIN(TestPracticeArithmetic)
#include "tst_practicearithmetic.moc"
