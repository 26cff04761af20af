// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "infoline_p.h"

#include "cost.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InfoLine)
};

QString durationText(qint64 ms)
{
    constexpr qint64 Minute = 60'000;
    if (ms < Minute)
        return Words::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return Words::tr("%1 min %2 s").arg(QLocale().toString(ms / Minute), QLocale().toString(ms % Minute / 1000));
}

QString tokenText(qint64 tokens)
{
    return tokens == 1 ? Words::tr("1 token") : Words::tr("%1 tokens").arg(QLocale().toString(tokens));
}
}

QString infoLine(const AnswerInfo &answer)
{
    QStringList parts;
    if (answer.answeredBy.isEmpty() || answer.modelId.isEmpty() || answer.answeredBy == answer.modelId)
        parts += answer.answeredBy.isEmpty() ? answer.modelId : answer.answeredBy;
    else
        parts += Words::tr("%1 (asked for: %2)").arg(answer.answeredBy, answer.modelId);
    parts.removeAll(QString());
    const QString mark = answer.usage.isEstimated ? QStringLiteral("≈ ") : QString();
    if (const qint64 tokens = answer.usage.total(); tokens > 0)
        parts += mark + tokenText(tokens);
    if (const std::optional<qint64> ticks = answer.usage.costTicks)
        parts += answer.usage.isEstimated ? estimatedDollarsText(*ticks) : dollarsText(*ticks);
    if (answer.durationMs > 0)
        parts += durationText(answer.durationMs);
    return parts.join(QStringLiteral(" · "));
}
