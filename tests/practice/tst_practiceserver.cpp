// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicequestion_p.h"
#include "practiceserver.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

namespace {
// What a client has read of one streamed answer.
struct Streamed
{
    QString text;
    QString reasoning;
    QString refusal;
    QString toolName;
    QString toolArguments;
    QString finishReason;
    QJsonObject usage;
    QJsonObject error;
    int pieces = 0;
    bool isDone = false;
};

void addDelta(const QJsonObject &choice, Streamed &answer)
{
    const QJsonObject delta = choice.value(QStringLiteral("delta")).toObject();
    const QString text = delta.value(QStringLiteral("content")).toString();
    answer.pieces += text.isEmpty() ? 0 : 1;
    answer.text += text;
    answer.reasoning += delta.value(QStringLiteral("reasoning_content")).toString();
    answer.refusal += delta.value(QStringLiteral("refusal")).toString();
    const QJsonObject function = delta.value(QStringLiteral("tool_calls")).toArray().at(0).toObject()
                                     .value(QStringLiteral("function")).toObject();
    answer.toolName += function.value(QStringLiteral("name")).toString();
    answer.toolArguments += function.value(QStringLiteral("arguments")).toString();
    if (choice.value(QStringLiteral("finish_reason")).isString())
        answer.finishReason = choice.value(QStringLiteral("finish_reason")).toString();
}

Streamed readStream(const QByteArray &body)
{
    Streamed answer;
    for (const QByteArray &event : body.split('\n')) {
        if (!event.startsWith("data: "))
            continue;
        if (event == "data: [DONE]") {
            answer.isDone = true;
            continue;
        }
        const QJsonObject chunk = QJsonDocument::fromJson(event.mid(6)).object();
        addDelta(chunk.value(QStringLiteral("choices")).toArray().at(0).toObject(), answer);
        if (chunk.contains(QStringLiteral("usage")))
            answer.usage = chunk.value(QStringLiteral("usage")).toObject();
        if (chunk.contains(QStringLiteral("error")))
            answer.error = chunk.value(QStringLiteral("error")).toObject();
    }
    return answer;
}

QJsonObject message(const char *role, const QJsonValue &content)
{
    return { { QStringLiteral("role"), QString::fromLatin1(role) }, { QStringLiteral("content"), content } };
}

QJsonObject body(const QJsonArray &messages, bool stream = true, const char *model = "practice-vision")
{
    return { { QStringLiteral("model"), QString::fromLatin1(model) },
             { QStringLiteral("stream"), stream },
             { QStringLiteral("stream_options"), QJsonObject { { QStringLiteral("include_usage"), true } } },
             { QStringLiteral("messages"), messages } };
}

QJsonObject question(const QString &text, bool stream = true)
{
    return body({ message("user", text) }, stream);
}

QJsonObject picturePart(const QByteArray &bytes, const char *type)
{
    const QString url = QStringLiteral("data:%1;base64,%2").arg(QLatin1StringView(type), QString::fromLatin1(bytes.toBase64()));
    return { { QStringLiteral("type"), QStringLiteral("image_url") },
             { QStringLiteral("image_url"), QJsonObject { { QStringLiteral("url"), url },
                                                          { QStringLiteral("detail"), QStringLiteral("high") } } } };
}

QByteArray encoded(const QSize &size, const QColor &colour, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 100);
    return bytes;
}
}

class TestPracticeServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void itListensOnLoopbackOnly();
    void modelsAreListed();
    void languageModelsSayWhatTheyCan();
    void theKeyProbeAcceptsEveryKeyAndNone();
    void thePageListsEveryWord();
    void aStreamedSumIsComplete();
    void aPlainAnswerHasTheSameContent();
    void theFirstAnswerNamesTheWords();
    void theTourGoesOnWithTheConversation();
    void picturesAreDescribedInOrder();
    void aModelThatCannotSeeRefusesPictures();
    void wordsBringTheirTexts_data();
    void wordsBringTheirTexts();
    void thinkingComesFirst();
    void theThinkerAlwaysThinks();
    void toolsMakeAFunctionCall();
    void aToolsResultIsAnswered();
    void aRefusalIsNoText();
    void theLengthLimitIsKept();
    void aCutAnswerHasNoEnd();
    void aStalledAnswerStaysOpenUntilTheClientLeaves();
    void aBrokenAnswerReportsAnErrorInTheStream();
    void slowAnswersComeInManyReads();
    void aLongAnswerArrivesWhole();
    void errorsHaveTheWiresShape_data();
    void errorsHaveTheWiresShape();
    void anErrorOnceFailsOnce();
    void wrongRequestsAreRefused_data();
    void wrongRequestsAreRefused();
    void wrongBodiesAreRefused_data();
    void wrongBodiesAreRefused();
    void malformedHttpGetsA400();
    void requestsOfWebPagesAreTurnedAway();
    void aConnectionServesManyRequests();
    void aClientThatWaitsForContinueIsAnswered();
    void anOldClientGetsPlainBytes();
    void twoClientsAtOnceGetTheirOwnAnswers();
    void destructionWhileStreamingEndsTheConnection();

private:
    QNetworkRequest request(const char *path) const;
    QNetworkReply *get(const char *path);
    QNetworkReply *ask(const QJsonObject &body);
    QJsonObject getJson(const char *path);
    Streamed streamed(const QJsonObject &body);
    QByteArray rawExchange(const QByteArray &bytes);

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

void TestPracticeServer::init()
{
    auto server = PracticeServer::start();
    QVERIFY(bool(server));
    m_server = std::move(server).value();
    m_network = std::make_unique<QNetworkAccessManager>();
}

void TestPracticeServer::cleanup()
{
    m_network.reset();
    m_server.reset();
}

QNetworkRequest TestPracticeServer::request(const char *path) const
{
    QNetworkRequest request(QUrl(m_server->baseUrl().toString() + QString::fromLatin1(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}

QNetworkReply *TestPracticeServer::get(const char *path)
{
    return m_network->get(request(path));
}

QNetworkReply *TestPracticeServer::ask(const QJsonObject &body)
{
    return m_network->post(request("/chat/completions"), QJsonDocument(body).toJson());
}

QJsonObject TestPracticeServer::getJson(const char *path)
{
    QNetworkReply *reply = get(path);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!finished.wait())
        return {};
    return QJsonDocument::fromJson(reply->readAll()).object();
}

Streamed TestPracticeServer::streamed(const QJsonObject &body)
{
    QNetworkReply *reply = ask(body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!finished.wait(60'000))
        return {};
    return readStream(reply->readAll());
}

// Sends bytes over a bare socket and returns what comes back until the server closes or a whole reply is there.
QByteArray TestPracticeServer::rawExchange(const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(m_server->baseUrl().host(), static_cast<quint16>(m_server->baseUrl().port()));
    if (!socket.waitForConnected())
        return {};
    socket.write(bytes);
    QByteArray answer;
    while (!answer.contains("\r\n\r\n{") && socket.waitForReadyRead())
        answer += socket.readAll();
    return answer;
}

void TestPracticeServer::itListensOnLoopbackOnly()
{
    const QUrl url = m_server->baseUrl();

    QCOMPARE(url.scheme(), QStringLiteral("http"));
    QCOMPARE(url.host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(url.path(), QStringLiteral("/v1"));
    QVERIFY(url.port() > 0);
}

void TestPracticeServer::modelsAreListed()
{
    const QJsonArray models = getJson("/models").value(QStringLiteral("data")).toArray();

    QStringList ids;
    for (const QJsonValue &model : models)
        ids.append(model.toObject().value(QStringLiteral("id")).toString());
    QCOMPARE(ids, (QStringList { QStringLiteral("practice-vision"), QStringLiteral("practice-chat"),
                                 QStringLiteral("practice-thinker") }));
    QCOMPARE(getJson("/models/practice-chat").value(QStringLiteral("id")).toString(), QStringLiteral("practice-chat"));
}

void TestPracticeServer::languageModelsSayWhatTheyCan()
{
    const QJsonArray models = getJson("/language-models").value(QStringLiteral("models")).toArray();

    QCOMPARE(models.size(), 3);
    const QJsonObject vision = models.at(0).toObject();
    QCOMPARE(vision.value(QStringLiteral("input_modalities")).toArray(), (QJsonArray { QStringLiteral("text"), QStringLiteral("image") }));
    QCOMPARE(vision.value(QStringLiteral("completion_text_token_price")).toInt(), 60'000);
    QCOMPARE(models.at(1).toObject().value(QStringLiteral("input_modalities")).toArray(), QJsonArray { QStringLiteral("text") });
    const QJsonObject thinker = getJson("/language-models/practice-thinker");
    QCOMPARE(thinker.value(QStringLiteral("capabilities")).toObject().value(QStringLiteral("reasoning_effort")).toArray().size(), 3);
}

void TestPracticeServer::theKeyProbeAcceptsEveryKeyAndNone()
{
    QCOMPARE(getJson("/api-key").value(QStringLiteral("team_blocked")).toBool(true), false);

    QNetworkRequest withKey = request("/api-key");
    withKey.setRawHeader("Authorization", "Bearer xai-anything");
    QNetworkReply *reply = m_network->get(withKey);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(!reply->readAll().contains("anything"));
}

void TestPracticeServer::thePageListsEveryWord()
{
    QNetworkReply *reply = m_network->get(QNetworkRequest(m_server->baseUrl().resolved(QUrl(QStringLiteral("/")))));
    QTRY_VERIFY(reply->isFinished());
    const QString page = QString::fromUtf8(reply->readAll());

    QVERIFY(page.startsWith(QStringLiteral("<!DOCTYPE html>")));
    for (const PracticeWordInfo &info : practiceWords())
        QVERIFY2(page.contains(QString::fromLatin1(info.example).toHtmlEscaped()), info.name);
}

void TestPracticeServer::aStreamedSumIsComplete()
{
    const Streamed answer = streamed(question(QStringLiteral("What is 2 + 2?")));

    QVERIFY(answer.text.startsWith(QStringLiteral("2 + 2 = **4**")));
    QVERIFY(answer.text.contains(QStringLiteral("practice")));
    QVERIFY(answer.pieces > 5);
    QCOMPARE(answer.finishReason, QStringLiteral("stop"));
    QVERIFY(answer.isDone);
    const qint64 prompt = answer.usage.value(QStringLiteral("prompt_tokens")).toInteger();
    const qint64 completion = answer.usage.value(QStringLiteral("completion_tokens")).toInteger();
    QCOMPARE(prompt, 4);
    QCOMPARE(completion, answer.pieces);
    QCOMPARE(answer.usage.value(QStringLiteral("cost_in_usd_ticks")).toInteger(), prompt * 20'000 + completion * 60'000);
}

void TestPracticeServer::aPlainAnswerHasTheSameContent()
{
    QNetworkReply *reply = ask(question(QStringLiteral("fast What is 6 * 7?"), false));
    QTRY_VERIFY(reply->isFinished());
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();

    QCOMPARE(reply->header(QNetworkRequest::ContentTypeHeader).toString(), QStringLiteral("application/json"));
    QCOMPARE(answer.value(QStringLiteral("object")).toString(), QStringLiteral("chat.completion"));
    const QJsonObject choice = answer.value(QStringLiteral("choices")).toArray().at(0).toObject();
    QVERIFY(choice.value(QStringLiteral("message")).toObject().value(QStringLiteral("content")).toString()
                .startsWith(QStringLiteral("6 * 7 = **42**")));
    QCOMPARE(choice.value(QStringLiteral("finish_reason")).toString(), QStringLiteral("stop"));
    QVERIFY(answer.value(QStringLiteral("usage")).toObject().contains(QStringLiteral("cost_in_usd_ticks")));
}

void TestPracticeServer::theFirstAnswerNamesTheWords()
{
    const Streamed answer = streamed(question(QStringLiteral("fast hello")));

    QVERIFY(answer.text.contains(QStringLiteral("**practice**")));
    for (const PracticeWordInfo &info : practiceWords())
        QVERIFY2(answer.text.contains(QString::fromLatin1(info.example)), info.name);
}

void TestPracticeServer::theTourGoesOnWithTheConversation()
{
    QJsonArray messages { message("user", QStringLiteral("hello")) };
    for (int number = 1; number <= 5; ++number) {
        messages.append(message("assistant", QStringLiteral("an answer")));
        messages.append(message("user", QStringLiteral("fast and on")));
        const QString expected = QStringLiteral("page %1 of 4").arg((number - 1) % 4 + 1);
        QVERIFY(streamed(body(messages)).text.contains(expected));
    }
}

void TestPracticeServer::picturesAreDescribedInOrder()
{
    const QByteArray red = encoded({ 30, 20 }, QColor(255, 0, 0), "png");
    const QByteArray blue = encoded({ 16, 16 }, QColor(0, 0, 254), "jpg");
    const QJsonArray parts { picturePart(red, "image/png"),
                             QJsonObject { { QStringLiteral("type"), QStringLiteral("text") },
                                           { QStringLiteral("text"), QStringLiteral("fast: what are these?") } },
                             picturePart(blue, "image/jpeg") };

    const Streamed answer = streamed(body({ message("user", parts) }));

    const QString first = QStringLiteral("1. **PNG**, 30 × 20 pixels, %1 bytes, mean colour `#ff0000` (red), detail `high`");
    QVERIFY2(answer.text.contains(first.arg(QLocale(QLocale::English).toString(red.size()))), qPrintable(answer.text));
    QVERIFY2(answer.text.contains(QStringLiteral("2. **JPEG**, 16 × 16 pixels, %1 bytes, mean colour `#0000fe` (blue)").arg(blue.size())),
             qPrintable(answer.text));
    QCOMPARE(answer.usage.value(QStringLiteral("prompt_tokens_details")).toObject().value(QStringLiteral("image_tokens")).toInt(), 1024);
}

void TestPracticeServer::aModelThatCannotSeeRefusesPictures()
{
    const QJsonArray parts { picturePart(encoded({ 3, 2 }, Qt::red, "png"), "image/png") };

    QNetworkReply *reply = ask(body({ message("user", parts) }, true, "practice-chat"));
    QTRY_VERIFY(reply->isFinished());

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 400);
    QVERIFY(reply->readAll().contains("practice-vision"));
}

void TestPracticeServer::wordsBringTheirTexts_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");

    QTest::newRow("markdown") << QStringLiteral("markdown") << QStringLiteral("# A practice answer in Markdown");
    QTest::newRow("code") << QStringLiteral("code") << QStringLiteral("```cpp");
    QTest::newRow("table") << QStringLiteral("table") << QStringLiteral("| Mercury |");
    QTest::newRow("maths") << QStringLiteral("maths") << QStringLiteral("\\frac{-b \\pm");
    QTest::newRow("unicode") << QStringLiteral("unicode") << QStringLiteral("👨‍👩‍👧‍👦");
    QTest::newRow("echo") << QStringLiteral("echo **as it is** 𝒫") << QStringLiteral("*Practice echo:*\n\n**as it is** 𝒫");
    QTest::newRow("history") << QStringLiteral("history") << QStringLiteral("1 messages and 0 pictures");
    QTest::newRow("two words") << QStringLiteral("table and maths") << QStringLiteral("Some formulas for practice");
}

void TestPracticeServer::wordsBringTheirTexts()
{
    QFETCH(const QString, word);
    QFETCH(const QString, expected);

    const Streamed answer = streamed(question(QStringLiteral("fast ") + word));

    QVERIFY2(answer.text.contains(expected), qPrintable(answer.text));
    QVERIFY(answer.text.contains(QStringLiteral("practice"), Qt::CaseInsensitive));
    QVERIFY(answer.isDone);
}

void TestPracticeServer::thinkingComesFirst()
{
    QNetworkReply *reply = ask(question(QStringLiteral("fast think: what is 1 + 1?")));
    QTRY_VERIFY(reply->isFinished());
    const QByteArray bytes = reply->readAll();

    QVERIFY(bytes.indexOf("reasoning_content") < bytes.indexOf("**2**"));
    const Streamed answer = readStream(bytes);
    QVERIFY(answer.reasoning.startsWith(QStringLiteral("This is practice thinking.")));
    QVERIFY(answer.usage.value(QStringLiteral("completion_tokens_details")).toObject().value(QStringLiteral("reasoning_tokens")).toInt() > 10);
}

void TestPracticeServer::theThinkerAlwaysThinks()
{
    QJsonObject asked = body({ message("user", QStringLiteral("fast 1 + 1")) }, true, "practice-thinker");
    asked.insert(QStringLiteral("reasoning_effort"), QStringLiteral("low"));

    QVERIFY(!streamed(asked).reasoning.isEmpty());
    QVERIFY(streamed(question(QStringLiteral("fast 1 + 1"))).reasoning.isEmpty());
}

void TestPracticeServer::toolsMakeAFunctionCall()
{
    QJsonObject asked = question(QStringLiteral("fast tools"));
    asked.insert(QStringLiteral("tools"),
                 QJsonArray { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") },
                                            { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), QStringLiteral("look_up") } } } } });

    const Streamed answer = streamed(asked);

    QCOMPARE(answer.toolName, QStringLiteral("look_up"));
    QCOMPARE(QJsonDocument::fromJson(answer.toolArguments.toUtf8()).object().value(QStringLiteral("city")).toString(),
             QStringLiteral("Reykjavík"));
    QCOMPARE(answer.finishReason, QStringLiteral("tool_calls"));
    QCOMPARE(answer.text, QString());
}

void TestPracticeServer::aToolsResultIsAnswered()
{
    QJsonObject call = message("assistant", QJsonValue::Null);
    call.insert(QStringLiteral("tool_calls"), QJsonArray { QJsonObject { { QStringLiteral("id"), QStringLiteral("call_practice_1") } } });

    const Streamed answer = streamed(body({ message("user", QStringLiteral("fast tools")), call,
                                            message("tool", QStringLiteral("4 degrees\nrain")) }));

    QVERIFY(answer.text.endsWith(QStringLiteral("> 4 degrees\n> rain")));
    QCOMPARE(answer.finishReason, QStringLiteral("stop"));
}

void TestPracticeServer::aRefusalIsNoText()
{
    const Streamed answer = streamed(question(QStringLiteral("fast refuse")));

    QVERIFY(answer.refusal.startsWith(QStringLiteral("This is a practice refusal")));
    QCOMPARE(answer.text, QString());
    QCOMPARE(answer.finishReason, QStringLiteral("content_filter"));
}

void TestPracticeServer::theLengthLimitIsKept()
{
    QCOMPARE(streamed(question(QStringLiteral("fast length"))).finishReason, QStringLiteral("length"));

    QJsonObject limited = question(QStringLiteral("fast markdown"));
    limited.insert(QStringLiteral("max_completion_tokens"), 7);
    const Streamed answer = streamed(limited);
    QCOMPARE(answer.pieces, 7);
    QCOMPARE(answer.finishReason, QStringLiteral("length"));
}

void TestPracticeServer::aCutAnswerHasNoEnd()
{
    QNetworkReply *reply = ask(question(QStringLiteral("fast cut")));
    QTRY_VERIFY(reply->isFinished());
    const Streamed answer = readStream(reply->readAll());

    QVERIFY(answer.pieces > 5);
    QVERIFY(!answer.text.contains(QStringLiteral("last sentence")));
    QCOMPARE(answer.finishReason, QString());
    QVERIFY(!answer.isDone);
}

void TestPracticeServer::aStalledAnswerStaysOpenUntilTheClientLeaves()
{
    QNetworkReply *reply = ask(question(QStringLiteral("fast stall")));
    QByteArray bytes;
    connect(reply, &QNetworkReply::readyRead, this, [&bytes, reply] { bytes += reply->readAll(); });

    QTRY_VERIFY(readStream(bytes).pieces > 5);
    QVERIFY(!reply->isFinished());
    reply->abort();
    QVERIFY(streamed(question(QStringLiteral("fast 1 + 1"))).isDone);
}

void TestPracticeServer::aBrokenAnswerReportsAnErrorInTheStream()
{
    const Streamed answer = streamed(question(QStringLiteral("fast broken")));

    QVERIFY(answer.pieces > 5);
    QCOMPARE(answer.error.value(QStringLiteral("type")).toString(), QStringLiteral("server_error"));
    QCOMPARE(answer.finishReason, QString());
    QVERIFY(!answer.isDone);
}

void TestPracticeServer::slowAnswersComeInManyReads()
{
    QNetworkReply *reply = ask(question(QStringLiteral("slow 1 + 1")));
    QSignalSpy reads(reply, &QNetworkReply::readyRead);

    QTRY_VERIFY(reads.size() >= 4);

    QVERIFY(!reply->isFinished());
    reply->abort();
}

void TestPracticeServer::aLongAnswerArrivesWhole()
{
    const Streamed answer = streamed(question(QStringLiteral("fast long 20000")));

    QVERIFY(answer.text.size() > 79'000);
    QVERIFY(answer.pieces > 10'000);
    QVERIFY(answer.text.contains(QStringLiteral("## Part 50")));
    QVERIFY(answer.isDone);
}

void TestPracticeServer::errorsHaveTheWiresShape_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    QTest::newRow("rate") << QStringLiteral("429") << 429 << QStringLiteral("resource-exhausted");
    QTest::newRow("quota") << QStringLiteral("quota") << 429 << QStringLiteral("resource-exhausted");
    QTest::newRow("server") << QStringLiteral("500") << 500 << QStringLiteral("internal");
    QTest::newRow("busy") << QStringLiteral("503") << 503 << QStringLiteral("unavailable");
    QTest::newRow("no key") << QStringLiteral("401") << 401 << QStringLiteral("unauthenticated:no-credentials");
    QTest::newRow("wrong key") << QStringLiteral("key") << 400 << QStringLiteral("invalid-argument");
    QTest::newRow("credits") << QStringLiteral("credits") << 403 << QStringLiteral("permission-denied");
    QTest::newRow("context") << QStringLiteral("context") << 400 << QStringLiteral("invalid-argument");
}

void TestPracticeServer::errorsHaveTheWiresShape()
{
    QFETCH(const QString, name);
    QFETCH(const int, status);
    QFETCH(const QString, code);

    QNetworkReply *reply = ask(question(QStringLiteral("error ") + name));
    QTRY_VERIFY(reply->isFinished());
    const QJsonObject failure = QJsonDocument::fromJson(reply->readAll()).object();

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QCOMPARE(failure.value(QStringLiteral("code")).toString(), code);
    QVERIFY(failure.value(QStringLiteral("error")).isString());
    QCOMPARE(reply->rawHeader("Retry-After"), status == 503 ? QByteArray("1") : name == QStringLiteral("429") ? QByteArray("2") : QByteArray());
}

void TestPracticeServer::anErrorOnceFailsOnce()
{
    QNetworkReply *first = ask(question(QStringLiteral("fast error 503 once")));
    QTRY_VERIFY(first->isFinished());
    QNetworkReply *second = ask(question(QStringLiteral("fast error 503 once")));
    QTRY_VERIFY(second->isFinished());

    QCOMPARE(first->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
    QCOMPARE(second->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(readStream(second->readAll()).isDone);
}

void TestPracticeServer::wrongRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");

    QTest::newRow("unknown path") << QByteArray("GET") << QByteArray("/nothing") << QByteArray() << 404;
    QTest::newRow("unknown model") << QByteArray("GET") << QByteArray("/models/x") << QByteArray() << 404;
    QTest::newRow("get a completion") << QByteArray("GET") << QByteArray("/chat/completions") << QByteArray() << 405;
    QTest::newRow("delete the models") << QByteArray("DELETE") << QByteArray("/models") << QByteArray() << 405;
    QTest::newRow("no body") << QByteArray("POST") << QByteArray("/chat/completions") << QByteArray("application/json") << 415;
    QTest::newRow("text") << QByteArray("POST") << QByteArray("/chat/completions") << QByteArray("text/plain") << 415;
}

void TestPracticeServer::wrongRequestsAreRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, type);
    QFETCH(const int, status);

    QNetworkRequest asked = request(path.constData());
    asked.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
    QNetworkReply *reply = m_network->sendCustomRequest(asked, method, type == "text/plain" ? QByteArray("{}") : QByteArray());
    QTRY_VERIFY(reply->isFinished());

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QVERIFY(QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("error")).isString());
}

void TestPracticeServer::wrongBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");

    const QByteArray hello = R"("messages":[{"role":"user","content":"fast 1+1"}])";
    QTest::newRow("no json") << QByteArray("{\"model\":") << 400 << QStringLiteral("JSON");
    QTest::newRow("an array") << QByteArray("[]") << 400 << QStringLiteral("JSON");
    QTest::newRow("no model") << QByteArray("{" + hello + "}") << 422 << QStringLiteral("model");
    QTest::newRow("unknown model") << QByteArray("{\"model\":\"grok-9\"," + hello + "}") << 404 << QStringLiteral("grok-9 does not exist");
    QTest::newRow("no messages") << QByteArray(R"({"model":"practice-chat"})") << 422 << QStringLiteral("messages");
    QTest::newRow("empty messages") << QByteArray(R"({"model":"practice-chat","messages":[]})") << 400 << QStringLiteral("cannot be empty");
    QTest::newRow("empty content") << QByteArray(R"({"model":"practice-chat","messages":[{"role":"user","content":""}]})") << 400
                                   << QStringLiteral("at least one content element");
    QTest::newRow("unknown role") << QByteArray(R"({"model":"practice-chat","messages":[{"role":"king","content":"x"}]})") << 400
                                  << QStringLiteral("king");
    QTest::newRow("unknown part") << QByteArray(R"({"model":"practice-chat","messages":[{"role":"user","content":[{"type":"smell"}]}]})")
                                  << 400 << QStringLiteral("smell");
    QTest::newRow("bad base64")
        << QByteArray(R"({"model":"practice-vision","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,@@@"}}]}]})")
        << 400 << QStringLiteral("base64");
    QTest::newRow("no picture")
        << QByteArray(R"({"model":"practice-vision","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,aGVsbG8="}}]}]})")
        << 400 << QStringLiteral("only JPEG and PNG");
    QTest::newRow("effort without reasoning") << QByteArray("{\"model\":\"practice-chat\",\"reasoning_effort\":\"low\"," + hello + "}") << 400
                                              << QStringLiteral("Argument not supported on this model: reasoningEffort");
    QTest::newRow("stop with reasoning") << QByteArray("{\"model\":\"practice-thinker\",\"stop\":[\"x\"]," + hello + "}") << 400
                                         << QStringLiteral("Argument not supported on this model: stop");
    QTest::newRow("live search") << QByteArray("{\"model\":\"practice-chat\",\"search_parameters\":{}," + hello + "}") << 410
                                 << QStringLiteral("Live search");
}

void TestPracticeServer::wrongBodiesAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, status);
    QFETCH(const QString, text);

    QNetworkReply *reply = m_network->post(request("/chat/completions"), json);
    QTRY_VERIFY(reply->isFinished());
    const QString failure = QJsonDocument::fromJson(reply->readAll()).object().value(QStringLiteral("error")).toString();

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QVERIFY2(failure.contains(text), qPrintable(failure));
}

void TestPracticeServer::malformedHttpGetsA400()
{
    const QByteArray answer = rawExchange("this is no request\r\n\r\n");

    QVERIFY(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"));
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.contains("invalid-argument"));

    QVERIFY(rawExchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999\r\n\r\n").startsWith("HTTP/1.1 413 "));
}

void TestPracticeServer::requestsOfWebPagesAreTurnedAway()
{
    QVERIFY(rawExchange("GET /v1/models HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 421 "));

    QNetworkRequest fromPage = request("/models");
    fromPage.setRawHeader("Origin", "https://evil.example");
    QNetworkReply *reply = m_network->get(fromPage);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 421);
}

void TestPracticeServer::aConnectionServesManyRequests()
{
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(m_server->baseUrl().port()) + "\r\n";
    const QByteArray asked = QJsonDocument(question(QStringLiteral("fast 1 + 1"))).toJson();
    QTcpSocket socket;
    socket.connectToHost(m_server->baseUrl().host(), static_cast<quint16>(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());

    // Three requests in one go: each is answered when the one before it is done.
    socket.write("GET /v1/api-key HTTP/1.1\r\n" + host + "\r\n"
                 "POST /v1/chat/completions HTTP/1.1\r\n" + host + "Content-Type: application/json\r\n"
                 "Content-Length: " + QByteArray::number(asked.size()) + "\r\n\r\n" + asked
                 + "GET /v1/models HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);

    const qsizetype key = answer.indexOf("redacted_api_key");
    const qsizetype done = answer.indexOf("data: [DONE]");
    const qsizetype models = answer.indexOf("\"list\"");
    QVERIFY(key > 0);
    QVERIFY(done > key);
    QVERIFY(models > done);
}

void TestPracticeServer::aClientThatWaitsForContinueIsAnswered()
{
    const QByteArray asked = QJsonDocument(question(QStringLiteral("fast 1 + 1"))).toJson();
    QTcpSocket socket;
    socket.connectToHost(m_server->baseUrl().host(), static_cast<quint16>(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });

    socket.write("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost:" + QByteArray::number(m_server->baseUrl().port())
                 + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                 + QByteArray::number(asked.size()) + "\r\n\r\n");
    QTRY_COMPARE(answer, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write(asked);

    QTRY_VERIFY(answer.contains("data: [DONE]"));
}

void TestPracticeServer::anOldClientGetsPlainBytes()
{
    const QByteArray asked = QJsonDocument(question(QStringLiteral("fast 1 + 1"))).toJson();
    QTcpSocket socket;
    socket.connectToHost(m_server->baseUrl().host(), static_cast<quint16>(m_server->baseUrl().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /v1/chat/completions HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(asked.size()) + "\r\n\r\n" + asked);
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { answer += socket.readAll(); });
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);

    QVERIFY(!answer.contains("chunked"));
    QVERIFY(answer.endsWith("data: [DONE]\n\n"));
    QVERIFY(readStream(answer).text.startsWith(QStringLiteral("1 + 1 = **2**")));
}

void TestPracticeServer::twoClientsAtOnceGetTheirOwnAnswers()
{
    QNetworkAccessManager other;
    QNetworkReply *first = ask(question(QStringLiteral("What is 10 + 1?")));
    QNetworkReply *second = other.post(request("/chat/completions"),
                                       QJsonDocument(question(QStringLiteral("What is 20 + 2?"))).toJson());
    QSignalSpy firstReads(first, &QNetworkReply::readyRead);
    QSignalSpy secondReads(second, &QNetworkReply::readyRead);

    QTRY_VERIFY(firstReads.size() > 2 && secondReads.size() > 2);
    QVERIFY(!first->isFinished());
    QVERIFY(!second->isFinished());
    QTRY_VERIFY(first->isFinished() && second->isFinished());

    QVERIFY(readStream(first->readAll()).text.startsWith(QStringLiteral("10 + 1 = **11**")));
    QVERIFY(readStream(second->readAll()).text.startsWith(QStringLiteral("20 + 2 = **22**")));
}

void TestPracticeServer::destructionWhileStreamingEndsTheConnection()
{
    QNetworkReply *streaming = ask(question(QStringLiteral("slow markdown")));
    QNetworkReply *silent = ask(question(QStringLiteral("fast stall")));
    QSignalSpy reads(streaming, &QNetworkReply::readyRead);
    QSignalSpy silentReads(silent, &QNetworkReply::readyRead);
    QTRY_VERIFY(!reads.isEmpty() && !silentReads.isEmpty());

    m_server.reset();

    QTRY_VERIFY(streaming->isFinished() && silent->isFinished());
    QVERIFY(!readStream(streaming->readAll()).isDone);
}

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
