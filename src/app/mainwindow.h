// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "actioncollection.h"
#include "arrangement.h"
#include "unreadmarks.h"

#include <QMainWindow>
#include <QMimeData>

#include <functional>
#include <memory>

class ConversationController;
class ConversationPane;
class DropOverlay;
class EndpointBook;
class LibraryModel;
class LibraryPane;
class OpenConversations;
class QSplitter;
class Settings;

// The window: makes the panes, places them, and connects what the person wants with who does it. What needs other parts
// of the program is a signal.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    struct Parts
    {
        OpenConversations &conversations;
        LibraryModel &library;
        EndpointBook &endpoints;
        Settings &settings;
    };
    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    ActionCollection &actions() { return m_actions; }
    ConversationPane *conversationPane() const { return m_conversation; }
    LibraryPane *libraryPane() const { return m_libraryPane; }
    DropOverlay *dropOverlay() const { return m_dropOverlay; }
    // Fetches it; shown() follows.
    void openConversation(const ConversationId &id);
    // Where it was, and the conversation that was open.
    void restoreState();
    void saveState();

Q_SIGNALS:
    void shown(ConversationController *controller);
    // After shown(): a search of the library found these words in this message, of any branch.
    void foundMessageChosen(const MessageId &message, const QStringList &words);
    // Another conversation is being fetched; shown() follows.
    void conversationRequested();
    void firstPaintDone();
    void closing();
    // Something is dragged over the window: answer with showOffer().
    void dragEntered(const QMimeData *data);
    void dropped(const QMimeData *data);

public Q_SLOTS:
    void showOffer(const QString &sentence, bool isAccepted);
    // Below the conversation, until it is closed.
    void tell(const QString &sentence);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectActions();
    void connectLibrary();
    void connectConversations();
    void showConversation(ConversationController *controller);
    void activateConversation(const ConversationId &id, const MessageId &message, const QStringList &words);
    void stepConversation(int step);
    void showNewIn(const FolderId &folder);
    void showTemporary();
    void takeFolderDefaults(const Folder &folder);
    void updateUndo();
    void onRemoved(const ConversationId &id, const QString &title);
    bool isInLibraryPane() const;
    void nameShown(const QString &title);
    void rename();
    void setSidePaneVisible(bool isVisible);
    void updateTitle();
    void updateEndpoint();
    void dropInto(const ConversationId &id, const QMimeData &offered);
    void takeWaitingDrop();
    QAction *on(const char *name, const std::function<void()> &act);

    Parts m_parts;
    UnreadMarks m_unread;
    QString m_currentEndpoint;
    ActionCollection m_actions;
    QSplitter *m_splitter;
    LibraryPane *m_libraryPane;
    ConversationPane *m_conversation;
    DropOverlay *m_dropOverlay;
    MessageId m_messageToShow;           // where a search found its words
    ConversationId m_dropTarget;         // the row of the side pane that a drag is over; null: the conversation that is shown
    std::unique_ptr<QMimeData> m_waitingDrop;    // for m_dropTarget, which is being fetched
    QStringList m_wordsToShow;
    bool m_isOfferAccepted = false;
    bool m_isPaneHiddenForRoom = false;
    bool m_hasPainted = false;
};
