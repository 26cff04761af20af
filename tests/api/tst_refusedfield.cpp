// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "refusedfield.h"

#include "endpoint.h"

#include <QTest>

class RefusedFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRefusedMemberIsFound_data();
    void theRefusedMemberIsFound();
    void whatATemplateRefusesIsFound_data();
    void whatATemplateRefusesIsFound();
};

void RefusedFieldTest::theRefusedMemberIsFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, int status, const char *body, const char *field) {
        QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(field);
    };
    row("xAI in camel case", 400, R"({"code":"invalid-argument","error":"Argument not supported on this model: presencePenalty"})", "presence_penalty");
    row("xAI, the effort", 400, R"({"code":"Client specified an invalid argument","error":"Model grok-4 does not support parameter reasoningEffort."})", "reasoning_effort");
    row("xAI, a short name", 400, R"({"error":"Argument not supported on this model: stop"})", "stop");
    row("OpenAI's param", 400, R"({"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}})", "max_tokens");
    row("OpenAI's value", 400, R"({"error":{"message":"Unsupported value: 'temperature' does not support 0.2 with this model.","param":"temperature","code":"unsupported_value"}})", "temperature");
    row("a path of members", 400, R"({"error":{"message":"Unsupported parameter","param":"stream_options.include_usage"}})", "stream_options");
    row("streaming", 400, R"({"error":{"message":"Your organization must be verified to stream this model.","param":"stream","code":"unsupported_value"}})", "stream");
    row("FastAPI's extra", 422, R"({"detail":[{"loc":["body","stream_options"],"msg":"Extra inputs are not permitted","type":"extra_forbidden"}]})", "stream_options");
    row("FastAPI's wrong value is another matter", 422, R"({"detail":[{"loc":["body","temperature"],"msg":"Input should be a valid number","type":"float_parsing"}]})", "");
    row("in back quotes", 400, R"({"error":{"message":"`seed` is not supported by this model"}})", "seed");
    row("at the beginning of a sentence", 400, R"({"error":"temperature is not supported with this model"})", "temperature");
    row("a sentence about something else", 400, R"({"error":"stop doing that, it is not supported"})", "");
    row("Gemini", 400, R"([{"error":{"code":400,"message":"Invalid JSON payload received. Unknown name \"seed\": Cannot find field.","status":"INVALID_ARGUMENT"}}])", "seed");
    row("Ollama without tools", 400, R"({"error":{"message":"registry.ollama.ai/library/gemma:2b does not support tools","type":"api_error","param":null,"code":null}})", "tools");
    row("Ollama without thinking", 400, R"({"error":{"message":"\"llama3:latest\" does not support thinking","type":"api_error"}})", "reasoning_effort");
    row("vLLM without tools", 400, R"({"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set","type":"BadRequestError","param":null,"code":400})", "tools");
    row("streaming by its own word", 400, R"({"error":"This model does not support streaming."})", "stream");
    row("Mistral", 422, R"({"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","seed"],"msg":"Extra inputs are not permitted","input":7}]},"type":"invalid_request_error"})", "seed");
    row("plain text", 400, "Unrecognized request argument supplied: seed", "seed");
    row("the other way to ask", 404, R"({"error":{"message":"This model is only supported in v1/responses and not in v1/chat/completions.","type":"invalid_request_error"}})", "transport");
    row("a word that is no name here", 400, R"({"error":"The user is not allowed to stop this model"})", "");
    row("a member that was not sent", 400, R"({"error":"Argument not supported on this model: logitBias"})", "");
    row("what cannot be left out", 400, R"({"error":{"message":"Unsupported model","param":"model"}})", "");
    row("no refusal", 400, R"({"error":"temperature must be at most 2"})", "");
    row("another status", 500, R"({"error":"Argument not supported on this model: presencePenalty"})", "");
    row("not JSON at all", 400, "<html>unsupported parameter seed</html>", "seed");
    row("empty", 400, "", "");
    row("one of what is included", 400, R"({"error":{"message":"Invalid value: 'web_search_call.action.sources'. Supported values are: 'reasoning.encrypted_content'.","param":"include[1]","code":"invalid_value"}})", "web_search_call.action.sources");
    row("in a sentence alone", 422, R"({"error":"Failed to deserialize the JSON body: include[1]: unknown variant `web_search_call.action.sources`, expected `reasoning.encrypted_content`"})", "web_search_call.action.sources");
    row("at the end of a sentence", 400, R"({"error":"Argument not supported on this model: reasoning.encrypted_content."})", "reasoning.encrypted_content");
    row("all that is included", 400, R"({"error":"Argument not supported on this model: include"})", "include");
}

void RefusedFieldTest::theRefusedMemberIsFound()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    const QStringList sent { QStringLiteral("max_tokens"), QStringLiteral("messages"), QStringLiteral("model"), QStringLiteral("presence_penalty"),
                             QStringLiteral("reasoning_effort"), QStringLiteral("seed"), QStringLiteral("stop"), QStringLiteral("stream"),
                             QStringLiteral("stream_options"), QStringLiteral("temperature"), QStringLiteral("tools"), QStringLiteral("user"), QStringLiteral("include"), QStringLiteral("reasoning"),
                             QStringLiteral("reasoning.encrypted_content"), QStringLiteral("web_search_call.action.sources") };
    ReplyFacts reply;
    reply.status = status;
    reply.body = body;
    QCOMPARE(refusedField(reply, sent), field);
}

void RefusedFieldTest::whatATemplateRefusesIsFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QStringList>("sent");
    QTest::addColumn<QString>("refused");
    const QString system(refusedroles::System);
    const QString tool(refusedroles::Tool);
    const QString order(refusedroles::Order);
    const auto row = [](const char *name, int status, const char *words, const QStringList &sent, const QString &refused) {
        QTest::newRow(name) << status << QByteArray(words) << sent << refused;
    };
    const QStringList all { system, tool, order };
    row("Gemma", 400, "System role not supported", all, system);
    row("Gemma in llama.cpp", 500, "Value is not callable: System role not supported at row 1, column 42", all, system);
    row("Gemini", 400, "Developer instruction is not enabled for models/gemma-3-27b-it", all, system);
    row("two roles alone", 400, "Error rendering prompt with jinja template: \\\"Only user and assistant roles are supported!\\\"", { system, tool }, system);
    row("two roles alone, without a system text", 400, "Only user and assistant roles are supported!", { tool, order }, tool);
    row("three roles alone", 400, "Only user, system and assistant roles are supported", all, tool);
    row("a role by its name", 400, "Unexpected role: 'tool'", all, tool);
    row("a system text in the middle", 400, "System message must be at the beginning.", all, order);
    row("a second system text", 400, "Only one system message is allowed", all, order);
    row("neighbours", 400, "Conversation roles must alternate user/assistant/user/assistant/...", all, order);
    row("neighbours, joined already", 400, "Conversation roles must alternate user/assistant/user/assistant/...", { system, tool }, tool);
    row("a system text before the first question", 400, "Conversation roles must alternate user/assistant/user/assistant/...", { system }, system);
    row("nothing of it was sent", 400, "System role not supported", {}, QString());
    row("a fault of the server", 500, "out of memory", all, QString());
    row("a status that is about something else", 403, "System role not supported", all, QString());
}

void RefusedFieldTest::whatATemplateRefusesIsFound()
{
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QFETCH(QStringList, sent);
    QFETCH(QString, refused);
    ReplyFacts reply;
    reply.status = status;
    reply.body = "{\"error\":{\"message\":\"" + words + "\"}}";
    QCOMPARE(refusedField(reply, sent + QStringList { QStringLiteral("messages"), QStringLiteral("model") }), refused);
}

QTEST_GUILESS_MAIN(RefusedFieldTest)
#include "tst_refusedfield.moc"
