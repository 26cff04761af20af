// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicerequest_p.h"

#include "practicecatalog_p.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {
using Failed = std::optional<PracticeFailure>;

PracticeFailure missingField(const QString &name)
{
    return { 422, QStringLiteral("invalid-argument"),
             QStringLiteral("Failed to deserialize the JSON body: missing field `%1`").arg(name), 0 };
}

// "data:image/png;base64,…" into type and bytes. Anything else is taken for an address on the Internet.
Failed readImageUrl(const QString &url, PracticePicture &picture)
{
    if (!url.startsWith(QLatin1StringView("data:"))) {
        picture.address = url.left(200);
        return std::nullopt;
    }
    const qsizetype comma = url.indexOf(u',');
    const QString head = url.mid(5, comma - 5);
    if (comma < 0 || !head.endsWith(QLatin1StringView(";base64")))
        return invalidArgument(QStringLiteral("Invalid image: the data URL is not base64."));
    picture.declaredType = head.left(head.indexOf(u';'));
    const auto decoded = QByteArray::fromBase64Encoding(url.mid(comma + 1).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return invalidArgument(QStringLiteral("Invalid image: failed to decode base64."));
    picture.bytes = *decoded;
    return std::nullopt;
}

Failed readImagePart(const QJsonObject &part, PracticeMessage &message)
{
    const QJsonValue image = part.value(QStringLiteral("image_url"));
    const QJsonObject object = image.toObject();
    const QString url = image.isString() ? image.toString() : object.value(QStringLiteral("url")).toString();
    if (url.isEmpty())
        return missingField(QStringLiteral("url"));
    PracticePicture picture;
    picture.detail = object.value(QStringLiteral("detail")).toString();
    if (const Failed failure = readImageUrl(url, picture))
        return failure;
    message.pictures.append(picture);
    return std::nullopt;
}

Failed readParts(const QJsonArray &parts, PracticeMessage &message)
{
    for (const QJsonValue &value : parts) {
        const QJsonObject part = value.toObject();
        const QString type = part.value(QStringLiteral("type")).toString();
        if (type == QLatin1StringView("text")) {
            if (!message.text.isEmpty())
                message.text += u'\n';
            message.text += part.value(QStringLiteral("text")).toString();
        } else if (type == QLatin1StringView("image_url")) {
            if (const Failed failure = readImagePart(part, message))
                return failure;
        } else {
            return invalidArgument(QStringLiteral("Unknown content part type: %1").arg(type.left(40)));
        }
    }
    return std::nullopt;
}

Failed readMessage(const QJsonObject &object, PracticeMessage &message)
{
    static const QStringList roles = { QStringLiteral("system"), QStringLiteral("developer"), QStringLiteral("user"),
                                       QStringLiteral("assistant"), QStringLiteral("tool") };
    message.role = object.value(QStringLiteral("role")).toString();
    if (message.role.isEmpty())
        return missingField(QStringLiteral("role"));
    if (!roles.contains(message.role))
        return invalidArgument(QStringLiteral("Unknown role: %1").arg(message.role.left(40)));
    const QJsonValue content = object.value(QStringLiteral("content"));
    if (content.isArray()) {
        if (const Failed failure = readParts(content.toArray(), message))
            return failure;
    } else {
        message.text = content.toString();
    }
    const bool callsTools = !object.value(QStringLiteral("tool_calls")).toArray().isEmpty();
    if (message.text.isEmpty() && message.pictures.isEmpty() && !callsTools)
        return invalidArgument(QStringLiteral("Each message must have at least one content element."));
    return std::nullopt;
}

// Fields that only some models take, refused in the server's words (which name them in camel case).
Failed checkModelFields(const QJsonObject &body, const PracticeModel &model)
{
    struct Field { const char *name; const char *spoken; bool allowed; };
    const Field fields[] = { { "reasoning_effort", "reasoningEffort", model.reasons },
                             { "presence_penalty", "presencePenalty", !model.reasons },
                             { "frequency_penalty", "frequencyPenalty", !model.reasons },
                             { "stop", "stop", !model.reasons } };
    for (const Field &field : fields) {
        const QJsonValue value = body.value(QLatin1StringView(field.name));
        if (!field.allowed && !value.isUndefined() && !value.isNull()) {
            return invalidArgument(QStringLiteral("Argument not supported on this model: %1")
                                       .arg(QLatin1StringView(field.spoken)));
        }
    }
    if (body.contains(QStringLiteral("search_parameters")))
        return PracticeFailure { 410, QStringLiteral("gone"), QStringLiteral("Live search is no longer available."), 0 };
    return std::nullopt;
}

Failed checkModel(const QJsonObject &body, const PracticeRequest &request)
{
    if (request.modelId.isEmpty())
        return missingField(QStringLiteral("model"));
    const std::optional<PracticeModel> model = practiceModel(request.modelId);
    if (!model) {
        return PracticeFailure { 404, QStringLiteral("not-found"),
                                 QStringLiteral("The model %1 does not exist or your team does not have access to it.")
                                     .arg(request.modelId.left(80)), 0 };
    }
    for (const PracticeMessage &message : request.messages) {
        if (!message.pictures.isEmpty() && !model->seesImages) {
            return invalidArgument(QStringLiteral("Image inputs are not supported by the model %1. "
                                                  "Choose practice-vision for pictures.").arg(model->id));
        }
    }
    return checkModelFields(body, *model);
}

void readOptions(const QJsonObject &body, PracticeRequest &request)
{
    request.streams = body.value(QStringLiteral("stream")).toBool();
    request.includesUsage = body.value(QStringLiteral("stream_options")).toObject()
                                .value(QStringLiteral("include_usage")).toBool();
    for (const QString &name : { QStringLiteral("max_completion_tokens"), QStringLiteral("max_tokens") }) {
        const int limit = body.value(name).toInt();
        if (limit > 0 && !request.maxTokens)
            request.maxTokens = limit;
    }
    request.format = body.value(QStringLiteral("response_format")).toObject();
    const QJsonArray tools = body.value(QStringLiteral("tools")).toArray();
    for (const QJsonValue &tool : tools) {
        const QString name = tool.toObject().value(QStringLiteral("function")).toObject()
                                 .value(QStringLiteral("name")).toString();
        if (!name.isEmpty())
            request.functions.append(name);
    }
}
}

const PracticeMessage *PracticeRequest::question() const
{
    for (auto message = messages.crbegin(); message != messages.crend(); ++message) {
        if (message->role == QLatin1StringView("user"))
            return &*message;
    }
    return nullptr;
}

Result<PracticeRequest, PracticeFailure> readPracticeRequest(const QByteArray &body, PracticeApi api)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (!document.isObject()) {
        const QString reason = document.isNull() ? parseError.errorString() : QStringLiteral("it is no object");
        return invalidArgument(QStringLiteral("Failed to parse the request body as JSON: %1 (at byte %2)")
                                   .arg(reason).arg(parseError.offset));
    }
    return api == PracticeApi::Responses ? readPracticeResponsesRequest(document.object()) : readPracticeRequest(document.object());
}

Result<PracticeRequest, PracticeFailure> readPracticeRequest(const QJsonObject &object)
{
    PracticeRequest request;
    request.modelId = object.value(QStringLiteral("model")).toString();
    if (!object.value(QStringLiteral("messages")).isArray())
        return missingField(QStringLiteral("messages"));
    const QJsonArray messages = object.value(QStringLiteral("messages")).toArray();
    if (messages.isEmpty())
        return invalidArgument(QStringLiteral("Messages cannot be empty."));
    for (const QJsonValue &value : messages) {
        PracticeMessage message;
        if (const Failed failure = readMessage(value.toObject(), message))
            return *failure;
        request.messages.append(message);
    }
    if (const Failed failure = checkModel(object, request))
        return *failure;
    readOptions(object, request);
    return request;
}
