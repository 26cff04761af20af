// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "bodywriter_p.h"

namespace {

class ItemWriter
{
public:
    ItemWriter(BodyWriter &writer, const CompletionRequest &request) : m_writer(writer), m_request(request) {}
    void writeMessage(const Message &message);

private:
    void beginItem();
    void writeItem(const QJsonObject &item);
    void writeTurn(const Message &message);
    void writeParts(const Message &message);
    bool isFromHere(const Message &message) const;

    BodyWriter &m_writer;
    const CompletionRequest &m_request;
    bool m_isFirst = true;
};

void ItemWriter::beginItem()
{
    if (!std::exchange(m_isFirst, false))
        m_writer.write(",");
}

void ItemWriter::writeItem(const QJsonObject &item)
{
    beginItem();
    m_writer.write(compact(item));
}

// What is encrypted can be read by the one who wrote it, and nobody else gets it.
bool ItemWriter::isFromHere(const Message &message) const
{
    return message.answer && message.answer->endpoint == m_request.endpoint.baseUrl && message.answer->modelId == m_request.modelId;
}

void ItemWriter::writeMessage(const Message &message)
{
    if (message.role == Role::Tool) {
        const QString text = textOf(message);
        writeItem({ { QStringLiteral("type"), QStringLiteral("function_call_output") },
                    { QStringLiteral("call_id"), message.toolCallId },
                    { QStringLiteral("output"), text.isEmpty() ? QStringLiteral("(empty)") : text } });
        return;
    }
    if (isFromHere(message)) {
        for (const QJsonValue &item : message.answer->carriedItems)
            writeItem(item.toObject());
    }
    if (!textOf(message).isEmpty() || hasImages(message))
        writeTurn(message);
    for (const ToolCall &call : message.toolCalls) {
        writeItem({ { QStringLiteral("type"), QStringLiteral("function_call") },
                    { QStringLiteral("call_id"), call.id },
                    { QStringLiteral("name"), call.name },
                    { QStringLiteral("arguments"), call.arguments.isEmpty() ? QStringLiteral("{}") : call.arguments } });
    }
}

void ItemWriter::writeTurn(const Message &message)
{
    beginItem();
    m_writer.write("{\"role\":" + quoted(roleName(message.role)) + ",\"content\":");
    if (message.role == Role::Assistant)
        m_writer.write("[{\"type\":\"output_text\",\"text\":" + quoted(textOf(message)) + "}]");
    else if (hasImages(message))
        writeParts(message);
    else
        m_writer.write(quoted(textOf(message)));
    m_writer.write("}");
}

void ItemWriter::writeParts(const Message &message)
{
    m_writer.write("[");
    bool isFirst = true;
    for (const ContentPart &part : message.parts) {
        if (!std::exchange(isFirst, false))
            m_writer.write(",");
        if (const auto *text = std::get_if<TextPart>(&part)) {
            m_writer.write("{\"type\":\"input_text\",\"text\":" + quoted(text->text) + "}");
        } else if (const auto *image = std::get_if<ImagePart>(&part)) {
            m_writer.write("{\"type\":\"input_image\",\"image_url\":");
            m_writer.writeImageUrl(*image);
            m_writer.write(",\"detail\":" + quoted(imageDetailName(image->detail)) + "}");
        }
    }
    m_writer.write("]");
}

} // namespace

void writeInputItems(BodyWriter &writer, const std::vector<Message> &messages, const CompletionRequest &request)
{
    ItemWriter items(writer, request);
    for (const Message &message : messages)
        items.writeMessage(message);
}
