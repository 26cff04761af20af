// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QByteArray>
#include <QString>

// Where things are in a library's folder.
class LibraryFolder
{
public:
    explicit LibraryFolder(const QString &path) : m_path(path) {}
    QString path() const { return m_path; }
    QString database() const { return m_path + QStringLiteral("/library.db"); }
    QString blobs() const { return m_path + QStringLiteral("/blobs"); }
    QString blob(const QByteArray &id) const;
    QString backups() const { return m_path + QStringLiteral("/backups"); }
    QString lock() const { return m_path + QStringLiteral("/lock"); }
    // Names the socket of the process that holds the lock.
    QString handoverAddress() const { return m_path + QStringLiteral("/handover"); }
    // There after a check found damage: the next start sets the library aside.
    QString damageMark() const { return m_path + QStringLiteral("/check-failed"); }
    // There while the backup before a migration is still to be made (see isBackupOwed()).
    QString owedBackupMark() const { return m_path + QStringLiteral("/backup-owed"); }

private:
    QString m_path;
};

// The folder and those inside it, mode 0700 under any umask. A folder of other things keeps its mode.
Result<Done> ensureLibraryFolder(const LibraryFolder &folder);
// SQLite's write-ahead log needs shared memory, which a network does not have.
bool isOnNetwork(const QString &path);

// All of mode 0600 under any umask, and on the disk when they return.
Result<Done> createPrivateFile(const QString &path);                              // empty; it must not exist
Result<Done> writePrivateFile(const QString &path, const QByteArray &bytes);      // whole or not at all
Result<Done> copyPrivateFile(const QString &from, const QString &to);
// Over what is there. Both in one folder.
Result<Done> renameDurably(const QString &from, const QString &to);
// A file, or the names inside a folder, reach the disk.
Result<Done> syncPath(const QString &path);

// The sentence for what the system says in errno.
Error fileError(const QString &path, int systemError);
// "20261121T224312Z", for names of files.
QString timeStamp(qint64 msSinceEpoch);
