// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "library.h"
#include "librarybacklog_p.h"
#include "libraryfiles_p.h"
#include "libraryimport_p.h"
#include "libraryhandover_p.h"
#include "libraryreader_p.h"
#include "librarywriter_p.h"
#include "searchthread_p.h"
#include "workqueue_p.h"

#include <QPointer>
#include <QTimer>

#include <atomic>

// Calls `done` unless the context it was asked for has gone.
template<typename Callback>
auto guarded(QObject *context, Callback done)
{
    return [guard = QPointer<QObject>(context), hadContext = context != nullptr, done = std::move(done)](auto &&result) {
        if (done && (guard || !hadContext))
            done(std::forward<decltype(result)>(result));
    };
}

// What stands behind a Library. Members are touched by the library's thread, or, where it says so, by the worker alone.
class Library::Private
{
public:
    Private(const LibraryFolder &libraryFolder, Access libraryAccess, const Clock &libraryClock);
    ~Private();

    Result<Done> prepareOwner();
    Result<Done> prepareGuest();
    void startServices(Library *library);

    template<typename T> void read(QObject *context, Reply<T> done, std::function<Result<T>(const LibraryReader &)> question);
    template<typename T> void search(QObject *context, Reply<T> done, std::function<Result<T>(const LibraryReader &)> question);
    void cancelSearches() { m_search->cancel(); }
    void write(LibraryCommand command, QObject *context, std::function<void(const Result<CommandReply> &)> done);
    void writeDone(LibraryCommand::Work work, QObject *context, Reply<Done> done);
    Result<OpenedConversation> openConversation(const LibraryReader &reader, const ConversationId &id);   // by the worker
    void maintain(QObject *context, Reply<Done> done);
    void setWorkPaused(bool isPaused);
    void importAll(const std::shared_ptr<const std::vector<DecodedDocument>> &documents, QObject *context, Reply<Done> done);
    void cancelImport();
    Result<Database *> callerReader();
    qint64 now() const { return clock.sinceEpoch().count(); }

    const LibraryFolder folder;
    const Access access;
    const Clock &clock;
    std::shared_ptr<BlobStore> blobs;

private:
    Result<Done> lockAsOwner();
    // By the worker.
    Result<CommandReply> perform(const LibraryCommand &command);
    void keepWhatAnUndoMayName(const LibraryCommand &command, const CommandReply &reply) const;
    Result<CommandReply> performAsGuest(const LibraryCommand &command);
    Result<CommandReply> performWithLock(const LibraryCommand &command);
    Result<Done> performMaintenance(qint64 nowMs);
    void sweepBlobs(Database &reader, qint64 nowMs);
    Result<CommandReply> performImport(ImportJob &job, qint64 atMs);
    Result<Done> putNewBlob(ImportJob &job, const QByteArray &bytes) const;
    void deliver(const Result<CommandReply> &result, const std::function<void(const Result<CommandReply> &)> &reply);
    void noteDamage(const Error &error) const;
    void noteOutcome(const Result<CommandReply> &result);
    void noteTrouble(const Error &error);
    void noteRecovery();
    void probe();
    // Work in the background, one piece after the other, so that what people wait for gets in between.
    void beginWork();
    void payOwedBackup();
    void tellBackup();
    void workOnBacklog();
    void backlogWorked(const Result<BacklogState> &state);
    void compact();
    void compacted(qint64 freePages);
    void copyCompacted(qint64 pages, qint64 changes);
    void tryCompacted(qint64 pages, qint64 changes);
    void endCopying(qint64 pages, bool isInPlace);
    void interruptCopying();
    void tellCopying();
    Result<Database *> database();              // by the worker; opened anew where that failed once
    void retryWork(const Error &error);
    Result<Done> withMaintained(const Result<std::unique_ptr<Database>> &opened, const std::function<Result<Done>(Database &)> &work);

    Library *q = nullptr;
    std::unique_ptr<QLockFile> m_lock;          // owner: held for life; guest: by the worker, for each write
    std::unique_ptr<Database> m_database;       // by the worker; owner: writes, guest: reads
    std::unique_ptr<Database> m_callerDatabase; // reads in the library's thread
    std::unique_ptr<HandoverServer> m_server;
    QTimer m_maintenanceTimer;
    QTimer m_workTimer;
    QTimer m_backupTimer;                       // runs while an owed backup is made, for its progress
    bool m_isPaused = false;
    BacklogState m_backlog;                     // as it was told last
    int m_rowsAtOnce = 100;                     // by the worker
    qint64 m_pagesToFree = 0;
    qint64 m_pagesToCopy = 0;                   // while a compacted copy is made
    int m_copies = 0;                           // of this run
    QTimer m_copyTimer;                         // for its progress
    std::shared_ptr<ImportJob> m_import;        // the last one
    int m_imports = 0;                          // that run or wait
    std::unique_ptr<SearchThread> m_importReader;   // reads while an import keeps the worker busy
    std::function<Result<Done>()> m_importStep;     // by the worker: called with each message of an import
    QTimer m_probeTimer;                        // runs while there is trouble
    bool m_isTroubled = false;
    bool m_isDamaged = false;                   // trouble that no write ends

    std::mutex m_maintenanceMutex;
    Database *m_maintained = nullptr;           // guarded by the mutex, to be interrupted
    std::atomic<bool> m_isEnding = false;

    std::unique_ptr<WorkQueue> m_maintenanceQueue;
    std::unique_ptr<SearchThread> m_search;
    std::unique_ptr<WorkQueue> m_queue;
};
