// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "answerbuilder_p.h"
#include "apikey.h"
#include "chatclient.h"
#include "clock.h"
#include "modelinfo.h"
#include "retrypolicy_p.h"
#include "transcriptroles.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

// One answer from the first request to its end, over any number of tries. Shows pieces once a frame, asks for saving
// at most every 500 ms or 2 kB. Exactly one ended(), after the last grew(); deleting it before ends it silently.
class AnswerRun : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        ChatClient &client;
        const Clock &clock;
        CompletionRequest request;
        ApiKey key;
        Message answer;                        // the empty row
        std::optional<ModelInfo> modelInfo;    // for the cost
        RetryPolicy retries;
    };
    explicit AnswerRun(Setup setup, QObject *parent = nullptr);
    ~AnswerRun() override;

    MessageId id() const { return m_setup.answer.id; }
    bool hasContent() const { return m_builder.hasContent(); }
    // Pieces come less often while nobody looks.
    void setShown(bool isShown);
    // What arrived so far, as it would be kept if everything ended now.
    Message partial(MessageState state) const;
    const QStringList &repairs() const { return m_repairs; }
    QString modelId() const { return m_setup.request.modelId; }

    void start();
    void stop();
    void sendNow();                            // ends the wait between two tries
    void cancelWait();                         // ... and gives up

Q_SIGNALS:
    void answering();                          // the first delta arrived
    void grew(const QString &text, const QString &reasoning, qint64 thinkingMs);
    void replaced(const Message &answer);      // what grew so far does not hold: the answer as it is now
    void progressDue(const QString &text, const QString &reasoning);
    void waiting(const TranscriptNotice &notice);
    void waitEnded();
    // Before ended(): what the server does not take, when going without it brought an answer.
    // What went over the wire, try by try, from 0.
    void exchanged(int tryNumber, const Exchange &exchange);
    void refusalsLearned(const QStringList &fields);
    void ended(const Message &answer);

private:
    void request();
    void takeDeltas(const QList<Delta> &deltas);
    void flushSoon();
    void flush();
    void saveSoon();
    void saveNow();
    void tryFailed(const Error &failure);
    bool repair(const Error &error);
    void tellStep(const QList<Delta> &deltas);
    void wait(const Error &error, std::chrono::milliseconds duration);
    void tellWait();
    void leaveWait();
    void tryFinished();
    void retireJob();
    void completeUsage(Usage &usage) const;
    void end(MessageState state);

    Setup m_setup;
    AnswerBuilder m_builder;
    std::unique_ptr<CompletionJob> m_job;
    std::vector<std::unique_ptr<CompletionJob>> m_retiredJobs;   // ended ones: their signals may still be on the stack
    QTimer m_flushTimer;
    QElapsedTimer m_sinceFlush;
    QTimer m_saveTimer;
    QTimer m_waitTimer;
    QTimer m_countdownTimer;
    qsizetype m_savedUnits = 0;                // UTF-16 units of text and reasoning at the last save
    int m_retries = 0;
    int m_tries = 0;
    bool m_isShown = true;
    bool m_hasEnded = false;
    bool m_hasToldThinking = false;
    std::chrono::milliseconds m_startedAt {};
    Error m_waitingFor;
    QStringList m_repairs;                     // members left out since the first request
    bool m_tellsStep = false;
};
