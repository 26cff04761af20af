// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreignshapes_p.h"

#include "foreigncontent_p.h"

using namespace foreign;

namespace {

std::optional<ImportOrigin> originOf(const QJsonObject &json)
{
    const auto has = [&](const char *name) { return json.contains(QLatin1String(name)); };
    if (has("mapping"))
        return ImportOrigin::ChatGpt;
    if (has("chat_messages"))
        return ImportOrigin::Claude;
    if (object(json, "chat").contains(QLatin1String("history")) || object(json, "chat").contains(QLatin1String("messages")))
        return ImportOrigin::OpenWebUi;
    if (has("conv"))
        return ImportOrigin::LlamaCpp;
    const QJsonArray messages = array(json, "messages");
    if (messages.at(0).toObject().contains(QLatin1String("versions")))
        return ImportOrigin::LmStudio;
    if (!messages.isEmpty() && messages.at(0).toObject().contains(QLatin1String("role")))
        return ImportOrigin::Messages;
    return std::nullopt;
}

ForeignConversation conversationOf(ImportOrigin origin, const QJsonObject &json, const PictureFinder &findPicture)
{
    switch (origin) {
    case ImportOrigin::ChatGpt:
        return chatGptConversation(json, findPicture);
    case ImportOrigin::Claude:
        return claudeConversation(json);
    case ImportOrigin::OpenWebUi:
        return openWebUiConversation(json);
    case ImportOrigin::LlamaCpp:
        return llamaCppConversation(json);
    case ImportOrigin::LmStudio:
        return lmStudioConversation(json);
    case ImportOrigin::Chatbox:
    case ImportOrigin::Messages:
    case ImportOrigin::Jan:
    case ImportOrigin::Grackle:
        break;
    }
    return plainConversation(array(json, "messages"), json);
}

std::optional<ForeignFile> readChatbox(const QJsonObject &json)
{
    const QString Prefix = QStringLiteral("session:");
    ForeignFile file { ImportOrigin::Chatbox, {} };
    QJsonArray sessions;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        if (entry.key().startsWith(Prefix))
            sessions.append(entry.value());
    }
    for (const QJsonValue session : array(json, "chat-sessions"))
        sessions.append(session);
    for (const QJsonValue session : std::as_const(sessions)) {
        std::vector<ForeignConversation> threads = chatboxConversations(session.toObject());
        std::move(threads.begin(), threads.end(), std::back_inserter(file.conversations));
    }
    return file.conversations.empty() ? std::nullopt : std::optional(std::move(file));
}

}

std::optional<ForeignFile> readForeignJson(const QJsonValue &json, const PictureFinder &findPicture)
{
    if (json.isObject()) {
        if (std::optional<ForeignFile> chatbox = readChatbox(json.toObject()))
            return chatbox;
    }
    QJsonArray entries = json.isArray() ? json.toArray() : QJsonArray { json };
    // A conversation that is its messages and nothing else.
    if (json.isArray() && entries.at(0).toObject().contains(QLatin1String("role")))
        entries = QJsonArray { QJsonObject { { QStringLiteral("messages"), entries } } };
    const std::optional<ImportOrigin> origin = originOf(entries.at(0).toObject());
    if (!origin)
        return std::nullopt;
    ForeignFile file { *origin, {} };
    for (const QJsonValue entry : std::as_const(entries)) {
        // One stranger among them makes the file one that is not understood.
        if (originOf(entry.toObject()) == origin)
            file.conversations.push_back(conversationOf(*origin, entry.toObject(), findPicture));
        else if (*origin != ImportOrigin::Messages || !array(entry.toObject(), "messages").isEmpty())
            return std::nullopt;
    }
    return file;
}
