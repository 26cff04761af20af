// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "apikey.h"

#include <QDebugStateSaver>

#include <algorithm>

namespace {

// The compiler must not drop writes to memory that is freed right after.
void wipe(QByteArray &bytes)
{
    volatile char *p = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        p[i] = 0;
    bytes.clear();
}

}

ApiKey ApiKey::fromUserInput(QByteArray &&pasted)
{
    QByteArray trimmed = pasted.trimmed();
    const bool isQuoted = trimmed.size() >= 2 && (trimmed.front() == '"' || trimmed.front() == '\'') && trimmed.back() == trimmed.front();
    if (isQuoted) {
        QByteArray inner = trimmed.mid(1, trimmed.size() - 2).trimmed();
        wipe(trimmed);
        trimmed = std::move(inner);
    }
    // Only what can stand in a header line: a line break inside a key would start a header of its own.
    const bool isPrintable = std::all_of(trimmed.cbegin(), trimmed.cend(), [](char c) { return c > 0x20 && c < 0x7f; });

    ApiKey key;
    if (isPrintable && !trimmed.isEmpty()) {
        key.m_bytes = std::shared_ptr<QByteArray>(new QByteArray(trimmed.constData(), trimmed.size()), [](QByteArray *bytes) {
            wipe(*bytes);
            delete bytes;
        });
    }
    wipe(trimmed);
    wipe(pasted);
    return key;
}

const QByteArray &ApiKey::bytes() const
{
    static const QByteArray none;
    return m_bytes ? *m_bytes : none;
}

QDebug operator<<(QDebug debug, const ApiKey &key)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << (key.isEmpty() ? "ApiKey(empty)" : "ApiKey(set)");
    return debug;
}
