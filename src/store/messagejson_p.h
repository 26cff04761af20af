// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"
#include "draft.h"
#include "message.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

// The JSON of messages and conversations: in the library's columns, in hand-over to another process, and in conversation
// documents. Parts have the wire's own shape with a member "image" beside it for what the wire does not carry.
// Only members that are set are written. Reading skips what it does not know; what makes no sense gives nullopt.

// The library keeps "blob:<id>" where a document has a data URL.
using ImageUrlWriter = std::function<QString(const ImagePart &)>;
// Sets the part's blob or url from the text; false: not acceptable.
using ImageUrlReader = std::function<bool(const QString &, ImagePart &)>;
QString blobUrl(const ImagePart &image);
bool readBlobUrl(const QString &url, ImagePart &image);

QJsonArray partsToJson(const std::vector<ContentPart> &parts, const ImageUrlWriter &writeUrl = blobUrl);
std::optional<std::vector<ContentPart>> partsFromJson(const QJsonArray &json, const ImageUrlReader &readUrl = readBlobUrl);

QJsonArray toolCallsToJson(const QList<ToolCall> &calls);
QList<ToolCall> toolCallsFromJson(const QJsonArray &json);

QJsonObject answerToJson(const AnswerInfo &answer);
AnswerInfo answerFromJson(const QJsonObject &json);

QJsonObject messageToJson(const Message &message, const ImageUrlWriter &writeUrl = blobUrl);
std::optional<Message> messageFromJson(const QJsonObject &json, const ImageUrlReader &readUrl = readBlobUrl);

QJsonObject conversationToJson(const Conversation &conversation);
std::optional<Conversation> conversationFromJson(const QJsonObject &json);

QJsonArray attachmentsToJson(const std::vector<Attachment> &attachments);
std::vector<Attachment> attachmentsFromJson(const QJsonArray &json);
// Attachments and, behind them, what waits in the queue: who knows attachments alone passes over the rest.
QJsonArray draftPartsToJson(const Draft &draft);
void readDraftParts(const QJsonArray &json, Draft &draft);

bool isBlobId(const BlobId &id);
