// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "result.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

// What went wrong, in kinds that lead to different sentences and buttons (see describe() in errordescription.h).
// The numbers are stored in libraries: append only.
enum class ErrorKind {
    InvalidInput = 0,     // an option, a URL, a text that cannot be used as given
    NoKey = 1,            // the endpoint wants a key and there is none
    Unauthorized = 2,     // the server refused the key
    NoCredit = 3,         // credits used up or spending limit reached
    RateLimited = 4,      // too many requests; try later
    Forbidden = 5,        // the key may not use this model or endpoint
    ContentRefused = 6,   // refused by the provider's usage rules
    ModelNotFound = 7,    // no such model for this key
    AddressNotFound = 8,  // the server has no such path, or speaks another language
    ContextTooLong = 9,   // more tokens than the model takes
    TooLarge = 10,        // body or attachment above a limit
    Rejected = 11,        // any other 4xx
    Offline = 12,         // refused connection, DNS, unreachable network
    Tls = 13,             // certificate or handshake
    Proxy = 14,
    TimedOut = 15,        // one of the clocks of TimeLimits
    ConnectionLost = 16,  // after the request was sent; it may have been worked on and billed
    Server = 17,          // 5xx, overload
    Protocol = 18,        // the reply is not what the wire promises
    Redirected = 19,      // the server points elsewhere; not followed with the key
    Storage = 20,         // reading or writing the library failed
    StorageFull = 21,
    StorageReadOnly = 22,
    LibraryNewer = 23,    // written by a newer Grackle; left untouched
    LibraryDamaged = 24,
    LibraryInUse = 25,    // another process writes it
    NotFound = 26,        // no such conversation, message or blob
    KeyringLocked = 27,
    KeyringUnavailable = 28,
    UnsupportedFile = 29, // content that is not accepted
    Unreadable = 30,      // a file that cannot be read
    Cancelled = 31,
};

struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    QString message;   // a sentence for a person, translated, plain text, never with a secret
    QString detail;    // at most some hundred characters to show on request; redacted; never logged
    int httpStatus = 0;
    bool retryable = false;   // R3: the failure says that the request was not worked on
    std::optional<std::chrono::milliseconds> retryAfter;
    std::optional<std::chrono::milliseconds> retryAt = {};   // since 1970, where the server names a moment and not how long it is until then
    QString refusedField = QString();   // the member of the request that the server does not take; empty: none named

    bool operator==(const Error &) const = default;
};
Q_DECLARE_METATYPE(Error)

// The kind as the stable word used in JSON ("rate_limited"); errorKindFromName() is its inverse.
QString errorKindName(ErrorKind kind);
std::optional<ErrorKind> errorKindFromName(const QString &name);
