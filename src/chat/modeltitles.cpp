// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modeltitles.h"

#include "answerrun_p.h"
#include "automatictitle.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "estimate.h"
#include "ledger.h"
#include "library.h"
#include "openconversations.h"
#include "settings.h"
#include "titlequestion.h"

#include <QSet>

#include <algorithm>

namespace {

// A title has ten tokens; the rest is for models that cannot but think first.
constexpr int MostTokens = 1000;
constexpr auto LongestSilence = std::chrono::seconds(60);

// One with words: calls of functions have none, and the conversation goes on.
bool isCompleteAnswer(const MessageHead &head)
{
    return head.role == Role::Assistant && head.state == MessageState::Complete && head.textLength > 0;
}

}

class ModelTitles::Private
{
public:
    struct Wish
    {
        ConversationId conversation;
        MessageId answer;
        QString titleBefore;
        Endpoint endpoint;
        QString modelId;
        QString text;
    };

    Private(ModelTitles *owner, const Parts &given) : q(owner), parts(given) {}

    bool wantsTitle(const ConversationController &controller, const Message &answer) const;
    void ask(const ConversationController &controller, const Message &answer);
    void send(const Wish &wish, const ApiKey &key);
    void take(const Wish &wish, const Message &reply);

    ModelTitles *q;
    Parts parts;
    QSet<ConversationId> asked;
};

bool ModelTitles::Private::wantsTitle(const ConversationController &controller, const Message &answer) const
{
    if (!parts.settings.get(keys::titlesByModel) || answer.state != MessageState::Complete || controller.isTemporary())
        return false;
    const Conversation &conversation = controller.conversation();
    if (conversation.hasManualTitle || conversation.title.isEmpty() || asked.contains(conversation.id))
        return false;
    const std::vector<MessageHead> &heads = controller.model()->tree().heads();
    return std::count_if(heads.cbegin(), heads.cend(), isCompleteAnswer) == 1;
}

void ModelTitles::Private::ask(const ConversationController &controller, const Message &answer)
{
    const ConversationModel &model = *controller.model();
    const QString question = textOf(model.messageAt(model.rowOf(answer.parentId)));
    if (question.trimmed().isEmpty() || textOf(answer).trimmed().isEmpty())
        return;
    asked.insert(controller.id());
    const QString chosen = parts.settings.get(keys::titleModel).trimmed();
    Wish wish { controller.id(), answer.id, controller.conversation().title, controller.endpoint(), controller.modelId(), titleRequest(question, textOf(answer)) };
    // A server that says what it has, and has not the model that was chosen at another one, is asked for the conversation's own.
    const bool isElsewhere = parts.endpoints.modelInfo(wish.endpoint.id, wish.modelId) && !parts.endpoints.modelInfo(wish.endpoint.id, chosen);
    if (!chosen.isEmpty() && !isElsewhere)
        wish.modelId = chosen;
    parts.endpoints.keyFor(wish.endpoint, q, [this, wish](const Result<ApiKey> &key) {
        if (key && (!key.value().isEmpty() || !wish.endpoint.needsKey))
            send(wish, key.value());
    });
}

void ModelTitles::Private::send(const Wish &wish, const ApiKey &key)
{
    const std::optional<ModelInfo> info = parts.endpoints.modelInfo(wish.endpoint.id, wish.modelId);
    if (!wish.endpoint.isPractice && !parts.ledger.hasRoomFor(estimateRequest(estimatedTokens(wish.text), {}, info).costTicks.value_or(0)))
        return;
    Message question;
    question.id = MessageId::create(parts.clock.sinceEpoch());
    question.parts.push_back(TextPart { wish.text });
    CompletionRequest request;
    request.endpoint = wish.endpoint;
    request.endpoint.timeLimits.silence = LongestSilence;
    request.modelId = wish.modelId;
    request.messages = { question };
    request.options.maxCompletionTokens = MostTokens;
    if (info && info->reasoningEfforts.contains(QLatin1String("low")))
        request.options.reasoningEffort = QStringLiteral("low");
    Message reply;
    reply.id = MessageId::create(parts.clock.sinceEpoch());
    reply.role = Role::Assistant;
    reply.answer = AnswerInfo();
    reply.answer->modelId = wish.modelId;
    reply.answer->endpoint = wish.endpoint.baseUrl;
    auto *run = new AnswerRun({ parts.client, parts.clock, std::move(request), key, reply, info, RetryPolicy() }, q);
    run->setShown(false);
    // Nobody waits for a title: what fails is left, not tried again. Not inside the signal, which the run goes on from.
    QObject::connect(run, &AnswerRun::waiting, run, &AnswerRun::cancelWait, Qt::QueuedConnection);
    QObject::connect(run, &AnswerRun::exchanged, q, [this, wish](int tryNumber, const Exchange &exchange) {
        if (ConversationController *open = parts.conversations.find(wish.conversation))
            open->keepTitleExchange(wish.answer, tryNumber, exchange);
    });
    QObject::connect(run, &AnswerRun::ended, q, [this, run, wish](const Message &ended) {
        run->deleteLater();
        take(wish, ended);
    });
    run->start();
}

void ModelTitles::Private::take(const Wish &wish, const Message &reply)
{
    if (!wish.endpoint.isPractice && reply.answer)
        parts.ledger.addBesides(reply.answer->modelId, reply.answer->usage);
    const QString title = reply.state == MessageState::Complete ? titleFromReply(textOf(reply)) : QString();
    if (title.isEmpty() || title == wish.titleBefore)
        return;
    if (ConversationController *open = parts.conversations.find(wish.conversation)) {
        if (open->conversation().title == wish.titleBefore)
            open->setAutomaticTitle(title);
        return;
    }
    // The library keeps a title that a person gave.
    parts.library.renameConversation(wish.conversation, title, false, q, [](const Result<Done> &) {});
}

ModelTitles::ModelTitles(const Parts &parts, QObject *parent) : QObject(parent), d(std::make_unique<Private>(this, parts))
{
    connect(&d->parts.conversations, &OpenConversations::answerEnded, this, [this](ConversationController *controller, const Message &answer) {
        if (d->wantsTitle(*controller, answer))
            d->ask(*controller, answer);
    });
}

ModelTitles::~ModelTitles() = default;
