// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arrangement.h"
#include "completionoptions.h"
#include "ids.h"

#include <QMetaType>
#include <QString>

// A conversation's own facts. Its messages are a MessageTree.
struct Conversation
{
    ConversationId id;
    QString title;
    bool hasManualTitle = false;   // automatic titles never replace it
    QString systemPrompt;
    QString endpointId;            // Endpoint::id; empty: the current one
    QString modelId;
    CompletionOptions options;
    MessageId head;                // last message of the active branch; null: empty
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;
    bool isPinned = false;

    bool operator==(const Conversation &) const = default;
};

// One row of the side pane.
struct ConversationSummary
{
    ConversationId id;
    QString title;
    qint64 updatedAtMs = 0;
    int messageCount = 0;          // all branches
    bool isPinned = false;
    bool isRunning = false;        // an answer is being written
    QString draftText;             // first line of a draft that waits; empty: none
    Arrangement arrangement = Arrangement();
    bool operator==(const ConversationSummary &) const = default;
};

// One place where a search found its words.
struct SearchHit
{
    ConversationId conversation;
    MessageId message;             // null: the title matched
    QString title;
    QString snippet;               // plain text; the words found are between U+2068 and U+2069
    qint64 createdAtMs = 0;
    bool operator==(const SearchHit &) const = default;
};
Q_DECLARE_METATYPE(ConversationSummary)
