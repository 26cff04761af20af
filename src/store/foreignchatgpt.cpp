// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// ChatGPT: a mapping of nodes, each with its parent and perhaps a message. What leads to an answer (thoughts, searches, code that ran,
// pictures that were made) stands in nodes of its own before it.
#include "answertext.h"
#include "foreigncontent_p.h"

#include <QHash>
#include <QJsonDocument>

using namespace foreign;

namespace {

constexpr int ReferenceLimit = 1000;
// Marks of a source in the text, which its own page replaces.
constexpr QChar MarkBegin(0xe200);
constexpr QChar MarkEnd(0xe201);
constexpr QChar OldMarkBegin(u'【');

struct Node
{
    QJsonObject message;
    QJsonObject content;
    QJsonObject metadata;
    QString type;
    QString recipient;
};

// "file-service://file-abc", "sediment://file_abc?shared_conversation_id=…": the name of a file in the archive begins with it.
QString fileIdOf(const QString &pointer)
{
    const QString path = pointer.section(u'?', 0, 0);
    return path.mid(path.lastIndexOf(u'/') + 1);
}

void addParts(ForeignMessage &message, const Node &node, const PictureFinder &findPicture)
{
    QHash<QString, QString> names;
    for (const QJsonValue attachment : array(node.metadata, "attachments"))
        names.insert(text(attachment.toObject(), "id"), text(attachment.toObject(), "name"));
    for (const QJsonValue part : array(node.content, "parts")) {
        const QString pointer = text(part.toObject(), "asset_pointer");
        const QString id = fileIdOf(pointer);
        if (part.isString())
            addText(message, part.toString());
        else if (!pointer.isEmpty())
            addPicture(message, names.value(id), findPicture(id));
        else
            addText(message, text(part.toObject(), "text"));
    }
}

// Files that were sent along, but the pictures, which are among the parts.
void addAttachments(ForeignMessage &message, const Node &node, const PictureFinder &findFile)
{
    for (const QJsonValue value : array(node.metadata, "attachments")) {
        const QJsonObject attachment = value.toObject();
        const QString type = text(attachment, attachment.contains(QLatin1String("mime_type")) ? "mime_type" : "mimeType");
        if (type.startsWith(QLatin1String("image/")))
            continue;
        const QByteArray bytes = type.startsWith(QLatin1String("text/")) || type == QLatin1String("application/json") ? findFile(text(attachment, "id")) : QByteArray();
        addFile(message, text(attachment, "name"), bytes.contains('\0') ? QString() : QString::fromUtf8(bytes));
    }
}

// What stands for a source in the text becomes a link to it, numbered as the list of sources.
QString markFor(ForeignMessage &message, const QJsonObject &reference)
{
    QJsonArray pages = array(reference, "items");
    if (pages.isEmpty() && reference.contains(QLatin1String("url")))
        pages.append(reference);
    QString marks;
    for (const QJsonValue value : pages) {
        const Citation source { text(value.toObject(), "url"), text(value.toObject(), "title"), {} };
        if (source.url.isEmpty() || message.citations.size() >= ReferenceLimit)
            continue;
        qsizetype at = message.citations.indexOf(source);
        if (at < 0) {
            at = message.citations.size();
            message.citations.append(source);
        }
        marks += QStringLiteral(" [[%1]](%2)").arg(at + 1).arg(source.url);
    }
    return marks.isEmpty() ? text(reference, "alt") : marks;
}

void resolveReferences(ForeignMessage &message, const QJsonObject &metadata)
{
    int left = ReferenceLimit;
    for (const QJsonValue value : array(metadata, "content_references")) {
        const QJsonObject reference = value.toObject();
        const QString matched = text(reference, "matched_text");
        if (--left < 0)
            break;
        // Nothing but a mark is replaced, and each once: a text grows by no more than what is said of it.
        const qsizetype at = matched.startsWith(MarkBegin) || matched.startsWith(OldMarkBegin) ? message.text.indexOf(matched) : -1;
        if (at >= 0)
            message.text.replace(at, matched.size(), markFor(message, reference));
    }
    // Marks that nothing is said of would be shown as boxes.
    for (qsizetype begin = message.text.indexOf(MarkBegin); begin >= 0; begin = message.text.indexOf(MarkBegin, begin)) {
        const qsizetype end = message.text.indexOf(MarkEnd, begin);
        if (end < 0)
            break;
        message.text.remove(begin, end - begin + 1);
    }
}

// A document that stands beside the conversation: written anew by a call, which has its text.
QString canvasText(const QString &call)
{
    const QJsonObject json = QJsonDocument::fromJson(call.toUtf8()).object();
    QString content = text(json, "content");
    for (const QJsonValue update : array(json, "updates"))
        content = text(update.toObject(), "pattern") == QLatin1String(".*") ? text(update.toObject(), "replacement") : content;
    if (content.isEmpty())
        return {};
    const QString type = text(json, "type");
    const QString body = type.startsWith(QLatin1String("code/")) ? fencedCode(content, type.mid(5)) : content;
    const QString name = text(json, "name").simplified();
    return name.isEmpty() ? body : QStringLiteral("**%1**\n\n%2").arg(name, body);
}

ServerStep stepOf(const QString &id, const Node &node)
{
    const bool isCode = node.recipient == QLatin1String("python") || node.recipient == QLatin1String("container.exec");
    const bool isSearch = node.recipient.startsWith(QLatin1String("web")) || node.recipient == QLatin1String("browser") || node.recipient == QLatin1String("search");
    QString said = text(node.content, "text");
    for (const QJsonValue part : array(node.content, "parts"))
        said += part.toString();
    return { id, isCode ? QStringLiteral("code_interpreter") : isSearch ? QStringLiteral("web_search") : node.recipient.left(64), said, true };
}

void addThoughts(ForeignMessage &message, const Node &node)
{
    QStringList thoughts;
    for (const QJsonValue value : array(node.content, "thoughts")) {
        const QString summary = text(value.toObject(), "summary");
        if (!summary.isEmpty())
            thoughts.append(QStringLiteral("**%1**").arg(summary));
        thoughts.append(text(value.toObject(), "content"));
    }
    thoughts.removeAll(QString());
    message.reasoning = thoughts.join(QLatin1String("\n\n"));
}

// What is no message, yet belongs to the answer behind it.
void addStep(ForeignMessage &message, const Node &node)
{
    const bool isForPeople = node.recipient.isEmpty() || node.recipient == QLatin1String("all");
    message.isHidden = true;
    if (message.role != QLatin1String("assistant"))
        return;
    if (node.type == QLatin1String("thoughts"))
        addThoughts(message, node);
    else if (node.type == QLatin1String("reasoning_recap"))
        message.thinkingMs = qint64(std::clamp(node.metadata.value(QLatin1String("finished_duration_sec")).toDouble(), 0.0, 1e6) * 1000);
    else if (!isForPeople || node.type == QLatin1String("code"))
        message.steps.append(stepOf(message.id, node));
}

ForeignMessage chatGptMessage(const QString &id, const QJsonObject &entry, const PictureFinder &findPicture)
{
    Node node;
    node.message = object(entry, "message");
    node.content = object(node.message, "content");
    node.metadata = object(node.message, "metadata");
    node.type = text(node.content, "content_type");
    node.recipient = text(node.message, "recipient");
    ForeignMessage message;
    message.id = id;
    message.parent = text(entry, "parent");
    message.role = text(object(node.message, "author"), "role");
    message.createdAtMs = timeMs(node.message.value(QLatin1String("create_time")));
    message.modelId = text(node.metadata, "model_slug");
    const bool isSpoken = node.type == QLatin1String("text") || node.type == QLatin1String("multimodal_text");
    const bool isForPeople = node.recipient.isEmpty() || node.recipient == QLatin1String("all");
    if (message.role == QLatin1String("tool") && node.type == QLatin1String("multimodal_text")) {
        // A picture that was made for the person comes from a tool; what is said beside it is for the model.
        addParts(message, node, findPicture);
        message.role = QStringLiteral("assistant");
        message.text.clear();
        message.isHidden = message.pictures.empty();
    } else if (node.message.isEmpty() || message.role == QLatin1String("tool") || node.metadata.value(QLatin1String("is_visually_hidden_from_conversation")).toBool()) {
        message.isHidden = true;
    } else if (node.recipient.startsWith(QLatin1String("canmore."))) {
        addText(message, canvasText(text(node.content, "text") + array(node.content, "parts").at(0).toString()));
        message.isHidden = message.text.isEmpty();
    } else if (!isSpoken || !isForPeople) {
        addStep(message, node);
    } else {
        addParts(message, node, findPicture);
        resolveReferences(message, node.metadata);
        addAttachments(message, node, findPicture);
    }
    return message;
}

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
    conversation.isArchived = json.value(QLatin1String("is_archived")).toBool();
    conversation.isPinned = json.value(QLatin1String("is_starred")).toBool();
    const QJsonObject mapping = object(json, "mapping");
    for (auto node = mapping.begin(); node != mapping.end(); ++node)
        conversation.messages.push_back(chatGptMessage(node.key(), node.value().toObject(), findPicture));
    return conversation;
}
