// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codebox.h"
#include "messagelayout.h"
#include "tablebox.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace {

struct Answer
{
    MarkdownDocument document;
    MessageLayout layout { document.leaves(), document.source(), makeTranscriptTheme() };

    void feed(const QString &piece)
    {
        document.append(piece);
        layout.noteChange(document.takeFirstChanged());
        layout.layOut(640);
    }
};

QString answerOf(int sections)
{
    QString text;
    for (int i = 0; i < sections; ++i) {
        text += QStringLiteral("## Section %1\n\nSome words with *emphasis*, `code` and [a link](https://a.example/%1).\n\n"
                               "- one\n- two\n  - three\n\n```c\nint x = %1;\n```\n\n| a | b |\n|---|--:|\n| 1 | %1 |\n\n").arg(i);
    }
    return text;
}

QImage painted(const MessageLayout &layout, qreal top = 0)
{
    QImage image(700, 900, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(0, -top);
    PaintContext context;
    context.clip = QRectF(0, top, 700, 900);
    layout.paint(painter, context);
    return image;
}

void paintOnce(const MessageLayout &layout)
{
    painted(layout);
}

}

class TestMessageLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeltaIntoALongAnswerLaysOutTwoBlocksAtMost()
    {
        Answer answer;
        answer.feed(answerOf(60));
        answer.feed(QStringLiteral("The last paragraph grows"));
        const int before = answer.layout.laidOutBoxes();
        const int made = answer.layout.madeBoxes();
        QVERIFY(answer.layout.leafCount() > 300);

        answer.feed(QStringLiteral(" by a word."));

        QVERIFY(answer.layout.laidOutBoxes() - before <= 2);
        QCOMPARE(answer.layout.madeBoxes(), made);
        QVERIFY(answer.layout.changedFrom() > answer.layout.height() - 200);
    }

    void streamedAndWholeLookTheSame_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("one by one") << 1;
        QTest::newRow("seven") << 7;
        QTest::newRow("hundred") << 100;
    }
    void streamedAndWholeLookTheSame()
    {
        QFETCH(int, piece);
        const QString text = answerOf(3);
        Answer whole;
        whole.feed(text);
        Answer streamed;
        for (qsizetype at = 0; at < text.size(); at += piece)
            streamed.feed(text.mid(at, piece));

        QCOMPARE(streamed.layout.leafCount(), whole.layout.leafCount());
        for (int i = 0; i < whole.layout.leafCount(); ++i)
            QCOMPARE(streamed.layout.leafRect(i), whole.layout.leafRect(i));
        QCOMPARE(streamed.layout.shownText(), whole.layout.shownText());
    }

    void invisibleLinesOfCodeHaveNoLayout()
    {
        Answer answer;
        QString code = QStringLiteral("```python\n");
        for (int i = 0; i < 5000; ++i)
            code += QStringLiteral("x%1 = %1\n").arg(i);
        answer.feed(code);

        paintOnce(answer.layout);

        QVERIFY(answer.layout.height() > 5000 * 20);
        QVERIFY(answer.layout.liveLayouts() < 60);
    }

    void onlyWhatIsNearTheViewportKeepsItsLayouts()
    {
        Answer whole;
        whole.feed(answerOf(200));
        Answer answer;
        answer.feed(answerOf(200));
        QVERIFY(answer.layout.liveLayouts() > 1000);

        answer.layout.keepLayoutsNear(0, 900);

        QVERIFY2(answer.layout.liveLayouts() < 200, qPrintable(QString::number(answer.layout.liveLayouts())));
        QCOMPARE(answer.layout.height(), whole.layout.height());
        const qreal far = answer.layout.height() - 2000;
        QCOMPARE(painted(answer.layout, far), painted(whole.layout, far));
        const LeafPosition end = whole.layout.endPosition();
        QCOMPARE(answer.layout.caretRect(end), whole.layout.caretRect(end));
        QCOMPARE(answer.layout.positionAt({ 100, 20000 }), whole.layout.positionAt({ 100, 20000 }));
        // And what comes later stands where it would have stood.
        whole.feed(QStringLiteral("An end."));
        answer.feed(QStringLiteral("An end."));
        QCOMPARE(answer.layout.height(), whole.layout.height());
    }

    void aLongParagraphMakesAgainOnlyThePiecesThatAreSeen()
    {
        Answer answer;
        answer.feed(QStringLiteral("word ").repeated(10'000));
        const int pieces = answer.layout.liveLayouts();
        QVERIFY(pieces > 20);
        const QImage before = painted(answer.layout, 6000);

        answer.layout.keepLayoutsNear(-5000, -4000);
        QCOMPARE(answer.layout.liveLayouts(), 0);

        QCOMPARE(painted(answer.layout, 6000), before);
        QVERIFY2(answer.layout.liveLayouts() < 5, qPrintable(QString::number(answer.layout.liveLayouts())));
    }

    void finishedLinesAreColouredOnce()
    {
        Leaf leaf;
        leaf.kind = LeafKind::Code;
        leaf.language = QStringLiteral("c");
        CodeBox box(makeTranscriptTheme());
        QImage image(700, 900, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        for (int i = 0; i < 30; ++i) {
            leaf.text += QStringLiteral("int x%1;\n").arg(i);
            box.layOut(leaf, 640);
            box.paint(painter, leaf, { .clip = QRectF(0, 0, 700, 900), .selection = {}, .found = {} });
        }

        // Each line once when it is finished, and at most twice while it was the last one.
        QVERIFY(box.colouredLines() <= 3 * 31);
    }

    void aLineOfCodeThatWasOnlyTriedGoesAway()
    {
        Leaf leaf;
        leaf.kind = LeafKind::Code;
        leaf.text = QStringLiteral("a\n``");
        CodeBox box(makeTranscriptTheme());
        const int two = box.layOut(leaf, 640);

        leaf.text = QStringLiteral("a");
        const int one = box.layOut(leaf, 640);

        QCOMPARE(two - one, 20);
    }

    void aLongLineOfCodeIsBroken()
    {
        Leaf leaf;
        leaf.kind = LeafKind::Code;
        leaf.text = QString(2500, u'y');
        CodeBox box(makeTranscriptTheme());
        const int three = box.layOut(leaf, 640);
        leaf.text = QStringLiteral("y");
        CodeBox shortBox(makeTranscriptTheme());

        QCOMPARE(three - shortBox.layOut(leaf, 640), 40);
        QVERIFY(box.sidewaysRange() > 1000);
    }

    void rowsOfAGrowingTableAreMeasuredOnce()
    {
        Answer answer;
        answer.feed(QStringLiteral("| a | b |\n|---|---|\n"));
        for (int i = 0; i < 100; ++i)
            answer.feed(QStringLiteral("| row | %1 |\n").arg(100 + i));
        QCOMPARE(answer.layout.leafCount(), 1);

        Leaf leaf = answer.document.leaves().front();
        TableBox box(makeTranscriptTheme());
        const auto rows = leaf.rows;
        leaf.rows.clear();
        for (const auto &row : rows) {
            leaf.rows.push_back(row);
            box.layOut(leaf, 640);
        }

        QVERIFY(box.measuredRows() <= 3 * 101);
    }

    void everyPositionIsFoundAgain()
    {
        Answer answer;
        answer.feed(answerOf(2));
        const MessageLayout &layout = answer.layout;

        qsizetype last = -1;
        for (int leaf = 0; leaf < layout.leafCount(); ++leaf) {
            if (layout.leaf(leaf).kind == LeafKind::Rule)
                continue;
            const LeafPosition start { leaf, 0 };
            const qsizetype offset = layout.sourceOffset(start);
            QVERIFY2(offset > last, qPrintable(QString::number(leaf)));
            QCOMPARE(layout.positionOf(offset), start);
            last = offset;
        }
    }

    void aClickInCodeGivesThePlaceInTheSource()
    {
        Answer answer;
        const QString text = QStringLiteral("Look:\n\n- item\n\n  ```c\n  int wanted;\n  ```\n");
        answer.feed(text);
        const int leaf = answer.layout.leafCount() - 1;
        QCOMPARE(answer.layout.leaf(leaf).kind, LeafKind::Code);

        QCOMPARE(answer.layout.sourceOffset({ leaf, 4 }), text.indexOf(QLatin1String("wanted")));
        QCOMPARE(answer.layout.positionOf(text.indexOf(QLatin1String("wanted"))), (LeafPosition { leaf, 4 }));
    }

    void everyPrefixOfAnAnswerCanBePainted()
    {
        const QString text = answerOf(1) + QStringLiteral("> quote\n\n1. a\n2. b\n\n- [x] t\n\n---\n\n$$\nx\n$$\n\n<div>\n\n![p](https://x.example)");
        Answer answer;
        for (const QChar c : text) {
            answer.feed(QString(c));
            paintOnce(answer.layout);
        }
        QVERIFY(answer.layout.height() > 0);
    }

    void marksAreReadAsTheyWereWritten()
    {
        Answer answer;
        answer.feed(QStringLiteral("1) a\n2) b\n\n7. c\n\n- [x] d\n\nSee.[^n]\n\n[^n]: note\n"));

        QCOMPARE(answer.layout.shownText(), QStringLiteral("1) a\n2) b\n7. c\n\u2611 d\nSee.n\nn. note"));
    }

    void allItemsOfAListBeginUnderEachOther()
    {
        Answer answer;
        answer.feed(QStringLiteral("98. a\n99. b\n100. c\n101. d\n\ntext\n\n1234. e\n\n[^n]\n\n[^n]: f\n"));

        for (int leaf = 1; leaf < 4; ++leaf)
            QCOMPARE(answer.layout.leafRect(leaf).left(), answer.layout.leafRect(0).left());
        QVERIFY(answer.layout.leafRect(5).left() > answer.layout.leafRect(0).left());
    }

    void aFormulaIsDrawnAndReadAsItsSource()
    {
        Answer answer;
        answer.feed(QStringLiteral("With \\(x^2\\) inside:\n\n$$\n\\frac{1}{2}\n$$\n\nEnd."));

        QCOMPARE(answer.layout.leafCount(), 3);
        QCOMPARE(answer.layout.shownText(), QStringLiteral("With x^2 inside:\n\\frac{1}{2}\nEnd."));
        paintOnce(answer.layout);
        const qsizetype end = answer.layout.source().indexOf(QLatin1String(" inside"));
        QCOMPARE(answer.layout.positionOf(end), (LeafPosition { 0, 8 }));
    }

    void hotspotsAreLinksAndCopyButtons()
    {
        Answer answer;
        answer.feed(QStringLiteral("[a](https://a.example) ![p](https://p.example)\n\n```c\nx\n```\n"));

        const std::vector<Hotspot> spots = answer.layout.hotspots();

        QCOMPARE(spots.size(), 3u);
        QCOMPARE(spots[0].kind, Hotspot::Kind::Link);
        QCOMPARE(spots[0].value, QStringLiteral("https://a.example"));
        QCOMPARE(spots[1].kind, Hotspot::Kind::Picture);
        QCOMPARE(spots[2].kind, Hotspot::Kind::CopyCode);
        QVERIFY(answer.layout.hotspotAt(spots[2].rect.center()));
        QCOMPARE(answer.layout.hotspotAt(spots[2].rect.center())->leaf, 1);
    }
};

QTEST_MAIN(TestMessageLayout)
#include "tst_messagelayout.moc"
