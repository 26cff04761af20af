// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What a server does not take is left out once, remembered, told, and can be taken back.
#include "answernotice_p.h"
#include "chatbench.h"

class TestSelfHealing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusedMemberIsLeftOutAndTheRequestSentOnceMore();
    void whatWasLearnedOutlivesTheProgram();
    void undoSendsItAgain();
    void aRefusalThatStaysEndsTheQuestion();
    void aRefusalOfSomethingElseIsNotRepeated();
    void aServerThatDoesNotStreamAnswersWhole();
    void aTemplateWithoutSystemTextsGetsThemAsWords_data();
    void aTemplateWithoutSystemTextsGetsThemAsWords();
    void aTemplateThatWantsTurnsGetsThem();
    void aModelOfTheOtherWayIsAskedThatWay();
    void aSearchWhoseServerDoesNotTellItsSourcesStillAnswers();
    void whatASearchMetIsListedBehindWhatTheTextCites();
    void thinkingGoesBackToTheServerItCameFrom();
    void modelsThatThinkAreKnown_data();
    void modelsThatThinkAreKnown();
    void theServersStepsAreToldUntilTheFirstWord();
};

namespace {
ServerScript refusalOf(const QByteArray &name)
{
    return ServerScript().send(httpReply(400, "application/json", "{\"code\":\"invalid-argument\",\"error\":\"Argument not supported on this model: " + name + "\"}"));
}

CompletionOptions withPenalty()
{
    CompletionOptions options;
    options.presencePenalty = 0.5;
    options.temperature = 0.3;
    return options;
}

CompletionOptions withSearch()
{
    CompletionOptions options;
    options.tools = { QJsonObject { { QStringLiteral("type"), QStringLiteral("web_search") } } };
    return options;
}

ServerScript responsesAnswer(const QByteArray &text, const QByteArray &before = {})
{
    const QByteArray item = R"({"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"b3BhcXVl"})";
    return ServerScript().send(streamHead()).send(chunk(before + "data: {\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":" + item
        + "}\n\ndata: {\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":1,\"content_index\":0,\"delta\":\"" + text
        + "\"}\n\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[]}}\n\n")).send(lastChunk());
}
}

void TestSelfHealing::aRefusedMemberIsLeftOutAndTheRequestSentOnceMore()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(refusalOf("presencePenalty"));
    bench.server.enqueue(wholeAnswer({ "Hello" }));
    auto controller = bench.newConversation();
    controller->setOptions(withPenalty());

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(answer.state, MessageState::Complete);
    QCOMPARE(textOf(answer), QStringLiteral("Hello"));
    QCOMPARE(bench.server.postCount(), 2);
    QVERIFY(bench.sentBody(0).contains(QLatin1String("presence_penalty")));
    QVERIFY(!bench.sentBody(1).contains(QLatin1String("presence_penalty")));
    QCOMPARE(bench.sentBody(1)[QLatin1String("temperature")].toDouble(), 0.3);
    QCOMPARE(answer.answer->notes, QStringList { QStringLiteral("presence_penalty is not accepted here and was left out.") });
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::undoLearned);
    QCOMPARE(noticeOfRow(*controller, 1).level, TranscriptNotice::Level::Information);

    // The next question goes without it from the start.
    ask(*controller, QStringLiteral("And?"));
    QCOMPARE(bench.server.postCount(), 3);
    QVERIFY(!bench.sentBody(2).contains(QLatin1String("presence_penalty")));
}

void TestSelfHealing::whatWasLearnedOutlivesTheProgram()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint kept = bench.serverEndpoint();
    kept.id = QStringLiteral("kept");
    bench.book->addOrReplace(kept);
    bench.book->setCurrent(kept.id);
    bench.book->setCurrentModelId(QStringLiteral("loopback-1"));
    bench.server.enqueue(refusalOf("presencePenalty"));
    auto controller = bench.newConversation();
    controller->setOptions(withPenalty());
    QCOMPARE(ask(*controller, QStringLiteral("Hi")).state, MessageState::Complete);

    EndpointBook next(*bench.client, bench.keyStore, *bench.settings, ApiKey());
    QCOMPARE(next.find(kept.id).profile.models.value(QStringLiteral("loopback-1")).refusedFields, QStringList { QStringLiteral("presence_penalty") });
}

void TestSelfHealing::undoSendsItAgain()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(refusalOf("presencePenalty"));
    auto controller = bench.newConversation();
    controller->setOptions(withPenalty());
    const Message answer = ask(*controller, QStringLiteral("Hi"));

    controller->runNoticeAction(answer.id, noticeactions::undoLearned);

    QVERIFY(noticeOfRow(*controller, 1).text.isEmpty());
    ask(*controller, QStringLiteral("And?"));
    QVERIFY(bench.sentBody(2).contains(QLatin1String("presence_penalty")));
}

void TestSelfHealing::aRefusalThatStaysEndsTheQuestion()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.setFault("400_parameter");
    auto controller = bench.newConversation();
    controller->setOptions(withPenalty());

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(answer.state, MessageState::Failed);
    QCOMPARE(answer.answer->error->kind, ErrorKind::Rejected);
    QCOMPARE(bench.server.postCount(), 2);
    // It brought nothing, so it is not remembered.
    QVERIFY(bench.book->current().profile.models.isEmpty());
}

void TestSelfHealing::aRefusalOfSomethingElseIsNotRepeated()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.setFault("400_parameter");
    auto controller = bench.newConversation();

    QCOMPARE(ask(*controller, QStringLiteral("Hi")).state, MessageState::Failed);
    QCOMPARE(bench.server.postCount(), 1);
}

void TestSelfHealing::aServerThatDoesNotStreamAnswersWhole()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(httpReply(400, "application/json",
        R"({"error":{"message":"Unsupported value: 'stream' does not support true with this model.","param":"stream","code":"unsupported_value"}})")));
    bench.server.enqueue(ServerScript().send(httpReply(200, "application/json",
        R"({"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Whole."}}]})")));
    auto controller = bench.newConversation();

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(textOf(answer), QStringLiteral("Whole."));
    QCOMPARE(bench.server.postCount(), 2);
    QCOMPARE(bench.sentBody(0)[QLatin1String("stream")].toBool(), true);
    QCOMPARE(bench.sentBody(1)[QLatin1String("stream")].toBool(true), false);
    QVERIFY(!bench.sentBody(1).contains(QLatin1String("stream_options")));
    QCOMPARE(bench.book->current().profile.streams, false);
}

void TestSelfHealing::aTemplateWithoutSystemTextsGetsThemAsWords_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("a bad request") << 400;
    QTest::newRow("a fault of the server, as llama.cpp calls it") << 500;
}

void TestSelfHealing::aTemplateWithoutSystemTextsGetsThemAsWords()
{
    QFETCH(int, status);
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(httpReply(status, "application/json", R"({"error":{"code":0,"message":"System role not supported","type":"server_error"}})")));
    bench.server.enqueue(wholeAnswer({ "Hello" }));
    auto controller = bench.newConversation();
    controller->setSystemPrompt(QStringLiteral("Be brief."));

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(answer.state, MessageState::Complete);
    QCOMPARE(bench.server.postCount(), 2);
    QCOMPARE(bench.sentBody(0)[QLatin1String("messages")][0][QLatin1String("role")].toString(), QStringLiteral("system"));
    const QJsonArray sent = bench.sentBody(1)[QLatin1String("messages")].toArray();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][QLatin1String("role")].toString(), QStringLiteral("user"));
    QCOMPARE(sent[0][QLatin1String("content")].toString(), QStringLiteral("Be brief.\n\nHi"));
    QCOMPARE(answer.answer->notes, QStringList { QStringLiteral("This model takes no system text as such; it stands in front of the question instead.") });
    QCOMPARE(noticeOfRow(*controller, 1).primary.id, noticeactions::undoLearned);

    // Learned for the questions that follow.
    bench.server.enqueue(wholeAnswer({ "Yes" }));
    ask(*controller, QStringLiteral("And?"));
    QCOMPARE(bench.server.postCount(), 3);
    QCOMPARE(bench.sentBody(2)[QLatin1String("messages")][0][QLatin1String("content")].toString(), QStringLiteral("Be brief.\n\nHi"));
}

void TestSelfHealing::aTemplateThatWantsTurnsGetsThem()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint anyOrder = bench.serverEndpoint();
    anyOrder.id = QStringLiteral("any-order");
    anyOrder.profile.mergesSystemTexts = false;
    bench.book->addOrReplace(anyOrder);
    bench.book->setCurrent(anyOrder.id);
    bench.book->setCurrentModelId(QStringLiteral("loopback-1"));
    bench.server.enqueue(ServerScript().send(httpReply(400, "application/json", R"({"error":"Conversation roles must alternate user/assistant/user/assistant/..."})")));
    bench.server.enqueue(ServerScript().send(httpReply(400, "application/json", R"({"error":"Conversation roles must alternate user/assistant/user/assistant/..."})")));
    bench.server.enqueue(wholeAnswer({ "Hello" }));
    auto controller = bench.newConversation();
    controller->setSystemPrompt(QStringLiteral("Be brief."));

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    // First the roles are put in order, then the system text becomes words: one thing at a time.
    QCOMPARE(answer.state, MessageState::Complete);
    QCOMPARE(bench.server.postCount(), 3);
    QCOMPARE(bench.sentBody(1)[QLatin1String("messages")].toArray().size(), 2);
    QCOMPARE(bench.sentBody(2)[QLatin1String("messages")].toArray().size(), 1);
    QCOMPARE(answer.answer->notes.size(), 2);
}

void TestSelfHealing::aModelOfTheOtherWayIsAskedThatWay()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(httpReply(404, "application/json",
        R"({"error":{"message":"This model is only supported in v1/responses and not in v1/chat/completions.","param":"model"}})")));
    bench.server.enqueue(responsesAnswer("By the other way"));
    auto controller = bench.newConversation();

    const Message answer = ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(textOf(answer), QStringLiteral("By the other way"));
    QCOMPARE(bench.server.postCount(), 2);
    QCOMPARE(bench.server.requests().last().path, QByteArray("/v1/responses"));
    QCOMPARE(bench.book->current().profile.models.value(QStringLiteral("loopback-1")).transport, Transport::Responses);
}

void TestSelfHealing::aSearchWhoseServerDoesNotTellItsSourcesStillAnswers()
{
    ChatBench bench;
    QVERIFY(bench.start());
    bench.server.enqueue(ServerScript().send(httpReply(400, "application/json",
        R"({"error":{"message":"Invalid value: 'web_search_call.action.sources'. Supported values are: 'reasoning.encrypted_content'.","param":"include[0]"}})")));
    bench.server.enqueue(responsesAnswer("Found"));
    auto controller = bench.newConversation();
    controller->setOptions(withSearch());

    const Message answer = ask(*controller, QStringLiteral("Look it up"));

    QCOMPARE(textOf(answer), QStringLiteral("Found"));
    QCOMPARE(bench.server.postCount(), 2);
    QCOMPARE(bench.sentBody(0)[QLatin1String("include")].toArray(), QJsonArray { QStringLiteral("web_search_call.action.sources") });
    QVERIFY(!bench.sentBody(1).contains(QLatin1String("include")));
    QVERIFY(bench.sentBody(1).contains(QLatin1String("tools")));
    QCOMPARE(answer.answer->notes, QStringList { QStringLiteral("web_search_call.action.sources is not accepted here and was left out.") });
}

void TestSelfHealing::whatASearchMetIsListedBehindWhatTheTextCites()
{
    ChatBench bench;
    QVERIFY(bench.start());
    QFile recorded(QStringLiteral(TEST_DATA_DIR "/streams/responses_search_met.sse"));
    QVERIFY(recorded.open(QIODevice::ReadOnly));
    bench.server.enqueue(ServerScript().send(streamHead()).send(chunk(recorded.readAll())).send(lastChunk()));
    auto controller = bench.newConversation();
    controller->setOptions(withSearch());

    ask(*controller, QStringLiteral("Look it up"));

    const QModelIndex row = controller->model()->index(1, 0);
    const auto sources = row.data(SourcesRole).value<QList<Source>>();
    QStringList shown;
    for (const Source &source : sources)
        shown += QStringLiteral("%1 %2 %3").arg(source.number).arg(source.url, source.title);
    const QStringList expected { QStringLiteral("1 https://weather.example.org/tonight Clear skies"),
                                 QStringLiteral("2 https://e.org/kp "), QStringLiteral("3 https://e.org/archive The archive") };
    QCOMPARE(shown, expected);
}

void TestSelfHealing::thinkingGoesBackToTheServerItCameFrom()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint endpoint = bench.serverEndpoint();
    endpoint.profile.transport = Transport::Responses;
    bench.book->useForThisRun(endpoint);
    bench.book->setCurrentModelId(QStringLiteral("loopback-1"));
    bench.server.enqueue(responsesAnswer("First"));
    bench.server.enqueue(responsesAnswer("Second"));
    ConversationId id;
    {
        auto controller = bench.newConversation();
        QCOMPARE(textOf(ask(*controller, QStringLiteral("One"))), QStringLiteral("First"));
        id = controller->id();
    }

    // It is stored with the message, so it goes back after a restart too.
    auto controller = bench.openAgain(id);
    QVERIFY(controller);
    ask(*controller, QStringLiteral("Two"));

    const QJsonArray input = bench.sentBody(1)[QLatin1String("input")].toArray();
    QCOMPARE(input.size(), 4);
    QCOMPARE(input[1][QLatin1String("encrypted_content")].toString(), QStringLiteral("b3BhcXVl"));
    QCOMPARE(input[2][QLatin1String("role")].toString(), QStringLiteral("assistant"));
    QCOMPARE(bench.sentBody(1)[QLatin1String("store")].toBool(true), false);
}

void TestSelfHealing::modelsThatThinkAreKnown_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("thinks");
    QTest::newRow("xAI's") << QStringLiteral("grok-4.7") << true;
    QTest::newRow("xAI's at another server") << QStringLiteral("x-ai/grok-4.7") << true;
    QTest::newRow("one that does not") << QStringLiteral("grok-4.20-0309-non-reasoning") << false;
    QTest::newRow("the list says so") << QStringLiteral("deep-thought") << true;
    QTest::newRow("the list says no") << QStringLiteral("quick-wit") << false;
    QTest::newRow("nobody says") << QStringLiteral("stranger") << false;
}

// They may be silent for an hour, and their thinking is asked for: that is what can be seen from outside.
void TestSelfHealing::modelsThatThinkAreKnown()
{
    QFETCH(QString, model);
    QFETCH(bool, thinks);
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint endpoint = bench.serverEndpoint();
    endpoint.profile.transport = Transport::Responses;
    bench.book->useForThisRun(endpoint);
    bench.server.answerPath("/models", ServerScript().send(httpReply(200, "application/json",
        R"({"data":[{"id":"deep-thought","capabilities":["thinking"]},{"id":"quick-wit","capabilities":["tools"]}]})")));
    QSignalSpy refreshed(bench.book.get(), &EndpointBook::modelsRefreshed);
    bench.book->refreshModels();
    QVERIFY(refreshed.wait());
    bench.book->setCurrentModelId(model);
    bench.server.enqueue(responsesAnswer("Hm"));
    auto controller = bench.newConversation();

    ask(*controller, QStringLiteral("Hi"));

    QCOMPARE(bench.sentBody(0)[QLatin1String("include")].toArray().contains(QLatin1String("reasoning.encrypted_content")), thinks);
}

void TestSelfHealing::theServersStepsAreToldUntilTheFirstWord()
{
    ChatBench bench;
    QVERIFY(bench.start());
    Endpoint endpoint = bench.serverEndpoint();
    endpoint.profile.transport = Transport::Responses;
    bench.book->useForThisRun(endpoint);
    bench.book->setCurrentModelId(QStringLiteral("loopback-1"));
    ServerScript script;
    script.send(streamHead()).send(chunk("data: {\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"id\":\"ws_1\",\"type\":\"web_search_call\","
                                         "\"action\":{\"query\":\"aurora\"}}}\n\n")).hang();
    bench.server.enqueue(script);
    auto controller = bench.newConversation();

    controller->send(draftSaying(QStringLiteral("Look it up")));

    QTRY_COMPARE(noticeOfRow(*controller, 1).text, QStringLiteral("The server searches the web: aurora"));
    controller->stop();
    QTRY_COMPARE(stateOfRow(*controller, 1), MessageState::Stopped);
    QCOMPARE(noticeOfRow(*controller, 1).text, QStringLiteral("Stopped."));
}

QTEST_GUILESS_MAIN(TestSelfHealing)
#include "tst_selfhealing.moc"
