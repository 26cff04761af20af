// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The body of POST /v1/responses, brought into the shape of a chat completions body.
#include "practicerequest_p.h"

#include <QJsonArray>

namespace {
QJsonObject chatPart(const QJsonObject &part)
{
    const QString type = part.value(QStringLiteral("type")).toString();
    if (type == QLatin1StringView("input_text") || type == QLatin1StringView("output_text"))
        return { { QStringLiteral("type"), QStringLiteral("text") }, { QStringLiteral("text"), part.value(QStringLiteral("text")) } };
    if (type == QLatin1StringView("input_image")) {
        const QJsonObject image { { QStringLiteral("url"), part.value(QStringLiteral("image_url")) },
                                  { QStringLiteral("detail"), part.value(QStringLiteral("detail")) } };
        return { { QStringLiteral("type"), QStringLiteral("image_url") }, { QStringLiteral("image_url"), image } };
    }
    return part;
}

QJsonObject chatTurn(const QJsonObject &item)
{
    QJsonObject message { { QStringLiteral("role"), item.value(QStringLiteral("role")) } };
    const QJsonValue content = item.value(QStringLiteral("content"));
    if (!content.isArray()) {
        message.insert(QStringLiteral("content"), content);
        return message;
    }
    QJsonArray parts;
    for (const QJsonValue &part : content.toArray())
        parts.append(chatPart(part.toObject()));
    message.insert(QStringLiteral("content"), parts);
    return message;
}

QJsonObject chatCall(const QJsonObject &item)
{
    const QJsonObject function { { QStringLiteral("name"), item.value(QStringLiteral("name")) },
                                 { QStringLiteral("arguments"), item.value(QStringLiteral("arguments")) } };
    const QJsonObject call { { QStringLiteral("id"), item.value(QStringLiteral("call_id")) },
                             { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("function"), function } };
    return { { QStringLiteral("role"), QStringLiteral("assistant") }, { QStringLiteral("content"), QString() },
             { QStringLiteral("tool_calls"), QJsonArray { call } } };
}

QJsonArray chatMessages(const QJsonValue &input)
{
    if (input.isString())
        return { QJsonObject { { QStringLiteral("role"), QStringLiteral("user") }, { QStringLiteral("content"), input } } };
    QJsonArray messages;
    for (const QJsonValue &value : input.toArray()) {
        const QJsonObject item = value.toObject();
        const QString type = item.value(QStringLiteral("type")).toString();
        if (type == QLatin1StringView("function_call"))
            messages.append(chatCall(item));
        else if (type == QLatin1StringView("function_call_output"))
            messages.append(QJsonObject { { QStringLiteral("role"), QStringLiteral("tool") },
                                          { QStringLiteral("tool_call_id"), item.value(QStringLiteral("call_id")) },
                                          { QStringLiteral("content"), item.value(QStringLiteral("output")) } });
        else if (type != QLatin1StringView("reasoning") && type != QLatin1StringView("compaction"))
            messages.append(chatTurn(item));
    }
    return messages;
}

QJsonArray chatTools(const QJsonArray &tools)
{
    QJsonArray functions;
    for (const QJsonValue &tool : tools) {
        if (tool[QStringLiteral("type")] == QLatin1StringView("function"))
            functions.append(QJsonObject { { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("function"), tool } });
    }
    return functions;
}

int carriedItems(const QJsonArray &input)
{
    int count = 0;
    for (const QJsonValue &item : input) {
        if (item[QStringLiteral("type")] == QLatin1StringView("reasoning") && !item[QStringLiteral("encrypted_content")].toString().isEmpty())
            ++count;
    }
    return count;
}

bool includesSources(const QJsonArray &include)
{
    return include.contains(QStringLiteral("web_search_call.action.sources"));
}

// {"type":"json_schema","name":…,"schema":…} is one level deeper in Chat Completions.
QJsonObject chatFormat(const QJsonObject &format)
{
    return { { QStringLiteral("type"), format.value(QStringLiteral("type")) }, { QStringLiteral("json_schema"), format } };
}

void rename(QJsonObject &body, const QString &from, const QString &to)
{
    if (body.contains(from))
        body.insert(to, body.take(from));
}
}

Result<PracticeRequest, PracticeFailure> readPracticeResponsesRequest(QJsonObject body)
{
    for (const char *name : { "presence_penalty", "frequency_penalty", "stop" }) {
        if (body.contains(QLatin1StringView(name)))
            return invalidArgument(QStringLiteral("Argument not supported: %1").arg(QLatin1StringView(name)));
    }
    const QJsonValue input = body.value(QStringLiteral("input"));
    const QJsonArray tools = body.value(QStringLiteral("tools")).toArray();
    if (input.isUndefined()) {
        return PracticeFailure { 422, QStringLiteral("invalid-argument"),
                                 QStringLiteral("Failed to deserialize the JSON body: missing field `input`"), 0 };
    }
    body.insert(QStringLiteral("messages"), chatMessages(input));
    body.insert(QStringLiteral("tools"), chatTools(tools));
    rename(body, QStringLiteral("max_output_tokens"), QStringLiteral("max_completion_tokens"));
    if (const QJsonValue effort = body.value(QStringLiteral("reasoning"))[QStringLiteral("effort")]; effort.isString())
        body.insert(QStringLiteral("reasoning_effort"), effort);
    if (const QJsonObject format = body.value(QStringLiteral("text"))[QStringLiteral("format")].toObject(); !format.isEmpty())
        body.insert(QStringLiteral("response_format"), chatFormat(format));
    Result<PracticeRequest, PracticeFailure> request = readPracticeRequest(body);
    if (!request)
        return request;
    PracticeRequest read = request.value();
    read.isResponses = true;
    read.includesUsage = true;
    read.carriedItems = carriedItems(input.toArray());
    read.includesSources = includesSources(body.value(QStringLiteral("include")).toArray());
    return read;
}
