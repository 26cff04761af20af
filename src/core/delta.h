// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "usage.h"

#include <QJsonArray>
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

// A place on the Internet that an answer names as its source. Text of the model: never fetched.
struct Citation
{
    QString url;
    QString title;       // empty: not said
    QString date = {};   // as the server writes it; empty: not said
    bool operator==(const Citation &) const = default;
};

// Something that the server does itself on the way to an answer: a search, a run of its own code. Only told, never done here.
struct ServerStep
{
    QString id;          // pieces with the same id tell of the same step; the last one counts
    QString kind;        // "web_search", "x_search", "code_interpreter", ... as on the wire, without "_call"
    QString detail;      // what is searched for, what is opened; plain text of the model
    bool isDone = false;
    bool operator==(const ServerStep &) const = default;
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
    double tokensPerSecond = 0;      // by the server's own clock; 0: not said
    QString serviceTier;             // what the server says it billed: "priority"; empty: not said
    QList<Citation> citations;
    QList<ServerStep> steps;
    QJsonArray carriedItems;         // opaque, to be sent back unchanged with the next request (encrypted thinking)
    // The answer's whole text, where the pieces so far do not add up to it. It replaces them.
    std::optional<QString> wholeText;

    bool operator==(const Delta &) const = default;
};
Q_DECLARE_METATYPE(Delta)
Q_DECLARE_METATYPE(FinishReason)
