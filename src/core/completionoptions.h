// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// What a person may set for one completion. Unset means: not sent, the server decides.
// Names and ranges: the request table of the xAI chat reference.
struct CompletionOptions
{
    std::optional<double> temperature;            // 0 to 2
    std::optional<double> topP;                   // above 0 to 1
    std::optional<int> maxCompletionTokens;       // 1 and more
    std::optional<double> presencePenalty;        // -2 to 2
    std::optional<double> frequencyPenalty;       // -2 to 2
    std::optional<qint64> seed;
    std::optional<bool> logprobs;
    std::optional<int> topLogprobs;               // 0 to 8
    std::optional<bool> parallelToolCalls;
    std::optional<int> choices;                   // `n`
    QStringList stop;                             // at most 4
    QString reasoningEffort;                      // none low medium high xhigh; empty: not sent
    QString serviceTier;                          // default priority
    QString user;
    QJsonObject responseFormat;                   // {} : not sent
    QJsonArray tools;                             // function definitions in the wire's own shape
    QJsonValue toolChoice = QJsonValue::Undefined;
    bool stream = true;

    bool operator==(const CompletionOptions &) const = default;
};

// Inert JSON for storing; members only for what is set. Reading skips what it does not know or cannot use.
QJsonObject toJson(const CompletionOptions &options);
CompletionOptions completionOptionsFromJson(const QJsonObject &json);
