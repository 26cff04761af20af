// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "chatclient.h"
#include "completiondecoder.h"
#include "loopbackserver.h"
#include "memoryblobs.h"

#include <QSignalSpy>
#include <QTest>

// Follows a job and counts how it ends.
class FollowedJob
{
public:
    explicit FollowedJob(std::unique_ptr<CompletionJob> started) : job(std::move(started))
    {
        QObject::connect(job.get(), &CompletionJob::deltasReceived, job.get(), [this](const QList<Delta> &deltas) {
            ++batches;
            hasEmptyBatch = hasEmptyBatch || deltas.isEmpty();
            for (Delta delta : deltas)
                appendDelta(answer, std::move(delta));
        });
        QObject::connect(job.get(), &CompletionJob::failed, job.get(), [this](const Error &reason) { error = reason; });
    }
    int ends() const { return int(finished.count() + failed.count() + stopped.count()); }
    bool waitForEnd(int ms = 10'000) { return QTest::qWaitFor([this] { return ends() > 0; }, ms); }

    std::unique_ptr<CompletionJob> job;
    QSignalSpy finished { job.get(), &CompletionJob::finished };
    QSignalSpy failed { job.get(), &CompletionJob::failed };
    QSignalSpy stopped { job.get(), &CompletionJob::stopped };
    QSignalSpy sent { job.get(), &CompletionJob::requestSent };
    QSignalSpy keptAlive { job.get(), &CompletionJob::keptAlive };
    Delta answer;
    Error error;
    int batches = 0;
    bool hasEmptyBatch = false;
};

// Long enough for a busy machine; a test that waits for a clock sets that one.
inline TimeLimits testLimits()
{
    using namespace std::chrono_literals;
    return { .connect = 20s, .upload = 20s, .silence = 20s, .reasoningSilence = 20s };
}

inline ApiKey testKey()
{
    return ApiKey::fromUserInput(QByteArrayLiteral("xai-sentinel-0123456789abcdef"));
}

inline CompletionRequest testRequest(const LoopbackServer &server, const QString &fault = {})
{
    CompletionRequest request;
    request.endpoint.id = QStringLiteral("test");
    request.endpoint.baseUrl = server.baseUrl(fault);
    request.endpoint.timeLimits = testLimits();
    request.modelId = QStringLiteral("loopback-1");
    Message message;
    message.parts = { TextPart { QStringLiteral("a sentinel sentence") } };
    request.messages = { message };
    return request;
}
