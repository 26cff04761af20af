// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "answerrun_p.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "exchangestore_p.h"
#include "library.h"

#include <QTimer>

#include <optional>

class ConversationController::Private
{
public:
    // A question and the answer it asks for, on its way into the library.
    struct Sending
    {
        int attempt = 0;                 // an older one than the current was stopped
        Draft draft;
        MessageId parent;
        bool clearsDraft = false;
        bool isQueued = false;           // the first one of the queue, which it leaves once it is stored
        bool continues = false;          // no question: go on with the answer `parent`
        QList<Message> toolResults;      // no question: what the calls of `parent` gave
    };

    Private(ConversationController *controller, const Dependencies &dependencies);

    // The way of a question: key, conversation, question, answer's row, request.
    std::optional<Error> whyNotSend(const Draft *draft) const;
    void begin(Sending sending, void (Private::*step)(const Sending &, const ApiKey &));
    void storeQuestion(const Sending &sending, const ApiKey &key);
    void storeToolResults(const Sending &sending, const ApiKey &key);
    void storeAnswerRow(const Sending &sending, const ApiKey &key);
    void questionStored(const Sending &sending, const Message &question, const ApiKey &key);
    void endUnsent(Message answer);
    void startRun(const Message &answer, CompletionRequest request, const ApiKey &key);
    void giveUp(const Sending &sending, const Error &error);

    // The way of an answer.
    void connectRun();
    void saveProgress(const QString &text, const QString &reasoning);
    void answerEnded(const Message &answer);
    void storeEnd(const Message &answer);
    void learn(const MessageId &answer, const QStringList &fields);
    void undoLearned(const MessageId &answer);
    void answerNotStored(const Message &answer, const Error &error);
    void saveUnsaved();

    // Messages that wait, see conversationqueue.cpp.
    void queueChanged();
    void sendFirstQueued();
    void queuedStored(const Draft &sent);
    void holdQueue();
    void goOnWithQueue(const Message &answer);

    // Messages put in or written anew by hand.
    std::optional<Error> whyNotRewrite(const WrittenMessage &written) const;
    void rewrite(const WrittenMessage &written, const MessageId &parent, const Message &first, int next);
    void storeRewritten(int thisAttempt, const QList<Message> &messages, qsizetype index);

    // What others do to the conversation on disk: the side pane, a command in a terminal.
    Library::Reply<Done> own(Library::Reply<Done> done);
    void changedOnDisk();
    void readForeignChange();
    void takeForeignChange(const OpenedConversation &stored);

    void ensureStored(std::function<void(Result<Done>)> then);
    void saveConversation();
    void saveDraft();
    void addToModel(const Message &message);
    void setState(State newState);
    void takeTitleFrom(const Draft &draft);
    Message questionFrom(const Sending &sending) const;
    Message emptyAnswer(const MessageId &parent) const;
    std::optional<CompletionRequest> requestFor(const Sending &sending) const;
    Endpoint endpoint() const;
    qint64 contextTokens() const;
    void keepExchange(const MessageId &answer, int tryNumber, const Exchange &exchange);
    MessageReader reader() const;
    bool writes() const { return !isTemporary; }

    ConversationController *q;
    ChatClient &client;
    Library &library;
    EndpointBook &endpoints;
    const Clock &clock;
    Ledger *ledger;
    RetryPolicy retries;

    Conversation conversation;
    ConversationModel *model;
    State state = State::Idle;
    bool isTemporary = false;
    bool isStored = false;
    bool isShown = true;
    bool isDraftSaved = true;
    int attempt = 0;
    Draft draft;
    std::vector<QueuedMessage> queue;
    bool isQueueHeld = false;
    bool sendsQueuedAfterStop = false;
    Place openedAt;
    QTimer draftTimer;
    AnswerRun *run = nullptr;                        // child of q
    bool progressRuns = false;
    std::optional<AnswerProgress> nextProgress;      // came while another was being written
    QList<Message> unsaved;
    QTimer unsavedTimer;
    QTimer foreignTimer;
    bool expectsOwnChange = false;
    ExchangeStore exchanges;
    mutable MessageId measuredHead;                  // what measuredTokens were counted for
    mutable qint64 measuredTokens = 0;
    struct Learned { QString endpointId; QString modelId; QStringList fields; };
    QHash<MessageId, Learned> learned;               // by the answer that showed it
};
