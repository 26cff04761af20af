// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Calls of functions are shown, answered by hand or declined; nothing is run.
#include "answernotice_p.h"
#include "chatbench.h"

class TestToolCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsAreAnsweredByHandAndTheModelGoesOn();
    void callsCanBeDeclined();
    void twoCallsNeedTwoResults();
    void thePersonMayAskSomethingElseInstead();
    void sourcesStandUnderTheAnswer();
    void anAnswerAskedForAsJsonCanBeSeenAsATree();
};

namespace {
ServerScript callsFor(const QByteArrayList &ids)
{
    QByteArray calls;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        calls += (i > 0 ? "," : "") + QByteArray("{\"index\":") + QByteArray::number(i) + ",\"id\":\"" + ids[i]
            + "\",\"type\":\"function\",\"function\":{\"name\":\"get_time\",\"arguments\":\"{\\\"tz\\\":\\\"UTC\\\"}\"}}";
    }
    return ServerScript().send(streamHead()).send(chunk("data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":["
        + calls + "]}}]}\n\n" + finishEvent("tool_calls") + doneEvent())).send(lastChunk());
}

QJsonArray messagesOf(const ChatBench &bench, int post)
{
    return bench.sentBody(post)[QLatin1String("messages")].toArray();
}
}

void TestToolCalls::callsAreAnsweredByHandAndTheModelGoesOn()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(callsFor({ "call_1" }));
    bench.server.enqueue(wholeAnswer({ "It is noon." }));
    auto controller = bench.newConversation();
    const Message asking = ask(*controller, QStringLiteral("What time is it?"));
    QCOMPARE(asking.toolCalls.size(), 1);
    QCOMPARE(bench.server.postCount(), 1);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::answerCalls);
    QCOMPARE(noticeOfRow(*controller, 1).secondary.id, noticeactions::declineCalls);
    QSignalSpy wished(controller.get(), &ConversationController::toolAnswersRequested);
    controller->runNoticeAction(asking.id, noticeactions::answerCalls);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().value<Message>().toolCalls, asking.toolCalls);

    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);
    controller->answerToolCalls(asking.id, { QStringLiteral("12:00") });
    QVERIFY(ended.wait());

    QCOMPARE(textOf(ended.first().first().value<Message>()), QStringLiteral("It is noon."));
    const QJsonArray sent = messagesOf(bench, 1);
    QCOMPARE(sent.size(), 3);
    QCOMPARE(sent[1][QLatin1String("tool_calls")][0][QLatin1String("id")].toString(), QStringLiteral("call_1"));
    QCOMPARE(sent[2][QLatin1String("role")].toString(), QStringLiteral("tool"));
    QCOMPARE(sent[2][QLatin1String("tool_call_id")].toString(), QStringLiteral("call_1"));
    QCOMPARE(sent[2][QLatin1String("content")].toString(), QStringLiteral("12:00"));
    // It is all in the library.
    QCOMPARE(bench.openAgain(controller->id())->model()->rowCount(), 4);
}

void TestToolCalls::callsCanBeDeclined()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(callsFor({ "call_1", "call_2" }));
    auto controller = bench.newConversation();
    const Message asking = ask(*controller, QStringLiteral("What time is it?"));
    QSignalSpy ended(controller.get(), &ConversationController::answerEnded);

    controller->runNoticeAction(asking.id, noticeactions::declineCalls);
    QVERIFY(ended.wait());

    const QJsonArray sent = messagesOf(bench, 1);
    QCOMPARE(sent.size(), 4);
    for (int i : { 2, 3 })
        QCOMPARE(sent[i][QLatin1String("content")].toString(), QStringLiteral("The user declined this function call."));
    QCOMPARE(sent[3][QLatin1String("tool_call_id")].toString(), QStringLiteral("call_2"));
}

void TestToolCalls::twoCallsNeedTwoResults()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(callsFor({ "call_1", "call_2" }));
    auto controller = bench.newConversation();
    const Message asking = ask(*controller, QStringLiteral("What time is it?"));
    controller->answerToolCalls(asking.id, { QStringLiteral("12:00") });
    QCOMPARE(controller->state(), ConversationController::State::Idle);
    QCOMPARE(bench.server.postCount(), 1);
}

void TestToolCalls::thePersonMayAskSomethingElseInstead()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(callsFor({ "call_1" }));
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("What time is it?"));
    QCOMPARE(ask(*controller, QStringLiteral("Never mind")).state, MessageState::Complete);
    // A call that nobody answered would be refused, so it does not travel.
    QVERIFY(!QJsonDocument(bench.sentBody(1)).toJson().contains("tool_calls"));
}

void TestToolCalls::sourcesStandUnderTheAnswer()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(streamHead()).send(chunk(textEvent("North [[1]](https://e.org/a)") + finishEvent()
        + "data: {\"choices\":[],\"citations\":[\"https://e.org/a\",{\"url\":\"https://f.org/b\",\"title\":\"Aurora\",\"date\":\"2026-03-01\"}]}\n\n" + doneEvent())).send(lastChunk()));
    auto controller = bench.newConversation();
    ask(*controller, QStringLiteral("Where?"));
    const auto sources = controller->model()->index(1, 0).data(SourcesRole).value<QList<Source>>();
    const QList<Source> expected { { 1, QStringLiteral("https://e.org/a"), {}, {} },
                                   { 2, QStringLiteral("https://f.org/b"), QStringLiteral("Aurora"), QStringLiteral("2026-03-01") } };
    QCOMPARE(sources, expected);
    QVERIFY(!controller->model()->index(1, 0).data(NoticeRole).isValid());
}

void TestToolCalls::anAnswerAskedForAsJsonCanBeSeenAsATree()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(wholeAnswer({ "{\"a\":1}" }));
    auto controller = bench.newConversation();
    CompletionOptions options;
    options.responseFormat = { { QStringLiteral("type"), QStringLiteral("json_object") } };
    controller->setOptions(options);
    const Message answer = ask(*controller, QStringLiteral("As JSON"));
    QSignalSpy wished(controller.get(), &ConversationController::treeRequested);
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::showTree);
    controller->runNoticeAction(answer.id, noticeactions::showTree);
    QCOMPARE(wished.size(), 1);
    QCOMPARE(wished.first().first().toString(), textOf(answer));
}

QTEST_GUILESS_MAIN(TestToolCalls)
#include "tst_toolcalls.moc"
