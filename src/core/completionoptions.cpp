// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "completionoptions.h"

namespace {

template<typename T>
void put(QJsonObject &json, QLatin1StringView name, const std::optional<T> &value)
{
    if (value)
        json.insert(name, QJsonValue(*value));
}

void put(QJsonObject &json, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(name, value);
}

std::optional<double> number(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<qint64> integer(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<int> smallInteger(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

std::optional<bool> boolean(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

}

QJsonObject toJson(const CompletionOptions &options)
{
    QJsonObject json;
    put(json, QLatin1StringView("temperature"), options.temperature);
    put(json, QLatin1StringView("top_p"), options.topP);
    put(json, QLatin1StringView("max_completion_tokens"), options.maxCompletionTokens);
    put(json, QLatin1StringView("presence_penalty"), options.presencePenalty);
    put(json, QLatin1StringView("frequency_penalty"), options.frequencyPenalty);
    put(json, QLatin1StringView("seed"), options.seed);
    put(json, QLatin1StringView("logprobs"), options.logprobs);
    put(json, QLatin1StringView("top_logprobs"), options.topLogprobs);
    put(json, QLatin1StringView("parallel_tool_calls"), options.parallelToolCalls);
    put(json, QLatin1StringView("n"), options.choices);
    if (!options.stop.isEmpty())
        json.insert(QLatin1StringView("stop"), QJsonArray::fromStringList(options.stop));
    put(json, QLatin1StringView("reasoning_effort"), options.reasoningEffort);
    put(json, QLatin1StringView("service_tier"), options.serviceTier);
    put(json, QLatin1StringView("user"), options.user);
    if (!options.responseFormat.isEmpty())
        json.insert(QLatin1StringView("response_format"), options.responseFormat);
    if (!options.tools.isEmpty())
        json.insert(QLatin1StringView("tools"), options.tools);
    if (!options.toolChoice.isUndefined())
        json.insert(QLatin1StringView("tool_choice"), options.toolChoice);
    if (!options.stream)
        json.insert(QLatin1StringView("stream"), false);
    return json;
}

CompletionOptions completionOptionsFromJson(const QJsonObject &json)
{
    CompletionOptions options;
    options.temperature = number(json, QLatin1StringView("temperature"));
    options.topP = number(json, QLatin1StringView("top_p"));
    options.maxCompletionTokens = smallInteger(json, QLatin1StringView("max_completion_tokens"));
    options.presencePenalty = number(json, QLatin1StringView("presence_penalty"));
    options.frequencyPenalty = number(json, QLatin1StringView("frequency_penalty"));
    options.seed = integer(json, QLatin1StringView("seed"));
    options.logprobs = boolean(json, QLatin1StringView("logprobs"));
    options.topLogprobs = smallInteger(json, QLatin1StringView("top_logprobs"));
    options.parallelToolCalls = boolean(json, QLatin1StringView("parallel_tool_calls"));
    options.choices = smallInteger(json, QLatin1StringView("n"));
    for (const QJsonValue &word : json.value(QLatin1StringView("stop")).toArray()) {
        if (word.isString())
            options.stop.append(word.toString());
    }
    options.reasoningEffort = json.value(QLatin1StringView("reasoning_effort")).toString();
    options.serviceTier = json.value(QLatin1StringView("service_tier")).toString();
    options.user = json.value(QLatin1StringView("user")).toString();
    options.responseFormat = json.value(QLatin1StringView("response_format")).toObject();
    options.tools = json.value(QLatin1StringView("tools")).toArray();
    options.toolChoice = json.value(QLatin1StringView("tool_choice"));
    options.stream = json.value(QLatin1StringView("stream")).toBool(true);
    return options;
}
