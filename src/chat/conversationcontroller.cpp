// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationcontroller.h"

#include "answernotice_p.h"
#include "conversationcontroller_p.h"
#include "conversationmodel.h"
#include "endpointbook.h"

using namespace std::chrono_literals;

ConversationController::Private::Private(ConversationController *controller, const Dependencies &dependencies)
    : q(controller), client(dependencies.client), library(dependencies.library), endpoints(dependencies.endpoints),
      clock(dependencies.clock), ledger(dependencies.ledger), retries { dependencies.firstRetryWait }, model(new ConversationModel(controller))
{
    draftTimer.setSingleShot(true);
    draftTimer.setInterval(500ms);
    unsavedTimer.setSingleShot(true);
    unsavedTimer.setInterval(5s);
    foreignTimer.setSingleShot(true);
    foreignTimer.setInterval(200ms);
    QObject::connect(&foreignTimer, &QTimer::timeout, q, [this] { readForeignChange(); });
    QObject::connect(&library, &Library::conversationChanged, q, [this](const ConversationId &changed) {
        if (changed == conversation.id)
            changedOnDisk();
    });
    QObject::connect(&draftTimer, &QTimer::timeout, q, [this] { saveDraft(); });
    QObject::connect(&unsavedTimer, &QTimer::timeout, q, [this] { saveUnsaved(); });
    QObject::connect(&library, &Library::storageRecovered, q, [this] { saveUnsaved(); saveDraft(); });
    QObject::connect(&endpoints, &EndpointBook::currentModelChanged, q, [this] {
        if (conversation.modelId.isEmpty())
            Q_EMIT q->modelIdChanged(q->modelId());
    });
}

ConversationController::ConversationController(const Dependencies &dependencies, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, dependencies))
{
    const qint64 now = d->clock.sinceEpoch().count();
    d->conversation.id = ConversationId::create(d->clock.sinceEpoch());
    d->conversation.createdAtMs = now;
    d->conversation.updatedAtMs = now;
    d->model->reset({}, {}, {}, d->reader());
}

ConversationController::ConversationController(const Dependencies &dependencies, OpenedConversation opened, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, dependencies))
{
    d->conversation = opened.conversation;
    d->draft = opened.draft;
    d->queue = std::exchange(d->draft.queue, {});
    // Nothing goes out because the program was started.
    d->isQueueHeld = !d->queue.empty();
    d->openedAt = { opened.readingMessage, opened.readingPixel };
    d->isStored = true;
    d->model->reset(std::move(opened.tree), d->conversation.head, std::move(opened.tail), d->reader());
}

ConversationController::~ConversationController()
{
    // The library outlives us and finishes what it was asked for.
    const auto nobodyAsks = [](const Result<Done> &) {};
    if (d->run && d->writes())
        d->library.finishMessage(d->run->partial(MessageState::CutOff), &d->library, nobodyAsks);
    for (const Message &answer : std::as_const(d->unsaved))
        d->library.finishMessage(answer, &d->library, nobodyAsks);
    if (d->draftTimer.isActive())
        d->saveDraft();
    delete d->run;
}

const ConversationId &ConversationController::id() const
{
    return d->conversation.id;
}

const Conversation &ConversationController::conversation() const
{
    return d->conversation;
}

ConversationController::Place ConversationController::openedAt() const
{
    return d->openedAt;
}

ConversationModel *ConversationController::model() const
{
    return d->model;
}

ConversationController::State ConversationController::state() const
{
    return d->state;
}

bool ConversationController::isKept() const
{
    return d->isStored || (d->writes() && (!d->draft.isEmpty() || !d->queue.empty()));
}

bool ConversationController::isTemporary() const
{
    return d->isTemporary;
}

void ConversationController::setTemporary(bool isTemporary)
{
    Q_ASSERT(d->model->rowCount() == 0);
    d->isTemporary = isTemporary;
    d->model->reset({}, {}, {}, isTemporary ? MessageReader() : d->reader());
    Q_EMIT temporaryChanged(isTemporary);
}

void ConversationController::setShown(bool isShown)
{
    d->isShown = isShown;
    if (d->run)
        d->run->setShown(isShown);
}

bool ConversationController::hasUnsavedAnswer() const
{
    return !d->unsaved.isEmpty();
}

const Draft &ConversationController::draft() const
{
    return d->draft;
}

void ConversationController::setDraft(const Draft &draft)
{
    if (draft == d->draft)
        return;
    d->draft = draft;
    d->isDraftSaved = false;
    // Not started anew by each key: who types without a pause is saved too.
    if (!d->draftTimer.isActive())
        d->draftTimer.start();
}

Endpoint ConversationController::endpoint() const
{
    return d->endpoint();
}

void ConversationController::setEndpointId(const QString &endpointId)
{
    if (endpointId == d->conversation.endpointId)
        return;
    d->conversation.endpointId = endpointId;
    d->saveConversation();
    Q_EMIT endpointChanged();
    Q_EMIT modelIdChanged(modelId());
}

QString ConversationController::modelId() const
{
    return d->conversation.modelId.isEmpty() ? d->endpoints.modelIdFor(d->endpoint().id) : d->conversation.modelId;
}

void ConversationController::setModelId(const QString &modelId)
{
    if (modelId == d->conversation.modelId)
        return;
    d->conversation.modelId = modelId;
    d->saveConversation();
    Q_EMIT modelIdChanged(this->modelId());
}

void ConversationController::setTitle(const QString &title)
{
    const QString trimmed = title.simplified();
    if (trimmed.isEmpty())
        return;
    if (d->isStored)
        d->library.renameConversation(d->conversation.id, trimmed, true, this, d->own({}));
    showTitle(trimmed);
}

bool ConversationController::isStored() const
{
    return d->isStored;
}

void ConversationController::showTitle(const QString &title)
{
    d->conversation.title = title;
    d->conversation.hasManualTitle = true;
    Q_EMIT titleChanged(title);
}

void ConversationController::setAutomaticTitle(const QString &title)
{
    if (d->conversation.hasManualTitle || title.isEmpty() || title == d->conversation.title)
        return;
    d->conversation.title = title;
    // A title that a person gave it elsewhere meanwhile is kept by the library, and read again.
    if (d->isStored)
        d->library.renameConversation(d->conversation.id, title, false, this, d->own({}));
    Q_EMIT titleChanged(title);
}

void ConversationController::setOptions(const CompletionOptions &options)
{
    d->conversation.options = options;
    d->saveConversation();
}

void ConversationController::setSystemPrompt(const QString &text)
{
    d->conversation.systemPrompt = text;
    d->saveConversation();
}

void ConversationController::send(const Draft &draft)
{
    if (const std::optional<Error> reason = d->whyNotSend(&draft)) {
        Q_EMIT sendRefused(*reason);
        return;
    }
    Private::Sending sending;
    sending.draft = draft;
    sending.parent = d->model->head();
    sending.clearsDraft = true;
    d->begin(sending, &Private::storeQuestion);
}

void ConversationController::stop()
{
    if (d->run) {
        d->run->stop();
        return;
    }
    // On its way into the library: what is stored stays, nothing is sent.
    if (d->state == State::Storing) {
        ++d->attempt;
        d->setState(State::Idle);
    }
}

void ConversationController::regenerate(const MessageId &answer)
{
    const MessageId wanted = answer.isNull() ? d->model->head() : answer;
    const MessageHead *head = d->model->tree().find(wanted);
    if (!head)
        return;
    if (const std::optional<Error> reason = d->whyNotSend(nullptr)) {
        Q_EMIT sendRefused(*reason);
        return;
    }
    Private::Sending sending;
    // A question that never got its answer is asked as it stands.
    sending.parent = head->role == Role::Assistant ? head->parentId : head->id;
    d->begin(sending, &Private::storeAnswerRow);
}

void ConversationController::retry()
{
    regenerate();
}

void ConversationController::continueAnswer()
{
    const Message last = d->model->messageAt(d->model->rowCount() - 1);
    const bool hitLimit = last.answer && last.answer->finishReason == FinishReason::Length;
    const bool isUnfinished = last.state == MessageState::Stopped || last.state == MessageState::CutOff || hitLimit;
    if (last.role != Role::Assistant || !isUnfinished)
        return;
    if (textOf(last).isEmpty()) {
        regenerate();
        return;
    }
    if (const std::optional<Error> reason = d->whyNotSend(nullptr)) {
        Q_EMIT sendRefused(*reason);
        return;
    }
    Private::Sending sending;
    sending.parent = last.id;
    sending.continues = true;
    d->begin(sending, &Private::storeAnswerRow);
}

void ConversationController::editMessage(const MessageId &message, const Draft &draft)
{
    const MessageHead *head = d->model->tree().find(message);
    if (!head || head->role != Role::User)
        return;
    if (const std::optional<Error> reason = d->whyNotSend(&draft)) {
        Q_EMIT sendRefused(*reason);
        return;
    }
    Private::Sending sending;
    sending.draft = draft;
    sending.parent = head->parentId;
    d->begin(sending, &Private::storeQuestion);
}

void ConversationController::showSibling(const MessageId &message, int siblingIndex)
{
    const std::vector<MessageId> siblings = d->model->tree().siblingsOf(message);
    if (siblingIndex < 0 || siblingIndex >= int(siblings.size()))
        return;
    const MessageId head = d->model->tree().newestLeafBelow(siblings[size_t(siblingIndex)]);
    if (head == d->model->head())
        return;
    d->model->showBranch(head);
    d->conversation.head = head;
    if (d->isStored)
        d->library.setHead(d->conversation.id, head, this, d->own({}));
}

void ConversationController::runNoticeAction(const MessageId &message, const QString &actionId)
{
    if (actionId == noticeactions::sendNow && d->run && d->run->id() == message)
        d->run->sendNow();
    else if (actionId == noticeactions::cancelWait && d->run && d->run->id() == message)
        d->run->cancelWait();
    else if (actionId == noticeactions::continueAnswer)
        continueAnswer();
    else if (actionId == noticeactions::regenerate || actionId == noticeactions::retry)
        regenerate(message);
    else if (actionId == noticeactions::answerCalls)
        Q_EMIT toolAnswersRequested(d->model->messageAt(d->model->rowOf(message)));
    else if (actionId == noticeactions::declineCalls)
        declineToolCalls(message);
    else if (actionId == noticeactions::showTree)
        Q_EMIT treeRequested(textOf(d->model->messageAt(d->model->rowOf(message))));
    else if (actionId == noticeactions::undoLearned)
        d->undoLearned(message);
    else if (actionId == noticeactions::unlockKeyring)
        d->endpoints.unlockKeyring(this, [this, message](const Result<Done> &unlocked) {
            if (unlocked)
                regenerate(message);
        });
    else if (actionId == noticeactions::openSettings)
        Q_EMIT settingsRequested();
    else if (actionId == noticeactions::chooseModel)
        Q_EMIT modelChoiceRequested();
    else if (actionId == noticeactions::openConsole)
        Q_EMIT consoleRequested();
    else if (actionId == noticeactions::saveElsewhere)
        Q_EMIT saveElsewhereRequested();
}
