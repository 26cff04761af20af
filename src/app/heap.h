// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

// Freed memory goes back to the system instead of being kept for a next time that may not come: a long answer passes
// through thirty times its own size. Before the first thread starts.
void keepHeapSmall();
// What keepHeapSmall() cannot see by itself, because something small stands above it. Takes about a millisecond.
void returnFreeMemory();
