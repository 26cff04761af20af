// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "practicefailures_p.h"

#include "result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// A picture of a message as it was sent: its bytes, or the address of one on the Internet (which is not fetched).
struct PracticePicture
{
    QByteArray bytes;
    QString declaredType;     // of the data URL
    QString address;
    QString detail;
};

struct PracticeMessage
{
    QString role;
    QString text;
    QList<PracticePicture> pictures;
};

// What the practice server reads out of the body of POST /v1/chat/completions.
struct PracticeRequest
{
    QString modelId;
    QList<PracticeMessage> messages;
    bool streams = false;
    bool includesUsage = false;
    std::optional<int> maxTokens;
    QStringList functions;            // names of the functions offered
    bool isResponses = false;         // asked by POST /v1/responses
    bool includesSources = false;     // what a search met is to be told
    QJsonObject format;               // of a structured answer: "json_object", or "json_schema" with its schema
    int carriedItems = 0;             // encrypted thinking that came back

    // The last message of the user; none when there is no such message.
    const PracticeMessage *question() const;
};

// Reads and checks a body the way the real server does, with the failures that it gives.
enum class PracticeApi { ChatCompletions, Responses };
Result<PracticeRequest, PracticeFailure> readPracticeRequest(const QByteArray &body, PracticeApi api = PracticeApi::ChatCompletions);
Result<PracticeRequest, PracticeFailure> readPracticeRequest(const QJsonObject &chatBody);
Result<PracticeRequest, PracticeFailure> readPracticeResponsesRequest(QJsonObject body);
