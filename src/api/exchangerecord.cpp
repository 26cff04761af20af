// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What a worker keeps for looking into an exchange. No secret gets into it.
#include "completionworker_p.h"

#include "redaction.h"
#include "replyfacts_p.h"

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
    if (m_exchange.replyBody.size() < BodyLimit)
        m_exchange.replyBody += bytes.left(BodyLimit - m_exchange.replyBody.size());
}

void CompletionWorker::recordEvents(const QList<SseEvent> &events)
{
    for (const SseEvent &event : events) {
        if (m_exchange.events.size() >= EventLimit)
            return;
        m_exchange.events.append({ m_elapsed.elapsed(), event.data.size(), event.data.left(EventStart) });
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

void CompletionWorker::tellExchange(const QString &outcome)
{
    if (m_hasEnded)
        m_exchange.endMs = m_elapsed.elapsed();
    m_exchange.outcome = outcome;
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
    Q_EMIT exchanged(told);
}
