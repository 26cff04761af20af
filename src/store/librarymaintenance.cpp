// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of Library that looks after the disk: checks, backups, and what is said when it refuses.
#include "blobreferences_p.h"
#include "library_p.h"
#include "librarycompaction_p.h"
#include "schema_p.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace {

using namespace std::chrono_literals;

constexpr auto ProbeInterval = 2s;
constexpr auto BackupInterval = 250ms;
constexpr auto WorkRetry = 60s;
// A piece of work in the background: what a question that is just being sent waits for at most.
constexpr qint64 LongPieceMs = 40;
constexpr qint64 ShortPieceMs = 15;
constexpr int MostRowsAtOnce = 2000;
constexpr qint64 PagesAtOnce = 256;
// Less is not worth the writing: new messages will fill it.
constexpr qint64 FewFreePages = 4096;
constexpr qint64 SmallShare = 10;
// A window that is open for days may still take back that a picture was removed from a draft.
constexpr qint64 BlobGraceMs = qint64(std::chrono::milliseconds(7 * 24h).count());
// A copy is in vain where somebody writes meanwhile; in a run of the program no more of them are made.
constexpr int MostCopies = 5;
constexpr auto CopyAgain = 60s;

bool isStorageTrouble(ErrorKind kind)
{
    return kind == ErrorKind::Storage || kind == ErrorKind::StorageFull || kind == ErrorKind::StorageReadOnly
        || kind == ErrorKind::LibraryDamaged || kind == ErrorKind::LibraryInUse;
}

}

void Library::Private::noteDamage(const Error &error) const
{
    if (access == Access::Owner && error.kind == ErrorKind::LibraryDamaged)
        markAsDamaged(folder);
}

void Library::Private::noteOutcome(const Result<CommandReply> &result)
{
    if (!result && isStorageTrouble(result.error().kind))
        noteTrouble(result.error());
    else if (result)
        noteRecovery();
}

void Library::Private::noteTrouble(const Error &error)
{
    m_isTroubled = true;
    m_isDamaged = m_isDamaged || error.kind == ErrorKind::LibraryDamaged;
    if (access == Access::Owner && !m_isDamaged)
        m_probeTimer.start(ProbeInterval);
    Q_EMIT q->storageTroubled(error);
}

void Library::Private::noteRecovery()
{
    if (!m_isTroubled || m_isDamaged)
        return;
    m_isTroubled = false;
    m_probeTimer.stop();
    Q_EMIT q->storageRecovered();
}

// Nobody may write for a while: whether there is room again is found out by a write that changes nothing.
void Library::Private::probe()
{
    m_queue->post([this] {
        const Result<Database *> opened = database();
        if (opened && opened.value()->transaction(Database::Synchronous::Full, [&] { return rewriteVersion(*opened.value()); }))
            QMetaObject::invokeMethod(q, [this] { noteRecovery(); }, Qt::QueuedConnection);
    });
}

void Library::Private::maintain(QObject *context, Reply<Done> done)
{
    if (!m_maintenanceQueue)
        m_maintenanceQueue = std::make_unique<WorkQueue>();
    m_maintenanceQueue->post([this, reply = guarded(context, std::move(done)), nowMs = now()] {
        const Result<Done> result = performMaintenance(nowMs);
        const auto deliver = [this, reply, result] {
            const QPointer<Library> library(q);
            if (!result && isStorageTrouble(result.error().kind))
                noteTrouble(result.error());
            if (result)
                compact();
            reply(result);
            // The reply may have ended the library.
            if (library)
                Q_EMIT library->maintained();
        };
        if (!m_isEnding)
            QMetaObject::invokeMethod(q, deliver, Qt::QueuedConnection);
    });
}

Result<Done> Library::Private::performMaintenance(qint64 nowMs)
{
    const Result<Done> result = withMaintained(openForReading(folder), [&](Database &database) {
        Result<Done> checked = checkLibrary(database);
        // One is on its way, or will be at the next start.
        if (checked && !isBackupOwed(folder) && isBackupDue(folder, nowMs))
            checked = backUpLibrary(database, folder, nowMs);
        if (checked && access == Access::Owner)
            sweepBlobs(database, nowMs);
        return checked;
    });
    if (!result)
        noteDamage(result.error());
    return result;
}

// Pictures of a draft that was thrown away, of an import that was killed, of what was deleted for good.
void Library::Private::sweepBlobs(Database &reader, qint64 nowMs)
{
    const qint64 before = nowMs - BlobGraceMs;
    const QList<BlobId> unused = unreferencedBlobs(reader, folder, blobs->putBefore(before), nowMs);
    if (unused.isEmpty())
        return;
    // Between two writes: whoever refers to one of them from now on has put it anew.
    m_queue->post([this, unused, before] {
        for (const BlobId &id : unused)
            blobs->removeUnlessPutAfter(id, before);
    });
}

// A picture that is taken out of a draft comes back by an undo, perhaps weeks later.
void Library::Private::keepWhatAnUndoMayName(const LibraryCommand &command, const CommandReply &reply) const
{
    if (const auto *saved = std::get_if<commands::SaveDraft>(&command.work))
        blobs->keepForThisRun(blobsIn(saved->draft));
    else if (!reply.blob.isEmpty())
        blobs->keepForThisRun({ reply.blob });
}

// What runs on it is interrupted when the library closes.
Result<Done> Library::Private::withMaintained(const Result<std::unique_ptr<Database>> &opened, const std::function<Result<Done>(Database &)> &work)
{
    if (!opened)
        return opened.error();
    {
        const std::lock_guard guard(m_maintenanceMutex);
        if (m_isEnding)
            return Done {};
        m_maintained = opened.value().get();
    }
    const Result<Done> result = work(*opened.value());
    const std::lock_guard guard(m_maintenanceMutex);
    m_maintained = nullptr;
    return result;
}

void Library::Private::beginWork()
{
    if (m_backupTimer.isActive())
        return;
    if (isBackupOwed(folder))
        payOwedBackup();
    else
        workOnBacklog();
}

// Before anything else: until it is there the write-ahead log only grows.
void Library::Private::payOwedBackup()
{
    m_backupTimer.start(BackupInterval);
    m_maintenanceQueue->post([this, nowMs = now()] {
        const Result<Done> result = withMaintained(openFrozen(folder), [&](Database &frozen) { return makeOwedBackup(frozen, folder, nowMs); });
        if (m_isEnding)
            return;
        QMetaObject::invokeMethod(q, [this, result] {
            m_backupTimer.stop();
            Q_EMIT q->workProgressed({ LibraryWork::Kind::BackingUp, 1, 1, false });
            if (!result)
                return retryWork(result.error());
            m_queue->post([this] {
                if (const Result<Database *> opened = database())
                    opened.value()->setCheckpoints(Database::Checkpoints::Allowed);
            });
            workOnBacklog();
        }, Qt::QueuedConnection);
    });
}

void Library::Private::tellBackup()
{
    const qint64 total = std::max<qint64>(QFileInfo(folder.database()).size(), 1);
    Q_EMIT q->workProgressed({ LibraryWork::Kind::BackingUp, std::min(backedUpBytes(folder), total - 1), total, false });
}

void Library::Private::workOnBacklog()
{
    if (m_isPaused)
        return;
    m_queue->post([this] {
        QElapsedTimer elapsed;
        elapsed.start();
        const Result<Database *> opened = database();
        const Result<BacklogState> before = opened ? backlogState(*opened.value()) : Result<BacklogState>(opened.error());
        const Result<BacklogState> state = before && !before.value().isEmpty() ? ::workOnBacklog(*opened.value(), m_rowsAtOnce) : before;
        if (elapsed.elapsed() > LongPieceMs)
            m_rowsAtOnce = std::max(m_rowsAtOnce / 2, 1);
        else if (elapsed.elapsed() < ShortPieceMs)
            m_rowsAtOnce = std::min(m_rowsAtOnce * 2, MostRowsAtOnce);
        QMetaObject::invokeMethod(q, [this, state] { backlogWorked(state); }, Qt::QueuedConnection);
    });
}

void Library::Private::backlogWorked(const Result<BacklogState> &state)
{
    if (!state)
        return retryWork(state.error());
    const qint64 total = m_backlog.total;
    m_backlog = state.value();
    if (!m_backlog.isEmpty()) {
        Q_EMIT q->workProgressed({ LibraryWork::Kind::Indexing, m_backlog.done, m_backlog.total, m_isPaused });
        workOnBacklog();
    } else if (total > 0) {
        Q_EMIT q->workProgressed({ LibraryWork::Kind::Indexing, total, total, false });
    }
}

void Library::Private::retryWork(const Error &error)
{
    if (isStorageTrouble(error.kind))
        noteTrouble(error);
    m_workTimer.start(WorkRetry);
}

void Library::Private::setWorkPaused(bool isPaused)
{
    if (isPaused == m_isPaused)
        return;
    m_isPaused = isPaused;
    if (!m_backlog.isEmpty())
        Q_EMIT q->workProgressed({ LibraryWork::Kind::Indexing, m_backlog.done, m_backlog.total, isPaused });
    if (isPaused)
        return interruptCopying();
    beginWork();
    if (m_pagesToFree > 0 || m_copies > 0)
        compact();
}

// Free pages at the end of the file go back to the disk, some at a time.
void Library::Private::compact()
{
    if (m_isPaused || access != Access::Owner)
        return;
    m_queue->post([this] {
        const Result<Database *> opened = database();
        if (!opened)
            return;
        Database &library = *opened.value();
        if (const qint64 pages = pagesWorthCopying(library, folder); pages > 0) {
            QMetaObject::invokeMethod(q, [this, pages, changes = library.changes()] { copyCompacted(pages, changes); }, Qt::QueuedConnection);
            return;
        }
        const bool isPossible = !isBackupOwed(folder) && library.number("PRAGMA auto_vacuum") == 2;
        const qint64 free = isPossible ? library.number("PRAGMA freelist_count") : 0;
        const bool isWorthIt = m_pagesToFree > 0 || (free > FewFreePages && free * SmallShare > library.number("PRAGMA page_count"));
        // Where the disk refuses, the pages stay free.
        const bool isDone = isWorthIt && free > 0 && library.execute("PRAGMA incremental_vacuum(256)");
        QMetaObject::invokeMethod(q, [this, free, isDone] { compacted(isDone ? std::max<qint64>(free - PagesAtOnce, 0) : 0); }, Qt::QueuedConnection);
    });
}

void Library::Private::compacted(qint64 freePages)
{
    const qint64 total = std::max(m_pagesToFree, freePages);
    m_pagesToFree = freePages > 0 ? total : 0;
    if (total > 0)
        Q_EMIT q->workProgressed({ LibraryWork::Kind::Compacting, total - freePages, total, false });
    if (freePages > 0)
        compact();
}

// A library that cannot give pages back by itself (see librarycompaction_p.h).
void Library::Private::copyCompacted(qint64 pages, qint64 changes)
{
    if (m_isPaused || m_isEnding || m_pagesToCopy > 0 || m_copies == MostCopies)
        return;
    ++m_copies;
    m_pagesToCopy = pages;
    m_copyTimer.start(BackupInterval);
    Q_EMIT q->workProgressed({ LibraryWork::Kind::Compacting, 0, pages, false });
    m_maintenanceQueue->post([this, pages, changes] {
        const Result<Done> made = withMaintained(openForReading(folder), [this](Database &reader) { return ::copyCompacted(reader, folder); });
        if (m_isEnding) {
            removeCompacted(folder);
            return;
        }
        QMetaObject::invokeMethod(q, [this, pages, changes, isMade = bool(made)] {
            if (isMade)
                tryCompacted(pages, changes);
            else
                endCopying(pages, false);
        }, Qt::QueuedConnection);
    });
}

void Library::Private::interruptCopying()
{
    const std::lock_guard guard(m_maintenanceMutex);
    if (m_pagesToCopy > 0 && m_maintained)
        m_maintained->interrupt();
}

void Library::Private::tellCopying()
{
    // How long the copy will get is not known before; it is never longer than the file.
    const qint64 whole = std::max<qint64>(QFileInfo(folder.database()).size(), 1);
    const qint64 done = std::min(compactedBytes(folder), whole - 1) * m_pagesToCopy / whole;
    Q_EMIT q->workProgressed({ LibraryWork::Kind::Compacting, done, m_pagesToCopy, false });
}

void Library::Private::tryCompacted(qint64 pages, qint64 changes)
{
    m_queue->post([this, pages, changes] {
        const Result<Database *> opened = database();
        // What was written since the copy was begun may not be in it.
        const bool isCurrent = opened && opened.value()->changes() == changes;
        const Result<bool> swapped = isCurrent ? putCompactedInPlace(m_database, folder) : Result<bool>(false);
        removeCompacted(folder);
        // At once: whoever waits behind this shall find it open.
        const Result<Database *> reopened = database();
        const bool isInPlace = swapped && swapped.value() && reopened;
        QMetaObject::invokeMethod(q, [this, pages, isInPlace] { endCopying(pages, isInPlace); }, Qt::QueuedConnection);
    });
}

// Before anybody hears of what was written into the new file: these connections read the old one.
void Library::Private::endCopying(qint64 pages, bool isInPlace)
{
    m_copyTimer.stop();
    m_pagesToCopy = 0;
    m_callerDatabase.reset();
    m_search->reopen();
    if (m_importReader)
        m_importReader->reopen();
    Q_EMIT q->workProgressed({ LibraryWork::Kind::Compacting, pages, pages, false });
    if (!isInPlace && m_copies < MostCopies)
        QTimer::singleShot(CopyAgain, q, [this] { compact(); });
}
