// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "bodywriter_p.h"

namespace {

void writeImage(BodyWriter &writer, const ImagePart &image)
{
    writer.write("{\"type\":\"image_url\",\"image_url\":{\"url\":");
    writer.writeImageUrl(image);
    writer.write(",\"detail\":" + quoted(imageDetailName(image.detail)) + "}}");
}

void writeParts(BodyWriter &writer, const Message &message)
{
    writer.write("[");
    bool isFirst = true;
    for (const ContentPart &part : message.parts) {
        if (!std::exchange(isFirst, false))
            writer.write(",");
        std::visit(Overloads {
                       [&](const TextPart &text) { writer.write("{\"type\":\"text\",\"text\":" + quoted(text.text) + "}"); },
                       [&](const ImagePart &image) { writeImage(writer, image); },
                   },
                   part);
    }
    writer.write("]");
}

QJsonArray callsOf(const Message &message)
{
    QJsonArray calls;
    for (const ToolCall &call : message.toolCalls) {
        const QJsonObject function { { QStringLiteral("name"), call.name },
                                     { QStringLiteral("arguments"), call.arguments.isEmpty() ? QStringLiteral("{}") : call.arguments } };
        calls.append(QJsonObject { { QStringLiteral("id"), call.id }, { QStringLiteral("type"), QStringLiteral("function") },
                                   { QStringLiteral("function"), function } });
    }
    return calls;
}

void writeMessage(BodyWriter &writer, const Message &message, const WireProfile &profile)
{
    writer.write("{\"role\":" + quoted(roleName(message.role)) + ",\"content\":");
    const QString text = textOf(message);
    if (hasImages(message))
        writeParts(writer, message);
    else if (text.isEmpty() && !message.toolCalls.isEmpty() && profile.sendsNullBesideToolCalls)
        writer.write("null");
    else if (text.isEmpty() && message.role == Role::Tool)
        writer.write("\"(empty)\"");   // empty content is refused
    else
        writer.write(quoted(text));

    if (profile.echoesReasoning && !message.toolCalls.isEmpty() && message.answer && !message.answer->reasoning.isEmpty())
        writer.write(",\"reasoning_content\":" + quoted(message.answer->reasoning));
    if (!message.toolCalls.isEmpty())
        writer.write(",\"tool_calls\":" + compact(callsOf(message)));
    if (message.role == Role::Tool)
        writer.write(",\"tool_call_id\":" + quoted(message.toolCallId));
    writer.write("}");
}

} // namespace

void writeChatMessages(BodyWriter &writer, const std::vector<Message> &messages, const WireProfile &profile)
{
    bool isFirst = true;
    for (const Message &message : messages) {
        if (!std::exchange(isFirst, false))
            writer.write(",");
        writeMessage(writer, message, profile);
    }
}
