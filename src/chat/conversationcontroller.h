// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "clock.h"
#include "conversation.h"
#include "draft.h"
#include "endpoint.h"
#include "estimate.h"
#include "exchange.h"
#include "transcriptroles.h"

#include <QObject>

#include <memory>

class ChatClient;
class ConversationModel;
class EndpointBook;
class Ledger;
class Library;
struct OpenedConversation;

// A message that a person writes in a role of their choice.
struct WrittenMessage
{
    Role role = Role::User;
    QString text;
    QString toolCallId;     // of a Tool message: the call it answers
};

// One conversation that is open: owns its model and the running completion, and every rule between them.
//  - The person's message is committed before the request leaves; a message that cannot be stored is not sent.
//  - No second completion while one runs. What has arrived when it ends in any way stays.
//  - Deltas are gathered and shown once per frame (16 ms), saved at most every 500 ms or 2 kB, flushed before any end.
//  - Retries by itself only as R3 says, with a countdown in the notice of the waiting answer.
// Lives in the UI thread (or the one of a terminal command); no widget.
class ConversationController : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Storing, Waiting /* sent, no byte yet, or between tries */, Answering };
    enum class Beside { Before, After };
    struct Dependencies
    {
        ChatClient &client;
        Library &library;
        EndpointBook &endpoints;
        const Clock &clock;
        std::chrono::milliseconds firstRetryWait = std::chrono::milliseconds(500);
        Ledger *ledger = nullptr;               // none: nothing is counted, nothing is too much
    };

    // A new conversation; it reaches the library with its first message (or draft).
    explicit ConversationController(const Dependencies &dependencies, QObject *parent = nullptr);
    // One from the library.
    ConversationController(const Dependencies &dependencies, OpenedConversation opened, QObject *parent = nullptr);
    ~ConversationController() override;     // saves what a running answer has and closes its connection

    const ConversationId &id() const;
    const Conversation &conversation() const;
    ConversationModel *model() const;
    State state() const;
    bool isTemporary() const;               // never written (ask --no-save)
    bool isKept() const;                    // a message or a draft of it is in the library, or on the way there
    void setTemporary(bool isTemporary);    // before the first message
    void setShown(bool isShown);            // an answer nobody looks at is announced twice a second only
    bool hasUnsavedAnswer() const;          // an ended answer that could not be written yet; it is tried again

    // What sending this would take, roughly.
    RequestEstimate estimate(const Draft &draft) const;
    // What went over the wire for an answer of this run, a try each, then for the title behind it; of very long conversations the newest answers.
    QList<Exchange> exchangesOf(const MessageId &answer) const;
    void keepTitleExchange(const MessageId &answer, int tryNumber, Exchange exchange);
    // The answers that exchangesOf() knows, newest first.
    QList<MessageId> inspectableAnswers() const;

    // Where the reader was when the library kept it last; a null message: at the end.
    struct Place { MessageId message; int pixel = 0; };
    Place openedAt() const;

    const Draft &draft() const;
    void setDraft(const Draft &draft);      // saved by itself, soon

    // What was sent while an answer ran, the next one first: goes out by itself behind an answer that is complete. Kept with the draft.
    const std::vector<QueuedMessage> &queue() const;
    // The answer before it came to grief, or the program was started anew: it waits for the person.
    bool isQueueHeld() const;
    void enqueue(const Draft &draft, int index = -1);       // -1: behind the others
    Draft takeQueued(int index);                            // out of the queue, to edit or to drop it
    void moveQueued(int from, int to);
    void sendQueuedNow(int index);                          // an answer that runs is stopped first

    // The server that is asked: the conversation's own, else the current one of the book. An empty id takes its own away.
    Endpoint endpoint() const;
    void setEndpointId(const QString &endpointId);
    QString modelId() const;                // the conversation's own, else the one that is chosen for its server
    void setModelId(const QString &modelId);
    bool isStored() const;                  // in the library
    void setTitle(const QString &title);
    // A person's title that is stored by somebody else, who can take it back.
    void showTitle(const QString &title);
    void setAutomaticTitle(const QString &title);           // does nothing where a person gave one
    void setOptions(const CompletionOptions &options);
    void setSystemPrompt(const QString &text);

public Q_SLOTS:
    // Stores the message, then asks. Refused (sendRefused) while a completion runs, when empty, without model or key.
    void send(const Draft &draft);
    void stop();
    // Asks again for the answer at `answer` (a sibling arises); null: the last one.
    void regenerate(const MessageId &answer = {});
    // Goes on with an answer that was stopped or cut off: the partial text goes along, the rest becomes its own message.
    void continueAnswer();
    // Sends the last question again after a failure.
    void retry();
    // A sibling of the person's message, then a new answer.
    void editMessage(const MessageId &message, const Draft &draft);
    // A message of any role beside one that is shown, or in its place; nothing is sent. Nothing is overwritten: the change and
    // copies of what follows are a branch of their own.
    void insertMessage(const MessageId &anchor, ConversationController::Beside beside, const WrittenMessage &written);
    void editAs(const MessageId &message, const WrittenMessage &written);
    // What the calls of the last answer gave, one text for each; the model goes on. Declining tells it so.
    void answerToolCalls(const MessageId &answer, const QStringList &results);
    void declineToolCalls(const MessageId &answer);
    void showSibling(const MessageId &message, int siblingIndex);
    // A button in a notice.
    void runNoticeAction(const MessageId &message, const QString &actionId);

Q_SIGNALS:
    void stateChanged(ConversationController::State state);
    void titleChanged(const QString &title);
    void temporaryChanged(bool isTemporary);
    void modelIdChanged(const QString &modelId);
    void endpointChanged();
    void queueChanged();
    // The draft was taken over as a message: the composer may clear itself.
    void draftAccepted();
    void sendRefused(const Error &error);
    // The answer's text grew by these pieces (for the terminal, which shows no model).
    void answerGrew(const QString &text, const QString &reasoning);
    // What grew so far does not hold: this is the answer's text by now.
    void answerReplaced(const QString &text);
    // Once for each answer, after it was stored (or could not be): Complete, Stopped, CutOff or Failed in its state.
    void answerEnded(const Message &answer);
    void settingsRequested();               // a notice's button asks for the settings
    void modelChoiceRequested();
    void toolAnswersRequested(const Message &answer);     // ... to answer its calls by hand
    void treeRequested(const QString &json);              // ... to see an answer as a tree
    void consoleRequested();                // ... the provider's console
    void saveElsewhereRequested();          // ... to save the conversation at another place

private:
    class Private;
    std::unique_ptr<Private> d;
};
