// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blobsource.h"
#include "conversation.h"
#include "paperpages.h"
#include "printing.h"

#include <QDialog>
#include <QPageLayout>

#include <functional>
#include <memory>
#include <vector>

class PaperView;
class Prompt;
class QComboBox;
class QLabel;
class QPrinter;
class QPushButton;
class QSaveFile;
class QSpinBox;

// A branch as its pages will come out, and the way to the printer or into a PDF from there. It is read and laid out between events, the first
// pages can be looked at meanwhile; a change of paper lays them out anew. Without an event loop of its own.
class PrintPreview : public QDialog
{
    Q_OBJECT
public:
    // The next messages of the branch, as many as are read in some milliseconds; none: that was all.
    using Reader = std::function<Result<std::vector<Message>>()>;
    // Pictures are read from `blobs` when their page is painted. `prompt` outlives this.
    PrintPreview(Conversation conversation, Reader reader, std::shared_ptr<const BlobSource> blobs, Prompt &prompt, QWidget *parent = nullptr);
    ~PrintPreview() override;

    // What the controls say: size, direction and margins.
    QPageLayout pageLayout() const;
    // To the printer as it is set: its pages, copies and order. Nothing, while pages are laid out or on their way out.
    void printTo(std::unique_ptr<QPrinter> printer);
    // Some pages, or all, as a whole or not at all; what was there is kept until then.
    void saveTo(const QString &path) { saveTo(path, {}); }
    void saveTo(const QString &path, std::vector<int> pages);

    void reject() override;

Q_SIGNALS:
    // On paper, as far as we know, or kept in a file.
    void printed();

private:
    void nameControls();
    void fillControls();
    void placeControls();
    bool isBusy() const { return m_printing || m_isSaving; }
    bool isReady() const;
    bool readNext();
    void makePages();
    void pagesGrew();
    void askForPrinter();
    void send(std::unique_ptr<QPrinter> printer);
    void askForFile();
    void run(std::unique_ptr<QPagedPaintDevice> device, std::vector<int> pages, const std::function<void(Printing::Outcome)> &ended);
    void keep(const std::shared_ptr<QSaveFile> &file);
    void cancel();
    void showZoom();
    void showState();
    void tell(const QString &sentence);
    QString countText() const;

    Conversation m_conversation;
    Reader m_reader;
    std::vector<Message> m_branch;
    std::shared_ptr<const BlobSource> m_blobs;
    Prompt &m_prompt;
    PaperView *m_view;
    QSpinBox *m_page;
    QLabel *m_of;
    QComboBox *m_zoom;
    QComboBox *m_paper;
    QComboBox *m_direction;
    QComboBox *m_margins;
    QLabel *m_status;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_print;
    std::unique_ptr<PaperPages> m_pages;
    std::unique_ptr<Slices> m_reading;
    std::unique_ptr<Slices> m_layout;
    std::unique_ptr<Printing> m_printing;     // after the pages: it goes before them
    bool m_isSaving = false;                  // what was written is on its way to the disk
};
