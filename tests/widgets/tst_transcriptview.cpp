// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "findmarks_p.h"
#include "listtranscript.h"
#include "manualclock.h"
#include "transcriptview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace {

ListTranscript::Row message(Role role, const QString &text, MessageState state = MessageState::Complete)
{
    ListTranscript::Row row;
    row.role = role;
    row.text = text;
    row.state = state;
    return row;
}

std::vector<ListTranscript::Row> conversation(int count)
{
    std::vector<ListTranscript::Row> rows;
    for (int i = 0; i < count; ++i) {
        const QString text = QStringLiteral("Message %1 says this and that in a sentence of some length.\n\n").arg(i);
        rows.push_back(message(i % 2 == 0 ? Role::User : Role::Assistant, text.repeated(1 + i % 4)));
    }
    return rows;
}

}

class TestTranscriptView : public QObject
{
    Q_OBJECT

    ListTranscript m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<TranscriptView> m_view;

    void wheel(int steps)
    {
        const QPointF middle = m_view->viewport()->rect().center();
        QWheelEvent event(middle, m_view->viewport()->mapToGlobal(middle), {}, QPoint(0, 120 * steps), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &event);
    }

    // Where a message's first line stands in the viewport.
    int topOf(int row) { return m_view->visualRect(m_model.index(row)).top(); }

    QPoint pointOf(int row, const QString &words)
    {
        RowLayout &layout = m_view->transcriptLayout().ensureRow(row);
        const qsizetype offset = layout.source().indexOf(words);
        const QRectF caret = layout.body().caretRect(layout.body().positionOf(offset));
        return (caret.center() + layout.bodyOrigin()).toPoint() + QPoint(0, topOf(row));
    }

    Hotspot spotOf(int row, Hotspot::Kind kind)
    {
        for (Hotspot &spot : m_view->transcriptLayout().ensureRow(row).hotspots()) {
            if (spot.kind == kind) {
                spot.rect.translate(0, topOf(row));
                return spot;
            }
        }
        return {};
    }

    void clickOn(const Hotspot &spot)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, spot.rect.center().toPoint());
    }

private Q_SLOTS:
    void init()
    {
        m_model.replaceAll({});
        m_tester = std::make_unique<QAbstractItemModelTester>(&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_view = std::make_unique<TranscriptView>();
        m_view->resize(800, 600);
        m_view->setModel(&m_model);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_tester.reset();
    }

    void aConversationOpensAtItsEnd()
    {
        m_model.replaceAll(conversation(40));

        QVERIFY(m_view->isFollowing());
        QVERIFY(m_view->visualRect(m_model.index(39)).bottom() <= 600);
        QVERIFY(m_view->visualRect(m_model.index(39)).bottom() > 500);
        QVERIFY(m_view->transcriptLayout().laidOutRows() < 30);
    }

    void followingIsLeftByTheWheelAndEnteredAtTheEnd()
    {
        m_model.replaceAll(conversation(40));
        QSignalSpy changes(m_view.get(), &TranscriptView::followingChanged);

        wheel(1);
        QVERIFY(!m_view->isFollowing());
        wheel(-1);
        QVERIFY(m_view->isFollowing());
        wheel(3);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->isFollowing());
        QCOMPARE(changes.count(), 4);
    }

    void textThatGrowsBelowMovesNothing()
    {
        m_model.replaceAll(conversation(20));
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        wheel(10);
        const TranscriptView::ReadingPosition before = m_view->readingPosition();
        QVERIFY(!before.isFollowing);

        for (int i = 0; i < 50; ++i) {
            m_model.appendText(20, QStringLiteral(" and\n\nmore"));
            m_view->flushChanges();
        }

        QCOMPARE(m_view->readingPosition(), before);
        QVERIFY(m_view->isNewTextPillShown());
        m_view->followEnd();
        QVERIFY(!m_view->isNewTextPillShown());
        QVERIFY(m_view->isFollowing());
    }

    void aFollowedAnswerStaysAtTheEnd()
    {
        m_model.replaceAll(conversation(20));
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));

        for (int i = 0; i < 50; ++i) {
            m_model.appendText(20, QStringLiteral(" and\n\nmore"));
            m_view->flushChanges();
            QVERIFY(m_view->isFollowing());
        }

        QVERIFY(m_view->visualRect(m_model.index(20)).bottom() <= 600);
        QVERIFY(m_view->visualRect(m_model.index(20)).bottom() > 560);
    }

    void aNewQuestionStandsAtTheTop()
    {
        m_model.replaceAll(conversation(20));

        m_model.append(message(Role::User, QStringLiteral("And now?")));
        m_model.append(message(Role::Assistant, {}, MessageState::Streaming));

        QCOMPARE(topOf(20), 0);
        m_model.appendText(21, QStringLiteral("Short."));
        m_view->flushChanges();
        QCOMPARE(topOf(20), 0);
    }

    void deltasOfOneFrameArePaintedOnce()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        const int before = m_view->transcriptLayout().laidOutRows();

        for (int i = 0; i < 100; ++i)
            m_model.appendText(0, QStringLiteral(" word"));

        QTRY_VERIFY(m_view->transcriptLayout().laidOutRows() > before);
        QCOMPARE(m_view->transcriptLayout().laidOutRows(), before + 1);
        QVERIFY(m_view->shownText(0).endsWith(QLatin1String("word word")));
    }

    void aTextThatGrewByVeryMuchIsTakenOverInParts()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        const int before = m_view->transcriptLayout().laidOutRows();

        m_model.appendText(0, QStringLiteral("\n\nA paragraph of some words.").repeated(2'000) + QStringLiteral(" The end."));

        QTRY_VERIFY(m_view->transcriptLayout().laidOutRows() > before);
        QVERIFY(m_view->hasWaitingChanges());
        QTRY_VERIFY(!m_view->hasWaitingChanges());
        QVERIFY(m_view->transcriptLayout().laidOutRows() > before + 1);
        QVERIFY(m_view->shownText(0).endsWith(QLatin1String("The end.")));
    }

    // A scroll bar that came would make the text narrower in the middle of an answer, and all of it would be laid out anew.
    void anAnswerThatOutgrowsTheWindowKeepsItsWidth()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        const int width = m_view->viewport()->width();
        const int before = m_view->transcriptLayout().laidOutRows();

        for (int i = 0; i < 60; ++i) {
            m_model.appendText(0, QStringLiteral("\n\nAnother paragraph."));
            m_view->flushChanges();
        }
        QCoreApplication::processEvents();

        QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
        QCOMPARE(m_view->viewport()->width(), width);
        QCOMPARE(m_view->transcriptLayout().laidOutRows(), before + 60);
        QVERIFY(m_view->transcriptLayout().liveRow(0)->body().laidOutBoxes() < 60 * 4);
    }

    void theLastWordsOfAnAnswerWaitForNoFrame()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        m_view->flushChanges();
        m_model.appendText(0, QStringLiteral(" and end."));
        QVERIFY(m_view->hasWaitingChanges());

        m_model.change(0, [](ListTranscript::Row &row) { row.state = MessageState::Complete; });
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents);

        QVERIFY(!m_view->hasWaitingChanges());
    }

    // A paragraph is parsed as a whole with each piece, so a very long one is taken over ten times a second.
    void aVeryLongParagraphGrowsRarely()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("word ").repeated(4'000), MessageState::Streaming));
        const int before = m_view->transcriptLayout().laidOutRows();
        QElapsedTimer passed;
        passed.start();

        while (m_view->transcriptLayout().laidOutRows() < before + 4) {
            m_model.appendText(0, QStringLiteral("more "));
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }

        QVERIFY2(passed.elapsed() >= 3 * 100 - 10, qPrintable(QString::number(passed.elapsed())));
        // A short one behind it grows with each frame again.
        m_model.appendText(0, QStringLiteral("\n\nNew."));
        m_view->flushChanges();
        QVERIFY(!m_view->transcriptLayout().hasLongTail(0));
    }

    void whatIsCopiedOfALongParagraphIsAllOfIt()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("word ").repeated(4'000), MessageState::Streaming));
        m_view->flushChanges();
        QVERIFY(m_view->transcriptLayout().hasLongTail(0));
        m_model.appendText(0, QStringLiteral("last"));
        QVERIFY(m_view->hasWaitingChanges());

        m_view->selectAll();
        m_view->copySelection();

        QVERIFY(QApplication::clipboard()->text().endsWith(QLatin1String("word last")));
        QVERIFY(!m_view->hasWaitingChanges());
        m_model.appendText(0, QStringLiteral(" end"));
        m_view->copyMessage(0);
        QVERIFY(QApplication::clipboard()->text().endsWith(QLatin1String("last end")));
    }

    // Many pieces of one paragraph must not cost its square: each piece is a share of what is there.
    void aHugeParagraphThatCameAtOnceIsTakenOverInFewParts()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        const int before = m_view->transcriptLayout().laidOutRows();

        m_model.appendText(0, QStringLiteral(" word").repeated(100'000));
        m_view->flushChanges();

        QVERIFY(m_view->transcriptLayout().laidOutRows() - before < 40);
        QCOMPARE(m_view->transcriptLayout().liveRow(0)->source().size(), 500'005);
    }

    void fontsOfAScriptAreMadeReadyOnceItIsSeen()
    {
        m_model.append(message(Role::User, QStringLiteral("Latin words")));
        m_view->flushChanges();
        QCOMPARE(m_view->runningTimers(), 0);
        QCOMPARE(m_view->transcriptLayout().scriptFonts().warmedLooks(), 0);

        m_model.append(message(Role::Assistant, QStringLiteral("שלום")));
        m_view->flushChanges();
        QTRY_COMPARE(m_view->transcriptLayout().scriptFonts().warmedLooks(), ScriptFonts::Looks);
        // And then nothing wakes the program any more.
        QTRY_COMPARE(m_view->runningTimers(), 0);
    }

    void aHiddenViewLaysNothingOut()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Start"), MessageState::Streaming));
        m_view->hide();
        const int before = m_view->transcriptLayout().laidOutRows();

        for (int i = 0; i < 100; ++i)
            m_model.appendText(0, QStringLiteral(" word"));
        m_view->flushChanges();

        QCOMPARE(m_view->transcriptLayout().laidOutRows(), before);
        m_view->show();
        QVERIFY(m_view->shownText(0).endsWith(QLatin1String("word word")));
    }

    void messagesPutInFrontMoveNothing()
    {
        m_model.replaceAll(conversation(30));
        wheel(20);
        const TranscriptView::ReadingPosition before = m_view->readingPosition();

        m_model.insert(0, conversation(100));

        QCOMPARE(m_view->readingPosition(), before);
    }

    void scrollingThroughUnseenRowsKeepsTheLineUnderTheEye()
    {
        m_model.replaceAll(conversation(400));
        m_view->setReadingPosition({ m_model.at(200).id, 5, false });
        for (int i = 0; i < 100; ++i) {
            const int row = m_view->indexAt(QPoint(400, 300)).row();
            const int before = topOf(row);
            wheel(1);
            // A step of the wheel moves everything by the same amount, however many heights became known on the way.
            const int step = topOf(row) - before;
            QCOMPARE(step, QApplication::wheelScrollLines() * 21);
        }
    }

    void anotherWidthKeepsTheSentenceAtTheTop()
    {
        QString text;
        for (int i = 0; i < 300; ++i)
            text += QStringLiteral("Sentence number %1 is here. ").arg(i);
        m_model.replaceAll({ message(Role::Assistant, text), message(Role::User, QStringLiteral("Next")) });
        m_view->setReadingPosition({ m_model.at(0).id, 1000, false });
        const auto wordAtTop = [this] {
            RowLayout &row = m_view->transcriptLayout().ensureRow(0);
            const QPointF top(0, m_view->readingPosition().pixel - row.bodyOrigin().y() + 2);
            return row.body().sourceOffset(row.body().positionAt(top));
        };
        const qsizetype before = wordAtTop();

        m_view->resize(500, 600);
        QVERIFY(m_view->transcriptLayout().width() < 510);

        // The line at the top begins somewhere else now, and still holds the same words.
        QVERIFY2(qAbs(wordAtTop() - before) < 80, qPrintable(QString::number(wordAtTop() - before)));
    }

    void tenThousandMessagesScrollWithFewLayouts()
    {
        m_model.replaceAll(conversation(10000));
        QScrollBar *bar = m_view->verticalScrollBar();
        int most = 0;
        for (int i = 0; i <= 200; ++i) {
            bar->setValue(int(qint64(bar->maximum()) * i / 200));
            m_view->viewport()->repaint();
            most = qMax(most, m_view->transcriptLayout().liveRows());
        }

        QVERIFY2(most <= 200, qPrintable(QString::number(most)));
        QVERIFY(m_view->isFollowing());
    }

    void theReadingPositionComesBack()
    {
        m_model.replaceAll(conversation(60));
        wheel(15);
        const TranscriptView::ReadingPosition position = m_view->readingPosition();
        m_view->followEnd();

        m_view->setReadingPosition(position);

        QCOMPARE(m_view->readingPosition(), position);
    }

    void aPositionSetBeforeShowingIsTheOneShown()
    {
        m_model.replaceAll(conversation(60));
        TranscriptView other;
        other.resize(1100, 600);
        other.setModel(&m_model);
        other.setReadingPosition({ m_model.at(30).id, 17, false });

        other.show();
        QVERIFY(QTest::qWaitForWindowExposed(&other));

        QCOMPARE(other.readingPosition(), (TranscriptView::ReadingPosition { m_model.at(30).id, 17, false }));
    }

    void aConversationThatArrivesInRowsOpensAtItsEnd()
    {
        m_model.insert(0, conversation(40));

        QVERIFY(m_view->isFollowing());
        QVERIFY(m_view->visualRect(m_model.index(39)).bottom() > 500);
    }

    void aSelectionSurvivesStreaming()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("First paragraph here.\n\nSecond"), MessageState::Streaming));
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointOf(0, QStringLiteral("paragraph")));
        QTest::mouseMove(m_view->viewport(), pointOf(0, QStringLiteral("here")));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointOf(0, QStringLiteral("here")));
        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("paragraph "));

        for (int i = 0; i < 20; ++i) {
            m_model.appendText(0, QStringLiteral(" grows\n\n- and grows"));
            m_view->flushChanges();
        }

        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("paragraph "));
    }

    void theClipboardHoldsThreeFormats()
    {
        m_model.append(message(Role::User, QStringLiteral("Why?")));
        m_model.append(message(Role::Assistant, QStringLiteral("Because **so**.")));

        m_view->selectAll();
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);

        const QMimeData *data = QApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), QStringLiteral("Why?\n\nBecause **so**."));
        QCOMPARE(QString::fromUtf8(data->data(QStringLiteral("text/markdown"))), QStringLiteral("Why?\n\nBecause **so**."));
        QCOMPARE(data->html(), QStringLiteral("<p>Why?</p><p>Because <strong>so</strong>.</p>"));
    }

    void selectingEverythingLaysNothingOut()
    {
        m_model.replaceAll(conversation(5000));
        const int before = m_view->transcriptLayout().laidOutRows();

        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);

        QVERIFY(m_view->hasSelection());
        QCOMPARE(m_view->transcriptLayout().laidOutRows(), before);
    }

    void aDoubleClickTakesTheWordAndOneMoreTheParagraph()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("One sentence with words.\n\nAnother.")));
        const QPoint point = pointOf(0, QStringLiteral("sentence")) + QPoint(3, 0);

        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("sentence"));
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("One sentence with words."));
    }

    void shiftAndArrowsExtendTheSelectionThroughMessages()
    {
        m_model.append(message(Role::User, QStringLiteral("ab")));
        m_model.append(message(Role::Assistant, QStringLiteral("cd")));
        m_view->setCurrentIndex(m_model.index(0));

        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("ab\n\nc"));
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedMarkdown(), QStringLiteral("ab"));
    }

    void onlyAllowedLinksAreActivated()
    {
        m_model.append(message(Role::Assistant, QStringLiteral(
            "[good](https://a.example/x) and [bad](javascript:alert(1)) and [file](file:///etc/passwd) "
            "![p](https://t.example/p.png) <a href=\"https://h.example\">h</a>")));
        QSignalSpy activated(m_view.get(), &TranscriptView::linkActivated);
        QSignalSpy hovered(m_view.get(), &TranscriptView::linkHovered);

        for (const QString &words : { QStringLiteral("good"), QStringLiteral("bad"), QStringLiteral("file"), QStringLiteral("p]"),
                                      QStringLiteral("href") })
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(0, words) + QPoint(3, 0));

        // A closed picture goes where a link would: into the browser.
        QCOMPARE(activated.count(), 2);
        QCOMPARE(activated[0][0].toUrl(), QUrl(QStringLiteral("https://a.example/x")));
        QCOMPARE(activated[1][0].toUrl(), QUrl(QStringLiteral("https://t.example/p.png")));
        QCOMPARE(m_view->activeLinks(0), QStringList { QStringLiteral("https://a.example/x") });
        QVERIFY(hovered.count() > 0);
    }

    void theCopyButtonGivesTheCode()
    {
        m_model.append(message(Role::Assistant, QStringLiteral("Look:\n\n```c\nint x;\n\tint y;\n```\n")));

        clickOn(spotOf(0, Hotspot::Kind::CopyCode));

        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("int x;\n\tint y;"));
    }

    void actionsBecomeWishes()
    {
        ListTranscript::Row question = message(Role::User, QStringLiteral("Q"));
        ListTranscript::Row answer = message(Role::Assistant, QStringLiteral("A"));
        answer.siblingIndex = 1;
        answer.siblingCount = 3;
        TranscriptNotice notice;
        notice.level = TranscriptNotice::Level::Error;
        notice.text = QStringLiteral("The connection was lost.");
        notice.primary = { QStringLiteral("retry"), QStringLiteral("Try again") };
        answer.notice = notice;
        m_model.append(question);
        m_model.append(answer);
        QSignalSpy edits(m_view.get(), &TranscriptView::editRequested);
        QSignalSpy regenerations(m_view.get(), &TranscriptView::regenerateRequested);
        QSignalSpy siblings(m_view.get(), &TranscriptView::siblingRequested);
        QSignalSpy notices(m_view.get(), &TranscriptView::noticeActionRequested);

        clickOn(spotOf(0, Hotspot::Kind::Edit));
        clickOn(spotOf(1, Hotspot::Kind::Regenerate));
        clickOn(spotOf(1, Hotspot::Kind::PreviousSibling));
        clickOn(spotOf(1, Hotspot::Kind::NextSibling));
        clickOn(spotOf(1, Hotspot::Kind::NoticeAction));

        QCOMPARE(edits.count(), 1);
        QCOMPARE(edits.front().front().value<MessageId>(), m_model.at(0).id);
        QCOMPARE(regenerations.count(), 1);
        QCOMPARE(siblings.count(), 2);
        QCOMPARE(siblings[0][1].toInt(), 0);
        QCOMPARE(siblings[1][1].toInt(), 2);
        QCOMPARE(notices.count(), 1);
        QCOMPARE(notices.front()[1].toString(), QStringLiteral("retry"));
    }

    void theKeyboardReachesEverything()
    {
        m_model.append(message(Role::User, QStringLiteral("Q")));
        m_model.append(message(Role::Assistant, QStringLiteral("See [a](https://a.example).")));
        m_view->setFocus();
        QSignalSpy activated(m_view.get(), &TranscriptView::linkActivated);

        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QTest::keyClick(m_view.get(), Qt::Key_Return);

        QCOMPARE(activated.count(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentIndex().row(), 0);
    }

    void thumbnailsAreAskedForAndPaintedWhenTheyCome()
    {
        ListTranscript::Row row = message(Role::User, QStringLiteral("Look"));
        ImagePart image;
        image.pixels = QSize(100, 100);
        row.images = { image };
        QImage picture;
        int asked = 0;
        m_view->setThumbnailSource([&](const ImagePart &, const QSize &) { ++asked; return picture; });
        m_model.append(row);
        m_view->viewport()->repaint();
        const QRect before = m_view->visualRect(m_model.index(0));
        QVERIFY(asked > 0);

        picture = QImage(96, 96, QImage::Format_RGB32);
        picture.fill(Qt::red);
        m_view->thumbnailReady();
        const QImage shown = m_view->viewport()->grab().toImage();

        QCOMPARE(shown.pixelColor(spotOf(0, Hotspot::Kind::Attachment).rect.center().toPoint()), QColor(Qt::red));
        QCOMPARE(m_view->visualRect(m_model.index(0)), before);
    }

    void whatIsPaintedInPiecesIsWhatIsPaintedAtOnce()
    {
        // Deltas repaint parts of the viewport and move others; in the end the pixels must be those of a fresh painting.
        m_model.replaceAll(conversation(6));
        m_model.append(message(Role::Assistant, {}, MessageState::Streaming));
        const QString text = QStringLiteral("# Title\n\nSome **words** that wrap over the line because there are many of them, "
                                            "more than fit.\n\n- a\n- b\n\n```c\nint x;\nint y;\n```\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n"
                                            "End of it.\n\n").repeated(4);
        for (qsizetype at = 0; at < text.size(); at += 9) {
            m_model.appendText(6, text.mid(at, 9));
            m_view->flushChanges();
            QCoreApplication::processEvents();
        }
        m_view->hide();
        const QImage inPieces = m_view->viewport()->grab().toImage();
        m_view->show();
        m_view->viewport()->update();

        QCOMPARE(inPieces, m_view->viewport()->grab().toImage());
    }

    void anIdleViewHasNoTimers()
    {
        ManualClock clock;
        m_view->setClock(&clock);
        ListTranscript::Row row = message(Role::Assistant, {}, MessageState::Streaming);
        row.thinkingMs = -clock.sinceEpoch().count();
        m_model.append(row);
        const auto running = [this] {
            int count = 0;
            for (const QTimer *timer : m_view->findChildren<QTimer *>())
                count += timer->isActive() ? 1 : 0;
            return count + m_view->runningTimers();
        };
        QCOMPARE(running(), 1);

        m_model.change(0, [](ListTranscript::Row &answer) {
            answer.text = QStringLiteral("Done.");
            answer.state = MessageState::Complete;
            answer.thinkingMs = 3000;
        });

        QTRY_COMPARE(running(), 0);
        QVERIFY(m_view->shownText(0) == QLatin1String("Done."));
    }
    void aFindFarAwayComesIntoView();
    void aFindInALongLineOfCodeIsScrolledIntoItsBox();
    void findsAreMarkedOnTheScrollBar();
};

void TestTranscriptView::aFindFarAwayComesIntoView()
{
    m_model.replaceAll(conversation(60));
    m_view->followEnd();
    const TextSearch search { { QStringLiteral("Message 3 says") } };
    const auto places = findInMessage(Role::Assistant, MessageState::Complete, m_model.at(3).text, search);
    QCOMPARE(places.size(), size_t(4));

    m_view->setSearch(search);
    m_view->showFind(m_model.at(3).id, places[2]);

    const int top = pointOf(3, QStringLiteral("Message 3 says")).y();
    QVERIFY(top >= 0 && top < m_view->viewport()->height());
    QVERIFY(!m_view->isFollowing());
}

void TestTranscriptView::aFindInALongLineOfCodeIsScrolledIntoItsBox()
{
    const QString text = QStringLiteral("```\n") + QStringLiteral("word ").repeated(100) + QStringLiteral("needle\n```");
    m_model.replaceAll({ message(Role::Assistant, text) });
    const TextSearch search { { QStringLiteral("needle") } };
    const auto places = findInMessage(Role::Assistant, MessageState::Complete, text, search);
    QCOMPARE(places.size(), size_t(1));

    m_view->setSearch(search);
    m_view->showFind(m_model.at(0).id, places[0]);

    const RowLayout &row = m_view->transcriptLayout().ensureRow(0);
    const QRectF caret = row.body().caretRect({ 0, places[0].range.begin });
    QVERIFY(row.body().leafRect(0).contains(caret));
}

void TestTranscriptView::findsAreMarkedOnTheScrollBar()
{
    m_model.replaceAll(conversation(60));
    m_view->setFindMarks({ { 0, 0 }, { 59, 0 } });

    const auto *marks = m_view->verticalScrollBar()->findChild<FindMarks *>();
    QVERIFY(marks && marks->isVisibleTo(m_view->verticalScrollBar()));
    const std::vector<int> strokes = marks->strokes();
    QCOMPARE(strokes.size(), size_t(2));
    QCOMPARE(strokes[0], 0);
    QVERIFY(strokes[1] > marks->height() * 9 / 10);

    m_view->clearFind();
    QVERIFY(!marks->isVisibleTo(m_view->verticalScrollBar()));
}

QTEST_MAIN(TestTranscriptView)
#include "tst_transcriptview.moc"
