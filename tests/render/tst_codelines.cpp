// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelines.h"

#include <QStringList>
#include <QTest>

class TestCodeLines : public QObject
{
    Q_OBJECT

    static QStringList shown(const CodeLines &lines, const QString &text)
    {
        QStringList parts;
        for (int i = 0; i < lines.count(); ++i)
            parts.append(text.sliced(lines.line(i).begin, lines.line(i).end - lines.line(i).begin));
        return parts;
    }
    static QList<int> numbers(const CodeLines &lines)
    {
        QList<int> all;
        for (int i = 0; i < lines.count(); ++i)
            all.append(lines.numberOf(i));
        return all;
    }

private Q_SLOTS:
    void linesEndWhereTheTextSays()
    {
        const QString text = QStringLiteral("a\n\nbc");
        CodeLines lines;
        lines.update(text, 0);

        QCOMPARE(shown(lines, text), (QStringList { QStringLiteral("a"), QString(), QStringLiteral("bc") }));
        QCOMPARE(numbers(lines), (QList<int> { 1, 2, 3 }));
    }

    void wrappedLinesBreakBehindSpacesAndCountOnce()
    {
        const QString text = QStringLiteral("int value = other;\nx");
        CodeLines lines;
        lines.update(text, 10);

        QCOMPARE(shown(lines, text), (QStringList { QStringLiteral("int value "), QStringLiteral("= other;"), QStringLiteral("x") }));
        QCOMPARE(numbers(lines), (QList<int> { 1, 0, 2 }));
        QCOMPARE(lines.unitCount(), 2);
        QCOMPARE(lines.unit(0), (TextRange { 0, 18 }));
        QCOMPARE(lines.unitOf(1), 0);
        QCOMPARE(lines.unitOf(2), 1);
    }

    void aWordThatIsTooLongIsBrokenButNoCharacterIs()
    {
        const QString text = QStringLiteral("aaaaaaa\U0001F600bb");
        CodeLines lines;
        lines.update(text, 8);

        QCOMPARE(shown(lines, text), (QStringList { QStringLiteral("aaaaaaa"), QStringLiteral("\U0001F600bb") }));
    }

    void veryLongLinesAreCutIntoUnitsOfOneLine()
    {
        const QString text = QString(2500, u'y') + QStringLiteral("\nz");
        CodeLines lines;
        lines.update(text, 0);

        QCOMPARE(lines.count(), 4);
        QCOMPARE(numbers(lines), (QList<int> { 1, 0, 0, 2 }));
        QCOMPARE(lines.lastNumber(), 2);
    }

    void whatGrowsIsWhatIsReadAtOnce()
    {
        const QString text = QStringLiteral("first line here\n") + QString(1500, u'x') + QStringLiteral("\n\tthird one\n\nend of it");
        for (const int columns : { 0, 7 }) {
            CodeLines whole;
            whole.update(text, columns);
            CodeLines grown;
            for (qsizetype length = 0; length <= text.size(); length += 3)
                grown.update(text.left(length), columns);
            // A line that was only tried goes away again.
            grown.update(text + QStringLiteral("\n``"), columns);
            grown.update(text, columns);

            QCOMPARE(shown(grown, text), shown(whole, text));
            QCOMPARE(numbers(grown), numbers(whole));
            QCOMPARE(grown.unitCount(), whole.unitCount());
        }
    }

    void onlyTheLastUnitIsReadAgain()
    {
        QString text;
        CodeLines lines;
        for (int i = 0; i < 100; ++i)
            text += QStringLiteral("line\n");
        lines.update(text, 0);

        const CodeLines::Change change = lines.update(text + QStringLiteral("more"), 0);

        QCOMPARE(change.firstLine, 100);
        QCOMPARE(change.firstUnit, 100);
    }

    void anotherWidthWrapsEverythingAnew()
    {
        const QString text = QStringLiteral("aa bb cc dd");
        CodeLines lines;
        lines.update(text, 6);
        QCOMPARE(lines.count(), 2);

        const CodeLines::Change change = lines.update(text, 3);

        QCOMPARE(change.firstLine, 0);
        QCOMPARE(lines.count(), 4);
    }
};

QTEST_GUILESS_MAIN(TestCodeLines)
#include "tst_codelines.moc"
