// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Messages that a person puts in or writes anew, and what servers then get.
#include "chatbench.h"

class TestRewriting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMessageIsPutInBeforeAnother();
    void aMessageIsPutInBehindTheLast();
    void aMessageMayBecomeAnotherRole();
    void whatWasThereStaysABranchOfItsOwn();
    void theChangeIsThereAfterTheNextStart();
    void copiesAreNotPaidForAgain();
    void systemTextsTravelAsTheServerWantsThem();
    void aResultOfNoCallTravelsAsWords();
    void aResultOfACallTravelsAsOne();
    void aQuestionPutInCanBeAsked();
    void anEmptyTextIsRefused();
    void nothingIsRewrittenWhileAnAnswerComes();

private:
    using Beside = ConversationController::Beside;

    // Two questions, two answers.
    static std::unique_ptr<ConversationController> twoRounds(ChatBench &bench)
    {
        bench.server.enqueue(wholeAnswer({ "one" }));
        bench.server.enqueue(wholeAnswer({ "two" }));
        auto controller = bench.newConversation();
        ask(*controller, QStringLiteral("first"));
        ask(*controller, QStringLiteral("second"));
        return controller;
    }
    static bool waitUntilIdle(ConversationController &controller)
    {
        return QTest::qWaitFor([&] { return controller.state() == ConversationController::State::Idle; }, 10'000);
    }
    static QStringList rows(const ConversationController &controller)
    {
        QStringList lines;
        for (int row = 0; row < controller.model()->rowCount(); ++row)
            lines += roleName(Role(valueOfRow(controller, row, RoleRole).toInt())) + QStringLiteral(": ") + textOfRow(controller, row);
        return lines;
    }
    static WrittenMessage written(Role role, const char *text) { return { role, QString::fromLatin1(text), {} }; }
};

void TestRewriting::aMessageIsPutInBeforeAnother()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    controller->insertMessage(controller->model()->idAt(2), Beside::Before, written(Role::System, "Be brief."));
    QVERIFY(waitUntilIdle(*controller));
    QCOMPARE(rows(*controller), QStringList({ QStringLiteral("user: first"), QStringLiteral("assistant: one"), QStringLiteral("system: Be brief."),
                                              QStringLiteral("user: second"), QStringLiteral("assistant: two") }));
    QCOMPARE(bench.server.postCount(), 2);
}

void TestRewriting::aMessageIsPutInBehindTheLast()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    controller->insertMessage(controller->model()->head(), Beside::After, written(Role::Assistant, "and more"));
    QVERIFY(waitUntilIdle(*controller));
    QCOMPARE(rows(*controller).last(), QStringLiteral("assistant: and more"));
    QCOMPARE(controller->model()->rowCount(), 5);
}

void TestRewriting::aMessageMayBecomeAnotherRole()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    controller->editAs(controller->model()->idAt(0), written(Role::Developer, "rule"));
    QVERIFY(waitUntilIdle(*controller));
    QCOMPARE(rows(*controller), QStringList({ QStringLiteral("developer: rule"), QStringLiteral("assistant: one"), QStringLiteral("user: second"),
                                              QStringLiteral("assistant: two") }));
    controller->editAs(controller->model()->idAt(1), written(Role::Assistant, "ONE"));
    QVERIFY(waitUntilIdle(*controller));
    QCOMPARE(rows(*controller).at(1), QStringLiteral("assistant: ONE"));
}

void TestRewriting::whatWasThereStaysABranchOfItsOwn()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    const QStringList before = rows(*controller);
    controller->editAs(controller->model()->idAt(1), written(Role::Assistant, "other"));
    QVERIFY(waitUntilIdle(*controller));
    QCOMPARE(valueOfRow(*controller, 1, SiblingCountRole).toInt(), 2);
    controller->showSibling(controller->model()->idAt(1), 0);
    QCOMPARE(rows(*controller), before);
}

void TestRewriting::theChangeIsThereAfterTheNextStart()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    controller->insertMessage(controller->model()->idAt(0), Beside::Before, written(Role::System, "Be brief."));
    QVERIFY(waitUntilIdle(*controller));
    const QStringList changed = rows(*controller);
    const ConversationId id = controller->id();
    controller.reset();
    auto again = bench.openAgain(id);
    QVERIFY(again);
    QCOMPARE(rows(*again), changed);
}

void TestRewriting::copiesAreNotPaidForAgain()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    QVERIFY(controller->model()->messageAt(3).answer->usage.total() > 0);
    controller->editAs(controller->model()->idAt(0), written(Role::User, "changed"));
    QVERIFY(waitUntilIdle(*controller));
    QCOMPARE(controller->model()->messageAt(3).answer->usage, Usage());
    QCOMPARE(controller->model()->messageAt(3).answer->modelId, QStringLiteral("loopback-1"));
}

void TestRewriting::systemTextsTravelAsTheServerWantsThem()
{
    for (const bool merges : { true, false }) {
        ChatBench bench;
        QVERIFY(bench.start());
        Endpoint endpoint = bench.serverEndpoint();
        endpoint.profile.mergesSystemTexts = merges;
        bench.book->useForThisRun(endpoint);
        auto controller = twoRounds(bench);
        controller->setSystemPrompt(QStringLiteral("Prompt"));
        controller->insertMessage(controller->model()->idAt(2), Beside::Before, written(Role::System, "Middle"));
        QVERIFY(waitUntilIdle(*controller));
        controller->insertMessage(controller->model()->head(), Beside::After, written(Role::Developer, "End"));
        QVERIFY(waitUntilIdle(*controller));
        bench.server.enqueue(wholeAnswer({ "three" }));
        ask(*controller, QStringLiteral("third"));
        const QStringList merged { QStringLiteral("system: Prompt\n\nMiddle\n\nEnd"), QStringLiteral("user: first"), QStringLiteral("assistant: one"),
                                   QStringLiteral("user: second"), QStringLiteral("assistant: two"), QStringLiteral("user: third") };
        const QStringList asTheyStand { QStringLiteral("system: Prompt"), QStringLiteral("user: first"), QStringLiteral("assistant: one"),
                                        QStringLiteral("system: Middle"), QStringLiteral("user: second"), QStringLiteral("assistant: two"),
                                        QStringLiteral("developer: End"), QStringLiteral("user: third") };
        QCOMPARE(bench.sentMessages(2), merges ? merged : asTheyStand);
    }
}

void TestRewriting::aResultOfNoCallTravelsAsWords()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    controller->insertMessage(controller->model()->idAt(2), Beside::Before, written(Role::Tool, "12:00"));
    QVERIFY(waitUntilIdle(*controller));
    bench.server.enqueue(wholeAnswer({ "three" }));
    ask(*controller, QStringLiteral("third"));
    QCOMPARE(bench.sentMessages(2).at(2), QStringLiteral("user: [Result of a function call: 12:00]\n\nsecond"));
}

void TestRewriting::aResultOfACallTravelsAsOne()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(streamHead()).send(chunk(
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_9\",\"type\":\"function\",\"function\":"
        "{\"name\":\"clock\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n" + doneEvent())).send(lastChunk()));
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("What time is it?"));
    controller->insertMessage(controller->model()->head(), Beside::After, { Role::Tool, QStringLiteral("12:00"), QStringLiteral("call_9") });
    QVERIFY(waitUntilIdle(*controller));
    bench.server.enqueue(wholeAnswer({ "noon" }));
    ask(*controller, QStringLiteral("So?"));
    const QJsonArray messages = bench.sentBody(1)[QStringLiteral("messages")].toArray();
    QCOMPARE(messages[2][QStringLiteral("role")].toString(), QStringLiteral("tool"));
    QCOMPARE(messages[2][QStringLiteral("tool_call_id")].toString(), QStringLiteral("call_9"));
}

void TestRewriting::aQuestionPutInCanBeAsked()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    controller->insertMessage(controller->model()->head(), Beside::After, written(Role::User, "third"));
    QVERIFY(waitUntilIdle(*controller));
    bench.server.enqueue(wholeAnswer({ "three" }));
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->regenerate(controller->model()->head());
    QVERIFY(!ended.isEmpty() || ended.wait(10'000));
    QCOMPARE(rows(*controller).last(), QStringLiteral("assistant: three"));
}

void TestRewriting::anEmptyTextIsRefused()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    controller->insertMessage(controller->model()->head(), Beside::After, written(Role::User, " \n"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(controller->model()->rowCount(), 4);
}

void TestRewriting::nothingIsRewrittenWhileAnAnswerComes()
{
    ChatBench bench;
    QVERIFY(bench.start());
    auto controller = twoRounds(bench);
    bench.server.enqueue(ServerScript().send(streamHead()).send(chunk(textEvent("slow"))).hang());
    QSignalSpy grew(controller.get(), &ConversationController::answerGrew);
    controller->send(draftSaying(QStringLiteral("third")));
    QVERIFY(!grew.isEmpty() || grew.wait(10'000));
    QSignalSpy refused(controller.get(), &ConversationController::sendRefused);
    controller->insertMessage(controller->model()->idAt(0), Beside::Before, written(Role::System, "Be brief."));
    QCOMPARE(refused.size(), 1);
    controller->stop();
    QVERIFY(waitUntilIdle(*controller));
}

QTEST_GUILESS_MAIN(TestRewriting)
#include "tst_rewriting.moc"
