// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"

// A clock that a test advances by hand.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(std::chrono::milliseconds now = std::chrono::milliseconds(1'790'000'000'000)) : m_now(now) {}
    std::chrono::milliseconds sinceEpoch() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_now; }
    void advance(std::chrono::milliseconds step) { m_now += step; }

private:
    std::chrono::milliseconds m_now;
};
