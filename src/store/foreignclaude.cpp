// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// Claude: messages in order, newer exports with their parents. What Claude writes as a document of its own (an artifact) stands in a call.
#include "answertext.h"
#include "foreigncontent_p.h"

#include <QJsonDocument>

using namespace foreign;

namespace {

QString languageOf(const QJsonObject &input)
{
    const QString path = text(input, "path");
    const QString suffix = path.contains(u'.') ? path.mid(path.lastIndexOf(u'.') + 1) : QString();
    const QString type = text(input, "type");
    if (type == QLatin1String("application/vnd.ant.react"))
        return QStringLiteral("jsx");
    if (type == QLatin1String("text/html") || type == QLatin1String("image/svg+xml"))
        return QStringLiteral("html");
    return input.contains(QLatin1String("language")) ? text(input, "language") : suffix.left(16);
}

void addCall(ForeignMessage &message, const QJsonObject &call)
{
    const QJsonObject input = object(call, "input");
    const QString document = text(input, input.contains(QLatin1String("file_text")) ? "file_text" : "content");
    const QString title = text(input, input.contains(QLatin1String("title")) ? "title" : "path").simplified();
    const bool isDocument = text(call, "name") == QLatin1String("artifacts") || text(call, "name") == QLatin1String("create_file");
    if (isDocument && !document.isEmpty()) {
        if (!title.isEmpty())
            addText(message, QStringLiteral("**%1**").arg(title));
        addText(message, text(input, "type") == QLatin1String("text/markdown") ? document : fencedCode(document, languageOf(input)));
        return;
    }
    const QString query = text(input, input.contains(QLatin1String("query")) ? "query" : "code");
    const QString detail = query.isEmpty() ? QString::fromUtf8(QJsonDocument(input).toJson(QJsonDocument::Compact)) : query;
    message.steps.append({ text(call, "id"), text(call, "name").left(64), detail, true });
}

void addSources(ForeignMessage &message, const QJsonArray &citations)
{
    constexpr int Limit = 1000;
    for (const QJsonValue value : citations) {
        if (message.citations.size() >= Limit)
            break;
        const QJsonObject citation = value.toObject();
        const QJsonObject details = object(citation, "details");
        const Citation source { text(citation, "url").isEmpty() ? text(details, "url") : text(citation, "url"), text(citation, "title"), {} };
        if (!source.url.isEmpty() && !message.citations.contains(source))
            message.citations.append(source);
    }
}

void addBlocks(ForeignMessage &message, const QJsonArray &blocks)
{
    for (const QJsonValue value : blocks) {
        const QJsonObject block = value.toObject();
        if (text(block, "type") == QLatin1String("tool_use")) {
            addCall(message, block);
            continue;
        }
        addContent(message, QJsonArray { block });
        addSources(message, array(block, "citations"));
    }
}

ForeignMessage claudeMessage(const QJsonObject &entry)
{
    ForeignMessage message;
    message.id = text(entry, "uuid");
    message.role = text(entry, "sender");
    message.createdAtMs = timeMs(entry.value(QLatin1String("created_at")));
    addBlocks(message, array(entry, "content"));
    if (message.text.isEmpty())
        message.text = text(entry, "text");
    QStringList named;
    for (const QJsonValue attachment : array(entry, "attachments")) {
        named.append(text(attachment.toObject(), "file_name"));
        addFile(message, named.last(), text(attachment.toObject(), "extracted_content"));
    }
    // Pictures and other files are named alone: an export has no bytes of them.
    for (const QJsonValue file : array(entry, "files")) {
        if (!named.contains(text(file.toObject(), "file_name")))
            addFile(message, text(file.toObject(), "file_name"), {});
    }
    return message;
}

}

ForeignConversation claudeConversation(const QJsonObject &json)
{
    // Exports write one of these where there is no message before.
    const QStringList NoParent { QStringLiteral("00000000-0000-4000-8000-000000000000"), QStringLiteral("00000000-0000-0000-0000-000000000000") };
    ForeignConversation conversation;
    conversation.id = text(json, "uuid");
    conversation.title = text(json, "name");
    conversation.createdAtMs = timeMs(json.value(QLatin1String("created_at")));
    conversation.updatedAtMs = timeMs(json.value(QLatin1String("updated_at")));
    conversation.modelId = text(json, "model");
    conversation.head = text(json, "current_leaf_message_uuid");
    conversation.isPinned = json.value(QLatin1String("is_starred")).toBool();
    QString before;
    for (const QJsonValue value : array(json, "chat_messages")) {
        const QJsonObject entry = value.toObject();
        ForeignMessage message = claudeMessage(entry);
        message.modelId = conversation.modelId;
        message.parent = entry.contains(QLatin1String("parent_message_uuid")) ? text(entry, "parent_message_uuid") : before;
        if (NoParent.contains(message.parent))
            message.parent.clear();
        before = message.id;
        conversation.messages.push_back(std::move(message));
    }
    return conversation;
}
