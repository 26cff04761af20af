// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "usage.h"

#include <algorithm>

namespace {
bool isDense(QChar c)
{
    const char16_t unit = c.unicode();
    return (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7af);
}
}

void TokenEstimate::add(QStringView text)
{
    const qint64 dense = std::count_if(text.begin(), text.end(), isDense);
    m_dense += dense;
    m_others += text.size() - dense;
}

qint64 Usage::outputTokens() const
{
    const bool reasoningIsExtra = reasoningTokens > 0 && totalTokens == promptTokens + completionTokens + reasoningTokens;
    return reasoningIsExtra ? completionTokens + reasoningTokens : completionTokens;
}

qint64 Usage::total() const
{
    return totalTokens > 0 ? totalTokens : promptTokens + completionTokens;
}

QJsonObject toJson(const Usage &usage)
{
    QJsonObject json {
        { QStringLiteral("prompt_tokens"), usage.promptTokens },
        { QStringLiteral("completion_tokens"), usage.completionTokens },
        { QStringLiteral("total_tokens"), usage.totalTokens },
        { QStringLiteral("prompt_tokens_details"),
          QJsonObject { { QStringLiteral("text_tokens"), usage.textTokens }, { QStringLiteral("image_tokens"), usage.imageTokens },
                        { QStringLiteral("audio_tokens"), usage.audioTokens }, { QStringLiteral("cached_tokens"), usage.cachedTokens } } },
        { QStringLiteral("completion_tokens_details"), QJsonObject { { QStringLiteral("reasoning_tokens"), usage.reasoningTokens } } },
    };
    if (usage.isEstimated)
        json.insert(QStringLiteral("estimated"), true);
    if (usage.costTicks)
        json.insert(QStringLiteral("cost_in_usd_ticks"), *usage.costTicks);
    return json;
}

Usage usageFromJson(const QJsonObject &json)
{
    // Outside numbers: negative ones are nonsense and would make sums lie.
    const auto count = [](const QJsonObject &object, QLatin1StringView name) { return std::max<qint64>(0, object.value(name).toInteger()); };
    const QJsonObject prompt = json.value(QLatin1StringView("prompt_tokens_details")).toObject();
    const QJsonObject completion = json.value(QLatin1StringView("completion_tokens_details")).toObject();

    Usage usage;
    usage.promptTokens = count(json, QLatin1StringView("prompt_tokens"));
    usage.completionTokens = count(json, QLatin1StringView("completion_tokens"));
    usage.totalTokens = count(json, QLatin1StringView("total_tokens"));
    usage.textTokens = count(prompt, QLatin1StringView("text_tokens"));
    usage.imageTokens = count(prompt, QLatin1StringView("image_tokens"));
    usage.audioTokens = count(prompt, QLatin1StringView("audio_tokens"));
    usage.cachedTokens = count(prompt, QLatin1StringView("cached_tokens"));
    usage.reasoningTokens = count(completion, QLatin1StringView("reasoning_tokens"));
    usage.isEstimated = json.value(QLatin1StringView("estimated")).toBool();
    const QJsonValue ticks = json.value(QLatin1StringView("cost_in_usd_ticks"));
    if (ticks.isDouble())
        usage.costTicks = std::max<qint64>(0, ticks.toInteger());
    return usage;
}
