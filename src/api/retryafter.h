// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "errorfromreply.h"

#include <QDateTime>

#include <chrono>
#include <optional>

// How long the server asks to wait: retry-after-ms, Retry-After as seconds or as a date (counted from the reply's own
// Date, so that a wrong clock does no harm; from `now` where it has none), or OpenAI's x-ratelimit-reset-… durations
// ("1m2.5s"). Unset: it does not say.
std::optional<std::chrono::milliseconds> retryAfter(const ReplyFacts &reply, const QDateTime &now = QDateTime::currentDateTimeUtc());
