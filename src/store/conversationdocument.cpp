// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationdocument.h"

#include "answertext.h"
#include "blobstore_p.h"
#include "jsondepth_p.h"
#include "messagejson_p.h"
#include "sourcetext.h"
#include "storagetext_p.h"

#include <QJsonDocument>
#include <QSet>

namespace {

constexpr qsizetype SizeLimit = qsizetype(512) * 1024 * 1024;
constexpr int DepthLimit = 64;
constexpr qsizetype MessageLimit = 200'000;
constexpr int FormatVersion = 1;
const QString FormatName = QStringLiteral("grackle-conversation");
const QString DataScheme = QStringLiteral("data:");
const QString Base64Mark = QStringLiteral(";base64,");

Error refused(const QString &why)
{
    return storageProblem(ErrorKind::UnsupportedFile, Storage::tr("This file is not a conversation that can be opened."), why);
}

// Takes images out of data URLs while parts are read.
class ImageCollector
{
public:
    bool read(const QString &url, ImagePart &image)
    {
        if (!url.startsWith(DataScheme)) {
            image.url = QUrl(url, QUrl::StrictMode);
            const QString scheme = image.url.scheme();
            return image.url.isValid() && (scheme == QLatin1String("https") || scheme == QLatin1String("http"));
        }
        const qsizetype mark = url.indexOf(Base64Mark);
        const QString mimeType = url.mid(DataScheme.size(), mark - DataScheme.size());
        if (mark < 0 || (mimeType != QLatin1String("image/png") && mimeType != QLatin1String("image/jpeg")))
            return false;
        const auto decoded = QByteArray::fromBase64Encoding(QStringView(url).mid(mark + Base64Mark.size()).toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || decoded.decoded.isEmpty())
            return false;
        image.mimeType = mimeType.toLatin1();
        image.blob = BlobStore::idOf(decoded.decoded);
        image.byteCount = decoded.decoded.size();
        if (!m_known.contains(image.blob)) {
            m_known.insert(image.blob);
            m_found.emplace_back(image.blob, decoded.decoded);
        }
        return true;
    }
    std::vector<std::pair<BlobId, QByteArray>> take() { return std::move(m_found); }

private:
    QSet<BlobId> m_known;
    std::vector<std::pair<BlobId, QByteArray>> m_found;
};

// The wire also knows content that is a single text.
QJsonObject withContentAsParts(QJsonObject json)
{
    const QString content = QStringLiteral("content");
    if (json.value(content).isString())
        json.insert(content, partsToJson({ TextPart { json.value(content).toString() } }));
    return json;
}

std::optional<Message> readMessage(const QJsonValue &value, ImageCollector &images)
{
    const QJsonObject json = withContentAsParts(value.toObject());
    std::optional<Message> message = messageFromJson(json, [&](const QString &url, ImagePart &image) { return images.read(url, image); });
    // A part that was skipped would be lost, and this format promises to lose nothing.
    if (!message || qsizetype(message->parts.size()) != json.value(QLatin1String("content")).toArray().size())
        return std::nullopt;
    if (message->state == MessageState::Streaming)
        message->state = MessageState::CutOff;
    return message;
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

QString headingOf(const Message &message)
{
    switch (message.role) {
    case Role::User:
        return Storage::tr("You");
    case Role::Assistant:
        if (message.answer && !message.answer->answeredBy.isEmpty())
            return oneLine(message.answer->answeredBy);
        return message.answer && !message.answer->modelId.isEmpty() ? oneLine(message.answer->modelId) : Storage::tr("Answer");
    case Role::Tool:
        return Storage::tr("Tool");
    case Role::System:
    case Role::Developer:
        return Storage::tr("Instructions");
    }
    return {};
}

QString sourceList(const Message &message)
{
    const QString list = message.answer ? sourcesMarkdown(sourcesOf(textOf(message), message.answer->citations)) : QString();
    return list.isEmpty() ? list : QLatin1Char('\n') + list;
}

QString markdownOf(const ImagePart &image, const PictureAddress &pictures)
{
    if (const QString address = pictures ? pictures(image) : QString(); !address.isEmpty()) {
        // A name came from somewhere: nothing in it may end the description.
        QString name = oneLine(image.name);
        for (const QChar mark : QStringLiteral("[]\\`<>"))
            name.remove(mark);
        return QStringLiteral("![%1](%2)").arg(name, address);
    }
    const QString name = image.name.isEmpty() ? Storage::tr("picture") : oneLine(image.name);
    // One that is on the Internet is a link: reading the file fetches nothing.
    if (image.blob.isEmpty() && !image.url.isEmpty())
        return QStringLiteral("*%1:* <%2>").arg(Storage::tr("Image"), image.url.toString(QUrl::FullyEncoded));
    const QString size = image.pixels.isValid() ? QStringLiteral(", %1 × %2").arg(image.pixels.width()).arg(image.pixels.height()) : QString();
    return QStringLiteral("*%1: %2%3*").arg(Storage::tr("Image"), name, size);
}

QString stateNote(MessageState state)
{
    switch (state) {
    case MessageState::Stopped:
        return Storage::tr("stopped");
    case MessageState::CutOff:
        return Storage::tr("cut off");
    case MessageState::Failed:
        return Storage::tr("failed");
    case MessageState::Complete:
    case MessageState::Streaming:
        break;
    }
    return {};
}

}

Result<QByteArray> encodeConversationDocument(const ConversationDocument &document, const BlobSource &blobs)
{
    std::optional<Error> failure;
    const ImageUrlWriter writeUrl = [&](const ImagePart &image) {
        if (image.blob.isEmpty())
            return image.url.toString(QUrl::FullyEncoded);
        const Result<std::unique_ptr<QIODevice>> device = blobs.openBlob(image.blob);
        if (!device) {
            failure = device.error();
            return QString();
        }
        return DataScheme + QString::fromLatin1(image.mimeType) + Base64Mark + QString::fromLatin1(device.value()->readAll().toBase64());
    };
    QJsonArray messages;
    for (const Message &message : document.messages) {
        messages.append(messageToJson(message, writeUrl));
        if (failure)
            return *failure;
    }
    const QJsonObject json { { QStringLiteral("format"), FormatName },
                             { QStringLiteral("version"), FormatVersion },
                             { QStringLiteral("conversation"), conversationToJson(document.conversation) },
                             { QStringLiteral("messages"), messages } };
    return QJsonDocument(json).toJson();
}

Result<DecodedDocument> decodeConversationDocument(const QByteArray &bytes)
{
    if (bytes.size() > SizeLimit)
        return storageProblem(ErrorKind::TooLarge, Storage::tr("This conversation is larger than 512 MB and cannot be opened."));
    if (isJsonDeeperThan(bytes, DepthLimit))
        return refused(QStringLiteral("nested too deeply"));
    QJsonParseError parseError;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return refused(parseError.errorString());
    if (json.value(QLatin1String("format")).toString() != FormatName)
        return refused(QStringLiteral("not a conversation document"));
    const qint64 version = json.value(QLatin1String("version")).toInteger();
    if (version > FormatVersion)
        return storageProblem(ErrorKind::UnsupportedFile, Storage::tr("This conversation was written by a newer Grackle. Update Grackle to open it."));
    const std::optional<Conversation> conversation = conversationFromJson(json.value(QLatin1String("conversation")).toObject());
    if (version < 1 || !conversation)
        return refused(QStringLiteral("no conversation in it"));
    const QJsonArray messages = json.value(QLatin1String("messages")).toArray();
    if (messages.size() > MessageLimit)
        return storageProblem(ErrorKind::TooLarge, Storage::tr("This conversation has more than 200,000 messages and cannot be opened."));

    DecodedDocument decoded;
    decoded.document.conversation = *conversation;
    ImageCollector images;
    QSet<MessageId> known;
    for (const QJsonValue value : messages) {
        std::optional<Message> message = readMessage(value, images);
        if (!message)
            return refused(QStringLiteral("message %1 makes no sense").arg(known.size() + 1));
        if (known.contains(message->id) || (!message->parentId.isNull() && !known.contains(message->parentId)))
            return refused(QStringLiteral("message %1 has no place in the tree").arg(known.size() + 1));
        known.insert(message->id);
        decoded.document.messages.push_back(*std::move(message));
    }
    if (!conversation->head.isNull() && !known.contains(conversation->head))
        return refused(QStringLiteral("the head is not among the messages"));
    decoded.blobs = images.take();
    return decoded;
}

QString toMarkdown(const Conversation &conversation, const std::vector<Message> &branch, const PictureAddress &pictures)
{
    QString markdown = QStringLiteral("# ") + (conversation.title.isEmpty() ? Storage::tr("Conversation") : oneLine(conversation.title)) + QLatin1Char('\n');
    for (const Message &message : branch) {
        markdown += QStringLiteral("\n## ") + headingOf(message) + QLatin1Char('\n');
        for (const ContentPart &part : message.parts) {
            std::visit(Overloads {
                [&](const TextPart &textPart) { markdown += QLatin1Char('\n') + textPart.text + QLatin1Char('\n'); },
                [&](const ImagePart &image) { markdown += QLatin1Char('\n') + markdownOf(image, pictures) + QLatin1Char('\n'); },
            }, part);
        }
        if (const QString said = answerMarkdown(message); !said.isEmpty())
            markdown += QLatin1Char('\n') + said;
        markdown += sourceList(message);
        if (const QString note = stateNote(message.state); !note.isEmpty())
            markdown += QStringLiteral("\n*(%1)*\n").arg(note);
    }
    return markdown;
}
