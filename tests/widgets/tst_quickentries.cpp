// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "quickentries.h"

#include "plaintext.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QGlyphRun>
#include <QTest>
#include <QTextLayout>

class TestQuickEntries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsFindWhatTheyFit_data();
    void wordsFindWhatTheyFit();
    void aTextOfTheOtherDirectionKeepsItsOwn_data();
    void aTextOfTheOtherDirectionKeepsItsOwn();
    void tenThousandEntriesAreLookedThroughBetweenTwoKeys();
};

void TestQuickEntries::wordsFindWhatTheyFit_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    const auto list = [](const char *titles) { return QString::fromUtf8(titles).split(u'|', Qt::SkipEmptyParts); };
    QTest::addRow("nothing typed") << QString() << list("New conversation|Grinding mirrors|Café in Zürich|Renewed energy|grammar & news");
    QTest::addRow("beginnings first") << QStringLiteral("new") << list("New conversation|grammar & news|Renewed energy");
    QTest::addRow("all words, in any order") << QStringLiteral("mir gri") << list("Grinding mirrors");
    QTest::addRow("without accents") << QStringLiteral("cafe zurich") << list("Café in Zürich");
    QTest::addRow("with accents") << QStringLiteral("ZÜR") << list("Café in Zürich");
    QTest::addRow("no such thing") << QStringLiteral("new xyz") << list("");
}

void TestQuickEntries::wordsFindWhatTheyFit()
{
    QFETCH(QString, words);
    QFETCH(QStringList, found);
    QuickEntries entries;
    QAbstractItemModelTester tester(&entries, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<QuickEntry> all;
    for (const char *title : { "New conversation", "Grinding mirrors", "Café in Zürich", "Renewed energy", "grammar & news" })
        all.append({ QString::fromUtf8(title), {}, {}, {}, 0 });
    entries.setEntries(all);

    entries.setWords(words);

    QStringList shown;
    for (int row = 0; row < entries.rowCount(); ++row)
        shown += entries.index(row).data().toString();
    QCOMPARE(shown, found);
}

void TestQuickEntries::aTextOfTheOtherDirectionKeepsItsOwn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::LayoutDirection>("around");
    QTest::addColumn<bool>("beginsAtTheLeft");
    const QString hebrew = QString::fromUtf8("שלום?");
    QTest::newRow("English in an English window") << QStringLiteral("Why?") << Qt::LeftToRight << true;
    QTest::newRow("English in a mirrored one") << QStringLiteral("Why?") << Qt::RightToLeft << true;
    QTest::newRow("Hebrew in an English window") << hebrew << Qt::LeftToRight << false;
    QTest::newRow("Hebrew in a mirrored one") << hebrew << Qt::RightToLeft << false;
}

void TestQuickEntries::aTextOfTheOtherDirectionKeepsItsOwn()
{
    QFETCH(QString, text);
    QFETCH(Qt::LayoutDirection, around);
    QFETCH(bool, beginsAtTheLeft);
    const QString shown = inItsOwnDirection(text, around);
    QTextLayout layout(shown);
    QTextOption option;
    option.setTextDirection(around);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    // Where its second letter stands, and its question mark.
    const int first = int(shown.indexOf(text));
    const auto placeOf = [&](int position) { return line.glyphRuns(position, 1).value(0).boundingRect().center().x(); };
    QCOMPARE(placeOf(first + 1) < placeOf(first + int(text.size()) - 1), beginsAtTheLeft);
}

void TestQuickEntries::tenThousandEntriesAreLookedThroughBetweenTwoKeys()
{
    QList<QuickEntry> all;
    for (int i = 0; i < 10'000; ++i)
        all.append({ QStringLiteral("Über die Geschichte des Fernrohrs, Teil %1").arg(i), {}, {}, i, 0 });
    QuickEntries entries;
    entries.setEntries(all);
    QElapsedTimer time;
    time.start();
    for (const char *words : { "f", "fe", "fern", "fernrohr 7", "fernrohr 77", "uber 777" })
        entries.setWords(QString::fromLatin1(words));

    QCOMPARE(entries.rowCount(), 19);
    // Six keys. Far from what it takes, for slow computers with much to do.
    QVERIFY2(time.elapsed() < 600, qPrintable(QString::number(time.elapsed())));
}

QTEST_MAIN(TestQuickEntries)
#include "tst_quickentries.moc"
