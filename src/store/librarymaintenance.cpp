// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of Library that looks after the disk: checks, backups, and what is said when it refuses.
#include "library_p.h"
#include "schema_p.h"

namespace {

using namespace std::chrono_literals;

constexpr auto ProbeInterval = 2s;

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
        const Result<Done> written = m_database->transaction(Database::Synchronous::Full, [this] { return rewriteVersion(*m_database); });
        if (written)
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
            if (!result && isStorageTrouble(result.error().kind))
                noteTrouble(result.error());
            reply(result);
        };
        if (!m_isEnding)
            QMetaObject::invokeMethod(q, deliver, Qt::QueuedConnection);
    });
}

Result<Done> Library::Private::performMaintenance(qint64 nowMs)
{
    const Result<std::unique_ptr<Database>> opened = openForReading(folder);
    if (!opened)
        return opened.error();
    Database &database = *opened.value();
    {
        const std::lock_guard guard(m_maintenanceMutex);
        if (m_isEnding)
            return Done {};
        m_maintained = &database;
    }
    Result<Done> result = checkLibrary(database);
    if (result && isBackupDue(folder, nowMs))
        result = backUpLibrary(database, folder, nowMs);
    {
        const std::lock_guard guard(m_maintenanceMutex);
        m_maintained = nullptr;
    }
    if (!result)
        noteDamage(result.error());
    return result;
}
