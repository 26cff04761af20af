// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationwriter.h"
#include "paperpages.h"

#include <QPrinter>

#include <memory>

class QPrintPreviewDialog;
class QWidget;

// A conversation for the printer: the preview shows the pages as they will come out, for every size of paper that is chosen in it.
class Printing
{
public:
    Printing(ExportSource source, std::shared_ptr<const BlobSource> blobs);
    ~Printing();

    // The pages that the printer is set to print.
    void paintTo(QPrinter &printer);
    // Without an event loop of its own; the dialog owns what it shows and deletes itself.
    static QPrintPreviewDialog *showPreview(ExportSource source, std::shared_ptr<const BlobSource> blobs, QWidget *parent);

private:
    const PaperPages &pagesFor(const QPrinter &printer);

    ExportSource m_source;
    std::shared_ptr<const BlobSource> m_blobs;
    std::unique_ptr<PaperPages> m_pages;
    Paper m_paper;
};
