// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// The last byte but one says in how large pieces the rest arrives, the last how much of a line and of an event is taken.
#include "fuzzing.h"
#include "sseparser.h"

#include <algorithm>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

namespace {

struct Outcome
{
    QList<SseEvent> events;
    SseParser::Fault fault = SseParser::Fault::None;
    bool endedInsideEvent = false;
    bool operator==(const Outcome &) const = default;
};

Outcome parsed(const QByteArray &stream, qsizetype step, const SseLimits &limits)
{
    SseParser parser(limits);
    Outcome outcome;
    for (qsizetype at = 0; at < stream.size(); at += step)
        outcome.events += parser.feed(QByteArrayView(stream).sliced(at, std::min(step, stream.size() - at)));
    outcome.events += parser.finish();
    outcome.fault = parser.fault();
    outcome.endedInsideEvent = parser.endedInsideEvent();
    return outcome;
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray stream = asBytes(bytes, size - 2);
    const qsizetype step = 1 + bytes[size - 2] % 32;
    const SseLimits limits { .line = 64 + 16 * qsizetype(bytes[size - 1]), .event = 128 + 16 * qsizetype(bytes[size - 1]) };

    mustHold(parsed(stream, step, {}) == parsed(stream, std::max<qsizetype>(1, stream.size()), {}), "pieces give the events of the whole");
    const Outcome limited = parsed(stream, step, limits);
    for (const SseEvent &event : limited.events)
        mustHold(event.data.size() <= limits.event, "no event is larger than its limit");
    return 0;
}
