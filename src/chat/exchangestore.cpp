// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exchangestore_p.h"

#include <algorithm>

namespace {

constexpr int FastPacking = 1;

Exchange packed(const Exchange &exchange)
{
    Exchange result = exchange;
    result.requestBody = qCompress(exchange.requestBody, FastPacking);
    result.replyBody = qCompress(exchange.replyBody, FastPacking);
    return result;
}

Exchange unpacked(const Exchange &exchange)
{
    Exchange result = exchange;
    result.requestBody = qUncompress(exchange.requestBody);
    result.replyBody = qUncompress(exchange.replyBody);
    return result;
}

qsizetype bytesOf(const QList<Exchange> &tries)
{
    qsizetype bytes = 0;
    for (const Exchange &exchange : tries) {
        bytes += exchange.requestBody.size() + exchange.replyBody.size() + qsizetype(sizeof(Exchange));
        for (const ExchangeEvent &event : exchange.events)
            bytes += event.start.size() + qsizetype(sizeof(ExchangeEvent));
    }
    return bytes;
}

}

QList<MessageId> ExchangeStore::keep(const MessageId &answer, int tryNumber, const Exchange &exchange)
{
    if (!m_packed.contains(answer))
        m_newestFirst.prepend(answer);
    QList<Exchange> &tries = m_packed[answer];
    m_bytes -= bytesOf(tries);
    const auto isForTitle = [](const Exchange &one) { return one.isForTitle; };
    const qsizetype ofAnswer = std::find_if(tries.cbegin(), tries.cend(), isForTitle) - tries.cbegin();
    const qsizetype begin = exchange.isForTitle ? ofAnswer : 0;
    Exchange missing;
    missing.isForTitle = exchange.isForTitle;
    for (qsizetype end = exchange.isForTitle ? tries.size() : ofAnswer; end <= begin + tryNumber; ++end)
        tries.insert(end, packed(missing));
    tries[begin + tryNumber] = packed(exchange);
    m_bytes += bytesOf(tries);
    QList<MessageId> gone;
    while (m_bytes > m_mostBytes && m_newestFirst.size() > 1) {
        gone.append(m_newestFirst.takeLast());
        m_bytes -= bytesOf(m_packed.take(gone.last()));
    }
    return gone;
}

QList<Exchange> ExchangeStore::find(const MessageId &answer) const
{
    QList<Exchange> tries;
    for (const Exchange &exchange : m_packed.value(answer))
        tries.append(unpacked(exchange));
    return tries;
}
