// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarygenerations.h"

#include "libraryfiles_p.h"
#include "libraryreader_p.h"
#include "libraryfolder_p.h"
#include "librarysalvage_p.h"
#include "schema_p.h"
#include "storagetext_p.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>

namespace {

Error notReadable()
{
    return storageProblem(ErrorKind::LibraryDamaged, Storage::tr("This backup cannot be read."));
}

// A name is one of the list, never a path.
Result<std::unique_ptr<Database>> openBackup(const LibraryFolder &folder, const QString &name)
{
    if (!backupNames(folder).contains(name))
        return storageProblem(ErrorKind::NotFound, Storage::tr("This backup is not there any more."));
    return Database::open(folder.backups() + QLatin1Char('/') + name, Database::Mode::Read);
}

// A backup whose tables are those of today, for as long as it is read: itself, or a copy of an older one that was migrated.
struct ReadableBackup
{
    std::unique_ptr<QTemporaryDir> copy;
    std::unique_ptr<Database> database;
};

// The backup itself stays as it is. Nothing is indexed: nobody searches the copy.
Result<ReadableBackup> migratedCopy(const LibraryFolder &folder, const QString &name)
{
    ReadableBackup readable { std::make_unique<QTemporaryDir>(folder.backups() + QLatin1Char('/') + CopyToRead + QStringLiteral("XXXXXX")), nullptr };
    if (!readable.copy->isValid())
        return fileError(folder.backups(), errno);
    const QString path = readable.copy->filePath(QStringLiteral("library.db"));
    if (Result<Done> done = copyPrivateFile(folder.backups() + QLatin1Char('/') + name, path); !done)
        return done.error();
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::Write);
    if (!database)
        return database.error();
    if (Result<Done> done = migrateSchema(*database.value()); !done)
        return done.error();
    readable.database = std::move(database).value();
    return readable;
}

Result<ReadableBackup> openBackupOfToday(const LibraryFolder &folder, const QString &name)
{
    // From here on a conversation's tables have all their columns.
    constexpr qint64 OldestReadable = 4;
    Result<std::unique_ptr<Database>> database = openBackup(folder, name);
    if (!database)
        return database.error();
    if (const Result<SchemaState> state = schemaState(*database.value()); !state)
        return state.error();
    if (database.value()->number("PRAGMA user_version") < OldestReadable)
        return migratedCopy(folder, name);
    return ReadableBackup { nullptr, std::move(database).value() };
}

}

QList<LibraryGeneration> LibraryGenerations::list() const
{
    const LibraryFolder folder(m_folder);
    QList<LibraryGeneration> generations;
    for (const QString &name : backupNames(folder)) {
        LibraryGeneration generation { name, dateOfBackup(name).toMSecsSinceEpoch(), QFileInfo(folder.backups() + QLatin1Char('/') + name).size(), -1, 0 };
        const auto database = openBackup(folder, name);
        if (database && schemaState(*database.value())) {
            generation.conversations = database.value()->number("SELECT count(*) FROM conversations WHERE deleted IS NULL");
            generation.messages = database.value()->number("SELECT coalesce(sum(message_count), 0) FROM conversations WHERE deleted IS NULL");
        }
        generations.append(generation);
    }
    return generations;
}

Result<QList<ConversationSummary>> LibraryGenerations::conversations(const QString &name) const
{
    const auto database = openBackupOfToday(LibraryFolder(m_folder), name);
    if (!database)
        return database.error();
    const LibraryReader reader(*database.value().database);
    Result<QList<ConversationSummary>> all = reader.list();
    const Result<QList<ConversationSummary>> deleted = reader.list(Shelf::Trash);
    if (!all || !deleted)
        return notReadable();
    all.value().append(deleted.value());
    return all;
}

Result<ConversationDocument> LibraryGenerations::conversation(const QString &name, const ConversationId &id) const
{
    const auto database = openBackupOfToday(LibraryFolder(m_folder), name);
    if (!database)
        return database.error();
    const LibraryReader reader(*database.value().database);
    const Result<OpenedConversation> opened = reader.openAnywhere(id);
    if (!opened)
        return opened.error();
    ConversationDocument document { opened.value().conversation, {} };
    for (const MessageHead &head : opened.value().tree.heads()) {
        Result<std::vector<Message>> message = reader.messages({ head.id });
        if (!message)
            return message.error();
        document.messages.push_back(std::move(message.value().front()));
        // It was being written when the backup was made.
        if (document.messages.back().state == MessageState::Streaming)
            document.messages.back().state = MessageState::CutOff;
    }
    return document;
}

Result<Done> LibraryGenerations::restore(const QString &name, const Clock &clock) const
{
    const LibraryFolder folder(m_folder);
    const std::unique_ptr<QLockFile> lock = makeLibraryLock(folder);
    if (Result<Done> locked = takeLibraryLock(*lock, folder); !locked)
        return locked;
    if (!backupNames(folder).contains(name))
        return storageProblem(ErrorKind::NotFound, Storage::tr("This backup is not there any more."));
    const Result<bool> isGood = putBackupInPlace(folder, name, clock.sinceEpoch().count());
    if (!isGood)
        return isGood.error();
    return isGood.value() ? Result<Done>(Done {}) : Result<Done>(notReadable());
}

Result<LibrarySalvage> LibraryGenerations::salvage(const Clock &clock) const
{
    const LibraryFolder folder(m_folder);
    const std::unique_ptr<QLockFile> lock = makeLibraryLock(folder);
    if (Result<Done> locked = takeLibraryLock(*lock, folder); !locked)
        return locked.error();
    return salvageLibrary(folder, clock.sinceEpoch().count());
}
