// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QHash>
#include <QSet>

#include <list>

// Bodies of messages in memory, bounded by bytes: the least recently asked goes first. Pinned bodies stay whatever
// they cost, because nobody else has them yet.
class BodyCache
{
public:
    explicit BodyCache(qint64 budgetBytes) : m_budgetBytes(budgetBytes) {}

    const Message *find(const MessageId &id);        // makes it the most recent
    Message *findPinned(const MessageId &id);        // for growing; null when it is not pinned
    bool contains(const MessageId &id) const { return m_entries.contains(id); }
    void insert(const Message &message);
    void pin(const MessageId &id);
    void unpin(const MessageId &id);
    void forget(const MessageId &id);                // unless it is pinned
    void clear();

    qint64 bytes() const { return m_bytes; }

private:
    struct Entry
    {
        Message message;
        qint64 bytes = 0;
        std::list<MessageId>::iterator age;          // in m_byAge; m_byAge.end() while pinned
        bool isPinned = false;
    };
    void evict(const MessageId &keep);

    qint64 m_budgetBytes;
    qint64 m_bytes = 0;                              // of what is not pinned
    QHash<MessageId, Entry> m_entries;
    std::list<MessageId> m_byAge;                    // most recent first
};

// What a body costs in memory, roughly.
qint64 bodyBytes(const Message &message);
