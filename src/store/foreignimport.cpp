// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "foreignimport.h"

#include "blobstore_p.h"
#include "foreignshapes_p.h"
#include "foreigntree_p.h"
#include "jsondepth_p.h"
#include "storagetext_p.h"
#include "ziparchive_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

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

Error damaged(const QString &name, const Error &why)
{
    return storageProblem(ErrorKind::UnsupportedFile, Storage::tr("%1 in this archive is damaged, so nothing of it can be imported.").arg(name.left(100)), why.detail);
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

// A message, or a conversation, on each line.
std::optional<ForeignFile> readLines(const QByteArray &bytes, const PictureFinder &findPicture)
{
    QJsonArray entries;
    for (const QByteArray &line : bytes.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        if (entry.isEmpty())
            return std::nullopt;
        entries.append(entry);
    }
    return entries.at(0).toObject().contains(QLatin1String("role")) ? readJanThread(bytes, {}) : readForeignJson(entries, findPicture);
}

Result<ForeignFile> readJson(const QByteArray &bytes, const PictureFinder &findPicture)
{
    const Result<QJsonValue> json = parse(bytes);
    if (!json) {
        const bool hasLines = bytes.left(bytes.indexOf('\n')).trimmed().endsWith('}') && !isJsonDeeperThan(bytes, ForeignDepthLimit);
        if (std::optional<ForeignFile> lines = hasLines ? readLines(bytes, findPicture) : std::nullopt)
            return *std::move(lines);
        return json.error();
    }
    std::optional<ForeignFile> file = readForeignJson(json.value(), findPicture);
    return file ? Result<ForeignFile>(*std::move(file)) : Result<ForeignFile>(refused(QStringLiteral("no known shape")));
}

QString fileNameOf(const QString &name)
{
    return name.mid(name.lastIndexOf(u'/') + 1);
}

// An archive that is read, and its files by what they are called.
class ExportArchive
{
public:
    explicit ExportArchive(ZipArchive archive) : m_archive(std::move(archive))
    {
        for (const QString &name : m_archive.names())
            m_byFileName.insert(fileNameOf(name), name);
    }

    // An export names a file by its id; it is called by that, perhaps with more behind it.
    QByteArray find(const QString &id)
    {
        constexpr int ShortestId = 5;
        for (auto file = m_byFileName.lowerBound(id); id.size() >= ShortestId && file != m_byFileName.end() && file.key().startsWith(id); ++file) {
            if (file.key().size() == id.size() || !file.key().at(id.size()).isLetterOrNumber())
                return m_archive.read(file.value()).value_or(QByteArray());
        }
        return {};
    }

    Result<ForeignFile> read()
    {
        QStringList threads;
        QStringList exports;
        QStringList others;
        for (const QString &name : m_archive.names()) {
            const QString fileName = fileNameOf(name);
            const bool isJson = fileName.endsWith(QLatin1String(".json")) && !fileName.startsWith(u'.');
            if (fileName == QLatin1String("messages.jsonl"))
                threads.append(name);
            else if (fileName == QLatin1String("conversations.json") || (isJson && fileName.startsWith(QLatin1String("conversations-"))))
                exports.append(name);
            else if (isJson || m_archive.names().size() == 1)
                others.append(name);
        }
        if (!threads.isEmpty())
            return readThreads(threads);
        return exports.isEmpty() ? readAll(others, Strangers::Skipped) : readAll(exports, Strangers::Refused);
    }

private:
    enum class Strangers { Refused, Skipped };

    // As Jan keeps them: a folder for each.
    Result<ForeignFile> readThreads(const QStringList &names)
    {
        ForeignFile all { ImportOrigin::Jan, {} };
        for (const QString &name : names) {
            const std::optional<QByteArray> lines = m_archive.read(name);
            const QString folder = name.left(name.size() - fileNameOf(name).size());
            const QByteArray facts = m_archive.read(folder + QStringLiteral("thread.json")).value_or(QByteArray());
            if (!lines || isJsonDeeperThan(*lines, ForeignDepthLimit) || isJsonDeeperThan(facts, ForeignDepthLimit))
                return refused(QStringLiteral("cannot be unpacked"));
            if (lines->trimmed().isEmpty())
                continue;
            std::optional<ForeignFile> thread = readJanThread(*lines, QJsonDocument::fromJson(facts).object());
            if (!thread)
                return refused(QStringLiteral("no messages by line"));
            std::move(thread->conversations.begin(), thread->conversations.end(), std::back_inserter(all.conversations));
        }
        return all;
    }

    Result<ForeignFile> readAll(const QStringList &names, Strangers strangers)
    {
        ForeignFile all;
        const PictureFinder findPicture = [this](const QString &id) { return find(id); };
        for (const QString &name : names) {
            const std::optional<QByteArray> bytes = m_archive.read(name);
            if (!bytes)
                return refused(QStringLiteral("cannot be unpacked"));
            Result<ForeignFile> part = readJson(*bytes, findPicture);
            // Beside conversations lie settings, lists of models: whole, and none of ours. What is broken may have been a conversation.
            if (!part && strangers == Strangers::Skipped) {
                if (const Result<QJsonValue> json = parse(*bytes); !json)
                    return damaged(fileNameOf(name), json.error());
                continue;
            }
            if (!part)
                return part.error();
            if (!all.conversations.empty() && part.value().origin != all.origin)
                return refused(QStringLiteral("files of several programs"));
            all.origin = part.value().origin;
            std::move(part.value().conversations.begin(), part.value().conversations.end(), std::back_inserter(all.conversations));
        }
        return all.conversations.empty() ? Result<ForeignFile>(refused(QStringLiteral("no conversations in it"))) : Result<ForeignFile>(std::move(all));
    }

    ZipArchive m_archive;
    QMap<QString, QString> m_byFileName;
};

Result<ForeignFile> readZip(const QByteArray &bytes)
{
    std::optional<ZipArchive> archive = ZipArchive::open(bytes, UnpackedLimit);
    return archive ? ExportArchive(*std::move(archive)).read() : Result<ForeignFile>(refused(QStringLiteral("not a whole archive")));
}

Result<ForeignImport> convert(const ForeignFile &file, const PictureConverter &convertPicture)
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
        std::optional<ForeignTree> tree = treeOf(conversation, importOriginName(file.origin), convertPicture);
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

Result<ForeignImport> decodeForeignFile(const QByteArray &bytes, const PictureConverter &convertPicture)
{
    if (bytes.size() > SizeLimit)
        return tooLarge();
    if (ZipArchive::isZip(bytes)) {
        const Result<ForeignFile> file = readZip(bytes);
        return file ? convert(file.value(), convertPicture) : Result<ForeignImport>(file.error());
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
    return file ? convert(file.value(), convertPicture) : Result<ForeignImport>(file.error());
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
