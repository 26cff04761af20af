// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "libraryfolder_p.h"

#include <chrono>

// Keeps the files of a library from taking each other's names while somebody opens them, in this process and in every other. SQLite opens a
// database, its log and its shared memory by their names, one after the other: a file that took the name in between would be read
// together with the log of another one. Whoever has opened all three may go on reading when the names are given away.
//
// The lock is on the folder itself (flock), so reading writes nothing, and it ends with its process.
class FolderGuard
{
public:
    enum class Kind {
        Opening,       // many at a time
        Renaming,      // alone
    };
    enum class State {
        Held,
        Refused,       // somebody else did not let go in time
        Unknown,       // this file system cannot tell: nobody may count on it
    };

    explicit FolderGuard(const LibraryFolder &folder, Kind kind, std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~FolderGuard();
    FolderGuard(const FolderGuard &) = delete;
    FolderGuard &operator=(const FolderGuard &) = delete;

    State state() const { return m_state; }

private:
    int m_descriptor = -1;
    State m_state = State::Unknown;
};
