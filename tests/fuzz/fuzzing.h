// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

// The two functions a fuzz target has. libFuzzer calls them; without it replay.cpp does, with the files of a corpus.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

// Ends the process where something that must hold does not: a finding like any crash.
void mustHold(bool holds, const char *what);

inline QByteArray asBytes(const uint8_t *bytes, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size));
}
