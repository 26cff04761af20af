// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperview.h"
#include "printpreview.h"
#include "scriptedprompt.h"

#include <QComboBox>
#include <QLabel>
#include <QPageRanges>
#include <QPdfWriter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

// A conversation on its way to paper: seen at once, painted page by page, printed or saved as a whole or not at all.
class TestPrintPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstPageIsSeenBeforeTheLastIsLaidOut();
    void onlySheetsThatAreSeenArePainted();
    void anotherPaperLaysThePagesOutAnew();
    void thePageNumberFollowsTheReaderAndLeadsHim();
    void theSizeIsChosenOrTurnedWithTheWheel();
    void keysGoFromPageToPage();
    void keysMakeItLargerAndSmaller();
    void aLargePageIsPaintedWhereItIsSeen();
    void theControlsFitIntoANarrowWindow();
    void theChosenPagesArePrinted();
    void pagesComeInTheOrderThatWasChosen();
    void otherPaperInThePrinterCutsNothing();
    void aPdfHasAllPages();
    void aPdfHasTheChosenPages();
    void whatIsCalledOffLeavesTheOldFile();
    void aFolderThatIsNotThereIsSaid();
    void aPrinterThatRefusesIsSaid();
    void withoutAPrinterTheWayIsAPdf();
    void closingWhileItIsLaidOutIsNoTrouble();
    void whatCannotBeReadIsNotPrinted();

private:
    static Conversation conversation()
    {
        Conversation conversation;
        conversation.title = QStringLiteral("Birds");
        return conversation;
    }
    static PrintPreview::Reader source(int messages)
    {
        return [messages, next = 0]() mutable -> Result<std::vector<Message>> {
            std::vector<Message> read;
            for (int i = 0; i < 50 && next < messages; ++i, ++next) {
                Message message;
                message.role = next % 2 == 0 ? Role::User : Role::Assistant;
                message.parts = { TextPart { QStringList(12, QStringLiteral("A line about birds, number %1").arg(next)).join(QStringLiteral("  \n")) } };
                read.push_back(message);
            }
            return read;
        };
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static qsizetype pagesIn(const QString &path) { return contentOf(path).count("/Type /Page\n"); }
    static PaperView *view(PrintPreview &preview) { return preview.findChild<PaperView *>(); }
    static QString status(PrintPreview &preview) { return preview.findChild<QLabel *>(QStringLiteral("previewStatus"))->text(); }
    static bool isReady(PrintPreview &preview) { return preview.findChild<QPushButton *>(QStringLiteral("previewPrint"))->isEnabled(); }
    static void choose(QComboBox *box, int index)
    {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }

    ScriptedPrompt m_prompt;
};

void TestPrintPreview::theFirstPageIsSeenBeforeTheLastIsLaidOut()
{
    PrintPreview preview(conversation(), source(3000), nullptr, m_prompt);
    preview.show();
    QVERIFY(!isReady(preview));

    QTRY_VERIFY(view(preview)->paintedSheets() > 0);
    QVERIFY(!isReady(preview));
    QVERIFY(!status(preview).isEmpty());

    QTRY_VERIFY_WITH_TIMEOUT(isReady(preview), 60'000);
    QVERIFY(view(preview)->pageCount() > 300);
    QCOMPARE(preview.findChild<QSpinBox *>(QStringLiteral("previewPage"))->maximum(), view(preview)->pageCount());
    QVERIFY(status(preview).isEmpty());
}

void TestPrintPreview::onlySheetsThatAreSeenArePainted()
{
    PrintPreview preview(conversation(), source(600), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    QTRY_VERIFY(view(preview)->paintedSheets() > 0);
    const int before = view(preview)->paintedSheets();
    QVERIFY2(before <= 6, qPrintable(QString::number(before)));

    view(preview)->showPage(40);
    QTRY_VERIFY(view(preview)->paintedSheets() > before);
    QTRY_COMPARE(view(preview)->currentPage(), 40);
    QVERIFY2(view(preview)->paintedSheets() <= before + 3, qPrintable(QString::number(view(preview)->paintedSheets())));
}

void TestPrintPreview::anotherPaperLaysThePagesOutAnew()
{
    PrintPreview preview(conversation(), source(200), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    const int usual = view(preview)->pageCount();
    auto *paper = preview.findChild<QComboBox *>(QStringLiteral("previewPaper"));

    choose(paper, paper->findData(int(QPageSize::A5)));
    QTRY_VERIFY(isReady(preview));
    const int small = view(preview)->pageCount();
    QVERIFY(small > usual);

    choose(preview.findChild<QComboBox *>(QStringLiteral("previewDirection")), 1);
    QTRY_VERIFY(isReady(preview));
    QVERIFY(view(preview)->pageCount() > small);
    QCOMPARE(preview.pageLayout().orientation(), QPageLayout::Landscape);
}

void TestPrintPreview::thePageNumberFollowsTheReaderAndLeadsHim()
{
    PrintPreview preview(conversation(), source(200), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    auto *page = preview.findChild<QSpinBox *>(QStringLiteral("previewPage"));
    QCOMPARE(page->value(), 1);

    page->setValue(5);
    QCOMPARE(view(preview)->currentPage(), 4);

    QTest::keyClick(view(preview), Qt::Key_End);
    QCOMPARE(page->value(), view(preview)->pageCount());
    QTest::keyClick(view(preview), Qt::Key_Home);
    QCOMPARE(page->value(), 1);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(view(preview), Qt::Key_PageDown);
    QVERIFY(page->value() > 1);
}

void TestPrintPreview::theSizeIsChosenOrTurnedWithTheWheel()
{
    PrintPreview preview(conversation(), source(40), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    auto *zoom = preview.findChild<QComboBox *>(QStringLiteral("previewZoom"));

    choose(zoom, zoom->findData(200));
    QCOMPARE(view(preview)->zoom(), 2.0);
    QCOMPARE(zoom->currentData().toInt(), 200);
    QVERIFY(view(preview)->horizontalScrollBar()->maximum() > 0);

    const QPointF middle = QRectF(view(preview)->viewport()->rect()).center();
    QWheelEvent turn(middle, view(preview)->viewport()->mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view(preview)->viewport(), &turn);
    QVERIFY(view(preview)->zoom() < 2.0);
    QCOMPARE(zoom->currentIndex(), -1);

    choose(zoom, zoom->findText(PrintPreview::tr("Whole page")));
    QVERIFY(view(preview)->fit() == PaperView::Fit::Page);
    QVERIFY(view(preview)->zoom() < 1.0);
}

void TestPrintPreview::keysGoFromPageToPage()
{
    PrintPreview preview(conversation(), source(100), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));

    QTest::keyClick(view(preview), Qt::Key_PageDown, Qt::ControlModifier);
    QTest::keyClick(view(preview), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(view(preview)->currentPage(), 2);
    QTest::keyClick(view(preview), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(view(preview)->currentPage(), 1);

    // Where a whole page is seen, a key's page is one of paper.
    view(preview)->setFit(PaperView::Fit::Page);
    QTest::keyClick(view(preview), Qt::Key_PageDown);
    QTest::keyClick(view(preview), Qt::Key_PageDown);
    QCOMPARE(view(preview)->currentPage(), 3);
}

void TestPrintPreview::keysMakeItLargerAndSmaller()
{
    PrintPreview preview(conversation(), source(10), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    QTest::keyClick(view(preview), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view(preview)->zoom(), 1.0);

    QTest::keyClick(view(preview), Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(view(preview)->zoom() > 1.0);
    QTest::keyClick(view(preview), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(view(preview), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(view(preview)->zoom() < 1.0);
}

void TestPrintPreview::aLargePageIsPaintedWhereItIsSeen()
{
    PrintPreview preview(conversation(), source(60), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    const qint64 seen = qint64(view(preview)->viewport()->width()) * view(preview)->viewport()->height();

    view(preview)->setZoom(4);
    const int before = view(preview)->paintedSheets();
    QTRY_VERIFY(view(preview)->paintedSheets() > before);
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(view(preview), Qt::Key_PageDown);
        const int painted = view(preview)->paintedSheets();
        QTRY_VERIFY(view(preview)->paintedSheets() > painted || i > 0);
    }

    // A page has fourteen million pixels then; of the pages that went by, what is far away was dropped.
    QVERIFY2(view(preview)->keptPixels() < 40 * seen, qPrintable(QString::number(double(view(preview)->keptPixels()) / double(seen))));
}

void TestPrintPreview::theControlsFitIntoANarrowWindow()
{
    PrintPreview preview(conversation(), source(2), nullptr, m_prompt);
    preview.show();
    preview.resize(420, 600);
    QTRY_COMPARE(preview.width(), 420);

    for (const QComboBox *box : preview.findChildren<QComboBox *>())
        QVERIFY2(preview.rect().contains(QRect(box->mapTo(&preview, QPoint()), box->size())), qPrintable(box->objectName()));
}

void TestPrintPreview::theChosenPagesArePrinted()
{
    PrintPreview preview(conversation(), source(150), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    const int all = view(preview)->pageCount();
    QVERIFY(all >= 8);
    QTemporaryDir out;
    QSignalSpy printed(&preview, &PrintPreview::printed);
    const auto pagesPrinted = [&](int from, int to) {
        const QString file = out.filePath(QStringLiteral("%1.pdf").arg(from));
        auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file);
        printer->setPageLayout(preview.pageLayout());
        printer->setFromTo(from, to);
        preview.printTo(std::move(printer));
        return printed.wait() ? pagesIn(file) : 0;
    };

    QCOMPARE(pagesPrinted(0, 0), all);
    QCOMPARE(pagesPrinted(2, 4), 3);
    QCOMPARE(pagesPrinted(all, 99), 1);
}

void TestPrintPreview::pagesComeInTheOrderThatWasChosen()
{
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    QCOMPARE(pagesFor(printer, 3), (std::vector<int> { 0, 1, 2 }));

    printer.setPageRanges(QPageRanges::fromString(QStringLiteral("1,3-4,9")));
    QCOMPARE(pagesFor(printer, 5), (std::vector<int> { 0, 2, 3 }));
    printer.setPageOrder(QPrinter::LastPageFirst);
    QCOMPARE(pagesFor(printer, 5), (std::vector<int> { 3, 2, 0 }));
    printer.setPageRanges(QPageRanges::fromString(QStringLiteral("7-9")));
    QCOMPARE(pagesFor(printer, 5), (std::vector<int> { 4 }));
}

void TestPrintPreview::otherPaperInThePrinterCutsNothing()
{
    QTemporaryDir out;
    const auto scaleOn = [&](QPageSize::PageSizeId size, QPageLayout::Orientation orientation) {
        QPdfWriter writer(out.filePath(QStringLiteral("a.pdf")));
        writer.setResolution(Paper::PixelsPerInch);
        writer.setPageLayout(QPageLayout(QPageSize(size), orientation, {}));
        return scaleOnto(writer, Paper::fromMillimetres({ 210, 297 }, 18).size);
    };

    QVERIFY(qAbs(scaleOn(QPageSize::A4, QPageLayout::Portrait) - 1) < 0.001);
    QVERIFY(qAbs(scaleOn(QPageSize::A6, QPageLayout::Portrait) - 0.5) < 0.01);
    QVERIFY(qAbs(scaleOn(QPageSize::A4, QPageLayout::Landscape) - 210.0 / 297) < 0.01);
    QVERIFY(qAbs(scaleOn(QPageSize::A3, QPageLayout::Portrait) - 1) < 0.001);
}

void TestPrintPreview::aPdfHasAllPages()
{
    PrintPreview preview(conversation(), source(60), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    QTemporaryDir out;
    const QString path = out.filePath(QStringLiteral("birds.pdf"));
    m_prompt.willSaveTo(path);
    QSignalSpy printed(&preview, &PrintPreview::printed);

    QTest::mouseClick(preview.findChild<QPushButton *>(QStringLiteral("previewSave")), Qt::LeftButton);

    QVERIFY(printed.wait());
    QCOMPARE(pagesIn(path), view(preview)->pageCount());
    QVERIFY2(status(preview).contains(QStringLiteral("birds.pdf")), qPrintable(status(preview)));
    QVERIFY(isReady(preview));
}

void TestPrintPreview::aPdfHasTheChosenPages()
{
    PrintPreview preview(conversation(), source(60), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    QTemporaryDir out;
    const QString path = out.filePath(QStringLiteral("birds.pdf"));
    QSignalSpy printed(&preview, &PrintPreview::printed);

    preview.saveTo(path, { 2, 0 });

    QVERIFY(printed.wait());
    QCOMPARE(pagesIn(path), 2);
}

void TestPrintPreview::whatIsCalledOffLeavesTheOldFile()
{
    PrintPreview preview(conversation(), source(1500), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(preview), 60'000);
    QTemporaryDir out;
    const QString path = out.filePath(QStringLiteral("birds.pdf"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("what was there");
    old.close();

    preview.saveTo(path);
    QTRY_VERIFY(preview.findChild<QPushButton *>(QStringLiteral("previewCancel"))->isVisible());
    QVERIFY(!isReady(preview));
    QTest::keyClick(&preview, Qt::Key_Escape);

    QVERIFY(preview.isVisible());
    QVERIFY(isReady(preview));
    QCOMPARE(contentOf(path), QByteArray("what was there"));
    QCOMPARE(status(preview), PrintPreview::tr("Nothing was saved."));
}

void TestPrintPreview::aFolderThatIsNotThereIsSaid()
{
    PrintPreview preview(conversation(), source(2), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));

    preview.saveTo(QStringLiteral("/nowhere/birds.pdf"));

    QVERIFY2(status(preview).contains(QStringLiteral("birds.pdf")), qPrintable(status(preview)));
    QVERIFY(isReady(preview));
}

void TestPrintPreview::aPrinterThatRefusesIsSaid()
{
    PrintPreview preview(conversation(), source(2), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFormat(QPrinter::PdfFormat);
    printer->setOutputFileName(QStringLiteral("/nowhere/birds.pdf"));
    QTest::ignoreMessage(QtWarningMsg, "QPainter::begin(): Returned false");

    preview.printTo(std::move(printer));

    QVERIFY(!status(preview).isEmpty());
    QVERIFY(isReady(preview));
}

void TestPrintPreview::withoutAPrinterTheWayIsAPdf()
{
    PrintPreview preview(conversation(), source(2), nullptr, m_prompt);
    preview.show();
    QTRY_VERIFY(isReady(preview));

    QTest::mouseClick(preview.findChild<QPushButton *>(QStringLiteral("previewPrint")), Qt::LeftButton);

    if (!QPrinterInfo::availablePrinterNames().isEmpty()) {
        QVERIFY(preview.findChild<QPrintDialog *>());
        return;
    }
    QVERIFY2(status(preview).contains(QStringLiteral("no printer")), qPrintable(status(preview)));
    auto *save = preview.findChild<QPushButton *>(QStringLiteral("previewSave"));
    QCOMPARE(preview.focusWidget(), save);
    QVERIFY(save->autoDefault());      // Enter does it
}

void TestPrintPreview::closingWhileItIsLaidOutIsNoTrouble()
{
    QPointer<PrintPreview> preview = new PrintPreview(conversation(), source(2000), nullptr, m_prompt);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->open();
    QTRY_VERIFY(view(*preview)->paintedSheets() > 0);

    QTest::keyClick(preview, Qt::Key_Escape);

    QTRY_VERIFY(!preview);
}

void TestPrintPreview::whatCannotBeReadIsNotPrinted()
{
    Error broken;
    broken.kind = ErrorKind::Storage;
    broken.message = QStringLiteral("A page is missing.");
    PrintPreview preview(conversation(), [broken]() -> Result<std::vector<Message>> { return broken; }, nullptr, m_prompt);
    preview.show();

    QTRY_COMPARE(status(preview), broken.message);
    QVERIFY(!isReady(preview));
    preview.saveTo(QStringLiteral("/nowhere/birds.pdf"));
    QCOMPARE(status(preview), broken.message);
}

QTEST_MAIN(TestPrintPreview)
#include "tst_printpreview.moc"
