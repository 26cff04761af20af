// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"
#include "transcripttheme.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class ActionCollection;
class Composer;
class ConversationController;
class EndpointBook;
class FindBar;
class FirstRunPage;
class NoticeBar;
class QLabel;
class QMenu;
class QStackedWidget;
class TopBar;
class TranscriptView;
struct Error;

// The right side of the window: the line with title and model, notices, the transcript (or the first page), and the
// composer. Shows one ConversationController at a time and hands it what the person asks for.
class ConversationPane : public QWidget
{
    Q_OBJECT
public:
    ConversationPane(const ActionCollection &actions, QMenu *menu, EndpointBook &endpoints, QWidget *parent = nullptr);

    void show(ConversationController *controller);
    ConversationController *controller() const;
    void setTheme(const TranscriptThemePointer &theme);
    // The page with the ways to connect, made when it is first needed.
    FirstRunPage *ensureFirstRunPage();
    void showFirstRunPage();
    void leaveFirstRunPage();
    // Transcript or first page, as the book and the conversation want it.
    void choosePage();

    Composer *composer() const { return m_composer; }
    TopBar *topBar() const { return m_topBar; }
    FindBar *findBar() const { return m_findBar; }
    TranscriptView *transcript() const { return m_transcript; }
    NoticeBar *upperNotice() const { return m_upperNotice; }     // storage
    NoticeBar *lowerNotice() const { return m_lowerNotice; }     // what just happened, and undo
    // An error that belongs to no message, with the button that helps.
    void showError(const Error &error);
    // Tells where the reader is in the conversation that is shown, before it goes.
    void leaveReadingPosition();
    // In the desktop's browser or mail program; other schemes are never opened.
    void openLink(const QUrl &url);

Q_SIGNALS:
    void firstRunPageMade(FirstRunPage *page);
    void editRequested(const MessageId &message);
    void settingsRequested();
    void saveElsewhereRequested();
    void titleEdited(const QString &title);
    // A null message: at the end, following.
    void readingPositionLeft(const ConversationId &id, const MessageId &message, int pixel);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct ReadingPlace { MessageId message; int pixel = 0; };

    void connectTranscript();
    void connectTopBar();
    void connectController();
    void connectBook();
    void updateState();
    void updateServer();
    void updateServerLabel();
    void unlockKeyring();
    void showLink(const QString &target);
    void quote(const QString &text);
    void tellHiddenCharacters(int count);

    EndpointBook &m_endpoints;
    QPointer<ConversationController> m_controller;
    TopBar *m_topBar;
    NoticeBar *m_upperNotice;
    FindBar *m_findBar;
    QStackedWidget *m_pages;
    TranscriptView *m_transcript;
    FirstRunPage *m_firstRunPage = nullptr;
    NoticeBar *m_lowerNotice;
    Composer *m_composer;
    QLabel *m_link;
    QHash<ConversationId, ReadingPlace> m_places;     // of this run
    bool m_wantsFirstRunPage = false;
    bool m_wasShown = false;
};
