// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "sourcetext.h"

#include <QLocale>
#include <QTest>

class TestSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void marksGiveSourcesTheirNumbers()
    {
        const QList<Citation> listed { { QStringLiteral("https://a.org/"), QStringLiteral("A") }, { QStringLiteral("https://b.org/"), QStringLiteral("2") },
                                       { QStringLiteral("https://c.org/"), QStringLiteral("C"), QStringLiteral("2026-01-02") } };
        const QList<Source> sources = sourcesOf(QStringLiteral("So [[2]](https://a.org/) it is [[5]](https://d.org/x)."), listed);
        const QList<Source> expected { { 1, QStringLiteral("https://b.org/"), {}, {} }, { 2, QStringLiteral("https://a.org/"), QStringLiteral("A"), {} },
                                       { 3, QStringLiteral("https://c.org/"), QStringLiteral("C"), QStringLiteral("2026-01-02") },
                                       { 5, QStringLiteral("https://d.org/x"), {}, {} } };
        QCOMPARE(sources, expected);
    }

    void aSourceIsListedOnce()
    {
        const QList<Citation> listed { { QStringLiteral("https://a.org/"), QStringLiteral("A") }, { QStringLiteral("https://a.org/"), {} } };
        QCOMPARE(sourcesOf(QStringLiteral("[[1]](https://a.org/) [[1]](https://a.org/)"), listed).size(), 1);
    }

    void whatIsNoMarkIsNoSource_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "[1](https://a.org/)", "[[x]](https://a.org/)", "[[1]] (https://a.org/)", "[[1]](https://a.org/", "[[1234]](https://a.org/)",
                                  "[[0]](https://a.org/)", "[[1]]()", "[[", "[[1" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatIsNoMarkIsNoSource()
    {
        QFETCH(QString, text);
        QVERIFY(sourcesOf(text, {}).isEmpty());
    }

    void aListKeepsTheNumbersOfTheMarks()
    {
        const QList<Source> sources { { 2, QStringLiteral("https://a.org/"), QStringLiteral("A_b"), QStringLiteral("2026-03-01") }, { 3, QStringLiteral("https://b.org/<c>"), {}, {} },
                                      { 7, QStringLiteral("https://c.org/"), {}, {} }, { 9, QStringLiteral("https://d.org/"), {}, {} } };
        QCOMPARE(sourcesMarkdown(sources), QStringLiteral("**Sources**\n\n2. A\\_b <https://a.org/> (01.03.26)\n3. <https://b.org/c>\n7) <https://c.org/>\n9. <https://d.org/>\n"));
        QCOMPARE(sourcesMarkdown({}), QString());
    }

    void datesAreReadable_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a day") << QStringLiteral("2026-03-01") << QStringLiteral("01.03.26");
        QTest::newRow("a moment") << QStringLiteral("2026-03-01T12:00:00Z") << QStringLiteral("01.03.26");
        QTest::newRow("of a mail") << QStringLiteral("Sun, 01 Mar 2026 12:00:00 +0000") << QStringLiteral("01.03.26");
        QTest::newRow("seconds") << QStringLiteral("1772366400") << QStringLiteral("01.03.26");
        QTest::newRow("words") << QStringLiteral("3 days\nago") << QStringLiteral("3 days ago");
        QTest::newRow("long words") << QString(100, QLatin1Char('x')) << QString(24, QLatin1Char('x')) + QChar(0x2026);
        QTest::newRow("nothing") << QString() << QString();
    }

    void datesAreReadable()
    {
        QFETCH(QString, date);
        QTEST(readableDate(date), "shown");
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
