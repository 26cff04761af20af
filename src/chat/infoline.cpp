// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "infoline_p.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
constexpr double TicksPerDollar = 1e10;

QString tr(const char *text)
{
    return QCoreApplication::translate("InfoLine", text);
}

QString costText(qint64 ticks)
{
    const double dollars = double(ticks) / TicksPerDollar;
    const QString sign = QStringLiteral("$");
    if (dollars > 0 && dollars < 0.0001)
        return QStringLiteral("< ") + QLocale().toCurrencyString(0.0001, sign, 4);
    return QLocale().toCurrencyString(dollars, sign, dollars < 1 ? 4 : 2);
}

QString durationText(qint64 ms)
{
    constexpr qint64 Minute = 60'000;
    if (ms < Minute)
        return tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return tr("%1 min %2 s").arg(QLocale().toString(ms / Minute), QLocale().toString(ms % Minute / 1000));
}

QString tokenText(qint64 tokens)
{
    return tokens == 1 ? tr("1 token") : tr("%1 tokens").arg(QLocale().toString(tokens));
}
}

QString infoLine(const AnswerInfo &answer)
{
    QStringList parts;
    const QString modelId = answer.answeredBy.isEmpty() ? answer.modelId : answer.answeredBy;
    if (!modelId.isEmpty())
        parts += modelId;
    if (const qint64 tokens = answer.usage.total(); tokens > 0)
        parts += tokenText(tokens);
    if (answer.usage.costTicks)
        parts += costText(*answer.usage.costTicks);
    if (answer.durationMs > 0)
        parts += durationText(answer.durationMs);
    return parts.join(QStringLiteral(" · "));
}
