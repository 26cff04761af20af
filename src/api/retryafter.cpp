// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "retryafter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cctype>
#include <cmath>

namespace {

using std::chrono::milliseconds;

constexpr double LongestSeconds = 7 * 24 * 3600;

std::optional<milliseconds> fromSeconds(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return std::nullopt;
    return milliseconds(qint64(std::ceil(qMin(seconds, LongestSeconds) * 1000)));
}

// The three forms of RFC 9110; the old ones are not sent by anything that speaks JSON.
QDateTime httpDate(const QByteArray &value)
{
    const QString text = QString::fromLatin1(value.trimmed()).remove(QLatin1String(" GMT"));
    const QDateTime time = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"));
    return QDateTime(time.date(), time.time(), QTimeZone::utc());
}

std::optional<milliseconds> fromDate(const QByteArray &value, const QByteArray &now)
{
    const QDateTime then = httpDate(value);
    const QDateTime start = httpDate(now);
    if (!then.isValid() || !start.isValid())
        return std::nullopt;
    return fromSeconds(double(qMax<qint64>(start.msecsTo(then), 0)) / 1000);
}

// "2m59.56s", "6m0s", "120ms".
std::optional<milliseconds> fromDuration(const QByteArray &value)
{
    double seconds = 0;
    qsizetype at = 0;
    while (at < value.size()) {
        const qsizetype start = at;
        while (at < value.size() && (std::isdigit(static_cast<unsigned char>(value[at])) || value[at] == '.'))
            ++at;
        bool isNumber = false;
        const double number = value.sliced(start, at - start).toDouble(&isNumber);
        const QByteArrayView rest = QByteArrayView(value).sliced(at);
        const double unit = rest.startsWith("ms") ? 0.001 : rest.startsWith('s') ? 1 : rest.startsWith('m') ? 60 : rest.startsWith('h') ? 3600 : 0;
        if (!isNumber || unit == 0)
            return std::nullopt;
        seconds += number * unit;
        at += rest.startsWith("ms") ? 2 : 1;
    }
    return value.isEmpty() ? std::nullopt : fromSeconds(seconds);
}

} // namespace

std::optional<milliseconds> retryAfter(const ReplyFacts &reply)
{
    bool isNumber = false;
    const double ms = reply.header("retry-after-ms").trimmed().toDouble(&isNumber);
    if (isNumber)
        return fromSeconds(ms / 1000);
    const QByteArray value = reply.header("retry-after").trimmed();
    const double seconds = value.toDouble(&isNumber);
    if (isNumber)
        return fromSeconds(seconds);
    if (!value.isEmpty())
        return fromDate(value, reply.header("date"));
    if (reply.status != 429)
        return std::nullopt;
    for (const char *name : { "x-ratelimit-reset-requests", "x-ratelimit-reset-tokens" }) {
        const bool isUsedUp = reply.header(QByteArray(name).replace("reset", "remaining")).trimmed() == "0";
        if (isUsedUp)
            return fromDuration(reply.header(name).trimmed());
    }
    return std::nullopt;
}

std::optional<milliseconds> retryMoment(const ReplyFacts &reply)
{
    const QDateTime then = httpDate(reply.header("retry-after"));
    if (!then.isValid() || httpDate(reply.header("date")).isValid())
        return std::nullopt;
    return milliseconds(then.toMSecsSinceEpoch());
}
