// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "cost.h"

#include <algorithm>

std::optional<qint64> costTicks(const Usage &usage, const ModelInfo &model)
{
    if (!model.promptPrice || !model.completionPrice)
        return std::nullopt;
    if (usage.promptTokens == 0 && usage.outputTokens() == 0)
        return std::nullopt;
    // A price of 0 for images means: as text. Unknown ones are taken so too.
    const qint64 imagePrice = model.imagePrice.value_or(0) > 0 ? *model.imagePrice : *model.promptPrice;
    const qint64 cachedPrice = model.cachedPrice.value_or(*model.promptPrice);
    // Some answers count the cached tokens beside the prompt instead of in it.
    const bool cachedIsInside = usage.cachedTokens <= usage.promptTokens;
    const qint64 cachedInside = cachedIsInside ? usage.cachedTokens : 0;
    const qint64 plainTokens = std::max<qint64>(0, usage.promptTokens - cachedInside - usage.imageTokens);
    return plainTokens * *model.promptPrice + usage.imageTokens * imagePrice + usage.cachedTokens * cachedPrice
        + usage.outputTokens() * *model.completionPrice;
}
