// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The practice server asked by the Responses API.
#include "practicefixture.h"

#include <QTest>

class TestPracticeResponses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerComesInTypedEvents();
    void thinkingComesFirstAndIsHandedOut();
    void thinkingThatComesBackIsCounted();
    void aSearchHasStepsAndSources();
    void aFunctionCallIsSaidWhole();
    void theLimitMakesItIncomplete();
    void aWholeAnswerIsOneObject();
    void whatThatWayDoesNotTakeIsRefused();
    void picturesArrive();
};

namespace {
QJsonObject ask(const QString &text, bool stream = true)
{
    return { { QStringLiteral("model"), QStringLiteral("practice-vision") },
             { QStringLiteral("stream"), stream },
             { QStringLiteral("input"), QJsonArray { message("user", text) } } };
}

QByteArray posted(PracticeFixture &fixture, const QJsonObject &body, int *status = nullptr)
{
    QNetworkReply *reply = fixture.network->post(fixture.request("/responses"), QJsonDocument(body).toJson());
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!finished.wait(60'000))
        return {};
    if (status)
        *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

QList<QJsonObject> eventsOf(const QByteArray &body)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : body.split('\n')) {
        if (line.startsWith("data: {"))
            events.append(QJsonDocument::fromJson(line.mid(6)).object());
    }
    return events;
}

QStringList typesOf(const QList<QJsonObject> &events)
{
    QStringList types;
    for (const QJsonObject &event : events) {
        const QString type = event.value(QStringLiteral("type")).toString();
        if (types.isEmpty() || types.last() != type)
            types.append(type);
    }
    return types;
}

QJsonObject finalResponse(const QList<QJsonObject> &events)
{
    return events.isEmpty() ? QJsonObject() : events.last().value(QStringLiteral("response")).toObject();
}

QString textOf(const QJsonObject &response)
{
    for (const QJsonValue &item : response.value(QStringLiteral("output")).toArray()) {
        if (item[QStringLiteral("type")] == QStringLiteral("message"))
            return item[QStringLiteral("content")][0][QStringLiteral("text")].toString();
    }
    return {};
}
}

void TestPracticeResponses::anAnswerComesInTypedEvents()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    const QByteArray body = posted(fixture, ask(QStringLiteral("fast 2 + 3")));
    const QList<QJsonObject> events = eventsOf(body);
    QCOMPARE(typesOf(events), QStringList({ QStringLiteral("response.created"), QStringLiteral("response.output_item.added"),
                                            QStringLiteral("response.output_text.delta"), QStringLiteral("response.output_item.done"),
                                            QStringLiteral("response.completed") }));
    QVERIFY(body.endsWith("data: [DONE]\n\n"));
    QVERIFY(textOf(finalResponse(events)).startsWith(QStringLiteral("2 + 3 = **5**")));
    QVERIFY(finalResponse(events).value(QStringLiteral("usage"))[QStringLiteral("total_tokens")].toInt() > 0);
    QCOMPARE(finalResponse(events).value(QStringLiteral("store")).toBool(true), false);
}

void TestPracticeResponses::thinkingComesFirstAndIsHandedOut()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    const QList<QJsonObject> events = eventsOf(posted(fixture, ask(QStringLiteral("think fast 2 + 3"))));
    const QStringList types = typesOf(events);
    QVERIFY(types.indexOf(QStringLiteral("response.reasoning_summary_text.delta")) < types.indexOf(QStringLiteral("response.output_text.delta")));
    const QJsonValue first = finalResponse(events).value(QStringLiteral("output"))[0];
    QCOMPARE(first[QStringLiteral("type")].toString(), QStringLiteral("reasoning"));
    QVERIFY(!first[QStringLiteral("encrypted_content")].toString().isEmpty());
}

void TestPracticeResponses::thinkingThatComesBackIsCounted()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    QJsonObject body = ask(QString());
    body.insert(QStringLiteral("input"), QJsonArray { message("user", QStringLiteral("Hi")),
                                                      QJsonObject { { QStringLiteral("type"), QStringLiteral("reasoning") },
                                                                    { QStringLiteral("encrypted_content"), QStringLiteral("b3BhcXVl") } },
                                                      message("assistant", QStringLiteral("Hello")), message("user", QStringLiteral("fast history")) });
    const QString text = textOf(finalResponse(eventsOf(posted(fixture, body))));
    QVERIFY(text.contains(QStringLiteral("encrypted thinking that came back: 1")));
    QVERIFY(text.contains(QStringLiteral("came 3 messages")));
}

void TestPracticeResponses::aSearchHasStepsAndSources()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    const QList<QJsonObject> events = eventsOf(posted(fixture, ask(QStringLiteral("fast search"))));
    const QJsonArray output = finalResponse(events).value(QStringLiteral("output")).toArray();
    QCOMPARE(output[0][QStringLiteral("type")].toString(), QStringLiteral("web_search_call"));
    QCOMPARE(output[1][QStringLiteral("type")].toString(), QStringLiteral("x_search_call"));
    QCOMPARE(output[2][QStringLiteral("content")][0][QStringLiteral("annotations")].toArray().size(), 3);
    QVERIFY(textOf(finalResponse(events)).contains(QStringLiteral("[[1]](https://practice.example/aurora)")));
}

void TestPracticeResponses::aFunctionCallIsSaidWhole()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    QJsonObject body = ask(QStringLiteral("fast tools"));
    body.insert(QStringLiteral("tools"), QJsonArray { QJsonObject { { QStringLiteral("type"), QStringLiteral("function") },
                                                                    { QStringLiteral("name"), QStringLiteral("get_time") } } });
    const QJsonValue call = finalResponse(eventsOf(posted(fixture, body))).value(QStringLiteral("output"))[0];
    QCOMPARE(call[QStringLiteral("type")].toString(), QStringLiteral("function_call"));
    QCOMPARE(call[QStringLiteral("name")].toString(), QStringLiteral("get_time"));
}

void TestPracticeResponses::theLimitMakesItIncomplete()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    QJsonObject body = ask(QStringLiteral("fast markdown"));
    body.insert(QStringLiteral("max_output_tokens"), 5);
    const QJsonObject last = finalResponse(eventsOf(posted(fixture, body)));
    QCOMPARE(last.value(QStringLiteral("status")).toString(), QStringLiteral("incomplete"));
    QCOMPARE(last.value(QStringLiteral("incomplete_details"))[QStringLiteral("reason")].toString(), QStringLiteral("max_output_tokens"));
}

void TestPracticeResponses::aWholeAnswerIsOneObject()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    const QJsonObject whole = QJsonDocument::fromJson(posted(fixture, ask(QStringLiteral("fast 2 + 3"), false))).object();
    QCOMPARE(whole.value(QStringLiteral("object")).toString(), QStringLiteral("response"));
    QVERIFY(textOf(whole).startsWith(QStringLiteral("2 + 3 = **5**")));
}

void TestPracticeResponses::whatThatWayDoesNotTakeIsRefused()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    QJsonObject body = ask(QStringLiteral("Hi"));
    body.insert(QStringLiteral("stop"), QJsonArray { QStringLiteral("END") });
    int status = 0;
    QVERIFY(posted(fixture, body, &status).contains("Argument not supported: stop"));
    QCOMPARE(status, 400);
}

void TestPracticeResponses::picturesArrive()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start());
    const QByteArray png = encoded({ 8, 4 }, Qt::red, "PNG");
    const QJsonObject part { { QStringLiteral("type"), QStringLiteral("input_image") },
                             { QStringLiteral("image_url"), QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64()) } };
    const QJsonObject text { { QStringLiteral("type"), QStringLiteral("input_text") }, { QStringLiteral("text"), QStringLiteral("fast") } };
    QJsonObject body = ask(QString());
    body.insert(QStringLiteral("input"), QJsonArray { message("user", QJsonArray { part, text }) });
    QVERIFY(textOf(finalResponse(eventsOf(posted(fixture, body)))).contains(QStringLiteral("8 × 4")));
}

QTEST_GUILESS_MAIN(TestPracticeResponses)
#include "tst_practiceresponses.moc"
