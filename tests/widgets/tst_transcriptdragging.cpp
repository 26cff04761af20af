// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptfixture.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QSignalSpy>
#include <QWheelEvent>

class TestTranscriptDragging : public QObject
{
    Q_OBJECT

    std::unique_ptr<TranscriptFixture> m_fixture;

    TranscriptView &view() { return m_fixture->view; }
    QWidget *viewport() { return view().viewport(); }
    BlockBox &box() { return m_fixture->body(0).box(0); }
    QPoint onThumb() { return m_fixture->inViewport(0, box().rect.topLeft() + box().sidewaysThumb().center()); }
    void showWideCode() { m_fixture->answer(QStringLiteral("```\n%1\n```\n").arg(QString(900, u'x'))); }

    // What is at the pointer; without a desktop the drag itself ends at once.
    const QMimeData *draggedFrom(const QPoint &point)
    {
        QTest::mousePress(viewport(), Qt::LeftButton, {}, point);
        QTest::mouseMove(viewport(), point + QPoint(QApplication::startDragDistance() - 1, 0));
        if (view().findChild<QDrag *>())
            return nullptr;
        QTest::mouseMove(viewport(), point + QPoint(QApplication::startDragDistance() + 5, 0));
        const QDrag *drag = view().findChild<QDrag *>();
        return drag ? drag->mimeData() : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<TranscriptFixture>();
        QVERIFY(m_fixture->isShown());
    }
    void cleanup() { m_fixture.reset(); }

    void theBarIsDragged();
    void aPressBesideTheThumbBringsItThere();
    void theBarSelectsNothing();
    void shiftAndWheelMoveAWideBlock();
    void arrowsMoveAFocusedWideBlock();
    void theBarGrowsUnderThePointer();
    void theSelectionIsDraggedOutInThreeFormats();
    void aPressOnTheSelectionIsOnlyAPressWhenNothingMoves();
    void aLinkInTheSelectionCanStillBePressed();
    void aPictureIsDraggedOut();
};

void TestTranscriptDragging::theBarIsDragged()
{
    showWideCode();
    const QPoint start = onThumb();

    QTest::mousePress(viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(viewport(), start + QPoint(60, 40));
    const qreal moved = box().sidewaysThumb().left() - box().sidewaysTrack().left();
    QTest::mouseRelease(viewport(), Qt::LeftButton, {}, start + QPoint(60, 40));
    QTest::mouseMove(viewport(), start);

    QVERIFY2(qAbs(moved - 60) < 1, qPrintable(QString::number(moved)));
    QVERIFY(qAbs(box().sidewaysThumb().left() - box().sidewaysTrack().left() - 60) < 1);
}

void TestTranscriptDragging::aPressBesideTheThumbBringsItThere()
{
    showWideCode();
    const QPoint end = m_fixture->inViewport(0, box().rect.topLeft() + QPointF(box().sidewaysTrack().right() - 3, box().sidewaysTrack().center().y()));

    m_fixture->click(end);

    QCOMPARE(box().sidewaysPosition(), box().sidewaysRange());
}

void TestTranscriptDragging::theBarSelectsNothing()
{
    showWideCode();
    const QPoint start = onThumb();

    QTest::mousePress(viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(viewport(), start - QPoint(-80, 60));
    QTest::mouseRelease(viewport(), Qt::LeftButton, {}, start - QPoint(-80, 60));

    QVERIFY(!view().hasSelection());
}

void TestTranscriptDragging::shiftAndWheelMoveAWideBlock()
{
    showWideCode();
    const QPointF point = m_fixture->inViewport(0, box().rect.center());

    QWheelEvent event(point, viewport()->mapToGlobal(point), {}, QPoint(0, -120), Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(viewport(), &event);

    QVERIFY(box().sidewaysPosition() > 20);
}

void TestTranscriptDragging::arrowsMoveAFocusedWideBlock()
{
    showWideCode();
    view().setFocus();
    view().setCurrentIndex(m_fixture->model.index(0));
    QTest::keyClick(&view(), Qt::Key_Return);

    QTest::keyClick(&view(), Qt::Key_Right);
    QTest::keyClick(&view(), Qt::Key_Right);
    const qreal after = box().sidewaysPosition();
    QTest::keyClick(&view(), Qt::Key_Left);

    QCOMPARE(after, 120.0);
    QCOMPARE(box().sidewaysPosition(), 60.0);
}

void TestTranscriptDragging::theBarGrowsUnderThePointer()
{
    showWideCode();
    const auto barPixels = [this] {
        const QImage image = viewport()->grab().toImage();
        const QPoint at = onThumb();
        int count = 0;
        for (int y = at.y() - 8; y <= at.y() + 8; ++y)
            count += image.pixelColor(at.x(), y) != view().theme()->colors.codeBackground ? 1 : 0;
        return count;
    };
    QTest::mouseMove(viewport(), QPoint(5, 5));
    const int thin = barPixels();

    QTest::mouseMove(viewport(), m_fixture->inViewport(0, box().rect.center()));

    QVERIFY(barPixels() >= thin + 2);
}

void TestTranscriptDragging::theSelectionIsDraggedOutInThreeFormats()
{
    m_fixture->answer(QStringLiteral("One **bold** word and more."));
    m_fixture->select(0, QStringLiteral("bold"), QStringLiteral("and"));

    const QMimeData *dragged = draggedFrom(m_fixture->pointOf(0, QStringLiteral("word")));

    QVERIFY(dragged);
    QCOMPARE(dragged->text(), QStringLiteral("**bold** word "));
    QCOMPARE(dragged->data(QStringLiteral("text/markdown")), QByteArray("**bold** word "));
    QCOMPARE(dragged->html(), QStringLiteral("<p><strong>bold</strong> word</p>"));
    QCOMPARE(view().selectedMarkdown(), QStringLiteral("**bold** word "));
}

void TestTranscriptDragging::aPressOnTheSelectionIsOnlyAPressWhenNothingMoves()
{
    m_fixture->answer(QStringLiteral("One **bold** word and more."));
    m_fixture->select(0, QStringLiteral("bold"), QStringLiteral("and"));
    const QPoint point = m_fixture->pointOf(0, QStringLiteral("word"));

    QTest::mousePress(viewport(), Qt::LeftButton, {}, point);
    QVERIFY(view().hasSelection());
    QTest::mouseRelease(viewport(), Qt::LeftButton, {}, point);

    QVERIFY(!view().hasSelection());
}

void TestTranscriptDragging::aLinkInTheSelectionCanStillBePressed()
{
    m_fixture->answer(QStringLiteral("One [link](https://a.example) and more."));
    view().selectAll();
    QSignalSpy activated(&view(), &TranscriptView::linkActivated);

    m_fixture->click(m_fixture->pointOf(0, QStringLiteral("link")));

    QCOMPARE(activated.count(), 1);
}

void TestTranscriptDragging::aPictureIsDraggedOut()
{
    ListTranscript::Row row = TranscriptFixture::message(Role::User, QStringLiteral("Look"));
    ImagePart image;
    image.pixels = QSize(100, 100);
    row.images = { image };
    m_fixture->model.append(row);
    view().setPictureSource([](const ImagePart &) {
        auto picture = std::make_unique<QMimeData>();
        picture->setData(QStringLiteral("image/png"), "picture");
        return picture;
    });

    const QMimeData *dragged = draggedFrom(m_fixture->spotOf(0, Hotspot::Kind::Attachment).rect.center().toPoint());

    QVERIFY(dragged);
    QCOMPARE(dragged->data(QStringLiteral("image/png")), QByteArray("picture"));
}

QTEST_MAIN(TestTranscriptDragging)
#include "tst_transcriptdragging.moc"
