// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"

// Files of ours are for this user alone, and a crash leaves no memory behind (R18). First thing in main().
void hardenProcess();

// Reads XAI_API_KEY once and takes it out of the environment, so that no child process inherits it. Before any thread
// exists: the environment is not safe to change later.
ApiKey takeEnvironmentKey();
