// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "listtranscript.h"
#include "transcriptlayout.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

std::vector<ListTranscript::Row> rowsOf(int count)
{
    std::vector<ListTranscript::Row> rows;
    for (int i = 0; i < count; ++i) {
        ListTranscript::Row row;
        row.role = i % 2 == 0 ? Role::User : Role::Assistant;
        row.text = QStringLiteral("Message %1 with **some** words.\n\n- a\n- b\n").arg(i).repeated(1 + i % 5);
        rows.push_back(row);
    }
    return rows;
}

}

class TestTranscriptLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openingReadsNoBodies()
    {
        ListTranscript model;
        model.replaceAll(rowsOf(10000));
        TranscriptLayout layout;

        layout.setModel(&model);

        QCOMPARE(layout.rowCount(), 10000);
        QVERIFY(layout.totalHeight() > 10000 * 40);
        QCOMPARE(model.bodiesRead(), 0);
        QCOMPARE(layout.liveRows(), 0);
    }

    void layoutsStayFewWhileEveryRowIsSeen()
    {
        ListTranscript model;
        model.replaceAll(rowsOf(10000));
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setWidth(800, Qt::LeftToRight);
        int most = 0;
        for (int row = 0; row + 10 < layout.rowCount(); row += 10) {
            for (int visible = row; visible < row + 10; ++visible)
                layout.ensureRow(visible);
            layout.trim(row, row + 9);
            most = qMax(most, layout.liveRows());
        }

        QVERIFY2(most <= 200, qPrintable(QString::number(most)));
        QVERIFY(layout.liveBytes() < 8 * 1024 * 1024);
        QVERIFY(layout.isExact(0));
    }

    void visibleRowsAreNeverDropped()
    {
        ListTranscript model;
        model.replaceAll(rowsOf(300));
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setBudget(0);
        for (int row = 0; row < 300; ++row)
            layout.ensureRow(row);

        layout.trim(100, 120);

        for (int row = 100; row <= 120; ++row)
            QVERIFY(layout.liveRow(row));
        QCOMPARE(layout.liveRows(), 21);
    }

    void rowsKeepTheirLayoutsWhenOthersComeAndGo()
    {
        ListTranscript model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.replaceAll(rowsOf(20));
        TranscriptLayout layout;
        layout.setModel(&model);
        const int height = layout.ensureRow(10).height();
        RowLayout *const live = layout.liveRow(10);

        model.insert(0, rowsOf(5));
        QCOMPARE(layout.liveRow(15), live);
        QCOMPARE(layout.rowHeight(15), height);
        QCOMPARE(layout.rowCount(), 25);

        model.remove(0, 10);
        QCOMPARE(layout.liveRow(5), live);
        QCOMPARE(layout.rowCount(), 15);
        QVERIFY(layout.isExact(5));
    }

    void aChangeIsToldOnceAndTakenOverWhenAsked()
    {
        ListTranscript model;
        model.append({ .text = QStringLiteral("One"), .state = MessageState::Streaming, .reasoning = {}, .images = {},
                       .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setWidth(700, Qt::LeftToRight);
        const int before = layout.ensureRow(0).height();
        QSignalSpy changes(&layout, &TranscriptLayout::rowsChanged);

        model.appendText(0, QStringLiteral("\n\nTwo"));

        QCOMPARE(changes.count(), 1);
        QCOMPARE(layout.rowHeight(0), before);
        QVERIFY(layout.refreshRow(0));
        QVERIFY(layout.rowHeight(0) > before);
        QCOMPARE(layout.liveRow(0)->shownText(), QStringLiteral("One\nTwo"));
    }

    void aShorterTextIsReadFromTheBeginning()
    {
        ListTranscript model;
        model.append({ .text = QStringLiteral("One two three"), .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.ensureRow(0);

        model.change(0, [](ListTranscript::Row &row) { row.text = QStringLiteral("Four"); });
        layout.refreshRow(0);

        QCOMPARE(layout.liveRow(0)->shownText(), QStringLiteral("Four"));
    }

    void aBoxForAPictureHasItsSizeBeforeThePictureComes()
    {
        ListTranscript model;
        ImagePart image;
        image.pixels = QSize(2000, 1000);
        model.append({ .role = Role::User, .text = QStringLiteral("Look"), .reasoning = {}, .images = { image }, .infoLine = {},
                       .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setWidth(800, Qt::LeftToRight);

        const std::vector<Hotspot> spots = layout.ensureRow(0).hotspots();

        QCOMPARE(spots.front().kind, Hotspot::Kind::Attachment);
        QCOMPARE(spots.front().rect.size(), QSizeF(192, 96));
    }

    void aFewWordsStandInABlockOfTheirSize_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            const char *window = direction == Qt::LeftToRight ? "window from left to right" : "window from right to left";
            QTest::addRow("words from left to right, %s", window) << QStringLiteral("Hello there") << direction;
            QTest::addRow("words from right to left, %s", window) << QStringLiteral("\u05E9\u05DC\u05D5\u05DD") << direction;
            QTest::addRow("lines of both, %s", window) << QStringLiteral("\u05E9\u05DC\u05D5\u05DD\nHello there") << direction;
        }
    }

    void aFewWordsStandInABlockOfTheirSize()
    {
        QFETCH(QString, text);
        QFETCH(Qt::LayoutDirection, direction);
        ListTranscript model;
        model.append({ .role = Role::User, .text = text, .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setWidth(800, direction);

        const RowLayout &row = layout.ensureRow(0);

        const QRectF block = row.blockRect();
        QVERIFY2(block.width() < 250, qPrintable(QString::number(block.width())));
        // On the trailing side of the column, which is 700 wide.
        QCOMPARE(direction == Qt::LeftToRight ? 800 - block.right() : block.left(), 50.0);
        for (const QRectF &word : row.body().rectsOf({ 0, text.size() }))
            QVERIFY(block.contains(word.translated(row.bodyOrigin())));
    }

    void manyWordsFillTheirBlock()
    {
        ListTranscript model;
        model.append({ .role = Role::User, .text = QStringLiteral("some words ").repeated(40), .reasoning = {}, .images = {}, .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setWidth(800, Qt::LeftToRight);

        QVERIFY(layout.ensureRow(0).blockRect().width() > 550);
    }

    void thinkingIsOneLineThatOpens()
    {
        ListTranscript model;
        model.append({ .text = QStringLiteral("Answer"), .reasoning = QStringLiteral("First this.\n\nThen that."),
                       .thinkingMs = 14200, .images = {}, .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        layout.setWidth(700, Qt::LeftToRight);
        const int closed = layout.ensureRow(0).height();

        QCOMPARE(layout.liveRow(0)->thinkingText(std::nullopt), QStringLiteral("Thought for 14 s"));
        layout.setReasoningShown(0, true);
        QVERIFY(layout.rowHeight(0) > closed + 30);
        layout.setReasoningShown(0, false);
        QCOMPARE(layout.rowHeight(0), closed);
    }

    void onlyThoughtsThatCanBeReadKeepTheirLine()
    {
        // The time to the first word is known of every answer; it says nothing about thinking.
        ListTranscript model;
        model.append({ .text = QStringLiteral("Answer"), .reasoning = {}, .thinkingMs = 1200, .images = {}, .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);

        QCOMPARE(layout.ensureRow(0).thinkingText(std::nullopt), QString());
        QVERIFY(layout.ensureRow(0).thinkingRect().isEmpty());
    }

    void theClockStopsWhenTheTextComes()
    {
        ListTranscript model;
        model.append({ .text = QStringLiteral("Fi"), .state = MessageState::Streaming, .reasoning = QStringLiteral("Hm."),
                       .thinkingMs = -1'000'000, .images = {}, .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);

        QCOMPARE(layout.ensureRow(0).thinkingText(1'014'500), QStringLiteral("Thoughts"));
        model.change(0, [](ListTranscript::Row &row) { row.reasoning.clear(); });
        layout.refreshRow(0);
        QCOMPARE(layout.ensureRow(0).thinkingText(1'014'500), QString());
    }

    void theClockOfThinkingRuns()
    {
        ListTranscript model;
        model.append({ .text = {}, .state = MessageState::Streaming, .reasoning = {}, .thinkingMs = -1'000'000, .images = {},
                       .infoLine = {}, .notice = {} });
        TranscriptLayout layout;
        layout.setModel(&model);
        const RowLayout &row = layout.ensureRow(0);

        QCOMPARE(row.thinkingText(1'014'500), QStringLiteral("Thinking… 0:14"));
        QCOMPARE(row.thinkingText(1'075'000), QStringLiteral("Thinking… 1:15"));
    }
};

QTEST_MAIN(TestTranscriptLayout)
#include "tst_transcriptlayout.moc"
