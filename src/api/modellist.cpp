// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modellist.h"

#include "redaction.h"
#include "usagedecoder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace {

constexpr int MostModels = 2000;
constexpr qsizetype LongestId = 200;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChatClient)
};

QStringList stringsIn(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &entry : value.toArray()) {
        if (entry.isString())
            texts.append(entry.toString());
    }
    return texts;
}

QJsonValue firstPresent(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return QJsonValue::Undefined;
}

std::optional<qint64> contextOf(const QJsonObject &entry)
{
    QJsonValue size = firstPresent(entry, { "context_length", "max_model_len", "context_window", "max_context_length" });
    if (size.isUndefined())
        size = firstPresent(entry.value(QLatin1String("meta")).toObject(), { "n_ctx", "n_ctx_train" });
    const qint64 tokens = integerFrom(size);
    return tokens > 0 ? std::optional(tokens) : std::nullopt;
}

// xAI gives whole numbers, US cents for 100 million tokens, which is ticks per token.
std::optional<qint64> price(const QJsonObject &entry, const char *name)
{
    const QJsonValue value = entry.value(QLatin1String(name));
    const qint64 ticks = integerFrom(value, -1);
    return ticks >= 0 ? std::optional(ticks) : std::nullopt;
}

void readPrices(const QJsonObject &entry, ModelInfo &model)
{
    // OpenRouter: US dollars for one token, as text. Its price of an image is for a whole one, so it has no place here.
    const QJsonObject dollars = entry.value(QLatin1String("pricing")).toObject();
    if (!dollars.isEmpty()) {
        model.promptPrice = ticksFromDollars(dollars.value(QLatin1String("prompt")));
        model.completionPrice = ticksFromDollars(dollars.value(QLatin1String("completion")));
        model.cachedPrice = ticksFromDollars(dollars.value(QLatin1String("input_cache_read")));
        return;
    }
    model.promptPrice = price(entry, "prompt_text_token_price");
    model.cachedPrice = price(entry, "cached_prompt_text_token_price");
    model.completionPrice = price(entry, "completion_text_token_price");
    model.imagePrice = price(entry, "prompt_image_token_price");
    if (model.imagePrice == 0)
        model.imagePrice = model.promptPrice;
    model.longContextTokens = price(entry, "long_context_threshold");
    model.longPromptPrice = price(entry, "prompt_text_token_price_long_context");
    model.longCachedPrice = price(entry, "cached_prompt_text_token_price_long_context");
    model.longCompletionPrice = price(entry, "completion_text_token_price_long_context");
}

std::optional<bool> seesImages(const QJsonObject &entry)
{
    const QJsonValue direct = entry.value(QLatin1String("input_modalities"));
    const QJsonValue modalities = direct.isArray() ? direct : entry.value(QLatin1String("architecture"))[QLatin1String("input_modalities")];
    if (modalities.isArray())
        return stringsIn(modalities).contains(QLatin1String("image"));
    const QJsonValue vision = entry.value(QLatin1String("capabilities"))[QLatin1String("vision")];
    return vision.isBool() ? std::optional(vision.toBool()) : std::nullopt;
}

bool writesText(const QJsonObject &entry)
{
    const QJsonValue direct = entry.value(QLatin1String("output_modalities"));
    const QJsonValue modalities = direct.isArray() ? direct : entry.value(QLatin1String("architecture"))[QLatin1String("output_modalities")];
    return !modalities.isArray() || stringsIn(modalities).contains(QLatin1String("text"));
}

// OpenRouter: the names of the fields that a request may have.
void readParameters(const QStringList &parameters, ModelInfo &model)
{
    model.usesTools = parameters.contains(QLatin1String("tools"));
    model.reasons = parameters.contains(QLatin1String("reasoning")) || parameters.contains(QLatin1String("reasoning_effort"));
}

// Truths by name (Mistral), or a list of names (Ollama, LM Studio).
void readCapabilities(const QJsonValue &capabilities, ModelInfo &model)
{
    const QStringList names = stringsIn(capabilities);
    const auto find = [&](std::initializer_list<const char *> words) -> std::optional<bool> {
        for (const char *word : words) {
            if (const QJsonValue value = capabilities[QLatin1String(word)]; value.isBool())
                return value.toBool();
            if (names.contains(QLatin1String(word)))
                return true;
        }
        return capabilities.isArray() ? std::optional(false) : std::nullopt;
    };
    if (!model.usesTools)
        model.usesTools = find({ "tools", "tool_use", "function_calling", "completion_function_calling" });
    if (!model.reasons)
        model.reasons = find({ "reasoning", "thinking" });
    if (!model.seesImages)
        model.seesImages = find({ "vision" });
    // An empty list of levels says that there are none.
    if (capabilities[QLatin1String("reasoning_effort")].isArray())
        model.reasons = !model.reasoningEfforts.isEmpty();
}

ModelInfo modelFrom(const QJsonValue &value)
{
    ModelInfo model;
    if (value.isString()) {
        model.id = value.toString().left(LongestId);
        return model;
    }
    const QJsonObject entry = value.toObject();
    if (!writesText(entry))
        return model;
    model.id = firstPresent(entry, { "id", "name", "model" }).toString().left(LongestId);
    model.aliases = stringsIn(entry.value(QLatin1String("aliases")));
    model.seesImages = seesImages(entry);
    model.reasoningEfforts = stringsIn(entry.value(QLatin1String("capabilities"))[QLatin1String("reasoning_effort")]);
    model.contextTokens = contextOf(entry);
    if (const QJsonValue parameters = entry.value(QLatin1String("supported_parameters")); parameters.isArray())
        readParameters(stringsIn(parameters), model);
    readCapabilities(entry.value(QLatin1String("capabilities")), model);
    readPrices(entry, model);
    return model;
}

bool isError(const QJsonValue &error)
{
    return (error.isString() && !error.toString().isEmpty()) || (error.isObject() && !error.toObject().isEmpty());
}

Error keyRefused(const QString &message, const QString &detail)
{
    Error error;
    error.kind = ErrorKind::Unauthorized;
    error.message = message;
    error.detail = detail;
    return error;
}

// What the key may be used for: "*", or the models by name.
QString modelAccessOf(const QJsonObject &json)
{
    const QLatin1String prefix("api-key:model:");
    QStringList models;
    for (const QString &acl : stringsIn(json.value(QLatin1String("acls")))) {
        if (acl.startsWith(prefix))
            models.append(acl.mid(prefix.size()));
    }
    return models.contains(QLatin1String("*")) ? QStringLiteral("*") : models.join(QStringLiteral(", "));
}

} // namespace

Result<QList<ModelInfo>> modelsFromReply(const ReplyFacts &reply, const ApiKey &key)
{
    if (reply.status != 200)
        return errorFromReply(reply, key);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body.trimmed());
    if (isError(document.object().value(QLatin1String("error"))))
        return errorFromReply(reply, key);
    const QJsonValue list = document.isArray() ? QJsonValue(document.array())
                                               : firstPresent(document.object(), { "data", "models" });
    if (!list.isArray()) {
        if (serverWords(reply.body).isPage)
            return errorFromReply(reply, key);
        return protocolError(Texts::tr("The server's list of models could not be read"));
    }
    QList<ModelInfo> models;
    QSet<QString> known;
    for (const QJsonValue &entry : list.toArray()) {
        const ModelInfo model = modelFrom(entry);
        if (model.id.isEmpty() || known.contains(model.id))
            continue;
        known.insert(model.id);
        models.append(model);
        if (models.size() == MostModels)
            break;
    }
    return models;
}

std::optional<Result<KeyProbe>> probeFromReply(const ReplyFacts &reply, const ApiKey &key)
{
    const QJsonObject json = QJsonDocument::fromJson(reply.body.trimmed()).object();
    if (reply.status == 404 || reply.status == 405)
        return std::nullopt;
    if (reply.status != 200)
        return Result<KeyProbe>(errorFromReply(reply, key));
    if (!json.contains(QLatin1String("api_key_id")) && !json.contains(QLatin1String("acls"))
        && !json.contains(QLatin1String("redacted_api_key")))
        return std::nullopt;

    const QString name = redacted(json.value(QLatin1String("name")).toString(), key, 100);
    if (json.value(QLatin1String("team_blocked")).toBool())
        return Result<KeyProbe>(keyRefused(Texts::tr("The key's team is blocked"), name));
    if (json.value(QLatin1String("api_key_blocked")).toBool())
        return Result<KeyProbe>(keyRefused(Texts::tr("The key is blocked"), name));
    if (json.value(QLatin1String("api_key_disabled")).toBool())
        return Result<KeyProbe>(keyRefused(Texts::tr("The key is disabled"), name));
    KeyProbe probe;
    probe.isVerified = true;
    probe.keyName = name;
    probe.modelAccess = redacted(modelAccessOf(json), key);
    return Result<KeyProbe>(probe);
}
