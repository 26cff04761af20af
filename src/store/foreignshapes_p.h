// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"
#include "foreignimport.h"
#include "message.h"

#include <QJsonObject>
#include <QUrl>

#include <optional>

// Its bytes, or where it stands on the Internet.
struct ForeignPicture
{
    QString name;
    QByteArray bytes;
    QUrl url;
};

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
    qint64 thinkingMs = 0;
    QList<Citation> citations;
    QList<ServerStep> steps;       // what the program did on the way: a search, code that ran
    QList<ToolCall> toolCalls;
    QString toolCallId;            // of a tool's result: the call it answers
    std::vector<ForeignPicture> pictures;
    // Has a place in the tree and nothing to show; thoughts and steps in it belong to the next answer behind it.
    bool isHidden = false;
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
    bool isArchived = false;
    std::vector<ForeignMessage> messages;
};

// Pictures and other files by what an export names them with; empty: not there.
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
