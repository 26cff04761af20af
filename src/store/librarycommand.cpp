// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarycommand_p.h"

#include "arrangementjson_p.h"
#include "messagejson_p.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace {

const QString Name = QStringLiteral("command");
const QString At = QStringLiteral("at");
const QString Value = QStringLiteral("value");
const QString IdMember = QStringLiteral("id");
const QString Bytes = QStringLiteral("bytes");

QCborMap named(const char *name, const QJsonObject &value)
{
    return { { Name, QString::fromLatin1(name) }, { Value, QCborMap::fromJsonObject(value) } };
}

template<typename IdType>
QJsonObject withId(const IdType &id, QJsonObject value = {})
{
    value.insert(IdMember, id.toString());
    return value;
}

struct Encoder
{
    QCborMap operator()(const commands::CreateConversation &work) const { return named("create", conversationToJson(work.conversation)); }
    QCborMap operator()(const commands::SaveConversation &work) const { return named("save", conversationToJson(work.conversation)); }
    QCborMap operator()(const commands::DeleteConversation &work) const { return named("delete", withId(work.id)); }
    QCborMap operator()(const commands::RestoreConversation &work) const { return named("restore", withId(work.id)); }
    QCborMap operator()(const commands::ArrangeConversations &work) const
    {
        QJsonArray list;
        for (const Arrangement &arrangement : work.arrangements)
            list.append(arrangementToJson(arrangement));
        return named("arrange", { { QStringLiteral("conversations"), list } });
    }
    QCborMap operator()(const commands::CopyConversations &work) const
    {
        QJsonArray sources;
        for (const ConversationId &id : work.sources)
            sources.append(id.toString());
        return named("copy", withId(work.copy, { { QStringLiteral("title"), work.title }, { QStringLiteral("sources"), sources } }));
    }
    QCborMap operator()(const commands::EmptyTrash &work) const { return named("empty_trash", { { QStringLiteral("before"), work.deletedBeforeMs } }); }
    QCborMap operator()(const commands::SaveFolder &work) const { return named("folder", folderToJson(work.folder)); }
    QCborMap operator()(const commands::DeleteFolder &work) const { return named("delete_folder", withId(work.id)); }
    QCborMap operator()(const commands::SaveTag &work) const
    {
        return named("tag", { { QStringLiteral("name"), work.tag.name }, { QStringLiteral("color"), work.tag.color } });
    }
    QCborMap operator()(const commands::RenameConversation &work) const
    {
        return named("rename", withId(work.id, { { QStringLiteral("title"), work.title }, { QStringLiteral("manual"), work.isManual },
                                                          { QStringLiteral("undo"), work.isUndo } }));
    }
    QCborMap operator()(const commands::SetHead &work) const
    {
        return named("head", withId(work.id, { { QStringLiteral("head"), work.head.toString() } }));
    }
    QCborMap operator()(const commands::AppendMessage &work) const
    {
        return named("append", withId(work.id, { { QStringLiteral("message"), messageToJson(work.message) } }));
    }
    QCborMap operator()(const commands::SaveProgress &work) const
    {
        return named("progress", withId(work.progress.id, { { QStringLiteral("text"), work.progress.text },
                                                            { QStringLiteral("reasoning"), work.progress.reasoning } }));
    }
    QCborMap operator()(const commands::FinishMessage &work) const { return named("finish", messageToJson(work.message)); }
    QCborMap operator()(const commands::PutBlob &work) const
    {
        QCborMap map = named("blob", {});
        map.insert(Bytes, work.bytes);
        return map;
    }
    QCborMap operator()(const commands::SaveDraft &work) const
    {
        return named("draft", withId(work.id, { { QStringLiteral("text"), work.draft.text },
                                                { QStringLiteral("cursor"), work.draft.cursor },
                                                { QStringLiteral("attachments"), draftPartsToJson(work.draft) },
                                                { QStringLiteral("attachments_first"), work.draft.attachmentsFirst } }));
    }
    QCborMap operator()(const commands::SaveReadingPosition &work) const
    {
        return named("position", withId(work.id, { { QStringLiteral("message"), work.position.message.toString() },
                                                   { QStringLiteral("pixel"), work.position.pixel } }));
    }
    static QJsonObject documentToJson(const ConversationDocument &document)
    {
        QJsonArray messages;
        for (const Message &message : document.messages)
            messages.append(messageToJson(message));
        return { { QStringLiteral("conversation"), conversationToJson(document.conversation) }, { QStringLiteral("messages"), messages },
                 { QStringLiteral("is_archived"), document.isArchived } };
    }
    QCborMap operator()(const commands::ImportDocument &work) const { return named("import", documentToJson(work.document)); }
    QCborMap operator()(const commands::ImportDocuments &work) const
    {
        QJsonArray documents;
        for (const ConversationDocument &document : work.documents)
            documents.append(documentToJson(document));
        return named("import_all", { { QStringLiteral("documents"), documents } });
    }
};

using Work = LibraryCommand::Work;

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

Draft draftOf(const QJsonObject &json)
{
    Draft draft;
    draft.text = text(json, "text");
    draft.cursor = json.value(QLatin1String("cursor")).toInt();
    readDraftParts(json.value(QLatin1String("attachments")).toArray(), draft);
    draft.attachmentsFirst = json.value(QLatin1String("attachments_first")).toBool();
    return draft;
}

std::optional<Work> conversationWork(const QString &name, const QJsonObject &value)
{
    const std::optional<Conversation> conversation = conversationFromJson(value);
    if (!conversation)
        return std::nullopt;
    if (name == QLatin1String("create"))
        return commands::CreateConversation { *conversation };
    return commands::SaveConversation { *conversation };
}

std::optional<ConversationDocument> documentOf(const QJsonObject &value)
{
    const std::optional<Conversation> conversation = conversationFromJson(value.value(QLatin1String("conversation")).toObject());
    if (!conversation)
        return std::nullopt;
    ConversationDocument document { *conversation, {}, value.value(QLatin1String("is_archived")).toBool() };
    for (const QJsonValue entry : value.value(QLatin1String("messages")).toArray()) {
        std::optional<Message> message = messageFromJson(entry.toObject());
        if (!message)
            return std::nullopt;
        document.messages.push_back(*std::move(message));
    }
    return document;
}

std::optional<Work> importWork(const QString &name, const QJsonObject &value)
{
    if (name == QLatin1String("import")) {
        std::optional<ConversationDocument> document = documentOf(value);
        return document ? std::optional<Work>(commands::ImportDocument { *std::move(document) }) : std::nullopt;
    }
    commands::ImportDocuments work;
    for (const QJsonValue entry : value.value(QLatin1String("documents")).toArray()) {
        std::optional<ConversationDocument> document = documentOf(entry.toObject());
        if (!document)
            return std::nullopt;
        work.documents.push_back(*std::move(document));
    }
    return work;
}

std::optional<Work> messageWork(const QString &name, const QJsonObject &value)
{
    const bool isAppend = name == QLatin1String("append");
    const std::optional<Message> message = messageFromJson(isAppend ? value.value(QLatin1String("message")).toObject() : value);
    if (!message)
        return std::nullopt;
    if (isAppend)
        return commands::AppendMessage { ConversationId::fromString(text(value, "id")), *message };
    return commands::FinishMessage { *message };
}

std::optional<Work> arrangingWork(const QString &name, const QJsonObject &value)
{
    if (name == QLatin1String("arrange")) {
        commands::ArrangeConversations work;
        for (const QJsonValue entry : value.value(QLatin1String("conversations")).toArray())
            work.arrangements.append(arrangementFromJson(entry.toObject()));
        return work;
    }
    if (name == QLatin1String("copy")) {
        commands::CopyConversations work { {}, ConversationId::fromString(text(value, "id")), text(value, "title") };
        for (const QJsonValue entry : value.value(QLatin1String("sources")).toArray())
            work.sources.append(ConversationId::fromString(entry.toString()));
        return work;
    }
    if (name == QLatin1String("empty_trash"))
        return commands::EmptyTrash { value.value(QLatin1String("before")).toInteger() };
    if (name == QLatin1String("folder"))
        return commands::SaveFolder { folderFromJson(value) };
    if (name == QLatin1String("delete_folder"))
        return commands::DeleteFolder { FolderId::fromString(text(value, "id")) };
    if (name == QLatin1String("tag"))
        return commands::SaveTag { { text(value, "name"), value.value(QLatin1String("color")).toInt() } };
    return std::nullopt;
}

std::optional<Work> workOf(const QString &name, const QJsonObject &value, const QByteArray &bytes)
{
    const ConversationId id = ConversationId::fromString(text(value, "id"));
    if (name == QLatin1String("create") || name == QLatin1String("save"))
        return conversationWork(name, value);
    if (name == QLatin1String("append") || name == QLatin1String("finish"))
        return messageWork(name, value);
    if (name == QLatin1String("import") || name == QLatin1String("import_all"))
        return importWork(name, value);
    if (name == QLatin1String("blob"))
        return commands::PutBlob { bytes };
    if (name == QLatin1String("rename"))
        return commands::RenameConversation { id, text(value, "title"), value.value(QLatin1String("manual")).toBool(),
                                              value.value(QLatin1String("undo")).toBool() };
    if (name == QLatin1String("delete"))
        return commands::DeleteConversation { id };
    if (name == QLatin1String("restore"))
        return commands::RestoreConversation { id };
    if (name == QLatin1String("head"))
        return commands::SetHead { id, MessageId::fromString(text(value, "head")) };
    if (name == QLatin1String("progress"))
        return commands::SaveProgress { { MessageId(id.uuid()), text(value, "text"), text(value, "reasoning") } };
    if (name == QLatin1String("draft"))
        return commands::SaveDraft { id, draftOf(value) };
    if (name == QLatin1String("position"))
        return commands::SaveReadingPosition { id, { MessageId::fromString(text(value, "message")),
                                                     value.value(QLatin1String("pixel")).toInt() } };
    return arrangingWork(name, value);
}

}

QByteArray encodeCommand(const LibraryCommand &command)
{
    QCborMap map = std::visit(Encoder {}, command.work);
    map.insert(At, command.atMs);
    return map.toCborValue().toCbor();
}

std::optional<LibraryCommand> decodeCommand(const QByteArray &bytes)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    std::optional<Work> work = workOf(map.value(Name).toString(), map.value(Value).toMap().toJsonObject(), map.value(Bytes).toByteArray());
    if (!work)
        return std::nullopt;
    return LibraryCommand { *std::move(work), map.value(At).toInteger() };
}

QByteArray encodeReply(const Result<CommandReply> &reply)
{
    QCborMap map;
    if (reply) {
        map.insert(QStringLiteral("blob"), reply.value().blob);
        map.insert(QStringLiteral("changed"), reply.value().changed.toString());
    } else {
        map.insert(QStringLiteral("error"), errorKindName(reply.error().kind));
        map.insert(QStringLiteral("message"), reply.error().message);
        map.insert(QStringLiteral("detail"), reply.error().detail);
    }
    return map.toCborValue().toCbor();
}

std::optional<Result<CommandReply>> decodeReply(const QByteArray &bytes)
{
    const QCborValue value = QCborValue::fromCbor(bytes);
    if (!value.isMap())
        return std::nullopt;
    const QCborMap map = value.toMap();
    if (!map.contains(QStringLiteral("error")))
        return Result<CommandReply>(CommandReply { map.value(QStringLiteral("blob")).toByteArray(),
                                                   ConversationId::fromString(map.value(QStringLiteral("changed")).toString()) });
    Error error;
    error.kind = errorKindFromName(map.value(QStringLiteral("error")).toString()).value_or(ErrorKind::Storage);
    error.message = map.value(QStringLiteral("message")).toString();
    error.detail = map.value(QStringLiteral("detail")).toString();
    return Result<CommandReply>(error);
}
