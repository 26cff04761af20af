// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "arrangementjson_p.h"

QJsonObject arrangementToJson(const Arrangement &arrangement)
{
    return { { QStringLiteral("id"), arrangement.id.toString() },
             { QStringLiteral("pinned"), arrangement.isPinned },
             { QStringLiteral("archived"), arrangement.isArchived },
             { QStringLiteral("folder"), arrangement.folder.isNull() ? QString() : arrangement.folder.toString() },
             { QStringLiteral("tags"), tagsToJson(arrangement.tags) },
             { QStringLiteral("deleted"), arrangement.deletedAtMs } };
}

Arrangement arrangementFromJson(const QJsonObject &json)
{
    Arrangement arrangement;
    arrangement.id = ConversationId::fromString(json.value(QLatin1String("id")).toString());
    arrangement.isPinned = json.value(QLatin1String("pinned")).toBool();
    arrangement.isArchived = json.value(QLatin1String("archived")).toBool();
    arrangement.folder = FolderId::fromString(json.value(QLatin1String("folder")).toString());
    arrangement.tags = tagsFromJson(json.value(QLatin1String("tags")).toArray());
    arrangement.deletedAtMs = json.value(QLatin1String("deleted")).toInteger();
    return arrangement;
}

QJsonObject folderToJson(const Folder &folder)
{
    return { { QStringLiteral("id"), folder.id.toString() },
             { QStringLiteral("name"), folder.name },
             { QStringLiteral("endpoint"), folder.endpointId },
             { QStringLiteral("model"), folder.modelId },
             { QStringLiteral("system_prompt"), folder.systemPrompt },
             { QStringLiteral("created"), folder.createdAtMs } };
}

Folder folderFromJson(const QJsonObject &json)
{
    Folder folder;
    folder.id = FolderId::fromString(json.value(QLatin1String("id")).toString());
    folder.name = json.value(QLatin1String("name")).toString();
    folder.endpointId = json.value(QLatin1String("endpoint")).toString();
    folder.modelId = json.value(QLatin1String("model")).toString();
    folder.systemPrompt = json.value(QLatin1String("system_prompt")).toString();
    folder.createdAtMs = json.value(QLatin1String("created")).toInteger();
    return folder;
}

QJsonArray tagsToJson(const QStringList &tags)
{
    return QJsonArray::fromStringList(tags);
}

QStringList tagsFromJson(const QJsonArray &json)
{
    QStringList tags;
    for (const QJsonValue tag : json) {
        if (!tag.toString().isEmpty() && !tags.contains(tag.toString()))
            tags.append(tag.toString());
    }
    return tags;
}
