// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "compacttext_p.h"

#include <QTest>

#include <utility>

class TestCompactText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWasGiven_data();
    void comesBackAsItWasGiven();
    void aCopyIsItsOwnText();
    void assigningToItselfKeepsIt();
    void whatWasMovedAwayLeavesNothing();
    void textsOfOtherLettersOrLengthsDiffer();
};

void TestCompactText::comesBackAsItWasGiven_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << QStringLiteral("");
    QTest::newRow("one letter") << QStringLiteral("x");
    QTest::newRow("a zero inside and at the end") << QString::fromUtf16(u"a\0b\0", 4);
    QTest::newRow("a zero alone") << QString(QChar(0));
    QTest::newRow("Latin-1 to its last letter") << QStringLiteral("Größe \u0080\u00ff");
    QTest::newRow("the first beyond Latin-1") << QStringLiteral("abc\u0100");
    QTest::newRow("Chinese") << QStringLiteral("对话标题");
    QTest::newRow("beyond the first plane") << QString::fromUcs4(U"\U0001F426 grackle \U00020000");
    QTest::newRow("half a letter") << QStringLiteral("cut ") + QChar(0xd83d);
    QTest::newRow("marks of what was found") << QStringLiteral("a \u2068word\u2069 found");
    QTest::newRow("a million Latin letters") << QString(1000000, u'e');
    QTest::newRow("a million others") << QString(1000000, QChar(0x4e00));
}

void TestCompactText::comesBackAsItWasGiven()
{
    QFETCH(QString, text);
    const CompactText compact(text);
    QCOMPARE(compact.toString(), text);
    QCOMPARE(compact.isEmpty(), text.isEmpty());
    QVERIFY(compact == CompactText(text));
    const CompactText copy(compact);
    QCOMPARE(copy.toString(), text);
    QVERIFY(copy == compact);
}

void TestCompactText::aCopyIsItsOwnText()
{
    CompactText text(QStringLiteral("one"));
    const CompactText copy(text);
    text = QStringLiteral("another one");
    QCOMPARE(copy.toString(), QStringLiteral("one"));
    QCOMPARE(text.toString(), QStringLiteral("another one"));
    text = copy;
    QCOMPARE(text.toString(), QStringLiteral("one"));
    text = CompactText();
    QVERIFY(text.isEmpty());
    QCOMPARE(copy.toString(), QStringLiteral("one"));
}

void TestCompactText::assigningToItselfKeepsIt()
{
    CompactText text(QStringLiteral("Gespräch"));
    const CompactText &itself = text;
    text = itself;
    QCOMPARE(text.toString(), QStringLiteral("Gespräch"));
}

void TestCompactText::whatWasMovedAwayLeavesNothing()
{
    CompactText text(QStringLiteral("one"));
    CompactText other(std::move(text));
    QCOMPARE(other.toString(), QStringLiteral("one"));
    text = std::move(other);
    QCOMPARE(text.toString(), QStringLiteral("one"));
    QCOMPARE(std::exchange(text, CompactText()).toString(), QStringLiteral("one"));
    QVERIFY(text.isEmpty());
}

void TestCompactText::textsOfOtherLettersOrLengthsDiffer()
{
    const CompactText text(QStringLiteral("abcd"));
    for (const QString &other : { QString(), QStringLiteral("abce"), QStringLiteral("abc"), QStringLiteral("abcde"), QStringLiteral("abc\u0164"), QString::fromUtf16(u"abcd\0", 5) })
        QVERIFY2(!(text == CompactText(other)), qPrintable(other));
    // The same bytes, but other letters.
    QVERIFY(!(CompactText(QStringLiteral("\u4141")) == CompactText(QStringLiteral("AA"))));
    QVERIFY(CompactText() == CompactText(QStringLiteral("")));
    QVERIFY(!(CompactText() == text));
}

QTEST_GUILESS_MAIN(TestCompactText)
#include "tst_compacttext.moc"
