// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "printing.h"

#include "exportformat.h"
#include "pdfexport.h"

#include <QPainter>
#include <QPrintPreviewDialog>

#include <algorithm>

namespace {

constexpr qreal LeastMarginMillimetres = 10;
constexpr qreal UsualMarginMillimetres = 18;
constexpr qreal MillimetresPerInch = 25.4;

Paper paperOf(const QPrinter &printer)
{
    const QSizeF size = printer.pageLayout().fullRect(QPageLayout::Millimeter).size();
    const QMarginsF wanted = printer.pageLayout().margins(QPageLayout::Millimeter);
    Paper paper = Paper::fromMillimetres(size, UsualMarginMillimetres);
    const auto pixels = [](qreal millimetres) { return qMax(LeastMarginMillimetres, millimetres) * Paper::PixelsPerInch / MillimetresPerInch; };
    // Who sets margins gets them; else those that we like.
    const bool isSet = qMin(qMin(wanted.left(), wanted.right()), qMin(wanted.top(), wanted.bottom())) > LeastMarginMillimetres;
    if (isSet)
        paper.margins = QMarginsF(pixels(wanted.left()), pixels(wanted.top()), pixels(wanted.right()), pixels(wanted.bottom()));
    return paper;
}

// Lives as long as the dialog that it is a child of.
class PrinterKeeper : public QObject
{
public:
    QPrinter printer { QPrinter::HighResolution };
};

}

Printing::Printing(ExportSource source, std::shared_ptr<const BlobSource> blobs) : m_source(std::move(source)), m_blobs(std::move(blobs)) {}

Printing::~Printing() = default;

const PaperPages &Printing::pagesFor(const QPrinter &printer)
{
    const Paper paper = paperOf(printer);
    if (!m_pages || paper != m_paper) {
        m_paper = paper;
        m_pages = makePaperPages(m_source.conversation, m_source.branch, m_blobs, paper);
        m_pages->layOutAll();
    }
    return *m_pages;
}

void Printing::paintTo(QPrinter &printer)
{
    const PaperPages &pages = pagesFor(printer);
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), pages.pageCount()) - 1 : pages.pageCount() - 1;
    printer.setFullPage(true);
    QPainter painter(&printer);
    const qreal scale = qreal(printer.resolution()) / Paper::PixelsPerInch;
    for (int i = 0; i <= last - first; ++i) {
        const bool isReversed = printer.pageOrder() == QPrinter::LastPageFirst;
        if (i > 0 && !printer.newPage())
            return;
        painter.save();
        painter.scale(scale, scale);
        pages.paint(painter, isReversed ? last - i : first + i);
        painter.restore();
    }
}

QPrintPreviewDialog *Printing::showPreview(ExportSource source, std::shared_ptr<const BlobSource> blobs, QWidget *parent)
{
    auto *keeper = new PrinterKeeper;
    keeper->printer.setDocName(exportName(source.conversation.title));
    keeper->printer.setCreator(QStringLiteral("Grackle"));
    auto *dialog = new QPrintPreviewDialog(&keeper->printer, parent);
    // Its last child: it goes after the preview, which draws on the printer to the end.
    keeper->setParent(dialog);
    dialog->setObjectName(QStringLiteral("printPreview"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(900, 700);
    auto printing = std::make_shared<Printing>(std::move(source), std::move(blobs));
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog, [printing](QPrinter *target) { printing->paintTo(*target); });
    dialog->open();
    return dialog;
}
