// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "usage.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

// Why a completion ended, in the API's own terms.
enum class FinishReason { Unknown, Stop, Length, ToolCalls, ContentFilter, Error };

// A piece of a function call. Pieces with the same index belong together.
struct ToolCallDelta
{
    int index = 0;
    QString id;
    QString name;
    QString arguments;   // to be appended
    bool operator==(const ToolCallDelta &) const = default;
};

// What one event of a completion brings. Most members are empty most of the time.
struct Delta
{
    QString text;
    QString reasoning;
    QString refusal;
    QList<ToolCallDelta> toolCalls;
    std::optional<FinishReason> finishReason;
    QString rawFinishReason;
    std::optional<Usage> usage;      // running totals: the last one counts, never add up
    QString answeredBy;              // the model id the server names
    QString systemFingerprint;
    QStringList citations;

    bool operator==(const Delta &) const = default;
};
Q_DECLARE_METATYPE(Delta)
Q_DECLARE_METATYPE(FinishReason)
