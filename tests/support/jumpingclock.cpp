// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "jumpingclock.h"

#include <atomic>

#include <dlfcn.h>
#include <time.h>

namespace {
std::atomic<long long> passedMs = 0;
}

void letPass(std::chrono::milliseconds time)
{
    passedMs += time.count();
}

// Calendars stay as they are: only what measures has to move.
extern "C" int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    static const auto real = reinterpret_cast<int (*)(clockid_t, timespec *)>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = real(clock, now);
    if (result != 0 || (clock != CLOCK_MONOTONIC && clock != CLOCK_MONOTONIC_COARSE))
        return result;
    const long long ms = passedMs;
    now->tv_sec += ms / 1000;
    now->tv_nsec += ms % 1000 * 1'000'000;
    if (now->tv_nsec >= 1'000'000'000) {
        now->tv_nsec -= 1'000'000'000;
        ++now->tv_sec;
    }
    return result;
}
