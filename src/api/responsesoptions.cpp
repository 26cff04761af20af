// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The options of a completion in the words of the Responses API (reference 7.1).
#include "responsesoptions_p.h"

#include "requestfactory.h"

#include <algorithm>

namespace {

// {"type":"function","function":{...}} is flat here; tools of the server stand as they are.
QJsonArray flatTools(const QJsonArray &tools)
{
    QJsonArray flat;
    for (const QJsonValue &tool : tools) {
        const QJsonValue function = tool[QLatin1String("function")];
        if (!function.isObject()) {
            flat.append(tool);
            continue;
        }
        QJsonObject entry = function.toObject();
        entry.insert(QLatin1String("type"), QStringLiteral("function"));
        flat.append(entry);
    }
    return flat;
}

QJsonValue flatChoice(const QJsonValue &choice)
{
    const QString name = choice[QLatin1String("function")][QLatin1String("name")].toString();
    if (name.isEmpty())
        return choice;
    return QJsonObject { { QStringLiteral("type"), QStringLiteral("function") }, { QStringLiteral("name"), name } };
}

// {"type":"json_schema","json_schema":{...}} likewise.
QJsonObject flatFormat(const QJsonObject &format)
{
    const QJsonValue schema = format.value(QLatin1String("json_schema"));
    if (!schema.isObject())
        return format;
    QJsonObject flat = schema.toObject();
    flat.insert(QLatin1String("type"), QStringLiteral("json_schema"));
    return flat;
}

bool searchesTheWeb(const QJsonArray &tools)
{
    return std::any_of(tools.begin(), tools.end(), [](const QJsonValue &tool) {
        return tool[QLatin1String("type")].toString().startsWith(QLatin1String("web_search"));
    });
}

// What does not come by itself: thinking that travels with the next question, and what a search met beside what the text cites.
QJsonArray wantedBeside(const CompletionRequest &request)
{
    QJsonArray wanted;
    if (isXaiHost(request.endpoint.baseUrl) || request.modelReasons)
        wanted.append(QStringLiteral("reasoning.encrypted_content"));
    if (searchesTheWeb(request.options.tools))
        wanted.append(QStringLiteral("web_search_call.action.sources"));
    return wanted;
}

template<typename T>
void insertIfSet(QJsonObject &object, const QString &name, const std::optional<T> &value)
{
    if (value)
        object.insert(name, QJsonValue(*value));
}

} // namespace

QJsonObject responsesFields(const CompletionRequest &request)
{
    const CompletionOptions &options = request.options;
    const bool isXai = isXaiHost(request.endpoint.baseUrl);
    QJsonObject fields {
        { QStringLiteral("model"), request.modelId },
        { QStringLiteral("stream"), options.stream && request.endpoint.profile.streams },
        // Nothing is kept at the server: what is needed again travels with the next request.
        { QStringLiteral("store"), false },
    };
    if (const QJsonArray wanted = wantedBeside(request); !wanted.isEmpty())
        fields.insert(QStringLiteral("include"), wanted);
    if (!options.reasoningEffort.isEmpty())
        fields.insert(QStringLiteral("reasoning"), QJsonObject { { QStringLiteral("effort"), options.reasoningEffort } });
    insertIfSet(fields, QStringLiteral("temperature"), options.temperature);
    insertIfSet(fields, QStringLiteral("top_p"), options.topP);
    insertIfSet(fields, QStringLiteral("max_output_tokens"), options.maxCompletionTokens);
    insertIfSet(fields, QStringLiteral("top_logprobs"), options.topLogprobs);
    insertIfSet(fields, QStringLiteral("parallel_tool_calls"), options.parallelToolCalls);
    if (!options.tools.isEmpty())
        fields.insert(QStringLiteral("tools"), flatTools(options.tools));
    if (!options.toolChoice.isUndefined() && !options.toolChoice.isNull())
        fields.insert(QStringLiteral("tool_choice"), flatChoice(options.toolChoice));
    if (!options.responseFormat.isEmpty())
        fields.insert(QStringLiteral("text"), QJsonObject { { QStringLiteral("format"), flatFormat(options.responseFormat) } });
    if (!options.user.isEmpty())
        fields.insert(QStringLiteral("user"), options.user);
    if (!options.serviceTier.isEmpty())
        fields.insert(QStringLiteral("service_tier"), options.serviceTier);
    if (isXai && !request.conversation.isNull())
        fields.insert(QStringLiteral("prompt_cache_key"), request.conversation.toString());
    return fields;
}

QStringList optionsOutsideResponses(const CompletionOptions &options)
{
    QStringList names;
    if (!options.stop.isEmpty())
        names += QStringLiteral("stop");
    if (options.presencePenalty)
        names += QStringLiteral("presence_penalty");
    if (options.frequencyPenalty)
        names += QStringLiteral("frequency_penalty");
    if (options.seed)
        names += QStringLiteral("seed");
    if (options.choices)
        names += QStringLiteral("n");
    if (options.logprobs && !options.topLogprobs)
        names += QStringLiteral("logprobs");
    return names;
}
