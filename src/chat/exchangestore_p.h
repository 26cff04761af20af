// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "exchange.h"
#include "ids.h"

#include <QHash>
#include <QList>

// What went over the wire for the answers of one conversation, as long as the program runs. Every request holds the conversation so
// far, so bodies are kept packed; when all of them together grow too large, the oldest answer's go.
class ExchangeStore
{
public:
    explicit ExchangeStore(qsizetype mostBytes = 32 * 1024 * 1024) : m_mostBytes(mostBytes) {}

    // A title's tries stand behind the answer's and have numbers of their own. Returns the answers whose exchanges had to go.
    QList<MessageId> keep(const MessageId &answer, int tryNumber, const Exchange &exchange);
    QList<Exchange> find(const MessageId &answer) const;
    const QList<MessageId> &answers() const { return m_newestFirst; }

private:
    QHash<MessageId, QList<Exchange>> m_packed;
    QList<MessageId> m_newestFirst;
    qsizetype m_mostBytes;
    qsizetype m_bytes = 0;
};
