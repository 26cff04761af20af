// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestencoder.h"

#include "history.h"
#include "optionsencoder.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RequestEncoder)
};

Error refused(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// A text as a JSON string, quotes included.
QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

// Writes the JSON by hand where pictures stand in it, because their base64 must not pass through a QJsonDocument.
class BodyWriter
{
public:
    BodyWriter(const BlobSource &blobs, const RequestLimits &limits) : m_blobs(blobs), m_limits(limits) {}

    void write(const QByteArray &text) { m_body->appendText(text); }
    void writeMessages(const std::vector<Message> &messages, const WireProfile &profile);
    Result<std::unique_ptr<RequestBody>> finished();

private:
    void writeMessage(const Message &message, const WireProfile &profile);
    void writeParts(const Message &message);
    void writeImage(const ImagePart &image);
    void fail(const Error &error);

    const BlobSource &m_blobs;
    RequestLimits m_limits;
    std::unique_ptr<RequestBody> m_body = std::make_unique<RequestBody>();
    std::optional<Error> m_error;
};

void BodyWriter::writeMessages(const std::vector<Message> &messages, const WireProfile &profile)
{
    bool isFirst = true;
    for (const Message &message : messages) {
        if (!std::exchange(isFirst, false))
            write(",");
        writeMessage(message, profile);
    }
}

void BodyWriter::writeMessage(const Message &message, const WireProfile &profile)
{
    const bool hasImages = std::any_of(message.parts.begin(), message.parts.end(),
                                       [](const ContentPart &part) { return std::holds_alternative<ImagePart>(part); });
    write("{\"role\":" + quoted(roleName(message.role)) + ",\"content\":");
    const QString text = textOf(message);
    if (hasImages)
        writeParts(message);
    else if (text.isEmpty() && !message.toolCalls.isEmpty() && profile.sendsNullBesideToolCalls)
        write("null");
    else if (text.isEmpty() && message.role == Role::Tool)
        write("\"(empty)\"");   // empty content is refused
    else
        write(quoted(text));

    if (!message.toolCalls.isEmpty()) {
        QJsonArray calls;
        for (const ToolCall &call : message.toolCalls) {
            const QJsonObject function { { QStringLiteral("name"), call.name },
                                         { QStringLiteral("arguments"), call.arguments.isEmpty() ? QStringLiteral("{}") : call.arguments } };
            calls.append(QJsonObject { { QStringLiteral("id"), call.id }, { QStringLiteral("type"), QStringLiteral("function") },
                                       { QStringLiteral("function"), function } });
        }
        write(",\"tool_calls\":" + QJsonDocument(calls).toJson(QJsonDocument::Compact));
    }
    if (message.role == Role::Tool)
        write(",\"tool_call_id\":" + quoted(message.toolCallId));
    write("}");
}

void BodyWriter::writeParts(const Message &message)
{
    write("[");
    bool isFirst = true;
    for (const ContentPart &part : message.parts) {
        if (!std::exchange(isFirst, false))
            write(",");
        std::visit(Overloads {
                       [this](const TextPart &text) { write("{\"type\":\"text\",\"text\":" + quoted(text.text) + "}"); },
                       [this](const ImagePart &image) { writeImage(image); },
                   },
                   part);
    }
    write("]");
}

void BodyWriter::writeImage(const ImagePart &image)
{
    write("{\"type\":\"image_url\",\"image_url\":{\"url\":");
    if (image.blob.isEmpty()) {
        write(quoted(QString::fromLatin1(image.url.toEncoded())));
    } else {
        Result<std::unique_ptr<QIODevice>> blob = m_blobs.openBlob(image.blob);
        if (!blob) {
            fail(blob.error());
            return;
        }
        const qint64 size = blob.value()->size();
        if (size <= 0)
            fail(refused(ErrorKind::Unreadable, Texts::tr("A picture is empty. Remove it from the message")));
        else if (size > m_limits.image)
            fail(refused(ErrorKind::TooLarge, Texts::tr("A picture is larger than %1 MB. Make it smaller, or remove it")
                                                  .arg(m_limits.image / (1024 * 1024))));
        write("\"data:" + image.mimeType + ";base64,");
        m_body->appendBase64(std::move(blob).value());
        write("\"");
    }
    write(",\"detail\":" + quoted(imageDetailName(image.detail)) + "}}");
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
        return refused(ErrorKind::TooLarge, Texts::tr("The conversation with its pictures is larger than %1 MB. Remove pictures, or start a new one")
                                                .arg(m_limits.body / (1024 * 1024)));
    }
    m_body->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return std::move(m_body);
}

} // namespace

Result<std::unique_ptr<RequestBody>> encodeRequest(const CompletionRequest &request, const BlobSource &blobs,
                                                   const RequestLimits &limits)
{
    if (request.modelId.isEmpty())
        return refused(ErrorKind::InvalidInput, Texts::tr("No model is chosen. Choose one"));
    if (const QString problem = firstBadOption(request.options); !problem.isEmpty())
        return refused(ErrorKind::InvalidInput, problem);
    const std::vector<Message> history = historyToSend(request.messages, request.endpoint.profile);
    const bool hasTurn = std::any_of(history.begin(), history.end(),
                                     [](const Message &message) { return message.role != Role::System && message.role != Role::Developer; });
    if (!hasTurn)
        return refused(ErrorKind::InvalidInput, Texts::tr("There is nothing to send. Write something"));

    BodyWriter writer(blobs, limits);
    const QByteArray fields = compact(requestFields(request));
    writer.write(fields.chopped(1) + ",\"messages\":[");
    writer.writeMessages(history, request.endpoint.profile);
    writer.write("]}");
    return writer.finished();
}
