// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What a conversation knows of its requests: what the next one takes, and what went over the wire for the last ones.
#include "conversationcontroller_p.h"
#include "endpointbook.h"

// The server's own count of the last answer where there is one, else by the length of all texts.
qint64 ConversationController::Private::contextTokens() const
{
    const MessageId head = model->head();
    if (head == measuredHead)
        return measuredTokens;
    measuredHead = head;
    measuredTokens = estimatedTokens(conversation.systemPrompt);
    if (model->rowCount() == 0)
        return measuredTokens;
    const Message last = model->messageAt(model->rowCount() - 1);
    if (last.answer && last.answer->usage.promptTokens > 0) {
        const Usage &usage = last.answer->usage;
        measuredTokens = usage.promptTokens + std::max<qint64>(0, usage.outputTokens() - usage.reasoningTokens);
        return measuredTokens;
    }
    qint64 units = 0;
    for (const MessageId &id : model->tree().branchTo(head))
        units += model->tree().find(id)->textLength;
    measuredTokens += (units + 3) / 4;
    return measuredTokens;
}

RequestEstimate ConversationController::estimate(const Draft &draft) const
{
    return estimateRequest(d->contextTokens(), draft, d->endpoints.modelInfo(d->endpoint().id, modelId()));
}

void ConversationController::Private::keepExchange(const MessageId &answer, int tryNumber, const Exchange &exchange)
{
    for (const MessageId &gone : exchanges.keep(answer, tryNumber, exchange))
        model->setInspectable(gone, false);
    model->setInspectable(answer, true);
}

QList<Exchange> ConversationController::exchangesOf(const MessageId &answer) const
{
    return d->exchanges.find(answer);
}

void ConversationController::keepTitleExchange(const MessageId &answer, int tryNumber, Exchange exchange)
{
    exchange.isForTitle = true;
    d->keepExchange(answer, tryNumber, exchange);
}

QList<MessageId> ConversationController::inspectableAnswers() const
{
    return d->exchanges.answers();
}
