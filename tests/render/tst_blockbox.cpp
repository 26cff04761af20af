// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "codebox.h"
#include "messagelayout.h"
#include "tablebox.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace {

struct Shown
{
    MarkdownDocument document;
    TranscriptThemePointer theme;
    std::unique_ptr<MessageLayout> layout;

    explicit Shown(const QString &source, const CodeOptions &code = {}, qreal width = 400)
        : theme(makeTranscriptTheme({ .textFamily = {}, .codeFamily = {}, .accent = {}, .code = code }))
    {
        document.append(source);
        document.finish();
        layout = std::make_unique<MessageLayout>(document.leaves(), document.source(), theme);
        layout->noteChange(0);
        layout->layOut(width);
    }
    BlockBox &box() { return layout->box(0); }
    const Leaf &leaf() { return layout->leaf(0); }
    QRectF caretBefore(const QString &words) { return layout->caretRect(layout->positionOf(document.source().indexOf(words))); }
    QImage paint(const PaintContext &context = {})
    {
        QImage image(int(layout->width()) + 4, layout->height(), QImage::Format_ARGB32_Premultiplied);
        image.fill(theme->colors.page);
        QPainter painter(&image);
        layout->paint(painter, context);
        return image;
    }
};

QString tableOf(int rows)
{
    QString source = QStringLiteral("| first | second |\n|---|---|\n");
    for (int i = 0; i < rows; ++i)
        source += QStringLiteral("| a%1 | b%1 |\n").arg(i);
    return source;
}

QString wideTable()
{
    const QString cell = QStringLiteral("many words in a cell that is rather wide").repeated(3);
    QString source = QStringLiteral("|");
    for (int i = 0; i < 8; ++i)
        source += cell + QString::number(i) + u'|';
    return source + QStringLiteral("\n|") + QStringLiteral("---|").repeated(8) + u'\n';
}

}

class TestBlockBox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // What is copied is what is read: two right-to-left words and what is between them stay in the order of the file.
    void codeIsDrawnInTheOrderInWhichItIsStored()
    {
        Shown shown(QStringLiteral("```c\nint אבג = דהו - 12;\nnext\n```"));

        qreal last = 0;
        for (const QString &words : { QStringLiteral("int"), QStringLiteral("אבג"), QStringLiteral("= "), QStringLiteral("דהו"), QStringLiteral("- "), QStringLiteral("12") }) {
            const qreal left = shown.caretBefore(words).left();
            QVERIFY2(left > last, qPrintable(words));
            last = left;
        }
        const QString &text = shown.leaf().text;
        const std::vector<QRectF> rects = shown.box().rectsOf(shown.leaf(), { text.indexOf(u'='), text.indexOf(QLatin1String("next")) + 2 });
        QCOMPARE(rects.size(), size_t(3));      // to the line's end, what is empty behind it, and the next line
        QCOMPARE(rects[0].left(), shown.caretBefore(QStringLiteral("= ")).left());
        QCOMPARE(rects[1].left(), rects[0].right());
        QVERIFY(rects[2].top() > rects[0].top());
    }

    void aBarShowsAndMovesWhatIsHidden_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("code") << QStringLiteral("```\n%1\n```\n").arg(QString(400, u'x'));
        QTest::newRow("table") << wideTable();
        QTest::newRow("formula") << QStringLiteral("\\[%1\\]").arg(QStringLiteral("a+b+").repeated(60) + u'c');
    }
    void aBarShowsAndMovesWhatIsHidden()
    {
        QFETCH(QString, source);
        Shown shown(source);
        BlockBox &box = shown.box();
        QVERIFY(box.sidewaysRange() > 0);
        const QRectF track = box.sidewaysTrack();
        QVERIFY(QRectF(QPointF(0, 0), box.rect.size()).contains(track));
        QCOMPARE(box.sidewaysThumb().left(), track.left());

        box.moveSidewaysThumb(10000);
        QCOMPARE(box.sidewaysPosition(), box.sidewaysRange());
        QCOMPARE(box.sidewaysThumb().right(), track.right());
        box.moveSidewaysThumb(track.left() + (track.width() - box.sidewaysThumb().width()) / 2);
        QVERIFY(qAbs(box.sidewaysPosition() - box.sidewaysRange() / 2) < 1);
    }

    void whatFitsHasNoBar()
    {
        Shown shown(QStringLiteral("```\nshort\n```\n"));

        QVERIFY(shown.box().sidewaysTrack().isEmpty());
        QVERIFY(shown.box().sidewaysThumb().isEmpty());
    }

    void wrappedCodeIsHigherAndNotWider()
    {
        const QString source = QStringLiteral("```\n%1\n```\n").arg(QStringLiteral("word ").repeated(60));
        Shown plain(source);
        Shown wrapped(source, { .showsLineNumbers = false, .wrapsLines = true });

        QCOMPARE(wrapped.box().sidewaysRange(), 0.0);
        QVERIFY(wrapped.layout->height() > plain.layout->height() + 100);
        // Every place of the text is inside of the block and is found again.
        const qsizetype length = wrapped.leaf().text.size();
        for (qsizetype i = 0; i < length; i += 7) {
            const QRectF caret = wrapped.box().caretRect(wrapped.leaf(), i);
            QVERIFY(caret.left() < 400 && caret.bottom() <= wrapped.layout->height());
            QCOMPARE(wrapped.box().positionAt(wrapped.leaf(), caret.center()), i);
        }
    }

    void wrappedCodeIsColouredAsTheWholeLine()
    {
        const QString source = QStringLiteral("```c\n// %1\n```\n").arg(QStringLiteral("int word ").repeated(20));
        Shown wrapped(source, { .showsLineNumbers = false, .wrapsLines = true });
        const QRgb keyword = wrapped.theme->colors.codeKeyword.rgb();

        const QImage image = wrapped.paint();

        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(image.pixel(x, y) != keyword);
        }
    }

    void lineNumbersStandBesideTheCodeAndAreNotPartOfIt()
    {
        const QString source = QStringLiteral("```\none\ntwo\n```\n");
        Shown plain(source);
        Shown numbered(source, { .showsLineNumbers = true, .wrapsLines = false });

        QVERIFY(numbered.caretBefore(QStringLiteral("one")).left() > plain.caretBefore(QStringLiteral("one")).left() + 20);
        QCOMPARE(numbered.layout->height(), plain.layout->height());
        QCOMPARE(numbered.box().shownText(numbered.leaf()), QStringLiteral("one\ntwo"));
        // A click on the numbers is one on the beginning of the line.
        const QPointF gutter(4, numbered.caretBefore(QStringLiteral("two")).center().y());
        QCOMPARE(numbered.box().positionAt(numbered.leaf(), gutter), 4);
    }

    void aTableWrittenFromTheRightBeginsAtTheRight()
    {
        Shown hebrew(QStringLiteral("| שם | גיל |\n|---|---|\n| דנה | 7 |\n"));
        Shown english(QStringLiteral("| name | age |\n|---|---|\n| Dana | 7 |\n"));

        QVERIFY(hebrew.caretBefore(QStringLiteral("שם")).left() > hebrew.caretBefore(QStringLiteral("גיל")).left());
        QVERIFY(hebrew.caretBefore(QStringLiteral("שם")).left() > 380);
        QVERIFY(hebrew.caretBefore(QStringLiteral("דנה")).left() > hebrew.caretBefore(QStringLiteral("7")).left());
        QVERIFY(english.caretBefore(QStringLiteral("name")).left() < english.caretBefore(QStringLiteral("age")).left());
    }

    void aWideTableFromTheRightShowsItsFirstColumnFirst()
    {
        QString source = wideTable();
        source.replace(QStringLiteral("many words in a cell that is rather wide"), QStringLiteral("מילים רבות בתא רחב למדי"));
        Shown shown(source);
        BlockBox &box = shown.box();
        QVERIFY(box.sidewaysRange() > 0);

        QCOMPARE(box.sidewaysPosition(), box.sidewaysRange());
        QCOMPARE(box.sidewaysThumb().right(), box.sidewaysTrack().right());
        box.scrollSideways(-50);
        QCOMPARE(box.sidewaysPosition(), box.sidewaysRange() - 50);
    }

    void everyCellOfAMirroredTableIsFoundAgain()
    {
        Shown shown(QStringLiteral("| שם | גיל | עיר |\n|:---|:---:|---:|\n| דנה | 7 | haifa |\n"));
        const qsizetype length = 25;
        for (qsizetype i = 0; i < length; ++i) {
            const QRectF caret = shown.box().caretRect(shown.leaf(), i);
            const qsizetype found = shown.box().positionAt(shown.leaf(), caret.center());
            QVERIFY2(shown.box().caretRect(shown.leaf(), found).left() == caret.left(), qPrintable(QString::number(i)));
        }
    }

    void theHeaderOfALongTableStaysInView()
    {
        Shown shown(tableOf(40));
        const QImage still = shown.paint();
        const int header = shown.box().stickyHeight();
        PaintContext context;
        context.viewportTop = 300;

        const QImage scrolled = shown.paint(context);

        QCOMPARE(scrolled.copy(0, 300, 400, header), still.copy(0, 0, 400, header));
        QCOMPARE(scrolled.copy(0, 300 + header, 400, 100), still.copy(0, 300 + header, 400, 100));
        // What is pointed at there is the header, and links beneath it are out of reach.
        QCOMPARE(shown.box().positionAt(shown.leaf(), QPointF(2, 300 + header / 2.0)), 0);
        QVERIFY(shown.box().isCovered(QPointF(2, 301)));
        QVERIFY(!shown.box().isCovered(QPointF(2, 302 + header)));
    }

    void theHeaderLeavesWithTheLastRow()
    {
        Shown shown(tableOf(10));
        PaintContext context;
        context.viewportTop = shown.layout->height() - 5;

        shown.paint(context);

        QVERIFY(!shown.box().isCovered(QPointF(2, shown.layout->height() - 5)));
    }
};

QTEST_MAIN(TestBlockBox)
#include "tst_blockbox.moc"
