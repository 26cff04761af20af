// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "folderguard_p.h"

#include <QFile>

#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

FolderGuard::FolderGuard(const LibraryFolder &folder, Kind kind, std::chrono::milliseconds patience)
    : m_descriptor(::open(QFile::encodeName(folder.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    constexpr auto Pause = std::chrono::milliseconds(1);
    if (m_descriptor < 0)
        return;
    const int wanted = (kind == Kind::Opening ? LOCK_SH : LOCK_EX) | LOCK_NB;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        if (::flock(m_descriptor, wanted) == 0) {
            m_state = State::Held;
            return;
        }
        if (errno != EWOULDBLOCK && errno != EINTR)
            return;
        m_state = State::Refused;
        // Not by waiting inside flock(): a process that was stopped would stop this one too.
        if (std::chrono::steady_clock::now() >= end)
            return;
        std::this_thread::sleep_for(Pause);
    }
}

FolderGuard::~FolderGuard()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}
