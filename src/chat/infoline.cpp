// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "infoline_p.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
constexpr double TicksPerDollar = 1e10;

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(InfoLine)
};

QString dollarText(double dollars, int decimals)
{
    const QLocale locale;
    const QString sign = QStringLiteral("$");
    // The C locale has no place for the sign and would put it behind the number.
    return locale.language() == QLocale::C ? sign + locale.toString(dollars, 'f', decimals) : locale.toCurrencyString(dollars, sign, decimals);
}

QString costText(qint64 ticks)
{
    const double dollars = double(ticks) / TicksPerDollar;
    if (dollars > 0 && dollars < 0.0001)
        return QStringLiteral("< ") + dollarText(0.0001, 4);
    return dollarText(dollars, dollars < 1 ? 4 : 2);
}

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
