// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What a worker keeps for looking into an exchange. No secret gets into it.
#include "completionworker_p.h"

#include "redaction.h"
#include "replyfacts_p.h"

#include <algorithm>

namespace {

constexpr qsizetype BodyLimit = 256 * 1024;
constexpr qsizetype EventLimit = 2000;
constexpr qsizetype EventStart = 160;

HeaderLines masked(const QList<std::pair<QByteArray, QByteArray>> &headers, const ApiKey &key)
{
    HeaderLines lines;
    for (const auto &[name, value] : headers)
        lines.append({ name, isSecretHeader(name) ? QByteArray("(hidden)") : redacted(QString::fromUtf8(value), key, 2000).toUtf8() });
    return lines;
}

} // namespace

void CompletionWorker::recordRequest(const QNetworkRequest &request)
{
    m_exchange.url = request.url().adjusted(QUrl::RemoveUserInfo);
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const QByteArray &name : request.rawHeaderList())
        headers.append({ name, request.rawHeader(name) });
    m_exchange.requestHeaders = masked(headers, m_key);
    m_exchange.requestBody = m_body->preview(BodyLimit);
    m_exchange.requestBytes = m_body->size();
}

void CompletionWorker::recordReply(const QByteArray &bytes)
{
    if (m_exchange.firstByteMs < 0)
        m_exchange.firstByteMs = m_elapsed.elapsed();
    m_exchange.replyBytes += bytes.size();
    const qsizetype limit = BodyLimit + m_key.bytes().size();
    if (m_exchange.replyBody.size() < limit)
        m_exchange.replyBody += bytes.left(limit - m_exchange.replyBody.size());
}

void CompletionWorker::recordEvents(const QList<SseEvent> &events)
{
    for (const SseEvent &event : events) {
        if (m_exchange.events.size() >= EventLimit)
            return;
        // Cut once more when it is told: half a key would not be found.
        m_exchange.events.append({ m_elapsed.elapsed(), event.data.size(), event.data.left(EventStart + m_key.bytes().size()) });
    }
}

// One that is stopped says no more, so what is known goes out with the first piece.
void CompletionWorker::noteFirstDelta()
{
    if (m_exchange.firstDeltaMs >= 0)
        return;
    m_exchange.firstDeltaMs = m_elapsed.elapsed();
    tellExchange({});
}

// The server's own count where it gives one. Thinking that is not shown came before the first piece, so it is not part of the rate.
void CompletionWorker::measure(const Delta &delta)
{
    m_showsThinking = m_showsThinking || !delta.reasoning.isEmpty();
    m_estimate.add(delta.text);
    m_estimate.add(delta.reasoning);
    m_estimate.add(delta.refusal);
    for (const ToolCallDelta &call : delta.toolCalls)
        m_estimate.add(call.name + call.arguments);
    if (delta.tokensPerSecond > 0)
        m_exchange.serverRate = delta.tokensPerSecond;
    if (delta.usage && delta.usage->outputTokens() > 0) {
        m_exchange.shownTokens = std::max<qint64>(0, delta.usage->outputTokens() - (m_showsThinking ? 0 : delta.usage->reasoningTokens));
        m_isCounted = true;
    }
}

void CompletionWorker::tellExchange(const QString &outcome)
{
    if (m_hasEnded)
        m_exchange.endMs = m_elapsed.elapsed();
    m_exchange.outcome = outcome;
    if (!m_isCounted && m_estimate.tokens() > 0) {
        m_exchange.shownTokens = m_estimate.tokens();
        m_exchange.isEstimated = true;
    }
    if (m_reply) {
        const ReplyFacts facts = factsOf(*m_reply);
        m_exchange.status = facts.status;
        m_exchange.replyHeaders = masked(facts.headers, m_key);
    }
    Exchange told = m_exchange;
    if (!m_key.isEmpty()) {
        told.replyBody.replace(m_key.bytes(), "(hidden)");
        told.requestBody.replace(m_key.bytes(), "(hidden)");
        for (ExchangeEvent &event : told.events)
            event.start.replace(m_key.bytes(), "(hidden)");
    }
    told.replyBody.truncate(BodyLimit);
    for (ExchangeEvent &event : told.events)
        event.start.truncate(EventStart);
    Q_EMIT exchanged(told);
}
