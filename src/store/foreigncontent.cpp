// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreigncontent_p.h"

#include <QDateTime>
#include <QJsonDocument>

namespace foreign {

namespace {

QString compact(const QJsonValue &json)
{
    if (json.isString())
        return json.toString();
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

// Plain, or with its value inside as Jan has it.
QString valueOf(const QJsonObject &part, const char *name)
{
    const QJsonValue value = part.value(QLatin1String(name));
    return value.isObject() ? text(value.toObject(), "value") : value.toString();
}

void addPicturePart(ForeignMessage &message, const QJsonObject &part)
{
    const QJsonValue address = part.value(QLatin1String("image_url"));
    const QJsonObject source = object(part, "source");
    if (!source.isEmpty() && text(source, "type") == QLatin1String("base64"))
        addPicture(message, {}, QByteArray::fromBase64(text(source, "data").toLatin1()));
    else if (!source.isEmpty())
        addPictureAt(message, {}, text(source, "url"));
    else if (!address.isUndefined())
        addPictureAt(message, {}, address.isString() ? address.toString() : text(address.toObject(), "url"));
    else
        addPictureAt(message, {}, text(part, part.contains(QLatin1String("image")) ? "image" : "url"));
}

void addPart(ForeignMessage &message, const QJsonObject &part)
{
    const QString type = text(part, "type");
    if (type == QLatin1String("thinking") || type == QLatin1String("reasoning"))
        message.reasoning += valueOf(part, part.contains(QLatin1String("thinking")) ? "thinking" : "text");
    else if (type == QLatin1String("text") || type == QLatin1String("input_text") || type == QLatin1String("output_text"))
        addText(message, valueOf(part, "text"));
    else if (type == QLatin1String("image_url") || type == QLatin1String("input_image") || type == QLatin1String("image"))
        addPicturePart(message, part);
    else if (type == QLatin1String("file"))
        addFile(message, text(part, part.contains(QLatin1String("fileIdentifier")) ? "fileIdentifier" : "filename"), {});
    else if (type == QLatin1String("refusal"))
        addText(message, text(part, "refusal"));
}

}

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

QJsonObject object(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toObject();
}

QJsonArray array(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toArray();
}

qint64 timeMs(const QJsonValue &value)
{
    constexpr double FirstMilliseconds = 1e11;       // in seconds that would be the year 5138
    constexpr double Latest = 1e14;
    if (value.isString())
        return std::max<qint64>(0, QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch());
    const double number = value.toDouble();
    if (!(number > 0) || number > Latest)
        return 0;
    return qint64(number < FirstMilliseconds ? number * 1000 : number);
}

QByteArray pictureOf(const QString &dataUrl)
{
    const qsizetype mark = dataUrl.indexOf(QLatin1String(";base64,"));
    return dataUrl.startsWith(QLatin1String("data:image/")) && mark > 0 ? QByteArray::fromBase64(QStringView(dataUrl).mid(mark + 8).toLatin1()) : QByteArray();
}

void addText(ForeignMessage &message, const QString &text)
{
    if (text.isEmpty())
        return;
    message.text += message.text.isEmpty() ? text : QStringLiteral("\n\n") + text;
}

void addPicture(ForeignMessage &message, const QString &name, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        message.pictures.push_back({ name, bytes, {} });
}

void addPictureAt(ForeignMessage &message, const QString &name, const QString &url)
{
    if (url.startsWith(QLatin1String("data:"))) {
        addPicture(message, name, pictureOf(url));
        return;
    }
    const QUrl address(url, QUrl::StrictMode);
    if (address.isValid() && !address.host().isEmpty() && (address.scheme() == QLatin1String("https") || address.scheme() == QLatin1String("http")))
        message.pictures.push_back({ name, {}, address });
}

void addFile(ForeignMessage &message, const QString &name, const QString &content)
{
    if (content.isEmpty()) {
        if (!name.isEmpty())
            addText(message, u'[' + name.simplified() + u']');
        return;
    }
    addText(message, name.simplified());
    addText(message, content);
}

void addContent(ForeignMessage &message, const QJsonValue &content)
{
    addText(message, content.toString());
    for (const QJsonValue part : content.toArray()) {
        if (part.isString())
            addText(message, part.toString());
        else
            addPart(message, part.toObject());
    }
}

void addToolCalls(ForeignMessage &message, const QJsonArray &calls)
{
    for (const QJsonValue value : calls) {
        const QJsonObject call = value.toObject();
        const QJsonObject function = object(call, "function");
        if (!text(function, "name").isEmpty())
            message.toolCalls.append({ text(call, "id"), text(function, "name"), compact(function.value(QLatin1String("arguments"))) });
    }
}

void splitThinking(ForeignMessage &message)
{
    const QLatin1String Begin("<think>");
    const QLatin1String End("</think>");
    const QStringView all = QStringView(message.text).trimmed();
    const qsizetype end = all.indexOf(End);
    if (!all.startsWith(Begin) || end < 0)
        return;
    message.reasoning += all.mid(Begin.size(), end - Begin.size()).trimmed();
    message.text = all.mid(end + End.size()).trimmed().toString();
}

}
