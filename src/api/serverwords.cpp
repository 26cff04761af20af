// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "errorfromreply.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr qsizetype LongestText = 500;

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

// A code may be a word or a number.
QString codeIn(const QJsonObject &object)
{
    const QJsonValue code = object.value(QLatin1String("code"));
    return code.isDouble() ? QString::number(code.toInteger()) : code.toString();
}

// {"detail":[{"loc":["body","x"],"msg":"m"}]}
QString joinedDetails(const QJsonArray &details)
{
    QStringList lines;
    for (const QJsonValue &entry : details) {
        const QJsonObject object = entry.toObject();
        QStringList place;
        for (const QJsonValue &step : object.value(QLatin1String("loc")).toArray())
            place.append(step.isDouble() ? QString::number(step.toInteger()) : step.toString());
        const QString where = place.join(QLatin1Char('.'));
        lines.append(where.isEmpty() ? text(object, "msg") : where + QLatin1String(": ") + text(object, "msg"));
    }
    return lines.join(QLatin1String("; "));
}

QString firstOf(std::initializer_list<QString> texts)
{
    for (const QString &candidate : texts) {
        if (!candidate.isEmpty())
            return candidate;
    }
    return {};
}

// xAI ends texts in a tag such as [WKE=...] that says nothing to a person.
QString withoutTag(const QString &message)
{
    const qsizetype tag = message.lastIndexOf(QLatin1String("[WKE="));
    return tag > 0 && message.endsWith(QLatin1Char(']')) ? message.first(tag).trimmed() : message;
}

ServerWords wordsIn(const QJsonObject &object)
{
    const QJsonValue errorValue = object.value(QLatin1String("error"));
    const QJsonObject error = errorValue.toObject();
    const QJsonValue detail = object.value(QLatin1String("detail"));
    ServerWords words;
    words.text = firstOf({ text(error, "message"), errorValue.toString(), text(object, "message"), detail.toString(),
                           joinedDetails(detail.toArray()), joinedDetails(object.value(QLatin1String("message"))[QLatin1String("detail")].toArray()),
                           text(error.value(QLatin1String("metadata")).toObject(), "raw") });
    words.text = withoutTag(words.text).left(LongestText);
    words.code = firstOf({ codeIn(error), codeIn(object), text(error, "type"), text(object, "type") }).left(100);
    words.status = words.code.toInt();
    return words;
}

// The text of a page: what stands between tags, without scripts and styles. Only for showing a line of it.
QString withoutTags(const QString &page)
{
    QString result;
    bool isInTag = false;
    for (const QChar c : page.left(20'000)) {
        if (c == QLatin1Char('<'))
            isInTag = true;
        else if (c == QLatin1Char('>'))
            isInTag = false, result.append(QLatin1Char(' '));
        else if (!isInTag)
            result.append(c);
    }
    return result.simplified().left(LongestText);
}

} // namespace

ServerWords serverWords(const QJsonValue &json)
{
    if (json.isArray())
        return wordsIn(json.toArray().first().toObject());
    ServerWords words;
    if (json.isString())
        words.text = withoutTag(json.toString()).left(LongestText);
    else
        words = wordsIn(json.toObject());
    return words;
}

ServerWords serverWords(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body).trimmed();
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    if (json.isArray())
        return serverWords(QJsonValue(json.array()));
    if (json.isObject())
        return serverWords(QJsonValue(json.object()));
    ServerWords words;
    words.isPage = text.startsWith(QLatin1Char('<'));
    words.text = words.isPage ? withoutTags(text) : text.left(LongestText);
    return words;
}
