// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"
#include "error.h"
#include "usagereport.h"

#include <QObject>

#include <memory>
#include <optional>

class Library;
class Settings;
struct Message;
struct Usage;

// What a month may cost, in ticks; 0: no limit.
struct CostLimits
{
    qint64 softTicks = 0;      // says so once, then lets the next try through
    qint64 hardTicks = 0;      // nothing more is sent this month
    bool operator==(const CostLimits &) const = default;
};

// What was spent, and whether more may be. Counts what is in the library, what is answered while it lives, and what was asked beside
// the conversations. Months are those of the person's time zone.
class Ledger : public QObject
{
    Q_OBJECT
public:
    Ledger(Library &library, Settings &settings, const Clock &clock, QObject *parent = nullptr);
    ~Ledger() override;

    CostLimits limits() const;
    void setLimits(const CostLimits &limits);

    // In this month, so far. Reads the library at the first question.
    qint64 spentTicks();
    // An answer that ended, whatever way.
    void add(const Message &answer);
    // What a request used that left no message (a title, an answer in a temporary conversation): kept in the settings by day and model, for some thirteen months.
    void addBesides(const QString &modelId, const Usage &usage);
    // The reason why a request must not go out now. `estimatedTicks`: what it costs at least.
    std::optional<Error> whyNotSend(qint64 estimatedTicks);
    // The same of either limit, without a word: for what nobody waits for.
    bool hasRoomFor(qint64 estimatedTicks);
    // For who is not asked: only the hard limit stops a terminal command.
    void passSoftLimit() { m_passesSoftLimit = true; }
    // By day and model, oldest first.
    Result<QList<UsageDay>> days(const QDate &from) const;
    // The dearest first. Without what was asked beside the conversations.
    Result<QList<ConversationUsage>> conversations(const QDate &from, int most) const;

Q_SIGNALS:
    void changed();

private:
    void ensureMonth();
    QDate today() const;

    Library &m_library;
    Settings &m_settings;
    const Clock &m_clock;
    QDate m_month;             // its first day; null: not read yet
    qint64 m_spent = 0;
    QDate m_warnedMonth;       // the soft limit was said in this month
    bool m_passesSoftLimit = false;
};
