// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "ledger.h"

#include "cost.h"
#include "library.h"
#include "message.h"
#include "settings.h"

#include <QDateTime>

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

std::optional<Error> Ledger::whyNotSend(qint64 estimatedTicks)
{
    const CostLimits set = limits();
    if (set.softTicks == 0 && set.hardTicks == 0)
        return std::nullopt;
    const qint64 spent = spentTicks();
    Error error;
    error.kind = ErrorKind::InvalidInput;
    if (set.hardTicks > 0 && spent + estimatedTicks > set.hardTicks) {
        error.message = tr("This would go beyond the limit of %1 a month; %2 are spent. Nothing was sent. The limit is set under Usage and cost.")
                            .arg(dollarsText(set.hardTicks), dollarsText(spent));
        return error;
    }
    if (!m_passesSoftLimit && set.softTicks > 0 && spent + estimatedTicks > set.softTicks && m_warnedMonth != m_month) {
        m_warnedMonth = m_month;
        error.message = tr("%1 of the %2 you wanted to spend this month are gone. Nothing was sent yet: send again to go on.")
                            .arg(dollarsText(spent), dollarsText(set.softTicks));
        return error;
    }
    return std::nullopt;
}

Result<QList<UsageDay>> Ledger::days(const QDate &from) const
{
    return m_library.usage(from.startOfDay().toMSecsSinceEpoch());
}
