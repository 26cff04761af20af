// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "conversation.h"
#include "paperpages.h"

#include <QPdfWriter>

#include <memory>
#include <vector>

// What stands on paper of a conversation, for a file and for the printer alike. Pictures are read when their page is painted.
std::unique_ptr<PaperPages> makePaperPages(const Conversation &conversation, std::vector<Message> branch, std::shared_ptr<const BlobSource> blobs, const Paper &paper);

// Lets pages go a little at a time between events, the rest with `parent`; at once without one.
void discardPaperPages(std::unique_ptr<PaperPages> pages, QObject *parent);

// A branch as a PDF: pages as PaperPages lays them out, of the size that is usual where the person lives. A message is laid out, or
// a page painted, at each call; the device may be closed when this has gone.
class PdfExport
{
public:
    PdfExport(Conversation conversation, std::vector<Message> branch, std::shared_ptr<const BlobSource> blobs);
    ~PdfExport();
    // True when there is more to do.
    Result<bool> writeNext(QIODevice &device);

private:
    void begin(QIODevice &device);

    Conversation m_conversation;
    std::unique_ptr<PaperPages> m_pages;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
    bool m_isLaidOut = false;
    int m_page = 0;
};
