// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "faultydisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <random>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int SectorSize = 512;

// What nobody reads after a power cut: shared memory, locks and the address of a process that is gone.
bool isPassing(const QString &path)
{
    return path.endsWith(QLatin1String("-shm")) || path.endsWith(QLatin1String("/lock")) || path.endsWith(QLatin1String("/handover"));
}

template<typename Function>
Function *systemCall(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

void place(QByteArray &content, const QByteArray &bytes, qint64 offset)
{
    if (content.size() < offset + bytes.size())
        content.append(QByteArray(offset + bytes.size() - content.size(), '\0'));
    std::copy(bytes.begin(), bytes.end(), content.begin() + offset);
}

// The disk while operations are replayed: what is on it, and what is still under way.
class Replay
{
public:
    Replay(const QMap<QString, QByteArray> &before, const QMap<QString, int> &files) : m_names(files)
    {
        for (auto name = files.cbegin(); name != files.cend(); ++name)
            m_contents.insert(name.value(), before.value(name.key()));
    }

    void apply(const FaultyDisk::Operation &operation)
    {
        using Kind = FaultyDisk::Kind;
        if (operation.kind == Kind::Sync) {
            if (operation.file != 0)
                syncFile(operation.file);
            else
                syncNames(operation.path);
        } else if (operation.kind == Kind::Write || operation.kind == Kind::Truncate) {
            m_unsynced.push_back(operation);
        } else {
            m_unsyncedNames.push_back(operation);
        }
    }

    void loseOrKeep(const FaultyDisk::Cut &cut)
    {
        using Unsynced = FaultyDisk::Cut::Unsynced;
        if (cut.unsynced == Unsynced::Lost)
            return;
        std::mt19937 random(cut.seed);
        const bool isAll = cut.unsynced == Unsynced::Kept;
        // Each for itself: a later one may have arrived and an earlier one not.
        for (const FaultyDisk::Operation &operation : m_unsynced) {
            if (cut.unsynced == Unsynced::SomeTorn && operation.kind == FaultyDisk::Kind::Write)
                tear(operation, random);
            else if (isAll || random() % 2 == 0)
                change(operation);
        }
        for (const FaultyDisk::Operation &operation : m_unsyncedNames) {
            if (isAll || random() % 2 == 0)
                rename(operation);
        }
    }

    void writeTo(const QString &from, const QString &folder) const
    {
        QDir().mkpath(folder);
        for (const QString &name : m_folders)
            QDir().mkpath(folder + name.mid(from.size()));
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
            // A name in a folder whose own name was lost is lost with it; QFile cannot open it.
            QFile file(folder + name.key().mid(from.size()));
            if (!isPassing(name.key()) && file.open(QIODevice::WriteOnly)) {
                file.write(m_contents.value(name.value()));
                file.close();
                file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            }
        }
    }
    void addFolder(const QString &path) { m_folders.insert(path); }

private:
    void change(const FaultyDisk::Operation &operation)
    {
        QByteArray &content = m_contents[operation.file];
        if (operation.kind == FaultyDisk::Kind::Write)
            place(content, operation.bytes, operation.offset);
        else
            content.resize(operation.offset, '\0');
    }

    // Some of its sectors, any of them.
    void tear(const FaultyDisk::Operation &operation, std::mt19937 &random)
    {
        for (qint64 at = 0; at < operation.bytes.size();) {
            const qint64 size = std::min<qint64>(SectorSize - (operation.offset + at) % SectorSize, operation.bytes.size() - at);
            if (random() % 2 == 0)
                place(m_contents[operation.file], operation.bytes.mid(at, size), operation.offset + at);
            at += size;
        }
    }

    void rename(const FaultyDisk::Operation &operation)
    {
        using Kind = FaultyDisk::Kind;
        if (operation.kind == Kind::Open) {
            m_names.insert(operation.path, operation.file);
        } else if (operation.kind == Kind::MakeFolder) {
            m_folders.insert(operation.path);
        } else {
            if (operation.kind == Kind::Rename)
                m_names.insert(operation.target, operation.file);
            m_names.remove(operation.path);
        }
    }

    void syncFile(int file)
    {
        const auto isOfFile = [file](const FaultyDisk::Operation &operation) { return operation.file == file; };
        for (const FaultyDisk::Operation &operation : m_unsynced) {
            if (isOfFile(operation))
                change(operation);
        }
        m_unsynced.erase(std::remove_if(m_unsynced.begin(), m_unsynced.end(), isOfFile), m_unsynced.end());
    }

    void syncNames(const QString &folder)
    {
        const auto isInFolder = [&](const FaultyDisk::Operation &operation) { return QFileInfo(operation.path).path() == folder; };
        for (const FaultyDisk::Operation &operation : m_unsyncedNames) {
            if (isInFolder(operation))
                rename(operation);
        }
        m_unsyncedNames.erase(std::remove_if(m_unsyncedNames.begin(), m_unsyncedNames.end(), isInFolder), m_unsyncedNames.end());
    }

    QMap<QString, int> m_names;
    QSet<QString> m_folders;
    QHash<int, QByteArray> m_contents;
    std::vector<FaultyDisk::Operation> m_unsynced;
    std::vector<FaultyDisk::Operation> m_unsyncedNames;
};

}

FaultyDisk &FaultyDisk::disk()
{
    static FaultyDisk theDisk;
    return theDisk;
}

void FaultyDisk::watch(const QString &folder)
{
    const std::lock_guard guard(m_mutex);
    m_folder = folder;
    m_operations = 0;
    m_failing = -1;
    m_lastingError = 0;
    m_failedWhere.clear();
    m_isRecording = false;
    m_open.clear();
    m_files.clear();
    m_journal.clear();
}

void FaultyDisk::unwatch()
{
    const std::lock_guard guard(m_mutex);
    m_folder.clear();
}

int FaultyDisk::operations() const
{
    const std::lock_guard guard(m_mutex);
    return m_operations;
}

void FaultyDisk::failOperation(int number, int systemError)
{
    const std::lock_guard guard(m_mutex);
    m_failing = number;
    m_error = systemError;
}

void FaultyDisk::failEverything(int systemError)
{
    const std::lock_guard guard(m_mutex);
    m_lastingError = systemError;
}

bool FaultyDisk::hasFailed() const
{
    const std::lock_guard guard(m_mutex);
    return !m_failedWhere.isEmpty();
}

QString FaultyDisk::failedWhere() const
{
    const std::lock_guard guard(m_mutex);
    return m_failedWhere;
}

void FaultyDisk::record()
{
    const std::lock_guard guard(m_mutex);
    const QString watched = std::exchange(m_folder, {});
    m_before.clear();
    QDirIterator files(watched, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            m_before.insert(file.fileName(), file.readAll());
            m_files.insert(file.fileName(), ++m_lastFile);
        }
    }
    m_filesBefore = m_files;
    m_folder = watched;
    m_isRecording = true;
}

void FaultyDisk::makeFolderAfter(const Cut &cut, const QString &folder) const
{
    const std::lock_guard guard(m_mutex);
    Replay replay(m_before, m_filesBefore);
    for (auto file = m_before.cbegin(); file != m_before.cend(); ++file)
        replay.addFolder(QFileInfo(file.key()).path());
    int begun = 0;
    for (const Operation &operation : m_journal) {
        if (begun++ == cut.operations)
            break;
        replay.apply(operation);
    }
    replay.loseOrKeep(cut);
    replay.writeTo(m_folder, folder);
}

void FaultyDisk::setWitness(Witness witness)
{
    const std::lock_guard guard(m_mutex);
    m_witness = std::move(witness);
}

void FaultyDisk::tellWitness(Kind kind, const QString &path)
{
    if (!m_witness || !isWatched(path) || m_isWitnessed)
        return;
    m_isWitnessed = true;
    m_witness(m_operations, kind, path);
    m_isWitnessed = false;
}

int FaultyDisk::begin(Kind kind, const QString &path)
{
    tellWitness(kind, path);
    const std::lock_guard guard(m_mutex);
    if (!isWatched(path) || m_isRecording || m_isWitnessed)
        return 0;
    if (m_lastingError != 0 && kind != Kind::Open)
        return m_lastingError;
    if (m_operations++ != m_failing)
        return 0;
    constexpr const char *Names[] = { "open", "write", "sync", "truncate", "rename", "remove", "make folder" };
    m_failedWhere = QLatin1String(Names[int(kind)]) + u' ' + path.mid(m_folder.size() + 1);
    return m_error;
}

bool FaultyDisk::isWatched(const QString &path) const
{
    const std::lock_guard guard(m_mutex);
    return !m_folder.isEmpty() && (path == m_folder || path.startsWith(m_folder + u'/'));
}

int FaultyDisk::fileAt(const QString &path)
{
    if (!m_files.contains(path))
        m_files.insert(path, ++m_lastFile);
    return m_files.value(path);
}

void FaultyDisk::append(Operation operation)
{
    if (!m_isRecording)
        return;
    m_journal.push_back(std::move(operation));
    m_operations = int(m_journal.size());
}

void FaultyDisk::noteOpened(int descriptor, const QString &path, bool isNew)
{
    const std::lock_guard guard(m_mutex);
    const bool isFolder = QFileInfo(path).isDir();
    if (isNew)
        m_files.remove(path);
    m_open.insert(descriptor, { path, isFolder ? 0 : fileAt(path) });
    if (isNew)
        append({ Kind::Open, path, {}, {}, 0, m_files.value(path) });
}

void FaultyDisk::noteClosed(int descriptor)
{
    const std::lock_guard guard(m_mutex);
    m_open.remove(descriptor);
}

QString FaultyDisk::pathOf(int descriptor) const
{
    const std::lock_guard guard(m_mutex);
    return m_folder.isEmpty() ? QString() : m_open.value(descriptor).path;
}

void FaultyDisk::noteWritten(int descriptor, const char *bytes, qint64 size, qint64 offset)
{
    const std::lock_guard guard(m_mutex);
    const Open file = m_open.value(descriptor);
    append({ Kind::Write, file.path, {}, QByteArray(bytes, qsizetype(size)), offset, file.file });
}

void FaultyDisk::noteSynced(int descriptor)
{
    const std::lock_guard guard(m_mutex);
    const Open file = m_open.value(descriptor);
    append({ Kind::Sync, file.path, {}, {}, 0, file.file });
}

void FaultyDisk::noteTruncated(int descriptor, qint64 size)
{
    const std::lock_guard guard(m_mutex);
    const Open file = m_open.value(descriptor);
    append({ Kind::Truncate, file.path, {}, {}, size, file.file });
}

void FaultyDisk::noteNames(Kind kind, const QString &path, const QString &target)
{
    const std::lock_guard guard(m_mutex);
    const int file = kind == Kind::MakeFolder ? 0 : fileAt(path);
    append({ kind, path, target, {}, 0, file });
    m_files.remove(path);
    if (kind == Kind::Rename)
        m_files.insert(target, file);
}

// The system's calls. The program's own definitions come before the C library's, for the libraries it uses too.
extern "C" {

static int openWatched(const char *call, const char *path, int flags, mode_t mode)
{
    using Open = int(const char *, int, ...);
    const int errorBefore = errno;
    FaultyDisk &disk = FaultyDisk::disk();
    const QString name = QFile::decodeName(path);
    const bool isWatched = disk.isWatched(name);
    struct stat status {};
    const bool isNew = isWatched && (flags & O_CREAT) != 0 && ::stat(path, &status) != 0;
    if (const int error = isWatched ? disk.begin(FaultyDisk::Kind::Open, name) : 0) {
        errno = error;
        return -1;
    }
    errno = errorBefore;
    const int descriptor = systemCall<Open>(call)(path, flags, mode);
    const int errorNow = errno;
    if (isWatched && descriptor >= 0)
        disk.noteOpened(descriptor, name, isNew);
    errno = errorNow;
    return descriptor;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? mode_t(va_arg(arguments, unsigned)) : 0;
    va_end(arguments);
    return openWatched("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? mode_t(va_arg(arguments, unsigned)) : 0;
    va_end(arguments);
    return openWatched("open64", path, flags, mode);
}

int close(int descriptor)
{
    FaultyDisk::disk().noteClosed(descriptor);
    return systemCall<int(int)>("close")(descriptor);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    FaultyDisk &disk = FaultyDisk::disk();
    const QString path = disk.pathOf(descriptor);
    if (const int error = path.isEmpty() ? 0 : disk.begin(FaultyDisk::Kind::Write, path)) {
        errno = error;
        return -1;
    }
    const off_t offset = path.isEmpty() ? 0 : ::lseek(descriptor, 0, SEEK_CUR);
    const ssize_t written = systemCall<ssize_t(int, const void *, size_t)>("write")(descriptor, bytes, size);
    if (!path.isEmpty() && written > 0)
        disk.noteWritten(descriptor, static_cast<const char *>(bytes), written, offset);
    return written;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    FaultyDisk &disk = FaultyDisk::disk();
    const QString path = disk.pathOf(descriptor);
    if (const int error = path.isEmpty() ? 0 : disk.begin(FaultyDisk::Kind::Write, path)) {
        errno = error;
        return -1;
    }
    const ssize_t written = systemCall<ssize_t(int, const void *, size_t, off64_t)>("pwrite64")(descriptor, bytes, size, offset);
    if (!path.isEmpty() && written > 0)
        disk.noteWritten(descriptor, static_cast<const char *>(bytes), written, offset);
    return written;
}

static int syncWatched(const char *call, int descriptor)
{
    FaultyDisk &disk = FaultyDisk::disk();
    const QString path = disk.pathOf(descriptor);
    if (path.isEmpty())
        return systemCall<int(int)>(call)(descriptor);
    if (const int error = disk.begin(FaultyDisk::Kind::Sync, path)) {
        errno = error;
        return -1;
    }
    disk.noteSynced(descriptor);
    return 0;
}

int fsync(int descriptor)
{
    return syncWatched("fsync", descriptor);
}

int fdatasync(int descriptor)
{
    return syncWatched("fdatasync", descriptor);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    FaultyDisk &disk = FaultyDisk::disk();
    const QString path = disk.pathOf(descriptor);
    if (const int error = path.isEmpty() ? 0 : disk.begin(FaultyDisk::Kind::Truncate, path)) {
        errno = error;
        return -1;
    }
    const int result = systemCall<int(int, off64_t)>("ftruncate64")(descriptor, size);
    if (!path.isEmpty() && result == 0)
        disk.noteTruncated(descriptor, size);
    return result;
}

static int changeNames(FaultyDisk::Kind kind, const QString &path, const QString &target, int (*change)(const void *), const void *arguments)
{
    FaultyDisk &disk = FaultyDisk::disk();
    const bool isWatched = disk.isWatched(path);
    if (const int error = isWatched ? disk.begin(kind, path) : 0) {
        errno = error;
        return -1;
    }
    const int result = change(arguments);
    const int errorNow = errno;
    if (isWatched && result == 0)
        disk.noteNames(kind, path, target);
    errno = errorNow;
    return result;
}

int rename(const char *from, const char *to) noexcept
{
    const std::pair<const char *, const char *> names(from, to);
    return changeNames(FaultyDisk::Kind::Rename, QFile::decodeName(from), QFile::decodeName(to), [](const void *arguments) {
        const auto *both = static_cast<const std::pair<const char *, const char *> *>(arguments);
        return systemCall<int(const char *, const char *)>("rename")(both->first, both->second);
    }, &names);
}

int unlink(const char *path) noexcept
{
    return changeNames(FaultyDisk::Kind::Remove, QFile::decodeName(path), {}, [](const void *name) {
        return systemCall<int(const char *)>("unlink")(static_cast<const char *>(name));
    }, path);
}

int mkdir(const char *path, mode_t mode) noexcept
{
    const std::pair<const char *, mode_t> wanted(path, mode);
    return changeNames(FaultyDisk::Kind::MakeFolder, QFile::decodeName(path), {}, [](const void *arguments) {
        const auto *both = static_cast<const std::pair<const char *, mode_t> *>(arguments);
        return systemCall<int(const char *, mode_t)>("mkdir")(both->first, both->second);
    }, &wanted);
}

}
