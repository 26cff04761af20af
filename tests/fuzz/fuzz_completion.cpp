// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// An event stream on its way to deltas; and the same bytes as an answer that came whole. The first byte says whether tags of thinking are split off.
#include "completiondecoder.h"
#include "fuzzing.h"

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

namespace {

Delta decoded(const QList<SseEvent> &events, CompletionDecoder::ThinkTags tags)
{
    CompletionDecoder decoder(tags);
    Delta all;
    for (const SseEvent &event : events) {
        Result<DecodedEvent> result = decoder.decode(event);
        if (!result)
            return all;
        mustHold(result.value().kind == DecodedEvent::Kind::Payload || isEmpty(result.value().delta), "only a payload brings something");
        Delta piece = result.value().delta;
        appendDelta(all, std::move(piece));
    }
    appendDelta(all, decoder.finish());
    // A call without an id gets one of its own, another each time.
    for (ToolCallDelta &call : all.toolCalls) {
        if (call.id.startsWith(QStringLiteral("call_")))
            call.id.clear();
    }
    return all;
}

// The same documents in other bytes than the ones before them, so that each goes through the parser.
QList<SseEvent> reframed(QList<SseEvent> events)
{
    qsizetype number = 0;
    for (SseEvent &event : events) {
        if (event.data.startsWith('{'))
            event.data.insert(1, QByteArray(number++ % 5, ' '));
    }
    return events;
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray body = asBytes(bytes + 1, size - 1);
    const auto tags = bytes[0] % 2 == 0 ? CompletionDecoder::ThinkTags::Keep : CompletionDecoder::ThinkTags::Split;
    SseParser parser;
    QList<SseEvent> events = parser.feed(body);
    events += parser.finish();

    mustHold(decoded(events, tags) == decoded(events, tags), "the same events give the same deltas");
    mustHold(decoded(events, tags) == decoded(reframed(events), tags), "a chunk that is not parsed says what the parser would have read");

    CompletionDecoder whole(tags);
    if (const Result<Delta> answer = whole.decodeWhole(body); !answer)
        mustHold(!answer.error().message.isEmpty(), "a refusal says why");
    return 0;
}
