// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QDate>
#include <QList>
#include <QMetaType>
#include <QString>

// What the answers of one day by one model used together.
struct UsageDay
{
    QDate day;                      // in the person's time zone
    QString modelId;
    int answers = 0;
    int answersWithoutPrice = 0;    // their cost is not known and not in `costTicks`
    qint64 promptTokens = 0;
    qint64 outputTokens = 0;
    qint64 costTicks = 0;           // 10,000,000,000 ticks are one US dollar
    bool operator==(const UsageDay &) const = default;
};
Q_DECLARE_METATYPE(UsageDay)

// Sums over rows.
struct UsageSum
{
    int answers = 0;
    int answersWithoutPrice = 0;
    qint64 promptTokens = 0;
    qint64 outputTokens = 0;
    qint64 costTicks = 0;
    void add(const UsageDay &row)
    {
        answers += row.answers;
        answersWithoutPrice += row.answersWithoutPrice;
        promptTokens += row.promptTokens;
        outputTokens += row.outputTokens;
        costTicks += row.costTicks;
    }
    bool operator==(const UsageSum &) const = default;
};

// What the answers of one conversation used together, all its branches.
struct ConversationUsage
{
    ConversationId conversation;
    QString title;                  // empty: it has none
    UsageSum sum;
    bool operator==(const ConversationUsage &) const = default;
};
