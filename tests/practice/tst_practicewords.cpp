// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Each word of the practice page does what the page says, and each error its own.
#include "jumpingclock.h"
#include "practicefailures_p.h"
#include "practicefixture.h"
#include "practicequestion_p.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>

namespace {

// What came for one question, however it came.
struct Came
{
    int status = 0;
    QByteArray body;
    QByteArray type;
    Streamed streamed;
    qint64 ms = 0;
    QNetworkReply *reply = nullptr;
};

using Check = std::function<bool(PracticeFixture &)>;

// Time as the server takes it, or time that jumps a little again and again.
enum class Time { Runs, Jumps };

// A small request wakes the server's thread, which sees how late it is.
bool finishedInJumps(PracticeFixture &fixture, const QNetworkReply &reply)
{
    constexpr int MostJumps = 1000;
    for (int i = 0; i < MostJumps && !reply.isFinished(); ++i) {
        letPass(std::chrono::milliseconds(50));
        if (fixture.getJson("/models").isEmpty())
            return false;
    }
    return reply.isFinished();
}

Came posted(PracticeFixture &fixture, const char *path, const QJsonObject &body, Time time = Time::Runs)
{
    QElapsedTimer clock;
    clock.start();
    QNetworkRequest request = fixture.request(path);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply *reply = fixture.network->post(request, QJsonDocument(body).toJson());
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (time == Time::Jumps ? !finishedInJumps(fixture, *reply) : !finished.wait(60'000))
        return {};
    Came came;
    came.ms = clock.elapsed();
    came.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    came.type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    came.body = reply->readAll();
    came.streamed = readStream(came.body);
    came.reply = reply;
    return came;
}

Came asked(PracticeFixture &fixture, const char *text, bool stream = true)
{
    return posted(fixture, "/chat/completions", question(QString::fromUtf8(text), stream));
}

Came askedInJumps(PracticeFixture &fixture, const char *text)
{
    return posted(fixture, "/chat/completions", question(QString::fromUtf8(text)), Time::Jumps);
}

Came askedByResponses(PracticeFixture &fixture, const char *text, const QJsonObject &more = {})
{
    QJsonObject body { { QStringLiteral("model"), QStringLiteral("practice-vision") }, { QStringLiteral("stream"), true },
                       { QStringLiteral("input"), QJsonArray { message("user", QString::fromUtf8(text)) } } };
    for (auto member = more.begin(); member != more.end(); ++member)
        body.insert(member.key(), member.value());
    return posted(fixture, "/responses", body);
}

Check textHolds(const char *text, const char *part)
{
    return [text, part](PracticeFixture &fixture) { return asked(fixture, text).streamed.text.contains(QString::fromUtf8(part)); };
}

const QMap<QByteArray, Check> &checks()
{
    static const QMap<QByteArray, Check> all {
        { "markdown", textHolds("fast markdown", "# A practice answer in Markdown") },
        { "code", textHolds("fast code", "```python") },
        { "table", textHolds("fast table", "| Mercury |") },
        { "maths", textHolds("fast maths", "\\int_0^1") },
        { "unicode", textHolds("fast unicode", "日本語") },
        { "long", [](PracticeFixture &fixture) { return qAbs(asked(fixture, "fast long 3000").streamed.text.size() - 12'000) < 10; } },
        { "echo", textHolds("fast echo **as it is**", "*Practice echo:*\n\n**as it is**") },
        { "history", [](PracticeFixture &fixture) {
             const QJsonArray messages { message("system", QStringLiteral("Be brief.\n\nAnd `kind`.")), message("user", QStringLiteral("fast history")) };
             const QString text = posted(fixture, "/chat/completions", body(messages)).streamed.text;
             return text.contains(QStringLiteral("- system, 22 characters: `Be brief.⏎⏎And 'kind'.`\n- user, 12 characters: `fast history`"));
         } },
        { "think", [](PracticeFixture &fixture) { return asked(fixture, "fast think 1 + 1").streamed.reasoning.contains(QStringLiteral("practice thinking")); } },
        { "fast", [](PracticeFixture &fixture) { return asked(fixture, "fast long 2000").ms < 3000; } },
        { "slow", [](PracticeFixture &fixture) {
             const Came came = askedInJumps(fixture, "slow echo one two three");
             return came.streamed.pieces >= 6 && came.ms > 240 * came.streamed.pieces;
         } },
        { "tools", [](PracticeFixture &fixture) { return asked(fixture, "fast tools").streamed.toolName == QLatin1String("practice_weather"); } },
        { "calls", [](PracticeFixture &fixture) {
             const Came came = asked(fixture, "fast several calls");
             const Came other = askedByResponses(fixture, "fast several calls");
             return came.body.contains("call_practice_1") && came.body.contains("call_practice_2") && came.streamed.finishReason == QLatin1String("tool_calls")
                 && other.body.contains("\"id\":\"fc_0\"") && other.body.contains("\"id\":\"fc_1\"");
         } },
        { "refuse", [](PracticeFixture &fixture) {
             const Streamed answer = asked(fixture, "fast refuse this").streamed;
             return !answer.refusal.isEmpty() && answer.text.isEmpty() && answer.finishReason == QLatin1String("content_filter");
         } },
        { "search", [](PracticeFixture &fixture) {
             const QJsonObject wanted { { QStringLiteral("include"), QJsonArray { QStringLiteral("web_search_call.action.sources") } } };
             return asked(fixture, "fast search").body.contains("\"citations\":[\"https://practice.example/aurora\"")
                 && askedByResponses(fixture, "fast search", wanted).body.contains("https://practice.example/met")
                 && !askedByResponses(fixture, "fast search").body.contains("https://practice.example/met");
         } },
        { "json", [](PracticeFixture &fixture) { return !QJsonDocument::fromJson(asked(fixture, "fast json").streamed.text.toUtf8()).object().isEmpty(); } },
        { "picky", [](PracticeFixture &fixture) {
             QJsonObject without = question(QStringLiteral("fast picky"));
             without.remove(QStringLiteral("stream_options"));
             const QJsonObject wanted { { QStringLiteral("include"), QJsonArray { QStringLiteral("web_search_call.action.sources") } } };
             return asked(fixture, "fast picky").status == 400 && posted(fixture, "/chat/completions", without).streamed.isDone
                 && askedByResponses(fixture, "fast picky", wanted).status == 400 && askedByResponses(fixture, "fast picky").status == 200;
         } },
        { "unstreamed", [](PracticeFixture &fixture) {
             const Came whole = asked(fixture, "fast unstreamed", false);
             return asked(fixture, "fast unstreamed").status == 400 && whole.status == 200 && whole.type == "application/json";
         } },
        { "template", [](PracticeFixture &fixture) {
             const auto with = [](const char *role) {
                 QJsonObject body = question(QStringLiteral("fast strict template"));
                 QJsonArray messages = body.value(QStringLiteral("messages")).toArray();
                 messages.prepend(QJsonObject { { QStringLiteral("role"), QLatin1String(role) }, { QStringLiteral("content"), QStringLiteral("Be brief.") } });
                 body.insert(QStringLiteral("messages"), messages);
                 return body;
             };
             const Came refused = posted(fixture, "/chat/completions", with("system"));
             return refused.status == 400 && refused.body.contains("Only user and assistant roles are supported!")
                 && posted(fixture, "/chat/completions", with("tool")).status == 400 && posted(fixture, "/chat/completions", with("user")).streamed.isDone;
         } },
        { "responses", [](PracticeFixture &fixture) {
             const Came refused = asked(fixture, "fast use responses");
             return refused.status == 404 && refused.body.contains("only supported in v1/responses") && askedByResponses(fixture, "fast use responses").status == 200;
         } },
        { "tags", [](PracticeFixture &fixture) {
             const Streamed answer = asked(fixture, "fast tags 1 + 1").streamed;
             return answer.reasoning.isEmpty() && answer.text.startsWith(QLatin1String("<think>")) && answer.text.contains(QLatin1String("</think>\n\n1 + 1 = **2**"));
         } },
        { "silent", [](PracticeFixture &fixture) {
             const Came came = askedInJumps(fixture, "fast silent 1 + 1");
             return came.ms >= 4'500 && came.body.count(": practice is still there\n\n") == 5 && came.streamed.text.startsWith(QLatin1String("1 + 1 = **2**"));
         } },
        { "substitute", [](PracticeFixture &fixture) {
             return asked(fixture, "fast substitute 1 + 1").body.contains("\"model\":\"practice-substitute\"")
                 && askedByResponses(fixture, "fast substitute").body.contains("\"model\":\"practice-substitute\"");
         } },
        { "uncounted", [](PracticeFixture &fixture) {
             return asked(fixture, "fast uncounted 1 + 1").streamed.usage.isEmpty() && !asked(fixture, "fast 1 + 1").streamed.usage.isEmpty()
                 && !asked(fixture, "fast uncounted", false).body.contains("\"usage\"") && !askedByResponses(fixture, "fast uncounted").body.contains("input_tokens");
         } },
        { "length", [](PracticeFixture &fixture) { return asked(fixture, "fast length").streamed.finishReason == QLatin1String("length"); } },
        { "cut", [](PracticeFixture &fixture) {
             const Streamed answer = asked(fixture, "fast cut").streamed;
             return answer.pieces > 5 && !answer.isDone && answer.finishReason.isEmpty();
         } },
        { "stall", [](PracticeFixture &fixture) {
             QNetworkReply *reply = fixture.ask(question(QStringLiteral("fast stall")));
             QByteArray bytes;
             const bool began = QTest::qWaitFor([&] { return readStream(bytes += reply->readAll()).pieces > 5; }, 20'000);
             const bool isOpen = !reply->isFinished();
             reply->abort();
             return began && isOpen;
         } },
        { "broken", [](PracticeFixture &fixture) { return !asked(fixture, "fast broken").streamed.error.isEmpty(); } },
        { "error", [](PracticeFixture &fixture) { return asked(fixture, "error 429").status == 429 && asked(fixture, "fast what is an error?").status == 200; } },
    };
    return all;
}

}

class TestPracticeWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyWordIsOnThePageAndChecked();
    void aWordDoesWhatThePageSays_data();
    void aWordDoesWhatThePageSays();
    void anErrorIsWhatItIsCalled_data();
    void anErrorIsWhatItIsCalled();
    void theFormOfAnAnswerIsKept();
};

void TestPracticeWords::everyWordIsOnThePageAndChecked()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    QUrl url = fixture.server->baseUrl();
    url.setPath(QStringLiteral("/"));
    QNetworkReply *reply = fixture.network->get(QNetworkRequest(url));
    QTRY_VERIFY(reply->isFinished());
    const QString page = QString::fromUtf8(reply->readAll());

    QList<QByteArray> words;
    for (const PracticeWordInfo &info : practiceWords()) {
        words.append(info.name);
        QVERIFY2(page.contains(QString::fromUtf8(info.example).toHtmlEscaped()) && page.contains(QString::fromUtf8(info.effect).toHtmlEscaped()), info.name);
        QVERIFY2(QString::fromUtf8(info.example).contains(QString::fromUtf8(info.name)), info.name);
    }
    std::sort(words.begin(), words.end());
    QCOMPARE(words, checks().keys());
    QVERIFY(page.contains(failureNames()));
}

void TestPracticeWords::aWordDoesWhatThePageSays_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const PracticeWordInfo &info : practiceWords())
        QTest::newRow(info.name) << QByteArray(info.name);
}

void TestPracticeWords::aWordDoesWhatThePageSays()
{
    QFETCH(QByteArray, word);
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    QVERIFY(checks().contains(word));
    QVERIFY(checks().value(word)(fixture));
}

void TestPracticeWords::anErrorIsWhatItIsCalled_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : failureNames().split(QStringLiteral(", ")))
        QTest::newRow(qPrintable(name)) << name;
}

void TestPracticeWords::anErrorIsWhatItIsCalled()
{
    QFETCH(QString, name);
    const QMap<QString, QByteArray> known {
        { QStringLiteral("busy"), "503 currently unavailable" },    { QStringLiteral("context"), "400 maximum prompt length" },
        { QStringLiteral("credits"), "403 any credits" },           { QStringLiteral("key"), "400 Incorrect API key" },
        { QStringLiteral("quota"), "429 monthly spending limit" },  { QStringLiteral("safety"), "403 SAFETY_CHECK_TYPE_" },
        { QStringLiteral("openai"), "400 {\"error\":{\"message\"" }, { QStringLiteral("bare"), "400 {\"error\":\"" },
        { QStringLiteral("vllm"), "400 {\"object\":\"error\"" },    { QStringLiteral("fastapi"), "422 {\"detail\":[" },
        { QStringLiteral("mistral"), "400 {\"message\":" },         { QStringLiteral("gemini"), "400 [{\"error\"" },
        { QStringLiteral("plaintext"), "404 Not Found" },           { QStringLiteral("webpage"), "502 <html>" },
        { QStringLiteral("blank"), "500 " },                        { QStringLiteral("disguised"), "200 {\"code\":\"internal\",\"error\"" },
        { QStringLiteral("portal"), "200 <html>" },                 { QStringLiteral("dated"), "429 Too many requests" },
        { QStringLiteral("redirect"), "307 " },
    };
    PracticeFixture fixture;
    QVERIFY(fixture.start());

    const Came came = asked(fixture, ("error " + name.toUtf8()).constData());

    const QByteArray expected = known.value(name, name.toUtf8() + ' ');
    QCOMPARE(QByteArray::number(came.status), expected.left(3));
    QVERIFY2(came.body.contains(expected.mid(4)), came.body.constData());
    QCOMPARE(came.body.isEmpty(), name == QLatin1String("blank") || name == QLatin1String("redirect"));
    QCOMPARE(came.reply->hasRawHeader("Retry-After"), name == QLatin1String("429") || name == QLatin1String("503") || name == QLatin1String("busy") || name == QLatin1String("dated"));
    QCOMPARE(came.reply->hasRawHeader("Location"), name == QLatin1String("redirect"));
}

void TestPracticeWords::theFormOfAnAnswerIsKept()
{
    const QJsonObject schema = QJsonDocument::fromJson(R"({"type":"object","properties":{"name":{"type":"string"},"age":{"type":"integer"},"kind":{"enum":["b","a"]},
        "tags":{"type":"array","items":{"type":"boolean"}},"place":{"type":"object","properties":{"north":{"type":"number"}}}}})").object();
    const QJsonObject expected = QJsonDocument::fromJson(R"({"name":"practice","age":7,"kind":"b","tags":[true],"place":{"north":0.5}})").object();
    PracticeFixture fixture;
    QVERIFY(fixture.start());

    QJsonObject chat = question(QStringLiteral("fast and anything"));
    chat.insert(QStringLiteral("response_format"), QJsonObject { { QStringLiteral("type"), QStringLiteral("json_schema") },
                                                                 { QStringLiteral("json_schema"), QJsonObject { { QStringLiteral("schema"), schema } } } });
    QCOMPARE(QJsonDocument::fromJson(posted(fixture, "/chat/completions", chat).streamed.text.toUtf8()).object(), expected);

    const QJsonObject format { { QStringLiteral("type"), QStringLiteral("json_schema") }, { QStringLiteral("name"), QStringLiteral("r") }, { QStringLiteral("schema"), schema } };
    const Came other = askedByResponses(fixture, "fast", { { QStringLiteral("text"), QJsonObject { { QStringLiteral("format"), format } } } });
    QVERIFY(other.body.contains(R"(\"north\":0.5)"));

    chat.insert(QStringLiteral("response_format"), QJsonObject { { QStringLiteral("type"), QStringLiteral("json_object") } });
    QVERIFY(!QJsonDocument::fromJson(posted(fixture, "/chat/completions", chat).streamed.text.toUtf8()).object().isEmpty());
}

QTEST_GUILESS_MAIN(TestPracticeWords)
#include "tst_practicewords.moc"
