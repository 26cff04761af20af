// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperpages.h"

#include <QTest>

// A conversation on paper: nobody can scroll it, so that everything must be there, whole and once.
class TestPaperPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBlockThatFitsOnAPageIsNotCut();
    void aLongBlockIsCutBetweenItsLines_data();
    void aLongBlockIsCutBetweenItsLines();
    void aTableGoesOnUnderItsHeader();
    void aRowThatCannotBeCutIsMadeSmallerNotCutThroughItsLetters();
    void aLongAnswerIsLaidOutInSteps_data();
    void aLongAnswerIsLaidOutInSteps();
    void thePagesSayHowManyTheyAreWhenAllAreLaidOut();
    void whatIsWiderThanTheColumnIsMadeSmaller_data();
    void whatIsWiderThanTheColumnIsMadeSmaller();
    void whatIsTallerThanAPageAndHasNoLinesIsMadeSmaller();
    void aHeadingDoesNotStandAloneAtTheFootOfAPage();
    void thePaperIsLight();
    void aPictureThatCannotBeReadLeavesItsName();
    void aConversationWithoutMessagesIsOnePage();

private:
    static Paper paper() { return Paper::fromMillimetres({ 100, 100 }, 10); }
    static Message answer(const QString &markdown)
    {
        Message message;
        message.role = Role::Assistant;
        message.parts = { TextPart { markdown } };
        message.answer.emplace();
        return message;
    }
    static std::unique_ptr<PaperPages> pagesOf(std::vector<Message> branch, const QImage &picture = {})
    {
        auto pages = std::make_unique<PaperPages>(PaperPages::Content { QStringLiteral("Title"), {}, std::move(branch) },
                                                  [picture](const ImagePart &, const QSize &) { return picture; }, paper());
        pages->layOutAll();
        return pages;
    }
    static QImage shown(const PaperPages &pages, int page)
    {
        QImage image(paper().size.toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        pages.paint(painter, page);
        return image;
    }
    // Rows of the text column with ink, as stretches from row to row.
    static QList<QPair<int, int>> inkIn(const QImage &image)
    {
        QList<QPair<int, int>> stretches;
        bool wasInk = false;
        for (int y = 0; y < image.height(); ++y) {
            bool isInk = false;
            for (int x = 0; x < image.width() && !isInk; ++x)
                isInk = qGray(image.pixel(x, y)) < 150;
            if (isInk && !wasInk)
                stretches.append({ y, y });
            if (isInk)
                stretches.last().second = y;
            wasInk = isInk;
        }
        return stretches;
    }
    // Without the footer.
    static QList<QPair<int, int>> linesOn(const PaperPages &pages, int page)
    {
        QList<QPair<int, int>> lines = inkIn(shown(pages, page));
        const int bottom = int(paper().size.height() - paper().margins.bottom());
        while (!lines.isEmpty() && lines.last().first > bottom)
            lines.removeLast();
        return lines;
    }
    static QString lines(int count) { return QStringList(count, QStringLiteral("HHHH")).join(QStringLiteral("  \n")); }
};

void TestPaperPages::aBlockThatFitsOnAPageIsNotCut()
{
    // Eight lines twice: the second does not fit below the first, and fits on a page.
    const auto pages = pagesOf({ answer(lines(8) + QStringLiteral("\n\n") + lines(8)) });

    QCOMPARE(pages->pageCount(), 2);
    QCOMPARE(linesOn(*pages, 1).size(), 8);
}

void TestPaperPages::aLongBlockIsCutBetweenItsLines_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<int>("most");        // lines behind the first page
    QTest::newRow("a paragraph") << lines(60) << 60;
    QTest::newRow("code") << QStringLiteral("```\n") + QStringList(60, QStringLiteral("HHHH")).join(u'\n') + QStringLiteral("\n```") << 60;
    QTest::newRow("a row of a table") << QStringLiteral("|a|\n|-|\n|") + QStringList(240, QStringLiteral("HHHHHHHHHHH")).join(u' ') + QStringLiteral("|") << 121;
}

void TestPaperPages::aLongBlockIsCutBetweenItsLines()
{
    QFETCH(QString, markdown);
    QFETCH(int, most);

    const auto pages = pagesOf({ answer(markdown) });

    QVERIFY(pages->pageCount() > 3);
    int total = 0;
    int height = 0;
    for (int page = 1; page < pages->pageCount(); ++page) {
        const auto here = linesOn(*pages, page);
        QVERIFY2(!here.isEmpty(), qPrintable(QString::number(page)));
        for (const auto &line : here) {
            const int lineHeight = line.second - line.first;
            if (lineHeight < 8)
                continue;    // a rule or a frame
            height = height == 0 ? lineHeight : height;
            QVERIFY2(qAbs(lineHeight - height) <= 12, qPrintable(QStringLiteral("page %1: a line of %2 rows").arg(page).arg(lineHeight)));
            ++total;
        }
    }
    QVERIFY2(total > 30 && total <= most, qPrintable(QString::number(total)));
}

void TestPaperPages::aTableGoesOnUnderItsHeader()
{
    QString table = QStringLiteral("|HHHHHHHHHHHHHHHHHHHH|\n|-|\n");
    for (int row = 0; row < 40; ++row)
        table += QStringLiteral("|i|\n");
    const auto pages = pagesOf({ answer(table) });

    QVERIFY(pages->pageCount() > 2);
    for (int page = 1; page < pages->pageCount(); ++page) {
        const QImage image = shown(*pages, page);
        const auto first = linesOn(*pages, page).first();
        int rightmost = 0;
        for (int y = first.first; y <= first.second; ++y) {
            for (int x = 0; x < image.width(); ++x)
                rightmost = qGray(image.pixel(x, y)) < 150 ? qMax(rightmost, x) : rightmost;
        }
        QVERIFY2(rightmost > paper().margins.left() + 300, qPrintable(QString::number(rightmost)));
    }
}

void TestPaperPages::aRowThatCannotBeCutIsMadeSmallerNotCutThroughItsLetters()
{
    // Fractions are taller than lines: their lines agree nowhere with those of the words beside them.
    const QString words = QStringList(60, QStringLiteral("HHHHHHHHHHHH")).join(u' ');
    const QString fractions = QStringList(60, QStringLiteral("$\\frac{aaaaaaaa}{bbbbbbbb}$")).join(u' ');
    const auto pages = pagesOf({ answer(QStringLiteral("|a|b|\n|-|-|\n|") + words + u'|' + fractions + u'|') });

    // Each of the sixty words stands on a line of its own in the first column, whole and once, under a header on each page.
    QList<int> heights;
    for (int page = 0; page < pages->pageCount(); ++page) {
        const QImage image = shown(*pages, page);
        const int column = image.width() * 3 / 8;
        const int bottom = int(paper().size.height() - paper().margins.bottom());
        for (const auto &line : inkIn(image.copy(0, 0, column, bottom)).mid(page == 0 ? 2 : 0)) {
            if (line.second - line.first > 2)
                heights.append(line.second - line.first);
        }
    }
    QCOMPARE(heights.size(), 60 + pages->pageCount());
    for (const int height : heights)
        QVERIFY2(height >= 12, qPrintable(QString::number(height)));
}

void TestPaperPages::aLongAnswerIsLaidOutInSteps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Role>("role");
    QString prose;
    for (int i = 0; i < 400; ++i)
        prose += QStringLiteral("A paragraph with **some** words, number %1, `code` and more of them so that it fills lines.\n\n").arg(i);
    QTest::newRow("an answer") << prose << Role::Assistant;
    QTest::newRow("a person's paste") << prose << Role::User;
    QTest::newRow("one block of code") << QStringLiteral("```\n") + QString(prose).replace(QStringLiteral("`"), QString()) + QStringLiteral("```") << Role::Assistant;
}

void TestPaperPages::aLongAnswerIsLaidOutInSteps()
{
    QFETCH(QString, text);
    QFETCH(Role, role);
    Message message = answer(text);
    message.role = role;
    PaperPages pages({ QStringLiteral("Title"), {}, { message } }, {}, paper());

    int steps = 0;
    while (pages.layOutNext())
        ++steps;

    QVERIFY2(steps > 5, qPrintable(QString::number(steps)));
    int lines = 0;
    for (int page = 0; page < pages.pageCount(); ++page)
        lines += int(linesOn(pages, page).size());
    QVERIFY2(lines > 400, qPrintable(QString::number(lines)));
}

void TestPaperPages::thePagesSayHowManyTheyAreWhenAllAreLaidOut()
{
    PaperPages pages({ QStringLiteral("Title"), {}, std::vector<Message>(30, answer(lines(8))) }, {}, paper());
    while (pages.pageCount() < 3)
        QVERIFY(pages.layOutNext());
    const QImage before = shown(pages, 0);
    QVERIFY(!pages.isComplete());

    pages.layOutAll();

    QVERIFY(pages.isComplete());
    const int footer = int(paper().size.height() - paper().margins.bottom());
    QCOMPARE(shown(pages, 0).copy(0, 0, before.width(), footer), before.copy(0, 0, before.width(), footer));
    QVERIFY(shown(pages, 0) != before);
}

void TestPaperPages::whatIsWiderThanTheColumnIsMadeSmaller_data()
{
    QTest::addColumn<QString>("markdown");
    QString formula = QStringLiteral("$$ x");
    QString cells = QStringLiteral("|");
    QString rule = QStringLiteral("|");
    for (int i = 0; i < 40; ++i) {
        formula += QStringLiteral(" + x_{%1}").arg(i);
        cells += QStringLiteral("HHHHHHHH|");
        rule += QStringLiteral("-|");
    }
    QTest::newRow("a formula") << formula + QStringLiteral(" = 0 $$");
    QTest::newRow("a table") << cells + u'\n' + rule + u'\n' + cells;
    QTest::newRow("a line of code") << QStringLiteral("```\n") + QString(400, u'H') + QStringLiteral("\n```");
}

void TestPaperPages::whatIsWiderThanTheColumnIsMadeSmaller()
{
    QFETCH(QString, markdown);

    const auto pages = pagesOf({ answer(markdown) });

    const QImage image = shown(*pages, 0);
    const int right = int(paper().size.width() - paper().margins.right());
    for (int y = 0; y < image.height(); ++y) {
        for (int x = right + 6; x < image.width(); ++x)
            QVERIFY2(qGray(image.pixel(x, y)) > 200, qPrintable(QStringLiteral("ink at %1, %2").arg(x).arg(y)));
    }
}

void TestPaperPages::whatIsTallerThanAPageAndHasNoLinesIsMadeSmaller()
{
    QString formula = QStringLiteral("Before\n\n$$\\begin{matrix} ");
    for (int i = 0; i < 60; ++i)
        formula += QStringLiteral("H \\\\ ");
    const auto pages = pagesOf({ answer(formula + QStringLiteral("\\end{matrix}$$\n\nAfter")) });

    // What is before it, the formula, what is after it.
    QCOMPARE(pages->pageCount(), 3);
    QCOMPARE(linesOn(*pages, 1).size(), 60);
    QCOMPARE(linesOn(*pages, 2).size(), 1);
}

void TestPaperPages::aHeadingDoesNotStandAloneAtTheFootOfAPage()
{
    for (int above = 5; above < 14; ++above) {
        const auto pages = pagesOf({ answer(lines(above) + QStringLiteral("\n\n# i\n\n") + lines(3)) });
        if (pages->pageCount() == 1)
            continue;
        const auto onFirst = linesOn(*pages, 0);
        const auto onSecond = linesOn(*pages, 1);
        // Title, who speaks, the lines above; the heading goes with what is below it.
        QVERIFY2(onSecond.size() >= 4, qPrintable(QStringLiteral("%1 above: %2 lines").arg(above).arg(onSecond.size())));
        QVERIFY(onFirst.size() <= 2 + above);
    }
}

void TestPaperPages::thePaperIsLight()
{
    const auto pages = pagesOf({ answer(QStringLiteral("```\ncode\n```\n\nText")) });
    const QImage image = shown(*pages, 0);
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y));
    }
    QVERIFY(sum / (qint64(image.width()) * image.height()) > 230);
}

void TestPaperPages::aPictureThatCannotBeReadLeavesItsName()
{
    Message question;
    question.parts = { ImagePart { .blob = "ab", .url = {}, .mimeType = "image/png", .name = QStringLiteral("HHHH.png"), .pixels = { 80, 80 } } };
    QImage red(80, 80, QImage::Format_RGB32);
    red.fill(Qt::red);

    QCOMPARE(linesOn(*pagesOf({ question }), 0).size(), 3);       // title, who speaks, the name
    const QImage withPicture = shown(*pagesOf({ question }, red), 0);
    int reds = 0;
    for (int y = 0; y < withPicture.height(); ++y) {
        for (int x = 0; x < withPicture.width(); ++x)
            reds += withPicture.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
    }
    // As large as on a screen: 80 pixels of 96 an inch.
    QVERIFY2(qAbs(reds - 240 * 240) < 1000, qPrintable(QString::number(reds)));
}

void TestPaperPages::aConversationWithoutMessagesIsOnePage()
{
    const auto pages = pagesOf({});
    QCOMPARE(pages->pageCount(), 1);
    QCOMPARE(linesOn(*pages, 0).size(), 1);
}

QTEST_MAIN(TestPaperPages)
#include "tst_paperpages.moc"
