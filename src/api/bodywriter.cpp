// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "bodywriter_p.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RequestEncoder)
};

} // namespace

QByteArray quoted(const QString &text)
{
    const QByteArray array = compact(QJsonArray { text });
    return array.sliced(1, array.size() - 2);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

bool hasImages(const Message &message)
{
    return std::any_of(message.parts.begin(), message.parts.end(),
                       [](const ContentPart &part) { return std::holds_alternative<ImagePart>(part); });
}

Error refusedRequest(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

void BodyWriter::writeImageUrl(const ImagePart &image)
{
    if (image.blob.isEmpty()) {
        write(quoted(QString::fromLatin1(image.url.toEncoded())));
        return;
    }
    Result<std::unique_ptr<QIODevice>> blob = m_blobs.openBlob(image.blob);
    if (!blob) {
        fail(blob.error());
        return;
    }
    const qint64 size = blob.value()->size();
    if (size <= 0)
        fail(refusedRequest(ErrorKind::Unreadable, Texts::tr("A picture is empty. Remove it from the message")));
    else if (size > m_limits.image)
        fail(refusedRequest(ErrorKind::TooLarge, Texts::tr("A picture is larger than %1 MB. Make it smaller, or remove it")
                                                     .arg(m_limits.image / (1024 * 1024))));
    write("\"data:" + image.mimeType + ";base64,");
    m_body->appendBase64(std::move(blob).value());
    write("\"");
}

void BodyWriter::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

Result<std::unique_ptr<RequestBody>> BodyWriter::finished()
{
    if (m_error)
        return *m_error;
    if (m_body->size() > m_limits.body) {
        return refusedRequest(ErrorKind::TooLarge,
                              Texts::tr("The conversation with its pictures is larger than %1 MB. Remove pictures, or start a new one")
                                  .arg(m_limits.body / (1024 * 1024)));
    }
    m_body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return std::move(m_body);
}
