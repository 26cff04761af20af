// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "picturefile_p.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PictureFile)
};

Error unreadable(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Unreadable;
    error.message = message;
    return error;
}

Error notThere() { return unreadable(Words::tr("The file does not exist. It may have been moved or deleted.")); }
Error notAllowed() { return unreadable(Words::tr("You may not read this file. Change its permissions, or choose another one.")); }
Error folder() { return unreadable(Words::tr("This is a folder. Choose the pictures in it.")); }
Error noRegularFile() { return unreadable(Words::tr("This is a device or a pipe, not a picture file.")); }
Error failed() { return unreadable(Words::tr("The file cannot be read. Copy it to this computer and try again.")); }

std::optional<Error> checkSize(qint64 bytes, const ImageLimits &limits)
{
    if (bytes <= limits.maxFileBytes)
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::TooLarge;
    error.message = Words::tr("The file has %1; at most %2 can be taken. Choose a smaller picture.")
                        .arg(QLocale().formattedDataSize(bytes), QLocale().formattedDataSize(limits.maxFileBytes));
    return error;
}

#ifdef Q_OS_UNIX
std::optional<Error> checkType(const struct stat &status, const ImageLimits &limits)
{
    if (S_ISDIR(status.st_mode))
        return folder();
    if (!S_ISREG(status.st_mode))
        return noRegularFile();
    return checkSize(status.st_size, limits);
}

Error errorFromNumber(int number)
{
    switch (number) {
    case ENOENT: case ENOTDIR: return notThere();
    case EACCES: case EPERM:   return notAllowed();
    default:                   return failed();
    }
}
#endif
}

QByteArray fileName(const QUrl &url)
{
    return QByteArray::fromPercentEncoding(url.path(QUrl::FullyEncoded).toLatin1());
}

#ifdef Q_OS_UNIX
Result<std::unique_ptr<QFile>> openPictureFile(const QByteArray &name, const ImageLimits &limits)
{
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0)
        return errorFromNumber(errno);
    if (const auto error = checkType(status, limits))
        return *error;
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return errorFromNumber(errno);
    auto file = std::make_unique<QFile>();
    if (!file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return failed();
    }
    // The name may mean another file by now: what was opened counts.
    if (::fstat(descriptor, &status) != 0)
        return failed();
    if (const auto error = checkType(status, limits))
        return *error;
    return file;
}
#else
Result<std::unique_ptr<QFile>> openPictureFile(const QByteArray &name, const ImageLimits &limits)
{
    auto file = std::make_unique<QFile>(QUrl::fromEncoded("file:" + name.toPercentEncoding("/:")).toLocalFile());
    const QFileInfo info(*file);
    if (!info.exists())
        return notThere();
    if (info.isDir())
        return folder();
    if (!info.isFile())
        return noRegularFile();
    if (const auto error = checkSize(info.size(), limits))
        return *error;
    if (!file->open(QIODevice::ReadOnly))
        return info.isReadable() ? failed() : notAllowed();
    return file;
}
#endif
