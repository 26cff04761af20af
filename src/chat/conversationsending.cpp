// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The way of a question into the library and out to the server, and of its answer back.
#include "automatictitle.h"
#include "answernotice_p.h"
#include "conversationcontroller_p.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "ledger.h"
#include "requestmessages_p.h"

#include <algorithm>

namespace {
Error refusal(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

// Longer silence is normal for a model that thinks. Lists that say nothing about it are common, so the name counts too.
bool reasons(const QString &modelId, const std::optional<ModelInfo> &info, const CompletionOptions &options)
{
    if (!options.reasoningEffort.isEmpty() || (info && (info->reasons == true || !info->reasoningEfforts.isEmpty())))
        return true;
    // "x-ai/grok-4.7" where one server stands for many.
    return modelId.section(QLatin1Char('/'), -1).startsWith(QLatin1StringView("grok-")) && !modelId.contains(QLatin1StringView("non-reasoning"));
}
}

std::optional<Error> ConversationController::Private::whyNotSend(const Draft *newDraft) const
{
    if (state != State::Idle)
        return refusal(ErrorKind::InvalidInput, ConversationController::tr("An answer is still on its way. Wait for it or stop it first."));
    if (newDraft && newDraft->isEmpty())
        return refusal(ErrorKind::InvalidInput, ConversationController::tr("There is nothing to send yet. Write something or add a picture."));
    const QString modelId = q->modelId();
    if (modelId.isEmpty())
        return refusal(ErrorKind::ModelNotFound, ConversationController::tr("No model is chosen."));
    const std::optional<ModelInfo> info = endpoints.modelInfo(endpoint().id, modelId);
    if (newDraft && !newDraft->attachments.empty() && info && info->seesImages == false)
        return refusal(ErrorKind::InvalidInput, ConversationController::tr("%1 cannot see pictures. Choose another model or remove them.").arg(modelId));
    if (ledger && !endpoint().isPractice)
        return ledger->whyNotSend(q->estimate(newDraft ? *newDraft : Draft()).costTicks.value_or(0));
    return std::nullopt;
}

void ConversationController::Private::begin(Sending sending, void (Private::*step)(const Sending &, const ApiKey &))
{
    sending.attempt = ++attempt;
    setState(State::Storing);
    const Endpoint server = endpoint();
    endpoints.keyFor(server, q, [this, sending, step, server](const Result<ApiKey> &key) {
        if (sending.attempt != attempt)
            return;
        if (!key)
            return giveUp(sending, key.error());
        if (key.value().isEmpty() && server.needsKey)
            return giveUp(sending, refusal(ErrorKind::NoKey, {}));
        (this->*step)(sending, key.value());
    });
}

void ConversationController::Private::giveUp(const Sending &sending, const Error &error)
{
    if (sending.attempt == attempt)
        setState(State::Idle);
    // The next first question names the conversation.
    if (model->rowCount() == 0 && !conversation.hasManualTitle)
        conversation.title.clear();
    holdQueue();
    Q_EMIT q->sendRefused(error);
}

void ConversationController::Private::storeQuestion(const Sending &sending, const ApiKey &key)
{
    const Message question = questionFrom(sending);
    takeTitleFrom(sending.draft);
    ensureStored([this, sending, question, key](const Result<Done> &stored) {
        if (!stored)
            return giveUp(sending, stored.error());
        if (!writes())
            return questionStored(sending, question, key);
        library.appendMessage(conversation.id, question, q, own([this, sending, question, key](const Result<Done> &done) {
            if (!done)
                return giveUp(sending, done.error());
            questionStored(sending, question, key);
        }));
    });
}

void ConversationController::Private::questionStored(const Sending &sending, const Message &question, const ApiKey &key)
{
    addToModel(question);
    if (sending.isQueued)
        queuedStored(sending.draft);
    if (sending.clearsDraft) {
        isDraftSaved = isDraftSaved && draft.isEmpty();
        draft = {};
        draftTimer.stop();
        saveDraft();
        Q_EMIT q->draftAccepted();
    }
    if (sending.attempt != attempt)
        return;
    Sending answerWanted = sending;
    answerWanted.parent = question.id;
    storeAnswerRow(answerWanted, key);
}

void ConversationController::Private::storeAnswerRow(const Sending &sending, const ApiKey &key)
{
    const std::optional<CompletionRequest> request = requestFor(sending);
    if (!request) {
        giveUp(sending, refusal(ErrorKind::Storage, ConversationController::tr("Not all of this conversation can be read, so nothing was sent. Check the disk the library is on.")));
        return;
    }
    const Message answer = emptyAnswer(sending.parent);
    if (!writes())
        return startRun(answer, *request, key);
    library.appendMessage(conversation.id, answer, q, own([this, sending, answer, request, key](const Result<Done> &done) {
        if (!done)
            return giveUp(sending, done.error());
        if (sending.attempt != attempt)
            return endUnsent(answer);
        startRun(answer, *request, key);
    }));
}

// Stopped while its row was written: nothing went out.
void ConversationController::Private::endUnsent(Message answer)
{
    addToModel(answer);
    answer.state = MessageState::Stopped;
    storeEnd(answer);
}

void ConversationController::Private::startRun(const Message &answer, CompletionRequest request, const ApiKey &key)
{
    Q_ASSERT(!run);
    addToModel(answer);
    const std::optional<ModelInfo> info = endpoints.modelInfo(request.endpoint.id, request.modelId);
    run = new AnswerRun({ client, clock, std::move(request), key, answer, info, retries }, q);
    run->setShown(isShown);
    connectRun();
    setState(State::Waiting);
    run->start();
}

void ConversationController::Private::connectRun()
{
    const MessageId id = run->id();
    QObject::connect(run, &AnswerRun::answering, q, [this] { setState(State::Answering); });
    QObject::connect(run, &AnswerRun::grew, q, [this, id](const QString &text, const QString &reasoning, qint64 thinkingMs) {
        model->growAnswer(id, text, reasoning, thinkingMs);
        Q_EMIT q->answerGrew(text, reasoning);
    });
    QObject::connect(run, &AnswerRun::replaced, q, [this](const Message &answer) {
        model->replaceAnswer(answer);
        Q_EMIT q->answerReplaced(textOf(answer));
    });
    QObject::connect(run, &AnswerRun::progressDue, q, [this](const QString &text, const QString &reasoning) { saveProgress(text, reasoning); });
    QObject::connect(run, &AnswerRun::waiting, q, [this, id](const TranscriptNotice &notice) { model->setNotice(id, notice); });
    QObject::connect(run, &AnswerRun::waitEnded, q, [this, id] { model->clearNotice(id); });
    QObject::connect(run, &AnswerRun::exchanged, q, [this, id](int tryNumber, const Exchange &exchange) { keepExchange(id, tryNumber, exchange); });
    QObject::connect(run, &AnswerRun::refusalsLearned, q, [this, id](const QStringList &fields) { learn(id, fields); });
    QObject::connect(run, &AnswerRun::ended, q, [this](const Message &answer) { answerEnded(answer); });
}

// One write at a time: a slow disk makes saves rarer, not a queue of them.
void ConversationController::Private::saveProgress(const QString &text, const QString &reasoning)
{
    if (!writes() || !run)
        return;
    const AnswerProgress progress { run->id(), text, reasoning };
    if (progressRuns) {
        nextProgress = progress;
        return;
    }
    progressRuns = true;
    library.saveProgress(progress, q, own([this](const Result<Done> &) {
        // What failed comes again with the next piece or the end; the library tells of the trouble itself.
        progressRuns = false;
        if (const std::optional<AnswerProgress> next = std::exchange(nextProgress, std::nullopt); next && run)
            saveProgress(next->text, next->reasoning);
    }));
}

void ConversationController::Private::answerEnded(const Message &answer)
{
    // It is in the middle of telling us; it goes when it is done.
    run->deleteLater();
    run = nullptr;
    nextProgress.reset();
    measuredHead = {};
    if (ledger && !endpoint().isPractice && answer.answer) {
        // Money spent is money spent, also where nothing of the conversation is written.
        if (writes())
            ledger->add(answer);
        else
            ledger->addBesides(answer.answer->modelId, answer.answer->usage);
    }
    storeEnd(answer);
    if (const auto known = learned.constFind(answer.id); known != learned.cend() && answer.state == MessageState::Complete)
        model->setNotice(answer.id, learnedNotice(known->fields));
}

void ConversationController::Private::learn(const MessageId &answer, const QStringList &fields)
{
    const QString endpointId = endpoint().id;
    learned.insert(answer, { endpointId, run->modelId(), fields });
    endpoints.learnRefusals(endpointId, run->modelId(), fields);
}

void ConversationController::Private::undoLearned(const MessageId &answer)
{
    const Learned known = learned.take(answer);
    endpoints.unlearnRefusals(known.endpointId, known.modelId, known.fields);
    model->clearNotice(answer);
}

void ConversationController::Private::storeEnd(const Message &answer)
{
    model->replaceAnswer(answer);
    if (!run)
        setState(State::Idle);
    if (!writes()) {
        goOnWithQueue(answer);
        Q_EMIT q->answerEnded(answer);
        return;
    }
    library.finishMessage(answer, q, own([this, answer](const Result<Done> &stored) {
        if (stored)
            model->bodyIsStored(answer.id);
        else
            answerNotStored(answer, stored.error());
        // Before anybody hears of the end: who waits for an idle conversation would close this one.
        goOnWithQueue(answer);
        Q_EMIT q->answerEnded(answer);
    }));
}

void ConversationController::Private::answerNotStored(const Message &answer, const Error &error)
{
    unsaved.append(answer);
    unsavedTimer.start();
    model->setNotice(answer.id, unsavedNotice(error));
}

void ConversationController::Private::saveUnsaved()
{
    const QList<Message> waiting = unsaved;
    for (const Message &answer : waiting) {
        library.finishMessage(answer, q, own([this, answer](const Result<Done> &stored) {
            // Until it is safe it counts as unsaved, also while it is being written.
            unsaved.removeIf([&](const Message &other) { return other.id == answer.id; });
            if (!stored)
                return answerNotStored(answer, stored.error());
            model->bodyIsStored(answer.id);
            model->clearNotice(answer.id);
        }));
    }
}

void ConversationController::Private::ensureStored(std::function<void(Result<Done>)> then)
{
    if (isStored || !writes())
        return then(Done {});
    library.createConversation(conversation, q, own([this, then](const Result<Done> &created) {
        isStored = isStored || bool(created);
        then(created);
    }));
}

void ConversationController::Private::saveConversation()
{
    if (isStored)
        library.saveConversation(conversation, q, own({}));
}

void ConversationController::Private::saveDraft()
{
    if (!writes() || isDraftSaved)
        return;
    if (!isStored && draft.isEmpty() && queue.empty())
        return;
    isDraftSaved = true;
    if (!isStored) {
        isStored = true;
        library.createConversation(conversation, q, own([this](const Result<Done> &created) { isStored = bool(created); }));
    }
    Draft kept = draft;
    kept.queue = queue;
    library.saveDraft(conversation.id, kept, q, own([this](const Result<Done> &saved) { isDraftSaved = isDraftSaved && bool(saved); }));
}

void ConversationController::Private::addToModel(const Message &message)
{
    if (message.parentId == model->head())
        model->appendMessage(message);
    else
        model->addSibling(message);
    conversation.head = message.id;
    conversation.updatedAtMs = message.createdAtMs;
}

void ConversationController::Private::setState(State newState)
{
    if (newState == state)
        return;
    state = newState;
    Q_EMIT q->stateChanged(state);
}

void ConversationController::Private::takeTitleFrom(const Draft &question)
{
    if (conversation.hasManualTitle || !conversation.title.isEmpty())
        return;
    conversation.title = automaticTitle(question.text);
    if (conversation.title.isEmpty() && !question.attachments.empty())
        conversation.title = automaticTitle(question.attachments.front().image.name);
    if (conversation.title.isEmpty())
        return;
    if (isStored)
        library.renameConversation(conversation.id, conversation.title, false, q, own({}));
    Q_EMIT q->titleChanged(conversation.title);
}

Message ConversationController::Private::questionFrom(const Sending &sending) const
{
    Message question;
    question.id = MessageId::create(clock.sinceEpoch());
    question.parentId = sending.parent;
    question.role = Role::User;
    question.createdAtMs = clock.sinceEpoch().count();
    const QString text = sending.draft.text;
    const bool hasText = !text.trimmed().isEmpty();
    if (hasText && !sending.draft.attachmentsFirst)
        question.parts.push_back(TextPart { text });
    for (const Attachment &attachment : sending.draft.attachments)
        question.parts.push_back(attachment.image);
    if (hasText && sending.draft.attachmentsFirst)
        question.parts.push_back(TextPart { text });
    return question;
}

Message ConversationController::Private::emptyAnswer(const MessageId &parent) const
{
    Message answer;
    answer.id = MessageId::create(clock.sinceEpoch());
    answer.parentId = parent;
    answer.role = Role::Assistant;
    answer.state = MessageState::Streaming;
    answer.createdAtMs = clock.sinceEpoch().count();
    AnswerInfo info;
    info.modelId = q->modelId();
    info.endpoint = endpoint().baseUrl;
    info.startedAtMs = answer.createdAtMs;
    info.options = conversation.options;
    answer.answer = info;
    return answer;
}

std::optional<CompletionRequest> ConversationController::Private::requestFor(const Sending &sending) const
{
    const std::vector<Message> branch = model->branchMessages(sending.parent);
    // Half a conversation would get an answer to another question.
    if (branch.size() != model->tree().branchTo(sending.parent).size())
        return std::nullopt;
    CompletionRequest request;
    request.endpoint = endpoint();
    request.modelId = q->modelId();
    request.messages = requestMessages(conversation.systemPrompt, branch);
    if (sending.continues)
        request.messages.push_back(continueTurn());
    request.options = conversation.options;
    request.conversation = conversation.id;
    request.modelReasons = reasons(request.modelId, endpoints.modelInfo(request.endpoint.id, request.modelId), request.options);
    return request;
}

Endpoint ConversationController::Private::endpoint() const
{
    return endpoints.find(conversation.endpointId);
}

MessageReader ConversationController::Private::reader() const
{
    return [&source = library](const std::vector<MessageId> &ids) {
        Result<std::vector<Message>> read = source.messages(ids);
        return read ? std::move(read).value() : std::vector<Message>();
    };
}
