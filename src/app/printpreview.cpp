// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "printpreview.h"

#include "exportformat.h"
#include "flowlayout.h"
#include "inthread.h"
#include "paperview.h"
#include "pdfexport.h"
#include "plaintext.h"
#include "prompt.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

#include <iterator>

namespace {

constexpr qreal NarrowMargin = 10;          // millimetres
constexpr qreal UsualMargin = 18;
constexpr qreal WideMargin = 30;
constexpr int ZoomsInPercent[] = { 50, 75, 100, 150, 200 };
constexpr int FitsWidth = 0;                // among the per cents
constexpr int FitsPage = -1;
constexpr int Gap = 8;
constexpr int PageFieldRoom = 48;           // for the field's edges and arrows

Paper paperOf(const QPageLayout &layout)
{
    return Paper::fromMillimetres(layout.fullRect(QPageLayout::Millimeter).size(), layout.margins(QPageLayout::Millimeter).left());
}

QPageSize::PageSizeId usualPaper()
{
    return QLocale().measurementSystem() == QLocale::MetricSystem ? QPageSize::A4 : QPageSize::Letter;
}

}

PrintPreview::PrintPreview(Conversation conversation, Reader reader, std::shared_ptr<const BlobSource> blobs, Prompt &prompt, QWidget *parent)
    : QDialog(parent), m_conversation(std::move(conversation)), m_reader(std::move(reader)), m_blobs(std::move(blobs)), m_prompt(prompt), m_view(new PaperView(this)), m_page(new QSpinBox(this)),
      m_of(plainLabel(QString(), this)), m_zoom(new QComboBox(this)), m_paper(new QComboBox(this)), m_direction(new QComboBox(this)), m_margins(new QComboBox(this)),
      m_status(plainLabel(QString(), this)), m_cancel(new QPushButton(tr("Cancel"), this)), m_save(new QPushButton(tr("Save as PDF…"), this)),
      m_print(new QPushButton(tr("Print…"), this))
{
    setObjectName(QStringLiteral("printPreview"));
    setWindowTitle(tr("Print"));
    resize(QSize(900, 760).boundedTo(screen()->availableSize() * 9 / 10));
    nameControls();
    fillControls();
    placeControls();
    connect(m_view, &PaperView::currentPageChanged, this, [this](int page) {
        const QSignalBlocker blocker(m_page);
        m_page->setValue(page + 1);
    });
    connect(m_view, &PaperView::zoomChanged, this, &PrintPreview::showZoom);
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_view->showPage(page - 1); });
    connect(m_zoom, &QComboBox::activated, this, [this](int index) {
        const int zoom = m_zoom->itemData(index).toInt();
        if (zoom == FitsWidth || zoom == FitsPage)
            m_view->setFit(zoom == FitsWidth ? PaperView::Fit::Width : PaperView::Fit::Page);
        else
            m_view->setZoom(zoom / 100.0);
        showZoom();
    });
    for (QComboBox *box : { m_paper, m_direction, m_margins })
        connect(box, &QComboBox::activated, this, &PrintPreview::makePages);
    connect(m_cancel, &QPushButton::clicked, this, &PrintPreview::cancel);
    connect(m_save, &QPushButton::clicked, this, &PrintPreview::askForFile);
    connect(m_print, &QPushButton::clicked, this, &PrintPreview::askForPrinter);
    m_reading = std::make_unique<Slices>([this] { return readNext(); });
    connect(m_reading.get(), &Slices::finished, this, &PrintPreview::makePages);
    m_reading->start();
    showZoom();
    showState();
    m_view->setFocus();
}

PrintPreview::~PrintPreview()
{
    m_printing.reset();
    m_layout.reset();
    m_view->setPages(nullptr);
    discardPaperPages(std::move(m_pages), parent());
}

void PrintPreview::nameControls()
{
    const auto named = [](QWidget *widget, const char *name, const QString &words) {
        widget->setObjectName(QString::fromLatin1(name));
        widget->setAccessibleName(words);
        widget->setToolTip(words);
    };
    named(m_page, "previewPage", tr("Page"));
    named(m_zoom, "previewZoom", tr("Size on the screen"));
    named(m_paper, "previewPaper", tr("Paper"));
    named(m_direction, "previewDirection", tr("Direction"));
    named(m_margins, "previewMargins", tr("Margins"));
    m_page->setPrefix(tr("Page") + QLatin1Char(' '));
    // As wide as the longest number will be: pages are counted while one reads.
    m_page->setMinimumWidth(m_page->fontMetrics().horizontalAdvance(tr("Page") + QStringLiteral(" 00000")) + PageFieldRoom);
    m_status->setObjectName(QStringLiteral("previewStatus"));
    m_cancel->setObjectName(QStringLiteral("previewCancel"));
    m_save->setObjectName(QStringLiteral("previewSave"));
    m_print->setObjectName(QStringLiteral("previewPrint"));
}

void PrintPreview::fillControls()
{
    m_zoom->addItem(tr("Whole width"), FitsWidth);
    m_zoom->addItem(tr("Whole page"), FitsPage);
    for (const int percent : ZoomsInPercent)
        m_zoom->addItem(tr("%1 %").arg(locale().toString(percent)), percent);
    for (const QPageSize::PageSizeId size : { QPageSize::A3, QPageSize::A4, QPageSize::A5, QPageSize::Letter, QPageSize::Legal })
        m_paper->addItem(QPageSize::name(size).section(QLatin1String(" ("), 0, 0), int(size));
    m_paper->setCurrentIndex(m_paper->findData(int(usualPaper())));
    m_direction->addItem(tr("Upright"), int(QPageLayout::Portrait));
    m_direction->addItem(tr("Sideways"), int(QPageLayout::Landscape));
    m_margins->addItem(tr("Usual margins"), UsualMargin);
    m_margins->addItem(tr("Narrow margins"), NarrowMargin);
    m_margins->addItem(tr("Wide margins"), WideMargin);
}

void PrintPreview::placeControls()
{
    m_status->setWordWrap(true);
    m_print->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_of->setMinimumWidth(m_of->fontMetrics().horizontalAdvance(tr("of %1…").arg(locale().toString(10'000))));
    m_of->setMinimumHeight(m_page->sizeHint().height());
    // In a narrow window they stand below each other.
    auto *above = new FlowLayout(Gap);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_page, m_of, m_zoom, m_paper, m_direction, m_margins })
        above->addWidget(widget);
    auto *below = new QHBoxLayout;
    below->addWidget(m_status, 1);
    for (QWidget *widget : { m_cancel, m_save, m_print })
        below->addWidget(widget);
    auto *all = new QVBoxLayout(this);
    all->addLayout(above);
    all->addWidget(m_view, 1);
    all->addLayout(below);
}

QPageLayout PrintPreview::pageLayout() const
{
    const qreal margin = m_margins->currentData().toReal();
    return { QPageSize(QPageSize::PageSizeId(m_paper->currentData().toInt())), QPageLayout::Orientation(m_direction->currentData().toInt()),
             QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter };
}

bool PrintPreview::readNext()
{
    Result<std::vector<Message>> read = m_reader();
    if (!read) {
        m_reading->stop();
        tell(read.error().message);
        return true;
    }
    const bool hasMore = !read.value().empty();
    m_branch.insert(m_branch.end(), std::make_move_iterator(read.value().begin()), std::make_move_iterator(read.value().end()));
    return hasMore;
}

void PrintPreview::makePages()
{
    m_layout.reset();
    m_view->setPages(nullptr);
    std::vector<Message> branch = m_pages ? m_pages->takeBranch() : std::exchange(m_branch, {});
    discardPaperPages(std::move(m_pages), this);
    m_pages = makePaperPages(m_conversation, std::move(branch), m_blobs, paperOf(pageLayout()));
    m_view->setPages(m_pages.get());
    m_layout = std::make_unique<Slices>([this] { return m_pages->layOutNext(); });
    connect(m_layout.get(), &Slices::advanced, this, &PrintPreview::pagesGrew);
    connect(m_layout.get(), &Slices::finished, this, &PrintPreview::pagesGrew);
    m_layout->start();
    pagesGrew();
}

void PrintPreview::pagesGrew()
{
    if (m_view->pageCount() != m_pages->pageCount() || m_pages->isComplete())
        m_view->pagesGrew();
    const QSignalBlocker blocker(m_page);
    m_page->setRange(1, m_view->pageCount());
    m_page->setValue(m_view->currentPage() + 1);
    showState();
}

QString PrintPreview::countText() const
{
    if (!m_pages)
        return {};
    const QString count = locale().toString(m_pages->pageCount());
    return m_pages->isComplete() ? tr("of %1").arg(count) : tr("of %1…").arg(count);
}

void PrintPreview::showZoom()
{
    const int wanted = m_view->fit() == PaperView::Fit::Width ? FitsWidth : m_view->fit() == PaperView::Fit::Page ? FitsPage : qRound(m_view->zoom() * 100);
    const int known = m_zoom->findData(wanted);
    // A size between the offered ones, made with the wheel, stands in the field alone.
    m_zoom->setPlaceholderText(tr("%1 %").arg(locale().toString(wanted)));
    m_zoom->setCurrentIndex(known);
}

void PrintPreview::showState()
{
    m_of->setText(countText());
    m_cancel->setVisible(m_printing != nullptr);
    m_save->setEnabled(isReady());
    m_print->setEnabled(isReady());
    for (QWidget *widget : { m_paper, m_direction, m_margins })
        widget->setEnabled(m_pages && !isBusy());
    if (!m_pages || !m_pages->isComplete())
        tell(tr("Laying out the pages…"));
    else if (!isBusy() && m_status->text() == tr("Laying out the pages…"))
        tell(QString());
}

bool PrintPreview::isReady() const
{
    return m_pages && m_pages->isComplete() && !isBusy();
}

void PrintPreview::tell(const QString &sentence)
{
    m_status->setText(sentence);
}

void PrintPreview::askForPrinter()
{
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        tell(tr("This computer knows no printer. Set one up in the settings of the system, or save a PDF instead."));
        m_save->setFocus();
        return;
    }
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>(QPrinter::HighResolution));
    QPrinter &chosen = **printer;
    chosen.setDocName(exportName(m_conversation.title));
    chosen.setCreator(QStringLiteral("Grackle"));
    chosen.setPageLayout(pageLayout());
    auto *dialog = new QPrintDialog(&chosen, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, m_pages->pageCount());
    connect(dialog, &QDialog::accepted, this, [this, printer] { send(std::move(*printer)); });
    dialog->open();
}

// The printers' dialog has a file among them.
void PrintPreview::send(std::unique_ptr<QPrinter> printer)
{
    if (printer->outputFormat() == QPrinter::PdfFormat)
        saveTo(printer->outputFileName(), pagesFor(*printer, m_pages->pageCount()));
    else
        printTo(std::move(printer));
}

void PrintPreview::printTo(std::unique_ptr<QPrinter> printer)
{
    if (!isReady())
        return;
    printer->setFullPage(true);
    std::vector<int> pages = pagesFor(*printer, m_pages->pageCount());
    run(std::move(printer), std::move(pages), [this](Printing::Outcome outcome) {
        if (outcome == Printing::Outcome::Refused)
            tell(tr("The printer did not take it. Look whether it is switched on and connected, or save a PDF instead."));
        else if (outcome == Printing::Outcome::Cancelled)
            tell(tr("Printing was called off."));
        else
            tell(tr("It is on its way to the printer."));
        if (outcome == Printing::Outcome::Printed)
            Q_EMIT printed();
    });
}

void PrintPreview::askForFile()
{
    const QString name = exportName(m_conversation.title) + exportSuffix(ExportFormat::Pdf);
    m_prompt.chooseSavePath(tr("Save as PDF"), name, tr("PDF (*.pdf)"), this, [this](const QString &path) {
        if (!path.isEmpty())
            saveTo(path);
    });
}

void PrintPreview::saveTo(const QString &path, std::vector<int> pages)
{
    if (!isReady())
        return;
    auto file = std::make_shared<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly)) {
        tell(tr("%1 cannot be written: %2").arg(QFileInfo(path).fileName(), file->errorString()));
        return;
    }
    auto writer = std::make_unique<QPdfWriter>(file.get());
    writer->setResolution(Paper::PixelsPerInch);
    writer->setTitle(m_conversation.title.simplified());
    writer->setCreator(QStringLiteral("Grackle"));
    // The pages have their margins in them.
    QPageLayout sheet = pageLayout();
    sheet.setMode(QPageLayout::FullPageMode);
    sheet.setMargins({});
    writer->setPageLayout(sheet);
    run(std::move(writer), pages.empty() ? allPages(m_pages->pageCount()) : std::move(pages), [this, file](Printing::Outcome outcome) {
        if (outcome == Printing::Outcome::Printed)
            keep(file);
        else if (outcome == Printing::Outcome::Cancelled)
            tell(tr("Nothing was saved."));
        else
            tell(tr("%1 cannot be written: %2").arg(QFileInfo(file->fileName()).fileName(), file->errorString()));
    });
}

// A slow disk takes its time until a large file is safe.
void PrintPreview::keep(const std::shared_ptr<QSaveFile> &file)
{
    m_isSaving = true;
    showState();
    runInThread<bool>(this, [file] { return file->commit(); }, [this, file](bool isKept) {
        const QString name = QFileInfo(file->fileName()).fileName();
        m_isSaving = false;
        showState();
        tell(isKept ? tr("Saved as %1.").arg(name) : tr("%1 cannot be written: %2").arg(name, file->errorString()));
        if (isKept)
            Q_EMIT printed();
    });
}

void PrintPreview::run(std::unique_ptr<QPagedPaintDevice> device, std::vector<int> pages, const std::function<void(Printing::Outcome)> &ended)
{
    m_printing = std::make_unique<Printing>(std::move(device), *m_pages, std::move(pages));
    connect(m_printing.get(), &Printing::advanced, this, [this](int done, int count) {
        tell(tr("Page %1 of %2…").arg(locale().toString(done), locale().toString(count)));
    });
    connect(m_printing.get(), &Printing::ended, this, [this, ended](Printing::Outcome outcome) {
        // It is in the middle of telling us.
        m_printing.release()->deleteLater();
        showState();
        ended(outcome);
    });
    showState();
    m_printing->start();
}

void PrintPreview::cancel()
{
    if (m_printing)
        m_printing->cancel();
}

// Escape calls off what runs, and closes when nothing does.
void PrintPreview::reject()
{
    if (m_printing)
        cancel();
    else
        QDialog::reject();
}
