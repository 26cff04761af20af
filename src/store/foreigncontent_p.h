// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "foreignshapes_p.h"

#include <QJsonArray>

// What the shapes of several programs have in common.
namespace foreign {

QString text(const QJsonObject &json, const char *name);
QJsonObject object(const QJsonObject &json, const char *name);
QJsonArray array(const QJsonObject &json, const char *name);

// Seconds, with or without a fraction, milliseconds, or a date in ISO 8601; 0: none of them.
qint64 timeMs(const QJsonValue &value);
// The bytes of a data URL that is a picture; else nothing.
QByteArray pictureOf(const QString &dataUrl);

void addText(ForeignMessage &message, const QString &text);
void addPicture(ForeignMessage &message, const QString &name, const QByteArray &bytes);
// A picture by its address: a data URL is taken along, one on the Internet stays there.
void addPictureAt(ForeignMessage &message, const QString &name, const QString &url);
// A file that was sent along: its text below its name, or its name alone.
void addFile(ForeignMessage &message, const QString &name, const QString &content);
// Content as the wires have it, in any of their forms: a text, or an array of parts.
void addContent(ForeignMessage &message, const QJsonValue &content);
// `tool_calls` of Chat Completions.
void addToolCalls(ForeignMessage &message, const QJsonArray &calls);
// Local programs leave thinking in the text: between <think> tags, at its beginning.
void splitThinking(ForeignMessage &message);

}

// Each program's own shape.
ForeignConversation chatGptConversation(const QJsonObject &json, const PictureFinder &findPicture);
ForeignConversation claudeConversation(const QJsonObject &json);
ForeignConversation openWebUiConversation(const QJsonObject &json);
// A session is its last thread; the ones before are conversations of their own.
std::vector<ForeignConversation> chatboxConversations(const QJsonObject &json);
ForeignConversation lmStudioConversation(const QJsonObject &json);
ForeignConversation llamaCppConversation(const QJsonObject &json);
ForeignConversation plainConversation(const QJsonArray &messages, const QJsonObject &json);
