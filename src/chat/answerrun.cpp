// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "answerrun_p.h"

#include "answernotice_p.h"
#include "completionjob.h"
#include "cost.h"
#include "errordescription.h"
#include "estimate.h"
#include "optionsencoder.h"
#include "refusals.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace {
using namespace std::chrono_literals;

constexpr auto FrameTime = 16ms;
constexpr auto GatherTime = 30ms;
// Nobody sees it, so that the only hurry is the disk: each hand-over is saved at once, within SaveTime of its first piece.
constexpr auto HiddenGatherTime = 450ms;
constexpr auto SaveTime = 500ms;       // after a piece arrived
constexpr qsizetype SaveUnits = 2048 / 2;      // 2 kB as UTF-16
}

AnswerRun::AnswerRun(Setup setup, QObject *parent) : QObject(parent), m_setup(std::move(setup)), m_builder(m_setup.answer)
{
    for (QTimer *timer : { &m_flushTimer, &m_saveTimer, &m_waitTimer })
        timer->setSingleShot(true);
    m_flushTimer.setTimerType(Qt::PreciseTimer);
    // A coarse one may ring a twentieth later, and the countdown would begin above what the server asked for.
    m_waitTimer.setTimerType(Qt::PreciseTimer);
    m_flushTimer.setInterval(FrameTime);
    m_saveTimer.setInterval(SaveTime);
    m_countdownTimer.setInterval(1s);
    connect(&m_flushTimer, &QTimer::timeout, this, &AnswerRun::flush);
    connect(&m_saveTimer, &QTimer::timeout, this, &AnswerRun::saveNow);
    connect(&m_waitTimer, &QTimer::timeout, this, &AnswerRun::sendNow);
    connect(&m_countdownTimer, &QTimer::timeout, this, &AnswerRun::tellWait);
}

AnswerRun::~AnswerRun() = default;

void AnswerRun::setShown(bool isShown)
{
    m_isShown = isShown;
    if (m_job)
        m_job->setGatherTime(isShown ? GatherTime : HiddenGatherTime);
}

Message AnswerRun::partial(MessageState state) const
{
    Message message = m_builder.message(state);
    message.answer->durationMs = (m_setup.clock.monotonic() - m_startedAt).count();
    return message;
}

void AnswerRun::start()
{
    m_startedAt = m_setup.clock.monotonic();
    const QStringList leftOut = optionsLeftOut(m_setup.request);
    if (!leftOut.isEmpty()) {
        m_builder.info().notes += QCoreApplication::translate("AnswerRun", "Not sent, since this way of asking has no place for it: %1")
                                      .arg(leftOut.join(QStringLiteral(", ")));
    }
    request();
}

void AnswerRun::request()
{
    m_job = m_setup.client.complete(m_setup.request, m_setup.key);
    CompletionJob *job = m_job.get();
    if (!m_isShown)
        job->setGatherTime(HiddenGatherTime);
    connect(job, &CompletionJob::exchanged, this, [this, tryNumber = m_tries++](const Exchange &exchange) { Q_EMIT exchanged(tryNumber, exchange); });
    connect(job, &CompletionJob::deltasReceived, this, &AnswerRun::takeDeltas);
    connect(job, &CompletionJob::finished, this, &AnswerRun::tryFinished);
    connect(job, &CompletionJob::failed, this, &AnswerRun::tryFailed);
    connect(job, &CompletionJob::stopped, this, [this] { end(MessageState::Stopped); });
}

void AnswerRun::takeDeltas(const QList<Delta> &deltas)
{
    const bool isFirst = !m_builder.hasContent();
    bool wasThinking = false;
    for (const Delta &delta : deltas) {
        m_builder.add(delta);
        // What was taken for text turned out to be thinking.
        wasThinking = wasThinking || (delta.wholeText && !delta.reasoning.isEmpty());
    }
    if (wasThinking || (m_builder.hasText() && m_builder.info().thinkingMs == 0))
        m_builder.info().thinkingMs = std::max<qint64>(1, (m_setup.clock.monotonic() - m_startedAt).count());
    if (m_builder.takeReplaced()) {
        Q_EMIT replaced(partial(MessageState::Streaming));
        saveNow();
    }
    tellStep(deltas);
    if (!m_builder.hasContent())
        return;
    if (isFirst)
        Q_EMIT answering();
    flushSoon();
    saveSoon();
}

// At once where the last time was long enough ago: a timer would be one more time to wake for each piece.
void AnswerRun::flushSoon()
{
    if (!m_builder.hasNews() || m_flushTimer.isActive())
        return;
    if (!m_isShown || !m_sinceFlush.isValid() || m_sinceFlush.elapsed() >= FrameTime.count())
        flush();
    else
        m_flushTimer.start();
}

void AnswerRun::flush()
{
    m_flushTimer.stop();
    m_sinceFlush.start();
    if (!m_builder.hasNews())
        return;
    const QString text = m_builder.takeNewText();
    const QString reasoning = m_builder.takeNewReasoning();
    const bool tellsThinking = !text.isEmpty() && !m_hasToldThinking;
    m_hasToldThinking = m_hasToldThinking || tellsThinking;
    Q_EMIT grew(text, reasoning, tellsThinking ? m_builder.info().thinkingMs : 0);
}

void AnswerRun::saveSoon()
{
    const qsizetype units = m_builder.text().size() + m_builder.info().reasoning.size();
    if (units - m_savedUnits >= SaveUnits || (!m_isShown && units > m_savedUnits))
        saveNow();
    else if (units > m_savedUnits && !m_saveTimer.isActive())
        m_saveTimer.start();
}

void AnswerRun::saveNow()
{
    m_saveTimer.stop();
    m_savedUnits = m_builder.text().size() + m_builder.info().reasoning.size();
    Q_EMIT progressDue(m_builder.text(), m_builder.info().reasoning);
}

void AnswerRun::retireJob()
{
    if (!m_job)
        return;
    m_job->disconnect(this);
    m_retiredJobs.push_back(std::move(m_job));
}

void AnswerRun::stop()
{
    if (m_hasEnded)
        return;
    // A job that runs answers with stopped(), which ends this; between two tries there is none.
    if (m_job)
        m_job->stop();
    else
        end(MessageState::Stopped);
}

void AnswerRun::tryFinished()
{
    AnswerInfo &info = m_builder.info();
    if (info.finishReason == FinishReason::ContentFilter) {
        info.error = Error { .kind = ErrorKind::ContentRefused, .message = {}, .detail = info.rawFinishReason, .httpStatus = 0, .retryable = false, .retryAfter = {} };
        end(MessageState::Failed);
        return;
    }
    end(MessageState::Complete);
}

void AnswerRun::tryFailed(const Error &failure)
{
    retireJob();
    Error error = failure;
    if (error.retryAt && !error.retryAfter)
        error.retryAfter = std::max(0ms, *error.retryAt - m_setup.clock.sinceEpoch());
    if (m_builder.hasContent()) {
        m_builder.info().error = error;
        end(MessageState::CutOff);
        return;
    }
    if (repair(error))
        return;
    const double chance = QRandomGenerator::global()->generateDouble();
    if (const auto duration = m_setup.retries.waitBeforeRetry(error, m_retries, chance)) {
        wait(error, *duration);
        return;
    }
    m_builder.info().error = error;
    end(MessageState::Failed);
}

// A member of the request that is not taken is left out, and the request sent again: once for each, and not for ever.
bool AnswerRun::repair(const Error &error)
{
    constexpr int MostRepairs = 4;
    const QString &field = error.refusedField;
    if (field.isEmpty() || m_repairs.contains(field) || m_repairs.size() >= MostRepairs)
        return false;
    if (!learnRefusal(m_setup.request.endpoint.profile, m_setup.request.modelId, field))
        return false;
    m_repairs.append(field);
    m_builder.info().notes += refusalText(field);
    m_builder.startAgain();
    request();
    return true;
}

// What the server does itself stands where the answer will be until its first word.
void AnswerRun::tellStep(const QList<Delta> &deltas)
{
    if (m_builder.hasText()) {
        if (std::exchange(m_tellsStep, false))
            Q_EMIT waitEnded();
        return;
    }
    for (const Delta &delta : deltas) {
        if (delta.steps.isEmpty())
            continue;
        m_tellsStep = true;
        Q_EMIT waiting(stepNotice(delta.steps.last()));
    }
}

void AnswerRun::wait(const Error &error, std::chrono::milliseconds duration)
{
    ++m_retries;
    m_builder.info().notes += QCoreApplication::translate("AnswerRun", "Tried again after: %1").arg(describe(error).title);
    m_waitingFor = error;
    m_waitTimer.start(duration);
    m_countdownTimer.start();
    tellWait();
}

void AnswerRun::tellWait()
{
    Q_EMIT waiting(waitNotice(m_waitingFor, m_waitTimer.remainingTimeAsDuration()));
}

void AnswerRun::leaveWait()
{
    m_waitTimer.stop();
    m_countdownTimer.stop();
    Q_EMIT waitEnded();
}

void AnswerRun::sendNow()
{
    if (!m_countdownTimer.isActive())
        return;
    leaveWait();
    m_builder.startAgain();
    request();
}

void AnswerRun::cancelWait()
{
    if (!m_countdownTimer.isActive())
        return;
    m_builder.info().error = m_waitingFor;
    end(MessageState::Failed);
}

// An answer that was stopped never says what it used, but is billed all the same.
void AnswerRun::completeUsage(Usage &usage) const
{
    const CompletionRequest &request = m_setup.request;
    if (usage == Usage {} && m_builder.hasContent())
        usage = estimatedUsage(request.messages, partial(MessageState::Complete));
    completeTotal(usage, request.endpoint.baseUrl, transportFor(request.endpoint, request.modelId, request.options));
}

void AnswerRun::end(MessageState state)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    retireJob();
    m_saveTimer.stop();
    if (m_countdownTimer.isActive())
        leaveWait();
    if (std::exchange(m_tellsStep, false))
        Q_EMIT waitEnded();
    flush();
    if (!m_repairs.isEmpty() && (state == MessageState::Complete || m_builder.hasContent()))
        Q_EMIT refusalsLearned(m_repairs);
    AnswerInfo &info = m_builder.info();
    completeUsage(info.usage);
    if (!info.usage.costTicks && m_setup.modelInfo)
        info.usage.costTicks = costTicks(info.usage, *m_setup.modelInfo, priceFactors(info.endpoint, info.serviceTier));
    Q_EMIT ended(partial(state));
}
