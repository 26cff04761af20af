// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "errorfromreply.h"

// Limits of R4.
// A head much above this limit does not even arrive: Qt stops reading a head at 64 KiB, and a clock ends the request.
constexpr qint64 HeadLimit = 64'000;
constexpr qint64 ErrorBodyLimit = 64 * 1024;

// Status, headers and address of a reply whose head is there; the body is the caller's.
inline ReplyFacts factsOf(const QNetworkReply &reply)
{
    ReplyFacts facts;
    facts.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply.rawHeaderPairs())
        facts.headers.append({ name, value });
    facts.url = reply.url();
    return facts;
}

inline bool isHeadTooLong(const QNetworkReply &reply)
{
    qint64 size = 0;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        size += name.size() + value.size();
    return size > HeadLimit;
}
