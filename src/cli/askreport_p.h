// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "message.h"

#include <QByteArray>
#include <QStringList>

// What `grackle ask --json` prints.
struct AskReport
{
    Message answer;                 // with state Failed and an error where it never came to one
    QString modelId;
    ConversationId conversation;    // null: not saved
    QStringList notes;              // what was dropped, retried, converted
};

QByteArray toJson(const AskReport &report);
