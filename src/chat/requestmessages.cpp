// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestmessages_p.h"

namespace {
Message textMessage(Role role, const QString &text)
{
    Message message;
    message.role = role;
    message.parts.push_back(TextPart { text });
    return message;
}

bool isAnsweredCall(const std::vector<Message> &branch, size_t at)
{
    return at + 1 < branch.size() && branch[at + 1].role == Role::Tool;
}

void appendAnswer(std::vector<Message> &messages, const Message &answer)
{
    const bool goesOn = !messages.empty() && messages.back().role == Role::Assistant && messages.back().toolCalls.isEmpty();
    if (!goesOn) {
        messages.push_back(answer);
        return;
    }
    // One that was cut is gone on with in the middle of a word; whole ones that follow each other came with an import.
    const Message &before = messages.back();
    const bool isWhole = before.state == MessageState::Complete && !(before.answer && before.answer->finishReason == FinishReason::Length);
    const QString joined = textOf(before) + (isWhole ? QStringLiteral("\n\n") : QString()) + textOf(answer);
    messages.back().parts = { TextPart { joined } };
    messages.back().state = answer.state;
    messages.back().toolCalls = answer.toolCalls;
    if (!messages.back().answer || !answer.answer)
        return;
    messages.back().answer->finishReason = answer.answer->finishReason;
    for (const QJsonValue &item : answer.answer->carriedItems)
        messages.back().answer->carriedItems.append(item);
}
}

std::vector<Message> requestMessages(const QString &systemPrompt, const std::vector<Message> &branch)
{
    std::vector<Message> messages;
    messages.reserve(branch.size() + 1);
    if (!systemPrompt.trimmed().isEmpty())
        messages.push_back(textMessage(Role::System, systemPrompt));
    for (size_t i = 0; i < branch.size(); ++i) {
        Message message = branch[i];
        if (message.role != Role::Assistant) {
            messages.push_back(message);
            continue;
        }
        if (!isAnsweredCall(branch, i))
            message.toolCalls.clear();
        // A picture that another program's model made came with its answer; no server takes pictures but from the person.
        if (!imagesOf(message).empty())
            message.parts = { TextPart { textOf(message) } };
        // A refusal is what the model said; leaving it out would put the question twice in a row.
        if (textOf(message).isEmpty() && message.answer && !message.answer->refusal.isEmpty())
            message.parts = { TextPart { message.answer->refusal } };
        if (!textOf(message).isEmpty() || !message.toolCalls.isEmpty())
            appendAnswer(messages, message);
    }
    return messages;
}

Message continueTurn()
{
    return textMessage(Role::User, QStringLiteral("Continue exactly where your last message ends. Do not repeat anything and do not comment on it."));
}
