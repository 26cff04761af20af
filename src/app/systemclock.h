// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"

// The computer's own time. The one place that asks for it.
class SystemClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch());
    }
    std::chrono::milliseconds monotonic() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
    }
};
