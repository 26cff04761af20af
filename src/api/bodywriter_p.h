// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"
#include "requestencoder.h"

#include <QJsonArray>
#include <QJsonObject>

// Writes the JSON of a request by hand where pictures stand in it, because their base64 must not pass through a
// QJsonDocument.
class BodyWriter
{
public:
    BodyWriter(const BlobSource &blobs, const RequestLimits &limits) : m_blobs(blobs), m_limits(limits) {}

    void write(const QByteArray &text) { m_body->appendText(text); }
    // The address of a picture as a JSON string: a data URL with its bytes, or where it is on the Internet.
    void writeImageUrl(const ImagePart &image);
    // Once, at the end.
    Result<std::unique_ptr<RequestBody>> finished();

private:
    void fail(const Error &error);

    const BlobSource &m_blobs;
    RequestLimits m_limits;
    std::unique_ptr<RequestBody> m_body = std::make_unique<RequestBody>();
    std::optional<Error> m_error;
};

// A text as a JSON string, quotes included.
QByteArray quoted(const QString &text);
QByteArray compact(const QJsonObject &object);
QByteArray compact(const QJsonArray &array);
bool hasImages(const Message &message);
Error refusedRequest(ErrorKind kind, const QString &message);

// The members of `messages`, for Chat Completions.
void writeChatMessages(BodyWriter &writer, const std::vector<Message> &messages, const WireProfile &profile);
// The members of `input`, for Responses (reference 7.2). Items that an answer brought along go before it when they came
// from this very endpoint and model.
void writeInputItems(BodyWriter &writer, const std::vector<Message> &messages, const CompletionRequest &request);
