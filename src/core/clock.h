// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

// Time as an argument. SystemClock lives in app, ManualClock in tests/support.
class Clock
{
public:
    virtual ~Clock() = default;
    // Wall clock, UTC, since 1970-01-01.
    virtual std::chrono::milliseconds sinceEpoch() const = 0;
    // Never goes back; its zero means nothing.
    virtual std::chrono::milliseconds monotonic() const = 0;
};
