// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicecatalog_p.h"

namespace {
constexpr qint64 Created = 1'790'000'000;   // an invented date: practice needs no clock
constexpr qint64 ContextTokens = 131'072;

QJsonArray modalities(const PracticeModel &model)
{
    return model.seesImages ? QJsonArray { QStringLiteral("text"), QStringLiteral("image") }
                            : QJsonArray { QStringLiteral("text") };
}

QJsonObject capabilities(const PracticeModel &model)
{
    QJsonArray efforts;
    if (model.reasons)
        efforts = { QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high") };
    QJsonObject object { { QStringLiteral("reasoning_effort"), efforts }, { QStringLiteral("function_calling"), true },
                         { QStringLiteral("vision"), model.seesImages } };
    if (model.reasons)
        object.insert(QStringLiteral("default_reasoning_effort"), QStringLiteral("medium"));
    return object;
}
}

const QList<PracticeModel> &practiceModels()
{
    // The first one is what a client takes that has no choice yet: it can do most.
    static const QList<PracticeModel> models = {
        { .id = QStringLiteral("practice-vision"), .seesImages = true, .reasons = false },
        { .id = QStringLiteral("practice-chat"), .seesImages = false, .reasons = false },
        { .id = QStringLiteral("practice-thinker"), .seesImages = false, .reasons = true },
    };
    return models;
}

std::optional<PracticeModel> practiceModel(const QString &id)
{
    for (const PracticeModel &model : practiceModels()) {
        if (model.id == id || model.id + QStringLiteral("-latest") == id)
            return model;
    }
    return std::nullopt;
}

QJsonObject modelEntry(const PracticeModel &model)
{
    return { { QStringLiteral("id"), model.id },
             { QStringLiteral("object"), QStringLiteral("model") },
             { QStringLiteral("created"), Created },
             { QStringLiteral("owned_by"), QStringLiteral("practice") },
             { QStringLiteral("aliases"), QJsonArray { model.id + QStringLiteral("-latest") } },
             { QStringLiteral("context_length"), ContextTokens },
             { QStringLiteral("prompt_text_token_price"), model.promptPrice },
             { QStringLiteral("cached_prompt_text_token_price"), model.cachedPrice },
             { QStringLiteral("prompt_image_token_price"), model.promptPrice },
             { QStringLiteral("completion_text_token_price"), model.completionPrice },
             { QStringLiteral("capabilities"), capabilities(model) } };
}

QJsonObject modelList()
{
    QJsonArray entries;
    for (const PracticeModel &model : practiceModels())
        entries.append(modelEntry(model));
    return { { QStringLiteral("object"), QStringLiteral("list") }, { QStringLiteral("data"), entries } };
}

QJsonObject languageModelEntry(const PracticeModel &model)
{
    QJsonObject entry = modelEntry(model);
    entry.insert(QStringLiteral("fingerprint"), QStringLiteral("fp_practice"));
    entry.insert(QStringLiteral("version"), QStringLiteral("1.0"));
    entry.insert(QStringLiteral("input_modalities"), modalities(model));
    entry.insert(QStringLiteral("output_modalities"), QJsonArray { QStringLiteral("text") });
    entry.insert(QStringLiteral("search_price"), 0);
    entry.insert(QStringLiteral("long_context_threshold"), 0);
    return entry;
}

QJsonObject languageModelList()
{
    QJsonArray entries;
    for (const PracticeModel &model : practiceModels())
        entries.append(languageModelEntry(model));
    return { { QStringLiteral("models"), entries } };
}

QJsonObject apiKeyInfo()
{
    const QString created = QStringLiteral("2026-01-02T03:04:05.678Z");
    return { { QStringLiteral("redacted_api_key"), QStringLiteral("xai-...tice") },
             { QStringLiteral("name"), QStringLiteral("practice") },
             { QStringLiteral("user_id"), QStringLiteral("practice-user") },
             { QStringLiteral("team_id"), QStringLiteral("practice-team") },
             { QStringLiteral("api_key_id"), QStringLiteral("practice-key") },
             { QStringLiteral("create_time"), created },
             { QStringLiteral("modify_time"), created },
             { QStringLiteral("modified_by"), QStringLiteral("practice-user") },
             { QStringLiteral("acls"),
               QJsonArray { QStringLiteral("api-key:model:*"), QStringLiteral("api-key:endpoint:*") } },
             { QStringLiteral("team_blocked"), false },
             { QStringLiteral("api_key_blocked"), false },
             { QStringLiteral("api_key_disabled"), false } };
}
