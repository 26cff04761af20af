// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "foreignimport.h"

#include <QJsonObject>

#include <optional>

// A message as other programs have it.
struct ForeignMessage
{
    QString id;                    // in its conversation; empty: it follows the one before
    QString parent;                // empty: the one before, where `id` is empty too; else none
    QString role;                  // their word: "human", "model", …
    QString text;
    QString reasoning;
    QString modelId;
    qint64 createdAtMs = 0;
    std::vector<std::pair<QString, QByteArray>> pictures;     // name and bytes
    bool isHidden = false;         // has a place in the tree and nothing to show
};

struct ForeignConversation
{
    QString id;                    // empty: known by its content
    QString title;
    QString systemPrompt;
    QString modelId;
    QString head;                  // empty: the last message
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;
    bool isPinned = false;
    std::vector<ForeignMessage> messages;
};

// Pictures by what an export names them with; empty: not there.
using PictureFinder = std::function<QByteArray(const QString &name)>;

struct ForeignFile
{
    ImportOrigin origin = ImportOrigin::Messages;
    std::vector<ForeignConversation> conversations;
};

// Nothing when no program is known that writes such a thing.
std::optional<ForeignFile> readForeignJson(const QJsonValue &json, const PictureFinder &findPicture);
// A message on each line, as Jan keeps a thread; `thread` is its thread.json, or empty.
std::optional<ForeignFile> readJanThread(const QByteArray &lines, const QJsonObject &thread);
