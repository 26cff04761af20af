// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

// The files inside a ZIP archive (APPNOTE 6.3.3), of which only stored and deflated ones are read. Names are keys to look for and
// never become paths. Hostile archives meet limits: what unpacks to more than `limit` bytes in all is refused.
class ZipArchive
{
public:
    static bool isZip(const QByteArray &bytes) { return bytes.startsWith("PK\x03\x04"); }
    // Nothing when the directory makes no sense. `bytes` is shared, not copied.
    static std::optional<ZipArchive> open(const QByteArray &bytes, qint64 limit);

    const QStringList &names() const { return m_names; }
    // Nothing when there is no such file, it does not unpack to the size it claims, or all of them together are too large.
    std::optional<QByteArray> read(const QString &name);

private:
    struct Entry
    {
        qint64 offset = 0;         // of its local header
        qint64 packedSize = 0;
        qint64 size = 0;
        quint32 checksum = 0;
        quint16 method = 0;
    };

    QByteArray m_bytes;
    QStringList m_names;
    QHash<QString, Entry> m_entries;
    qint64 m_left = 0;
};
