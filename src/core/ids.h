// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <chrono>

// A UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then random bits. Safe from any thread.
QUuid createUuid7(std::chrono::milliseconds sinceEpoch);

// Ids of different things are different types. Text form: lower-case hexadecimal with hyphens, no braces.
template<typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &value) : m_value(value) {}
    static Id create(std::chrono::milliseconds sinceEpoch) { return Id(createUuid7(sinceEpoch)); }
    // Null for a text that is no UUID.
    static Id fromString(QStringView text) { return Id(QUuid::fromString(text)); }

    bool isNull() const { return m_value.isNull(); }
    const QUuid &uuid() const { return m_value; }
    QString toString() const { return m_value.toString(QUuid::WithoutBraces); }

    bool operator==(const Id &other) const { return m_value == other.m_value; }
    bool operator!=(const Id &other) const { return m_value != other.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QUuid m_value;
};

using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
Q_DECLARE_METATYPE(ConversationId)
Q_DECLARE_METATYPE(MessageId)
