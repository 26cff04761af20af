// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"

#include <QString>

// Masks `key` (and its base64 form) and anything shaped like a key (xai-…, sk-…, Bearer …) in text that came from
// outside, before it is shown, logged or stored (I16). Cuts the result at `limit` UTF-16 units.
QString redacted(const QString &text, const ApiKey &key = {}, qsizetype limit = 500);
