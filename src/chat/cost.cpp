// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "cost.h"

#include <algorithm>

namespace {
struct Prices
{
    qint64 prompt = 0;
    qint64 image = 0;
    qint64 cached = 0;
    qint64 completion = 0;
};

// A long request has its own prices, for all its tokens; what the list does not give for it costs twice the usual.
Prices pricesFor(const Usage &usage, const ModelInfo &model)
{
    Prices prices;
    prices.prompt = *model.promptPrice;
    prices.completion = *model.completionPrice;
    prices.cached = model.cachedPrice.value_or(prices.prompt);
    // A price of 0 for images means: as text. Unknown ones are taken so too.
    prices.image = model.imagePrice.value_or(0) > 0 ? *model.imagePrice : prices.prompt;
    const qint64 limit = model.longContextTokens.value_or(0);
    if (limit <= 0 || usage.promptTokens < limit)
        return prices;
    return { model.longPromptPrice.value_or(prices.prompt * 2), prices.image * 2, model.longCachedPrice.value_or(prices.cached * 2),
             model.longCompletionPrice.value_or(prices.completion * 2) };
}
}

std::optional<qint64> costTicks(const Usage &usage, const ModelInfo &model)
{
    if (!model.promptPrice || !model.completionPrice)
        return std::nullopt;
    if (usage.promptTokens == 0 && usage.outputTokens() == 0)
        return std::nullopt;
    const Prices prices = pricesFor(usage, model);
    // Some answers count the cached tokens beside the prompt instead of in it.
    const bool cachedIsInside = usage.cachedTokens <= usage.promptTokens;
    const qint64 cachedInside = cachedIsInside ? usage.cachedTokens : 0;
    const qint64 plainTokens = std::max<qint64>(0, usage.promptTokens - cachedInside - usage.imageTokens);
    return plainTokens * prices.prompt + usage.imageTokens * prices.image + usage.cachedTokens * prices.cached
        + usage.outputTokens() * prices.completion;
}
