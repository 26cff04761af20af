// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "blobstore_p.h"

#include "messagejson_p.h"
#include "storagetext_p.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

Result<std::unique_ptr<QIODevice>> BlobStore::openBlob(const BlobId &id) const
{
    if (const std::lock_guard guard(m_mutex); m_held.contains(id)) {
        auto bytes = std::make_unique<QBuffer>();
        bytes->setData(m_held.value(id));
        bytes->open(QIODevice::ReadOnly);
        return Result<std::unique_ptr<QIODevice>>(std::move(bytes));
    }
    auto file = isBlobId(id) ? std::make_unique<QFile>(m_folder.blob(id)) : nullptr;
    if (!file || !file->exists())
        return storageProblem(ErrorKind::NotFound, Storage::tr("An attachment is missing from the library."));
    if (!file->open(QIODevice::ReadOnly))
        return fileError(file->fileName(), errno);
    return Result<std::unique_ptr<QIODevice>>(std::move(file));
}

bool BlobStore::contains(const BlobId &id) const
{
    return isBlobId(id) && QFileInfo::exists(m_folder.blob(id));
}

BlobId BlobStore::idOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

BlobId BlobStore::hold(const QByteArray &bytes)
{
    const BlobId id = idOf(bytes);
    const std::lock_guard guard(m_mutex);
    m_held.insert(id, bytes);
    return id;
}

Result<BlobId> BlobStore::put(const QByteArray &bytes) const
{
    const BlobId id = idOf(bytes);
    const QString path = m_folder.blob(id);
    if (QFileInfo(path).size() == bytes.size() && QFileInfo::exists(path)) {
        ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), nullptr, 0);
        return id;
    }
    const QByteArray shelf = QFile::encodeName(QFileInfo(path).absolutePath());
    if (::mkdir(shelf.constData(), 0700) != 0 && errno != EEXIST)
        return fileError(path, errno);
    ::chmod(shelf.constData(), 0700);
    if (Result<Done> done = writePrivateFile(path, bytes); !done)
        return done.error();
    // The shelf itself may be new: its name must survive a power cut too.
    if (Result<Done> done = syncPath(m_folder.blobs()); !done)
        return done.error();
    return id;
}

qint64 BlobStore::lastPutMs(const BlobId &id) const
{
    const QFileInfo file(m_folder.blob(id));
    return file.exists() ? file.lastModified().toMSecsSinceEpoch() : 0;
}

void BlobStore::keepForThisRun(const QList<BlobId> &ids)
{
    const std::lock_guard guard(m_mutex);
    m_kept.unite({ ids.begin(), ids.end() });
}

bool BlobStore::isKept(const BlobId &id) const
{
    const std::lock_guard guard(m_mutex);
    return m_kept.contains(id);
}

QList<BlobId> BlobStore::putBefore(qint64 ms) const
{
    QList<BlobId> found;
    const QStringList shelves = QDir(m_folder.blobs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &shelf : shelves) {
        const QFileInfoList files = QDir(m_folder.blobs() + QLatin1Char('/') + shelf).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files) {
            const BlobId id = file.fileName().toLatin1();
            if (isBlobId(id) && file.lastModified().toMSecsSinceEpoch() < ms && !isKept(id))
                found.append(id);
        }
    }
    return found;
}

void BlobStore::removeUnlessPutAfter(const BlobId &id, qint64 ms) const
{
    if (const qint64 put = lastPutMs(id); put > 0 && put <= ms && !isKept(id))
        QFile::remove(m_folder.blob(id));
}
