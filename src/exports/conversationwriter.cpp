// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationwriter.h"

#include "conversationdocument.h"
#include "htmlexport.h"
#include "pdfexport.h"

namespace {

class TextWriter : public ConversationWriter
{
public:
    TextWriter(ExportSource source, std::shared_ptr<const BlobSource> blobs, PictureKeeper address)
        : m_source(std::move(source)), m_blobs(std::move(blobs)), m_address(std::move(address)) {}

    bool needsUiThread() const override { return false; }
    int stepCount() const override { return 1; }
    Result<bool> writeNext(QIODevice &device) override
    {
        device.write(toMarkdown(m_source.conversation, m_source.branch, m_address).toUtf8());
        return false;
    }

    // The whole picture in its address.
    static QString dataAddress(const BlobSource &blobs, const ImagePart &picture)
    {
        const bool isKnown = picture.mimeType == "image/png" || picture.mimeType == "image/jpeg";
        if (!isKnown || picture.blob.isEmpty())
            return {};
        const Result<std::unique_ptr<QIODevice>> bytes = blobs.openBlob(picture.blob);
        return bytes ? QString::fromLatin1("data:" + picture.mimeType + ";base64," + bytes.value()->readAll().toBase64()) : QString();
    }

private:
    ExportSource m_source;
    std::shared_ptr<const BlobSource> m_blobs;
    PictureKeeper m_address;
};

class DocumentWriter : public ConversationWriter
{
public:
    DocumentWriter(ExportSource source, std::shared_ptr<const BlobSource> blobs) : m_source(std::move(source)), m_blobs(std::move(blobs)) {}

    bool needsUiThread() const override { return false; }
    int stepCount() const override { return 1; }
    Result<bool> writeNext(QIODevice &device) override
    {
        const Result<QByteArray> document = encodeConversationDocument({ m_source.conversation, std::move(m_source.messages) }, *m_blobs);
        if (!document)
            return document.error();
        device.write(document.value());
        return false;
    }

private:
    ExportSource m_source;
    std::shared_ptr<const BlobSource> m_blobs;
};

class HtmlWriter : public ConversationWriter
{
public:
    HtmlWriter(ExportSource source, std::shared_ptr<const BlobSource> blobs) : m_source(std::move(source)), m_blobs(std::move(blobs)) {}

    int stepCount() const override { return int(m_source.branch.size()); }
    Result<bool> writeNext(QIODevice &device) override
    {
        if (m_next == 0)
            device.write(htmlBeginning(m_source.conversation));
        if (m_next < m_source.branch.size())
            device.write(htmlOf(m_source.branch[m_next++], *m_blobs));
        if (m_next < m_source.branch.size())
            return true;
        device.write(htmlEnd());
        return false;
    }

private:
    ExportSource m_source;
    std::shared_ptr<const BlobSource> m_blobs;
    size_t m_next = 0;
};

class PdfWriter : public ConversationWriter
{
public:
    PdfWriter(ExportSource source, std::shared_ptr<const BlobSource> blobs)
        : m_steps(2 * int(source.branch.size())), m_pdf(std::move(source.conversation), std::move(source.branch), std::move(blobs)) {}

    int stepCount() const override { return m_steps; }
    Result<bool> writeNext(QIODevice &device) override { return m_pdf.writeNext(device); }

private:
    int m_steps;
    PdfExport m_pdf;
};

}

std::unique_ptr<ConversationWriter> ConversationWriter::make(ExportFormat format, ExportSource source, std::shared_ptr<const BlobSource> blobs, PictureKeeper keeper)
{
    switch (format) {
    case ExportFormat::Document:
        return std::make_unique<DocumentWriter>(std::move(source), std::move(blobs));
    case ExportFormat::MarkdownPicturesInside:
        keeper = [blobs](const ImagePart &picture) { return TextWriter::dataAddress(*blobs, picture); };
        [[fallthrough]];
    case ExportFormat::Markdown:
    case ExportFormat::MarkdownPicturesBeside:
        return std::make_unique<TextWriter>(std::move(source), std::move(blobs), std::move(keeper));
    case ExportFormat::Html:
        return std::make_unique<HtmlWriter>(std::move(source), std::move(blobs));
    case ExportFormat::Pdf:
        return std::make_unique<PdfWriter>(std::move(source), std::move(blobs));
    }
    Q_UNREACHABLE();
}
