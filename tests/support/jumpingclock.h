// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

// Time that passes in this process at once: compiled into a test, it stands in for the system's clock_gettime(), which Qt's timers go by.
// Nobody is woken by it; who sleeps sees the new time when something else wakes him.
void letPass(std::chrono::milliseconds time);
