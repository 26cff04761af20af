// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "libraryfolder_p.h"
#include "librarygenerations.h"

// A new library out of what can be read of the damaged one that was set aside last; put in place when it is whole. The damaged file
// is only read. Wants the lock.
Result<LibrarySalvage> salvageLibrary(const LibraryFolder &folder, qint64 nowMs);
