// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endpointjson_p.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {
bool carriesSecret(const QByteArray &headerName)
{
    const QByteArray name = headerName.toLower();
    for (const char *word : { "auth", "key", "token", "secret", "cookie", "password" }) {
        if (name.contains(word))
            return true;
    }
    return false;
}

QJsonObject toJson(const QMap<QString, ModelProfile> &models)
{
    QJsonObject json;
    for (auto model = models.begin(); model != models.end(); ++model) {
        json.insert(model.key(), QJsonObject { { QStringLiteral("transport"), transportName(model->transport) },
                                               { QStringLiteral("refused"), QJsonArray::fromStringList(model->refusedFields) } });
    }
    return json;
}

Transport transportFromJson(const QJsonValue &value)
{
    return transportFromName(value.toString()).value_or(Transport::Automatic);
}

QMap<QString, ModelProfile> modelProfilesFromJson(const QJsonObject &json)
{
    QMap<QString, ModelProfile> models;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QJsonObject object = entry.value().toObject();
        const ModelProfile model { transportFromJson(object[QStringLiteral("transport")]), object[QStringLiteral("refused")].toVariant().toStringList() };
        if (model != ModelProfile {})
            models.insert(entry.key(), model);
    }
    return models;
}

QJsonObject toJson(const ProxyChoice &proxy)
{
    return {
        { QStringLiteral("kind"), proxyKindName(proxy.kind) },
        { QStringLiteral("host"), proxy.host },
        { QStringLiteral("port"), proxy.port },
        { QStringLiteral("user"), proxy.user },
    };
}

ProxyChoice proxyFromJson(const QJsonObject &json)
{
    ProxyChoice proxy;
    proxy.kind = proxyKindFromName(json[QStringLiteral("kind")].toString()).value_or(ProxyChoice::Kind::System);
    proxy.host = json[QStringLiteral("host")].toString();
    proxy.port = qBound(0, json[QStringLiteral("port")].toInt(), 65535);
    proxy.user = json[QStringLiteral("user")].toString();
    return proxy;
}

QJsonObject toJson(const WireProfile &profile)
{
    return {
        { QStringLiteral("output_limit_field"), profile.outputLimitField },
        { QStringLiteral("stream_options"), profile.sendsStreamOptions },
        { QStringLiteral("merge_system_texts"), profile.mergesSystemTexts },
        { QStringLiteral("null_beside_tool_calls"), profile.sendsNullBesideToolCalls },
        { QStringLiteral("key_header"), QString::fromLatin1(profile.keyHeader) },
        { QStringLiteral("query"), profile.query },
        { QStringLiteral("system_role"), profile.systemRole },
        { QStringLiteral("seed_field"), profile.seedField },
        { QStringLiteral("required_tool_word"), profile.requiredToolWord },
        { QStringLiteral("echo_reasoning"), profile.echoesReasoning },
        { QStringLiteral("tool_results_as_text"), profile.toolResultsAsText },
        { QStringLiteral("transport"), transportName(profile.transport) },
        { QStringLiteral("streams"), profile.streams },
        { QStringLiteral("models"), toJson(profile.models) },
    };
}

WireProfile profileFromJson(const QJsonObject &json)
{
    WireProfile profile;
    profile.outputLimitField = json[QStringLiteral("output_limit_field")].toString(profile.outputLimitField);
    profile.sendsStreamOptions = json[QStringLiteral("stream_options")].toBool(profile.sendsStreamOptions);
    profile.mergesSystemTexts = json[QStringLiteral("merge_system_texts")].toBool(profile.mergesSystemTexts);
    profile.sendsNullBesideToolCalls = json[QStringLiteral("null_beside_tool_calls")].toBool(profile.sendsNullBesideToolCalls);
    profile.keyHeader = json[QStringLiteral("key_header")].toString().toLatin1();
    profile.query = json[QStringLiteral("query")].toString();
    profile.systemRole = json[QStringLiteral("system_role")].toString(profile.systemRole);
    profile.seedField = json[QStringLiteral("seed_field")].toString(profile.seedField);
    profile.requiredToolWord = json[QStringLiteral("required_tool_word")].toString(profile.requiredToolWord);
    profile.echoesReasoning = json[QStringLiteral("echo_reasoning")].toBool();
    profile.toolResultsAsText = json[QStringLiteral("tool_results_as_text")].toBool();
    profile.transport = transportFromJson(json[QStringLiteral("transport")]);
    profile.streams = json[QStringLiteral("streams")].toBool(true);
    profile.models = modelProfilesFromJson(json[QStringLiteral("models")].toObject());
    return profile;
}

QJsonObject toJson(const TimeLimits &limits)
{
    return {
        { QStringLiteral("connect_ms"), qint64(limits.connect.count()) },
        { QStringLiteral("upload_ms"), qint64(limits.upload.count()) },
        { QStringLiteral("silence_ms"), qint64(limits.silence.count()) },
        { QStringLiteral("reasoning_silence_ms"), qint64(limits.reasoningSilence.count()) },
    };
}

std::chrono::milliseconds limitFromJson(const QJsonValue &value, std::chrono::milliseconds fallback)
{
    const qint64 ms = value.toInteger(fallback.count());
    return ms > 0 ? std::chrono::milliseconds(ms) : fallback;
}

TimeLimits limitsFromJson(const QJsonObject &json)
{
    TimeLimits limits;
    limits.connect = limitFromJson(json[QStringLiteral("connect_ms")], limits.connect);
    limits.upload = limitFromJson(json[QStringLiteral("upload_ms")], limits.upload);
    limits.silence = limitFromJson(json[QStringLiteral("silence_ms")], limits.silence);
    limits.reasoningSilence = limitFromJson(json[QStringLiteral("reasoning_silence_ms")], limits.reasoningSilence);
    return limits;
}

QJsonObject toJson(const EndpointRecord &record)
{
    QJsonArray headers;
    for (const auto &[name, value] : record.endpoint.headers) {
        if (!carriesSecret(name))
            headers.append(QJsonArray { QString::fromLatin1(name), QString::fromUtf8(value) });
    }
    return {
        { QStringLiteral("id"), record.endpoint.id },
        { QStringLiteral("name"), record.endpoint.name },
        { QStringLiteral("base_url"), record.endpoint.baseUrl.toString(QUrl::FullyEncoded) },
        { QStringLiteral("needs_key"), record.endpoint.needsKey },
        { QStringLiteral("practice"), record.endpoint.isPractice },
        { QStringLiteral("headers"), headers },
        { QStringLiteral("proxy"), toJson(record.endpoint.proxy) },
        { QStringLiteral("ca_file"), record.endpoint.caFile },
        { QStringLiteral("extra_body"), record.endpoint.extraBody },
        { QStringLiteral("profile"), toJson(record.endpoint.profile) },
        { QStringLiteral("time_limits"), toJson(record.endpoint.timeLimits) },
        { QStringLiteral("model"), record.modelId },
        { QStringLiteral("key_origin"), record.keyOrigin },
    };
}

std::optional<EndpointRecord> recordFromJson(const QJsonObject &json)
{
    const Result<QUrl> url = baseUrlFromUserInput(json[QStringLiteral("base_url")].toString());
    EndpointRecord record;
    record.endpoint.id = json[QStringLiteral("id")].toString();
    if (!url || record.endpoint.id.isEmpty())
        return std::nullopt;
    record.endpoint.baseUrl = url.value();
    record.endpoint.name = json[QStringLiteral("name")].toString(url.value().host());
    record.endpoint.needsKey = json[QStringLiteral("needs_key")].toBool(true);
    record.endpoint.isPractice = json[QStringLiteral("practice")].toBool(false);
    for (const QJsonValue &header : json[QStringLiteral("headers")].toArray()) {
        const QByteArray name = header[0].toString().toLatin1();
        if (!name.isEmpty() && !carriesSecret(name))
            record.endpoint.headers.append({ name, header[1].toString().toUtf8() });
    }
    record.endpoint.proxy = proxyFromJson(json[QStringLiteral("proxy")].toObject());
    record.endpoint.caFile = json[QStringLiteral("ca_file")].toString();
    record.endpoint.extraBody = json[QStringLiteral("extra_body")].toObject();
    record.endpoint.profile = profileFromJson(json[QStringLiteral("profile")].toObject());
    record.endpoint.timeLimits = limitsFromJson(json[QStringLiteral("time_limits")].toObject());
    record.modelId = json[QStringLiteral("model")].toString();
    record.keyOrigin = json[QStringLiteral("key_origin")].toString();
    return record;
}

void insertPrice(QJsonObject &json, const QString &name, const std::optional<qint64> &value)
{
    if (value)
        json.insert(name, *value);
}

std::optional<qint64> numberIn(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json[name];
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}
}

QByteArray toJson(const QList<EndpointRecord> &records)
{
    QJsonArray array;
    for (const EndpointRecord &record : records)
        array.append(toJson(record));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<EndpointRecord> endpointRecordsFromJson(const QByteArray &json)
{
    QList<EndpointRecord> records;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        if (const auto record = recordFromJson(value.toObject()))
            records += *record;
    }
    return records;
}

QByteArray toJson(const QList<ModelInfo> &models)
{
    QJsonArray array;
    for (const ModelInfo &model : models) {
        QJsonObject json {
            { QStringLiteral("id"), model.id },
            { QStringLiteral("aliases"), QJsonArray::fromStringList(model.aliases) },
            { QStringLiteral("reasoning_efforts"), QJsonArray::fromStringList(model.reasoningEfforts) },
        };
        if (model.seesImages)
            json.insert(QStringLiteral("sees_images"), *model.seesImages);
        insertPrice(json, QStringLiteral("context_tokens"), model.contextTokens);
        insertPrice(json, QStringLiteral("prompt_price"), model.promptPrice);
        insertPrice(json, QStringLiteral("cached_price"), model.cachedPrice);
        insertPrice(json, QStringLiteral("image_price"), model.imagePrice);
        insertPrice(json, QStringLiteral("completion_price"), model.completionPrice);
        insertPrice(json, QStringLiteral("long_context_tokens"), model.longContextTokens);
        insertPrice(json, QStringLiteral("long_prompt_price"), model.longPromptPrice);
        insertPrice(json, QStringLiteral("long_cached_price"), model.longCachedPrice);
        insertPrice(json, QStringLiteral("long_completion_price"), model.longCompletionPrice);
        if (model.usesTools)
            json.insert(QStringLiteral("uses_tools"), *model.usesTools);
        if (model.reasons)
            json.insert(QStringLiteral("reasons"), *model.reasons);
        array.append(json);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<ModelInfo> modelInfosFromJson(const QByteArray &json)
{
    QList<ModelInfo> models;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = value.toObject();
        ModelInfo model;
        model.id = object[QStringLiteral("id")].toString();
        if (model.id.isEmpty())
            continue;
        model.aliases = object[QStringLiteral("aliases")].toVariant().toStringList();
        model.reasoningEfforts = object[QStringLiteral("reasoning_efforts")].toVariant().toStringList();
        if (const QJsonValue sees = object[QStringLiteral("sees_images")]; sees.isBool())
            model.seesImages = sees.toBool();
        model.contextTokens = numberIn(object, QStringLiteral("context_tokens"));
        model.promptPrice = numberIn(object, QStringLiteral("prompt_price"));
        model.cachedPrice = numberIn(object, QStringLiteral("cached_price"));
        model.imagePrice = numberIn(object, QStringLiteral("image_price"));
        model.completionPrice = numberIn(object, QStringLiteral("completion_price"));
        model.longContextTokens = numberIn(object, QStringLiteral("long_context_tokens"));
        model.longPromptPrice = numberIn(object, QStringLiteral("long_prompt_price"));
        model.longCachedPrice = numberIn(object, QStringLiteral("long_cached_price"));
        model.longCompletionPrice = numberIn(object, QStringLiteral("long_completion_price"));
        if (const QJsonValue tools = object[QStringLiteral("uses_tools")]; tools.isBool())
            model.usesTools = tools.toBool();
        if (const QJsonValue reasons = object[QStringLiteral("reasons")]; reasons.isBool())
            model.reasons = reasons.toBool();
        models += model;
    }
    return models;
}
