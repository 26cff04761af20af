// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QString>
#include <QStringList>

#include <vector>

// A file that was accepted for a message that is not sent yet. Its bytes are already in the blob store.
struct Attachment
{
    ImagePart image;
    QStringList notes;        // what was done to it, for people: "location removed", "scaled to 2048 px"
    bool operator==(const Attachment &) const = default;
};

// A message that waits until the answer before it is complete.
struct QueuedMessage
{
    QString text;
    std::vector<Attachment> attachments;
    bool operator==(const QueuedMessage &) const = default;
};

// What the composer holds before sending.
struct Draft
{
    QString text;
    int cursor = 0;           // UTF-16 units
    std::vector<Attachment> attachments;
    bool attachmentsFirst = true;
    std::vector<QueuedMessage> queue = {};    // as stored; see ConversationController::queue()

    // Nothing to send; messages may still wait in the queue.
    bool isEmpty() const { return text.trimmed().isEmpty() && attachments.empty(); }
    bool operator==(const Draft &) const = default;
};
