// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "printpreview.h"

#include "exportformat.h"
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
    makeControls();
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

PrintPreview::~PrintPreview() = default;

void PrintPreview::makeControls()
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
    m_status->setWordWrap(true);
    m_print->setDefault(true);
    m_save->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *above = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *> { m_page, m_of })
        above->addWidget(widget);
    above->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *> { m_zoom, m_paper, m_direction, m_margins })
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
    m_pages = makePaperPages(m_conversation, m_branch, m_blobs, paperOf(pageLayout()));
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
    const bool isLaidOut = m_pages && m_pages->isComplete();
    const bool isReady = isLaidOut && !m_printing;
    m_of->setText(countText());
    m_cancel->setVisible(m_printing != nullptr);
    m_save->setEnabled(isReady);
    m_print->setEnabled(isReady);
    for (QWidget *widget : { m_paper, m_direction, m_margins })
        widget->setEnabled(m_pages && !m_printing);
    if (!isLaidOut)
        tell(tr("Laying out the pages…"));
    else if (!m_printing && m_status->text() == tr("Laying out the pages…"))
        tell(QString());
}

void PrintPreview::tell(const QString &sentence)
{
    m_status->setText(sentence);
}

void PrintPreview::askForPrinter()
{
    auto printer = std::make_shared<std::unique_ptr<QPrinter>>(std::make_unique<QPrinter>(QPrinter::HighResolution));
    QPrinter &chosen = **printer;
    chosen.setDocName(exportName(m_conversation.title));
    chosen.setCreator(QStringLiteral("Grackle"));
    chosen.setPageLayout(pageLayout());
    auto *dialog = new QPrintDialog(&chosen, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, m_pages->pageCount());
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(std::move(*printer)); });
    dialog->open();
}

void PrintPreview::printTo(std::unique_ptr<QPrinter> printer)
{
    if (m_printing || !m_pages || !m_pages->isComplete())
        return;
    printer->setFullPage(true);
    const PaperRange range = PaperRange::of(*printer, m_pages->pageCount());
    run(std::move(printer), range, [this](Printing::Outcome outcome) {
        if (outcome == Printing::Outcome::Refused)
            tell(tr("The printer did not take it. Look whether it is switched on and connected, or save a PDF instead."));
        else if (outcome == Printing::Outcome::Cancelled)
            tell(tr("Printing was called off."));
        else
            tell(tr("It is on its way to the printer."));
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

void PrintPreview::saveTo(const QString &path)
{
    if (m_printing || !m_pages || !m_pages->isComplete())
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
    run(std::move(writer), { 0, m_pages->pageCount() - 1 }, [this, file](Printing::Outcome outcome) {
        const QString name = QFileInfo(file->fileName()).fileName();
        if (outcome != Printing::Outcome::Printed)
            file->cancelWriting();
        if (file->commit())
            tell(tr("Saved as %1.").arg(name));
        else if (outcome == Printing::Outcome::Cancelled)
            tell(tr("Nothing was saved."));
        else
            tell(tr("%1 cannot be written: %2").arg(name, file->errorString()));
    });
}

void PrintPreview::run(std::unique_ptr<QPagedPaintDevice> device, const PaperRange &range, const std::function<void(Printing::Outcome)> &ended)
{
    m_printing = std::make_unique<Printing>(std::move(device), *m_pages, range);
    connect(m_printing.get(), &Printing::advanced, this, [this](int done, int count) {
        tell(tr("Page %1 of %2…").arg(locale().toString(done), locale().toString(count)));
    });
    connect(m_printing.get(), &Printing::ended, this, [this, ended](Printing::Outcome outcome) {
        // It is in the middle of telling us.
        m_printing.release()->deleteLater();
        showState();
        ended(outcome);
        if (outcome == Printing::Outcome::Printed)
            Q_EMIT printed();
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
