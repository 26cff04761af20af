// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "cost.h"

#include <QLocale>

#include <algorithm>

namespace {
constexpr double TicksPerDollar = 1e10;

QString dollarText(double dollars, int decimals)
{
    const QLocale locale;
    const QString sign = QStringLiteral("$");
    // The C locale has no place for the sign and would put it behind the number.
    return locale.language() == QLocale::C ? sign + locale.toString(dollars, 'f', decimals) : locale.toCurrencyString(dollars, sign, decimals);
}

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

PriceFactors priceFactors(const QUrl &endpoint, const QString &answeredTier)
{
    const QString host = endpoint.host().toLower();
    return { answeredTier == QLatin1String("priority"), host == QLatin1String("us.api.x.ai") };
}

std::optional<qint64> costTicks(const Usage &usage, const ModelInfo &model, const PriceFactors &factors)
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
    const qint64 listed = plainTokens * prices.prompt + usage.imageTokens * prices.image + usage.cachedTokens * prices.cached
        + usage.outputTokens() * prices.completion;
    const qint64 forTier = factors.isPriority ? listed * 2 : listed;
    return factors.isUsHost ? (forTier * 11 + 5) / 10 : forTier;
}

void completeTotal(Usage &usage, const QUrl &endpoint, Transport way)
{
    const QString host = endpoint.host().toLower();
    const bool isXai = host == QLatin1String("x.ai") || host.endsWith(QLatin1String(".x.ai"));
    if (usage.totalTokens == 0 && usage.reasoningTokens > 0 && isXai && way == Transport::ChatCompletions)
        usage.totalTokens = usage.promptTokens + usage.completionTokens + usage.reasoningTokens;
}

QString dollarsText(qint64 ticks)
{
    const double dollars = double(ticks) / TicksPerDollar;
    if (dollars > 0 && dollars < 0.0001)
        return QStringLiteral("< ") + dollarText(0.0001, 4);
    return dollarText(dollars, dollars < 1 ? 4 : 2);
}

QString estimatedDollarsText(qint64 ticks)
{
    const QString text = dollarsText(ticks);
    return text.startsWith(u'<') ? text : QStringLiteral("≈ ") + text;
}
