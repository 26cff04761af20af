// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The Responses API: what goes out by it, and what of it the recorded streams do not show.
#include "completiondecoder.h"
#include "memoryblobs.h"
#include "optionsencoder.h"
#include "requestencoder.h"

#include <QJsonDocument>
#include <QTest>

namespace {

Message turn(Role role, const char *text)
{
    Message message;
    message.role = role;
    if (*text)
        message.parts = { TextPart { QString::fromUtf8(text) } };
    return message;
}

CompletionRequest request(std::vector<Message> messages = { turn(Role::User, "Hi") })
{
    CompletionRequest request;
    request.endpoint = xaiEndpoint();
    request.endpoint.profile.transport = Transport::Responses;
    request.modelId = QStringLiteral("grok-4.7");
    request.messages = std::move(messages);
    return request;
}

QJsonObject encoded(const CompletionRequest &request, const BlobSource &blobs = MemoryBlobs())
{
    Result<std::unique_ptr<RequestBody>> body = encodeRequest(request, blobs);
    if (!body)
        qFatal("not encoded: %s", qPrintable(body.error().message));
    const qint64 size = body.value()->size();
    const QByteArray bytes = body.value()->readAll();
    if (bytes.size() != size)
        qFatal("promised %lld bytes, gave %lld", size, qint64(bytes.size()));
    return QJsonDocument::fromJson(bytes).object();
}

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().first();
}

QJsonValue inputOf(const CompletionRequest &request, const BlobSource &blobs = MemoryBlobs())
{
    return encoded(request, blobs).value(QLatin1String("input"));
}

Message answerFromXai(const char *text)
{
    Message answer = turn(Role::Assistant, text);
    answer.answer.emplace();
    answer.answer->endpoint = xaiEndpoint().baseUrl;
    answer.answer->modelId = QStringLiteral("grok-4.7");
    answer.answer->carriedItems = { json(R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"b3BhcXVl"})") };
    return answer;
}

Delta decodedAll(const QByteArray &payloads)
{
    CompletionDecoder decoder;
    Delta all;
    for (const QByteArray &payload : payloads.split('\n')) {
        Result<DecodedEvent> one = decoder.decode({ "message", payload, {} });
        if (one)
            appendDelta(all, std::move(one.value().delta));
    }
    return all;
}

} // namespace

class ResponsesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestBodyKeepsNothingAtTheServer();
    void optionsHaveTheirPlaces();
    void aSearchAsksForWhatItMet();
    void optionsWithoutAPlaceAreNamed();
    void turnsBecomeItems();
    void picturesAreTextsOfTheirOwnKind();
    void whatAnAnswerBroughtAlongGoesBackBeforeIt();
    void whatAnAnswerBroughtAlongGoesToNobodyElse();
    void theWayIsChosenByWhatIsAskedFor_data();
    void theWayIsChosenByWhatIsAskedFor();
    void encryptedThinkingIsKeptWhole();
    void stepsOfTheServerAreTold();
    void sourcesHaveTitlesWhereTheyAreNotNumbers();
    void aWholeResponseIsRead();
    void aResponseStillAtWorkIsNoAnswer();
    void everyPrefixOfAPayloadIsHarmless();
};

void ResponsesTest::theSmallestBodyKeepsNothingAtTheServer()
{
    const QJsonValue expected = json(R"({"model":"grok-4.7","stream":true,"store":false,"include":["reasoning.encrypted_content"],
                                         "input":[{"role":"user","content":"Hi"}]})");
    QCOMPARE(QJsonValue(encoded(request())), expected);

    CompletionRequest elsewhere = request();
    elsewhere.endpoint.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1234/v1"));
    const QJsonValue expected1 = json(R"({"model":"grok-4.7","stream":true,"store":false,"input":[{"role":"user","content":"Hi"}]})");
    QCOMPARE(QJsonValue(encoded(elsewhere)), expected1);
}

void ResponsesTest::optionsHaveTheirPlaces()
{
    CompletionRequest full = request();
    full.conversation = ConversationId::create(std::chrono::milliseconds(1'790'000'000'000));
    full.options.temperature = 0.5;
    full.options.topP = 0.9;
    full.options.maxCompletionTokens = 100;
    full.options.reasoningEffort = QStringLiteral("high");
    full.options.parallelToolCalls = false;
    full.options.user = QStringLiteral("u");
    full.options.serviceTier = QStringLiteral("priority");
    full.options.tools = { json(R"({"type":"function","function":{"name":"f","parameters":{"type":"object"}}})"), json(R"({"type":"web_search"})") };
    full.options.toolChoice = json(R"({"type":"function","function":{"name":"f"}})");
    full.options.responseFormat = json(R"({"type":"json_schema","json_schema":{"name":"r","schema":{"type":"object"}}})").toObject();
    full.options.stream = false;

    QJsonObject body = encoded(full);
    QCOMPARE(body.take(QLatin1String("prompt_cache_key")).toString(), full.conversation.toString());
    const QJsonValue expected2 = json(R"({"model":"grok-4.7","stream":false,"store":false,"include":["reasoning.encrypted_content","web_search_call.action.sources"],
        "reasoning":{"effort":"high"},"temperature":0.5,"top_p":0.9,"max_output_tokens":100,"parallel_tool_calls":false,
        "tools":[{"type":"function","name":"f","parameters":{"type":"object"}},{"type":"web_search"}],
        "tool_choice":{"type":"function","name":"f"},"text":{"format":{"type":"json_schema","name":"r","schema":{"type":"object"}}},
        "user":"u","service_tier":"priority","input":[{"role":"user","content":"Hi"}]})");
    QCOMPARE(QJsonValue(body), expected2);
}

void ResponsesTest::aSearchAsksForWhatItMet()
{
    CompletionRequest asked = request();
    asked.endpoint.baseUrl = QUrl(QStringLiteral("https://api.openai.com/v1"));
    asked.options.tools = { json(R"({"type":"web_search"})") };
    QCOMPARE(encoded(asked).value(QLatin1String("include")), json(R"(["web_search_call.action.sources"])"));

    // Found out one by one: the thinking still travels along.
    asked.modelReasons = true;
    asked.endpoint.profile.models[asked.modelId].refusedFields = QStringList { QStringLiteral("web_search_call.action.sources") };
    QCOMPARE(encoded(asked).value(QLatin1String("include")), json(R"(["reasoning.encrypted_content"])"));
    asked.endpoint.profile.models[asked.modelId].refusedFields += QStringLiteral("reasoning.encrypted_content");
    QVERIFY(!encoded(asked).contains(QLatin1String("include")));

    CompletionRequest elsewhere = request();
    elsewhere.options.tools = { json(R"({"type":"x_search"})") };
    QCOMPARE(encoded(elsewhere).value(QLatin1String("include")), json(R"(["reasoning.encrypted_content"])"));
}

void ResponsesTest::optionsWithoutAPlaceAreNamed()
{
    CompletionRequest asked = request();
    asked.options.stop = QStringList { QStringLiteral("END") };
    asked.options.seed = 7;
    QCOMPARE(optionsLeftOut(asked), QStringList({ QStringLiteral("stop"), QStringLiteral("seed") }));
    QVERIFY(!encoded(asked).contains(QLatin1String("stop")));

    CompletionRequest chat = request();
    chat.endpoint.profile.transport = Transport::ChatCompletions;
    chat.options.tools = { json(R"({"type":"web_search"})") };
    QCOMPARE(optionsLeftOut(chat), QStringList { QStringLiteral("tools") });
    QVERIFY(!encoded(chat).contains(QLatin1String("tools")));
}

void ResponsesTest::turnsBecomeItems()
{
    Message call = turn(Role::Assistant, "");
    call.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("f"), QString() } };
    Message result = turn(Role::Tool, "12:00");
    result.toolCallId = QStringLiteral("call_1");
    const QJsonValue expected = json(R"([{"role":"system","content":"Be brief."},{"role":"user","content":"Time?"},
        {"type":"function_call","call_id":"call_1","name":"f","arguments":"{}"},
        {"type":"function_call_output","call_id":"call_1","output":"12:00"},
        {"role":"assistant","content":[{"type":"output_text","text":"Noon."}]},{"role":"user","content":"Thanks"}])");
    QCOMPARE(inputOf(request({ turn(Role::System, "Be brief."), turn(Role::User, "Time?"), call, result, turn(Role::Assistant, "Noon."),
                               turn(Role::User, "Thanks") })), expected);
}

void ResponsesTest::picturesAreTextsOfTheirOwnKind()
{
    MemoryBlobs blobs;
    blobs.add("aa", "PNG");
    Message question = turn(Role::User, "What is this?");
    ImagePart here;
    here.blob = "aa";
    here.mimeType = "image/png";
    here.detail = ImageDetail::High;
    ImagePart there;
    there.url = QUrl(QStringLiteral("https://e.org/a.jpg"));
    question.parts.insert(question.parts.begin(), { here, there });
    const QJsonValue expected3 = json(R"([{"role":"user","content":[
        {"type":"input_image","image_url":"data:image/png;base64,UE5H","detail":"high"},
        {"type":"input_image","image_url":"https://e.org/a.jpg","detail":"auto"},
        {"type":"input_text","text":"What is this?"}]}])");
    QCOMPARE(inputOf(request({ question }), blobs), expected3);
}

void ResponsesTest::whatAnAnswerBroughtAlongGoesBackBeforeIt()
{
    const QJsonValue expected4 = json(R"([{"role":"user","content":"Hi"},{"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"b3BhcXVl"},
                      {"role":"assistant","content":[{"type":"output_text","text":"Hello"}]},{"role":"user","content":"And?"}])");
    QCOMPARE(inputOf(request({ turn(Role::User, "Hi"), answerFromXai("Hello"), turn(Role::User, "And?") })),
             expected4);
}

void ResponsesTest::whatAnAnswerBroughtAlongGoesToNobodyElse()
{
    const QJsonValue without = json(R"([{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"output_text","text":"Hello"}]},
                                        {"role":"user","content":"And?"}])");
    CompletionRequest elsewhere = request({ turn(Role::User, "Hi"), answerFromXai("Hello"), turn(Role::User, "And?") });
    elsewhere.endpoint.baseUrl = QUrl(QStringLiteral("https://api.openai.com/v1"));
    QCOMPARE(inputOf(elsewhere), without);
    CompletionRequest otherModel = request({ turn(Role::User, "Hi"), answerFromXai("Hello"), turn(Role::User, "And?") });
    otherModel.modelId = QStringLiteral("grok-4.6");
    QCOMPARE(inputOf(otherModel), without);
    CompletionRequest chat = request({ turn(Role::User, "Hi"), answerFromXai("Hello"), turn(Role::User, "And?") });
    chat.endpoint.profile.transport = Transport::ChatCompletions;
    QVERIFY(!QJsonDocument(encoded(chat)).toJson().contains("b3BhcXVl"));
}

void ResponsesTest::theWayIsChosenByWhatIsAskedFor_data()
{
    QTest::addColumn<QString>("ofServer");
    QTest::addColumn<QString>("ofModel");
    QTest::addColumn<QString>("modelId");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("expected");
    const QString automatic = QStringLiteral("automatic");
    const QString chat = QStringLiteral("chat_completions");
    const QString responses = QStringLiteral("responses");
    const QString model = QStringLiteral("grok-4.7");
    QTest::newRow("nothing special") << automatic << automatic << model << QString() << chat;
    QTest::newRow("a function of the person's own") << automatic << automatic << model << QStringLiteral("function") << chat;
    QTest::newRow("a search of the server") << automatic << automatic << model << QStringLiteral("web_search") << responses;
    QTest::newRow("a model of that way alone") << automatic << automatic << QStringLiteral("grok-4.20-multi-agent-0309") << QString() << responses;
    QTest::newRow("the server's choice") << responses << automatic << model << QString() << responses;
    QTest::newRow("the model's choice is nearer") << responses << chat << model << QString() << chat;
    QTest::newRow("a choice beats the search") << chat << automatic << model << QStringLiteral("web_search") << chat;
}

void ResponsesTest::theWayIsChosenByWhatIsAskedFor()
{
    QFETCH(QString, ofServer);
    QFETCH(QString, ofModel);
    QFETCH(QString, modelId);
    QFETCH(QString, tool);
    QFETCH(QString, expected);
    Endpoint endpoint = xaiEndpoint();
    endpoint.profile.transport = transportFromName(ofServer).value();
    endpoint.profile.models[modelId].transport = transportFromName(ofModel).value();
    CompletionOptions options;
    if (!tool.isEmpty())
        options.tools = { QJsonObject { { QStringLiteral("type"), tool } } };
    QCOMPARE(transportName(transportFor(endpoint, modelId, options)), expected);
}

void ResponsesTest::encryptedThinkingIsKeptWhole()
{
    const QByteArray item = R"({"id":"rs_1","type":"reasoning","status":"completed","summary":[],"encrypted_content":"b3BhcXVl","extra":{"a":[1]}})";
    const Delta all = decodedAll(R"({"type":"response.output_item.done","output_index":0,"item":)" + item
                                 + "}\n{\"type\":\"response.completed\",\"response\":{\"output\":[" + item + "]}}");
    QCOMPARE(QJsonValue(all.carriedItems), QJsonValue(QJsonArray { json(item.constData()) }));
}

void ResponsesTest::stepsOfTheServerAreTold()
{
    const Delta all = decodedAll(R"({"type":"response.web_search_call.in_progress","item_id":"ws_1","output_index":0}
{"type":"response.output_item.done","output_index":0,"item":{"id":"ws_1","type":"web_search_call","status":"completed","action":{"type":"search","query":"aurora"}}}
{"type":"response.output_item.added","output_index":1,"item":{"id":"ctc_1","type":"custom_tool_call","name":"x_user_search","input":"{\"query\":\"xai\"}"}}
{"type":"response.output_item.added","output_index":2,"item":{"id":"ci_1","type":"code_interpreter_call","status":"completed","code":"print 1"}})");
    const QList<ServerStep> expected {
        { QStringLiteral("ws_1"), QStringLiteral("web_search"), QString(), false },
        { QStringLiteral("ws_1"), QStringLiteral("web_search"), QStringLiteral("aurora"), true },
        { QStringLiteral("ctc_1"), QStringLiteral("x_search"), QStringLiteral("xai"), false },
        { QStringLiteral("ci_1"), QStringLiteral("code_interpreter"), QStringLiteral("print 1"), true },
    };
    QCOMPARE(all.steps, expected);
    QVERIFY(all.toolCalls.isEmpty());
}

void ResponsesTest::sourcesHaveTitlesWhereTheyAreNotNumbers()
{
    const Delta all = decodedAll(R"({"type":"response.output_text.annotation.added","annotation":{"type":"url_citation","url":"https://e.org/a","title":"1"}}
{"type":"response.output_text.annotation.added","annotation":{"type":"url_citation","url":"https://e.org/b","title":"The title"}}
{"type":"response.output_text.annotation.added","annotation":{"type":"file_citation","file_id":"f"}})");
    const QList<Citation> expected { { QStringLiteral("https://e.org/a"), QString() }, { QStringLiteral("https://e.org/b"), QStringLiteral("The title") } };
    QCOMPARE(all.citations, expected);
}

void ResponsesTest::aWholeResponseIsRead()
{
    CompletionDecoder decoder;
    const Result<Delta> answer = decoder.decodeWhole(R"({"id":"r","object":"response","status":"completed","model":"grok-4.7","error":null,
        "output":[{"id":"rs","type":"reasoning","summary":[{"type":"summary_text","text":"Hm."}]},
                  {"id":"m","type":"message","content":[{"type":"output_text","text":"Hello."}]}],
        "usage":{"input_tokens":5,"output_tokens":9,"total_tokens":14}})");
    QVERIFY(answer);
    QCOMPARE(answer.value().text, QStringLiteral("Hello."));
    QCOMPARE(answer.value().reasoning, QStringLiteral("Hm."));
    QCOMPARE(answer.value().usage->totalTokens, 14);
    QVERIFY(decoder.isComplete());
}

void ResponsesTest::aResponseStillAtWorkIsNoAnswer()
{
    CompletionDecoder decoder;
    const Result<Delta> answer = decoder.decodeWhole(R"({"id":"r","object":"response","status":"in_progress","output":[]})");
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Protocol);
}

void ResponsesTest::everyPrefixOfAPayloadIsHarmless()
{
    const QByteArray payload = R"({"type":"response.output_item.done","output_index":1,"item":{"id":"m","type":"message","content":[{"type":"output_text","text":"ok","annotations":[{"url":"https://e.org"}]}]}})";
    for (qsizetype length = 0; length <= payload.size(); ++length) {
        CompletionDecoder decoder;
        const Result<DecodedEvent> one = decoder.decode({ "message", payload.first(length), {} });
        QVERIFY(one);
        QCOMPARE(one.value().delta.text, length == payload.size() ? QStringLiteral("ok") : QString());
    }
}

QTEST_GUILESS_MAIN(ResponsesTest)
#include "tst_responses.moc"
