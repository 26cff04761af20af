// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "completionworker_p.h"

#include "accessmanager_p.h"
#include "history.h"
#include "optionsencoder.h"
#include "refusedfield.h"
#include "replyfacts_p.h"
#include "requestencoder.h"
#include "requestfactory.h"
#include "tlschain_p.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace {

constexpr qint64 AnswerLimit = 64 * 1024 * 1024;
// After a finish reason only usage and [DONE] can come; a server that keeps the line open is not waited for.
constexpr std::chrono::seconds AfterFinish(10);
// The timer is for a stream that pauses; in one that flows the next piece comes before it.
constexpr std::chrono::milliseconds GatherSlack(15);
// Who gathers for so long is not looked at: what arrives stays with the reply until it is handed over, so that a piece costs a glance.
constexpr std::chrono::milliseconds LongGather(100);
constexpr qint64 ReadAtOnce = 256 * 1024;

CompletionDecoder::ThinkTags thinkTagsFor(const Endpoint &endpoint)
{
    return isXaiHost(endpoint.baseUrl) ? CompletionDecoder::ThinkTags::Keep : CompletionDecoder::ThinkTags::Split;
}

} // namespace

CompletionWorker::CompletionWorker(std::shared_ptr<const BlobSource> blobs, CompletionRequest request, ApiKey key)
    : m_blobs(std::move(blobs)), m_request(std::move(request)), m_key(std::move(key)), m_clock(this),
      m_decoder(thinkTagsFor(m_request.endpoint), m_key), m_gatherTimer(this)
{
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, &CompletionWorker::clockRanOut);
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_gatherTimer, &QTimer::timeout, this, &CompletionWorker::gatherTimeRanOut);
}

CompletionWorker::~CompletionWorker()
{
    end();
}

void CompletionWorker::start()
{
    m_elapsed.start();
    const Transport transport = transportFor(m_request);
    Result<std::unique_ptr<RequestBody>> body = encodeRequest(m_request, *m_blobs);
    m_sentFields = refusableNames(requestFields(m_request)) + QStringList { transport == Transport::Responses ? QStringLiteral("input") : QStringLiteral("messages") };
    if (transport == Transport::ChatCompletions)
        m_sentFields += refusableRoles(m_request.messages, profileFor(m_request.endpoint, m_request.modelId));
    m_request.messages.clear();
    if (!body) {
        fail(body.error());
        return;
    }
    m_body = std::move(body).value();
    if (const std::optional<Error> problem = authoritiesProblem(m_request.endpoint)) {
        fail(*problem);
        return;
    }
    m_manager = createAccessManager(m_request.endpoint.proxy);
    const RequestFactory factory(m_request.endpoint, m_key);
    const QNetworkRequest request = factory.post(completionPath(transport), m_body->size(), m_request.conversation);
    recordRequest(request);
    m_reply = m_manager->post(request, m_body.get());
    connect(m_reply, &QNetworkReply::requestSent, this, &CompletionWorker::headSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &CompletionWorker::followUpload);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &CompletionWorker::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &CompletionWorker::bytesArrived);
    connect(m_reply, &QNetworkReply::finished, this, &CompletionWorker::replyFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = tlsProblem(errors, m_reply->sslConfiguration().peerCertificateChain());
    });
    startClock(Wait::Connect, m_request.endpoint.timeLimits.connect);
}

std::chrono::milliseconds CompletionWorker::silenceLimit() const
{
    const TimeLimits &limits = m_request.endpoint.timeLimits;
    return m_request.modelReasons ? limits.reasoningSilence : limits.silence;
}

// Comes once or more, and not always before the first progress of the upload.
void CompletionWorker::headSent()
{
    m_hasLeft = true;
    if (m_exchange.connectedMs < 0)
        m_exchange.connectedMs = m_elapsed.elapsed();
    if (m_wait == Wait::Connect)
        startClock(Wait::Upload, m_request.endpoint.timeLimits.upload);
}

void CompletionWorker::followUpload(qint64 sentBytes, qint64 totalBytes)
{
    if (m_hasEnded || sentBytes <= 0 || m_wait == Wait::Answer)
        return;
    m_hasLeft = true;
    if (sentBytes < totalBytes) {
        startClock(Wait::Upload, m_request.endpoint.timeLimits.upload);
        return;
    }
    startClock(Wait::Answer, silenceLimit());
    m_exchange.sentMs = m_elapsed.elapsed();
    Q_EMIT sent();
}

void CompletionWorker::readHead()
{
    if (m_hasEnded)
        return;
    if (m_wait != Wait::Answer)
        startClock(Wait::Answer, silenceLimit());
    if (isHeadTooLong(*m_reply))
        fail(protocolError(tr("The server's answer has headers without end")));
}

void CompletionWorker::bytesArrived()
{
    if (!mayReadLater())
        read();
    else if (!m_gatherTimer.isActive())
        m_gatherTimer.start(std::max(0ms, m_gatherTime - std::chrono::milliseconds(m_sinceHandOver.elapsed())));
}

bool CompletionWorker::mayReadLater() const
{
    return m_gatherTime >= LongGather && m_bodyKind == Body::Stream && m_sinceHandOver.isValid() && !m_hasEnded
        && m_reply->bytesAvailable() < ReadAtOnce;
}

void CompletionWorker::gatherTimeRanOut()
{
    read();
    if (!m_hasEnded)
        handOver();
}

void CompletionWorker::read()
{
    if (m_hasEnded || !m_reply)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_receivedBytes += bytes.size();
    recordReply(bytes);
    if (m_bodyKind != Body::Unknown) {
        readAnswer(bytes);
        return;
    }
    const ReplyFacts head = factsOf(*m_reply);
    if (head.status == 200) {
        readAnswer(bytes);
        return;
    }
    m_kept += bytes.left(ErrorBodyLimit - m_kept.size());
    if (m_kept.size() >= ErrorBodyLimit) {
        ReplyFacts facts = head;
        facts.body = m_kept;
        fail(errorFromReply(facts, m_key));
    }
}

void CompletionWorker::readAnswer(QByteArray bytes)
{
    if (m_bodyKind == Body::Unknown) {
        m_kept += bytes;
        QByteArrayView start = m_kept;
        if (start.startsWith("\xEF\xBB\xBF"))
            start = start.sliced(3);
        start = start.trimmed();
        if (start.isEmpty() && m_kept.size() < ErrorBodyLimit) {
            Q_EMIT keptAlive();
            return;
        }
        const bool isWhole = start.startsWith('{') || start.startsWith('[') || start.startsWith('<');
        m_bodyKind = isWhole ? Body::Whole : Body::Stream;
        bytes = std::exchange(m_kept, {});
    }
    if (m_bodyKind == Body::Stream) {
        readStream(bytes);
        return;
    }
    m_kept += bytes;
    if (m_kept.size() > AnswerLimit)
        fail(protocolError(tr("The answer is too long to be kept")));
}

void CompletionWorker::readStream(const QByteArray &bytes)
{
    const QList<SseEvent> events = m_parser.feed(bytes);
    if (events.isEmpty() && m_parser.fault() == SseParser::Fault::None) {
        Q_EMIT keptAlive();
        return;
    }
    recordEvents(events);
    handle(events);
    if (!m_hasEnded && m_parser.fault() != SseParser::Fault::None)
        fail(protocolError(tr("The server sent a line that is too long to be an answer")));
}

// All events of one read become one delta.
void CompletionWorker::handle(const QList<SseEvent> &events)
{
    Delta delta;
    const int payloadsBefore = m_payloads;
    for (const SseEvent &event : events) {
        Result<DecodedEvent> decoded = m_decoder.decode(event);
        if (!decoded) {
            deliver(std::move(delta));
            fail(decoded.error());
            return;
        }
        m_payloads += decoded.value().kind == DecodedEvent::Kind::Payload;
        appendDelta(delta, std::move(decoded.value().delta));
        if (m_decoder.isDone())
            break;
    }
    // Comments and unknown payloads are life signs for the person, not for the clock.
    if (m_payloads > payloadsBefore)
        startClock(Wait::Answer, m_decoder.isFinished() ? qMin<std::chrono::milliseconds>(AfterFinish, silenceLimit()) : silenceLimit());
    deliver(std::move(delta));
    if (!m_hasEnded && m_decoder.isDone())
        conclude();
}

void CompletionWorker::deliver(Delta &&delta)
{
    m_textLength += delta.text.size() + delta.reasoning.size() + delta.refusal.size();
    measure(delta);
    if (isEmpty(delta)) {
        Q_EMIT keptAlive();
    } else {
        noteFirstDelta();
        gather(std::move(delta));
    }
    if (m_textLength > AnswerLimit)
        fail(protocolError(tr("The answer is too long to be kept")));
}

// Somebody looks again: what waits for a later moment is wanted now.
void CompletionWorker::setGatherTime(std::chrono::milliseconds time)
{
    const bool isSooner = time < m_gatherTime;
    m_gatherTime = time;
    if (isSooner && !m_hasEnded)
        gatherTimeRanOut();
}

// Pieces that come faster than they can be looked at are handed over together: each hand-over wakes the other thread.
void CompletionWorker::gather(Delta &&delta)
{
    appendDelta(m_gathered, std::move(delta));
    if (!m_sinceHandOver.isValid() || m_sinceHandOver.elapsed() >= m_gatherTime.count())
        handOver();
    else if (!m_gatherTimer.isActive())
        m_gatherTimer.start(m_gatherTime + GatherSlack);
}

void CompletionWorker::handOver()
{
    m_gatherTimer.stop();
    if (isEmpty(m_gathered))
        return;
    m_sinceHandOver.start();
    Q_EMIT received({ std::exchange(m_gathered, {}) });
}

void CompletionWorker::replyFinished()
{
    read();
    if (m_hasEnded)
        return;
    ReplyFacts facts = factsOf(*m_reply);
    qCInfo(apiLog).nospace() << "POST " << facts.url.path() << " status " << facts.status << ", " << m_receivedBytes
                             << " bytes, " << m_elapsed.elapsed() << " ms";
    if (facts.status == 0) {
        fail(networkError());
    } else if (facts.status != 200) {
        facts.body = m_kept;
        fail(refusal(facts));
    } else if (m_bodyKind == Body::Stream) {
        finishStream();
    } else {
        finishWhole();
    }
}

void CompletionWorker::finishStream()
{
    handle(m_parser.finish());
    if (m_hasEnded)
        return;
    deliver(m_decoder.finish());
    if (!m_hasEnded)
        conclude();
}

void CompletionWorker::finishWhole()
{
    const bool isBroken = m_reply->error() != QNetworkReply::NoError;
    if (m_kept.trimmed().isEmpty()) {
        fail(isBroken ? networkError() : protocolError(tr("The server sent an empty answer")));
        return;
    }
    if (m_kept.trimmed().startsWith('<')) {
        ReplyFacts facts = factsOf(*m_reply);
        facts.body = m_kept.left(ErrorBodyLimit);
        fail(errorFromReply(facts, m_key));
        return;
    }
    Result<Delta> whole = m_decoder.decodeWhole(m_kept);
    if (whole) {
        deliver(std::move(whole).value());
        finish();
    } else {
        fail(isBroken ? networkError() : whole.error());
    }
}

// R5: only a finish reason or [DONE] makes an answer whole, and a part that could not be read makes it doubtful.
void CompletionWorker::conclude()
{
    if (m_decoder.skippedPayloads() > 0)
        qCInfo(apiLog) << m_decoder.skippedPayloads() << "payloads were skipped";
    if (m_decoder.hasLostPayload())
        fail(protocolError(tr("A part of the answer could not be read")));
    else if (m_decoder.isComplete())
        finish();
    else if (m_payloads == 0 && m_reply->error() == QNetworkReply::NoError)
        fail(protocolError(tr("The server sent no answer in a form that can be read")));
    else
        fail(m_reply->error() == QNetworkReply::NoError ? cutOff() : networkError());
}

Error CompletionWorker::refusal(const ReplyFacts &facts) const
{
    Error error = errorFromReply(facts, m_key);
    static const std::array Healable { ErrorKind::Rejected, ErrorKind::ModelNotFound, ErrorKind::AddressNotFound, ErrorKind::Server };
    if (std::find(Healable.begin(), Healable.end(), error.kind) != Healable.end())
        error.refusedField = refusedField(facts, m_sentFields);
    return error;
}

Error CompletionWorker::networkError() const
{
    if (m_reply->error() == QNetworkReply::UnknownContentError)
        return protocolError(tr("The server's answer could not be unpacked"));
    const QString text = m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(QLatin1Char('\n'));
    Error error = errorFromNetwork(m_reply->error(), text, m_reply->url(), m_hasLeft, m_key);
    // A bad certificate is as bad at the next try.
    if (!m_tlsErrors.isEmpty())
        error.retryable = false;
    return error;
}

void CompletionWorker::startClock(Wait wait, std::chrono::milliseconds limit)
{
    m_wait = wait;
    m_limit = limit;
    m_clockEndMs = m_elapsed.elapsed() + limit.count();
    // Each piece puts the end off; the timer is set again only when it has rung.
    if (m_clock.isActive() && m_clockRingsMs <= m_clockEndMs)
        return;
    m_clockRingsMs = m_clockEndMs;
    m_clock.start(limit);
}

void CompletionWorker::clockRanOut()
{
    // What lies unread is no silence.
    read();
    if (m_hasEnded)
        return;
    if (const qint64 left = m_clockEndMs - m_elapsed.elapsed(); left > 0) {
        m_clockRingsMs = m_clockEndMs;
        m_clock.start(std::chrono::milliseconds(left));
        return;
    }
    if (m_decoder.isFinished())
        conclude();
    else
        fail(timedOut(m_wait, m_limit));
}

// The state is set first and the reply disconnected, because abort() reports the end of the reply from inside.
void CompletionWorker::end()
{
    m_hasEnded = true;
    m_clock.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
}

void CompletionWorker::finish()
{
    if (m_hasEnded)
        return;
    end();
    handOver();
    tellExchange({});
    Q_EMIT finished();
}

void CompletionWorker::fail(const Error &error)
{
    if (m_hasEnded)
        return;
    end();
    handOver();
    tellExchange(error.message);
    Q_EMIT failed(error);
}
