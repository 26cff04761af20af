// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of Library that imports: one transaction, told as it goes, given up when asked to.
#include "library_p.h"
#include "storagetext_p.h"

#include <QElapsedTimer>

namespace {

constexpr qint64 TellEveryMs = 100;

}

void Library::Private::importAll(const std::shared_ptr<const std::vector<DecodedDocument>> &documents, QObject *context, Reply<Done> done)
{
    auto job = std::make_shared<ImportJob>();
    job->documents = documents;
    for (const DecodedDocument &document : *documents)
        job->total += qint64(document.blobs.size()) + qint64(document.document.messages.size());
    m_import = job;
    ++m_imports;
    if (!m_importReader)
        m_importReader = std::make_unique<SearchThread>(folder);
    const std::function<void(const Result<CommandReply> &)> tell = [done = std::move(done)](const Result<CommandReply> &result) {
        if (done)
            done(result ? Result<Done>(Done {}) : Result<Done>(result.error()));
    };
    const auto reply = guarded(context, tell);
    m_queue->post([this, job, reply, atMs = now()] {
        const Result<CommandReply> result = performImport(*job, atMs);
        QMetaObject::invokeMethod(q, [this, job, reply, result] {
            if (--m_imports == 0) {
                m_importReader->finish();
                m_importReader.reset();
            }
            Q_EMIT q->workProgressed({ LibraryWork::Kind::Importing, job->total, job->total, false });
            deliver(result, reply);
        }, Qt::QueuedConnection);
    });
}

void Library::Private::cancelImport()
{
    if (m_import)
        m_import->isCancelled = true;
}

// By the worker. Bytes first: blobs that nobody names are harmless, rows without blobs are not.
Result<CommandReply> Library::Private::performImport(ImportJob &job, qint64 atMs)
{
    QElapsedTimer sinceTold;
    sinceTold.start();
    m_importStep = [this, &job, &sinceTold]() -> Result<Done> {
        if (job.isCancelled || m_isEnding)
            return storageProblem(ErrorKind::Cancelled, Storage::tr("The import was cancelled. Nothing of it was kept."));
        ++job.done;
        if (sinceTold.hasExpired(TellEveryMs)) {
            sinceTold.start();
            const LibraryWork work { LibraryWork::Kind::Importing, std::min(job.done, job.total - 1), job.total, false };
            QMetaObject::invokeMethod(q, [this, work] { Q_EMIT q->workProgressed(work); }, Qt::QueuedConnection);
        }
        return Done {};
    };
    const auto import = [&]() -> Result<CommandReply> {
        commands::ImportDocuments work;
        for (const DecodedDocument &document : *job.documents) {
            for (const auto &[id, bytes] : document.blobs) {
                if (Result<Done> wanted = m_importStep(); !wanted)
                    return wanted.error();
                if (const Result<Done> stored = putNewBlob(job, bytes); !stored)
                    return stored.error();
            }
            work.documents.push_back(document.document);
        }
        return perform({ std::move(work), atMs });
    };
    const Result<CommandReply> result = import();
    m_importStep = nullptr;
    // What is not kept leaves no pictures either, but those that somebody else put meanwhile.
    for (auto blob = job.newBlobs.constBegin(); !result && blob != job.newBlobs.constEnd(); ++blob)
        blobs->removeUnlessPutAfter(blob.key(), blob.value());
    return result;
}

Result<Done> Library::Private::putNewBlob(ImportJob &job, const QByteArray &bytes) const
{
    const bool isNew = !blobs->contains(BlobStore::idOf(bytes));
    const Result<BlobId> stored = blobs->put(bytes);
    if (!stored)
        return stored.error();
    if (isNew)
        job.newBlobs.insert(stored.value(), blobs->lastPutMs(stored.value()));
    return Done {};
}
