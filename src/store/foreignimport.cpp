// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreignimport.h"

#include "blobstore_p.h"
#include "foreignshapes_p.h"
#include "foreigntree_p.h"
#include "jsondepth_p.h"
#include "storagetext_p.h"
#include "ziparchive_p.h"

#include <QJsonDocument>

namespace {

constexpr qsizetype SizeLimit = qsizetype(512) * 1024 * 1024;
constexpr qint64 UnpackedLimit = qint64(1024) * 1024 * 1024;
constexpr size_t ConversationLimit = 100'000;
constexpr size_t MessageLimit = 2'000'000;

Error refused(const QString &why)
{
    return storageProblem(ErrorKind::UnsupportedFile, Storage::tr("This file holds no conversations that can be imported."), why);
}

Error tooLarge()
{
    return storageProblem(ErrorKind::TooLarge, Storage::tr("This file is larger than what can be imported at once."));
}

Result<QJsonValue> parse(const QByteArray &bytes)
{
    if (isJsonDeeperThan(bytes, ForeignDepthLimit))
        return refused(QStringLiteral("nested too deeply"));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return refused(problem.errorString());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

bool isMessagesByLine(const QByteArray &bytes)
{
    return bytes.trimmed().contains('\n') && bytes.left(bytes.indexOf('\n')).trimmed().endsWith('}');
}

Result<ForeignFile> readJson(const QByteArray &bytes, const PictureFinder &findPicture)
{
    const Result<QJsonValue> json = parse(bytes);
    if (!json) {
        // Every line a message: the whole is no JSON.
        if (std::optional<ForeignFile> thread = isMessagesByLine(bytes) && !isJsonDeeperThan(bytes, ForeignDepthLimit) ? readJanThread(bytes, {}) : std::nullopt)
            return *std::move(thread);
        return json.error();
    }
    std::optional<ForeignFile> file = readForeignJson(json.value(), findPicture);
    return file ? Result<ForeignFile>(*std::move(file)) : Result<ForeignFile>(refused(QStringLiteral("no known shape")));
}

QString fileNameOf(const QString &name)
{
    return name.mid(name.lastIndexOf(u'/') + 1);
}

Result<ForeignFile> readZip(const QByteArray &bytes)
{
    std::optional<ZipArchive> archive = ZipArchive::open(bytes, UnpackedLimit);
    if (!archive)
        return refused(QStringLiteral("not a whole archive"));
    QHash<QString, QString> byFileName;
    for (const QString &name : archive->names())
        byFileName.insert(fileNameOf(name), name);
    // An export names a picture by its id; its file is called by that, perhaps with more behind it.
    const PictureFinder findPicture = [&](const QString &id) {
        for (auto file = byFileName.cbegin(); id.size() > 4 && file != byFileName.cend(); ++file) {
            if (file.key().startsWith(id))
                return archive->read(file.value()).value_or(QByteArray());
        }
        return QByteArray();
    };
    if (byFileName.contains(QStringLiteral("messages.jsonl"))) {
        const QByteArray lines = archive->read(byFileName.value(QStringLiteral("messages.jsonl"))).value_or(QByteArray());
        const QByteArray facts = archive->read(byFileName.value(QStringLiteral("thread.json"))).value_or(QByteArray());
        std::optional<ForeignFile> thread;
        if (!isJsonDeeperThan(lines, ForeignDepthLimit) && !isJsonDeeperThan(facts, ForeignDepthLimit))
            thread = readJanThread(lines, QJsonDocument::fromJson(facts).object());
        return thread ? Result<ForeignFile>(*std::move(thread)) : Result<ForeignFile>(refused(QStringLiteral("no messages by line")));
    }
    QStringList wanted;
    for (const QString &name : archive->names()) {
        const QString fileName = fileNameOf(name);
        if (fileName == QLatin1String("conversations.json") || (fileName.startsWith(QLatin1String("conversations-")) && fileName.endsWith(QLatin1String(".json"))))
            wanted.append(name);
    }
    if (wanted.isEmpty() && archive->names().size() == 1)
        wanted = archive->names();
    ForeignFile all;
    for (const QString &name : std::as_const(wanted)) {
        const std::optional<QByteArray> json = archive->read(name);
        if (!json)
            return refused(QStringLiteral("cannot be unpacked"));
        Result<ForeignFile> part = readJson(*json, findPicture);
        if (!part)
            return part.error();
        all.origin = part.value().origin;
        std::move(part.value().conversations.begin(), part.value().conversations.end(), std::back_inserter(all.conversations));
    }
    return wanted.isEmpty() ? Result<ForeignFile>(refused(QStringLiteral("no conversations.json in it"))) : Result<ForeignFile>(std::move(all));
}

Result<ForeignImport> convert(const ForeignFile &file)
{
    if (file.conversations.size() > ConversationLimit)
        return tooLarge();
    ForeignImport import;
    import.origin = file.origin;
    size_t count = 0;
    for (const ForeignConversation &conversation : file.conversations) {
        count += conversation.messages.size();
        if (count > MessageLimit)
            return tooLarge();
        std::optional<ForeignTree> tree = treeOf(conversation, importOriginName(file.origin));
        if (!tree)
            return refused(QStringLiteral("its messages answer each other in a circle"));
        import.leftOut += tree->leftOut;
        if (tree->document.document.messages.empty())
            continue;
        import.messages += qsizetype(tree->document.document.messages.size());
        import.pictures += qsizetype(tree->document.blobs.size());
        import.conversations.push_back(std::move(tree->document));
    }
    if (import.conversations.empty())
        return refused(QStringLiteral("nothing said in it"));
    return import;
}

bool isOurs(const QByteArray &bytes)
{
    // Ours are written with their format's name; what follows decides.
    return bytes.contains("\"grackle-conversation\"") && QJsonDocument::fromJson(bytes).object().value(QLatin1String("format")).toString() == QLatin1String("grackle-conversation");
}

}

Result<ForeignImport> decodeForeignFile(const QByteArray &bytes)
{
    if (bytes.size() > SizeLimit)
        return tooLarge();
    if (ZipArchive::isZip(bytes)) {
        const Result<ForeignFile> file = readZip(bytes);
        return file ? convert(file.value()) : Result<ForeignImport>(file.error());
    }
    if (!isJsonDeeperThan(bytes, ForeignDepthLimit) && isOurs(bytes)) {
        Result<DecodedDocument> document = decodeConversationDocument(bytes);
        if (!document)
            return document.error();
        ForeignImport import;
        import.origin = ImportOrigin::Grackle;
        import.messages = qsizetype(document.value().document.messages.size());
        import.pictures = qsizetype(document.value().blobs.size());
        import.conversations.push_back(std::move(document).value());
        return import;
    }
    const Result<ForeignFile> file = readJson(bytes, [](const QString &) { return QByteArray(); });
    return file ? convert(file.value()) : Result<ForeignImport>(file.error());
}

QString importOriginName(ImportOrigin origin)
{
    switch (origin) {
    case ImportOrigin::Grackle:
        return QStringLiteral("Grackle");
    case ImportOrigin::ChatGpt:
        return QStringLiteral("ChatGPT");
    case ImportOrigin::Claude:
        return QStringLiteral("Claude");
    case ImportOrigin::OpenWebUi:
        return QStringLiteral("Open WebUI");
    case ImportOrigin::Chatbox:
        return QStringLiteral("Chatbox");
    case ImportOrigin::LmStudio:
        return QStringLiteral("LM Studio");
    case ImportOrigin::Jan:
        return QStringLiteral("Jan");
    case ImportOrigin::LlamaCpp:
        return QStringLiteral("llama.cpp");
    case ImportOrigin::Messages:
        break;
    }
    return QStringLiteral("JSON");
}
