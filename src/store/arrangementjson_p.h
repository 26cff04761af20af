// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "arrangement.h"

#include <QJsonArray>
#include <QJsonObject>

// For the way between processes. What makes no sense becomes nothing.
QJsonObject arrangementToJson(const Arrangement &arrangement);
Arrangement arrangementFromJson(const QJsonObject &json);
QJsonObject folderToJson(const Folder &folder);
Folder folderFromJson(const QJsonObject &json);

// The column `tags`.
QJsonArray tagsToJson(const QStringList &tags);
QStringList tagsFromJson(const QJsonArray &json);
