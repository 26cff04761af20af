// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "composer.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "conversationpane.h"
#include "dropoverlay.h"
#include "endpointbook.h"
#include "librarymodel.h"
#include "libraryorganizer.h"
#include "librarypane.h"
#include "modelchooser.h"
#include "noticebar.h"
#include "openconversations.h"
#include "settings.h"
#include "topbar.h"
#include "transcriptview.h"
#include "windowactions.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>

namespace {

constexpr int SidePaneWidth = 264;
constexpr int NarrowWidth = 660;       // below it the side pane makes room for the conversation

}

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent), m_parts(parts), m_unread(parts.library, parts.settings), m_currentEndpoint(parts.endpoints.current().id), m_splitter(new QSplitter(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    addWindowActions(m_actions);
    addActions(m_actions.actions());
    m_libraryPane = new LibraryPane(m_actions, m_splitter);
    m_conversation = new ConversationPane(m_actions, makeWindowMenu(m_actions, this), parts.endpoints, m_splitter);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_libraryPane);
    m_splitter->addWidget(m_conversation);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ SidePaneWidth, 1280 - SidePaneWidth });
    m_libraryPane->setMinimumWidth(180);
    m_libraryPane->setMaximumWidth(480);
    setCentralWidget(m_splitter);
    // Not on the splitter, which would make a pane of it.
    m_dropOverlay = new DropOverlay(this);
    setAcceptDrops(true);
    setMinimumSize(360, 320);
    // Less on a small screen, with room for the frame that the desktop adds.
    resize(QSize(1280, 820).boundedTo(screen()->availableGeometry().size() - QSize(16, 48)));
    m_splitter->installEventFilter(this);
    connectActions();
    connectLibrary();
    connectConversations();
    updateEndpoint();
    setSidePaneVisible(true);
}

MainWindow::~MainWindow() = default;

QAction *MainWindow::on(const char *name, const std::function<void()> &act)
{
    QAction *action = m_actions.action(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, [act] { act(); });
    return action;
}

void MainWindow::connectActions()
{
    on("newConversation", [this] { m_parts.conversations.showNew(); m_conversation->composer()->focusText(); });
    on("newTemporary", [this] { showTemporary(); });
    on("search", [this] { setSidePaneVisible(true); m_libraryPane->focusSearch(); });
    on("focusMessage", [this] { m_conversation->composer()->focusText(); });
    on("toggleSidePane", [this] { setSidePaneVisible(m_actions.action(QStringLiteral("toggleSidePane"))->isChecked()); });
    on("chooseModel", [this] { m_conversation->topBar()->modelChooser()->openList(); });
    on("stop", [this] { m_conversation->controller()->stop(); });
    on("regenerate", [this] { m_conversation->controller()->regenerate(); });
    on("renameConversation", [this] { rename(); });
    on("deleteConversation", [this] { isInLibraryPane() ? m_libraryPane->deleteSelected() : m_parts.library.remove(m_conversation->controller()->id()); });
    on("undoDelete", [this] { m_parts.library.organizer().undo(); });
    on("redo", [this] { m_parts.library.organizer().redo(); });
    on("previousConversation", [this] { stepConversation(-1); });
    on("nextConversation", [this] { stepConversation(1); });
    on("connect", [this] { m_conversation->showFirstRunPage(); });
    on("menu", [this] { m_conversation->topBar()->openMenu(); });
    on("quit", [this] { close(); });
    connect(m_conversation->composer(), &Composer::stopRequested, this, [this] { m_conversation->controller()->stop(); });
}

void MainWindow::connectLibrary()
{
    m_libraryPane->setModel(&m_parts.library);
    connect(m_libraryPane, &LibraryPane::conversationActivated, this, &MainWindow::activateConversation);
    connect(m_conversation->transcript(), &TranscriptView::searchRequested, this, [this](const QString &words) {
        setSidePaneVisible(true);
        m_libraryPane->searchFor(words);
    });
    connect(m_libraryPane, &LibraryPane::newConversationRequested, this, &MainWindow::showNewIn);
    connect(m_libraryPane, &LibraryPane::folderLikeShownRequested, this, &MainWindow::takeFolderDefaults);
    connect(&m_parts.library.organizer(), &LibraryOrganizer::stackChanged, this, &MainWindow::updateUndo);
    connect(&m_parts.library, &LibraryModel::copied, this, &MainWindow::openConversation);
    connect(&m_parts.library, &LibraryModel::removed, this, &MainWindow::onRemoved);
    connect(&m_parts.library, &LibraryModel::restored, this, [this](const ConversationId &id) {
        m_conversation->lowerNotice()->dismiss();
        m_parts.conversations.show(id);
    });
    connect(&m_parts.library, &LibraryModel::failed, m_conversation, &ConversationPane::showError);
    // Who chooses another server means the conversation that he sees.
    connect(&m_parts.endpoints, &EndpointBook::currentChanged, this, [this] {
        ConversationController *shown = m_parts.conversations.shown();
        const bool isAnother = std::exchange(m_currentEndpoint, m_parts.endpoints.current().id) != m_parts.endpoints.current().id;
        if (isAnother && !shown->conversation().endpointId.isEmpty()) {
            shown->setModelId({});
            shown->setEndpointId({});
        }
        updateEndpoint();
    });
}

void MainWindow::connectConversations()
{
    connect(&m_parts.conversations, &OpenConversations::shownChanged, this, &MainWindow::showConversation);
    connect(&m_parts.conversations, &OpenConversations::runningChanged, &m_parts.library, &LibraryModel::setRunning);
    connect(&m_parts.conversations, &OpenConversations::runningChanged, this, [this](const ConversationId &id, bool isRunning) {
        // Of a temporary one not even the mark is kept.
        const ConversationController *controller = m_parts.conversations.find(id);
        if (!isRunning && id != m_parts.conversations.shown()->id() && controller && !controller->isTemporary())
            m_unread.setUnread(id, true);
    });
    connect(&m_parts.conversations, &OpenConversations::failed, m_conversation, &ConversationPane::showError);
    connect(m_conversation, &ConversationPane::titleEdited, this, &MainWindow::nameShown);
    showConversation(m_parts.conversations.shown());
}

void MainWindow::showConversation(ConversationController *controller)
{
    if (ConversationController *before = m_conversation->controller())
        disconnect(before, nullptr, this, nullptr);
    m_conversation->show(controller);
    connect(controller, &ConversationController::stateChanged, this, &MainWindow::updateTitle);
    connect(controller, &ConversationController::titleChanged, this, &MainWindow::updateTitle);
    connect(controller, &ConversationController::endpointChanged, this, &MainWindow::updateEndpoint);
    updateEndpoint();
    m_libraryPane->setShown(controller->id());
    m_unread.setUnread(controller->id(), false);
    updateTitle();
    Q_EMIT shown(controller);
    takeWaitingDrop();
    if (const MessageId message = std::exchange(m_messageToShow, {}); !message.isNull())
        Q_EMIT foundMessageChosen(message, std::exchange(m_wordsToShow, {}));
}

void MainWindow::activateConversation(const ConversationId &id, const MessageId &message, const QStringList &words)
{
    m_messageToShow = message;
    m_wordsToShow = words;
    if (id == m_parts.conversations.shown()->id())
        showConversation(m_parts.conversations.shown());
    else
        openConversation(id);
    if (m_isPaneHiddenForRoom)
        setSidePaneVisible(false);
}

void MainWindow::openConversation(const ConversationId &id)
{
    Q_EMIT conversationRequested();
    m_parts.conversations.show(id);
}

void MainWindow::stepConversation(int step)
{
    const int row = m_parts.library.rowOf(m_parts.conversations.shown()->id());
    const int next = row < 0 ? m_parts.library.conversationRow(0, 1) : m_parts.library.conversationRow(row + step, step);
    if (next >= 0 && next != row)
        openConversation(m_parts.library.idAt(next));
}

void MainWindow::onRemoved(const ConversationId &id, const QString &title)
{
    if (id == m_parts.conversations.shown()->id())
        m_parts.conversations.showNew();
    m_conversation->lowerNotice()->showNotice(NoticeBar::Level::Information, tr("“%1” was deleted.").arg(title), tr("Undo"),
                                              [this] { m_parts.library.undoRemove(); }, tr("Close"));
}

void MainWindow::updateUndo()
{
    const LibraryOrganizer &organizer = m_parts.library.organizer();
    QAction *undo = m_actions.action(QStringLiteral("undoDelete"));
    undo->setEnabled(organizer.canUndo());
    undo->setText(organizer.canUndo() ? tr("&Undo: %1").arg(organizer.undoText()) : tr("&Undo"));
    QAction *redo = m_actions.action(QStringLiteral("redo"));
    redo->setEnabled(organizer.canRedo());
    redo->setText(organizer.canRedo() ? tr("Red&o: %1").arg(organizer.redoText()) : tr("Red&o"));
}

void MainWindow::showNewIn(const FolderId &folder)
{
    m_parts.conversations.showNew();
    ConversationController *controller = m_parts.conversations.shown();
    for (const Folder &known : m_parts.library.folders()) {
        // A server that is not there any more leaves the current one.
        if (known.id == folder && !known.endpointId.isEmpty() && m_parts.endpoints.find(known.endpointId).id == known.endpointId)
            controller->setEndpointId(known.endpointId);
        if (known.id == folder && !known.modelId.isEmpty())
            controller->setModelId(known.modelId);
        if (known.id == folder && !known.systemPrompt.isEmpty())
            controller->setSystemPrompt(known.systemPrompt);
    }
    m_parts.library.placeWhenStored(controller->id(), folder);
    m_conversation->composer()->focusText();
}

void MainWindow::takeFolderDefaults(const Folder &folder)
{
    const Conversation &shown = m_parts.conversations.shown()->conversation();
    Folder changed = folder;
    // Practice has another address in each run.
    const Endpoint endpoint = m_parts.endpoints.find(shown.endpointId);
    changed.endpointId = endpoint.isPractice ? QString() : endpoint.id;
    changed.modelId = m_parts.conversations.shown()->modelId();
    changed.systemPrompt = shown.systemPrompt;
    m_parts.library.changeFolder(changed);
}

void MainWindow::showTemporary()
{
    m_parts.conversations.showNew();
    m_parts.conversations.shown()->setTemporary(true);
    m_conversation->lowerNotice()->showNotice(NoticeBar::Level::Information, tr("This conversation is temporary: nothing of it is kept, and it cannot be searched."),
                                              {}, {}, tr("Close"));
    m_conversation->composer()->focusText();
}

// What is done there is meant for the row, elsewhere for what is shown.
bool MainWindow::isInLibraryPane() const
{
    const QWidget *focused = focusWidget();
    return m_libraryPane->isVisible() && focused && m_libraryPane->isAncestorOf(focused);
}

// As the side pane does it: undone and redone with everything else.
void MainWindow::nameShown(const QString &title)
{
    ConversationController *controller = m_conversation->controller();
    const QString wanted = title.simplified();
    if (!controller->isStored() || wanted.isEmpty()) {
        controller->setTitle(title);
        return;
    }
    m_parts.library.organizer().rename(controller->id(), controller->conversation().title, wanted);
    controller->showTitle(wanted);
}

void MainWindow::rename()
{
    if (isInLibraryPane())
        m_libraryPane->renameSelected();
    else
        m_conversation->topBar()->startRenaming();
}

void MainWindow::setSidePaneVisible(bool isVisible)
{
    m_libraryPane->setVisible(isVisible);
    m_conversation->topBar()->setSidePaneVisible(isVisible);
    m_actions.action(QStringLiteral("toggleSidePane"))->setChecked(isVisible);
}

void MainWindow::updateTitle()
{
    const ConversationController *controller = m_conversation->controller();
    const QString title = controller->conversation().title.simplified();
    setWindowTitle(title.isEmpty() ? tr("Grackle") : tr("%1 - Grackle").arg(title));
    m_actions.action(QStringLiteral("stop"))->setEnabled(controller->state() != ConversationController::State::Idle);
}

void MainWindow::updateEndpoint()
{
    const Endpoint endpoint = m_parts.conversations.shown()->endpoint();
    m_libraryPane->setEndpoint(endpoint.name, endpoint.isPractice);
}

void MainWindow::restoreState()
{
    restoreGeometry(m_parts.settings.get(keys::windowGeometry));
    m_splitter->restoreState(m_parts.settings.get(keys::splitterState));
    const ConversationId last = ConversationId::fromString(m_parts.settings.get(keys::openConversation));
    if (!last.isNull())
        openConversation(last);
}

void MainWindow::saveState()
{
    m_parts.settings.set(keys::windowGeometry, saveGeometry());
    if (m_libraryPane->isVisible())
        m_parts.settings.set(keys::splitterState, m_splitter->saveState());
    // A temporary one leaves no trace, and a new one in which nothing was written is not there at the next start.
    const ConversationController *shown = m_parts.conversations.shown();
    if (!shown->isTemporary())
        m_parts.settings.set(keys::openConversation, shown->isKept() ? shown->id().toString() : QString());
    m_parts.settings.sync();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // First: it stores the draft, and with it a conversation that has nothing else.
    Q_EMIT closing();
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool isNarrow = width() < NarrowWidth;
    if (isNarrow && !m_isPaneHiddenForRoom && m_libraryPane->isVisibleTo(this)) {
        setSidePaneVisible(false);
        m_isPaneHiddenForRoom = true;
    } else if (!isNarrow && m_isPaneHiddenForRoom) {
        m_isPaneHiddenForRoom = false;
        setSidePaneVisible(true);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    m_waitingDrop.reset();
    // Rows that come from the side pane go to other places of it, not into a message. Those of another Grackle bring documents.
    if (event->source() && event->mimeData()->hasFormat(m_parts.library.mimeTypes().first())) {
        event->ignore();
        return;
    }
    m_dropTarget = m_libraryPane->conversationAt(m_libraryPane->mapFrom(this, event->position().toPoint()));
    Q_EMIT dragEntered(event->mimeData());
    // A refusal is accepted too, or its sentence would go at once: dropping it then does nothing.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::showOffer(const QString &sentence, bool isAccepted)
{
    m_isOfferAccepted = isAccepted;
    const int row = m_parts.library.rowOf(m_dropTarget);
    const QString title = row < 0 ? QString() : m_parts.library.index(row).data().toString().simplified();
    m_dropOverlay->showSentence(title.isEmpty() || !isAccepted ? sentence : sentence + u'\n' + tr("In the conversation “%1”").arg(title), isAccepted);
}

void MainWindow::tell(const QString &sentence)
{
    m_conversation->lowerNotice()->showNotice(NoticeBar::Level::Information, sentence, {}, {}, tr("Close"));
}

void MainWindow::dragMoveEvent(QDragMoveEvent *event)
{
    const ConversationId target = m_libraryPane->conversationAt(m_libraryPane->mapFrom(this, event->position().toPoint()));
    if (target != m_dropTarget) {
        m_dropTarget = target;
        Q_EMIT dragEntered(event->mimeData());
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropOverlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_dropOverlay->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!m_isOfferAccepted)
        return;
    if (m_dropTarget.isNull() || m_dropTarget == m_parts.conversations.shown()->id())
        Q_EMIT dropped(event->mimeData());
    else
        dropInto(m_dropTarget, *event->mimeData());
}

// The other conversation comes to the front first: what was added is then seen. The data of a drop go with its event.
void MainWindow::dropInto(const ConversationId &id, const QMimeData &offered)
{
    m_waitingDrop = std::make_unique<QMimeData>();
    for (const QString &format : offered.formats())
        m_waitingDrop->setData(format, offered.data(format));
    if (offered.hasImage())
        m_waitingDrop->setImageData(offered.imageData());
    openConversation(id);
}

void MainWindow::takeWaitingDrop()
{
    const std::unique_ptr<QMimeData> waiting = std::move(m_waitingDrop);
    if (waiting && m_parts.conversations.shown()->id() == m_dropTarget)
        Q_EMIT dropped(waiting.get());
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_hasPainted) {
        m_hasPainted = true;
        m_splitter->removeEventFilter(this);
        // After this paint and those of the children, which follow in the same turn.
        QMetaObject::invokeMethod(this, &MainWindow::firstPaintDone, Qt::QueuedConnection);
    }
    return QMainWindow::eventFilter(watched, event);
}
