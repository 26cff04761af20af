// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QHash>

#include <vector>

// What is known of a message without its body. Small: a conversation of 10,000 messages keeps them all.
struct MessageHead
{
    MessageId id;
    MessageId parentId;
    qint64 rowId = 0;              // the library's own number; 0: not stored yet
    qint64 createdAtMs = 0;
    qint32 textLength = 0;         // UTF-16 units of all text parts, for estimating heights
    Role role = Role::User;
    MessageState state = MessageState::Complete;
    bool operator==(const MessageHead &) const = default;
};

// The shape of a conversation. A branch is the path from a root to a leaf; siblings share a parent (or are all roots).
// Nodes whose parent is unknown, or was added later, count as roots: two libraries merge by union, and no walk can go round.
class MessageTree
{
public:
    void reserve(qsizetype count);
    // False when the id is already there.
    bool add(const MessageHead &head);
    void setState(const MessageId &id, MessageState state);
    void setTextLength(const MessageId &id, qint32 length);

    qsizetype size() const { return qsizetype(m_nodes.size()); }
    bool contains(const MessageId &id) const { return m_index.contains(id); }
    const MessageHead *find(const MessageId &id) const;
    const std::vector<MessageHead> &heads() const { return m_nodes; }

    // From the root to `head`; empty for an unknown id.
    std::vector<MessageId> branchTo(const MessageId &head) const;
    // In the order of arrival, the message itself among them.
    std::vector<MessageId> siblingsOf(const MessageId &id) const;
    std::vector<MessageId> childrenOf(const MessageId &id) const;
    // The newest leaf below `id` (`id` itself when it has no children).
    MessageId newestLeafBelow(const MessageId &id) const;

private:
    std::vector<MessageHead> m_nodes;
    QHash<MessageId, qsizetype> m_index;
    mutable QHash<MessageId, std::vector<qsizetype>> m_children;   // made at the first question
    mutable bool m_hasChildren = false;
    void ensureChildren() const;
    MessageId parentBefore(qsizetype at) const;
};
