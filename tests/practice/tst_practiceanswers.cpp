// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicefixture.h"
#include "practicequestion_p.h"

#include <QLocale>
#include <QTest>

class TestPracticeAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
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
    void errorsHaveTheWiresShape_data();
    void errorsHaveTheWiresShape();
    void anErrorOnceFailsOnce();
    void aPickyAnswerComesWithoutTheFieldItRefuses();
    void anUnstreamedAnswerComesWhole();

private:
    std::unique_ptr<PracticeFixture> m_practice;
};

void TestPracticeAnswers::init()
{
    m_practice = std::make_unique<PracticeFixture>();
    QVERIFY(m_practice->start());
}

void TestPracticeAnswers::cleanup()
{
    m_practice.reset();
}

void TestPracticeAnswers::aStreamedSumIsComplete()
{
    const Streamed answer = m_practice->streamed(question(QStringLiteral("What is 2 + 2?")));

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

void TestPracticeAnswers::aPlainAnswerHasTheSameContent()
{
    QNetworkReply *reply = m_practice->ask(question(QStringLiteral("fast What is 6 * 7?"), false));
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

void TestPracticeAnswers::theFirstAnswerNamesTheWords()
{
    const Streamed answer = m_practice->streamed(question(QStringLiteral("fast hello")));

    QVERIFY(answer.text.contains(QStringLiteral("**practice**")));
    for (const PracticeWordInfo &info : practiceWords())
        QVERIFY2(answer.text.contains(QString::fromLatin1(info.example)), info.name);
}

void TestPracticeAnswers::theTourGoesOnWithTheConversation()
{
    QJsonArray messages { message("user", QStringLiteral("hello")) };
    for (int number = 1; number <= 5; ++number) {
        messages.append(message("assistant", QStringLiteral("an answer")));
        messages.append(message("user", QStringLiteral("fast and on")));
        const QString expected = QStringLiteral("page %1 of 4").arg((number - 1) % 4 + 1);
        QVERIFY(m_practice->streamed(body(messages)).text.contains(expected));
    }
}

void TestPracticeAnswers::picturesAreDescribedInOrder()
{
    const QByteArray red = encoded({ 30, 20 }, QColor(255, 0, 0), "png");
    const QByteArray blue = encoded({ 16, 16 }, QColor(0, 0, 254), "jpg");
    const QJsonArray parts { picturePart(red, "image/png"),
                             QJsonObject { { QStringLiteral("type"), QStringLiteral("text") },
                                           { QStringLiteral("text"), QStringLiteral("fast: what are these?") } },
                             picturePart(blue, "image/jpeg") };

    const Streamed answer = m_practice->streamed(body({ message("user", parts) }));

    const QString first = QStringLiteral("1. **PNG**, 30 × 20 pixels, %1 bytes, mean colour `#ff0000` (red), detail `high`");
    QVERIFY2(answer.text.contains(first.arg(QLocale(QLocale::English).toString(red.size()))), qPrintable(answer.text));
    QVERIFY2(answer.text.contains(QStringLiteral("2. **JPEG**, 16 × 16 pixels, %1 bytes, mean colour `#0000fe` (blue)").arg(blue.size())),
             qPrintable(answer.text));
    QCOMPARE(answer.usage.value(QStringLiteral("prompt_tokens_details")).toObject().value(QStringLiteral("image_tokens")).toInt(), 1024);
}

void TestPracticeAnswers::aModelThatCannotSeeRefusesPictures()
{
    const QJsonArray parts { picturePart(encoded({ 3, 2 }, Qt::red, "png"), "image/png") };

    QNetworkReply *reply = m_practice->ask(body({ message("user", parts) }, true, "practice-chat"));
    QTRY_VERIFY(reply->isFinished());

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 400);
    QVERIFY(reply->readAll().contains("practice-vision"));
}

void TestPracticeAnswers::wordsBringTheirTexts_data()
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

void TestPracticeAnswers::wordsBringTheirTexts()
{
    QFETCH(const QString, word);
    QFETCH(const QString, expected);

    const Streamed answer = m_practice->streamed(question(QStringLiteral("fast ") + word));

    QVERIFY2(answer.text.contains(expected), qPrintable(answer.text));
    QVERIFY(answer.text.contains(QStringLiteral("practice"), Qt::CaseInsensitive));
    QVERIFY(answer.isDone);
}

void TestPracticeAnswers::thinkingComesFirst()
{
    QNetworkReply *reply = m_practice->ask(question(QStringLiteral("fast think: what is 1 + 1?")));
    QTRY_VERIFY(reply->isFinished());
    const QByteArray bytes = reply->readAll();

    QVERIFY(bytes.indexOf("reasoning_content") < bytes.indexOf("**2**"));
    const Streamed answer = readStream(bytes);
    QVERIFY(answer.reasoning.startsWith(QStringLiteral("This is practice thinking.")));
    QVERIFY(answer.usage.value(QStringLiteral("completion_tokens_details")).toObject().value(QStringLiteral("reasoning_tokens")).toInt() > 10);
}

void TestPracticeAnswers::theThinkerAlwaysThinks()
{
    QJsonObject asked = body({ message("user", QStringLiteral("fast 1 + 1")) }, true, "practice-thinker");
    asked.insert(QStringLiteral("reasoning_effort"), QStringLiteral("low"));

    QVERIFY(!m_practice->streamed(asked).reasoning.isEmpty());
    QVERIFY(m_practice->streamed(question(QStringLiteral("fast 1 + 1"))).reasoning.isEmpty());
}

void TestPracticeAnswers::toolsMakeAFunctionCall()
{
    QJsonObject asked = question(QStringLiteral("fast tools"));
    asked.insert(QStringLiteral("tools"),
                 QJsonArray { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") },
                                            { QStringLiteral("function"), QJsonObject { { QStringLiteral("name"), QStringLiteral("look_up") } } } } });

    const Streamed answer = m_practice->streamed(asked);

    QCOMPARE(answer.toolName, QStringLiteral("look_up"));
    QCOMPARE(QJsonDocument::fromJson(answer.toolArguments.toUtf8()).object().value(QStringLiteral("city")).toString(),
             QStringLiteral("Reykjavík"));
    QCOMPARE(answer.finishReason, QStringLiteral("tool_calls"));
    QCOMPARE(answer.text, QString());
}

void TestPracticeAnswers::aToolsResultIsAnswered()
{
    QJsonObject call = message("assistant", QJsonValue::Null);
    call.insert(QStringLiteral("tool_calls"), QJsonArray { QJsonObject { { QStringLiteral("id"), QStringLiteral("call_practice_1") } } });

    const Streamed answer = m_practice->streamed(body({ message("user", QStringLiteral("fast tools")), call,
                                            message("tool", QStringLiteral("4 degrees\nrain")) }));

    QVERIFY(answer.text.endsWith(QStringLiteral("> 4 degrees\n> rain")));
    QCOMPARE(answer.finishReason, QStringLiteral("stop"));
}

void TestPracticeAnswers::aRefusalIsNoText()
{
    const Streamed answer = m_practice->streamed(question(QStringLiteral("fast refuse")));

    QVERIFY(answer.refusal.startsWith(QStringLiteral("This is a practice refusal")));
    QCOMPARE(answer.text, QString());
    QCOMPARE(answer.finishReason, QStringLiteral("content_filter"));
}

void TestPracticeAnswers::theLengthLimitIsKept()
{
    QCOMPARE(m_practice->streamed(question(QStringLiteral("fast length"))).finishReason, QStringLiteral("length"));

    QJsonObject limited = question(QStringLiteral("fast markdown"));
    limited.insert(QStringLiteral("max_completion_tokens"), 7);
    const Streamed answer = m_practice->streamed(limited);
    QCOMPARE(answer.pieces, 7);
    QCOMPARE(answer.finishReason, QStringLiteral("length"));
}

void TestPracticeAnswers::aCutAnswerHasNoEnd()
{
    QNetworkReply *reply = m_practice->ask(question(QStringLiteral("fast cut")));
    QTRY_VERIFY(reply->isFinished());
    const Streamed answer = readStream(reply->readAll());

    QVERIFY(answer.pieces > 5);
    QVERIFY(!answer.text.contains(QStringLiteral("last sentence")));
    QCOMPARE(answer.finishReason, QString());
    QVERIFY(!answer.isDone);
}

void TestPracticeAnswers::aStalledAnswerStaysOpenUntilTheClientLeaves()
{
    QNetworkReply *reply = m_practice->ask(question(QStringLiteral("fast stall")));
    QByteArray bytes;
    connect(reply, &QNetworkReply::readyRead, this, [&bytes, reply] { bytes += reply->readAll(); });

    QTRY_VERIFY(readStream(bytes).pieces > 5);
    QVERIFY(!reply->isFinished());
    reply->abort();
    QVERIFY(m_practice->streamed(question(QStringLiteral("fast 1 + 1"))).isDone);
}

void TestPracticeAnswers::aBrokenAnswerReportsAnErrorInTheStream()
{
    const Streamed answer = m_practice->streamed(question(QStringLiteral("fast broken")));

    QVERIFY(answer.pieces > 5);
    QCOMPARE(answer.error.value(QStringLiteral("type")).toString(), QStringLiteral("server_error"));
    QCOMPARE(answer.finishReason, QString());
    QVERIFY(!answer.isDone);
}

void TestPracticeAnswers::errorsHaveTheWiresShape_data()
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

void TestPracticeAnswers::errorsHaveTheWiresShape()
{
    QFETCH(const QString, name);
    QFETCH(const int, status);
    QFETCH(const QString, code);

    QNetworkReply *reply = m_practice->ask(question(QStringLiteral("error ") + name));
    QTRY_VERIFY(reply->isFinished());
    const QJsonObject failure = QJsonDocument::fromJson(reply->readAll()).object();

    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QCOMPARE(failure.value(QStringLiteral("code")).toString(), code);
    QVERIFY(failure.value(QStringLiteral("error")).isString());
    QCOMPARE(reply->rawHeader("Retry-After"), status == 503 ? QByteArray("1") : name == QStringLiteral("429") ? QByteArray("2") : QByteArray());
}

void TestPracticeAnswers::anErrorOnceFailsOnce()
{
    QNetworkReply *first = m_practice->ask(question(QStringLiteral("fast error 503 once")));
    QTRY_VERIFY(first->isFinished());
    QNetworkReply *second = m_practice->ask(question(QStringLiteral("fast error 503 once")));
    QTRY_VERIFY(second->isFinished());

    QCOMPARE(first->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 503);
    QCOMPARE(second->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    QVERIFY(readStream(second->readAll()).isDone);
}

void TestPracticeAnswers::aPickyAnswerComesWithoutTheFieldItRefuses()
{
    QJsonObject asked = question(QStringLiteral("fast picky"));
    QNetworkReply *refused = m_practice->ask(asked);
    QTRY_VERIFY(refused->isFinished());
    QVERIFY(refused->readAll().contains("Argument not supported on this model: streamOptions"));
    asked.remove(QStringLiteral("stream_options"));
    QVERIFY(m_practice->streamed(asked).isDone);
}

void TestPracticeAnswers::anUnstreamedAnswerComesWhole()
{
    QNetworkReply *refused = m_practice->ask(question(QStringLiteral("fast unstreamed")));
    QTRY_VERIFY(refused->isFinished());
    QCOMPARE(refused->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 400);
    QNetworkReply *whole = m_practice->ask(question(QStringLiteral("fast unstreamed"), false));
    QTRY_VERIFY(whole->isFinished());
    QVERIFY(QJsonDocument::fromJson(whole->readAll()).object().contains(QStringLiteral("choices")));
}

QTEST_GUILESS_MAIN(TestPracticeAnswers)
#include "tst_practiceanswers.moc"
