// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"

// What one event meant. `delta` is empty unless `kind` is Payload.
struct DecodedEvent
{
    enum class Kind {
        Nothing,    // empty, or nothing we know: counted in skippedPayloads()
        Payload,    // understood; the delta may still be empty (a chunk without choices)
        End,        // [DONE]
    };
    Kind kind = Kind::Nothing;
    Delta delta;
};
