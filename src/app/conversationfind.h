// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "transcriptsearch.h"

#include <QPointer>

class ActionCollection;
class ConversationController;
class FindBar;
class Library;
class TranscriptView;

// Joins the find bar, the search through all branches and the transcript. A find on another branch brings that branch.
class ConversationFind : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const ActionCollection &actions;
        FindBar &bar;
        TranscriptView &transcript;
        const Library &library;
    };
    explicit ConversationFind(const Parts &parts, QObject *parent = nullptr);

    void setController(ConversationController *controller);
    // What a search of the library found: brings the message and its branch, and marks the words until the next search.
    void showFound(const MessageId &message, const QStringList &words);
    const TranscriptSearch &search() const { return m_search; }

private:
    void connectActions();
    void connectModel();
    bool isFinding() const;
    void start(const TextSearch &search);
    void startFrom(const TextSearch &search, const MessageId &message);
    void stop();
    void takeMessages();
    void showCount();
    void showMarks();
    void showCurrent();
    bool bringBranch(const MessageId &message);
    std::vector<Message> read(const std::vector<MessageId> &ids) const;

    Parts m_parts;
    QPointer<ConversationController> m_controller;
    TranscriptSearch m_search;
    MessageId m_landing;           // shown by itself while none of its words is found
};
