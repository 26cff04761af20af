// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarygenerations.h"

#include "libraryfiles_p.h"
#include "libraryreader_p.h"
#include "librarysalvage_p.h"
#include "schema_p.h"
#include "storagetext_p.h"

#include <QFileInfo>

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

// Its conversations can be read one by one from the schema on that has all columns of today's.
Result<std::unique_ptr<Database>> openBackupOfToday(const LibraryFolder &folder, const QString &name)
{
    constexpr qint64 OldestReadable = 4;
    Result<std::unique_ptr<Database>> database = openBackup(folder, name);
    if (!database)
        return database;
    if (const Result<SchemaState> state = schemaState(*database.value()); !state)
        return state.error();
    if (database.value()->number("PRAGMA user_version") < OldestReadable)
        return storageProblem(ErrorKind::UnsupportedFile, Storage::tr("This backup was made by an older Grackle. All of it can be restored, but not one conversation."));
    return database;
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
    const LibraryReader reader(*database.value());
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
    const LibraryReader reader(*database.value());
    const Result<OpenedConversation> opened = reader.open(id);
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
