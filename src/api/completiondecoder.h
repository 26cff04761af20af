// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "chunkpattern.h"
#include "decodedevent.h"
#include "error.h"
#include "responsesdecoder.h"
#include "sseparser.h"
#include "thinksplitter.h"
#include "toolcallassembler.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

// Turns the events of one answer into deltas. Knows all dialects (reference 12.13), both Chat Completions and Responses,
// and no I/O: the same events give the same deltas. Any field may be null, absent, of another type, repeated or late;
// nothing of that is an error.
class CompletionDecoder
{
public:
    enum class ThinkTags { Keep, Split };

    // `key` is masked in what errors quote.
    explicit CompletionDecoder(ThinkTags thinkTags = ThinkTags::Keep, const ApiKey &key = {});

    // The next event. An Error is one that the server reported inside the stream; it ends the answer.
    Result<DecodedEvent> decode(const SseEvent &event);
    // A whole answer that came as JSON instead of a stream.
    Result<Delta> decodeWhole(const QByteArray &body);
    // The stream is over: what was held back.
    Delta finish();

    bool isDone() const { return m_isDone; }                       // [DONE] was seen
    bool isFinished() const { return m_isFinished; }               // a finish reason was seen
    bool isComplete() const { return m_isDone || m_isFinished; }   // R5
    // Payloads that were not JSON or said nothing we know.
    int skippedPayloads() const { return m_skippedPayloads; }
    // Payloads that went through the JSON parser. Chunks that differ in their piece alone do not (chunkpattern.h).
    int parsedPayloads() const { return m_parsedPayloads; }
    // A payload began like one of ours and was not JSON: a part of the answer is missing.
    bool hasLostPayload() const { return m_hasLostPayload; }
    QList<ToolCall> toolCalls() const { return m_toolCalls.calls() + m_responses.toolCalls(); }

private:
    Result<DecodedEvent> decodePayload(QByteArrayView data, bool isErrorEvent);
    Result<DecodedEvent> decodeLines(const QByteArray &data, bool isErrorEvent);
    Result<DecodedEvent> decodeObject(const QJsonObject &payload, bool isErrorEvent);
    Result<DecodedEvent> decodeResponses(const QJsonObject &payload);
    DecodedEvent skipped();
    bool readChoice(const QJsonObject &choice, Delta &delta);
    void readMessage(const QJsonObject &message, Delta &delta);
    void readContent(const QJsonValue &content, Delta &delta);
    void readReasoning(const QJsonObject &message, Delta &delta);
    void readToolCalls(const QJsonObject &message, Delta &delta);
    void readFinishReason(const QJsonObject &choice, Delta &delta);
    void readCitations(const QJsonValue &list, Delta &delta);
    void readAnswerFacts(const QJsonObject &payload, Delta &delta);
    void settle(Delta &delta);
    void dropRepeatedReasoning(Delta &delta);

    ApiKey m_key;
    ThinkTags m_thinkTags;
    ThinkSplitter m_thinkSplitter;
    ToolCallAssembler m_toolCalls;
    ResponsesDecoder m_responses;
    ChunkPattern m_pattern;
    QByteArrayView m_member;      // of the message, that the piece was read from; a literal
    std::optional<ChunkPattern::Piece> m_onlyPiece;     // of the payload parsed last, if it said nothing else
    QString m_reasoning;          // all so far
    QHash<QString, Citation> m_cited;   // by address
    QString m_serviceTier;
    bool m_knowsModel = false;
    bool m_knowsFingerprint = false;
    bool m_isDone = false;
    bool m_isFinished = false;
    bool m_hasLostPayload = false;
    int m_skippedPayloads = 0;
    int m_parsedPayloads = 0;
};

// Joins `piece` to what came before it. A whole text replaces the pieces before it.
void appendDelta(Delta &to, Delta &&piece);
bool isEmpty(const Delta &delta);

// The wire's word for why an answer ended, whatever the dialect (reference 12.13).
FinishReason finishReasonFromWire(const QString &word);
