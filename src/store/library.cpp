// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "library.h"

#include "blobreferences_p.h"
#include "library_p.h"
#include "librarycompaction_p.h"
#include "packedtree_p.h"

#include <QElapsedTimer>

namespace {

using namespace std::chrono_literals;

// Not before the first screen and, most of the time, the first answer.
constexpr auto MaintenanceDelay = 10s;
// What a migration left; somebody may be waiting for the search.
constexpr auto WorkDelay = 1s;
constexpr int TrashDays = 30;
constexpr qint64 GuestPatienceMs = 10'000;
constexpr auto GuestPause = 20ms;
constexpr qint64 OwnerPatienceMs = 5'000;
constexpr auto OwnerPause = 1ms;

}

Library::Private::Private(const LibraryFolder &libraryFolder, Access libraryAccess, const Clock &libraryClock)
    : folder(libraryFolder), access(libraryAccess), clock(libraryClock), blobs(std::make_shared<BlobStore>(libraryFolder)),
      m_lock(makeLibraryLock(libraryFolder)), m_search(std::make_unique<SearchThread>(libraryFolder))
{
}

Library::Private::~Private()
{
    m_isEnding = true;
    m_server.reset();
    {
        const std::lock_guard guard(m_maintenanceMutex);
        if (m_maintained)
            m_maintained->interrupt();
    }
    m_maintenanceQueue.reset();
    m_queue.reset();
    m_importReader.reset();
    m_search.reset();
    m_callerDatabase.reset();
    // The last connection, then the lock: nobody else may checkpoint in between.
    m_database.reset();
    if (access == Access::Owner && m_copies > 0)
        removeCompacted(folder);
    m_lock.reset();
}

Result<Done> Library::Private::prepareOwner()
{
    if (Result<Done> locked = lockAsOwner(); !locked)
        return locked;
    Result<std::unique_ptr<Database>> database = openForWriting(folder, now());
    if (!database)
        return database.error();
    m_database = std::move(database).value();
    removeCompacted(folder);
    const Result<Done> marked = LibraryWriter(*m_database, *blobs).cutOffRunningAnswers();
    // A full disk must not keep anyone from reading what is there.
    if (!marked && marked.error().kind == ErrorKind::LibraryDamaged) {
        m_database.reset();
        return setAsideDamaged(folder, now());
    }
    return Done {};
}

// A terminal command that writes just now holds the lock for some milliseconds; another window holds it for good.
Result<Done> Library::Private::lockAsOwner()
{
    QElapsedTimer waited;
    waited.start();
    while (true) {
        const Result<Done> locked = takeLibraryLock(*m_lock, folder);
        if (locked || locked.error().kind != ErrorKind::LibraryInUse || hasOwner(folder) || waited.hasExpired(OwnerPatienceMs))
            return locked;
        std::this_thread::sleep_for(OwnerPause);
    }
}

Result<Done> Library::Private::prepareGuest()
{
    QElapsedTimer waited;
    waited.start();
    while (needsPreparation(folder)) {
        const Result<Done> locked = takeLibraryLock(*m_lock, folder);
        if (locked) {
            const Result<std::unique_ptr<Database>> database = openForWriting(folder, now());
            m_lock->unlock();
            if (!database)
                return database.error();
        } else if (locked.error().kind != ErrorKind::LibraryInUse || waited.hasExpired(GuestPatienceMs)) {
            return locked;
        } else {
            std::this_thread::sleep_for(GuestPause);
        }
    }
    Result<std::unique_ptr<Database>> database = openForReading(folder);
    if (!database)
        return database.error();
    m_database = std::move(database).value();
    return Done {};
}

void Library::Private::startServices(Library *library)
{
    q = library;
    m_queue = std::make_unique<WorkQueue>();
    if (access != Access::Owner)
        return;
    m_maintenanceQueue = std::make_unique<WorkQueue>();
    m_server = std::make_unique<HandoverServer>([this](const LibraryCommand &command, const HandoverServer::Answer &answer) {
        write(command, nullptr, answer);
    });
    QObject::connect(m_server.get(), &HandoverServer::activationRequested, q, &Library::activationRequested);
    m_server->listen(folder);
    m_maintenanceTimer.setSingleShot(true);
    QObject::connect(&m_maintenanceTimer, &QTimer::timeout, q, [this] {
        maintain(nullptr, {});
        writeDone(commands::EmptyTrash { now() - TrashDays * qint64(std::chrono::milliseconds(24h).count()) }, nullptr, {});
    });
    m_maintenanceTimer.start(MaintenanceDelay);
    QObject::connect(&m_probeTimer, &QTimer::timeout, q, [this] { probe(); });
    QObject::connect(&m_backupTimer, &QTimer::timeout, q, [this] { tellBackup(); });
    QObject::connect(&m_copyTimer, &QTimer::timeout, q, [this] { tellCopying(); });
    m_workTimer.setSingleShot(true);
    QObject::connect(&m_workTimer, &QTimer::timeout, q, [this] { beginWork(); });
    m_workTimer.start(WorkDelay);
}

template<typename T>
void Library::Private::read(QObject *context, Reply<T> done, std::function<Result<T>(const LibraryReader &)> question)
{
    const auto answer = [this, reply = guarded(context, std::move(done)), question = std::move(question)](const Result<Database *> &database) {
        auto answered = std::make_shared<Result<T>>(database ? question(LibraryReader(*database.value())) : Result<T>(database.error()));
        if (!*answered)
            noteDamage(answered->error());
        QMetaObject::invokeMethod(q, [reply, answered] { reply(std::move(*answered)); }, Qt::QueuedConnection);
    };
    if (m_importReader)
        m_importReader->post(answer);
    else
        m_queue->post([this, answer] { answer(database()); });
}

template<typename T>
void Library::Private::search(QObject *context, Reply<T> done, std::function<Result<T>(const LibraryReader &)> question)
{
    m_search->post([this, reply = guarded(context, std::move(done)), question = std::move(question)](const Result<Database *> &database) {
        auto answer = std::make_shared<Result<T>>(database ? question(LibraryReader(*database.value())) : Result<T>(database.error()));
        if (!*answer)
            noteDamage(answer->error());
        QMetaObject::invokeMethod(q, [reply, answer] { reply(std::move(*answer)); }, Qt::QueuedConnection);
    });
}

void Library::Private::write(LibraryCommand command, QObject *context, std::function<void(const Result<CommandReply> &)> done)
{
    auto work = std::make_shared<LibraryCommand>(std::move(command));
    m_queue->post([this, reply = guarded(context, std::move(done)), work] {
        const Result<CommandReply> result = perform(*work);
        QMetaObject::invokeMethod(q, [this, reply, result] { deliver(result, reply); }, Qt::QueuedConnection);
    });
}

void Library::Private::deliver(const Result<CommandReply> &result, const std::function<void(const Result<CommandReply> &)> &reply)
{
    const QPointer<Library> library(q);
    noteOutcome(result);
    reply(result);
    // The reply may have ended the library.
    if (library && result && !result.value().changed.isNull())
        Q_EMIT library->conversationChanged(result.value().changed);
}

void Library::Private::writeDone(LibraryCommand::Work work, QObject *context, Reply<Done> done)
{
    write({ std::move(work), now() }, context, [done = std::move(done)](const Result<CommandReply> &result) {
        if (done)
            done(result ? Result<Done>(Done {}) : Result<Done>(result.error()));
    });
}

Result<CommandReply> Library::Private::perform(const LibraryCommand &command)
{
    // Blobs are files of their own with names nobody else gives: they need no lock.
    if (std::holds_alternative<commands::PutBlob>(command.work) || access == Access::Owner) {
        const Result<Database *> opened = database();
        if (!opened)
            return opened.error();
        LibraryWriter writer(*opened.value(), *blobs);
        writer.setImportStep(m_importStep);
        Result<CommandReply> result = writer.apply(command);
        if (!result)
            noteDamage(result.error());
        else
            keepWhatAnUndoMayName(command, result.value());
        return result;
    }
    return performAsGuest(command);
}

Result<CommandReply> Library::Private::performAsGuest(const LibraryCommand &command)
{
    QElapsedTimer waited;
    waited.start();
    while (true) {
        const Result<Done> locked = takeLibraryLock(*m_lock, folder);
        if (locked) {
            const Result<CommandReply> result = performWithLock(command);
            m_lock->unlock();
            return result;
        }
        if (locked.error().kind != ErrorKind::LibraryInUse)
            return locked.error();
        if (const std::optional<Result<CommandReply>> reply = handOver(folder, command))
            return *reply;
        // The holder is another guest, for the moment of one write, or a window that is just coming or going.
        if (waited.hasExpired(GuestPatienceMs))
            return locked.error();
        std::this_thread::sleep_for(GuestPause);
    }
}

Result<CommandReply> Library::Private::performWithLock(const LibraryCommand &command)
{
    const Result<std::unique_ptr<Database>> database = openForWriting(folder, command.atMs);
    if (!database)
        return database.error();
    LibraryWriter writer(*database.value(), *blobs);
    writer.setImportStep(m_importStep);
    return writer.apply(command);
}

Result<OpenedConversation> Library::Private::openConversation(const LibraryReader &reader, const ConversationId &id)
{
    LibraryReader::Unpacked unpacked;
    Result<OpenedConversation> opened = reader.open(id, unpacked);
    if (opened)
        blobs->keepForThisRun(blobsIn(opened.value().draft));
    // Behind the reply. Where it fails the next opening tries again.
    if (opened && access == Access::Owner && unpacked.heads >= WorthPacking)
        m_queue->post([this, row = unpacked.conversation] {
            if (const Result<Database *> writer = database())
                (void) packTree(*writer.value(), row);
        });
    return opened;
}

// Guests write by a connection of their own.
Result<Database *> Library::Private::database()
{
    if (access == Access::Guest)
        return currentReader(m_database, folder);
    if (!m_database) {
        Result<std::unique_ptr<Database>> opened = openForWriting(folder, now());
        if (!opened)
            return opened.error();
        m_database = std::move(opened).value();
    }
    return m_database.get();
}

Result<Database *> Library::Private::callerReader()
{
    return currentReader(m_callerDatabase, folder);
}

Library::Library(std::unique_ptr<Private> priv) : d(std::move(priv))
{
    d->startServices(this);
}

Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::open(const QString &path, Access access, const Clock &clock)
{
    const LibraryFolder folder(path);
    if (Result<Done> done = ensureLibraryFolder(folder); !done)
        return done.error();
    auto priv = std::make_unique<Private>(folder, access, clock);
    const Result<Done> prepared = access == Access::Owner ? priv->prepareOwner() : priv->prepareGuest();
    if (!prepared)
        return prepared.error();
    return std::unique_ptr<Library>(new Library(std::move(priv)));
}

bool Library::activateOwner(const QString &path, const QStringList &files)
{
    return askOwnerToActivate(LibraryFolder(path), files);
}

Result<Done> Library::restoreNewestBackup(const QString &path, const Clock &clock)
{
    const LibraryFolder folder(path);
    const std::unique_ptr<QLockFile> lock = makeLibraryLock(folder);
    if (Result<Done> locked = takeLibraryLock(*lock, folder); !locked)
        return locked;
    return restoreBackup(folder, clock.sinceEpoch().count());
}

Result<Done> Library::startAnew(const QString &path, const Clock &clock)
{
    const LibraryFolder folder(path);
    const std::unique_ptr<QLockFile> lock = makeLibraryLock(folder);
    if (Result<Done> locked = takeLibraryLock(*lock, folder); !locked)
        return locked;
    return startEmpty(folder, clock.sinceEpoch().count());
}

std::shared_ptr<const BlobSource> Library::blobs() const
{
    return d->blobs;
}

void Library::runMaintenance(QObject *context, Reply<Done> done)
{
    d->maintain(context, std::move(done));
}

void Library::pauseWork()
{
    d->setWorkPaused(true);
}

void Library::continueWork()
{
    d->setWorkPaused(false);
}

Result<bool> Library::isSearchComplete() const
{
    const Result<Database *> database = d->callerReader();
    if (!database)
        return database.error();
    const Result<BacklogState> state = backlogState(*database.value());
    return state ? Result<bool>(state.value().isEmpty()) : Result<bool>(state.error());
}

void Library::listConversations(QObject *context, Reply<QList<ConversationSummary>> done)
{
    d->read<QList<ConversationSummary>>(context, std::move(done), [](const LibraryReader &reader) { return reader.list(); });
}

void Library::listShelf(Shelf shelf, QObject *context, Reply<QList<ConversationSummary>> done)
{
    d->read<QList<ConversationSummary>>(context, std::move(done), [shelf](const LibraryReader &reader) { return reader.list(shelf); });
}

void Library::summarize(const QList<ConversationId> &ids, QObject *context, Reply<QList<ConversationSummary>> done)
{
    d->read<QList<ConversationSummary>>(context, std::move(done), [ids](const LibraryReader &reader) { return reader.list(ids); });
}

qint64 Library::summariesRead()
{
    return LibraryReader::summariesRead();
}

void Library::measureConversations(QObject *context, Reply<QHash<ConversationId, ConversationMeasure>> done)
{
    d->search<QHash<ConversationId, ConversationMeasure>>(context, std::move(done), [](const LibraryReader &reader) { return reader.measures(); });
}

void Library::measureConversations(const QList<ConversationId> &ids, QObject *context, Reply<QHash<ConversationId, ConversationMeasure>> done)
{
    d->search<QHash<ConversationId, ConversationMeasure>>(context, std::move(done), [ids](const LibraryReader &reader) { return reader.measures(ids); });
}

void Library::listFolders(QObject *context, Reply<QList<Folder>> done)
{
    d->read<QList<Folder>>(context, std::move(done), [](const LibraryReader &reader) { return reader.folders(); });
}

void Library::listTags(QObject *context, Reply<QList<Tag>> done)
{
    d->read<QList<Tag>>(context, std::move(done), [](const LibraryReader &reader) { return reader.tags(); });
}

void Library::openConversation(const ConversationId &id, QObject *context, Reply<OpenedConversation> done)
{
    d->read<OpenedConversation>(context, std::move(done), [priv = d.get(), id](const LibraryReader &reader) { return priv->openConversation(reader, id); });
}

void Library::search(const QString &words, int limit, QObject *context, Reply<QList<SearchHit>> done)
{
    d->search<QList<SearchHit>>(context, std::move(done), [words, limit](const LibraryReader &reader) { return reader.search(words, limit); });
}

void Library::searchConversations(const SearchQuestion &question, int limit, QObject *context, Reply<QList<FoundConversation>> done)
{
    d->search<QList<FoundConversation>>(context, std::move(done),
                                        [question, limit](const LibraryReader &reader) { return reader.searchConversations(question, limit); });
}

void Library::cancelSearches()
{
    d->cancelSearches();
}

void Library::listModels(QObject *context, Reply<QStringList> done)
{
    d->search<QStringList>(context, std::move(done), [](const LibraryReader &reader) { return reader.models(); });
}

Result<std::vector<Message>> Library::messages(const std::vector<MessageId> &ids) const
{
    const Result<Database *> database = d->callerReader();
    if (!database)
        return database.error();
    return LibraryReader(*database.value()).messages(ids);
}

Result<bool> Library::hasManualTitle(const ConversationId &id) const
{
    const Result<Database *> database = d->callerReader();
    if (!database)
        return database.error();
    return LibraryReader(*database.value()).hasManualTitle(id);
}

Result<QList<UsageDay>> Library::usage(qint64 fromMs) const
{
    const Result<Database *> database = d->callerReader();
    if (!database)
        return database.error();
    return LibraryReader(*database.value()).usage(fromMs);
}

Result<QList<ConversationUsage>> Library::usageByConversation(qint64 fromMs, int most) const
{
    const Result<Database *> database = d->callerReader();
    if (!database)
        return database.error();
    return LibraryReader(*database.value()).usageByConversation(fromMs, most);
}
