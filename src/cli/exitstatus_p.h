// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"
#include "message.h"

// What a command gives back to the shell. Scripts depend on the numbers.
enum class ExitStatus { Complete = 0, WrongArguments = 2, CutOff = 3, Refused = 4, Quota = 5, Unreachable = 6, NoKey = 7, Storage = 8, Interrupted = 130 };

ExitStatus exitStatusFor(const Error &error);
ExitStatus exitStatusFor(const Message &answer);
