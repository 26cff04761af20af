// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "networkjob_p.h"

#include "completionworker_p.h"

#include <QThread>

NetworkJob::NetworkJob(QThread &networkThread, std::shared_ptr<const BlobSource> blobs, CompletionRequest request, ApiKey key)
    : m_worker(new CompletionWorker(std::move(blobs), std::move(request), std::move(key)))
{
    m_worker->moveToThread(&networkThread);
    connect(m_worker, &CompletionWorker::sent, this, &CompletionJob::requestSent);
    connect(m_worker, &CompletionWorker::keptAlive, this, &CompletionJob::keptAlive);
    connect(m_worker, &CompletionWorker::received, this, &NetworkJob::receive);
    connect(m_worker, &CompletionWorker::finished, this, [this] { end(State::Finished); Q_EMIT finished(); });
    connect(m_worker, &CompletionWorker::failed, this, [this](const Error &error) { end(State::Failed); Q_EMIT failed(error); });
    QMetaObject::invokeMethod(this, &NetworkJob::start, Qt::QueuedConnection);
}

NetworkJob::~NetworkJob()
{
    end(m_state);
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
    end(State::Stopped);
    Q_EMIT stopped();
}

void NetworkJob::receive(const QList<Delta> &deltas)
{
    m_state = State::Streaming;
    Q_EMIT deltasReceived(deltas);
}

// Nothing of the worker gets through any more, not even what is queued already.
void NetworkJob::end(State state)
{
    m_state = state;
    if (!m_worker)
        return;
    m_worker->disconnect(this);
    m_worker->deleteLater();
    m_worker = nullptr;
}
