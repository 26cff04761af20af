// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"

// What one event meant. `delta` is empty where `kind` is Nothing.
struct DecodedEvent
{
    enum class Kind {
        Nothing,    // empty, or nothing we know: counted in skippedPayloads()
        Payload,    // understood; the delta may still be empty (a chunk without choices)
        End,        // [DONE], with what was still held back
    };
    Kind kind = Kind::Nothing;
    Delta delta;
};
