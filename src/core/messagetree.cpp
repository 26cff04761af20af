// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "messagetree.h"

#include <algorithm>

namespace {
// Nearly every question is about the end, and nearly every parent stands just before its child.
constexpr int NearEnd = 16;
}

bool MessageTree::add(const MessageHead &head)
{
    if (head.id.isNull() || contains(head.id))
        return false;
    addUnique(head);
    return true;
}

void MessageTree::addUnique(const MessageHead &head)
{
    const int number = int(size());
    const int parent = numberOf(head.parentId);
    m_nodes.push_back(head);
    m_links.push_back({ .parent = parent });
    if (m_hasIndex)
        m_index.insert(head.id, number);
    int &first = parent == NoNode ? m_firstRoot : m_links[size_t(parent)].firstChild;
    int &last = parent == NoNode ? m_lastRoot : m_links[size_t(parent)].lastChild;
    if (first == NoNode)
        first = number;
    else
        m_links[size_t(last)].nextSibling = number;
    last = number;
}

void MessageTree::setState(const MessageId &id, MessageState state)
{
    if (const int number = numberOf(id); number != NoNode)
        m_nodes[size_t(number)].state = state;
}

void MessageTree::setTextLength(const MessageId &id, qint32 length)
{
    if (const int number = numberOf(id); number != NoNode)
        m_nodes[size_t(number)].textLength = length;
}

const MessageHead *MessageTree::find(const MessageId &id) const
{
    const int number = numberOf(id);
    return number == NoNode ? nullptr : &m_nodes[size_t(number)];
}

int MessageTree::numberOf(const MessageId &id) const
{
    if (id.isNull())
        return NoNode;
    if (const int number = nearby(id); number != NoNode)
        return number;
    if (size() <= NearEnd)
        return NoNode;
    ensureIndex();
    return m_index.value(id, NoNode);
}

int MessageTree::nearby(const MessageId &id) const
{
    const int end = std::max(0, int(size()) - NearEnd);
    for (int number = int(size()) - 1; number >= end; --number) {
        if (m_nodes[size_t(number)].id == id)
            return number;
    }
    return NoNode;
}

void MessageTree::ensureIndex() const
{
    if (m_hasIndex)
        return;
    m_hasIndex = true;
    m_index.reserve(size());
    for (int number = 0; number < size(); ++number)
        m_index.insert(m_nodes[size_t(number)].id, number);
}

// A parent has a smaller number than its child: so no walk up or down can go round.
std::vector<int> MessageTree::numbersTo(const MessageId &head) const
{
    std::vector<int> branch;
    int number = numberOf(head);
    branch.reserve(size_t(number + 1));
    for (; number != NoNode; number = m_links[size_t(number)].parent)
        branch.push_back(number);
    std::reverse(branch.begin(), branch.end());
    return branch;
}

std::vector<MessageId> MessageTree::branchTo(const MessageId &head) const
{
    std::vector<MessageId> branch;
    for (const int number : numbersTo(head))
        branch.push_back(m_nodes[size_t(number)].id);
    return branch;
}

std::vector<MessageId> MessageTree::branchEnd(const MessageId &head, int count) const
{
    std::vector<MessageId> branch;
    for (int number = numberOf(head); number != NoNode && int(branch.size()) < count; number = m_links[size_t(number)].parent)
        branch.push_back(m_nodes[size_t(number)].id);
    std::reverse(branch.begin(), branch.end());
    return branch;
}

int MessageTree::firstSibling(int number) const
{
    const int parent = m_links[size_t(number)].parent;
    return parent == NoNode ? m_firstRoot : m_links[size_t(parent)].firstChild;
}

MessageTree::Place MessageTree::placeAmongSiblings(int number) const
{
    Place place { .index = 0, .count = 0 };
    for (int sibling = firstSibling(number); sibling != NoNode; sibling = m_links[size_t(sibling)].nextSibling) {
        if (sibling == number)
            place.index = place.count;
        ++place.count;
    }
    return place;
}

std::vector<MessageId> MessageTree::listFrom(int first) const
{
    std::vector<MessageId> ids;
    for (int number = first; number != NoNode; number = m_links[size_t(number)].nextSibling)
        ids.push_back(m_nodes[size_t(number)].id);
    return ids;
}

std::vector<MessageId> MessageTree::childrenOf(const MessageId &id) const
{
    const int number = numberOf(id);
    if (number == NoNode)
        return id.isNull() ? listFrom(m_firstRoot) : std::vector<MessageId>();
    return listFrom(m_links[size_t(number)].firstChild);
}

std::vector<MessageId> MessageTree::siblingsOf(const MessageId &id) const
{
    const int number = numberOf(id);
    return number == NoNode ? std::vector<MessageId>() : listFrom(firstSibling(number));
}

MessageId MessageTree::newestLeafBelow(const MessageId &id) const
{
    int number = numberOf(id);
    if (number == NoNode)
        return id;
    // The newest child is the one that was added last.
    while (m_links[size_t(number)].lastChild != NoNode)
        number = m_links[size_t(number)].lastChild;
    return m_nodes[size_t(number)].id;
}
