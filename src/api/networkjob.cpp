// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "networkjob_p.h"

#include "completionworker_p.h"

#include <QThread>

NetworkJob::NetworkJob(QThread &networkThread, std::shared_ptr<const BlobSource> blobs, CompletionRequest request, ApiKey key)
    : m_worker(new CompletionWorker(std::move(blobs), std::move(request), std::move(key)))
{
    m_worker->moveToThread(&networkThread);
    // A call that was queued before a disconnect still comes, so each of these asks whether the job has ended.
    connect(m_worker, &CompletionWorker::sent, this, [this] { if (!hasEnded()) Q_EMIT requestSent(); });
    connect(m_worker, &CompletionWorker::keptAlive, this, [this] { if (!hasEnded()) Q_EMIT keptAlive(); });
    connect(m_worker, &CompletionWorker::exchanged, this, [this](const Exchange &exchange) { if (!hasEnded()) Q_EMIT exchanged(exchange); });
    connect(m_worker, &CompletionWorker::received, this, &NetworkJob::receive);
    connect(m_worker, &CompletionWorker::finished, this, &NetworkJob::finish);
    connect(m_worker, &CompletionWorker::failed, this, &NetworkJob::fail);
    QMetaObject::invokeMethod(this, &NetworkJob::start, Qt::QueuedConnection);
}

NetworkJob::~NetworkJob()
{
    releaseWorker();
}

void NetworkJob::start()
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &CompletionWorker::start, Qt::QueuedConnection);
}

void NetworkJob::stop()
{
    if (hasEnded())
        return;
    m_state = State::Stopped;
    releaseWorker();
    Q_EMIT stopped();
}

void NetworkJob::setGatherTime(std::chrono::milliseconds time)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, time] { worker->setGatherTime(time); }, Qt::QueuedConnection);
}

void NetworkJob::receive(const QList<Delta> &deltas)
{
    if (hasEnded())
        return;
    m_state = State::Streaming;
    Q_EMIT deltasReceived(deltas);
}

void NetworkJob::finish()
{
    if (hasEnded())
        return;
    m_state = State::Finished;
    releaseWorker();
    Q_EMIT finished();
}

void NetworkJob::fail(const Error &error)
{
    if (hasEnded())
        return;
    m_state = State::Failed;
    releaseWorker();
    Q_EMIT failed(error);
}

// Closes the connection, in the worker's own thread.
void NetworkJob::releaseWorker()
{
    if (!m_worker)
        return;
    m_worker->disconnect(this);
    m_worker->deleteLater();
    m_worker = nullptr;
}
