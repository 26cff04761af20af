// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
//
// stream_probe FILE CHUNK feeds FILE to the real parser and decoder in pieces of CHUNK bytes (0: whole) and prints what
// they make of it as one JSON object.
#include "completiondecoder.h"
#include "errorfromreply.h"
#include "sseparser.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace {

struct Outcome
{
    Delta answer;
    std::optional<Error> error;
    QJsonArray events;
};

QJsonValue toJson(const std::optional<Error> &error)
{
    if (!error)
        return QJsonValue::Null;
    return QJsonObject { { QStringLiteral("kind"), errorKindName(error->kind) }, { QStringLiteral("message"), error->message },
                         { QStringLiteral("detail"), error->detail }, { QStringLiteral("status"), error->httpStatus },
                         { QStringLiteral("retryable"), error->retryable } };
}

QJsonArray toJson(const QList<ToolCall> &calls)
{
    QJsonArray array;
    for (const ToolCall &call : calls) {
        array.append(QJsonObject { { QStringLiteral("id"), call.id }, { QStringLiteral("name"), call.name },
                                   { QStringLiteral("arguments"), call.arguments } });
    }
    return array;
}

void take(const QList<SseEvent> &events, CompletionDecoder &decoder, Outcome &outcome)
{
    for (const SseEvent &event : events) {
        outcome.events.append(QJsonObject { { QStringLiteral("type"), QString::fromUtf8(event.type) },
                                            { QStringLiteral("data"), QString::fromUtf8(event.data) },
                                            { QStringLiteral("lastEventId"), QString::fromUtf8(event.lastEventId) } });
        // The answer ends with the first error and with [DONE]; later events are only listed.
        if (outcome.error || decoder.isDone())
            continue;
        Result<DecodedEvent> decoded = decoder.decode(event);
        if (decoded)
            appendDelta(outcome.answer, std::move(decoded.value().delta));
        else
            outcome.error = decoded.error();
    }
}

Outcome feed(const QByteArray &bytes, qsizetype pieceSize, SseParser &parser, CompletionDecoder &decoder)
{
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize)
        take(parser.feed(QByteArrayView(bytes).sliced(at, qMin(pieceSize, bytes.size() - at))), decoder, outcome);
    take(parser.finish(), decoder, outcome);
    appendDelta(outcome.answer, decoder.finish());
    if (!outcome.error && parser.fault() != SseParser::Fault::None)
        outcome.error = protocolError(QStringLiteral("A line or an event is longer than the limit"));
    if (!outcome.error && decoder.hasLostPayload())
        outcome.error = protocolError(QStringLiteral("A part of the answer could not be read"));
    return outcome;
}

bool isWholeAnswer(const QByteArray &bytes)
{
    return bytes.trimmed().startsWith('{') || bytes.trimmed().startsWith('[');
}

QJsonArray addressesOf(const QList<Citation> &citations)
{
    QJsonArray addresses;
    for (const Citation &citation : citations)
        addresses.append(citation.url);
    return addresses;
}

QByteArray report(const Outcome &outcome, const CompletionDecoder &decoder)
{
    const Delta &answer = outcome.answer;
    const QJsonObject json {
        { QStringLiteral("text"), answer.wholeText.value_or(answer.text) },
        { QStringLiteral("reasoning"), answer.reasoning },
        { QStringLiteral("refusal"), answer.refusal },
        { QStringLiteral("finish_reason"), answer.finishReason ? QJsonValue(answer.rawFinishReason) : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("tool_calls"), toJson(decoder.toolCalls()) },
        { QStringLiteral("usage"), answer.usage ? QJsonValue(toJson(*answer.usage)) : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("error"), toJson(outcome.error) },
        { QStringLiteral("truncated"), !outcome.error && !decoder.isComplete() },
        { QStringLiteral("done_seen"), decoder.isDone() },
        { QStringLiteral("skipped_payloads"), decoder.skippedPayloads() },
        { QStringLiteral("model"), answer.answeredBy },
        { QStringLiteral("citations"), addressesOf(answer.citations) },
        { QStringLiteral("events"), outcome.events },
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    bool isNumber = false;
    const qlonglong pieceSize = arguments.value(2).toLongLong(&isNumber);
    QFile file(arguments.value(1));
    if (arguments.size() != 3 || !isNumber || pieceSize < 0 || !file.open(QIODevice::ReadOnly)) {
        QTextStream(stderr) << "usage: stream_probe FILE CHUNK (bytes; 0 for the whole file at once)\n";
        return 2;
    }
    const QByteArray bytes = file.readAll();

    SseParser parser;
    CompletionDecoder decoder(CompletionDecoder::ThinkTags::Split);
    Outcome outcome;
    if (isWholeAnswer(bytes)) {
        Result<Delta> whole = decoder.decodeWhole(bytes);
        if (whole)
            outcome.answer = std::move(whole).value();
        else
            outcome.error = whole.error();
    } else {
        outcome = feed(bytes, pieceSize > 0 ? qsizetype(pieceSize) : qMax<qsizetype>(bytes.size(), 1), parser, decoder);
    }
    QTextStream(stdout) << QString::fromUtf8(report(outcome, decoder)) << '\n';
    return 0;
}
