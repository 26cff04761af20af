// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keystore.h"

// Asks the bus what the keyring can do now; never blocks. `done` is called once, in this thread, while `context` lives.
void probeKeyring(QObject *context, const std::function<void(KeyringState)> &done);
