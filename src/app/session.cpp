// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "session.h"

#include "aboutbox.h"
#include "answernotifier.h"
#include "appearance.h"
#include "composer.h"
#include "conversationcontroller.h"
#include "conversationfind.h"
#include "conversationmodel.h"
#include "conversationpane.h"
#include "desktopprompt.h"
#include "errordescription.h"
#include "firstrunpage.h"
#include "heap.h"
#include "icons.h"
#include "library.h"
#include "librarypane.h"
#include "noticebar.h"
#include "peeking.h"
#include "quickaccess.h"
#include "settings.h"
#include "settingsdialog.h"
#include "tracereporter.h"
#include "transcriptview.h"
#include "transcriptwishes.h"
#include "translations.h"
#include "usagedialog.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDateTime>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>

Session::Session(const Foundation &foundation, std::unique_ptr<Library> library, ApiKey environmentKey, const QString &cacheFolder)
    : m_foundation(foundation),
      m_library(std::move(library)),
      m_client(m_library->blobs()),
      m_endpoints(m_client, foundation.keyStore, foundation.settings, std::move(environmentKey)),
      m_ledger(*m_library, foundation.settings, foundation.clock),
      m_conversations({ .client = m_client, .library = *m_library, .endpoints = m_endpoints, .clock = foundation.clock, .ledger = &m_ledger }),
      m_titles({ m_client, *m_library, m_endpoints, m_conversations, m_ledger, foundation.settings, foundation.clock }),
      m_libraryModel(*m_library, foundation.clock),
      m_thumbnails(m_library->blobs()),
      m_window({ m_conversations, m_libraryModel, m_endpoints, foundation.settings }),
      m_recent(foundation.settings, *m_window.actions().action(QStringLiteral("openRecent"))->menu()),
      m_drafts({ *m_window.conversationPane()->composer(), *m_library, m_endpoints, m_thumbnails }, imageLimits()),
      m_estimate(*m_window.conversationPane()->composer()),
      m_messageWishes(*m_window.conversationPane()),
      m_tools({ m_window, m_conversations, foundation.settings }),
      m_setup(m_endpoints),
      m_work(*m_library, *m_window.libraryPane()),
      m_backups({ *m_library, foundation.libraryFolder, m_window })
{
    m_endpoints.setCacheFolder(cacheFolder);
    setPrompt(std::make_unique<DesktopPrompt>(&m_window));
    connectWindow();
    connectActions();
    connectDrafts();
    connectFind();
    connectLibrary();
}

Session::~Session() = default;

void Session::setTrace(Trace *trace)
{
    m_reporter.reset();
    if (trace)
        m_reporter = std::make_unique<TraceReporter>(*trace, m_window);
    m_window.actions().action(QStringLiteral("recordTrace"))->setChecked(trace);
}

void Session::toggleTrace(bool isWanted)
{
    if (!isWanted) {
        Q_EMIT traceStopped();
        return;
    }
    m_prompt->chooseSavePath(tr("Record a performance log"), QStringLiteral("grackle-log.jsonl"), tr("Performance logs (*.jsonl)"), this,
                             [this](const QString &path) {
                                 if (path.isEmpty())
                                     m_window.actions().action(QStringLiteral("recordTrace"))->setChecked(false);
                                 else
                                     Q_EMIT traceStarted(path);
                             });
}

void Session::setPrompt(std::unique_ptr<Prompt> prompt)
{
    m_documents.reset();
    m_exporting.reset();
    m_wishes.reset();
    m_prompt = std::move(prompt);
    m_documents = std::make_unique<Documents>(*m_library, *m_prompt);
    m_exporting = std::make_unique<Exporting>(*m_library, *m_prompt, *m_window.conversationPane()->lowerNotice());
    m_wishes = std::make_unique<TranscriptWishes>(TranscriptWishes::Parts { *m_window.conversationPane(), m_foundation.appearance,
                                                                            *m_library, *m_prompt });
    connectDocuments();
}

ImageLimits Session::imageLimits() const
{
    ImageLimits limits;
    limits.maxEdgePixels = m_foundation.settings.get(keys::maxImageEdge);
    return limits;
}

void Session::connectWindow()
{
    ConversationPane *pane = m_window.conversationPane();
    pane->transcript()->setClock(&m_foundation.clock);
    pane->transcript()->setThumbnailSource([this](const ImagePart &image, const QSize &) { return m_thumbnails.find(image.blob); });
    connect(&m_thumbnails, &Thumbnails::ready, pane->transcript(), &TranscriptView::thumbnailReady);
    const auto applyTheme = [this, pane] { pane->setTheme(m_foundation.appearance.transcriptTheme()); };
    applyTheme();
    connect(&m_foundation.appearance, &Appearance::themeChanged, this, applyTheme);
    pane->composer()->setSendsOnEnter(m_foundation.settings.get(keys::sendOnEnter));

    connect(pane, &ConversationPane::firstRunPageMade, &m_setup, &EndpointSetup::connectPage);
    connect(&m_setup, &EndpointSetup::connected, pane->composer(), &Composer::focusText);
    connect(&m_setup, &EndpointSetup::connected, pane, &ConversationPane::choosePage);
    connect(pane, &ConversationPane::settingsRequested, this, &Session::showSettings);
    connect(pane, &ConversationPane::saveElsewhereRequested, this, [this] { m_exporting->saveAs(*m_conversations.shown()); });
    connect(&m_window, &MainWindow::closing, pane, &ConversationPane::leaveReadingPosition);
    connect(pane, &ConversationPane::readingPositionLeft, this, [this](const ConversationId &id, const MessageId &message, int pixel) {
        m_library->saveReadingPosition(id, { message, pixel }, this, [](const Result<Done> &) {});
    });
    connect(&m_window, &MainWindow::firstPaintDone, this, [this] {
        m_hasPainted = true;
        noteUsable();
        // What nobody waits for, once the first keys have been heard.
        constexpr auto Later = std::chrono::milliseconds(100);
        QTimer::singleShot(Later, this, [this] {
            QApplication::setWindowIcon(programIcon());
            m_foundation.appearance.followDesktop();
            startNotifying();
            returnFreeMemory();
        });
    }, Qt::QueuedConnection);
}

// A child of the window, which it belongs to.
void Session::startNotifying()
{
    auto *notifier = new AnswerNotifier({ m_conversations, m_libraryModel, m_foundation.settings, m_foundation.clock, m_window }, QDBusConnection::sessionBus(), &m_window);
    connect(notifier, &AnswerNotifier::wanted, this, [this](const ConversationId &id) {
        comeForward({});
        m_conversations.show(id);
    });
}

void Session::connectActions()
{
    const auto on = [this](const char *name, auto act) {
        connect(m_window.actions().action(QString::fromLatin1(name)), &QAction::triggered, this, act);
    };
    on("attachFiles", [this] { choosePictures(); });
    on("attachAddress", [this] { m_messageWishes.askForPicture(m_drafts); });
    on("editLast", [this] { m_drafts.editLast(); });
    on("openDocument", [this] { m_documents->chooseAndOpen(); });
    on("zoomIn", [this] { m_foundation.appearance.setZoomPercent(m_foundation.appearance.zoomPercent() + 10); });
    on("zoomOut", [this] { m_foundation.appearance.setZoomPercent(m_foundation.appearance.zoomPercent() - 10); });
    on("zoomReset", [this] { m_foundation.appearance.setZoomPercent(100); });
    on("settings", [this] { showSettings(); });
    on("usage", [this] { showUsage(); });
    on("restoreBackup", [this] { m_backups.show(*m_prompt); });
    on("inspect", [this] { m_messageWishes.inspectLastAnswer(); });
    on("tools", [this] { m_tools.showFunctions(); });
    on("conversationOptions", [this] { m_messageWishes.showOptions(m_endpoints); });
    on("recordTrace", [this](bool isWanted) { toggleTrace(isWanted); });
    on("about", [this] { showAboutBox(&m_window); });
}

// A child of the window: it goes before the library and the conversations that it reads.
void Session::connectFind()
{
    ConversationPane *pane = m_window.conversationPane();
    auto *find = new ConversationFind({ m_window.actions(), *pane->findBar(), *pane->transcript(), *m_library }, &m_window);
    connect(&m_window, &MainWindow::shown, find, &ConversationFind::setController);
    connect(&m_window, &MainWindow::foundMessageChosen, find, &ConversationFind::showFound);
    find->setController(m_conversations.shown());
}

void Session::connectDrafts()
{
    ConversationPane *pane = m_window.conversationPane();
    connect(&m_window, &MainWindow::shown, &m_drafts, &DraftKeeper::show);
    connect(&m_window, &MainWindow::shown, this, [this](ConversationController *controller) {
        if (!m_modelForThisRun.isEmpty() && controller->model()->rowCount() == 0)
            controller->setModelId(m_modelForThisRun);
    });
    m_drafts.show(m_conversations.shown());
    connect(&m_window, &MainWindow::shown, &m_estimate, &EstimateLine::show);
    m_estimate.show(m_conversations.shown());
    connect(&m_window, &MainWindow::shown, &m_tools, &ToolWishes::show);
    m_tools.show(m_conversations.shown());
    connect(&m_window, &MainWindow::closing, &m_drafts, &DraftKeeper::storeDraft);
    connect(&m_window, &MainWindow::dragEntered, this, [this](const QMimeData *data) {
        const int documents = int(Documents::filesIn(*data).size());
        const DraftKeeper::Offer offer = documents > 0 ? DraftKeeper::Offer { Documents::offerFor(documents), true } : m_drafts.describe(*data);
        m_window.showOffer(offer.sentence, offer.isAccepted);
    });
    connect(&m_window, &MainWindow::dropped, this, [this](const QMimeData *data) {
        if (const QStringList documents = Documents::filesIn(*data); !documents.isEmpty())
            openFiles(documents);
        else
            m_drafts.take(*data);
    });
    connect(pane, &ConversationPane::editRequested, &m_drafts, &DraftKeeper::editMessage);
    connect(&m_drafts, &DraftKeeper::undoRequested, m_window.actions().action(QStringLiteral("undoDelete")), &QAction::trigger);
    connect(&m_drafts, &DraftKeeper::editingChanged, this, [this, pane](bool isEditing) {
        if (isEditing)
            pane->lowerNotice()->showNotice(NoticeBar::Level::Information,
                                            tr("You are editing a question. Sending it makes a new branch; the old one stays."),
                                            QString(), {}, tr("Cancel"), [this] { m_drafts.cancelEditing(); });
        else
            pane->lowerNotice()->dismiss();
    });
    connect(&m_drafts, &DraftKeeper::queuedRemoved, this, [this, pane] {
        pane->lowerNotice()->showNotice(NoticeBar::Level::Information, tr("The message was taken out of the queue."), tr("Undo"), [this] { m_drafts.undoQueueRemove(); }, tr("Close"));
    });
    connect(&m_drafts, &DraftKeeper::pictureRemoved, this, [this, pane](const QString &name) {
        pane->lowerNotice()->showNotice(NoticeBar::Level::Information, tr("%1 was removed from this message.").arg(name), tr("Undo"),
                                        [this] { m_drafts.undoRemove(); }, tr("Close"));
    });
}

void Session::connectDocuments()
{
    NoticeBar *notice = m_window.conversationPane()->lowerNotice();
    connect(m_documents.get(), &Documents::imported, this, [notice](int count) {
        notice->showNotice(NoticeBar::Level::Information, tr("%n conversation(s) were imported.", nullptr, count), QString(), {}, tr("Close"));
    });
    connect(m_documents.get(), &Documents::readingStarted, this, [this, notice](const QString &name) {
        const QString sentence = tr("%1 is being read…").arg(name);
        notice->showNotice(NoticeBar::Level::Information, sentence, tr("Cancel"), [this] { m_documents->cancelReading(); });
        connect(m_documents.get(), &Documents::readingEnded, notice, [notice, sentence] {
            if (notice->text() == sentence)
                notice->dismiss();
        }, Qt::SingleShotConnection);
    });
    connect(m_documents.get(), &Documents::documentOpened, &m_recent, &RecentDocuments::add);
    connect(m_exporting.get(), &Exporting::saved, &m_recent, &RecentDocuments::add);
    connect(&m_recent, &RecentDocuments::openRequested, m_documents.get(), &Documents::open);
    connect(m_documents.get(), &Documents::opened, &m_conversations, &OpenConversations::show);
    connect(m_documents.get(), &Documents::failed, m_window.conversationPane(), &ConversationPane::showError);
    connect(m_exporting.get(), &Exporting::failed, m_window.conversationPane(), &ConversationPane::showError);
    m_exporting->serve(m_window, m_conversations);
}

void Session::connectLibrary()
{
    new Peeking(*m_library, *m_window.libraryPane(), m_window.libraryPane());
    new QuickAccess({ m_window, *m_library, m_libraryModel, m_conversations, m_foundation.settings }, &m_window);
    NoticeBar *notice = m_window.conversationPane()->upperNotice();
    notice->setPersistent(true);
    connect(m_library.get(), &Library::storageTroubled, this, [this, notice](const Error &error) {
        const ErrorDescription description = describe(error);
        notice->showNotice(NoticeBar::Level::Error, QString(description.title + u' ' + description.sentence).trimmed(), tr("Save elsewhere…"),
                           [this] { m_exporting->saveAs(*m_conversations.shown()); });
    });
    connect(m_library.get(), &Library::storageRecovered, notice, &NoticeBar::dismiss);
    connect(m_library.get(), &Library::maintained, this, returnFreeMemory);
    connect(m_library.get(), &Library::activationRequested, this, &Session::comeForward);
    connect(&m_recent, &RecentDocuments::missing, this, [this](const QString &path) {
        m_window.tell(tr("%1 is not where it was, so it was taken off the list.").arg(QFileInfo(path).fileName()));
    });
    connect(&m_backups, &Backups::everythingRequested, this, &Session::restoreRequested);
    connect(&m_conversations, &OpenConversations::runningChanged, this, [this](const ConversationId &, bool isRunning) {
        constexpr auto AfterTheAnswer = std::chrono::seconds(1);
        if (!isRunning)
            QTimer::singleShot(AfterTheAnswer, this, returnFreeMemory);
    });
    connect(m_window.libraryPane(), &LibraryPane::emptyTrashRequested, this, [this] {
        m_prompt->confirm({ tr("Empty the trash?"), tr("The conversations in it are deleted for good. This cannot be undone."), tr("Empty the trash") }, this, [this](bool isWanted) {
            if (isWanted)
                m_libraryModel.emptyTrash();
        });
    });
    connect(&m_libraryModel, &LibraryModel::loaded, this, [this] {
        m_hasLoaded = true;
        noteUsable();
    });
}

void Session::start(const WindowOptions &options)
{
    m_libraryModel.refresh();
    applyOptions(options);
    if (options.send.isEmpty())
        m_window.restoreState();
    m_window.show();
    m_window.conversationPane()->composer()->focusText();
    openFiles(options.files + options.images);
    ensureModels();
    if (!options.send.isEmpty())
        sendAtOnce(options.send);
}

void Session::applyOptions(const WindowOptions &options)
{
    if (options.endpoint)
        m_setup.useForThisRun(*options.endpoint);
    const bool isForThisRun = options.endpoint || options.practice;
    if (options.practice || (!isForThisRun && m_foundation.settings.get(keys::usesPractice)))
        m_setup.usePractice();
    // Practice has an address of its own in each run, so the book does not keep it; that it was chosen is kept here.
    if (!isForThisRun)
        connect(&m_endpoints, &EndpointBook::currentChanged, this, [this] { m_foundation.settings.set(keys::usesPractice, m_endpoints.current().isPractice); });
    m_modelForThisRun = options.modelId;
    if (!m_modelForThisRun.isEmpty())
        m_conversations.shown()->setModelId(m_modelForThisRun);
}

// Without a model nothing can be asked, so its list is what the person's start wants.
void Session::ensureModels()
{
    if (m_endpoints.isConfigured() && m_conversations.shown()->modelId().isEmpty() && !m_endpoints.current().isPractice)
        m_endpoints.refreshModels();
}

void Session::sendAtOnce(const QString &text)
{
    m_window.conversationPane()->composer()->setText(text, int(text.size()));
    if (!m_conversations.shown()->modelId().isEmpty()) {
        m_drafts.send();
        return;
    }
    const auto sendOnce = [this] { m_drafts.send(); };
    connect(&m_endpoints, &EndpointBook::modelsRefreshed, &m_drafts, sendOnce, Qt::SingleShotConnection);
}

void Session::noteUsable()
{
    if (m_hasLoaded && m_hasPainted && m_reporter)
        m_reporter->noteUsable();
}

void Session::openFiles(const QStringList &files)
{
    QList<QUrl> pictures;
    for (const QString &file : files) {
        if (Documents::isConversationFile(file))
            m_documents->open(file);
        else
            pictures << QUrl::fromLocalFile(file);
    }
    if (!pictures.isEmpty())
        m_drafts.takeFiles(pictures);
}

void Session::comeForward(const QStringList &files)
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    openFiles(files);
}

void Session::choosePictures()
{
    m_prompt->chooseFiles(tr("Add pictures"), tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff)") + QStringLiteral(";;") + tr("All files (*)"),
                          this, [this](const QList<QUrl> &files) {
                              if (!files.isEmpty())
                                  m_drafts.takeFiles(files);
                          });
}

void Session::showUsage()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_foundation.clock.sinceEpoch().count()).date();
    auto *dialog = new UsageDialog(m_ledger, today, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Session::showSettings()
{
    if (m_settingsDialog) {
        m_settingsDialog->raise();
        return;
    }
    Settings &settings = m_foundation.settings;
    const Preferences now {
        .sendsOnEnter = settings.get(keys::sendOnEnter), .theme = settings.get(keys::theme),
        .zoomPercent = m_foundation.appearance.zoomPercent(), .language = settings.get(keys::language),
        .maxImageEdge = settings.get(keys::maxImageEdge), .tellsOfAnswers = settings.get(keys::tellsOfAnswers),
        .titlesByModel = settings.get(keys::titlesByModel), .titleModel = settings.get(keys::titleModel),
    };
    m_settingsDialog = new SettingsDialog(m_endpoints, now, translatedLanguages(), &m_window);
    m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_settingsDialog, &SettingsDialog::preferencesChanged, this, [this, &settings](const Preferences &preferences) {
        settings.set(keys::sendOnEnter, preferences.sendsOnEnter);
        settings.set(keys::theme, preferences.theme);
        settings.set(keys::language, preferences.language);
        settings.set(keys::maxImageEdge, preferences.maxImageEdge);
        settings.set(keys::tellsOfAnswers, preferences.tellsOfAnswers);
        settings.set(keys::titlesByModel, preferences.titlesByModel);
        settings.set(keys::titleModel, preferences.titleModel);
        m_window.conversationPane()->composer()->setSendsOnEnter(preferences.sendsOnEnter);
        m_drafts.setImageLimits(imageLimits());
        m_foundation.appearance.setZoomPercent(preferences.zoomPercent);
        settings.sync();
    });
    m_settingsDialog->open();
}
