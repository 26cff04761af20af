// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Calls of functions: the person answers them by hand or declines, and the model goes on. Nothing is ever run here.
#include "conversationcontroller_p.h"
#include "conversationmodel.h"

namespace {
Message resultMessage(const MessageId &parent, const ToolCall &call, const QString &result, const Clock &clock)
{
    Message message;
    message.id = MessageId::create(clock.sinceEpoch());
    message.parentId = parent;
    message.role = Role::Tool;
    message.toolCallId = call.id;
    message.createdAtMs = clock.sinceEpoch().count();
    message.parts = { TextPart { result } };
    return message;
}
}

void ConversationController::answerToolCalls(const MessageId &answer, const QStringList &results)
{
    const int row = d->model->rowOf(answer);
    if (row < 0 || answer != d->model->head())
        return;
    const QList<ToolCall> calls = d->model->messageAt(row).toolCalls;
    if (calls.isEmpty() || results.size() != calls.size())
        return;
    if (const std::optional<Error> reason = d->whyNotSend(nullptr)) {
        Q_EMIT sendRefused(*reason);
        return;
    }
    Private::Sending sending;
    sending.parent = answer;
    MessageId parent = answer;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        sending.toolResults.append(resultMessage(parent, calls.at(i), results.at(i), d->clock));
        parent = sending.toolResults.last().id;
    }
    d->begin(sending, &Private::storeToolResults);
}

void ConversationController::declineToolCalls(const MessageId &answer)
{
    const int row = d->model->rowOf(answer);
    if (row < 0)
        return;
    const QString refusal = QStringLiteral("The user declined this function call.");
    answerToolCalls(answer, QStringList(d->model->messageAt(row).toolCalls.size(), refusal));
}

// One after the other: each hangs on the one before.
void ConversationController::Private::storeToolResults(const Sending &sending, const ApiKey &key)
{
    if (sending.toolResults.isEmpty())
        return storeAnswerRow(sending, key);
    Sending rest = sending;
    const Message result = rest.toolResults.takeFirst();
    rest.parent = result.id;
    const auto next = [this, rest, result, key] {
        addToModel(result);
        if (rest.attempt == attempt)
            storeToolResults(rest, key);
    };
    if (!writes())
        return next();
    library.appendMessage(conversation.id, result, q, own([this, rest, next](const Result<Done> &done) {
        if (!done)
            return giveUp(rest, done.error());
        next();
    }));
}
