// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "pdfexport.h"

#include "imageencoder.h"
#include "slices.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPageLayout>

#include <algorithm>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PdfExport)
};

constexpr qreal MarginMillimetres = 18;
// A picture is not made finer than a printer shows it.
constexpr int MaxEdgePixels = 3000;

QPageSize usualPageSize()
{
    return QPageSize(QLocale().measurementSystem() == QLocale::MetricSystem ? QPageSize::A4 : QPageSize::Letter);
}

QString titleOf(const Conversation &conversation)
{
    const QString title = conversation.title.simplified();
    return title.isEmpty() ? Words::tr("Conversation") : title;
}

}

std::unique_ptr<PaperPages> makePaperPages(const Conversation &conversation, std::vector<Message> branch, std::shared_ptr<const BlobSource> blobs, const Paper &paper)
{
    const auto pictures = [blobs = std::move(blobs)](const ImagePart &picture, const QSize &pixels) {
        const bool isKnown = picture.mimeType == "image/png" || picture.mimeType == "image/jpeg";
        const Result<std::unique_ptr<QIODevice>> bytes = isKnown && !picture.blob.isEmpty() ? blobs->openBlob(picture.blob) : Result<std::unique_ptr<QIODevice>>(Error());
        return bytes ? thumbnail(bytes.value()->readAll(), std::min(MaxEdgePixels, std::max(pixels.width(), pixels.height()))) : QImage();
    };
    const QString date = conversation.createdAtMs > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(conversation.createdAtMs).date(), QLocale::LongFormat) : QString();
    return std::make_unique<PaperPages>(PaperPages::Content { titleOf(conversation), date, std::move(branch) }, pictures, paper);
}

void discardPaperPages(std::unique_ptr<PaperPages> pages, QObject *parent)
{
    if (!pages || !parent)
        return;
    auto *slices = new Slices([pages = std::shared_ptr<PaperPages>(std::move(pages))] { return pages->discardNext(); }, parent);
    QObject::connect(slices, &Slices::finished, slices, &QObject::deleteLater);
    slices->start();
}

PdfExport::PdfExport(Conversation conversation, std::vector<Message> branch, std::shared_ptr<const BlobSource> blobs)
    : m_conversation(std::move(conversation)),
      m_pages(makePaperPages(m_conversation, std::move(branch), std::move(blobs), Paper::fromMillimetres(usualPageSize().size(QPageSize::Millimeter), MarginMillimetres)))
{
}

PdfExport::~PdfExport()
{
    if (m_painter.isActive())
        m_painter.end();
}

void PdfExport::begin(QIODevice &device)
{
    m_writer = std::make_unique<QPdfWriter>(&device);
    m_writer->setResolution(Paper::PixelsPerInch);
    m_writer->setPageLayout(QPageLayout(usualPageSize(), QPageLayout::Portrait, QMarginsF()));
    m_writer->setTitle(titleOf(m_conversation));
    m_writer->setCreator(QStringLiteral("Grackle"));
    m_painter.begin(m_writer.get());
}

Result<bool> PdfExport::writeNext(QIODevice &device)
{
    if (!m_isLaidOut) {
        m_isLaidOut = !m_pages->layOutNext();
        return true;
    }
    if (!m_writer)
        begin(device);
    else
        m_writer->newPage();
    m_pages->paint(m_painter, m_page++);
    if (m_page < m_pages->pageCount())
        return true;
    m_painter.end();
    return false;
}
