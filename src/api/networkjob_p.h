// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"

class CompletionWorker;
class QThread;

// A CompletionJob whose work is done by a CompletionWorker in another thread.
class NetworkJob final : public CompletionJob
{
    Q_OBJECT
public:
    NetworkJob(QThread &networkThread, std::shared_ptr<const BlobSource> blobs, CompletionRequest request, ApiKey key);
    ~NetworkJob() override;
    void stop() override;
    void setGatherTime(std::chrono::milliseconds time) override;

private:
    void start();
    void receive(const QList<Delta> &deltas);
    void finish();
    void fail(const Error &error);
    bool hasEnded() const { return m_state != State::Pending && m_state != State::Streaming; }
    void releaseWorker();
    CompletionWorker *m_worker;      // deleted in its own thread
};
