// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "heap.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>

void keepHeapSmall()
{
    constexpr int Threshold = 128 * 1024;
    // Once set, they no longer grow with what was freed.
    mallopt(M_MMAP_THRESHOLD, Threshold);
    mallopt(M_TRIM_THRESHOLD, Threshold);
    mallopt(M_ARENA_MAX, 2);
}

void returnFreeMemory()
{
    malloc_trim(0);
}
#else
void keepHeapSmall() {}
void returnFreeMemory() {}
#endif
