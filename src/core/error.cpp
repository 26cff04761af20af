// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "error.h"

#include <array>
#include <utility>

namespace {

using NamedKind = std::pair<ErrorKind, QLatin1StringView>;

// Names are part of `grackle ask --json` and of stored answers: never change one.
constexpr std::array Names {
    NamedKind { ErrorKind::InvalidInput, QLatin1StringView("invalid_input") },
    NamedKind { ErrorKind::NoKey, QLatin1StringView("no_key") },
    NamedKind { ErrorKind::Unauthorized, QLatin1StringView("unauthorized") },
    NamedKind { ErrorKind::NoCredit, QLatin1StringView("no_credit") },
    NamedKind { ErrorKind::RateLimited, QLatin1StringView("rate_limited") },
    NamedKind { ErrorKind::Forbidden, QLatin1StringView("forbidden") },
    NamedKind { ErrorKind::ContentRefused, QLatin1StringView("content_refused") },
    NamedKind { ErrorKind::ModelNotFound, QLatin1StringView("model_not_found") },
    NamedKind { ErrorKind::AddressNotFound, QLatin1StringView("address_not_found") },
    NamedKind { ErrorKind::ContextTooLong, QLatin1StringView("context_too_long") },
    NamedKind { ErrorKind::TooLarge, QLatin1StringView("too_large") },
    NamedKind { ErrorKind::Rejected, QLatin1StringView("rejected") },
    NamedKind { ErrorKind::Offline, QLatin1StringView("offline") },
    NamedKind { ErrorKind::Tls, QLatin1StringView("tls") },
    NamedKind { ErrorKind::Proxy, QLatin1StringView("proxy") },
    NamedKind { ErrorKind::TimedOut, QLatin1StringView("timed_out") },
    NamedKind { ErrorKind::ConnectionLost, QLatin1StringView("connection_lost") },
    NamedKind { ErrorKind::Server, QLatin1StringView("server") },
    NamedKind { ErrorKind::Protocol, QLatin1StringView("protocol") },
    NamedKind { ErrorKind::Redirected, QLatin1StringView("redirected") },
    NamedKind { ErrorKind::Storage, QLatin1StringView("storage") },
    NamedKind { ErrorKind::StorageFull, QLatin1StringView("storage_full") },
    NamedKind { ErrorKind::StorageReadOnly, QLatin1StringView("storage_read_only") },
    NamedKind { ErrorKind::LibraryNewer, QLatin1StringView("library_newer") },
    NamedKind { ErrorKind::LibraryDamaged, QLatin1StringView("library_damaged") },
    NamedKind { ErrorKind::LibraryInUse, QLatin1StringView("library_in_use") },
    NamedKind { ErrorKind::NotFound, QLatin1StringView("not_found") },
    NamedKind { ErrorKind::KeyringLocked, QLatin1StringView("keyring_locked") },
    NamedKind { ErrorKind::KeyringUnavailable, QLatin1StringView("keyring_unavailable") },
    NamedKind { ErrorKind::UnsupportedFile, QLatin1StringView("unsupported_file") },
    NamedKind { ErrorKind::Unreadable, QLatin1StringView("unreadable") },
    NamedKind { ErrorKind::Cancelled, QLatin1StringView("cancelled") },
};

}

QString errorKindName(ErrorKind kind)
{
    for (const auto &[known, name] : Names) {
        if (known == kind)
            return name;
    }
    return {};
}

std::optional<ErrorKind> errorKindFromName(const QString &name)
{
    for (const auto &[kind, known] : Names) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}
