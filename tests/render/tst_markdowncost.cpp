// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownfamilies.h"
#include "markdownparser_p.h"

#include <QTest>

#include <algorithm>

namespace {

qint64 stepsForWhole(const QString &text)
{
    MarkdownParser parser;
    parser.append(text);
    parser.finish();
    return parser.steps();
}

qint64 stepsForStream(const QString &text)
{
    MarkdownParser parser;
    for (qsizetype at = 0; at < text.size(); at += 4)
        parser.append(QStringView(text).sliced(at, std::min<qsizetype>(4, text.size() - at)));
    parser.finish();
    return parser.steps();
}

void addRows(const std::vector<MarkdownFamilies::Family> &families)
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < families.size(); ++i)
        QTest::newRow(families[i].name) << int(i);
}

}

// Cost is counted in characters looked at, so that the machine does not matter.
class TestMarkdownCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noFamilyOfTextIsQuadratic_data() { addRows(MarkdownFamilies::all()); }

    void noFamilyOfTextIsQuadratic()
    {
        QFETCH(int, index);
        const auto family = MarkdownFamilies::all()[size_t(index)];

        const qint64 once = stepsForWhole(family.text(2000));
        const qint64 fourTimes = stepsForWhole(family.text(8000));

        QVERIFY2(fourTimes <= 8 * once, qPrintable(QStringLiteral("%1 steps after %2").arg(fourTimes).arg(once)));
    }

    void noFamilyOfDocumentsIsQuadraticInPieces_data() { addRows(MarkdownFamilies::streamed()); }

    void noFamilyOfDocumentsIsQuadraticInPieces()
    {
        QFETCH(int, index);
        const auto family = MarkdownFamilies::streamed()[size_t(index)];

        const qint64 once = stepsForStream(family.text(500));
        const qint64 fourTimes = stepsForStream(family.text(2000));

        QVERIFY2(fourTimes <= 8 * once, qPrintable(QStringLiteral("%1 steps after %2").arg(fourTimes).arg(once)));
    }

    void onePieceParsesAtMostTwoLeaves_data() { addRows(MarkdownFamilies::streamed()); }

    void onePieceParsesAtMostTwoLeaves()
    {
        QFETCH(int, index);
        const QString text = MarkdownFamilies::streamed()[size_t(index)].text(300);
        MarkdownParser parser;
        qint64 most = 0;
        for (qsizetype at = 0; at < text.size(); at += 4) {
            const qint64 before = parser.parsedLeafCount();
            parser.append(QStringView(text).sliced(at, std::min<qsizetype>(4, text.size() - at)));
            most = std::max(most, parser.parsedLeafCount() - before);
        }
        QVERIFY2(most <= 2, qPrintable(QString::number(most)));
    }

    void aDefinitionParsesOnlyTheLeavesThatAskedForIt()
    {
        MarkdownParser parser;
        parser.append(QStringLiteral("plain\n\n").repeated(1000));
        parser.append(u"[one]\n\n[two]\n\n[one]\n\nplain\n\n");
        const qint64 before = parser.parsedLeafCount();

        parser.append(u"[one]: /address\n\n");

        QCOMPARE(parser.parsedLeafCount() - before, 2);
        QCOMPARE(parser.takeFirstChanged(), 0);
        QCOMPARE(parser.leaves()[1000].inlines[0].target, QStringLiteral("/address"));
        QCOMPARE(parser.leaves()[1001].text, QStringLiteral("[two]"));
        QCOMPARE(parser.leaves()[1002].inlines[0].target, QStringLiteral("/address"));
    }
};

QTEST_GUILESS_MAIN(TestMarkdownCost)
#include "tst_markdowncost.moc"
