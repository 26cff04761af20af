// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codelinetext.h"

#include <QTest>
#include <QTextLayout>

namespace {

struct Line
{
    CodeLineText text;
    QTextLayout layout;

    explicit Line(const QString &stored) : text(stored), layout(text.drawn())
    {
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTextDirection(Qt::LeftToRight);
        layout.setTextOption(option);
        layout.beginLayout();
        layout.createLine().setLineWidth(1e6);
        layout.endLayout();
    }
    qreal caretX(qsizetype position) const { return text.caretX(layout.lineAt(0), position); }
    std::vector<CodeLineText::Part> parts(qsizetype begin, qsizetype end) const { return text.parts(layout.lineAt(0), { begin, end }); }
    qsizetype positionAt(qreal x) const { return text.positionAt(layout.lineAt(0), x); }
};

const QString hebrew = QStringLiteral("אבג");
const QString arabic = QStringLiteral("سلام");

}

class TestCodeLineText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineFromLeftToRightIsDrawnAsItIs()
    {
        const QString stored = QStringLiteral("int a = 1;\t// é 中文");
        const CodeLineText text(stored);

        QCOMPARE(text.drawn(), stored);
        for (qsizetype i = 0; i <= stored.size(); ++i) {
            QCOMPARE(text.toDrawn(i), i);
            QCOMPARE(text.toStored(i), i);
        }
    }

    void everyPlaceLeadsBackToItself_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("one word") << hebrew;
        QTest::newRow("two words") << hebrew + u' ' + arabic;
        QTest::newRow("between") << QStringLiteral("if (") + hebrew + QStringLiteral(" == ") + arabic + QStringLiteral(") {");
        QTest::newRow("digits") << hebrew + QStringLiteral("12 + ٣٤ - ٥");
        QTest::newRow("marks") << QStringLiteral("x = שָׁלוֹם;");
        QTest::newRow("beyond 16 bits") << QStringLiteral("a ") + QString::fromUcs4(U"\U0001E900\U0001E901") + QStringLiteral(" b");
    }
    void everyPlaceLeadsBackToItself()
    {
        QFETCH(QString, stored);
        const CodeLineText text(stored);

        for (qsizetype i = 0; i <= stored.size(); ++i)
            QCOMPARE(text.toStored(text.toDrawn(i)), i);
        for (qsizetype i = 0; i <= text.drawn().size(); ++i)
            QVERIFY(text.toStored(i) >= 0 && text.toStored(i) <= stored.size());
    }

    // What stands first in the file stands further left, whatever script it is in.
    void wordsStandInTheOrderInWhichTheyAreStored_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("two identifiers") << QStringList { hebrew, QStringLiteral(" + "), QStringLiteral("דהו") };
        QTest::newRow("two scripts") << QStringList { QStringLiteral("f("), hebrew, QStringLiteral(", "), arabic, QStringLiteral(")") };
        QTest::newRow("a number behind it") << QStringList { hebrew, QStringLiteral("123"), QStringLiteral(" - "), QStringLiteral("45") };
        QTest::newRow("digits of the script") << QStringList { QStringLiteral("٣"), QStringLiteral(" - "), QStringLiteral("٤"), QStringLiteral(" / "), QStringLiteral("٥") };
        QTest::newRow("a comment") << QStringList { QStringLiteral("\""), hebrew, QStringLiteral("\"; // "), arabic };
    }
    void wordsStandInTheOrderInWhichTheyAreStored()
    {
        QFETCH(QStringList, words);
        const Line line(words.join(QString()));

        qsizetype at = 0;
        for (const QString &word : words) {
            const qreal left = line.caretX(at);
            const qreal right = line.caretX(at + word.size());
            QVERIFY2(right > left, qPrintable(word));
            const auto parts = line.parts(at, at + word.size());
            QCOMPARE(parts.size(), size_t(1));
            QVERIFY(qAbs(parts.front().left - left) < 1 && qAbs(parts.front().right - right) < 1);
            at += word.size();
        }
    }

    void aPartOfAWordIsMarkedWhereItIs()
    {
        const Line line(QStringLiteral("a ") + hebrew + QStringLiteral(" b"));

        // The first letter of the word is its rightmost one.
        const auto first = line.parts(2, 3);
        const auto whole = line.parts(2, 5);
        QCOMPARE(first.size(), size_t(1));
        QVERIFY(qAbs(first.front().right - whole.front().right) < 1);
        QVERIFY(first.front().left > whole.front().left + 1);
        // From the beginning of the line into the word: two pieces.
        QCOMPARE(line.parts(0, 3).size(), size_t(2));
        QCOMPARE(line.parts(0, 7).size(), size_t(1));
        QVERIFY(line.parts(3, 3).empty());
    }

    void aPointLeadsToTheLetterUnderIt()
    {
        const Line line(QStringLiteral("a ") + hebrew + QStringLiteral(" b"));
        const auto first = line.parts(2, 3).front();
        const auto last = line.parts(4, 5).front();

        const qsizetype atFirst = line.positionAt((first.left + first.right) / 2 - 0.5);
        const qsizetype atLast = line.positionAt((last.left + last.right) / 2 + 0.5);
        QVERIFY(atFirst == 2 || atFirst == 3);
        QVERIFY(atLast == 4 || atLast == 5);
        QCOMPARE(line.positionAt(1e5), 7);
        QCOMPARE(line.positionAt(-5), 0);
    }

    void aBlankThatDoesNotBreakIsSeen()
    {
        const CodeLineText line(QStringLiteral("a\u00a0= 1"));
        QCOMPARE(line.drawn(), QStringLiteral("a\u2423= 1"));
    }

    void signsThatTurnTheDirectionAreSymbols()
    {
        const CodeLineText text(QStringLiteral("a\u202Eb\u2066") + hebrew);

        QVERIFY(!text.drawn().contains(QChar(0x202E)));
        QVERIFY(!text.drawn().contains(QChar(0x2066)));
        QCOMPARE(text.drawn().at(1), QChar(0x21C4));
    }
};

QTEST_MAIN(TestCodeLineText)
#include "tst_codelinetext.moc"
