// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationwriter.h"
#include "libraryexport.h"

#include <QObject>
#include <QPointer>

class ConversationController;
class Library;
class MainWindow;
class NoticeBar;
class Prompt;
class Slices;
class QMimeData;
class QTemporaryDir;
class OpenConversations;

// Conversations on their way out: one that is shown, a selection of the side pane, or all of them; into files, onto paper, into the
// clipboard. Longer work shows how far it is and can be called off.
class Exporting : public QObject
{
    Q_OBJECT
public:
    Exporting(Library &library, Prompt &prompt, NoticeBar &notice, QObject *parent = nullptr);
    ~Exporting() override;

    // The window's actions and its side pane; `conversations` says which one is shown. Both outlive this.
    void serve(MainWindow &window, OpenConversations &conversations);

    struct Kind { QString text; ExportFormat format; };
    static QList<Kind> kinds();

    void saveAs(ConversationController &controller);
    // Into a folder that the person chooses, under names of ours.
    void exportConversations(const QList<ConversationId> &ids, ExportFormat format);
    void exportAll(ExportFormat format);
    void print(const ConversationController &controller, QWidget *parent);
    // The active branch as Markdown.
    static QString text(const ConversationController &controller);

Q_SIGNALS:
    void failed(const Error &error);
    // The conversation that is shown, under the name that the person chose.
    void saved(const QString &path);

private:
    void readAll(const ConversationController &controller, std::function<void(ExportSource)> done);
    void chooseFolder(std::vector<LibraryExport::Item> items, ExportFormat format);
    void run(LibraryExport *work, const std::function<void()> &succeeded);
    void showProgress(int finished, int count);
    std::unique_ptr<QMimeData> packRows(const QMimeData &rows, const QList<ConversationId> &ids);

    Library &m_library;
    Prompt &m_prompt;
    NoticeBar &m_notice;
    QPointer<LibraryExport> m_running;
    QPointer<Slices> m_reading;                    // of what will be written next
    std::shared_ptr<QTemporaryDir> m_dragged;      // made with the first rows that are dragged out
};
