// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messagejson_p.h"

#include <algorithm>
#include <array>

namespace {

const QString BlobScheme = QStringLiteral("blob:");

void insertText(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(name), text);
}

void insertNumber(QJsonObject &json, const char *name, qint64 number)
{
    if (number != 0)
        json.insert(QLatin1String(name), number);
}

void insertTexts(QJsonObject &json, const char *name, const QStringList &texts)
{
    if (!texts.isEmpty())
        json.insert(QLatin1String(name), QJsonArray::fromStringList(texts));
}

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

qint64 number(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toInteger();
}

int smallNumber(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toInt();
}

bool flag(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toBool();
}

QStringList texts(const QJsonObject &json, const char *name)
{
    QStringList found;
    for (const QJsonValue value : json.value(QLatin1String(name)).toArray()) {
        if (value.isString())
            found.append(value.toString());
    }
    return found;
}

FinishReason finishReasonFromName(const QString &name)
{
    constexpr std::array known { FinishReason::Stop, FinishReason::Length, FinishReason::ToolCalls, FinishReason::ContentFilter,
                                 FinishReason::Error };
    for (const FinishReason reason : known) {
        if (finishReasonName(reason) == name)
            return reason;
    }
    return FinishReason::Unknown;
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json { { QStringLiteral("kind"), errorKindName(error.kind) } };
    insertText(json, "message", error.message);
    insertText(json, "detail", error.detail);
    insertNumber(json, "status", error.httpStatus);
    if (error.retryable)
        json.insert(QStringLiteral("retryable"), true);
    if (error.retryAfter)
        json.insert(QStringLiteral("retry_after_ms"), qint64(error.retryAfter->count()));
    return json;
}

Error errorFromJson(const QJsonObject &json)
{
    Error error;
    error.kind = errorKindFromName(text(json, "kind")).value_or(ErrorKind::Protocol);
    error.message = text(json, "message");
    error.detail = text(json, "detail");
    error.httpStatus = smallNumber(json, "status");
    error.retryable = flag(json, "retryable");
    if (json.contains(QLatin1String("retry_after_ms")))
        error.retryAfter = std::chrono::milliseconds(number(json, "retry_after_ms"));
    return error;
}

QJsonObject imageToJson(const ImagePart &image, const ImageUrlWriter &writeUrl)
{
    QJsonObject facts;
    insertText(facts, "name", image.name);
    insertText(facts, "mime_type", QString::fromLatin1(image.mimeType));
    if (image.pixels.isValid()) {
        facts.insert(QStringLiteral("width"), image.pixels.width());
        facts.insert(QStringLiteral("height"), image.pixels.height());
    }
    insertNumber(facts, "bytes", image.byteCount);

    const QJsonObject imageUrl { { QStringLiteral("url"), writeUrl(image) },
                                 { QStringLiteral("detail"), imageDetailName(image.detail) } };
    return { { QStringLiteral("type"), QStringLiteral("image_url") },
             { QStringLiteral("image_url"), imageUrl },
             { QStringLiteral("image"), facts } };
}

std::optional<ImagePart> imageFromJson(const QJsonObject &json, const ImageUrlReader &readUrl)
{
    const QJsonObject imageUrl = json.value(QLatin1String("image_url")).toObject();
    const QJsonObject facts = json.value(QLatin1String("image")).toObject();
    ImagePart image;
    image.mimeType = text(facts, "mime_type").toLatin1();
    image.name = text(facts, "name");
    if (facts.contains(QLatin1String("width")))
        image.pixels = QSize(smallNumber(facts, "width"), smallNumber(facts, "height"));
    image.byteCount = number(facts, "bytes");
    image.detail = imageDetailFromName(text(imageUrl, "detail")).value_or(ImageDetail::Auto);
    if (!readUrl(text(imageUrl, "url"), image))
        return std::nullopt;
    return image;
}

}

bool isBlobId(const BlobId &id)
{
    return id.size() == 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

QString blobUrl(const ImagePart &image)
{
    return image.blob.isEmpty() ? image.url.toString(QUrl::FullyEncoded) : BlobScheme + QString::fromLatin1(image.blob);
}

bool readBlobUrl(const QString &url, ImagePart &image)
{
    if (!url.startsWith(BlobScheme)) {
        image.url = QUrl(url, QUrl::StrictMode);
        return true;
    }
    image.blob = url.mid(BlobScheme.size()).toLatin1();
    return isBlobId(image.blob);
}

QJsonArray partsToJson(const std::vector<ContentPart> &parts, const ImageUrlWriter &writeUrl)
{
    QJsonArray json;
    for (const ContentPart &part : parts) {
        std::visit(Overloads {
            [&](const TextPart &textPart) {
                json.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("text") }, { QStringLiteral("text"), textPart.text } });
            },
            [&](const ImagePart &image) { json.append(imageToJson(image, writeUrl)); },
        }, part);
    }
    return json;
}

std::optional<std::vector<ContentPart>> partsFromJson(const QJsonArray &json, const ImageUrlReader &readUrl)
{
    std::vector<ContentPart> parts;
    for (const QJsonValue value : json) {
        const QJsonObject part = value.toObject();
        const QString type = text(part, "type");
        if (type == QLatin1String("text")) {
            parts.push_back(TextPart { text(part, "text") });
        } else if (type == QLatin1String("image_url")) {
            std::optional<ImagePart> image = imageFromJson(part, readUrl);
            if (!image)
                return std::nullopt;
            parts.push_back(*std::move(image));
        }
    }
    return parts;
}

QJsonArray toolCallsToJson(const QList<ToolCall> &calls)
{
    QJsonArray json;
    for (const ToolCall &call : calls) {
        const QJsonObject function { { QStringLiteral("name"), call.name }, { QStringLiteral("arguments"), call.arguments } };
        json.append(QJsonObject { { QStringLiteral("id"), call.id },
                                  { QStringLiteral("type"), QStringLiteral("function") },
                                  { QStringLiteral("function"), function } });
    }
    return json;
}

QList<ToolCall> toolCallsFromJson(const QJsonArray &json)
{
    QList<ToolCall> calls;
    for (const QJsonValue value : json) {
        const QJsonObject call = value.toObject();
        const QJsonObject function = call.value(QLatin1String("function")).toObject();
        calls.append({ text(call, "id"), text(function, "name"), text(function, "arguments") });
    }
    return calls;
}

// A source of which no more is known is its address alone.
void insertCitations(QJsonObject &json, const QList<Citation> &citations)
{
    QJsonArray array;
    for (const Citation &citation : citations) {
        if (citation.title.isEmpty() && citation.date.isEmpty()) {
            array.append(citation.url);
            continue;
        }
        QJsonObject source { { QStringLiteral("url"), citation.url }, { QStringLiteral("title"), citation.title } };
        if (!citation.date.isEmpty())
            source.insert(QStringLiteral("date"), citation.date);
        array.append(source);
    }
    if (!array.isEmpty())
        json.insert(QStringLiteral("citations"), array);
}

QList<Citation> citations(const QJsonObject &json)
{
    QList<Citation> found;
    for (const QJsonValue value : json.value(QLatin1String("citations")).toArray()) {
        const QString url = value.isString() ? value.toString() : text(value.toObject(), "url");
        if (!url.isEmpty())
            found.append({ url, text(value.toObject(), "title"), text(value.toObject(), "date") });
    }
    return found;
}

void insertSteps(QJsonObject &json, const QList<ServerStep> &steps)
{
    QJsonArray array;
    for (const ServerStep &step : steps) {
        array.append(QJsonObject { { QStringLiteral("id"), step.id }, { QStringLiteral("kind"), step.kind },
                                   { QStringLiteral("detail"), step.detail }, { QStringLiteral("done"), step.isDone } });
    }
    if (!array.isEmpty())
        json.insert(QStringLiteral("steps"), array);
}

QList<ServerStep> steps(const QJsonObject &json)
{
    QList<ServerStep> found;
    for (const QJsonValue value : json.value(QLatin1String("steps")).toArray()) {
        const QJsonObject step = value.toObject();
        found.append({ text(step, "id"), text(step, "kind"), text(step, "detail"), step.value(QLatin1String("done")).toBool() });
    }
    return found;
}

QJsonObject answerToJson(const AnswerInfo &answer)
{
    QJsonObject json;
    insertText(json, "model", answer.modelId);
    insertText(json, "answered_by", answer.answeredBy);
    insertText(json, "endpoint", answer.endpoint.toString(QUrl::FullyEncoded));
    insertText(json, "reasoning_content", answer.reasoning);
    insertText(json, "refusal", answer.refusal);
    if (answer.finishReason != FinishReason::Unknown)
        json.insert(QStringLiteral("finish_reason"), finishReasonName(answer.finishReason));
    insertText(json, "raw_finish_reason", answer.rawFinishReason);
    insertText(json, "service_tier", answer.serviceTier);
    if (answer.usage != Usage {})
        json.insert(QStringLiteral("usage"), toJson(answer.usage));
    insertNumber(json, "started", answer.startedAtMs);
    insertNumber(json, "thinking_ms", answer.thinkingMs);
    insertNumber(json, "duration_ms", answer.durationMs);
    insertCitations(json, answer.citations);
    insertSteps(json, answer.steps);
    if (!answer.carriedItems.isEmpty())
        json.insert(QStringLiteral("carried_items"), answer.carriedItems);
    insertTexts(json, "notes", answer.notes);
    if (answer.options != CompletionOptions {})
        json.insert(QStringLiteral("options"), toJson(answer.options));
    if (answer.error)
        json.insert(QStringLiteral("error"), errorToJson(*answer.error));
    return json;
}

AnswerInfo answerFromJson(const QJsonObject &json)
{
    AnswerInfo answer;
    answer.modelId = text(json, "model");
    answer.answeredBy = text(json, "answered_by");
    answer.endpoint = QUrl(text(json, "endpoint"), QUrl::StrictMode);
    answer.reasoning = text(json, "reasoning_content");
    answer.refusal = text(json, "refusal");
    answer.finishReason = finishReasonFromName(text(json, "finish_reason"));
    answer.rawFinishReason = text(json, "raw_finish_reason");
    answer.serviceTier = text(json, "service_tier");
    if (json.contains(QLatin1String("usage")))
        answer.usage = usageFromJson(json.value(QLatin1String("usage")).toObject());
    answer.startedAtMs = number(json, "started");
    answer.thinkingMs = number(json, "thinking_ms");
    answer.durationMs = number(json, "duration_ms");
    answer.citations = citations(json);
    answer.steps = steps(json);
    answer.carriedItems = json.value(QLatin1String("carried_items")).toArray();
    answer.notes = texts(json, "notes");
    if (json.contains(QLatin1String("options")))
        answer.options = completionOptionsFromJson(json.value(QLatin1String("options")).toObject());
    if (json.contains(QLatin1String("error")))
        answer.error = errorFromJson(json.value(QLatin1String("error")).toObject());
    return answer;
}

QJsonObject messageToJson(const Message &message, const ImageUrlWriter &writeUrl)
{
    QJsonObject json { { QStringLiteral("id"), message.id.toString() },
                       { QStringLiteral("role"), roleName(message.role) },
                       { QStringLiteral("content"), partsToJson(message.parts, writeUrl) } };
    if (!message.parentId.isNull())
        json.insert(QStringLiteral("parent"), message.parentId.toString());
    if (message.state != MessageState::Complete)
        json.insert(QStringLiteral("state"), messageStateName(message.state));
    insertNumber(json, "created", message.createdAtMs);
    if (!message.toolCalls.isEmpty())
        json.insert(QStringLiteral("tool_calls"), toolCallsToJson(message.toolCalls));
    insertText(json, "tool_call_id", message.toolCallId);
    if (message.answer)
        json.insert(QStringLiteral("answer"), answerToJson(*message.answer));
    return json;
}

std::optional<Message> messageFromJson(const QJsonObject &json, const ImageUrlReader &readUrl)
{
    const std::optional<Role> role = roleFromName(text(json, "role"));
    std::optional<std::vector<ContentPart>> parts = partsFromJson(json.value(QLatin1String("content")).toArray(), readUrl);
    Message message;
    message.id = MessageId::fromString(text(json, "id"));
    if (message.id.isNull() || !role || !parts)
        return std::nullopt;
    message.parentId = MessageId::fromString(text(json, "parent"));
    message.role = *role;
    message.parts = *std::move(parts);
    if (json.contains(QLatin1String("state")))
        message.state = messageStateFromName(text(json, "state")).value_or(MessageState::CutOff);
    message.createdAtMs = number(json, "created");
    message.toolCalls = toolCallsFromJson(json.value(QLatin1String("tool_calls")).toArray());
    message.toolCallId = text(json, "tool_call_id");
    if (json.contains(QLatin1String("answer")))
        message.answer = answerFromJson(json.value(QLatin1String("answer")).toObject());
    return message;
}

QJsonObject conversationToJson(const Conversation &conversation)
{
    QJsonObject json { { QStringLiteral("id"), conversation.id.toString() }, { QStringLiteral("title"), conversation.title } };
    if (conversation.hasManualTitle)
        json.insert(QStringLiteral("has_manual_title"), true);
    insertText(json, "system_prompt", conversation.systemPrompt);
    insertText(json, "endpoint", conversation.endpointId);
    insertText(json, "model", conversation.modelId);
    if (conversation.options != CompletionOptions {})
        json.insert(QStringLiteral("options"), toJson(conversation.options));
    if (!conversation.head.isNull())
        json.insert(QStringLiteral("head"), conversation.head.toString());
    insertNumber(json, "created", conversation.createdAtMs);
    insertNumber(json, "updated", conversation.updatedAtMs);
    if (conversation.isPinned)
        json.insert(QStringLiteral("is_pinned"), true);
    return json;
}

std::optional<Conversation> conversationFromJson(const QJsonObject &json)
{
    Conversation conversation;
    conversation.id = ConversationId::fromString(text(json, "id"));
    if (conversation.id.isNull())
        return std::nullopt;
    conversation.title = text(json, "title");
    conversation.hasManualTitle = flag(json, "has_manual_title");
    conversation.systemPrompt = text(json, "system_prompt");
    conversation.endpointId = text(json, "endpoint");
    conversation.modelId = text(json, "model");
    if (json.contains(QLatin1String("options")))
        conversation.options = completionOptionsFromJson(json.value(QLatin1String("options")).toObject());
    conversation.head = MessageId::fromString(text(json, "head"));
    conversation.createdAtMs = number(json, "created");
    conversation.updatedAtMs = number(json, "updated");
    conversation.isPinned = flag(json, "is_pinned");
    return conversation;
}

QJsonArray attachmentsToJson(const std::vector<Attachment> &attachments)
{
    QJsonArray json;
    for (const Attachment &attachment : attachments) {
        QJsonObject entry = imageToJson(attachment.image, blobUrl);
        insertTexts(entry, "notes", attachment.notes);
        json.append(entry);
    }
    return json;
}

std::vector<Attachment> attachmentsFromJson(const QJsonArray &json)
{
    std::vector<Attachment> attachments;
    for (const QJsonValue value : json) {
        if (std::optional<ImagePart> image = imageFromJson(value.toObject(), readBlobUrl))
            attachments.push_back({ *std::move(image), texts(value.toObject(), "notes") });
    }
    return attachments;
}

QJsonArray draftPartsToJson(const Draft &draft)
{
    QJsonArray json = attachmentsToJson(draft.attachments);
    for (const QueuedMessage &message : draft.queue)
        json.append(QJsonObject { { QStringLiteral("queued"), QJsonObject { { QStringLiteral("text"), message.text }, { QStringLiteral("attachments"), attachmentsToJson(message.attachments) } } } });
    return json;
}

void readDraftParts(const QJsonArray &json, Draft &draft)
{
    draft.attachments = attachmentsFromJson(json);
    for (const QJsonValue value : json) {
        const QJsonObject queued = value.toObject().value(QLatin1String("queued")).toObject();
        if (!queued.isEmpty())
            draft.queue.push_back({ text(queued, "text"), attachmentsFromJson(queued.value(QLatin1String("attachments")).toArray()) });
    }
}
