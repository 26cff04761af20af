// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chatbench.h"

#include "openconversations.h"

// What is sent while an answer runs: nothing of it is lost, and nothing goes out that nobody wants any more.
class TestMessageQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWaitsGoesOutInItsOrderBehindEachAnswer();
    void anAnswerThatComesToGriefHoldsTheQueue_data();
    void anAnswerThatComesToGriefHoldsTheQueue();
    void theOrderCanBeChanged();
    void whatIsTakenOutIsNotSent();
    void sendingNowStopsTheAnswer();
    void sendingNowWhileTheQuestionIsStoredKeepsBoth();
    void theQueueSurvivesARestartAndWaitsForThePerson();
    void whatCannotBeSentStaysInTheQueue();
    void theQueueGoesOnInTheBackground();

private:
    static QStringList texts(const ConversationController &controller)
    {
        QStringList list;
        for (const QueuedMessage &message : controller.queue())
            list += message.text;
        return list;
    }
    // A question whose answer runs until it is stopped.
    static bool startLongAnswer(ChatBench &bench, ConversationController &controller)
    {
        bench.server.enqueue(unfinishedAnswer({ "Well, " }));
        controller.send(draftSaying(QStringLiteral("First")));
        return QTest::qWaitFor([&] { return controller.state() == ConversationController::State::Answering; }, 10'000);
    }
};

void TestMessageQueue::whatWaitsGoesOutInItsOrderBehindEachAnswer()
{
    ChatBench bench;
    QVERIFY(bench.start());
    for (int i = 0; i < 3; ++i)
        bench.server.enqueue(wholeAnswer({ "Answer" }));
    auto controller = bench.newConversation();
    controller->send(draftSaying(QStringLiteral("One")));
    QVERIFY(controller->state() != ConversationController::State::Idle);

    controller->enqueue(draftSaying(QStringLiteral("Two")));
    controller->enqueue(draftSaying(QStringLiteral("Three")));
    controller->enqueue(draftSaying(QStringLiteral("  ")));

    QCOMPARE(texts(*controller), QStringList({ QStringLiteral("Two"), QStringLiteral("Three") }));
    QTRY_COMPARE_WITH_TIMEOUT(controller->model()->rowCount(), 6, 10'000);
    QTRY_COMPARE(controller->state(), ConversationController::State::Idle);
    QCOMPARE(bench.sentMessages(2), QStringList({ QStringLiteral("user: One"), QStringLiteral("assistant: Answer"), QStringLiteral("user: Two"),
                                                  QStringLiteral("assistant: Answer"), QStringLiteral("user: Three") }));
    QVERIFY(controller->queue().empty());
    QVERIFY(!controller->isQueueHeld());
}

void TestMessageQueue::anAnswerThatComesToGriefHoldsTheQueue_data()
{
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("stopped") << true;
    QTest::newRow("cut off") << false;
}

void TestMessageQueue::anAnswerThatComesToGriefHoldsTheQueue()
{
    QFETCH(bool, isStopped);
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    if (isStopped) {
        QVERIFY(startLongAnswer(bench, *controller));
    } else {
        ServerScript script;
        script.send(streamHead()).send(chunk(textEvent("Half"))).send(lastChunk());
        bench.server.enqueue(script);
        controller->send(draftSaying(QStringLiteral("First")));
    }
    controller->enqueue(draftSaying(QStringLiteral("Second")));

    if (isStopped)
        controller->stop();

    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 10'000);
    QTRY_VERIFY(controller->isQueueHeld());
    QCOMPARE(texts(*controller), QStringList(QStringLiteral("Second")));
    QCOMPARE(bench.server.postCount(), 1);
    bench.server.enqueue(wholeAnswer({ "Yes." }));
    controller->sendQueuedNow(0);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 10'000);
    QVERIFY(controller->queue().empty());
    QVERIFY(!controller->isQueueHeld());
}

void TestMessageQueue::theOrderCanBeChanged()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QVERIFY(startLongAnswer(bench, *controller));
    for (const char *text : { "a", "b", "c" })
        controller->enqueue(draftSaying(QString::fromLatin1(text)));
    QSignalSpy changed(controller.get(), &ConversationController::queueChanged);

    controller->moveQueued(2, 0);
    QCOMPARE(texts(*controller).join(QString()), QStringLiteral("cab"));
    controller->moveQueued(0, 1);
    QCOMPARE(texts(*controller).join(QString()), QStringLiteral("acb"));
    controller->moveQueued(0, 3);
    controller->moveQueued(-1, 0);
    QCOMPARE(texts(*controller).join(QString()), QStringLiteral("acb"));
    QCOMPARE(changed.size(), 2);
}

void TestMessageQueue::whatIsTakenOutIsNotSent()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QVERIFY(startLongAnswer(bench, *controller));
    Draft draft = draftSaying(QStringLiteral("Second"));
    draft.attachments.push_back({ .image = { .blob = QByteArray(64, 'a'), .url = {}, .mimeType = "image/png", .name = QStringLiteral("a.png"), .pixels = { 1, 1 } }, .notes = {} });
    controller->enqueue(draft);

    const Draft taken = controller->takeQueued(0);

    QCOMPARE(taken.text, QStringLiteral("Second"));
    QCOMPARE(taken.attachments, draft.attachments);
    QVERIFY(controller->queue().empty());
    QVERIFY(controller->takeQueued(0).isEmpty());
}

void TestMessageQueue::sendingNowStopsTheAnswer()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QVERIFY(startLongAnswer(bench, *controller));
    controller->enqueue(draftSaying(QStringLiteral("Later")));
    controller->enqueue(draftSaying(QStringLiteral("Now")));
    bench.server.enqueue(wholeAnswer({ "Yes." }));
    bench.server.enqueue(wholeAnswer({ "And yes." }));

    controller->sendQueuedNow(1);

    QTRY_COMPARE_WITH_TIMEOUT(controller->model()->rowCount(), 6, 10'000);
    QCOMPARE(stateOfRow(*controller, 1), MessageState::Stopped);
    QCOMPARE(textOfRow(*controller, 2), QStringLiteral("Now"));
    QCOMPARE(textOfRow(*controller, 4), QStringLiteral("Later"));
}

void TestMessageQueue::sendingNowWhileTheQuestionIsStoredKeepsBoth()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(wholeAnswer({ "Yes." }));
    auto controller = bench.newConversation();
    controller->send(draftSaying(QStringLiteral("First")));
    QCOMPARE(controller->state(), ConversationController::State::Storing);
    controller->enqueue(draftSaying(QStringLiteral("Second")));

    controller->sendQueuedNow(0);

    QTRY_VERIFY_WITH_TIMEOUT(controller->state() == ConversationController::State::Idle && controller->queue().empty(), 10'000);
    QTRY_COMPARE(bench.server.postCount(), 1);
    QCOMPARE(bench.sentMessages(0).last(), QStringLiteral("user: Second"));
}

void TestMessageQueue::theQueueSurvivesARestartAndWaitsForThePerson()
{
    ChatBench bench;
    QVERIFY(bench.start());
    const Result<BlobId> blob = calls::putBlob(*bench.library, "bytes");
    VERIFY_DONE(blob);
    auto controller = bench.newConversation();
    const ConversationId id = controller->id();
    QVERIFY(startLongAnswer(bench, *controller));
    Draft second = draftSaying(QStringLiteral("Second"));
    second.attachments.push_back({ .image = { .blob = blob.value(), .url = {}, .mimeType = "image/png", .name = QStringLiteral("a.png"), .pixels = { 1, 1 }, .byteCount = 5 }, .notes = { QStringLiteral("scaled") } });
    controller->enqueue(second);
    controller->enqueue(draftSaying(QStringLiteral("Third")));
    Draft writing = draftSaying(QStringLiteral("In the field"));
    controller->setDraft(writing);
    controller.reset();
    QVERIFY(bench.openLibrary());
    bench.client = std::make_unique<ChatClient>(bench.library->blobs());
    bench.book = std::make_unique<EndpointBook>(*bench.client, bench.keyStore, *bench.settings, ApiKey());
    bench.book->useForThisRun(bench.serverEndpoint());
    bench.book->setCurrentModelId(QStringLiteral("loopback-1"));

    auto again = bench.openAgain(id);

    QVERIFY(again);
    QCOMPARE(texts(*again), QStringList({ QStringLiteral("Second"), QStringLiteral("Third") }));
    QCOMPARE(again->queue().front().attachments, second.attachments);
    QCOMPARE(again->draft().text, writing.text);
    QVERIFY(again->isQueueHeld());
    QCOMPARE(bench.server.postCount(), 1);
}

void TestMessageQueue::whatCannotBeSentStaysInTheQueue()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = bench.newConversation();
    QVERIFY(startLongAnswer(bench, *controller));
    controller->enqueue(draftSaying(QStringLiteral("Second")));
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    {
        // Stopping is stored, or not; the question that follows cannot be.
        FullDisk full;
        controller->sendQueuedNow(0);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 10'000);
    }
    QCOMPARE(texts(*controller), QStringList(QStringLiteral("Second")));
    QVERIFY(controller->isQueueHeld());
    QCOMPARE(bench.server.postCount(), 1);
}

void TestMessageQueue::theQueueGoesOnInTheBackground()
{
    ChatBench bench;
    QVERIFY(bench.start());
    OpenConversations open(bench.dependencies());
    for (int i = 0; i < 3; ++i)
        bench.server.enqueue(wholeAnswer({ "Answer" }));
    const ConversationId id = open.shown()->id();
    open.shown()->send(draftSaying(QStringLiteral("One")));
    open.shown()->enqueue(draftSaying(QStringLiteral("Two")));
    open.shown()->enqueue(draftSaying(QStringLiteral("Three")));

    open.showNew();

    QTRY_COMPARE_WITH_TIMEOUT(bench.server.postCount(), 3, 10'000);
    // With nothing left to do it is closed.
    QTRY_VERIFY(!open.find(id));
}

QTEST_GUILESS_MAIN(TestMessageQueue)
#include "tst_messagequeue.moc"
