// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <chrono>
#include <optional>

// When a failed request goes out again by itself (R3). The caller sees to it that nothing of an answer arrived yet:
// after the first delta a repeat would say things twice and cost twice.
struct RetryPolicy
{
    std::chrono::milliseconds firstWait = std::chrono::milliseconds(500);

    // How long to wait before the next try; none: the person decides. `retriesSoFar` counts from 0; `chance` is in
    // [0, 1) and spreads the waits, so that many clients do not come back at the same moment.
    std::optional<std::chrono::milliseconds> waitBeforeRetry(const Error &error, int retriesSoFar, double chance) const;
};
