// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "hiddencharacters.h"
#include "tableexport.h"

#include <QTest>

class TestCopiedText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTableBecomesTsvAndCsv();
    void aCellCannotBreakItsRow();
    void hiddenCharactersAreShownSignForSign();
    void ordinaryCodeHidesNothing();
    void aJoinerOfEmojiIsNotHidden();
    void aCharacterKeepsSixteenMarks_data();
    void aCharacterKeepsSixteenMarks();
};

void TestCopiedText::aTableBecomesTsvAndCsv()
{
    MarkdownDocument document;
    document.append(QStringLiteral("| a | b |\n| - | - |\n| 1, 2 | **say** \"x\" |\n"));
    document.finish();
    const Leaf &table = document.leaves().front();

    QCOMPARE(tableAsTsv(table), QStringLiteral("a\tb\n1, 2\tsay \"x\"\n"));
    QCOMPARE(tableAsCsv(table), QStringLiteral("a,b\r\n\"1, 2\",\"say \"\"x\"\"\"\r\n"));
}

void TestCopiedText::aCellCannotBreakItsRow()
{
    Leaf table;
    table.kind = LeafKind::Table;
    table.rows = { { { QStringLiteral("a\tb"), {} }, { QString(QChar::LineSeparator), {} } } };

    QCOMPARE(tableAsTsv(table), QStringLiteral("a b\t \n"));
    QCOMPARE(tableAsCsv(table), QStringLiteral("a\tb,\"\n\"\r\n"));
}

void TestCopiedText::hiddenCharactersAreShownSignForSign()
{
    const QString code = QStringLiteral("if\u202E x\u200By\u0007\u00ADz");

    QCOMPARE(countHiddenCharacters(code), 4);
    QCOMPARE(withHiddenCharactersShown(code), QStringLiteral("if\u21C4 x\u25CAy\u2407\u25CAz"));
}

void TestCopiedText::ordinaryCodeHidesNothing()
{
    const QString code = QStringLiteral("\tä = \"日本\";\n");

    QCOMPARE(countHiddenCharacters(code), 0);
    QCOMPARE(withHiddenCharactersShown(code), code);
}

void TestCopiedText::aJoinerOfEmojiIsNotHidden()
{
    const QString woman = QStringLiteral("\U0001F469\u200D\U0001F4BB");

    QCOMPARE(countHiddenCharacters(woman), 0);
    QCOMPARE(withHiddenCharactersShown(woman), woman);
    QCOMPARE(countHiddenCharacters(QStringLiteral("user\u200Dname")), 1);
}

void TestCopiedText::aCharacterKeepsSixteenMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString mark = QStringLiteral("\u0301");
    const QString nothing = QStringLiteral("\u2060");
    QTest::newRow("sixteen") << u'a' + mark.repeated(16) << u'a' + mark.repeated(16);
    QTest::newRow("more") << u'a' + mark.repeated(20) + u'b' << u'a' + mark.repeated(16) + nothing.repeated(4) + u'b';
    QTest::newRow("each character has its own")
        << u'a' + mark.repeated(10) + u'b' + mark.repeated(10) << u'a' + mark.repeated(10) + u'b' + mark.repeated(10);
    const QString wide = QStringLiteral("\U0001D165\U0001D167");     // a stem is a spacing mark, a tremolo is none
    QTest::newRow("two units each") << wide.first(2) + wide.last(2).repeated(18) << wide.first(2) + wide.last(2).repeated(16) + nothing.repeated(4);
    QTest::newRow("half a character") << mark.repeated(17) + QChar(0xd800) << mark.repeated(16) + nothing + QChar(0xd800);
}

void TestCopiedText::aCharacterKeepsSixteenMarks()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);

    limitCombiningMarks(text);

    QCOMPARE(text, shown);
}

QTEST_GUILESS_MAIN(TestCopiedText)
#include "tst_copiedtext.moc"
