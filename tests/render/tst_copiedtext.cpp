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

QTEST_GUILESS_MAIN(TestCopiedText)
#include "tst_copiedtext.moc"
