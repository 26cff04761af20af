// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

// A refusal as the real server words it.
struct PracticeFailure
{
    int status = 400;
    QString code;
    QString text;
    int retryAfterSeconds = 0;   // 0: no such header
    // How other servers, and what stands between, say it. Unset: as xAI does.
    std::optional<QByteArray> body = {};
    QByteArray contentType = "application/json";
    QList<std::pair<QByteArray, QByteArray>> headers = {};
};

PracticeFailure invalidArgument(const QString &text);

// {"code":"…","error":"…"}, the server's own shape.
QByteArray failureBody(const PracticeFailure &failure);

// What "error NAME" in a question asks for: a status ("429") or a word ("credits"). Nothing for an unknown name.
std::optional<PracticeFailure> failureByName(const QString &name);

// The names for people: "400, 401, …, busy, context, …".
QString failureNames();
