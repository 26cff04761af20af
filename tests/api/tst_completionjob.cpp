// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "jobfixture.h"
#include "loopbackfaults.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// The endings of a completion over real sockets. The client itself never asks twice, so each row counts POSTs too.
class CompletionJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aGoodStreamFinishesOnce();
    void aWholeAnswerFinishesOnce();
    void everyFaultEndsOnceAsDeclared_data();
    void everyFaultEndsOnceAsDeclared();
    void everyFaultIsInTheTable();
    void aClosedPortIsOffline();
    void stopEndsAtOnceAndClosesTheConnection();
    void stopBeforeTheFirstTurnSendsNothing();
    void stopAfterTheEndDoesNothing();
    void deletingARunningJobEndsItSilently();
    void stoppingInsideADeltaEndsOnce();
    void deletingTheJobInsideItsEndIsFine();
    void commentsDoNotKeepASilentAnswerAlive();
    void reasoningModelsMayBeSilentForLonger();
    void aJobThatNobodyLooksAtHandsOverRarely();
    void whatWasGatheredComesWhenSomebodyLooksAgain();
    void aConnectionThatBreaksUnseenKeepsAllThatArrived_data();
    void aConnectionThatBreaksUnseenKeepsAllThatArrived();
    void whatLiesUnreadIsNoSilence();
    void theExchangeTellsTheTokensThatCame_data();
    void theExchangeTellsTheTokensThatCame();
    void halfAKeyIsMaskedToo();
    void aSecondJobLeavesTheFirstStreamAlone();
    void aStaleConnectionDoesNotHurtTheNextMessage();
    void theKeyStaysHomeOnARedirect();
    void cookiesDoNotComeBack();
    void theHeadersAreOurs();
    void aLargePictureArrivesWhole();
    void anInvalidRequestIsNotSent();

private:
    std::shared_ptr<MemoryBlobs> m_blobs = std::make_shared<MemoryBlobs>();
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ChatClient> m_client;
};

void CompletionJobTest::init()
{
    m_client = std::make_unique<ChatClient>(m_blobs);
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

void CompletionJobTest::aGoodStreamFinishesOnce()
{
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    QCOMPARE(followed.job->state(), CompletionJob::State::Pending);

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.finished.count(), 1);
    QCOMPARE(followed.ends(), 1);
    QCOMPARE(followed.sent.count(), 1);
    QCOMPARE(followed.job->state(), CompletionJob::State::Finished);
    QCOMPARE(followed.answer.text, QStringLiteral("Hello, world."));
    QVERIFY(followed.answer.finishReason == FinishReason::Stop);
    QCOMPARE(followed.answer.usage->totalTokens, 16);
    QCOMPARE(followed.answer.answeredBy, QStringLiteral("loopback-1"));
    QVERIFY(!followed.hasEmptyBatch);
    QCOMPARE(m_server->postCount(), 1);
}

void CompletionJobTest::aWholeAnswerFinishesOnce()
{
    CompletionRequest request = testRequest(*m_server);
    request.options.stream = false;
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.finished.count(), 1);
    QCOMPARE(followed.answer.text, QStringLiteral("Hello, world."));
    QCOMPARE(followed.answer.usage->promptTokens, 12);
}

namespace {

constexpr std::chrono::milliseconds ClockThatRunsOut(400);

struct Expected
{
    const char *fault;
    std::optional<ErrorKind> kind;   // unset: finished
    const char *text;
    int posts = 1;
    bool retryable = false;
};

const QList<Expected> &table()
{
    using enum ErrorKind;
    static const QList<Expected> rows {
        { "close_before_head", ConnectionLost, "" },
        { "reset_before_head", ConnectionLost, "" },
        { "close_in_head", ConnectionLost, "" },
        { "not_http", ConnectionLost, "" },
        { "hang_before_head", TimedOut, "" },
        { "reset_in_event", ConnectionLost, "Hello" },
        { "close_in_event", ConnectionLost, "Hello" },
        { "end_in_event", ConnectionLost, "Hello" },
        { "close_without_done", ConnectionLost, "Hello" },
        { "end_without_done", ConnectionLost, "Hello" },
        { "finish_without_done", std::nullopt, "Hello" },
        { "http10_cut", ConnectionLost, "Hello" },
        { "stall", TimedOut, "Hello" },
        { "endless_comments", TimedOut, "Hello" },
        { "comments_only", TimedOut, "" },
        { "slow_bytes", TimedOut, "" },
        { "endless_head", TimedOut, "" },
        { "large_head", Protocol, "" },
        { "one_byte_chunks", std::nullopt, "Hello, world." },
        { "bad_chunk_size", ConnectionLost, "Hello" },
        { "huge_chunk_size", ConnectionLost, "Hello" },
        { "error_frame", Server, "Hello", 1, true },
        { "error_first_frame", Server, "", 1, true },
        { "error_field", ContextTooLong, "Hello" },
        { "garbage_payload", std::nullopt, "Hello, world." },
        { "broken_payload", Protocol, "Hello" },
        { "invalid_utf8", std::nullopt, "He\xEF\xBF\xBDllo" },
        { "huge_line", Protocol, "" },
        { "gzip", std::nullopt, "Hello, world." },
        { "gzip_broken", Protocol, "" },
        { "done_only", std::nullopt, "" },
        { "empty_stream", Protocol, "" },
        { "cookies", std::nullopt, "Hello, world." },
        { "200_json_error", Server, "", 1, true },
        { "200_html", Protocol, "" },
        { "200_whole_json", std::nullopt, "Hello, world." },
        earlyHintsAreSkipped() ? Expected { "103_early_hints", std::nullopt, "Hello, world." } : Expected { "103_early_hints", Protocol, "" },
        { "204_empty", Protocol, "" },
        { "301_redirect", Redirected, "" },
        { "307_redirect", Redirected, "" },
        { "400_wrong_key", Unauthorized, "" },
        { "400_parameter", Rejected, "" },
        { "400_context", ContextTooLong, "" },
        { "401", Unauthorized, "" },
        { "401_negotiate", Unauthorized, "" },
        { "402", NoCredit, "" },
        { "403", Forbidden, "" },
        { "403_safety", ContentRefused, "" },
        { "404_text", AddressNotFound, "" },
        { "404_model", ModelNotFound, "" },
        { "408", TimedOut, "", 1, true },
        { "413", TooLarge, "" },
        { "413_early", TooLarge, "" },
        { "422", Rejected, "" },
        { "429_rate", RateLimited, "", 1, true },
        { "429_quota", NoCredit, "" },
        { "500", Server, "", 1, true },
        { "502_html", Server, "", 1, true },
        { "503", Server, "", 1, true },
        { "504", Server, "", 1, true },
        { "529", Server, "", 1, true },
        { "endless_error_body", Server, "", 1, true },
    };
    return rows;
}

} // namespace

void CompletionJobTest::everyFaultEndsOnceAsDeclared_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < table().size(); ++i)
        QTest::newRow(table()[i].fault) << i;
}

void CompletionJobTest::everyFaultEndsOnceAsDeclared()
{
    QFETCH(int, row);
    const Expected &expected = table()[row];
    CompletionRequest request = testRequest(*m_server, QString::fromLatin1(expected.fault));
    if (expected.kind == ErrorKind::TimedOut)
        request.endpoint.timeLimits.silence = ClockThatRunsOut;
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd(30'000));
    // What might still come would come on the way of these.
    QTRY_COMPARE(m_server->openConnections(), 0);

    QCOMPARE(followed.ends(), 1);
    QCOMPARE(followed.answer.text, QString::fromUtf8(expected.text));
    QCOMPARE(m_server->postCount(), expected.posts);
    if (!expected.kind) {
        QVERIFY2(followed.failed.isEmpty(), qPrintable(followed.error.message + followed.error.detail));
        return;
    }
    QCOMPARE(followed.failed.count(), 1);
    QCOMPARE(errorKindName(followed.error.kind), errorKindName(*expected.kind));
    QVERIFY(!followed.error.message.isEmpty());
    QCOMPARE(followed.error.retryable, expected.retryable);
    QCOMPARE(followed.job->state(), CompletionJob::State::Failed);
}

void CompletionJobTest::everyFaultIsInTheTable()
{
    for (const FaultDescription &fault : loopbackFaults()) {
        const bool isKnown = std::any_of(table().begin(), table().end(), [&fault](const Expected &row) { return fault.name == row.fault; });
        QVERIFY2(isKnown, fault.name.constData());
    }
}

void CompletionJobTest::aClosedPortIsOffline()
{
    const CompletionRequest request = testRequest(*m_server);
    m_server->stopListening();
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.error.kind, ErrorKind::Offline);
    QVERIFY(followed.error.retryable);
}

void CompletionJobTest::stopEndsAtOnceAndClosesTheConnection()
{
    FollowedJob followed(m_client->complete(testRequest(*m_server, QStringLiteral("stall")), testKey()));
    QTRY_COMPARE(followed.answer.text, QStringLiteral("Hello"));
    QCOMPARE(followed.job->state(), CompletionJob::State::Streaming);

    followed.job->stop();

    QCOMPARE(followed.stopped.count(), 1);
    QCOMPARE(followed.job->state(), CompletionJob::State::Stopped);
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(followed.ends(), 1);
    QCOMPARE(m_server->postCount(), 1);
}

void CompletionJobTest::stopBeforeTheFirstTurnSendsNothing()
{
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));

    followed.job->stop();
    // A later request on the same client comes after whatever the first would have sent.
    FollowedJob next(m_client->complete(testRequest(*m_server), testKey()));
    QVERIFY(next.waitForEnd());

    QCOMPARE(followed.ends(), 1);
    QCOMPARE(followed.stopped.count(), 1);
    QCOMPARE(m_server->postCount(), 1);
}

void CompletionJobTest::stopAfterTheEndDoesNothing()
{
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    QVERIFY(followed.waitForEnd());

    followed.job->stop();

    QCOMPARE(followed.ends(), 1);
    QCOMPARE(followed.job->state(), CompletionJob::State::Finished);
}

void CompletionJobTest::deletingARunningJobEndsItSilently()
{
    std::unique_ptr<CompletionJob> job = m_client->complete(testRequest(*m_server, QStringLiteral("stall")), testKey());
    int ends = 0;
    for (auto signal : { &CompletionJob::finished, &CompletionJob::stopped })
        connect(job.get(), signal, this, [&ends] { ++ends; });
    connect(job.get(), &CompletionJob::failed, this, [&ends] { ++ends; });
    QTRY_COMPARE(m_server->postCount(), 1);

    job.reset();

    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(ends, 0);
}

void CompletionJobTest::stoppingInsideADeltaEndsOnce()
{
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    connect(followed.job.get(), &CompletionJob::deltasReceived, this, [&followed] { followed.job->stop(); });

    QVERIFY(followed.waitForEnd());
    QTRY_COMPARE(m_server->openConnections(), 0);

    QCOMPARE(followed.stopped.count(), 1);
    QCOMPARE(followed.ends(), 1);
    QCOMPARE(followed.batches, 1);
}

void CompletionJobTest::deletingTheJobInsideItsEndIsFine()
{
    std::unique_ptr<CompletionJob> job = m_client->complete(testRequest(*m_server), testKey());
    int ends = 0;
    connect(job.get(), &CompletionJob::finished, this, [&] { ++ends; job.release()->deleteLater(); });

    QTRY_COMPARE(ends, 1);
    QCOMPARE(job.get(), nullptr);
}

void CompletionJobTest::commentsDoNotKeepASilentAnswerAlive()
{
    CompletionRequest request = testRequest(*m_server, QStringLiteral("comments_only"));
    request.endpoint.timeLimits.silence = ClockThatRunsOut;
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.error.kind, ErrorKind::TimedOut);
    QVERIFY(followed.keptAlive.count() > 0);
}

void CompletionJobTest::reasoningModelsMayBeSilentForLonger()
{
    using namespace std::chrono_literals;
    m_server->enqueue(ServerScript().send(streamHead()).wait(800ms).send(chunk(textEvent("late") + doneEvent())).send(lastChunk()));
    CompletionRequest request = testRequest(*m_server);
    request.modelReasons = true;
    request.endpoint.timeLimits.silence = ClockThatRunsOut;
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.finished.count(), 1);
    QCOMPARE(followed.answer.text, QStringLiteral("late"));
}

void CompletionJobTest::aJobThatNobodyLooksAtHandsOverRarely()
{
    using namespace std::chrono_literals;
    ServerScript script;
    script.send(streamHead());
    for (int i = 0; i < 30; ++i)
        script.send(chunk(textEvent("word "))).wait(4ms);
    m_server->enqueue(script.send(chunk(doneEvent())).send(lastChunk()));
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    followed.job->setGatherTime(10s);

    QVERIFY(followed.waitForEnd());

    // The first piece at once, the others together at the end.
    QCOMPARE(followed.batches, 2);
    QCOMPARE(followed.answer.text, QStringLiteral("word ").repeated(30));
    followed.job->setGatherTime(30ms);
    QCOMPARE(followed.ends(), 1);
}

void CompletionJobTest::whatWasGatheredComesWhenSomebodyLooksAgain()
{
    using namespace std::chrono_literals;
    m_server->enqueue(ServerScript().send(streamHead()).send(chunk(textEvent("first "))).wait(20ms).send(chunk(textEvent("second"))).hang());
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    followed.job->setGatherTime(100s);
    QTRY_COMPARE(followed.batches, 1);

    followed.job->setGatherTime(30ms);
    QTRY_COMPARE(followed.answer.text, QStringLiteral("first second"));
    followed.job->stop();
}

void CompletionJobTest::aConnectionThatBreaksUnseenKeepsAllThatArrived_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

// The last piece may lie unread when the connection ends.
void CompletionJobTest::aConnectionThatBreaksUnseenKeepsAllThatArrived()
{
    using namespace std::chrono_literals;
    QFETCH(bool, isReset);
    ServerScript script;
    script.send(streamHead());
    for (int i = 0; i < 20; ++i)
        script.send(chunk(textEvent("word "))).wait(4ms);
    script.wait(60ms);
    m_server->enqueue(isReset ? script.reset() : script.close());
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    followed.job->setGatherTime(100s);

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.failed.count(), 1);
    QCOMPARE(followed.error.kind, ErrorKind::ConnectionLost);
    QCOMPARE(followed.answer.text, QStringLiteral("word ").repeated(20));
    QCOMPARE(followed.batches, 2);
}

void CompletionJobTest::whatLiesUnreadIsNoSilence()
{
    using namespace std::chrono_literals;
    ServerScript script;
    script.send(streamHead());
    for (int i = 0; i < 12; ++i)
        script.send(chunk(textEvent("word "))).wait(ClockThatRunsOut / 6);
    m_server->enqueue(script.send(chunk(doneEvent())).send(lastChunk()));
    CompletionRequest request = testRequest(*m_server);
    request.endpoint.timeLimits.silence = ClockThatRunsOut;
    FollowedJob followed(m_client->complete(request, testKey()));
    followed.job->setGatherTime(100s);

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.finished.count(), 1);
    QCOMPARE(followed.answer.text, QStringLiteral("word ").repeated(12));
}

void CompletionJobTest::theExchangeTellsTheTokensThatCame_data()
{
    QTest::addColumn<QByteArray>("events");
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<bool>("isEstimated");
    QTest::addColumn<double>("serverRate");
    const QByteArray text = textEvent("Twelve chars");
    const QByteArray thought = "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"Hm\"}}]}\n\n";
    const QByteArray counted = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":70,\"total_tokens\":71,\"completion_tokens_details\":{\"reasoning_tokens\":60}}}\n\n";
    QTest::newRow("nobody counts") << text + finishEvent() << qint64(3) << true << 0.0;
    QTest::newRow("hidden thinking came before the first piece") << text + counted << qint64(10) << false << 0.0;
    QTest::newRow("thinking that is shown counts") << thought + text + counted << qint64(70) << false << 0.0;
    QTest::newRow("by llama.cpp's clock") << text + "data: {\"choices\":[],\"timings\":{\"predicted_n\":3,\"predicted_per_second\":41.5}}\n\n" << qint64(3) << true << 41.5;
    QTest::newRow("nothing came") << QByteArray() << qint64(-1) << false << 0.0;
}

void CompletionJobTest::theExchangeTellsTheTokensThatCame()
{
    QFETCH(QByteArray, events);
    m_server->enqueue(ServerScript().send(streamHead()).send(chunk(events + doneEvent())).send(lastChunk()));
    FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
    QSignalSpy exchanged(followed.job.get(), &CompletionJob::exchanged);
    QVERIFY(followed.waitForEnd());

    const auto exchange = exchanged.last().first().value<Exchange>();
    QTEST(exchange.shownTokens, "tokens");
    QTEST(exchange.isEstimated, "isEstimated");
    QTEST(exchange.serverRate, "serverRate");
}

// What is kept of an event is cut, and the cut must not go through a key that the server echoes.
void CompletionJobTest::halfAKeyIsMaskedToo()
{
    const QByteArray text = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + QByteArray(90, 'x') + "xai-sentinel-0123456789abcdef\"}}]}\n\n";
    for (int more = 0; more < 40; ++more) {
        m_server->enqueue(ServerScript().send(streamHead()).send(chunk(QByteArray(text).insert(60, QByteArray(more, 'y')) + doneEvent())).send(lastChunk()));
        FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
        QSignalSpy exchanged(followed.job.get(), &CompletionJob::exchanged);
        QVERIFY(followed.waitForEnd());
        const auto exchange = exchanged.last().first().value<Exchange>();
        QVERIFY2(!exchange.events.first().start.contains("xai-"), exchange.events.first().start.constData());
        QVERIFY(exchange.events.first().start.size() <= 160);
    }
}

// A shared access manager would have its connections cleared by the second POST, and the first would hang for ever.
void CompletionJobTest::aSecondJobLeavesTheFirstStreamAlone()
{
    using namespace std::chrono_literals;
    m_server->enqueue(ServerScript().send(streamHead()).send(chunk(textEvent("one"))).wait(300ms).send(chunk(textEvent(" two") + doneEvent())).send(lastChunk()));
    FollowedJob first(m_client->complete(testRequest(*m_server), testKey()));
    QTRY_COMPARE(first.answer.text, QStringLiteral("one"));

    FollowedJob second(m_client->complete(testRequest(*m_server), testKey()));

    QVERIFY(second.waitForEnd());
    QVERIFY(first.waitForEnd());
    QCOMPARE(second.finished.count(), 1);
    QCOMPARE(first.finished.count(), 1);
    QCOMPARE(first.answer.text, QStringLiteral("one two"));
}

void CompletionJobTest::aStaleConnectionDoesNotHurtTheNextMessage()
{
    for (int i = 0; i < 3; ++i) {
        // Answers properly and closes without saying so.
        m_server->enqueue(ServerScript().send(streamHead()).send(chunk(textEvent("a") + doneEvent())).send(lastChunk()).close());
        FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));
        QVERIFY(followed.waitForEnd());
        QCOMPARE(followed.finished.count(), 1);
    }
    QCOMPARE(m_server->postCount(), 3);
}

void CompletionJobTest::theKeyStaysHomeOnARedirect()
{
    LoopbackServer other;
    QVERIFY(other.listen());
    const QByteArray target = other.baseUrl().toEncoded() + "/chat/completions?token=1";
    for (const int status : { 301, 302, 303, 307, 308 }) {
        m_server->enqueue(ServerScript().send(httpReply(status, "text/plain", "", "Location: " + target + "\r\n")));
        FollowedJob followed(m_client->complete(testRequest(*m_server), testKey()));

        QVERIFY(followed.waitForEnd());

        QCOMPARE(followed.error.kind, ErrorKind::Redirected);
        QVERIFY(followed.error.message.contains(QStringLiteral("127.0.0.1:%1").arg(other.port())));
        QVERIFY(!followed.error.message.contains(QLatin1String("token")));
    }
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(m_server->postCount(), 5);
}

void CompletionJobTest::cookiesDoNotComeBack()
{
    for (const auto &fault : { QStringLiteral("cookies"), QString() }) {
        FollowedJob followed(m_client->complete(testRequest(*m_server, fault), testKey()));
        QVERIFY(followed.waitForEnd());
    }
    QCOMPARE(m_server->postCount(), 2);
    QCOMPARE(m_server->requests().last().header("cookie"), QByteArray());
}

void CompletionJobTest::theHeadersAreOurs()
{
    CompletionRequest request = testRequest(*m_server);
    request.conversation = ConversationId::create(std::chrono::milliseconds(1));
    request.endpoint.headers = { { "X-Title", "mine" }, { "Authorization", "Bearer other" }, { "X-Bad", "a\r\nX-Evil: 1" } };
    FollowedJob followed(m_client->complete(request, testKey()));
    QVERIFY(followed.waitForEnd());

    const RecordedRequest seen = m_server->requests().last();
    QCOMPARE(seen.path, "/v1/chat/completions");
    QCOMPARE(seen.header("authorization"), "Bearer xai-sentinel-0123456789abcdef");
    QCOMPARE(seen.header("content-type"), "application/json");
    QCOMPARE(seen.header("content-length"), QByteArray::number(seen.body.size()));
    QVERIFY(seen.header("user-agent").startsWith("Grackle/"));
    QCOMPARE(seen.header("accept-language"), "*");
    QCOMPARE(seen.header("x-title"), "mine");
    QCOMPARE(seen.header("x-bad"), QByteArray());
    QCOMPARE(seen.header("x-evil"), QByteArray());
    QCOMPARE(seen.header("x-grok-conv-id"), QByteArray());   // for xAI's own hosts alone
    QCOMPARE(seen.header("transfer-encoding"), QByteArray());
}

void CompletionJobTest::aLargePictureArrivesWhole()
{
    QByteArray picture(5'000'001, '\0');
    for (qsizetype i = 0; i < picture.size(); ++i)
        picture[i] = char((i * 31 + i / 257) & 0xff);
    m_blobs->add("picture", picture);
    CompletionRequest request = testRequest(*m_server);
    request.messages[0].parts.push_back(ImagePart { .blob = "picture", .url = {}, .mimeType = "image/png", .name = {}, .pixels = {}, .byteCount = picture.size(), .detail = ImageDetail::High });
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.finished.count(), 1);
    QCOMPARE(followed.sent.count(), 1);
    const QJsonDocument body = QJsonDocument::fromJson(m_server->requests().last().body);
    const QJsonValue part = body[QLatin1String("messages")][0][QLatin1String("content")][1];
    QCOMPARE(part[QLatin1String("image_url")][QLatin1String("detail")].toString(), QStringLiteral("high"));
    const QByteArray url = part[QLatin1String("image_url")][QLatin1String("url")].toString().toLatin1();
    QVERIFY(url == "data:image/png;base64," + picture.toBase64());
}

void CompletionJobTest::anInvalidRequestIsNotSent()
{
    CompletionRequest request = testRequest(*m_server);
    request.options.temperature = 3;
    FollowedJob followed(m_client->complete(request, testKey()));

    QVERIFY(followed.waitForEnd());

    QCOMPARE(followed.error.kind, ErrorKind::InvalidInput);
    QCOMPARE(m_server->connectionCount(), 0);
}

QTEST_GUILESS_MAIN(CompletionJobTest)
#include "tst_completionjob.moc"
