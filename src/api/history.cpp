// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "history.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace {

bool isSystem(const Message &message)
{
    return message.role == Role::System || message.role == Role::Developer;
}

// Pictures go out with the person's turns alone; a turn without text and pictures is no turn.
Message withoutEmptyParts(const Message &message)
{
    Message result = message;
    std::erase_if(result.parts, [&message](const ContentPart &part) {
        if (const auto *text = std::get_if<TextPart>(&part))
            return text->text.isEmpty();
        return message.role != Role::User;
    });
    return result;
}

bool isBlank(const TextPart &part)
{
    return part.text.trimmed().isEmpty();
}

bool saysNothing(const Message &message)
{
    const bool hasOnlyBlanks = std::all_of(message.parts.begin(), message.parts.end(), [](const ContentPart &part) {
        const auto *text = std::get_if<TextPart>(&part);
        return text && isBlank(*text);
    });
    return hasOnlyBlanks && message.toolCalls.isEmpty() && message.role != Role::Tool;
}

bool isOnlyText(const Message &message)
{
    return std::all_of(message.parts.begin(), message.parts.end(),
                       [](const ContentPart &part) { return std::holds_alternative<TextPart>(part); });
}

void join(Message &to, const Message &next)
{
    if (isOnlyText(to) && isOnlyText(next))
        to.parts = { TextPart { textOf(to) + QStringLiteral("\n\n") + textOf(next) } };
    else
        to.parts.insert(to.parts.end(), next.parts.begin(), next.parts.end());
    if (!to.answer || !next.answer)
        return;
    for (const QJsonValue &item : next.answer->carriedItems)
        to.answer->carriedItems.append(item);
}

bool canJoin(const Message &first, const Message &next)
{
    return first.role == next.role && (first.role == Role::User || first.role == Role::Assistant)
        && first.toolCalls.isEmpty() && next.toolCalls.isEmpty();
}

// All system texts as one message in front.
std::vector<Message> systemTextsFirst(const std::vector<Message> &messages, const WireProfile &profile)
{
    std::vector<Message> result;
    Message system;
    system.role = roleFromName(profile.systemRole).value_or(Role::System);
    QStringList texts;
    for (const Message &message : messages) {
        if (!isSystem(message))
            result.push_back(message);
        else if (!textOf(message).trimmed().isEmpty())
            texts.append(textOf(message));
    }
    if (!texts.isEmpty()) {
        system.parts = { TextPart { texts.join(QStringLiteral("\n\n")) } };
        result.insert(result.begin(), system);
    }
    return result;
}

// A call that was never answered, because the person stopped in between, would be refused by most servers.
void answerOpenCalls(std::vector<Message> &messages)
{
    for (size_t i = 0; i < messages.size(); ++i) {
        QStringList open;
        for (const ToolCall &call : messages[i].toolCalls)
            open.append(call.id);
        size_t next = i + 1;
        for (; next < messages.size() && messages[next].role == Role::Tool; ++next)
            open.removeAll(messages[next].toolCallId);
        for (const QString &id : open) {
            Message answer;
            answer.role = Role::Tool;
            answer.toolCallId = id;
            answer.parts = { TextPart { QStringLiteral("cancelled by user") } };
            messages.insert(messages.begin() + std::ptrdiff_t(next++), answer);
        }
    }
}

// For templates that know no tools: the call is told in words, and its result is what the person says next.
std::vector<Message> toolsAsText(const std::vector<Message> &messages)
{
    std::vector<Message> result;
    QHash<QString, QString> names;
    for (Message message : messages) {
        for (const ToolCall &call : std::as_const(message.toolCalls)) {
            names.insert(call.id, call.name);
            message.parts.push_back(TextPart { QStringLiteral("[Call of %1: %2]").arg(call.name, call.arguments) });
        }
        message.toolCalls.clear();
        if (message.role == Role::Tool) {
            message.role = Role::User;
            message.parts = { TextPart { QStringLiteral("[Result of %1: %2]").arg(names.value(message.toolCallId), textOf(message)) } };
            message.toolCallId.clear();
        }
        result.push_back(std::move(message));
    }
    return result;
}

// A result that stands behind no call of its id, because a person put it there, is refused by servers; as words it is not.
void tellLostResults(std::vector<Message> &messages)
{
    QStringList open;
    for (Message &message : messages) {
        if (message.role != Role::Tool) {
            open.clear();
            for (const ToolCall &call : std::as_const(message.toolCalls))
                open.append(call.id);
        } else if (!open.removeOne(message.toolCallId)) {
            message.role = Role::User;
            message.toolCallId.clear();
            message.parts = { TextPart { QStringLiteral("[Result of a function call: %1]").arg(textOf(message)) } };
        }
    }
}

} // namespace

std::vector<Message> historyToSend(const std::vector<Message> &messages, const WireProfile &profile)
{
    std::vector<Message> result;
    std::vector<Message> known = profile.toolResultsAsText ? toolsAsText(messages) : messages;
    if (profile.mergesSystemTexts)
        tellLostResults(known);
    for (const Message &message : profile.mergesSystemTexts ? systemTextsFirst(known, profile) : known) {
        const Message turn = withoutEmptyParts(message);
        if (saysNothing(turn))
            continue;
        if (profile.mergesSystemTexts && !result.empty() && canJoin(result.back(), turn))
            join(result.back(), turn);
        else
            result.push_back(turn);
    }
    answerOpenCalls(result);
    return result;
}

WireProfile profileFor(const Endpoint &endpoint, const QString &modelId)
{
    WireProfile profile = endpoint.profile;
    const QStringList refused = profile.models.value(modelId).refusedFields;
    const bool takesNoSystem = refused.contains(refusedroles::System);
    if (takesNoSystem)
        profile.systemRole = QStringLiteral("user");
    if (takesNoSystem || refused.contains(refusedroles::Order))
        profile.mergesSystemTexts = true;
    if (refused.contains(refusedroles::Tool))
        profile.toolResultsAsText = true;
    return profile;
}

QStringList refusableRoles(const std::vector<Message> &messages, const WireProfile &profile)
{
    const auto has = [&messages](auto &&test) { return std::any_of(messages.begin(), messages.end(), test); };
    const bool sendsSystemAsUser = profile.mergesSystemTexts && profile.systemRole == QLatin1String("user");
    QStringList roles;
    if (!sendsSystemAsUser && has(isSystem))
        roles.append(refusedroles::System);
    if (!profile.toolResultsAsText && has([](const Message &message) { return message.role == Role::Tool || !message.toolCalls.isEmpty(); }))
        roles.append(refusedroles::Tool);
    if (!profile.mergesSystemTexts)
        roles.append(refusedroles::Order);
    return roles;
}
