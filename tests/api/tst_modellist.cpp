// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modellist.h"

#include <QTest>

namespace {

ReplyFacts reply(const QByteArray &body, int status = 200)
{
    return { status, {}, body, QUrl(QStringLiteral("https://h.example/v1/models")) };
}

QList<ModelInfo> models(const QByteArray &body)
{
    const Result<QList<ModelInfo>> result = modelsFromReply(reply(body), {});
    if (!result)
        qFatal("not a list: %s", qPrintable(result.error().message));
    return result.value();
}

QStringList ids(const QByteArray &body)
{
    QStringList list;
    for (const ModelInfo &model : models(body))
        list.append(model.id);
    return list;
}

} // namespace

class ModelListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShapeOfListIsRead_data();
    void everyShapeOfListIsRead();
    void xaiEntriesAreReadWhole();
    void dollarsForATokenBecomeTicks();
    void abilitiesAreReadInEveryShape_data();
    void abilitiesAreReadInEveryShape();
    void contextSizesHaveManyNames_data();
    void contextSizesHaveManyNames();
    void theListIsCutAtTwoThousand();
    void whatIsNoListIsAnError();
    void aGoodKeyIsVerified();
    void anUnusableKeySaysWhich_data();
    void anUnusableKeySaysWhich();
    void serversWithoutTheCallAreNoError();
    void aWrongKeyIsUnauthorized();
};

void ModelListTest::everyShapeOfListIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &body, const QStringList &expected) { QTest::newRow(name) << body << expected; };
    const QStringList both { QStringLiteral("a"), QStringLiteral("b") };
    row("data", R"({"object":"list","data":[{"id":"a"},{"id":"b"}]})", both);
    row("models", R"({"models":[{"id":"a"},{"id":"b"}]})", both);
    row("bare array", R"([{"id":"a"},{"id":"b"}])", both);
    row("name and model", R"({"models":[{"name":"a"},{"model":"b"}]})", both);
    row("bare names", R"({"data":["a","b"]})", both);
    row("each once", R"({"data":[{"id":"a"},{"id":"b"},{"id":"a"}]})", both);
    row("nonsense between", R"({"data":[null,{"id":"a"},{},7,{"id":5},{"id":"b","aliases":"x","pricing":[],"capabilities":3}]})", both);
    row("pictures only", R"({"data":[{"id":"p","output_modalities":["image"]},{"id":"a","output_modalities":["text"]},{"id":"b"}]})", both);
    row("empty", R"({"data":[]})", {});
    row("blank lines in front", "\n\n{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}", both);
}

void ModelListTest::everyShapeOfListIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);

    QCOMPARE(ids(body), expected);
}

void ModelListTest::xaiEntriesAreReadWhole()
{
    const QList<ModelInfo> list = models(R"({"models":[{"id":"grok-4.7","input_modalities":["text","image"],"output_modalities":["text"],
        "aliases":["grok-4.7-latest"],"prompt_text_token_price":20000,"cached_prompt_text_token_price":5000,"prompt_image_token_price":0,
        "completion_text_token_price":60000,"context_length":500000,"capabilities":{"reasoning_effort":["low","high"]}},
        {"id":"grok-text","input_modalities":["text"]}]})");

    ModelInfo expected;
    expected.id = QStringLiteral("grok-4.7");
    expected.aliases = { QStringLiteral("grok-4.7-latest") };
    expected.seesImages = true;
    expected.reasoningEfforts = { QStringLiteral("low"), QStringLiteral("high") };
    expected.reasons = true;
    expected.contextTokens = 500'000;
    expected.promptPrice = 20'000;
    expected.cachedPrice = 5'000;
    expected.imagePrice = 20'000;   // 0 means: as text
    expected.completionPrice = 60'000;
    QVERIFY(list.first() == expected);
    QVERIFY(list.last().seesImages == false);
    QVERIFY(!list.last().promptPrice);
}

void ModelListTest::dollarsForATokenBecomeTicks()
{
    const ModelInfo model = models(R"({"data":[{"id":"x-ai/grok-4.7","context_length":500000,"architecture":{"input_modalities":["image","text"]},
        "pricing":{"prompt":"0.000002","completion":"0.000006","input_cache_read":"0.0000005","image":"0.01"}}]})").first();

    QCOMPARE(*model.promptPrice, 20'000);
    QCOMPARE(*model.completionPrice, 60'000);
    QCOMPARE(*model.cachedPrice, 5'000);
    QVERIFY(!model.imagePrice);
    QVERIFY(model.seesImages == true);
}

void ModelListTest::abilitiesAreReadInEveryShape_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("abilities");   // i: sees images, r: reasons, t: tools; small: no; -: not said
    const auto row = [](const char *name, const char *fields, const char *abilities) { QTest::newRow(name) << QByteArray(fields) << QString::fromLatin1(abilities); };
    row("nothing said", R"("x":1)", "---");
    row("OpenRouter", R"("supported_parameters":["tools","reasoning"],"architecture":{"input_modalities":["text"]})", "iRT");
    row("OpenRouter, neither", R"("supported_parameters":["temperature"])", "-rt");
    row("Mistral", R"("capabilities":{"completion_chat":true,"function_calling":true,"vision":false,"reasoning":true})", "iRT");
    row("a list of names", R"("capabilities":["completion","tools","vision"])", "IrT");
    row("LM Studio", R"("capabilities":["tool_use"])", "irT");
    row("levels of thinking", R"("capabilities":{"reasoning_effort":["low"]})", "-R-");
    row("no levels of thinking", R"("capabilities":{"reasoning_effort":[]})", "-r-");
    row("wrong types", R"("capabilities":7,"supported_parameters":{},"architecture":[])", "---");
}

void ModelListTest::abilitiesAreReadInEveryShape()
{
    QFETCH(QByteArray, fields);
    const ModelInfo model = models("{\"data\":[{\"id\":\"a\"," + fields + "}]}").first();
    const auto sign = [](const std::optional<bool> &value, char16_t letter) {
        return !value ? QChar(u'-') : *value ? QChar(letter).toUpper() : QChar(letter);
    };
    const QString found = QString(sign(model.seesImages, u'i')) + sign(model.reasons, u'r') + sign(model.usesTools, u't');
    QTEST(found, "abilities");
}

void ModelListTest::contextSizesHaveManyNames_data()
{
    QTest::addColumn<QByteArray>("field");
    for (const char *field : { R"("context_length":8192)", R"("max_model_len":8192)", R"("context_window":8192)", R"("max_context_length":8192)",
                               R"("meta":{"n_ctx":8192})", R"("meta":{"n_ctx_train":8192})", R"("context_length":"8192")", R"("context_length":null,"max_model_len":8192)" })
        QTest::newRow(field) << QByteArray(field);
}

void ModelListTest::contextSizesHaveManyNames()
{
    QFETCH(QByteArray, field);

    QCOMPARE(*models("{\"data\":[{\"id\":\"a\"," + field + "}]}").first().contextTokens, 8192);
}

void ModelListTest::theListIsCutAtTwoThousand()
{
    QByteArray body = "[\"first\"";
    for (int i = 0; i < 3000; ++i)
        body += ",\"m" + QByteArray::number(i) + "\"";

    QCOMPARE(models(body + "]").size(), 2000);
}

void ModelListTest::whatIsNoListIsAnError()
{
    const auto kind = [](const QByteArray &body, int status = 200) { return modelsFromReply(reply(body, status), {}).error().kind; };

    QCOMPARE(kind("{}"), ErrorKind::Protocol);
    QCOMPARE(kind("<html>"), ErrorKind::Protocol);
    QCOMPARE(kind("{\"data\":[{\"id\""), ErrorKind::Protocol);
    QCOMPARE(kind(R"({"error":"Unexpected endpoint"})"), ErrorKind::Server);
    QCOMPARE(kind("Not Found", 404), ErrorKind::AddressNotFound);
    QCOMPARE(kind(R"({"error":"Incorrect API key provided: x"})", 400), ErrorKind::Unauthorized);
}

void ModelListTest::aGoodKeyIsVerified()
{
    const auto probe = probeFromReply(reply(R"({"redacted_api_key":"xai-...ab12","name":"desk","api_key_id":"k",
        "acls":["api-key:model:*","api-key:endpoint:*"],"team_blocked":false,"api_key_blocked":false,"api_key_disabled":false})"), {});

    QVERIFY(probe && *probe);
    QVERIFY(probe->value().isVerified);
    QCOMPARE(probe->value().keyName, QStringLiteral("desk"));
    QCOMPARE(probe->value().modelAccess, QStringLiteral("*"));

    const auto limited = probeFromReply(reply(R"({"api_key_id":"k","acls":["api-key:model:a","api-key:model:b","api-key:endpoint:chat"]})"), {});
    QCOMPARE(limited->value().modelAccess, QStringLiteral("a, b"));
}

void ModelListTest::anUnusableKeySaysWhich_data()
{
    QTest::addColumn<QByteArray>("flag");
    QTest::addColumn<QString>("word");
    QTest::newRow("team") << QByteArray("team_blocked") << QStringLiteral("team");
    QTest::newRow("blocked") << QByteArray("api_key_blocked") << QStringLiteral("key is blocked");
    QTest::newRow("disabled") << QByteArray("api_key_disabled") << QStringLiteral("disabled");
}

void ModelListTest::anUnusableKeySaysWhich()
{
    QFETCH(QByteArray, flag);
    QFETCH(QString, word);

    const auto probe = probeFromReply(reply("{\"api_key_id\":\"k\",\"" + flag + "\":true}"), {});

    QVERIFY(probe && !*probe);
    QCOMPARE(probe->error().kind, ErrorKind::Unauthorized);
    QVERIFY(probe->error().message.contains(word));
}

void ModelListTest::serversWithoutTheCallAreNoError()
{
    QVERIFY(!probeFromReply(reply("Not Found", 404), {}));
    QVERIFY(!probeFromReply(reply("", 405), {}));
    QVERIFY(!probeFromReply(reply(R"({"error":"Unexpected endpoint or method."})"), {}));
    QVERIFY(!probeFromReply(reply("<html>"), {}));
}

void ModelListTest::aWrongKeyIsUnauthorized()
{
    const auto probe = probeFromReply(reply(R"({"code":"Client specified an invalid argument","error":"Incorrect API key provided: x"})", 400), {});

    QVERIFY(probe && !*probe);
    QCOMPARE(probe->error().kind, ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(ModelListTest)
#include "tst_modellist.moc"
