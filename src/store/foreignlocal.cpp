// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Programs that run on the person's own computer: Chatbox, LM Studio, Jan, llama.cpp's web page; and messages as the wire has them.
#include "foreigncontent_p.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>

using namespace foreign;

namespace {

QString idOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

ForeignMessage chatboxMessage(const QJsonObject &entry)
{
    ForeignMessage message;
    message.id = text(entry, "id");
    message.role = text(entry, "role");
    message.modelId = text(entry, "model");
    message.createdAtMs = timeMs(entry.value(QLatin1String("timestamp")));
    addContent(message, entry.contains(QLatin1String("contentParts")) ? entry.value(QLatin1String("contentParts")) : entry.value(QLatin1String("content")));
    for (const QJsonValue part : array(entry, "contentParts")) {
        const QJsonObject call = part.toObject();
        if (text(call, "type") == QLatin1String("tool-call"))
            message.steps.append({ text(call, "toolCallId"), text(call, "toolName").left(64), QString::fromUtf8(QJsonDocument(object(call, "args")).toJson(QJsonDocument::Compact)), true });
    }
    message.reasoning += text(entry, "reasoningContent");
    for (const QJsonValue file : array(entry, "files"))
        addFile(message, text(file.toObject(), "name"), text(file.toObject(), "content"));
    if (message.role == QLatin1String("assistant"))
        splitThinking(message);
    return message;
}

// One message after the other, the first below `parent`.
void addChatboxMessages(ForeignConversation &conversation, const QJsonArray &messages, QString parent)
{
    for (const QJsonValue value : messages) {
        ForeignMessage message = chatboxMessage(value.toObject());
        message.parent = parent;
        parent = message.id;
        conversation.messages.push_back(std::move(message));
    }
}

// Branches stand beside the messages, under the id of the one they begin behind; the one that is shown is empty there.
void addChatboxForks(ForeignConversation &conversation, const QJsonObject &forks)
{
    QSet<QString> done;
    // Branches of branches are found as they are added.
    for (size_t i = 0; i < conversation.messages.size(); ++i) {
        const QString id = conversation.messages[i].id;
        if (id.isEmpty() || done.contains(id))
            continue;
        done.insert(id);
        for (const QJsonValue list : array(forks.value(id).toObject(), "lists"))
            addChatboxMessages(conversation, array(list.toObject(), "messages"), id);
    }
}

ForeignConversation chatboxThread(const QJsonObject &session, const QJsonObject &thread)
{
    ForeignConversation conversation;
    conversation.id = text(session, "id");
    conversation.title = text(session, "name");
    conversation.isPinned = session.value(QLatin1String("starred")).toBool();
    conversation.modelId = text(object(session, "settings"), "modelId");
    if (!thread.isEmpty()) {
        conversation.id += u'/' + text(thread, "id");
        conversation.isPinned = false;
        conversation.title = text(thread, "name").isEmpty() ? conversation.title : text(thread, "name");
        conversation.createdAtMs = timeMs(thread.value(QLatin1String("createdAt")));
    }
    addChatboxMessages(conversation, array(thread.isEmpty() ? session : thread, "messages"), {});
    if (!conversation.messages.empty())
        conversation.head = conversation.messages.back().id;
    return conversation;
}

// A message in all its versions: siblings, known by what they say, since they have no ids.
QString versionId(const QString &parent, const ForeignMessage &message, int version)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData((parent + u'\n' + message.role + u'\n' + QString::number(version) + u'\n' + message.text).toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

void addLmStudioStep(ForeignMessage &message, const QJsonObject &step)
{
    const bool isThinking = text(object(step, "style"), "type") == QLatin1String("thinking");
    for (const QJsonValue value : array(step, "content")) {
        const QJsonObject part = value.toObject();
        const QString type = text(part, "type");
        if (isThinking && type == QLatin1String("text"))
            message.reasoning += text(part, "text");
        else if (type == QLatin1String("toolCallRequest"))
            message.steps.append({ idOf(part.value(QLatin1String("callId"))), text(part, "name").left(64), QString::fromUtf8(QJsonDocument(object(part, "parameters")).toJson(QJsonDocument::Compact)), true });
        else
            addContent(message, QJsonArray { part });
    }
    const QString modelId = text(object(step, "genInfo"), "identifier");
    message.modelId = message.modelId.isEmpty() ? modelId : message.modelId;
}

ForeignMessage lmStudioMessage(const QJsonObject &version)
{
    ForeignMessage message;
    message.role = text(version, "role");
    message.modelId = text(object(version, "senderInfo"), "senderName");
    const QJsonArray steps = array(version, "steps");
    // An answer has its text in its steps; some writers repeat it beside them.
    if (steps.isEmpty())
        addContent(message, array(version, "content"));
    for (const QJsonValue step : steps)
        addLmStudioStep(message, step.toObject());
    if (message.role == QLatin1String("assistant"))
        splitThinking(message);
    return message;
}

QString lmStudioInstructions(const QJsonObject &json)
{
    if (!text(json, "systemPrompt").isEmpty())
        return text(json, "systemPrompt");
    for (const QJsonValue field : array(object(json, "perChatPredictionConfig"), "fields")) {
        if (text(field.toObject(), "key") == QLatin1String("llm.prediction.systemPrompt"))
            return text(field.toObject(), "value");
    }
    return {};
}

void addLlamaCppExtra(ForeignMessage &message, const QJsonObject &extra)
{
    const QJsonArray pages = array(extra, "images");
    if (extra.contains(QLatin1String("base64Url")))
        addPictureAt(message, text(extra, "name"), text(extra, "base64Url"));
    for (const QJsonValue page : pages)
        addPictureAt(message, text(extra, "name"), page.toString());
    if (!extra.contains(QLatin1String("base64Url")) && pages.isEmpty())
        addFile(message, text(extra, "name"), text(extra, "content"));
}

ForeignMessage llamaCppMessage(const QJsonObject &entry)
{
    ForeignMessage message;
    message.id = idOf(entry.value(QLatin1String("id")));
    message.parent = idOf(entry.value(QLatin1String("parent")));
    message.role = text(entry, "role");
    message.modelId = text(entry, "model");
    message.createdAtMs = timeMs(entry.value(QLatin1String("timestamp")));
    addContent(message, entry.value(QLatin1String("content")));
    message.reasoning += text(entry, entry.contains(QLatin1String("reasoningContent")) ? "reasoningContent" : "thinking");
    addToolCalls(message, QJsonDocument::fromJson(text(entry, "toolCalls").toUtf8()).array());
    message.toolCallId = text(entry, "toolCallId");
    for (const QJsonValue extra : array(entry, "extra"))
        addLlamaCppExtra(message, extra.toObject());
    message.isHidden = text(entry, "type") == QLatin1String("root");
    if (message.role == QLatin1String("assistant"))
        splitThinking(message);
    return message;
}

ForeignMessage plainMessage(const QJsonObject &entry)
{
    ForeignMessage message;
    message.role = text(entry, "role");
    message.modelId = text(entry, "model");
    message.createdAtMs = timeMs(entry.value(entry.contains(QLatin1String("created_at")) ? QLatin1String("created_at") : QLatin1String("timestamp")));
    addContent(message, entry.value(QLatin1String("content")));
    message.reasoning += text(entry, entry.contains(QLatin1String("reasoning_content")) ? "reasoning_content" : "reasoning");
    addToolCalls(message, array(entry, "tool_calls"));
    message.toolCallId = text(entry, "tool_call_id");
    if (message.role == QLatin1String("assistant"))
        splitThinking(message);
    return message;
}

}

std::vector<ForeignConversation> chatboxConversations(const QJsonObject &json)
{
    std::vector<ForeignConversation> conversations { chatboxThread(json, {}) };
    for (const QJsonValue thread : array(json, "threads"))
        conversations.push_back(chatboxThread(json, thread.toObject()));
    for (ForeignConversation &conversation : conversations)
        addChatboxForks(conversation, object(json, "messageForksHash"));
    return conversations;
}

ForeignConversation lmStudioConversation(const QJsonObject &json)
{
    ForeignConversation conversation;
    conversation.title = text(json, "name");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("createdAt")));
    conversation.id = conversation.createdAtMs > 0 ? QString::number(conversation.createdAtMs) : QString();
    conversation.systemPrompt = lmStudioInstructions(json);
    conversation.isPinned = json.value(QLatin1String("pinned")).toBool();
    QString before;
    for (const QJsonValue value : array(json, "messages")) {
        const QJsonArray versions = array(value.toObject(), "versions");
        const int chosen = value.toObject().value(QLatin1String("currentlySelected")).toInt();
        QString shown;
        for (int i = 0; i < int(versions.size()); ++i) {
            ForeignMessage message = lmStudioMessage(versions.at(i).toObject());
            message.id = versionId(before, message, i);
            message.parent = before;
            if (i == chosen || shown.isEmpty())
                shown = message.id;
            conversation.messages.push_back(std::move(message));
        }
        before = shown.isEmpty() ? before : shown;
    }
    conversation.head = before;
    return conversation;
}

ForeignConversation llamaCppConversation(const QJsonObject &json)
{
    const QJsonObject conv = object(json, "conv");
    ForeignConversation conversation;
    conversation.id = text(conv, "id");
    conversation.title = text(conv, "name");
    conversation.updatedAtMs = timeMs(conv.value(QLatin1String("lastModified")));
    conversation.isPinned = conv.value(QLatin1String("pinned")).toBool();
    conversation.head = idOf(conv.value(QLatin1String("currNode")));
    for (const QJsonValue value : array(json, "messages"))
        conversation.messages.push_back(llamaCppMessage(value.toObject()));
    return conversation;
}

ForeignConversation plainConversation(const QJsonArray &messages, const QJsonObject &json)
{
    ForeignConversation conversation;
    conversation.title = text(json, "title");
    conversation.modelId = text(json, "model");
    for (const QJsonValue value : messages)
        conversation.messages.push_back(plainMessage(value.toObject()));
    return conversation;
}

std::optional<ForeignFile> readJanThread(const QByteArray &lines, const QJsonObject &thread)
{
    ForeignConversation conversation;
    conversation.id = text(thread, "id");
    conversation.title = text(thread, "title");
    conversation.createdAtMs = timeMs(thread.value(QLatin1String("created")));
    conversation.updatedAtMs = timeMs(thread.value(QLatin1String("updated")));
    const QJsonObject assistant = array(thread, "assistants").at(0).toObject();
    conversation.modelId = text(object(thread, "model").isEmpty() ? object(assistant, "model") : object(thread, "model"), "id");
    conversation.systemPrompt = text(assistant, "instructions");
    conversation.isPinned = thread.value(QLatin1String("isFavorite")).toBool() || object(thread, "metadata").value(QLatin1String("is_favorite")).toBool();
    for (const QByteArray &line : lines.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (!json.contains(QLatin1String("role")))
            return std::nullopt;
        if (conversation.id.isEmpty())
            conversation.id = text(json, "thread_id");
        ForeignMessage message = plainMessage(json);
        message.createdAtMs = timeMs(json.value(QLatin1String("created_at")));
        conversation.messages.push_back(std::move(message));
    }
    if (conversation.messages.empty())
        return std::nullopt;
    return ForeignFile { ImportOrigin::Jan, { std::move(conversation) } };
}
