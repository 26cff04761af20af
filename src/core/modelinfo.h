// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QtCore/qnamespace.h>

#include <optional>

// A language model as the server lists it. What the server does not say stays unset.
struct ModelInfo
{
    QString id;
    QStringList aliases;
    std::optional<bool> seesImages;
    QStringList reasoningEfforts;             // empty: none or unknown
    std::optional<qint64> contextTokens;
    // Ticks per token (10,000,000,000 ticks are one US dollar).
    std::optional<qint64> promptPrice;
    std::optional<qint64> cachedPrice;
    std::optional<qint64> imagePrice;
    std::optional<qint64> completionPrice;
    // From this many prompt tokens on all tokens of a request have the long prices. Unset or 0: never.
    std::optional<qint64> longContextTokens;
    std::optional<qint64> longPromptPrice;
    std::optional<qint64> longCachedPrice;
    std::optional<qint64> longCompletionPrice;
    std::optional<bool> usesTools;
    std::optional<bool> reasons;
    bool operator==(const ModelInfo &) const = default;
};
Q_DECLARE_METATYPE(ModelInfo)

// What a list of models says besides the id, which is its DisplayRole: QVariant of ModelInfo.
inline constexpr int ModelInfoRole = Qt::UserRole + 1;
