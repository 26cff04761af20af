// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The hour that a model may think, waited out by a clock that jumps: with the limits as they are, over real sockets.
#include "jobfixture.h"
#include "jumpingclock.h"

#include <QElapsedTimer>

using namespace std::chrono_literals;

// A timer of a minute may ring a twentieth later.
constexpr std::chrono::milliseconds MinuteAndMore = 64s;

class LongSilenceTest : public QObject
{
    Q_OBJECT
public:
    // Qt Test ends a function that runs for five minutes, by the same clock.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1000000000"); }

private Q_SLOTS:
    void init();
    void theClockJumps();
    void anHourOfSilenceIsNoError_data();
    void anHourOfSilenceIsNoError();
    void longerThanTheLimitIsSaid_data();
    void longerThanTheLimitIsSaid();

private:
    std::unique_ptr<FollowedJob> askWithOurLimits(bool modelReasons)
    {
        CompletionRequest request = testRequest(*m_server);
        request.endpoint.timeLimits = {};
        request.modelReasons = modelReasons;
        auto followed = std::make_unique<FollowedJob>(m_client->complete(request, testKey()));
        return QTest::qWaitFor([&] { return !followed->sent.isEmpty() && m_server->postCount() == 1; }, 10'000) ? std::move(followed) : nullptr;
    }

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<ChatClient> m_client;
};

void LongSilenceTest::init()
{
    m_client = std::make_unique<ChatClient>(std::make_shared<MemoryBlobs>());
    m_server = std::make_unique<LoopbackServer>();
    QVERIFY(m_server->listen());
}

void LongSilenceTest::theClockJumps()
{
    QElapsedTimer clock;
    clock.start();
    letPass(1h);
    QVERIFY(clock.elapsed() >= 3'600'000 && clock.elapsed() < 3'660'000);
}

void LongSilenceTest::anHourOfSilenceIsNoError_data()
{
    QTest::addColumn<bool>("hasHead");
    QTest::addColumn<bool>("modelReasons");
    QTest::addColumn<int>("minutes");
    QTest::newRow("behind the head of the reply") << true << true << 56;
    QTest::newRow("before it") << false << true << 56;
    QTest::newRow("a model that is not known to think") << true << false << 4;
}

// Each minute of silence a comment, which is no life sign to the clock, wakes the thread that would end it.
void LongSilenceTest::anHourOfSilenceIsNoError()
{
    QFETCH(bool, hasHead);
    QFETCH(bool, modelReasons);
    QFETCH(int, minutes);
    ServerScript script;
    if (hasHead)
        script.send(streamHead());
    for (int minute = 0; minute < minutes; ++minute) {
        script.wait(1min);
        if (hasHead)
            script.send(chunk(": thinking\n\n"));
    }
    if (!hasHead)
        script.send(streamHead());
    m_server->enqueue(script.send(chunk(textEvent("At last") + doneEvent())).send(lastChunk()));
    const auto followed = askWithOurLimits(modelReasons);
    QVERIFY(followed);

    for (int minute = 0; minute < minutes; ++minute) {
        QCOMPARE(followed->ends(), 0);
        const qsizetype signsOfLife = followed->keptAlive.count();
        letPass(MinuteAndMore);
        if (hasHead)
            QTRY_VERIFY(followed->keptAlive.count() > signsOfLife || followed->ends() > 0);
        else
            QCoreApplication::processEvents();
    }
    QVERIFY(followed->waitForEnd());

    QCOMPARE(followed->finished.count(), 1);
    QCOMPARE(followed->answer.text, QStringLiteral("At last"));
    QCOMPARE(m_server->connectionCount(), 1);
}

void LongSilenceTest::longerThanTheLimitIsSaid_data()
{
    QTest::addColumn<bool>("modelReasons");
    QTest::addColumn<int>("minutes");
    QTest::newRow("a model that thinks") << true << 64;
    QTest::newRow("another one") << false << 6;
}

void LongSilenceTest::longerThanTheLimitIsSaid()
{
    QFETCH(bool, modelReasons);
    QFETCH(int, minutes);
    m_server->enqueue(ServerScript().send(streamHead()).wait(std::chrono::minutes(minutes)).send(chunk(": thinking\n\n")).hang());
    const auto followed = askWithOurLimits(modelReasons);
    QVERIFY(followed);

    letPass(MinuteAndMore * minutes);
    QVERIFY(followed->waitForEnd());

    QCOMPARE(followed->failed.count(), 1);
    QCOMPARE(followed->error.kind, ErrorKind::TimedOut);
    QVERIFY(!followed->error.retryable);
}

QTEST_GUILESS_MAIN(LongSilenceTest)
#include "tst_longsilence.moc"
