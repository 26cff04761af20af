// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "completiondecoder.h"

#include "errorfromreply.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(fileName));
    return file.readAll();
}

QJsonArray addressesOf(const QList<Citation> &citations)
{
    QJsonArray addresses;
    for (const Citation &citation : citations)
        addresses.append(citation.url);
    return addresses;
}

enum class Frames { AsRecorded, AllDifferent };

// The same document in other bytes than the one before it, so that each goes through the parser.
QByteArray reframed(const QByteArray &data, qsizetype number)
{
    return data.startsWith('{') ? '{' + QByteArray(number % 5, ' ') + data.mid(1) : data;
}

// A completion as the decoder sees it, in the shape of the expected files.
QJsonObject decoded(const QByteArray &stream, qsizetype pieceSize, Frames frames = Frames::AsRecorded)
{
    SseParser parser;
    CompletionDecoder decoder(CompletionDecoder::ThinkTags::Split);
    Delta answer;
    QJsonValue error = QJsonValue::Null;
    qsizetype number = 0;
    const auto take = [&](const QList<SseEvent> &events) {
        for (SseEvent event : events) {
            if (!error.isNull() || decoder.isDone())
                return;
            if (frames == Frames::AllDifferent)
                event.data = reframed(event.data, number++);
            Result<DecodedEvent> one = decoder.decode(event);
            if (one)
                appendDelta(answer, std::move(one.value().delta));
            else
                error = errorKindName(one.error().kind);
        }
    };
    for (qsizetype at = 0; at < stream.size(); at += pieceSize)
        take(parser.feed(QByteArrayView(stream).sliced(at, qMin(pieceSize, stream.size() - at))));
    take(parser.finish());
    appendDelta(answer, decoder.finish());
    if (error.isNull() && decoder.hasLostPayload())
        error = errorKindName(ErrorKind::Protocol);

    QJsonArray calls;
    for (const ToolCall &call : decoder.toolCalls()) {
        const QString id = call.id.startsWith(QLatin1String("call_")) && call.id.size() > 30 ? QStringLiteral("*") : call.id;
        calls.append(QJsonObject { { QStringLiteral("id"), id }, { QStringLiteral("name"), call.name }, { QStringLiteral("arguments"), call.arguments } });
    }
    return {
        { QStringLiteral("text"), answer.wholeText.value_or(answer.text) }, { QStringLiteral("reasoning"), answer.reasoning },
        { QStringLiteral("refusal"), answer.refusal },
        { QStringLiteral("finish_reason"), answer.finishReason ? QJsonValue(answer.rawFinishReason) : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("tool_calls"), calls },
        { QStringLiteral("usage"), answer.usage ? QJsonValue(toJson(*answer.usage)) : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("error"), error },
        { QStringLiteral("truncated"), error.isNull() && !decoder.isComplete() },
        { QStringLiteral("done_seen"), decoder.isDone() }, { QStringLiteral("skipped_payloads"), decoder.skippedPayloads() },
        { QStringLiteral("model"), answer.answeredBy }, { QStringLiteral("citations"), addressesOf(answer.citations) },
    };
}

DecodedEvent one(CompletionDecoder &decoder, const QByteArray &data)
{
    Result<DecodedEvent> result = decoder.decode({ "message", data, {} });
    if (!result)
        qFatal("refused: %s", qPrintable(result.error().message));
    return result.value();
}

} // namespace

class CompletionDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedStreamsGiveTheExpectedAnswer_data();
    void recordedStreamsGiveTheExpectedAnswer();
    void recordedStreamsGiveTheSameWhenEachPayloadIsParsed_data() { recordedStreamsGiveTheExpectedAnswer_data(); }
    void recordedStreamsGiveTheSameWhenEachPayloadIsParsed();
    void chunksThatDifferInTheirPieceAloneAreNotParsed();
    void fragmentsJoinedByIndexGiveTheSameCalls();
    void everyPrefixOfAPayloadIsHarmless();
    void finishReasonsOfAllDialectsAreKnown_data();
    void finishReasonsOfAllDialectsAreKnown();
    void aWholeAnswerIsRead();
    void aWholeAnswerMayHaveBlankLinesInFront();
    void aWholeAnswerThatIsAnErrorIsOne();
    void tagsStayWhereTheServerHasNoneOfItsOwn();
    void theKeyIsMaskedInReportedErrors();
    void costsInAllUnitsBecomeTicks_data();
    void costsInAllUnitsBecomeTicks();
};

void CompletionDecoderTest::recordedStreamsGiveTheExpectedAnswer_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(TEST_DATA_DIR "/streams"));
    const QStringList names = folder.entryList({ QStringLiteral("*.sse") });
    QVERIFY(names.size() >= 40);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void CompletionDecoderTest::recordedStreamsGiveTheExpectedAnswer()
{
    QFETCH(QString, path);
    const QByteArray stream = contentOf(path);
    const QJsonObject expected = QJsonDocument::fromJson(contentOf(path.chopped(4) + QStringLiteral(".expected.json"))).object();
    QVERIFY(!expected.isEmpty());

    for (const qsizetype size : { 1, 2, 3, 7, 64, 4096 }) {
        const QJsonObject actual = decoded(stream, size);
        for (const QString &member : expected.keys()) {
            QVERIFY2(actual.value(member) == expected.value(member),
                     QJsonDocument(QJsonObject { { member, actual.value(member) } }).toJson(QJsonDocument::Compact).constData());
        }
    }
}

void CompletionDecoderTest::recordedStreamsGiveTheSameWhenEachPayloadIsParsed()
{
    QFETCH(QString, path);
    const QByteArray stream = contentOf(path);
    QCOMPARE(decoded(stream, 4096), decoded(stream, 4096, Frames::AllDifferent));
}

void CompletionDecoderTest::chunksThatDifferInTheirPieceAloneAreNotParsed()
{
    const QByteArray before = R"({"id":"1","model":"m","choices":[{"index":0,"delta":{"content":")";
    CompletionDecoder decoder;
    QString text;
    for (int i = 0; i < 1000; ++i)
        text += one(decoder, before + QByteArray::number(i) + R"( "},"finish_reason":null}]})").delta.text;
    QVERIFY(text.startsWith(QLatin1String("0 1 2 ")));
    QVERIFY(text.endsWith(QLatin1String(" 998 999 ")));
    // The first tells the model too, so that the second is the first that can be learnt from.
    QCOMPARE(decoder.parsedPayloads(), 2);

    const DecodedEvent last = one(decoder, before + R"("},"finish_reason":"stop"}]})");
    QCOMPARE(last.delta.finishReason, std::optional(FinishReason::Stop));
    QVERIFY(decoder.isFinished());
}

void CompletionDecoderTest::fragmentsJoinedByIndexGiveTheSameCalls()
{
    CompletionDecoder decoder;
    QList<ToolCall> joined(2);
    const QByteArray stream = contentOf(QStringLiteral(TEST_DATA_DIR "/streams/openai_tool_calls_interleaved.sse"));
    SseParser parser;
    for (const SseEvent &event : parser.feed(stream)) {
        const Result<DecodedEvent> result = decoder.decode(event);
        QVERIFY(bool(result));
        for (const ToolCallDelta &piece : result.value().delta.toolCalls) {
            if (!piece.id.isEmpty())
                joined[piece.index].id = piece.id;
            if (!piece.name.isEmpty())
                joined[piece.index].name = piece.name;
            joined[piece.index].arguments += piece.arguments;
        }
    }

    QVERIFY(joined == decoder.toolCalls());
}

void CompletionDecoderTest::everyPrefixOfAPayloadIsHarmless()
{
    const QByteArray payload = R"({"id":"1","choices":[{"index":0,"delta":{"content":"a","tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}})";
    for (qsizetype length = 0; length < payload.size(); ++length) {
        CompletionDecoder decoder;
        const Result<DecodedEvent> result = decoder.decode({ "message", payload.first(length), {} });
        QVERIFY(bool(result));
        QVERIFY(isEmpty(result.value().delta));
        QCOMPARE(decoder.skippedPayloads(), length == 0 ? 0 : 1);
    }
}

void CompletionDecoderTest::finishReasonsOfAllDialectsAreKnown_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<FinishReason>("reason");
    const auto row = [](const char *word, FinishReason reason) { QTest::newRow(word) << QString::fromLatin1(word) << reason; };
    row("stop", FinishReason::Stop);
    row("eos", FinishReason::Stop);
    row("end_turn", FinishReason::Stop);
    row("", FinishReason::Stop);
    row("length", FinishReason::Length);
    row("max_tokens", FinishReason::Length);
    row("model_length", FinishReason::Length);
    row("tool_calls", FinishReason::ToolCalls);
    row("function_call", FinishReason::ToolCalls);
    row("content_filter", FinishReason::ContentFilter);
    row("safety", FinishReason::ContentFilter);
    row("error", FinishReason::Error);
    row("aborted", FinishReason::Error);
    row("insufficient_system_resource", FinishReason::Error);
    row("something new", FinishReason::Unknown);
}

void CompletionDecoderTest::finishReasonsOfAllDialectsAreKnown()
{
    QFETCH(QString, word);
    QFETCH(FinishReason, reason);

    QVERIFY(finishReasonFromWire(word) == reason);
}

void CompletionDecoderTest::aWholeAnswerIsRead()
{
    CompletionDecoder decoder;
    const Result<Delta> result = decoder.decodeWhole(
        R"({"id":"6f0c","object":"chat.completion","created":1790000000,"model":"grok-4.7",
            "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello.","refusal":null,"reasoning_content":"Hm"}}],
            "usage":{"prompt_tokens":12,"completion_tokens":1,"total_tokens":303,"prompt_tokens_details":{"text_tokens":12,"cached_tokens":2},
            "completion_tokens_details":{"reasoning_tokens":290},"cost_in_usd_ticks":17670000},"system_fingerprint":"fp_1a2b"})");

    QVERIFY(bool(result));
    const Delta &answer = result.value();
    QCOMPARE(answer.text, QStringLiteral("Hello."));
    QCOMPARE(answer.reasoning, QStringLiteral("Hm"));
    QVERIFY(answer.finishReason == FinishReason::Stop);
    QCOMPARE(answer.answeredBy, QStringLiteral("grok-4.7"));
    QCOMPARE(answer.systemFingerprint, QStringLiteral("fp_1a2b"));
    QCOMPARE(answer.usage->outputTokens(), 291);
    QCOMPARE(*answer.usage->costTicks, 17670000);
    QVERIFY(decoder.isComplete());
}

void CompletionDecoderTest::aWholeAnswerMayHaveBlankLinesInFront()
{
    for (const QByteArray &front : { QByteArray("\n\n \r\n"), QByteArray("\xEF\xBB\xBF") }) {
        const Result<Delta> result = CompletionDecoder().decodeWhole(front + R"({"choices":[{"message":{"content":"a"}}]})");
        QVERIFY(bool(result));
        QCOMPARE(result.value().text, QStringLiteral("a"));
    }
}

void CompletionDecoderTest::aWholeAnswerThatIsAnErrorIsOne()
{
    const auto kind = [](const QByteArray &body) { return CompletionDecoder().decodeWhole(body).error().kind; };

    QCOMPARE(kind(R"({"code":"The service is currently unavailable","error":"overloaded"})"), ErrorKind::Server);
    QCOMPARE(kind(R"({"error":{"message":"Incorrect API key provided: x"}})"), ErrorKind::Unauthorized);
    QCOMPARE(kind(R"({"choices":[]})"), ErrorKind::Protocol);
    QCOMPARE(kind(R"({})"), ErrorKind::Protocol);
    QCOMPARE(kind(R"({"choices":[{"message")"), ErrorKind::Protocol);
}

void CompletionDecoderTest::tagsStayWhereTheServerHasNoneOfItsOwn()
{
    CompletionDecoder decoder(CompletionDecoder::ThinkTags::Keep);

    QCOMPARE(one(decoder, R"({"choices":[{"delta":{"content":"<think>a</think>b"}}]})").delta.text, QStringLiteral("<think>a</think>b"));
}

void CompletionDecoderTest::theKeyIsMaskedInReportedErrors()
{
    const ApiKey key = ApiKey::fromUserInput(QByteArrayLiteral("oddly-shaped-key-12345"));
    CompletionDecoder decoder(CompletionDecoder::ThinkTags::Keep, key);

    const Result<DecodedEvent> result = decoder.decode({ "message", R"({"error":{"message":"the key oddly-shaped-key-12345 is bad"}})", {} });

    QVERIFY(!result);
    QVERIFY(!result.error().message.contains(QLatin1String("oddly-shaped")));
    QVERIFY(!result.error().detail.contains(QLatin1String("oddly-shaped")));
}

void CompletionDecoderTest::costsInAllUnitsBecomeTicks_data()
{
    QTest::addColumn<QByteArray>("cost");
    QTest::addColumn<qint64>("ticks");
    QTest::newRow("ticks") << QByteArray(R"("cost_in_usd_ticks":1176500)") << qint64(1176500);
    QTest::newRow("more ticks than a double holds") << QByteArray(R"("cost_in_usd_ticks":9007199254740993)") << qint64(9007199254740993);
    QTest::newRow("nano dollars") << QByteArray(R"("cost_in_nano_usd":117650)") << qint64(1176500);
    QTest::newRow("dollars") << QByteArray(R"("cost":0.00011765)") << qint64(1176500);
    QTest::newRow("dollars as text") << QByteArray(R"("cost":"0.00011765")") << qint64(1176500);
}

void CompletionDecoderTest::costsInAllUnitsBecomeTicks()
{
    QFETCH(QByteArray, cost);
    QFETCH(qint64, ticks);
    CompletionDecoder decoder;

    const DecodedEvent event = one(decoder, "{\"choices\":[],\"usage\":{\"prompt_tokens\":1," + cost + "}}");

    QCOMPARE(*event.delta.usage->costTicks, ticks);
}

QTEST_GUILESS_MAIN(CompletionDecoderTest)
#include "tst_completiondecoder.moc"
