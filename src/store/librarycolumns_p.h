// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "database_p.h"
#include "message.h"
#include "messagejson_p.h"
#include "storagetext_p.h"

#include <QJsonDocument>

// How messages are put into columns, and what is said where a row is missing.

inline Error noConversation()
{
    return storageProblem(ErrorKind::NotFound, Storage::tr("This conversation is not in the library."));
}

inline Error noMessage()
{
    return storageProblem(ErrorKind::NotFound, Storage::tr("This message is not in the library."));
}

inline Utf8Text compact(const QJsonArray &json)
{
    return { json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact) };
}

inline Utf8Text compact(const QJsonObject &json)
{
    return { QJsonDocument(json).toJson(QJsonDocument::Compact) };
}

// NULL where the text column says it all, which is nearly always.
inline Utf8Text partsColumn(const Message &message)
{
    if (message.parts.size() == 1 && std::holds_alternative<TextPart>(message.parts.front()))
        return {};
    return { QJsonDocument(partsToJson(message.parts)).toJson(QJsonDocument::Compact) };
}

// NULL where nobody answered.
inline Utf8Text modelColumn(const Message &message)
{
    return message.answer && !message.answer->modelId.isEmpty() ? Utf8Text { message.answer->modelId.toUtf8() } : Utf8Text {};
}

inline std::optional<qint64> costColumn(const Message &message)
{
    return message.answer ? message.answer->usage.costTicks : std::nullopt;
}

inline QString attachmentNames(const Message &message)
{
    QStringList names;
    for (const ImagePart &image : imagesOf(message))
        names.append(image.name);
    return names.join(QLatin1Char(' '));
}

inline Utf8Text answerColumn(const Message &message)
{
    return message.answer ? compact(answerToJson(*message.answer)) : Utf8Text {};
}
