// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "plaintext.h"

#include <QTest>

class TestPlainText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsAndLineEndsStayAsTyped()
    {
        const std::vector<Leaf> leaves = plainTextLeaves(QStringLiteral("2 * 3 * 4\n# no heading\n\n- no list"));

        QCOMPARE(leaves.size(), 2u);
        QCOMPARE(leaves[0].text, QStringLiteral("2 * 3 * 4\u2028# no heading"));
        QCOMPARE(leaves[0].source, (SourceRange { 0, 22 }));
        QCOMPARE(leaves[1].text, QStringLiteral("- no list"));
        QCOMPARE(leaves[1].source, (SourceRange { 24, 33 }));
    }

    void aFenceHoldsCode()
    {
        const std::vector<Leaf> leaves = plainTextLeaves(QStringLiteral("Why?\n```Python\na\n\nb\n```\nThanks"));

        QCOMPARE(leaves.size(), 3u);
        QCOMPARE(leaves[1].kind, LeafKind::Code);
        QCOMPARE(leaves[1].language, QStringLiteral("python"));
        QCOMPARE(leaves[1].text, QStringLiteral("a\n\nb"));
        QVERIFY(leaves[1].isClosed);
        QCOMPARE(leaves[2].text, QStringLiteral("Thanks"));
    }

    void anOpenFenceReachesToTheEnd()
    {
        const std::vector<Leaf> leaves = plainTextLeaves(QStringLiteral("```\na\nb"));

        QCOMPARE(leaves.size(), 1u);
        QCOMPARE(leaves[0].text, QStringLiteral("a\nb"));
        QVERIFY(!leaves[0].isClosed);
    }

    void nothingGivesNothing()
    {
        QVERIFY(plainTextLeaves(QString()).empty());
        QVERIFY(plainTextLeaves(QStringLiteral("\n\n")).empty());
        QCOMPARE(plainTextLeaves(QStringLiteral("```")).size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
