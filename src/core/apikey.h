// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDebug>

#include <memory>

// A secret. Copies share one buffer, which is overwritten when the last copy goes (R17). Never turned into text:
// a stream shows "ApiKey(set)" or "ApiKey(empty)".
class ApiKey
{
public:
    ApiKey() = default;
    // Takes a key as a person pasted it: white space and one pair of quotes around it are dropped. A key with
    // control characters or other bytes outside printable ASCII gives an empty one. `pasted` is wiped.
    static ApiKey fromUserInput(QByteArray &&pasted);

    bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    // For the request maker and the keychain alone.
    const QByteArray &bytes() const;
    bool operator==(const ApiKey &other) const { return bytes() == other.bytes(); }

private:
    std::shared_ptr<QByteArray> m_bytes;
};

QDebug operator<<(QDebug debug, const ApiKey &key);
