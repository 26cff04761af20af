// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Stop is answered within a tenth of a second, whatever the server does just then, and the connection is closed (R2, G4).
#include "chatbench.h"

#include <QElapsedTimer>

class TestStopping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopIsAnsweredAtOnce_data();
    void stopIsAnsweredAtOnce();
    void stopBetweenTwoTriesIsAnsweredAtOnce();
    void stopWhileTheQuestionIsStoredIsAnsweredAtOnce();

private:
    static constexpr qint64 LongestMs = 100;
};

void TestStopping::stopIsAnsweredAtOnce_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char *fault : { "hang_before_head", "comments_only", "slow_bytes", "stall", "endless_comments", "endless_head", "endless_error_body" })
        QTest::newRow(fault) << QByteArray(fault);
}

void TestStopping::stopIsAnsweredAtOnce()
{
    QFETCH(QByteArray, fault);
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.setFault(fault);
    auto controller = bench.newConversation();
    QSignalSpy received(&bench.server, &LoopbackServer::requestReceived);
    controller->send(draftSaying(QStringLiteral("Hi")));
    QVERIFY(!received.isEmpty() || received.wait(10'000));
    QTRY_VERIFY(controller->state() == ConversationController::State::Waiting || controller->state() == ConversationController::State::Answering);
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);

    QElapsedTimer elapsed;
    elapsed.start();
    controller->stop();

    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QVERIFY2(elapsed.elapsed() <= LongestMs, qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY(!ended.isEmpty() || ended.wait(10'000));
    QCOMPARE(ended.first().first().value<Message>().state, MessageState::Stopped);
    QTRY_COMPARE(bench.server.openConnections(), 0);
    QCOMPARE(bench.server.postCount(), 1);
}

void TestStopping::stopBetweenTwoTriesIsAnsweredAtOnce()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(httpReply(503, "application/json", "{}", "Retry-After: 30\r\n")));
    auto controller = bench.newConversation();
    controller->send(draftSaying(QStringLiteral("Hi")));
    QTRY_COMPARE(noticeOfRow(*controller, 1).level, TranscriptNotice::Level::Wait);

    QElapsedTimer elapsed;
    elapsed.start();
    controller->stop();

    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QVERIFY(elapsed.elapsed() <= LongestMs);
    QCOMPARE(bench.server.postCount(), 1);
}

void TestStopping::stopWhileTheQuestionIsStoredIsAnsweredAtOnce()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    controller->send(draftSaying(QStringLiteral("Hi")));
    QCOMPARE(controller->state(), ConversationController::State::Storing);

    QElapsedTimer elapsed;
    elapsed.start();
    controller->stop();

    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QVERIFY(elapsed.elapsed() <= LongestMs);
    // The next question goes out, and it alone.
    QCOMPARE(ask(*controller, QStringLiteral("Again")).state, MessageState::Complete);
    QCOMPARE(bench.server.postCount(), 1);
}

QTEST_GUILESS_MAIN(TestStopping)
#include "tst_stopping.moc"
