// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "backups.h"
#include "documents.h"
#include "draftkeeper.h"
#include "endpointbook.h"
#include "endpointsetup.h"
#include "estimateline.h"
#include "exporting.h"
#include "ledger.h"
#include "librarymodel.h"
#include "mainwindow.h"
#include "messagewishes.h"
#include "modeltitles.h"
#include "openconversations.h"
#include "chatclient.h"
#include "prompt.h"
#include "recentdocuments.h"
#include "thumbnails.h"
#include "toolwishes.h"
#include "windowoptions.h"
#include "workprogress.h"

#include <QPointer>

#include <memory>

class Appearance;
class KeyStore;
class Library;
class SettingsDialog;
class Trace;
class TraceReporter;
class TranscriptWishes;

// Everything between an open library and the window: makes the parts in order, joins them, and does what needs more than
// one of them. Members are destroyed in reverse, so that nobody outlives what he uses.
class Session : public QObject
{
    Q_OBJECT
public:
    struct Foundation
    {
        const Clock &clock;
        Settings &settings;
        KeyStore &keyStore;
        Appearance &appearance;
        QString libraryFolder;
    };
    Session(const Foundation &foundation, std::unique_ptr<Library> library, ApiKey environmentKey, const QString &cacheFolder);
    ~Session() override;

    MainWindow &window() { return m_window; }
    EndpointBook &endpoints() { return m_endpoints; }
    OpenConversations &conversations() { return m_conversations; }
    Library &library() { return *m_library; }
    // Replaces the desktop's dialogs, for tests.
    void setPrompt(std::unique_ptr<Prompt> prompt);

    // Shows the window and does what the command line asks.
    void start(const WindowOptions &options);
    // Files of the command line, of this process or a later one.
    void openFiles(const QStringList &files);
    // Null: no performance log (any more).
    void setTrace(Trace *trace);

Q_SIGNALS:
    // The person wants a performance log, or no longer.
    void traceStarted(const QString &path);
    void traceStopped();
    // The person wants the library as it was; it is closed for that.
    void restoreRequested(const QString &backup);

private:
    void connectWindow();
    void startNotifying();
    void connectActions();
    void connectDrafts();
    void connectDocuments();
    void connectFind();
    void connectLibrary();
    void applyOptions(const WindowOptions &options);
    void sendAtOnce(const QString &text);
    void ensureModels();
    void noteUsable();
    void comeForward(const QStringList &files);
    void showSettings();
    void showUsage();
    void choosePictures();
    void toggleTrace(bool isWanted);
    ImageLimits imageLimits() const;

    Foundation m_foundation;
    std::unique_ptr<Library> m_library;
    ChatClient m_client;
    EndpointBook m_endpoints;
    Ledger m_ledger;
    OpenConversations m_conversations;
    ModelTitles m_titles;
    LibraryModel m_libraryModel;
    Thumbnails m_thumbnails;
    MainWindow m_window;
    std::unique_ptr<Prompt> m_prompt;
    std::unique_ptr<Documents> m_documents;
    std::unique_ptr<Exporting> m_exporting;
    std::unique_ptr<TranscriptWishes> m_wishes;
    RecentDocuments m_recent;
    DraftKeeper m_drafts;
    EstimateLine m_estimate;
    MessageWishes m_messageWishes;
    ToolWishes m_tools;
    EndpointSetup m_setup;
    WorkProgress m_work;
    Backups m_backups;
    std::unique_ptr<TraceReporter> m_reporter;
    QPointer<SettingsDialog> m_settingsDialog;
    QString m_modelForThisRun;
    QString m_textToSend;
    bool m_hasLoaded = false;
    bool m_hasPainted = false;
};
