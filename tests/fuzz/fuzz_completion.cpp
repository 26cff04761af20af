// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// An event stream on its way to deltas; and the same bytes as an answer that came whole. The last byte says whether tags of thinking are split off,
// so that recorded streams are inputs as they stand.
#include "completiondecoder.h"
#include "errorfromreply.h"
#include "fuzzing.h"
#include "modellist.h"
#include "refusedfield.h"

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
            break;
        mustHold(result.value().kind != DecodedEvent::Kind::Nothing || isEmpty(result.value().delta), "nothing brings nothing");
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

// The same bytes as what a server says instead of an answer.
void checkOtherAnswers(const QByteArray &body)
{
    ReplyFacts reply;
    reply.body = body;
    reply.url = QUrl(QStringLiteral("https://api.x.ai/v1/chat/completions"));
    for (const int status : { 200, 400, 422, 429, 503 }) {
        reply.status = status;
        mustHold(!errorFromReply(reply, ApiKey()).message.isEmpty(), "an error says what happened");
        const QStringList sent { QStringLiteral("stream_options"), QStringLiteral("stop"), QStringLiteral("include"), QStringLiteral("reasoning.encrypted_content") };
        const QString refused = refusedField(reply, sent);
        mustHold(refused.isEmpty() || refused == QLatin1String("transport") || sent.contains(refused), "only what was sent is left out");
        const Result<QList<ModelInfo>> models = modelsFromReply(reply, ApiKey());
        mustHold(models || !models.error().message.isEmpty(), "a list that is none says why");
        mustHold(!models || models.value().size() <= 2000, "a list has an end");
    }
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray body = asBytes(bytes, size - 1);
    const auto tags = bytes[size - 1] % 2 == 0 ? CompletionDecoder::ThinkTags::Keep : CompletionDecoder::ThinkTags::Split;
    SseParser parser;
    QList<SseEvent> events = parser.feed(body);
    events += parser.finish();

    mustHold(decoded(events, tags) == decoded(events, tags), "the same events give the same deltas");
    mustHold(decoded(events, tags) == decoded(reframed(events), tags), "a chunk that is not parsed says what the parser would have read");

    CompletionDecoder whole(tags);
    if (const Result<Delta> answer = whole.decodeWhole(body); !answer)
        mustHold(!answer.error().message.isEmpty(), "a refusal says why");
    checkOtherAnswers(body);
    return 0;
}
