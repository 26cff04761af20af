// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "optionsencoder.h"

#include "responsesoptions_p.h"

#include <QCoreApplication>

#include <cmath>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RequestEncoder)
};

template<typename T>
void insertIfSet(QJsonObject &object, const char *name, const std::optional<T> &value)
{
    if (value)
        object.insert(QLatin1String(name), QJsonValue(*value));
}

void insertIfSet(QJsonObject &object, const char *name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(name), value);
}

QString outside(const char *name, const QString &range)
{
    return Texts::tr("%1 must be %2").arg(QLatin1String(name), range);
}

template<typename T>
bool isOutside(const std::optional<T> &value, T lowest, T highest)
{
    return value && !(*value >= lowest && *value <= highest);   // NaN is outside as well
}

// Tools of the server are known to Responses alone.
QJsonArray functionsOf(const QJsonArray &tools)
{
    QJsonArray functions;
    for (const QJsonValue &tool : tools) {
        if (tool[QLatin1String("type")].toString(QStringLiteral("function")) == QLatin1String("function"))
            functions.append(tool);
    }
    return functions;
}

QJsonObject chatFields(const CompletionRequest &request)
{
    const CompletionOptions &options = request.options;
    const WireProfile &profile = request.endpoint.profile;
    QJsonObject fields;
    fields.insert(QLatin1String("model"), request.modelId);
    const bool streams = options.stream && profile.streams;
    fields.insert(QLatin1String("stream"), streams);
    if (streams && profile.sendsStreamOptions)
        fields.insert(QLatin1String("stream_options"), QJsonObject { { QStringLiteral("include_usage"), true } });
    insertIfSet(fields, "temperature", options.temperature);
    insertIfSet(fields, "top_p", options.topP);
    insertIfSet(fields, profile.outputLimitField.toLatin1().constData(), options.maxCompletionTokens);
    insertIfSet(fields, "n", options.choices);
    if (!options.stop.isEmpty())
        fields.insert(QLatin1String("stop"), QJsonArray::fromStringList(options.stop));
    insertIfSet(fields, "presence_penalty", options.presencePenalty);
    insertIfSet(fields, "frequency_penalty", options.frequencyPenalty);
    insertIfSet(fields, "logprobs", options.logprobs);
    insertIfSet(fields, "top_logprobs", options.topLogprobs);
    insertIfSet(fields, profile.seedField.toLatin1().constData(), options.seed);
    insertIfSet(fields, "reasoning_effort", options.reasoningEffort);
    if (const QJsonArray functions = functionsOf(options.tools); !functions.isEmpty())
        fields.insert(QLatin1String("tools"), functions);
    if (!options.toolChoice.isUndefined() && !options.toolChoice.isNull())
        fields.insert(QLatin1String("tool_choice"), options.toolChoice == QLatin1String("required") ? QJsonValue(profile.requiredToolWord) : options.toolChoice);
    insertIfSet(fields, "parallel_tool_calls", options.parallelToolCalls);
    if (!options.responseFormat.isEmpty())
        fields.insert(QLatin1String("response_format"), options.responseFormat);
    insertIfSet(fields, "user", options.user);
    insertIfSet(fields, "service_tier", options.serviceTier);
    return fields;
}

// The person's own additions count last, but what the program itself writes is not theirs to break.
void addExtras(QJsonObject &fields, const QJsonObject &extras)
{
    for (auto extra = extras.begin(); extra != extras.end(); ++extra) {
        static const QStringList ours { QStringLiteral("messages"), QStringLiteral("input"), QStringLiteral("stream") };
        if (!ours.contains(extra.key()))
            fields.insert(extra.key(), extra.value());
    }
}

// What is not taken may be a member, or one thing of several that "include" asks for.
void leaveOut(QJsonObject &fields, const QString &name)
{
    fields.remove(name);
    // A choice among no functions is refused as well.
    if (name == QLatin1String("tools")) {
        fields.remove(QLatin1String("tool_choice"));
        fields.remove(QLatin1String("parallel_tool_calls"));
    }
    QJsonArray wanted;
    for (const QJsonValue &value : fields.value(QLatin1String("include")).toArray()) {
        if (value != name)
            wanted.append(value);
    }
    if (wanted.isEmpty())
        fields.remove(QLatin1String("include"));
    else
        fields.insert(QLatin1String("include"), wanted);
}

} // namespace

QJsonObject requestFields(const CompletionRequest &request)
{
    const bool isResponses = transportFor(request) == Transport::Responses;
    QJsonObject fields = isResponses ? responsesFields(request) : chatFields(request);
    addExtras(fields, request.endpoint.extraBody);
    for (const QString &name : request.endpoint.profile.models.value(request.modelId).refusedFields)
        leaveOut(fields, name);
    return fields;
}

QStringList refusableNames(const QJsonObject &fields)
{
    QStringList names = fields.keys();
    for (const QJsonValue &value : fields.value(QLatin1String("include")).toArray())
        names += value.toString();
    return names;
}

QStringList optionsLeftOut(const CompletionRequest &request)
{
    if (transportFor(request) == Transport::Responses)
        return optionsOutsideResponses(request.options);
    const bool hasServerTools = functionsOf(request.options.tools).size() != request.options.tools.size();
    return hasServerTools ? QStringList { QStringLiteral("tools") } : QStringList();
}

QString firstBadOption(const CompletionOptions &options)
{
    if (isOutside(options.temperature, 0.0, 2.0))
        return outside("temperature", Texts::tr("between 0 and 2"));
    if (options.topP && !(*options.topP > 0 && *options.topP <= 1))
        return outside("top_p", Texts::tr("above 0 and at most 1"));
    if (options.maxCompletionTokens && *options.maxCompletionTokens < 1)
        return outside("max_completion_tokens", Texts::tr("at least 1"));
    if (isOutside(options.presencePenalty, -2.0, 2.0))
        return outside("presence_penalty", Texts::tr("between -2 and 2"));
    if (isOutside(options.frequencyPenalty, -2.0, 2.0))
        return outside("frequency_penalty", Texts::tr("between -2 and 2"));
    if (isOutside(options.topLogprobs, 0, 8))
        return outside("top_logprobs", Texts::tr("between 0 and 8"));
    if (isOutside(options.choices, 1, 128))
        return outside("n", Texts::tr("between 1 and 128"));
    if (options.stop.size() > 4)
        return outside("stop", Texts::tr("at most 4 texts"));
    return {};
}
