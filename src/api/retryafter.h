// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "errorfromreply.h"

#include <chrono>
#include <optional>

// How long the server asks to wait: retry-after-ms, Retry-After as seconds or as a date (counted from the reply's own
// Date, so that a wrong clock does no harm), or OpenAI's x-ratelimit-reset-… durations ("1m2.5s"). Unset: it does not say.
std::optional<std::chrono::milliseconds> retryAfter(const ReplyFacts &reply);
// Retry-After as a date of a server that does not say what time it has: since 1970-01-01, UTC.
std::optional<std::chrono::milliseconds> retryMoment(const ReplyFacts &reply);
