// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "usagedecoder.h"

#include <cmath>
#include <initializer_list>

namespace {

constexpr double TicksPerDollar = 1e10;
constexpr double LargestExact = 9e18;

qint64 firstOf(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const qint64 count = integerFrom(object.value(QLatin1String(name)));
        if (count > 0)
            return count;
    }
    return 0;
}

std::optional<qint64> costOf(const QJsonObject &json)
{
    const QJsonValue ticks = json.value(QLatin1String("cost_in_usd_ticks"));
    if (ticks.isDouble() || ticks.isString())
        return qMax<qint64>(integerFrom(ticks), 0);
    const QJsonValue nano = json.value(QLatin1String("cost_in_nano_usd"));
    if (nano.isDouble() || nano.isString())
        return qBound<qint64>(0, integerFrom(nano), qint64(LargestExact / 10)) * 10;
    return ticksFromDollars(json.value(QLatin1String("cost")));
}

} // namespace

qint64 integerFrom(const QJsonValue &value, qint64 fallback)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool isExact = value.toInteger(1) == value.toInteger(2);
        if (isExact)
            return value.toInteger();
        return std::isfinite(number) && std::abs(number) < LargestExact ? qint64(number) : fallback;
    }
    if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        return isNumber ? number : fallback;
    }
    return fallback;
}

std::optional<qint64> ticksFromDollars(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double dollars = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
    const double ticks = dollars * TicksPerDollar;
    if (!isNumber || !std::isfinite(ticks) || ticks < 0 || ticks > LargestExact)
        return std::nullopt;
    return qint64(std::llround(ticks));
}

Usage usageFromWire(const QJsonObject &json)
{
    const auto part = [&json](const char *name) { return json.value(QLatin1String(name)).toObject(); };
    const QJsonObject prompt = json.contains(QLatin1String("prompt_tokens_details")) ? part("prompt_tokens_details")
                                                                                     : part("input_tokens_details");
    const QJsonObject completion = json.contains(QLatin1String("completion_tokens_details"))
        ? part("completion_tokens_details") : part("output_tokens_details");

    Usage usage;
    usage.promptTokens = firstOf(json, { "prompt_tokens", "input_tokens" });
    usage.completionTokens = firstOf(json, { "completion_tokens", "output_tokens" });
    usage.totalTokens = firstOf(json, { "total_tokens" });
    usage.reasoningTokens = firstOf(completion, { "reasoning_tokens" });
    if (usage.reasoningTokens == 0)
        usage.reasoningTokens = firstOf(json, { "reasoning_tokens" });
    usage.cachedTokens = firstOf(prompt, { "cached_tokens" });
    if (usage.cachedTokens == 0)
        usage.cachedTokens = firstOf(json, { "prompt_cache_hit_tokens" });
    usage.textTokens = firstOf(prompt, { "text_tokens" });
    usage.imageTokens = firstOf(prompt, { "image_tokens" });
    usage.audioTokens = firstOf(prompt, { "audio_tokens" });
    usage.costTicks = costOf(json);
    return usage;
}
