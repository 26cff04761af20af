// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QMetaType>
#include <QStringView>
#include <QtGlobal>

#include <optional>

// Token counts of one completion as the server reported them, or estimated where it did not.
struct Usage
{
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;   // as sent; whether reasoning is inside differs by server, see outputTokens()
    qint64 totalTokens = 0;        // 0: not sent
    qint64 reasoningTokens = 0;
    qint64 cachedTokens = 0;       // part of promptTokens
    qint64 textTokens = 0;
    qint64 imageTokens = 0;        // part of promptTokens
    qint64 audioTokens = 0;
    std::optional<qint64> costTicks;   // 10,000,000,000 ticks are one US dollar

    bool isEstimated = false;          // counted by us: an answer that was stopped, or a server that does not say

    // Tokens billed as output: reasoning is added where the total shows that it was left out.
    qint64 outputTokens() const;
    // The total as sent, else computed.
    qint64 total() const;

    bool operator==(const Usage &) const = default;
};
Q_DECLARE_METATYPE(Usage)

// By length, where no server counted: four letters a token, one for a character of the scripts without spaces.
class TokenEstimate
{
public:
    void add(QStringView text);
    qint64 tokens() const { return m_dense + (m_others + 3) / 4; }

private:
    qint64 m_dense = 0;
    qint64 m_others = 0;
};

// The shape of the wire (snake case, nested details), for storing and for `grackle ask --json`.
QJsonObject toJson(const Usage &usage);
Usage usageFromJson(const QJsonObject &json);
