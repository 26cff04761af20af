// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "messagetree.h"

#include <algorithm>

namespace {
constexpr qsizetype NoParent = -1;
}

void MessageTree::reserve(qsizetype count)
{
    m_nodes.reserve(size_t(count));
    m_index.reserve(count);
}

bool MessageTree::add(const MessageHead &head)
{
    if (head.id.isNull() || m_index.contains(head.id))
        return false;
    m_index.insert(head.id, size());
    m_nodes.push_back(head);
    if (m_hasChildren) {
        m_children[parentBefore(size() - 1)].push_back(size() - 1);
    }
    return true;
}

void MessageTree::setState(const MessageId &id, MessageState state)
{
    if (const qsizetype at = m_index.value(id, NoParent); at != NoParent)
        m_nodes[size_t(at)].state = state;
}

void MessageTree::setTextLength(const MessageId &id, qint32 length)
{
    if (const qsizetype at = m_index.value(id, NoParent); at != NoParent)
        m_nodes[size_t(at)].textLength = length;
}

const MessageHead *MessageTree::find(const MessageId &id) const
{
    const qsizetype at = m_index.value(id, NoParent);
    return at == NoParent ? nullptr : &m_nodes[size_t(at)];
}

std::vector<MessageId> MessageTree::branchTo(const MessageId &head) const
{
    std::vector<MessageId> branch;
    for (qsizetype at = m_index.value(head, NoParent); at != NoParent;) {
        branch.push_back(m_nodes[size_t(at)].id);
        at = m_index.value(parentBefore(at), NoParent);
    }
    std::reverse(branch.begin(), branch.end());
    return branch;
}

// Null for a root, and for a node whose parent came later: so no walk up or down can go round.
MessageId MessageTree::parentBefore(qsizetype at) const
{
    const MessageId &parent = m_nodes[size_t(at)].parentId;
    const qsizetype parentAt = m_index.value(parent, NoParent);
    return parentAt != NoParent && parentAt < at ? parent : MessageId();
}

void MessageTree::ensureChildren() const
{
    if (m_hasChildren)
        return;
    m_hasChildren = true;
    for (qsizetype at = 0; at < size(); ++at) {
        m_children[parentBefore(at)].push_back(at);
    }
}

std::vector<MessageId> MessageTree::childrenOf(const MessageId &id) const
{
    ensureChildren();
    std::vector<MessageId> ids;
    for (const qsizetype at : m_children.value(id))
        ids.push_back(m_nodes[size_t(at)].id);
    return ids;
}

std::vector<MessageId> MessageTree::siblingsOf(const MessageId &id) const
{
    const qsizetype at = m_index.value(id, NoParent);
    return at == NoParent ? std::vector<MessageId>() : childrenOf(parentBefore(at));
}

MessageId MessageTree::newestLeafBelow(const MessageId &id) const
{
    ensureChildren();
    MessageId leaf = id;
    // The newest child is the one that was added last.
    for (auto children = m_children.constFind(leaf); children != m_children.constEnd() && !children->empty(); children = m_children.constFind(leaf))
        leaf = m_nodes[size_t(children->back())].id;
    return leaf;
}
