// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "terminal_p.h"

#include "errordescription.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

namespace {
constexpr qsizetype MaxInputBytes = 16 * 1024 * 1024;

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.constData() + written, size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}
}

Terminal::Terminal() : m_isTerminal(isatty(STDOUT_FILENO))
{
    // A reader that went away is an error of write(), not the end of the program: the answer is still to be stored.
    std::signal(SIGPIPE, SIG_IGN);
}

bool Terminal::write(const QString &text)
{
    return writeBytes((m_isTerminal ? withoutControls(text) : text).toUtf8());
}

bool Terminal::writeBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty() || !m_canWrite)
        return m_canWrite;
    m_canWrite = writeAll(STDOUT_FILENO, bytes);
    m_atLineStart = bytes.endsWith('\n');
    return m_canWrite;
}

void Terminal::endLine()
{
    if (!m_atLineStart)
        writeBytes(QByteArrayLiteral("\n"));
}

void Terminal::note(const QString &text) const
{
    writeAll(STDERR_FILENO, (withoutControls(text) + QLatin1Char('\n')).toUtf8());
}

void Terminal::showProgress(const QString &text) const
{
    constexpr char BackAndClear[] = "\r\x1b[K";
    if (isatty(STDERR_FILENO))
        writeAll(STDERR_FILENO, BackAndClear + withoutControls(text).toUtf8());
}

void Terminal::complain(const Error &error) const
{
    const ErrorDescription description = describe(error);
    QString line = QStringLiteral("grackle: ") + description.title;
    if (!QStringView(u".!?…").contains(line.back()))
        line += QLatin1Char('.');
    // Wrong arguments say themselves what to do.
    if (error.kind != ErrorKind::InvalidInput && !description.sentence.isEmpty())
        line += QLatin1Char(' ') + description.sentence;
    note(line);
    if (!error.detail.isEmpty())
        note(QStringLiteral("  ") + error.detail.simplified());
}

bool Terminal::inputIsPiped()
{
    struct stat status {};
    if (fstat(STDIN_FILENO, &status) != 0)
        return false;
    return S_ISFIFO(status.st_mode) || S_ISREG(status.st_mode) || S_ISSOCK(status.st_mode);
}

Result<QString> Terminal::readInput()
{
    QByteArray bytes;
    char piece[65536];
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, piece, sizeof piece);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        bytes.append(piece, count);
        if (bytes.size() > MaxInputBytes) {
            Error error;
            error.kind = ErrorKind::InvalidInput;
            error.message = QCoreApplication::translate("CommandLine", "More than 16 MiB came through the pipe; no model takes that much.");
            return error;
        }
    }
    return QString::fromUtf8(bytes);
}

QString withoutControls(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        const bool isControl = c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
        clean += isControl ? QChar(QChar::ReplacementCharacter) : c;
    }
    return clean;
}
