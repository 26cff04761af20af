// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "bodycache_p.h"

namespace {
constexpr qint64 FixedBytes = 400;   // the structs, the hash node, the list node

qint64 bytesOf(const QString &text)
{
    return qint64(text.size()) * 2;
}
}

qint64 bodyBytes(const Message &message)
{
    qint64 bytes = FixedBytes;
    for (const ContentPart &part : message.parts) {
        bytes += std::visit(Overloads {
            [](const TextPart &text) { return bytesOf(text.text); },
            [](const ImagePart &image) { return bytesOf(image.name) + image.blob.size() + 100; },
        }, part);
    }
    for (const ToolCall &call : message.toolCalls)
        bytes += bytesOf(call.arguments) + bytesOf(call.name);
    if (message.answer)
        bytes += bytesOf(message.answer->reasoning) + bytesOf(message.answer->refusal) + FixedBytes;
    return bytes;
}

const Message *BodyCache::find(const MessageId &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return nullptr;
    if (!found->isPinned)
        m_byAge.splice(m_byAge.begin(), m_byAge, found->age);
    return &found->message;
}

Message *BodyCache::findPinned(const MessageId &id)
{
    const auto found = m_entries.find(id);
    return found != m_entries.end() && found->isPinned ? &found->message : nullptr;
}

void BodyCache::insert(const Message &message)
{
    if (const auto old = m_entries.find(message.id); old != m_entries.end() && old->isPinned) {
        old->message = message;
        return;
    }
    forget(message.id);
    m_byAge.push_front(message.id);
    const qint64 bytes = bodyBytes(message);
    m_entries.insert(message.id, { message, bytes, m_byAge.begin(), false });
    m_bytes += bytes;
    evict(message.id);
}

void BodyCache::pin(const MessageId &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->isPinned)
        return;
    m_bytes -= found->bytes;
    m_byAge.erase(found->age);
    found->age = m_byAge.end();
    found->isPinned = true;
}

void BodyCache::unpin(const MessageId &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || !found->isPinned)
        return;
    m_byAge.push_front(id);
    found->age = m_byAge.begin();
    found->isPinned = false;
    found->bytes = bodyBytes(found->message);
    m_bytes += found->bytes;
    evict(id);
}

void BodyCache::forget(const MessageId &id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->isPinned)
        return;
    m_bytes -= found->bytes;
    m_byAge.erase(found->age);
    m_entries.erase(found);
}

void BodyCache::clear()
{
    m_entries.clear();
    m_byAge.clear();
    m_bytes = 0;
}

void BodyCache::evict(const MessageId &keep)
{
    while (m_bytes > m_budgetBytes && !m_byAge.empty() && m_byAge.back() != keep) {
        const auto oldest = m_entries.find(m_byAge.back());
        m_bytes -= oldest->bytes;
        m_entries.erase(oldest);
        m_byAge.pop_back();
    }
}
