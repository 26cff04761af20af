// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryfolder_p.h"

#include "database_p.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace {

constexpr mode_t PrivateFolderMode = 0700;
constexpr mode_t PrivateFileMode = 0600;

// A file descriptor that closes itself. Plain system calls and not QFile: mode and fsync are the point here.
class Descriptor
{
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() { if (m_value >= 0) ::close(m_value); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int value() const { return m_value; }
    bool isOpen() const { return m_value >= 0; }

private:
    int m_value;
};

bool writeAll(int descriptor, const char *data, qsizetype size)
{
    while (size > 0) {
        const ssize_t written = ::write(descriptor, data, size_t(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        size -= written;
    }
    return true;
}

bool syncToDisk(const QString &path)
{
    const Descriptor target(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    return target.isOpen() && ::fsync(target.value()) == 0;
}

// Follows no link and fails where something is: nobody can point our file elsewhere.
int openNewFile(const QByteArray &name)
{
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, PrivateFileMode);
    if (descriptor >= 0)
        ::fchmod(descriptor, PrivateFileMode);
    return descriptor;
}

bool holdsALibrary(const QString &path)
{
    const QStringList entries = QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return entries.isEmpty() || entries.contains(QLatin1String("library.db")) || entries.contains(QLatin1String("backups"));
}

Result<Done> ensurePrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), PrivateFolderMode) == 0) {
        // A strict umask can have taken away even our own rights.
        ::chmod(name.constData(), PrivateFolderMode);
        syncToDisk(QFileInfo(path).absolutePath());
        return Done {};
    }
    const int reason = errno;
    if (reason != EEXIST || !QFileInfo(path).isDir())
        return fileError(path, reason);
    // Only what is ours: `--data-dir /tmp` must not close /tmp.
    struct stat status {};
    const bool isOpenToOthers = ::stat(name.constData(), &status) == 0 && (status.st_mode & 077) != 0;
    if (isOpenToOthers && !(status.st_mode & S_ISVTX) && status.st_uid == ::geteuid() && holdsALibrary(path))
        ::chmod(name.constData(), PrivateFolderMode);
    return Done {};
}

}

QString LibraryFolder::blob(const QByteArray &id) const
{
    return blobs() + QLatin1Char('/') + QString::fromLatin1(id.left(2)) + QLatin1Char('/') + QString::fromLatin1(id);
}

Error fileError(const QString &path, int systemError)
{
    const QString detail = QFileInfo(path).fileName() + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(systemError));
    return storageError(SQLITE_IOERR, systemError, detail);
}

Result<Done> ensureLibraryFolder(const LibraryFolder &folder)
{
    const QString parent = QFileInfo(folder.path()).absolutePath();
    if (!QDir().mkpath(parent))
        return fileError(parent, errno);
    for (const QString &path : { folder.path(), folder.blobs(), folder.backups() }) {
        if (Result<Done> done = ensurePrivateFolder(path); !done)
            return done;
    }
    return Done {};
}

bool isOnNetwork(const QString &path)
{
    // Numbers of linux/magic.h and of the file systems' own sources: NFS, SMB, SMB2, CIFS, FUSE, AFS, Coda, 9P, Ceph.
    constexpr unsigned int NetworkTypes[] = { 0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x5346414f, 0x73757245,
                                              0x01021997, 0x00c36400 };
    struct statfs status {};
    if (::statfs(QFile::encodeName(path).constData(), &status) != 0)
        return false;
    for (const unsigned int type : NetworkTypes) {
        if (static_cast<unsigned int>(status.f_type) == type)
            return true;
    }
    return false;
}

Result<Done> createPrivateFile(const QString &path)
{
    const Descriptor file(openNewFile(QFile::encodeName(path)));
    if (!file.isOpen())
        return fileError(path, errno);
    return Done {};
}

Result<Done> renameDurably(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fileError(to, errno);
    if (!syncToDisk(QFileInfo(to).absolutePath()))
        return fileError(to, errno);
    return Done {};
}

Result<Done> syncPath(const QString &path)
{
    if (!syncToDisk(path))
        return fileError(path, errno);
    return Done {};
}

Result<Done> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    const QString partial = path + QStringLiteral(".partial-%1").arg(::getpid());
    const QByteArray name = QFile::encodeName(partial);
    ::unlink(name.constData());       // left by a process of the same number that died here
    {
        const Descriptor file(openNewFile(name));
        if (!file.isOpen())
            return fileError(path, errno);
        if (!writeAll(file.value(), bytes.constData(), bytes.size()) || ::fsync(file.value()) != 0) {
            const int reason = errno;
            ::unlink(name.constData());
            return fileError(path, reason);
        }
    }
    return renameDurably(partial, path);
}

Result<Done> copyPrivateFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return fileError(from, errno);
    const Descriptor target(openNewFile(QFile::encodeName(to)));
    if (!target.isOpen())
        return fileError(to, errno);
    constexpr qint64 PieceSize = 1 << 20;
    while (!source.atEnd()) {
        const QByteArray piece = source.read(PieceSize);
        if (piece.isEmpty() || !writeAll(target.value(), piece.constData(), piece.size()))
            return fileError(to, errno ? errno : EIO);
    }
    if (::fsync(target.value()) != 0)
        return fileError(to, errno);
    return Done {};
}

QString timeStamp(qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, QTimeZone::utc()).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}
