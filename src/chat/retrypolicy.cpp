// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "retrypolicy_p.h"

namespace {
constexpr int MaxRetries = 2;
constexpr std::chrono::milliseconds LongestWait = std::chrono::seconds(60);
constexpr double Spread = 0.25;

int retriesFor(const Error &error)
{
    // Sent requests that broke may have been worked on and billed. A server that says 408 says that it did not.
    const bool saysTimeOut = error.kind == ErrorKind::TimedOut && error.httpStatus == 408;
    if (!error.retryable || error.kind == ErrorKind::ConnectionLost || (error.kind == ErrorKind::TimedOut && !saysTimeOut))
        return 0;
    return error.httpStatus == 500 ? 1 : MaxRetries;
}
}

std::optional<std::chrono::milliseconds> RetryPolicy::waitBeforeRetry(const Error &error, int retriesSoFar, double chance) const
{
    if (retriesSoFar >= retriesFor(error))
        return std::nullopt;
    if (error.retryAfter) {
        if (*error.retryAfter > LongestWait)
            return std::nullopt;
        return std::max(*error.retryAfter, std::chrono::milliseconds(0));
    }
    const double factor = (1 - Spread) + 2 * Spread * chance;
    return std::chrono::milliseconds(qint64(double(firstWait.count()) * double(1 << retriesSoFar) * factor));
}
