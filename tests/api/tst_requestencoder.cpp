// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "history.h"
#include "memoryblobs.h"
#include "requestencoder.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

namespace {

Message turn(Role role, const char *text)
{
    Message message;
    message.role = role;
    message.parts = { TextPart { QString::fromUtf8(text) } };
    return message;
}

CompletionRequest request(std::vector<Message> messages = { turn(Role::User, "Hi") })
{
    CompletionRequest request;
    request.endpoint = xaiEndpoint();
    request.modelId = QStringLiteral("grok-4.7");
    request.messages = std::move(messages);
    return request;
}

ImagePart image(const BlobId &blob, ImageDetail detail, const QByteArray &mimeType = "image/png")
{
    ImagePart part;
    part.blob = blob;
    part.detail = detail;
    part.mimeType = mimeType;
    return part;
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

QJsonArray messagesOf(const CompletionRequest &request)
{
    return encoded(request).value(QLatin1String("messages")).toArray();
}

} // namespace

class RequestEncoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestBodyHoldsNothingUnasked();
    void everyOptionHasItsField_data();
    void everyOptionHasItsField();
    void optionsOutsideTheirRangeAreRefused_data();
    void optionsOutsideTheirRangeAreRefused();
    void theProfileNamesTheLimitAndStreamOptions();
    void historiesAreSentAsServersAcceptThem_data();
    void historiesAreSentAsServersAcceptThem();
    void rolesStayInPlaceWhereTheProfileSaysSo();
    void neighboursStayApartWhereRolesStandInAnyOrder();
    void theMergedTextHasTheRoleOfTheProfile();
    void toolsBecomeWordsForTemplatesWithoutThem();
    void thinkingGoesBackWithCallsWhereTheProfileSaysSo();
    void aCallThatMustComeIsWrittenInTheServersWord();
    void theSeedHasTheServersName();
    void withoutFunctionsThereIsNoChoiceAmongThem();
    void callsWithoutTextHaveNullWhereTheProfileSaysSo();
    void picturesStandInTheOrderGiven();
    void aRemotePictureStaysAnAddress();
    void anyTextSurvives();
    void nothingToSendIsRefused();
    void sizesAreCheckedBeforeSending();
    void aMissingPictureIsSaid();
};

void RequestEncoderTest::theSmallestBodyHoldsNothingUnasked()
{
    const QJsonValue expected = json(R"({"model":"grok-4.7","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"Hi"}]})");
    QCOMPARE(QJsonValue(encoded(request())), expected);
    CompletionRequest plain = request();
    plain.options.stream = false;
    const QJsonValue expectedPlain = json(R"({"model":"grok-4.7","stream":false,"messages":[{"role":"user","content":"Hi"}]})");
    QCOMPARE(QJsonValue(encoded(plain)), expectedPlain);
}

using SetOption = std::function<void(CompletionOptions &)>;
Q_DECLARE_METATYPE(SetOption)

void RequestEncoderTest::everyOptionHasItsField_data()
{
    QTest::addColumn<SetOption>("set");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](const char *field, const char *value, const SetOption &set) { QTest::newRow(field) << set << json(value); };
    row("temperature", "0.7", [](CompletionOptions &options) { options.temperature = 0.7; });
    row("top_p", "0.95", [](CompletionOptions &options) { options.topP = 0.95; });
    row("max_completion_tokens", "100", [](CompletionOptions &options) { options.maxCompletionTokens = 100; });
    row("n", "1", [](CompletionOptions &options) { options.choices = 1; });
    row("stop", R"(["a","b"])", [](CompletionOptions &options) { options.stop = { QStringLiteral("a"), QStringLiteral("b") }; });
    row("presence_penalty", "-2", [](CompletionOptions &options) { options.presencePenalty = -2; });
    row("frequency_penalty", "1.5", [](CompletionOptions &options) { options.frequencyPenalty = 1.5; });
    row("logprobs", "true", [](CompletionOptions &options) { options.logprobs = true; });
    row("top_logprobs", "8", [](CompletionOptions &options) { options.topLogprobs = 8; });
    row("seed", "9007199254740993", [](CompletionOptions &options) { options.seed = 9007199254740993; });
    row("reasoning_effort", R"("high")", [](CompletionOptions &options) { options.reasoningEffort = QStringLiteral("high"); });
    row("tools", R"([{"type":"function","function":{"name":"f"}}])",
        [](CompletionOptions &options) { options.tools = json(R"([{"type":"function","function":{"name":"f"}}])").toArray(); });
    row("tool_choice", R"({"type":"function","function":{"name":"f"}})",
        [](CompletionOptions &options) { options.toolChoice = json(R"({"type":"function","function":{"name":"f"}})"); });
    row("parallel_tool_calls", "false", [](CompletionOptions &options) { options.parallelToolCalls = false; });
    row("response_format", R"({"type":"json_object"})", [](CompletionOptions &options) { options.responseFormat = json(R"({"type":"json_object"})").toObject(); });
    row("user", R"("u")", [](CompletionOptions &options) { options.user = QStringLiteral("u"); });
    row("service_tier", R"("priority")", [](CompletionOptions &options) { options.serviceTier = QStringLiteral("priority"); });
}

void RequestEncoderTest::everyOptionHasItsField()
{
    QFETCH(SetOption, set);
    QFETCH(QJsonValue, expected);
    const QString field = QString::fromLatin1(QTest::currentDataTag());
    CompletionRequest asked = request();
    set(asked.options);

    const QJsonObject body = encoded(asked);

    QCOMPARE(body.value(field), expected);
    QCOMPARE(body.size(), 5);
}

void RequestEncoderTest::optionsOutsideTheirRangeAreRefused_data()
{
    QTest::addColumn<SetOption>("set");
    const auto row = [](const char *name, const SetOption &set) { QTest::newRow(name) << set; };
    row("temperature", [](CompletionOptions &options) { options.temperature = 2.1; });
    row("temperature nan", [](CompletionOptions &options) { options.temperature = std::numeric_limits<double>::quiet_NaN(); });
    row("top_p", [](CompletionOptions &options) { options.topP = 0; });
    row("max_completion_tokens", [](CompletionOptions &options) { options.maxCompletionTokens = 0; });
    row("presence_penalty", [](CompletionOptions &options) { options.presencePenalty = -3; });
    row("frequency_penalty", [](CompletionOptions &options) { options.frequencyPenalty = 3; });
    row("top_logprobs", [](CompletionOptions &options) { options.topLogprobs = 9; });
    row("n", [](CompletionOptions &options) { options.choices = 0; });
    row("stop", [](CompletionOptions &options) { options.stop = QStringList(5, QStringLiteral("x")); });
}

void RequestEncoderTest::optionsOutsideTheirRangeAreRefused()
{
    QFETCH(SetOption, set);
    CompletionRequest asked = request();
    set(asked.options);

    const auto body = encodeRequest(asked, MemoryBlobs());

    QVERIFY(!body);
    QCOMPARE(body.error().kind, ErrorKind::InvalidInput);
    QVERIFY(body.error().message.contains(QString::fromLatin1(QTest::currentDataTag()).section(QLatin1Char(' '), 0, 0)));
}

void RequestEncoderTest::theProfileNamesTheLimitAndStreamOptions()
{
    CompletionRequest asked = request();
    asked.endpoint.profile.outputLimitField = QStringLiteral("max_tokens");
    asked.endpoint.profile.sendsStreamOptions = false;
    asked.options.maxCompletionTokens = 5;

    const QJsonValue expected = json(R"({"model":"grok-4.7","stream":true,"max_tokens":5,"messages":[{"role":"user","content":"Hi"}]})");
    QCOMPARE(QJsonValue(encoded(asked)), expected);
}

using Messages = std::vector<Message>;
Q_DECLARE_METATYPE(Messages)

void RequestEncoderTest::historiesAreSentAsServersAcceptThem_data()
{
    QTest::addColumn<Messages>("messages");
    QTest::addColumn<QJsonValue>("expected");

    Message calling = turn(Role::Assistant, "");
    calling.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("f"), QString() }, { QStringLiteral("call_2"), QStringLiteral("g"), QStringLiteral("{\"a\":1}") } };
    Message answering = turn(Role::Tool, "12:00");
    answering.toolCallId = QStringLiteral("call_1");
    Message silent = turn(Role::Tool, "");
    silent.toolCallId = QStringLiteral("call_2");
    const QByteArray calls = R"({"role":"assistant","content":"","tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}},)"
                             R"({"id":"call_2","type":"function","function":{"name":"g","arguments":"{\"a\":1}"}}]})";

    QTest::newRow("conversation") << Messages { turn(Role::System, "Be brief."), turn(Role::User, "a"), turn(Role::Assistant, "b"), turn(Role::User, "c") }
        << json(R"([{"role":"system","content":"Be brief."},{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}])");
    QTest::newRow("system texts are one and first") << Messages { turn(Role::User, "a"), turn(Role::Developer, "two"), turn(Role::System, "one") }
        << json(R"([{"role":"system","content":"two\n\none"},{"role":"user","content":"a"}])");
    Message lost = turn(Role::Tool, "12:00");
    lost.toolCallId = QStringLiteral("call_7");
    QTest::newRow("a result of no call becomes words") << Messages { turn(Role::User, "a"), lost, turn(Role::User, "b") }
        << json(R"([{"role":"user","content":"a\n\n[Result of a function call: 12:00]\n\nb"}])");
    QTest::newRow("empty turns are left out") << Messages { turn(Role::System, ""), turn(Role::User, "a"), turn(Role::Assistant, ""), turn(Role::User, "b") }
        << json(R"([{"role":"user","content":"a\n\nb"}])");
    QTest::newRow("neighbours are joined") << Messages { turn(Role::User, "a"), turn(Role::User, "b"), turn(Role::Assistant, "c"), turn(Role::Assistant, "d") }
        << json(R"([{"role":"user","content":"a\n\nb"},{"role":"assistant","content":"c\n\nd"}])");
    QTest::newRow("tool round") << Messages { turn(Role::User, "a"), calling, answering, silent }
        << json(("[{\"role\":\"user\",\"content\":\"a\"}," + calls + R"x(,{"role":"tool","tool_call_id":"call_1","content":"12:00"},{"role":"tool","tool_call_id":"call_2","content":"(empty)"}])x").constData());
    QTest::newRow("open calls are answered") << Messages { turn(Role::User, "a"), calling, answering, turn(Role::User, "b") }
        << json(("[{\"role\":\"user\",\"content\":\"a\"}," + calls + R"(,{"role":"tool","tool_call_id":"call_1","content":"12:00"},)"
                R"({"role":"tool","tool_call_id":"call_2","content":"cancelled by user"},{"role":"user","content":"b"}])").constData());
}

void RequestEncoderTest::historiesAreSentAsServersAcceptThem()
{
    QFETCH(Messages, messages);
    QFETCH(QJsonValue, expected);

    QCOMPARE(QJsonValue(messagesOf(request(messages))), expected);
}

void RequestEncoderTest::rolesStayInPlaceWhereTheProfileSaysSo()
{
    CompletionRequest asked = request({ turn(Role::User, "a"), turn(Role::Developer, "d"), turn(Role::User, "b"), turn(Role::System, "s") });
    asked.endpoint.profile.mergesSystemTexts = false;

    const QJsonValue expected = json(R"([{"role":"user","content":"a"},{"role":"developer","content":"d"},{"role":"user","content":"b"},{"role":"system","content":"s"}])");
    QCOMPARE(QJsonValue(messagesOf(asked)), expected);
}

void RequestEncoderTest::neighboursStayApartWhereRolesStandInAnyOrder()
{
    CompletionRequest asked = request({ turn(Role::Assistant, "a"), turn(Role::User, "b"), turn(Role::User, "c") });
    asked.endpoint.profile.mergesSystemTexts = false;

    const QJsonValue expected = json(R"([{"role":"assistant","content":"a"},{"role":"user","content":"b"},{"role":"user","content":"c"}])");
    QCOMPARE(QJsonValue(messagesOf(asked)), expected);
}

void RequestEncoderTest::theMergedTextHasTheRoleOfTheProfile()
{
    CompletionRequest asked = request({ turn(Role::System, "s"), turn(Role::User, "a") });
    asked.endpoint.profile.systemRole = QStringLiteral("developer");

    QCOMPARE(messagesOf(asked)[0][QLatin1String("role")].toString(), QStringLiteral("developer"));
}

void RequestEncoderTest::toolsBecomeWordsForTemplatesWithoutThem()
{
    Message calling = turn(Role::Assistant, "");
    calling.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("clock"), QStringLiteral("{}") } };
    Message answering = turn(Role::Tool, "12:00");
    answering.toolCallId = QStringLiteral("call_1");
    CompletionRequest asked = request({ turn(Role::User, "a"), calling, answering });
    asked.endpoint.profile.toolResultsAsText = true;

    const QJsonValue expected = json(R"([{"role":"user","content":"a"},{"role":"assistant","content":"[Call of clock: {}]"},{"role":"user","content":"[Result of clock: 12:00]"}])");
    QCOMPARE(QJsonValue(messagesOf(asked)), expected);
}

void RequestEncoderTest::thinkingGoesBackWithCallsWhereTheProfileSaysSo()
{
    Message calling = turn(Role::Assistant, "");
    calling.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("clock"), QStringLiteral("{}") } };
    calling.answer.emplace().reasoning = QStringLiteral("Hm");
    Message said = turn(Role::Assistant, "b");
    said.answer.emplace().reasoning = QStringLiteral("Well");
    CompletionRequest asked = request({ turn(Role::User, "a"), said, turn(Role::User, "c"), calling });

    QVERIFY(!messagesOf(asked)[3].toObject().contains(QLatin1String("reasoning_content")));
    asked.endpoint.profile.echoesReasoning = true;
    QCOMPARE(messagesOf(asked)[3][QLatin1String("reasoning_content")].toString(), QStringLiteral("Hm"));
    QVERIFY(!messagesOf(asked)[1].toObject().contains(QLatin1String("reasoning_content")));
}

void RequestEncoderTest::aCallThatMustComeIsWrittenInTheServersWord()
{
    CompletionRequest asked = request();
    asked.options.tools = { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") } } };
    asked.options.toolChoice = QStringLiteral("required");

    QCOMPARE(encoded(asked)[QLatin1String("tool_choice")].toString(), QStringLiteral("required"));
    asked.endpoint.profile.requiredToolWord = QStringLiteral("any");
    QCOMPARE(encoded(asked)[QLatin1String("tool_choice")].toString(), QStringLiteral("any"));
}

void RequestEncoderTest::theSeedHasTheServersName()
{
    CompletionRequest asked = request({ turn(Role::User, "Hi") });
    asked.options.seed = 7;
    asked.endpoint.profile.seedField = QStringLiteral("random_seed");

    QCOMPARE(encoded(asked)[QLatin1String("random_seed")].toInt(), 7);
    QVERIFY(!encoded(asked).contains(QLatin1String("seed")));
}

void RequestEncoderTest::withoutFunctionsThereIsNoChoiceAmongThem()
{
    CompletionRequest asked = request({ turn(Role::User, "Hi") });
    asked.options.tools = { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") },
                                          { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), QStringLiteral("f") } } } } };
    asked.options.toolChoice = QStringLiteral("auto");
    asked.options.parallelToolCalls = false;
    asked.endpoint.profile.models[asked.modelId].refusedFields = { QStringLiteral("tools") };

    const QJsonObject body = encoded(asked);
    for (const char *name : { "tools", "tool_choice", "parallel_tool_calls" })
        QVERIFY2(!body.contains(QLatin1String(name)), name);
}

void RequestEncoderTest::callsWithoutTextHaveNullWhereTheProfileSaysSo()
{
    Message calling;
    calling.role = Role::Assistant;
    calling.toolCalls = { { QStringLiteral("call_1"), QStringLiteral("f"), QString() } };
    CompletionRequest asked = request({ turn(Role::User, "a"), calling });
    asked.endpoint.profile.sendsNullBesideToolCalls = true;

    QCOMPARE(messagesOf(asked)[1][QLatin1String("content")], QJsonValue(QJsonValue::Null));
}

void RequestEncoderTest::picturesStandInTheOrderGiven()
{
    MemoryBlobs blobs;
    blobs.add("one", "first picture");
    blobs.add("two", QByteArray("\x00\xff", 2));
    Message message;
    message.parts = { image("one", ImageDetail::High), TextPart { QStringLiteral("What is this?") }, image("two", ImageDetail::Low, "image/jpeg") };
    // A picture in an answer is not sent back.
    Message answer = turn(Role::Assistant, "A cat");
    answer.parts.push_back(image("one", ImageDetail::Auto));

    const QJsonValue messages = encoded(request({ message, answer, turn(Role::User, "Sure?") }), blobs).value(QLatin1String("messages"));

    const QJsonValue expected = json(R"([{"role":"user","content":[)"
        R"({"type":"image_url","image_url":{"url":"data:image/png;base64,Zmlyc3QgcGljdHVyZQ==","detail":"high"}},)"
        R"({"type":"text","text":"What is this?"},)"
        R"({"type":"image_url","image_url":{"url":"data:image/jpeg;base64,AP8=","detail":"low"}}]},)"
        R"({"role":"assistant","content":"A cat"},{"role":"user","content":"Sure?"}])");
    QCOMPARE(messages, expected);
}

void RequestEncoderTest::aRemotePictureStaysAnAddress()
{
    ImagePart remote;
    remote.url = QUrl(QStringLiteral("https://e.org/a b.png"));
    Message message;
    message.parts = { remote };

    const QJsonValue expected = json(R"([{"type":"image_url","image_url":{"url":"https://e.org/a%20b.png","detail":"auto"}}])");
    QCOMPARE(messagesOf(request({ message }))[0][QLatin1String("content")], expected);
}

void RequestEncoderTest::anyTextSurvives()
{
    const QString text = QStringLiteral("\"quotes\" \\ \u2028 \U0001F600 tab\t line\n </script> zero") + QChar(0) + QStringLiteral("after");
    Message message;
    message.parts = { TextPart { text } };

    QCOMPARE(messagesOf(request({ message }))[0][QLatin1String("content")].toString(), text);
}

void RequestEncoderTest::nothingToSendIsRefused()
{
    for (const Messages &messages : { Messages {}, Messages { turn(Role::System, "only this") }, Messages { turn(Role::User, "  \n") } })
        QCOMPARE(encodeRequest(request(messages), MemoryBlobs()).error().kind, ErrorKind::InvalidInput);
    CompletionRequest nameless = request();
    nameless.modelId.clear();
    QCOMPARE(encodeRequest(nameless, MemoryBlobs()).error().kind, ErrorKind::InvalidInput);
}

void RequestEncoderTest::sizesAreCheckedBeforeSending()
{
    MemoryBlobs blobs;
    blobs.add("one", QByteArray(1000, 'x'));
    blobs.add("empty", QByteArray());
    Message message;
    message.parts = { image("one", ImageDetail::Auto), image("one", ImageDetail::Auto) };

    QVERIFY(encodeRequest(request({ message }), blobs, { .image = 1000, .body = 4000 }));
    QCOMPARE(encodeRequest(request({ message }), blobs, { .image = 999, .body = 4000 }).error().kind, ErrorKind::TooLarge);
    QCOMPARE(encodeRequest(request({ message }), blobs, { .image = 1000, .body = 2000 }).error().kind, ErrorKind::TooLarge);
    message.parts = { image("empty", ImageDetail::Auto) };
    QCOMPARE(encodeRequest(request({ message }), blobs).error().kind, ErrorKind::Unreadable);
}

void RequestEncoderTest::aMissingPictureIsSaid()
{
    Message message;
    message.parts = { image("gone", ImageDetail::Auto) };

    QCOMPARE(encodeRequest(request({ message }), MemoryBlobs()).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(RequestEncoderTest)
#include "tst_requestencoder.moc"
