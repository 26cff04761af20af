// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "ledger.h"

#include "cost.h"
#include "library.h"
#include "message.h"
#include "settings.h"
#include "usage.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace {

constexpr int DaysKeptBesides = 400;

QByteArray toJson(const QList<UsageDay> &days)
{
    QJsonArray rows;
    for (const UsageDay &day : days) {
        rows.append(QJsonObject { { QStringLiteral("day"), day.day.toString(Qt::ISODate) }, { QStringLiteral("model"), day.modelId },
                                  { QStringLiteral("answers"), day.answers }, { QStringLiteral("without_price"), day.answersWithoutPrice },
                                  { QStringLiteral("prompt_tokens"), day.promptTokens }, { QStringLiteral("output_tokens"), day.outputTokens },
                                  { QStringLiteral("cost_in_usd_ticks"), day.costTicks } });
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Compact);
}

QList<UsageDay> usageDaysFromJson(const QByteArray &json)
{
    const auto number = [](const QJsonObject &row, const char *name) { return qMax<qint64>(0, row.value(QLatin1String(name)).toInteger()); };
    QList<UsageDay> days;
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject row = value.toObject();
        UsageDay day;
        day.day = QDate::fromString(row.value(QLatin1String("day")).toString(), Qt::ISODate);
        day.modelId = row.value(QLatin1String("model")).toString();
        day.answers = int(number(row, "answers"));
        day.answersWithoutPrice = int(number(row, "without_price"));
        day.promptTokens = number(row, "prompt_tokens");
        day.outputTokens = number(row, "output_tokens");
        day.costTicks = number(row, "cost_in_usd_ticks");
        if (day.day.isValid())
            days.append(day);
    }
    return days;
}

// Into the row of its day and model; rows stay in their order.
void addTo(QList<UsageDay> &days, const UsageDay &added)
{
    const auto before = [](const UsageDay &a, const UsageDay &b) { return std::tie(a.day, a.modelId) < std::tie(b.day, b.modelId); };
    const auto place = std::lower_bound(days.begin(), days.end(), added, before);
    if (place == days.end() || place->day != added.day || place->modelId != added.modelId) {
        days.insert(place, added);
        return;
    }
    place->answers += added.answers;
    place->answersWithoutPrice += added.answersWithoutPrice;
    place->promptTokens += added.promptTokens;
    place->outputTokens += added.outputTokens;
    place->costTicks += added.costTicks;
}

}

Ledger::Ledger(Library &library, Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent), m_library(library), m_settings(settings), m_clock(clock)
{
}

Ledger::~Ledger() = default;

CostLimits Ledger::limits() const
{
    return { std::max<qint64>(0, m_settings.get(keys::softCostLimit)), std::max<qint64>(0, m_settings.get(keys::hardCostLimit)) };
}

void Ledger::setLimits(const CostLimits &limits)
{
    m_settings.set(keys::softCostLimit, limits.softTicks);
    m_settings.set(keys::hardCostLimit, limits.hardTicks);
    m_settings.sync();
    m_warnedMonth = {};
    Q_EMIT changed();
}

QDate Ledger::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.sinceEpoch().count()).date();
}

void Ledger::ensureMonth()
{
    const QDate now = today();
    const QDate first(now.year(), now.month(), 1);
    if (m_month == first)
        return;
    m_month = first;
    m_spent = 0;
    // What cannot be read is not counted; the library tells of its own trouble.
    if (const Result<QList<UsageDay>> rows = days(first)) {
        for (const UsageDay &row : rows.value())
            m_spent += row.costTicks;
    }
}

qint64 Ledger::spentTicks()
{
    ensureMonth();
    return m_spent;
}

void Ledger::add(const Message &answer)
{
    if (!answer.answer || !answer.answer->usage.costTicks)
        return;
    // The month is read from the library when it is first asked for, and then this answer is in it already.
    if (m_month.isValid()) {
        ensureMonth();
        m_spent += *answer.answer->usage.costTicks;
    }
    Q_EMIT changed();
}

void Ledger::addBesides(const QString &modelId, const Usage &usage)
{
    if (usage.total() == 0 && !usage.costTicks)
        return;
    ensureMonth();
    UsageDay used;
    used.day = today();
    used.modelId = modelId;
    used.answers = 1;
    used.answersWithoutPrice = usage.costTicks ? 0 : 1;
    used.promptTokens = usage.promptTokens;
    used.outputTokens = usage.outputTokens();
    used.costTicks = usage.costTicks.value_or(0);
    // A terminal command may have added to it meanwhile.
    m_settings.sync();
    QList<UsageDay> kept = usageDaysFromJson(m_settings.get(keys::costBesides));
    kept.removeIf([oldest = used.day.addDays(-DaysKeptBesides)](const UsageDay &row) { return row.day < oldest; });
    addTo(kept, used);
    m_settings.set(keys::costBesides, toJson(kept));
    m_settings.sync();
    m_spent += used.costTicks;
    Q_EMIT changed();
}

bool Ledger::hasRoomFor(qint64 estimatedTicks)
{
    const CostLimits set = limits();
    const auto fits = [&](qint64 limit) { return limit == 0 || spentTicks() + std::max<qint64>(1, estimatedTicks) <= limit; };
    return fits(set.hardTicks) && fits(set.softTicks);
}

std::optional<Error> Ledger::whyNotSend(qint64 estimatedTicks)
{
    const CostLimits set = limits();
    if (set.softTicks == 0 && set.hardTicks == 0)
        return std::nullopt;
    const qint64 spent = spentTicks();
    // Who has no price to count with still asks for something.
    const qint64 wanted = spent + std::max<qint64>(1, estimatedTicks);
    Error error;
    error.kind = ErrorKind::InvalidInput;
    if (set.hardTicks > 0 && wanted > set.hardTicks) {
        error.message = tr("This would go beyond the limit of %1 a month; %2 are spent. Nothing was sent. The limit is set under Usage and cost.")
                            .arg(dollarsText(set.hardTicks), dollarsText(spent));
        return error;
    }
    if (!m_passesSoftLimit && set.softTicks > 0 && wanted > set.softTicks && m_warnedMonth != m_month) {
        m_warnedMonth = m_month;
        error.message = tr("%1 of the %2 you wanted to spend this month are gone. Nothing was sent yet: send again to go on.")
                            .arg(dollarsText(spent), dollarsText(set.softTicks));
        return error;
    }
    return std::nullopt;
}

Result<QList<UsageDay>> Ledger::days(const QDate &from) const
{
    Result<QList<UsageDay>> days = m_library.usage(from.startOfDay().toMSecsSinceEpoch());
    if (!days)
        return days;
    QList<UsageDay> all = std::move(days).value();
    for (const UsageDay &besides : usageDaysFromJson(m_settings.get(keys::costBesides))) {
        if (besides.day >= from)
            addTo(all, besides);
    }
    return all;
}

Result<QList<ConversationUsage>> Ledger::conversations(const QDate &from, int most) const
{
    return m_library.usageByConversation(from.startOfDay().toMSecsSinceEpoch(), most);
}
