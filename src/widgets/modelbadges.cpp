// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modelbadges.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ModelBadges)
};

// Ticks for a token are hundredths of a cent for a million of them.
QString perMillion(qint64 ticks)
{
    constexpr double TicksPerDollarAMillion = 1e4;
    const double dollars = double(ticks) / TicksPerDollarAMillion;
    return QStringLiteral("$") + QLocale().toString(dollars, 'f', dollars > 0 && dollars < 0.1 ? 3 : 2);
}

QString contextText(qint64 tokens)
{
    constexpr qint64 Thousand = 1000;
    constexpr qint64 Million = Thousand * Thousand;
    if (tokens >= Million)
        return Words::tr("%1 M context").arg(QLocale().toString(double(tokens) / Million, 'g', 3));
    return tokens >= Thousand ? Words::tr("%1 k context").arg(QLocale().toString(tokens / Thousand)) : Words::tr("%1 context").arg(QLocale().toString(tokens));
}

}

QStringList modelBadges(const ModelInfo &model)
{
    QStringList badges;
    if (model.seesImages.value_or(false))
        badges += Words::tr("sees images");
    if (model.reasons.value_or(!model.reasoningEfforts.isEmpty()))
        badges += Words::tr("reasons");
    if (model.usesTools.value_or(false))
        badges += Words::tr("tools");
    if (model.contextTokens)
        badges += contextText(*model.contextTokens);
    return badges;
}

QString modelPriceText(const ModelInfo &model)
{
    if (!model.promptPrice || !model.completionPrice)
        return {};
    if (*model.promptPrice == 0 && *model.completionPrice == 0)
        return Words::tr("free");
    return Words::tr("%1 in, %2 out").arg(perMillion(*model.promptPrice), perMillion(*model.completionPrice));
}

QString modelDescription(const ModelInfo &model)
{
    QStringList lines { model.id };
    if (!model.aliases.isEmpty())
        lines += Words::tr("Also called %1").arg(model.aliases.mid(0, 6).join(QStringLiteral(", ")));
    if (const QStringList badges = modelBadges(model); !badges.isEmpty())
        lines += badges.join(QStringLiteral(", "));
    if (!model.reasoningEfforts.isEmpty())
        lines += Words::tr("Levels of thinking: %1").arg(model.reasoningEfforts.join(QStringLiteral(", ")));
    if (const QString price = modelPriceText(model); !price.isEmpty())
        lines += Words::tr("A million tokens: %1").arg(price);
    if (model.cachedPrice.value_or(0) > 0)
        lines += Words::tr("Cached: %1").arg(perMillion(*model.cachedPrice));
    if (model.longContextTokens.value_or(0) > 0 && model.longPromptPrice && model.longCompletionPrice)
        lines += Words::tr("From %1 tokens on: %2 in, %3 out").arg(QLocale().toString(*model.longContextTokens), perMillion(*model.longPromptPrice),
                                                                 perMillion(*model.longCompletionPrice));
    return lines.join(QLatin1Char('\n'));
}
