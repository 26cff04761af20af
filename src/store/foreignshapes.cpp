// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreignshapes_p.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

QJsonObject object(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toObject();
}

QJsonArray array(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toArray();
}

// Seconds, with or without a fraction, milliseconds, or a date in ISO 8601.
qint64 timeMs(const QJsonValue &value)
{
    constexpr double FirstMilliseconds = 1e11;       // in seconds that would be the year 5138
    constexpr double Latest = 1e14;
    if (value.isString())
        return std::max<qint64>(0, QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch());
    const double number = value.toDouble();
    if (!(number > 0) || number > Latest)
        return 0;
    return qint64(number < FirstMilliseconds ? number * 1000 : number);
}

QByteArray pictureOf(const QString &dataUrl)
{
    const qsizetype mark = dataUrl.indexOf(QLatin1String(";base64,"));
    return dataUrl.startsWith(QLatin1String("data:image/")) && mark > 0 ? QByteArray::fromBase64(QStringView(dataUrl).mid(mark + 8).toLatin1()) : QByteArray();
}

void addPicture(ForeignMessage &message, const QString &name, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        message.pictures.emplace_back(name, bytes);
}

// Content as the wire has it, in any of its forms: a text, or an array of parts.
void addContent(ForeignMessage &message, const QJsonValue &content)
{
    QStringList texts;
    if (content.isString())
        texts.append(content.toString());
    for (const QJsonValue part : content.toArray()) {
        const QJsonObject json = part.toObject();
        const QString type = text(json, "type");
        if (part.isString())
            texts.append(part.toString());
        else if (type == QLatin1String("thinking") || type == QLatin1String("reasoning"))
            message.reasoning += text(json, type == QLatin1String("thinking") ? "thinking" : "text");
        else if (type == QLatin1String("text") && json.value(QLatin1String("text")).isObject())
            texts.append(text(object(json, "text"), "value"));
        else if (type == QLatin1String("text") || type == QLatin1String("input_text") || type == QLatin1String("output_text"))
            texts.append(text(json, "text"));
        else if (type == QLatin1String("image_url"))
            addPicture(message, {}, pictureOf(json.value(QLatin1String("image_url")).isString() ? text(json, "image_url") : text(object(json, "image_url"), "url")));
    }
    texts.removeAll(QString());
    message.text = texts.join(QLatin1String("\n\n"));
}

// ChatGPT: a mapping of nodes, each with its parent and perhaps a message.
ForeignMessage chatGptMessage(const QString &id, const QJsonObject &node, const PictureFinder &findPicture)
{
    const QJsonObject json = object(node, "message");
    const QJsonObject content = object(json, "content");
    const QJsonObject metadata = object(json, "metadata");
    ForeignMessage message;
    message.id = id;
    message.parent = text(node, "parent");
    message.role = text(object(json, "author"), "role");
    message.createdAtMs = timeMs(json.value(QLatin1String("create_time")));
    message.modelId = text(metadata, "model_slug");
    const QString type = text(content, "content_type");
    QStringList texts;
    for (const QJsonValue part : array(content, "parts")) {
        const QString pointer = text(part.toObject(), "asset_pointer");
        if (part.isString())
            texts.append(part.toString());
        else if (!pointer.isEmpty())
            addPicture(message, {}, findPicture(pointer.mid(pointer.lastIndexOf(u'/') + 1)));
        else
            texts.append(text(part.toObject(), "text"));
    }
    texts.removeAll(QString());
    message.text = texts.join(QLatin1String("\n\n"));
    const bool isSpoken = type == QLatin1String("text") || type == QLatin1String("multimodal_text");
    const bool isForPeople = text(json, "recipient").isEmpty() || text(json, "recipient") == QLatin1String("all");
    message.isHidden = json.isEmpty() || !isSpoken || !isForPeople || metadata.value(QLatin1String("is_visually_hidden_from_conversation")).toBool()
        || message.role == QLatin1String("tool");
    return message;
}

ForeignConversation chatGptConversation(const QJsonObject &json, const PictureFinder &findPicture)
{
    ForeignConversation conversation;
    conversation.id = json.contains(QLatin1String("conversation_id")) ? text(json, "conversation_id") : text(json, "id");
    conversation.title = text(json, "title");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("create_time")));
    conversation.updatedAtMs = timeMs(json.value(QLatin1String("update_time")));
    conversation.modelId = text(json, "default_model_slug");
    conversation.head = text(json, "current_node");
    const QJsonObject mapping = object(json, "mapping");
    for (auto node = mapping.begin(); node != mapping.end(); ++node)
        conversation.messages.push_back(chatGptMessage(node.key(), node.value().toObject(), findPicture));
    return conversation;
}

// Claude: messages in order, newer exports with their parents.
ForeignConversation claudeConversation(const QJsonObject &json)
{
    const QString NoParent = QStringLiteral("00000000-0000-4000-8000-000000000000");
    ForeignConversation conversation;
    conversation.id = text(json, "uuid");
    conversation.title = text(json, "name");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("created_at")));
    conversation.updatedAtMs = timeMs(json.value(QLatin1String("updated_at")));
    conversation.modelId = text(json, "model");
    conversation.head = text(json, "current_leaf_message_uuid");
    QString before;
    for (const QJsonValue value : array(json, "chat_messages")) {
        const QJsonObject entry = value.toObject();
        ForeignMessage message;
        message.id = text(entry, "uuid");
        message.parent = entry.contains(QLatin1String("parent_message_uuid")) ? text(entry, "parent_message_uuid") : before;
        if (message.parent == NoParent)
            message.parent.clear();
        message.role = text(entry, "sender");
        message.createdAtMs = timeMs(entry.value(QLatin1String("created_at")));
        addContent(message, array(entry, "content"));
        if (message.text.isEmpty())
            message.text = text(entry, "text");
        for (const QJsonValue attachment : array(entry, "attachments")) {
            const QString inside = text(attachment.toObject(), "extracted_content");
            if (!inside.isEmpty())
                message.text += QStringLiteral("\n\n%1\n\n%2").arg(text(attachment.toObject(), "file_name"), inside);
        }
        before = message.id;
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

// Open WebUI: a tree by ids; files of a message may be pictures as data URLs.
ForeignConversation openWebUiConversation(const QJsonObject &json)
{
    const QJsonObject chat = object(json, "chat");
    const QJsonObject history = object(chat, "history");
    ForeignConversation conversation;
    conversation.id = text(json, "id");
    conversation.title = text(chat, "title").isEmpty() ? text(json, "title") : text(chat, "title");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("created_at")));
    conversation.updatedAtMs = timeMs(json.value(QLatin1String("updated_at")));
    conversation.systemPrompt = text(object(chat, "params"), "system");
    conversation.modelId = array(chat, "models").at(0).toString();
    conversation.isPinned = json.value(QLatin1String("pinned")).toBool();
    conversation.head = text(history, "currentId");
    const QJsonObject messages = object(history, "messages");
    for (auto entry = messages.begin(); entry != messages.end(); ++entry) {
        const QJsonObject value = entry.value().toObject();
        ForeignMessage message;
        message.id = entry.key();
        message.parent = text(value, "parentId");
        message.role = text(value, "role");
        message.modelId = text(value, "model");
        message.createdAtMs = timeMs(value.value(QLatin1String("timestamp")));
        addContent(message, value.value(QLatin1String("content")));
        for (const QJsonValue file : array(value, "files"))
            addPicture(message, text(file.toObject(), "name"), pictureOf(text(file.toObject(), "url")));
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

// Chatbox: sessions under keys of their own, messages in order, content in parts or as one text.
ForeignConversation chatboxConversation(const QJsonObject &json)
{
    ForeignConversation conversation;
    conversation.id = text(json, "id");
    conversation.title = text(json, "name");
    conversation.isPinned = json.value(QLatin1String("starred")).toBool();
    for (const QJsonValue value : array(json, "messages")) {
        const QJsonObject entry = value.toObject();
        ForeignMessage message;
        message.role = text(entry, "role");
        message.modelId = text(entry, "model");
        message.createdAtMs = timeMs(entry.value(QLatin1String("timestamp")));
        addContent(message, entry.contains(QLatin1String("contentParts")) ? entry.value(QLatin1String("contentParts")) : entry.value(QLatin1String("content")));
        message.reasoning += text(entry, "reasoningContent");
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

// LM Studio: each message in versions, the chosen one of which counts; an answer is made of steps.
ForeignConversation lmStudioConversation(const QJsonObject &json)
{
    ForeignConversation conversation;
    conversation.title = text(json, "name");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("createdAt")));
    conversation.systemPrompt = text(json, "systemPrompt");
    conversation.isPinned = json.value(QLatin1String("pinned")).toBool();
    for (const QJsonValue value : array(json, "messages")) {
        const QJsonArray versions = array(value.toObject(), "versions");
        const int chosen = value.toObject().value(QLatin1String("currentlySelected")).toInt();
        const QJsonObject version = versions.at(chosen >= 0 && chosen < versions.size() ? chosen : 0).toObject();
        ForeignMessage message;
        message.role = text(version, "role");
        message.modelId = text(object(version, "senderInfo"), "senderName");
        QJsonArray content = array(version, "content");
        for (const QJsonValue step : array(version, "steps")) {
            for (const QJsonValue part : array(step.toObject(), "content"))
                content.append(part);
        }
        addContent(message, content);
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

// llama.cpp's web page: the conversation beside its messages, which are a tree below a root without text.
ForeignConversation llamaCppConversation(const QJsonObject &json)
{
    const QJsonObject conv = object(json, "conv");
    ForeignConversation conversation;
    conversation.id = text(conv, "id");
    conversation.title = text(conv, "name");
    conversation.updatedAtMs = timeMs(conv.value(QLatin1String("lastModified")));
    const auto idOf = [](const QJsonValue &value) { return value.isDouble() ? QString::number(value.toInteger()) : value.toString(); };
    conversation.head = idOf(conv.value(QLatin1String("currNode")));
    for (const QJsonValue value : array(json, "messages")) {
        const QJsonObject entry = value.toObject();
        ForeignMessage message;
        message.id = idOf(entry.value(QLatin1String("id")));
        message.parent = idOf(entry.value(QLatin1String("parent")));
        message.role = text(entry, "role");
        message.modelId = text(entry, "model");
        message.createdAtMs = timeMs(entry.value(QLatin1String("timestamp")));
        addContent(message, entry.value(QLatin1String("content")));
        message.reasoning += text(entry, "thinking");
        for (const QJsonValue extra : array(entry, "extra"))
            addPicture(message, text(extra.toObject(), "name"), pictureOf(text(extra.toObject(), "base64Url")));
        message.isHidden = text(entry, "type") == QLatin1String("root");
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

ForeignConversation plainConversation(const QJsonArray &messages, const QJsonObject &json)
{
    ForeignConversation conversation;
    conversation.title = text(json, "title");
    conversation.modelId = text(json, "model");
    for (const QJsonValue value : messages) {
        const QJsonObject entry = value.toObject();
        ForeignMessage message;
        message.role = text(entry, "role");
        message.createdAtMs = timeMs(entry.value(entry.contains(QLatin1String("created_at")) ? QLatin1String("created_at") : QLatin1String("timestamp")));
        addContent(message, entry.value(QLatin1String("content")));
        message.reasoning += text(entry, "reasoning_content");
        message.isHidden = message.role == QLatin1String("tool");
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}

std::optional<ImportOrigin> originOf(const QJsonObject &json)
{
    const auto has = [&](const char *name) { return json.contains(QLatin1String(name)); };
    if (has("mapping"))
        return ImportOrigin::ChatGpt;
    if (has("chat_messages"))
        return ImportOrigin::Claude;
    if (object(json, "chat").contains(QLatin1String("history")))
        return ImportOrigin::OpenWebUi;
    if (has("conv"))
        return ImportOrigin::LlamaCpp;
    const QJsonArray messages = array(json, "messages");
    if (messages.at(0).toObject().contains(QLatin1String("versions")))
        return ImportOrigin::LmStudio;
    if (!messages.isEmpty() && messages.at(0).toObject().contains(QLatin1String("role")))
        return ImportOrigin::Messages;
    return std::nullopt;
}

ForeignConversation conversationOf(ImportOrigin origin, const QJsonObject &json, const PictureFinder &findPicture)
{
    switch (origin) {
    case ImportOrigin::ChatGpt:
        return chatGptConversation(json, findPicture);
    case ImportOrigin::Claude:
        return claudeConversation(json);
    case ImportOrigin::OpenWebUi:
        return openWebUiConversation(json);
    case ImportOrigin::LlamaCpp:
        return llamaCppConversation(json);
    case ImportOrigin::LmStudio:
        return lmStudioConversation(json);
    case ImportOrigin::Chatbox:
        return chatboxConversation(json);
    case ImportOrigin::Messages:
    case ImportOrigin::Jan:
    case ImportOrigin::Grackle:
        break;
    }
    return plainConversation(array(json, "messages"), json);
}

std::optional<ForeignFile> readChatbox(const QJsonObject &json)
{
    const QString Prefix = QStringLiteral("session:");
    ForeignFile file { ImportOrigin::Chatbox, {} };
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        if (entry.key().startsWith(Prefix))
            file.conversations.push_back(chatboxConversation(entry.value().toObject()));
    }
    for (const QJsonValue session : array(json, "chat-sessions"))
        file.conversations.push_back(chatboxConversation(session.toObject()));
    return file.conversations.empty() ? std::nullopt : std::optional(std::move(file));
}

}

std::optional<ForeignFile> readForeignJson(const QJsonValue &json, const PictureFinder &findPicture)
{
    if (json.isObject()) {
        if (std::optional<ForeignFile> chatbox = readChatbox(json.toObject()))
            return chatbox;
    }
    QJsonArray entries = json.isArray() ? json.toArray() : QJsonArray { json };
    // A conversation that is its messages and nothing else.
    if (json.isArray() && entries.at(0).toObject().contains(QLatin1String("role")))
        entries = QJsonArray { QJsonObject { { QStringLiteral("messages"), entries } } };
    const std::optional<ImportOrigin> origin = originOf(entries.at(0).toObject());
    if (!origin)
        return std::nullopt;
    ForeignFile file { *origin, {} };
    for (const QJsonValue entry : std::as_const(entries)) {
        // One stranger among them makes the file one that is not understood.
        if (originOf(entry.toObject()) == origin)
            file.conversations.push_back(conversationOf(*origin, entry.toObject(), findPicture));
        else if (*origin != ImportOrigin::Messages || !array(entry.toObject(), "messages").isEmpty())
            return std::nullopt;
    }
    return file;
}

std::optional<ForeignFile> readJanThread(const QByteArray &lines, const QJsonObject &thread)
{
    ForeignConversation conversation;
    conversation.id = text(thread, "id");
    conversation.title = text(thread, "title");
    conversation.createdAtMs = timeMs(thread.value(QLatin1String("created")));
    conversation.updatedAtMs = timeMs(thread.value(QLatin1String("updated")));
    conversation.modelId = text(object(array(thread, "assistants").at(0).toObject(), "model"), "id");
    for (const QByteArray &line : lines.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        if (!json.contains(QLatin1String("role")))
            return std::nullopt;
        if (conversation.id.isEmpty())
            conversation.id = text(json, "thread_id");
        ForeignMessage message;
        message.role = text(json, "role");
        message.createdAtMs = timeMs(json.value(QLatin1String("created_at")));
        addContent(message, json.value(QLatin1String("content")));
        conversation.messages.push_back(std::move(message));
    }
    if (conversation.messages.empty())
        return std::nullopt;
    return ForeignFile { ImportOrigin::Jan, { std::move(conversation) } };
}
