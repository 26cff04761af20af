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
// Nodes are numbered in the order of their arrival, and keep their number. A conversation of 10,000 messages is opened
// without a table of its ids: that is made at the first question about one far from the end.
class MessageTree
{
public:
    static constexpr int NoNode = -1;

    void reserve(qsizetype count) { m_nodes.reserve(size_t(count)); m_links.reserve(size_t(count)); }
    // False when the id is already there.
    bool add(const MessageHead &head);
    // For a list in which no id comes twice, such as the rows of a table.
    void addUnique(const MessageHead &head);
    void setState(const MessageId &id, MessageState state);
    void setTextLength(const MessageId &id, qint32 length);

    qsizetype size() const { return qsizetype(m_nodes.size()); }
    bool contains(const MessageId &id) const { return numberOf(id) != NoNode; }
    const MessageHead *find(const MessageId &id) const;
    const std::vector<MessageHead> &heads() const { return m_nodes; }

    int numberOf(const MessageId &id) const;      // NoNode: not here
    // From the root to `head`; empty for an unknown id.
    std::vector<MessageId> branchTo(const MessageId &head) const;
    std::vector<int> numbersTo(const MessageId &head) const;
    // Its last `count` messages.
    std::vector<MessageId> branchEnd(const MessageId &head, int count) const;
    // Among those with the same parent, in the order of arrival.
    struct Place { int index = 0; int count = 1; };
    Place placeAmongSiblings(int number) const;
    // In the order of arrival, the message itself among them.
    std::vector<MessageId> siblingsOf(const MessageId &id) const;
    std::vector<MessageId> childrenOf(const MessageId &id) const;
    // The newest leaf below `id` (`id` itself when it has no children).
    MessageId newestLeafBelow(const MessageId &id) const;

private:
    struct Links
    {
        int parent = NoNode;
        int firstChild = NoNode, lastChild = NoNode;
        int nextSibling = NoNode;
    };
    int nearby(const MessageId &id) const;
    void ensureIndex() const;
    int firstSibling(int number) const;
    std::vector<MessageId> listFrom(int first) const;

    std::vector<MessageHead> m_nodes;
    std::vector<Links> m_links;
    int m_firstRoot = NoNode, m_lastRoot = NoNode;
    mutable QHash<MessageId, int> m_index;
    mutable bool m_hasIndex = false;
};
