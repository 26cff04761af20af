// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arrangement.h"
#include "ids.h"
#include "message.h"

#include <QString>

#include <limits>
#include <optional>

enum class SearchOrder { NewestFirst, BestFirst };

// What somebody looks for in the whole library. A value.
struct SearchQuestion
{
    // Joined by "and": words, "whole phrases", -without, begin*. The last word also matches as a beginning. Case and
    // accents do not count; scripts without spaces between words are found by substring. Empty: all that the rest lets
    // through.
    QString words = QString();
    SearchOrder order = SearchOrder::NewestFirst;
    std::optional<Role> role = std::nullopt;
    QString modelId = QString();                             // empty: any
    qint64 fromMs = 0;                                       // since 1970, UTC
    qint64 untilMs = std::numeric_limits<qint64>::max();
    bool hasImage = false;
    FolderId folder = FolderId();                            // null: in any, or in none

    // Whether it asks for more than words.
    bool isFiltered() const
    {
        return role || !modelId.isEmpty() || fromMs > 0 || untilMs != std::numeric_limits<qint64>::max() || hasImage || !folder.isNull();
    }
    bool isEmpty() const { return words.trimmed().isEmpty() && !isFiltered(); }
    bool operator==(const SearchQuestion &) const = default;
};

// A conversation in which a search found something. What was found stands between U+2068 and U+2069, plain text else.
struct FoundConversation
{
    ConversationId id;
    QString title;
    MessageId message;             // its best hit; null: the title alone
    QString snippet;               // of that message; empty: the title alone
    int messages = 0;              // hits among the newest thousand
    qint64 createdAtMs = 0;        // of its newest hit
    Arrangement arrangement = Arrangement();
    bool operator==(const FoundConversation &) const = default;
};
