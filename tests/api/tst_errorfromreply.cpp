// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "errorfromreply.h"
#include "retryafter.h"

#include <QTest>
#include <QTimeZone>

using namespace std::chrono_literals;

namespace {

ReplyFacts reply(int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    return { status, headers, body, QUrl(QStringLiteral("https://api.x.ai/v1/chat/completions")) };
}

} // namespace

class ErrorFromReplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusAndTextTogetherTellTheKind_data();
    void statusAndTextTogetherTellTheKind();
    void wordsAreFoundInEveryShape_data();
    void wordsAreFoundInEveryShape();
    void retryAfterIsReadInEveryForm_data();
    void retryAfterIsReadInEveryForm();
    void aDateOfAServerWithoutTimeIsAMoment();
    void onlyWhatMayBeRetriedCarriesAWait();
    void networkFailuresHaveTheirKinds_data();
    void networkFailuresHaveTheirKinds();
    void anUnknownErrorIsNoDetail();
    void whatTheProxyWantsIsSaid();
    void keysInServerTextAreMasked();
    void redirectsNameTheTargetInAscii();
    void longTextsAreCut();
    void aPageInsteadOfAnAnswerIsSaid();
    void theAddressThatWasCalledIsSaid();
    void theTokensOfAConversationThatIsTooLongAreSaid_data();
    void theTokensOfAConversationThatIsTooLongAreSaid();
    void aKeyThatWasNotSentIsNotCalledWrong();
    void theRequestIdIsInTheDetails();
};

void ErrorFromReplyTest::statusAndTextTogetherTellTheKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isRetryable");
    const auto row = [](const char *name, int status, const char *body, ErrorKind kind, bool isRetryable = false) {
        QTest::newRow(name) << status << QByteArray(body) << kind << isRetryable;
    };
    row("wrong key is 400", 400, R"({"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***89. You can obtain one."})", ErrorKind::Unauthorized);
    row("openai wrong key", 401, R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})", ErrorKind::Unauthorized);
    row("parameter", 400, R"({"code":"invalid-argument","error":"Argument not supported on this model: presencePenalty"})", ErrorKind::Rejected);
    row("context", 400, R"({"code":"invalid-argument","error":"This model's maximum prompt length is 131072 but the request contains 140000 tokens."})", ErrorKind::ContextTooLong);
    row("context at openai", 400, R"({"error":{"message":"This model's maximum context length is 8192 tokens","code":"context_length_exceeded"}})", ErrorKind::ContextTooLong);
    row("context at llama.cpp", 400, R"({"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}})", ErrorKind::ContextTooLong);
    row("empty content", 400, R"({"error":"Each message must have at least one content element"})", ErrorKind::Rejected);
    row("moderation", 400, R"({"error":"Generated image rejected by content moderation."})", ErrorKind::ContentRefused);
    row("no credentials", 401, R"({"code":"unauthenticated:no-credentials","error":"No credentials"})", ErrorKind::Unauthorized);
    row("balance", 402, R"({"error":{"message":"Insufficient Balance"}})", ErrorKind::NoCredit);
    row("team without credits", 403, R"({"code":"The caller does not have permission","error":"Your newly created team doesn't have any credits or licenses yet."})", ErrorKind::NoCredit);
    row("safety", 403, R"({"error":"Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_X"})", ErrorKind::ContentRefused);
    row("no right", 403, R"({"code":"permission-denied","error":"Team is not allowed"})", ErrorKind::Forbidden);
    row("no model", 404, R"({"code":"not-found","error":"The model grok-0 does not exist or your team t does not have access to it."})", ErrorKind::ModelNotFound);
    row("no path", 404, "Not Found", ErrorKind::AddressNotFound);
    row("no path, page about models", 404, "<html><body>Our models</body></html>", ErrorKind::AddressNotFound);
    row("method", 405, "", ErrorKind::AddressNotFound);
    row("408", 408, "", ErrorKind::TimedOut, true);
    row("410", 410, R"({"error":"Live search is deprecated"})", ErrorKind::Rejected);
    row("413", 413, "<html>413</html>", ErrorKind::TooLarge);
    row("415", 415, "", ErrorKind::Rejected);
    row("422", 422, R"({"detail":[{"loc":["body","x"],"msg":"m","type":"t"}]})", ErrorKind::Rejected);
    row("rate", 429, R"({"code":"resource-exhausted","error":"Too many requests"})", ErrorKind::RateLimited, true);
    row("quota", 429, R"({"code":"resource-exhausted","error":"Your team has either used all available credits or reached its monthly spending limit."})", ErrorKind::NoCredit);
    row("openai quota", 429, R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}})", ErrorKind::NoCredit);
    row("499", 499, "", ErrorKind::Rejected);
    row("500", 500, R"({"error":{"message":"boom","code":500}})", ErrorKind::Server, true);
    row("501", 501, "", ErrorKind::Server);
    row("502 page", 502, "<html><h1>502</h1></html>", ErrorKind::Server, true);
    row("503", 503, R"({"error":"The service is currently unavailable"})", ErrorKind::Server, true);
    row("504", 504, "", ErrorKind::Server, true);
    row("520", 520, "<html></html>", ErrorKind::Server);
    row("529", 529, R"({"error":{"type":"overloaded_error","message":"Overloaded"}})", ErrorKind::Server, true);
    row("hidden in 200", 200, R"({"code":"The service is currently unavailable","error":"overloaded"})", ErrorKind::Server, true);
    row("wrong key hidden in 200", 200, R"({"code":"x","error":"Incorrect API key provided: x"})", ErrorKind::Unauthorized);
    row("status hidden in 200", 200, R"({"error":{"code":429,"message":"slow down"}})", ErrorKind::RateLimited, true);
    row("a missing model hidden in 200", 200, R"({"error":{"message":"model 'x' not found","type":"not_found_error","param":null,"code":null}})", ErrorKind::ModelNotFound);
    row("a call that failed hidden in 200", 200, R"({"error":{"message":"Failed to call a function","type":"invalid_request_error","code":"tool_use_failed"}})", ErrorKind::Rejected);
    row("a limit hidden in 200", 200, R"({"error":{"message":"slow down","type":"rate_limit_error"}})", ErrorKind::RateLimited, true);
    row("a wrong path hidden in 200", 200, R"x({"error":"Unexpected endpoint or method. (POST /v1/chat/completion)"})x", ErrorKind::AddressNotFound);
    row("103", 103, "", ErrorKind::Protocol);
    row("204", 204, "", ErrorKind::Protocol);
    row("304 without location", 304, "", ErrorKind::Protocol);
}

void ErrorFromReplyTest::statusAndTextTogetherTellTheKind()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, isRetryable);

    const Error error = errorFromReply(reply(status, body), {});

    QCOMPARE(errorKindName(error.kind), errorKindName(kind));
    QCOMPARE(error.retryable, isRetryable);
    QVERIFY(!error.message.isEmpty());
    if (status != 200)
        QCOMPARE(error.httpStatus, status);
}

void ErrorFromReplyTest::wordsAreFoundInEveryShape_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &body, const char *text, const char *code) {
        QTest::newRow(name) << body << QString::fromUtf8(text) << QString::fromUtf8(code);
    };
    row("a: error is text", R"({"code":"invalid-argument","error":"text [WKE=a:b]"})", "text", "invalid-argument");
    row("b: error is an object", R"({"error":{"message":"text","type":"t","param":null,"code":"c"}})", "text", "c");
    row("b: code is a number", R"({"error":{"message":"text","type":"t","code":429}})", "text", "429");
    row("b: code is null", R"({"error":{"message":"text","type":"t","code":null}})", "text", "t");
    row("c: nothing but error", R"({"error":"text"})", "text", "");
    row("d: object error", R"({"object":"error","message":"text","type":"t","code":400})", "text", "400");
    row("e: detail is text", R"({"detail":"text"})", "text", "");
    row("e: detail is a list", R"({"detail":[{"loc":["body","x",0],"msg":"m","type":"t"},{"msg":"n"}]})", "body.x.0: m; n", "");
    row("e: in a message", R"({"object":"error","message":{"detail":[{"loc":["body","x"],"msg":"m"}]},"code":422})", "body.x: m", "422");
    row("f: message", R"({"message":"text","type":"t","param":null,"code":"1500"})", "text", "1500");
    row("f: request id", R"({"message":"text","request_id":"r"})", "text", "");
    row("g: in an array", R"([{"error":{"message":"text","code":400}}])", "text", "400");
    row("h: plain", "Not Found\n", "Not Found", "");
    row("h: empty", "", "", "");
    row("h: page", "<html><head><title>Bad</title></head><body><h1>Gateway</h1></body></html>", "Bad Gateway", "");
    row("raw", R"({"error":{"metadata":{"raw":"text"},"code":502}})", "text", "502");
    row("byte order mark", "\xEF\xBB\xBF{\"error\":\"text\"}", "text", "");
    row("blank lines in front", "\n\n{\"error\":\"text\"}", "text", "");
    row("wrong types", R"({"error":[1],"message":{},"detail":7,"code":[]})", "", "");
}

void ErrorFromReplyTest::wordsAreFoundInEveryShape()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QFETCH(QString, code);

    const ServerWords words = serverWords(body);

    QCOMPARE(words.text, text);
    QCOMPARE(words.code, code);
}

void ErrorFromReplyTest::retryAfterIsReadInEveryForm_data()
{
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("ms");
    const QByteArray date = "Sat, 21 Nov 2026 10:00:00 GMT";
    QTest::newRow("none") << Headers {} << -1;
    QTest::newRow("seconds") << Headers { { "Retry-After", "2" } } << 2000;
    QTest::newRow("fraction") << Headers { { "retry-after", "1.5" } } << 1500;
    QTest::newRow("date") << Headers { { "Retry-After", "Sat, 21 Nov 2026 10:01:30 GMT" }, { "Date", date } } << 90'000;
    QTest::newRow("date in the past") << Headers { { "Retry-After", "Sat, 21 Nov 2026 09:00:00 GMT" }, { "Date", date } } << 0;
    QTest::newRow("date without the server's own") << Headers { { "Retry-After", "Sat, 21 Nov 2026 10:01:30 GMT" } } << -1;
    QTest::newRow("a date that is none") << Headers { { "Retry-After", "Sat, 21 Nov" }, { "Date", date } } << -1;
    QTest::newRow("milliseconds win") << Headers { { "retry-after-ms", "250" }, { "Retry-After", "2" } } << 250;
    QTest::newRow("duration of what is used up") << Headers { { "x-ratelimit-remaining-tokens", "0" }, { "x-ratelimit-reset-tokens", "2m59.56s" } } << 179'560;
    QTest::newRow("duration of what is left") << Headers { { "x-ratelimit-remaining-tokens", "5" }, { "x-ratelimit-reset-tokens", "2m" } } << -1;
    QTest::newRow("negative") << Headers { { "Retry-After", "-1" } } << -1;
    QTest::newRow("nonsense") << Headers { { "Retry-After", "soon" } } << -1;
    QTest::newRow("without end") << Headers { { "Retry-After", "1e300" } } << 604'800'000;
    QTest::newRow("not a number") << Headers { { "Retry-After", "nan" } } << -1;
}

void ErrorFromReplyTest::retryAfterIsReadInEveryForm()
{
    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    QFETCH(Headers, headers);
    QFETCH(int, ms);

    const auto wait = retryAfter(reply(429, "", headers));

    QCOMPARE(wait ? int(wait->count()) : -1, ms);
}

void ErrorFromReplyTest::aDateOfAServerWithoutTimeIsAMoment()
{
    const QByteArray date = "Sat, 21 Nov 2026 10:01:30 GMT";
    const std::chrono::milliseconds moment(QDateTime(QDate(2026, 11, 21), QTime(10, 1, 30), QTimeZone::utc()).toMSecsSinceEpoch());

    QVERIFY(errorFromReply(reply(429, "", { { "Retry-After", date } }), {}).retryAt == moment);
    QVERIFY(errorFromReply(reply(429, "", { { "Retry-After", date }, { "Date", "today" } }), {}).retryAt == moment);
    QVERIFY(!errorFromReply(reply(429, "", { { "Retry-After", date }, { "Date", date } }), {}).retryAt);
    QVERIFY(!errorFromReply(reply(429, "", { { "Retry-After", "soon" } }), {}).retryAt);
    QVERIFY(!errorFromReply(reply(400, "", { { "Retry-After", date } }), {}).retryAt);
}

void ErrorFromReplyTest::onlyWhatMayBeRetriedCarriesAWait()
{
    const QList<std::pair<QByteArray, QByteArray>> headers { { "Retry-After", "2" } };

    QVERIFY(errorFromReply(reply(429, R"({"error":"Too many requests"})", headers), {}).retryAfter == 2s);
    QVERIFY(!errorFromReply(reply(429, R"({"error":"reached its monthly spending limit"})", headers), {}).retryAfter);
}

void ErrorFromReplyTest::networkFailuresHaveTheirKinds_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("wasSent");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("isRetryable");
    const auto row = [](const char *name, QNetworkReply::NetworkError code, bool wasSent, ErrorKind kind, bool isRetryable) {
        QTest::newRow(name) << int(code) << wasSent << kind << isRetryable;
    };
    row("refused", QNetworkReply::ConnectionRefusedError, false, ErrorKind::Offline, true);
    row("no such host", QNetworkReply::HostNotFoundError, false, ErrorKind::Offline, true);
    row("no network", QNetworkReply::TemporaryNetworkFailureError, false, ErrorKind::Offline, true);
    row("unreachable", QNetworkReply::UnknownNetworkError, false, ErrorKind::Offline, true);
    row("handshake", QNetworkReply::SslHandshakeFailedError, false, ErrorKind::Tls, true);
    row("proxy", QNetworkReply::ProxyConnectionRefusedError, false, ErrorKind::Proxy, false);
    row("proxy login", QNetworkReply::ProxyAuthenticationRequiredError, false, ErrorKind::Proxy, false);
    row("closed after sending", QNetworkReply::RemoteHostClosedError, true, ErrorKind::ConnectionLost, false);
    row("would be sent again", QNetworkReply::ContentReSendError, true, ErrorKind::ConnectionLost, false);
    row("lost after sending", QNetworkReply::UnknownNetworkError, true, ErrorKind::ConnectionLost, false);
}

void ErrorFromReplyTest::networkFailuresHaveTheirKinds()
{
    QFETCH(int, code);
    QFETCH(bool, wasSent);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, isRetryable);

    const Error error = errorFromNetwork(QNetworkReply::NetworkError(code), QStringLiteral("text"), QUrl(QStringLiteral("https://h.example/v1")), wasSent, {});

    QCOMPARE(errorKindName(error.kind), errorKindName(kind));
    QCOMPARE(error.retryable, isRetryable);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(error.detail, QStringLiteral("text"));
}

void ErrorFromReplyTest::anUnknownErrorIsNoDetail()
{
    const Error error = errorFromNetwork(QNetworkReply::UnknownNetworkError, QStringLiteral("Unknown error"), QUrl(QStringLiteral("https://h.example/v1")), true, {});
    QCOMPARE(error.kind, ErrorKind::ConnectionLost);
    QCOMPARE(error.detail, QString());
}

void ErrorFromReplyTest::whatTheProxyWantsIsSaid()
{
    QStringList messages;
    for (const auto code : { QNetworkReply::ProxyAuthenticationRequiredError, QNetworkReply::ProxyConnectionRefusedError, QNetworkReply::ProxyNotFoundError,
                             QNetworkReply::UnknownProxyError })
        messages += errorFromNetwork(code, {}, QUrl(QStringLiteral("https://h.example/v1")), false, {}).message;
    QCOMPARE(messages.removeDuplicates(), 0);
    QVERIFY(messages.first().contains(QLatin1String("login")));

    // Qt has no code for what happens behind the first step to a secure server.
    const auto kindOf = [](const char *text, bool wasSent) {
        return errorFromNetwork(QNetworkReply::UnknownNetworkError, QLatin1String(text), QUrl(QStringLiteral("https://h.example/v1")), wasSent, {}).kind;
    };
    QCOMPARE(kindOf("Proxy denied connection", false), ErrorKind::Proxy);
    QCOMPARE(kindOf("Did not receive HTTP response from proxy", false), ErrorKind::Proxy);
    QCOMPARE(kindOf("Network unreachable", false), ErrorKind::Offline);
    QCOMPARE(kindOf("Proxy connection closed", true), ErrorKind::ConnectionLost);
}

void ErrorFromReplyTest::keysInServerTextAreMasked()
{
    const ApiKey key = ApiKey::fromUserInput(QByteArrayLiteral("my-own-key-0123456789"));

    const Error error = errorFromReply(reply(422, R"({"error":"bad: my-own-key-0123456789 and xai-abcdefghijklmnop"})"), key);

    for (const QString &text : { error.message, error.detail }) {
        QVERIFY(!text.contains(QLatin1String("my-own-key-0123456789")));
        QVERIFY(!text.contains(QLatin1String("abcdefghijklmnop")));
    }
}

void ErrorFromReplyTest::redirectsNameTheTargetInAscii()
{
    const auto message = [](const char *target) { return errorFromReply(reply(307, "", { { "Location", target } }), {}).message; };

    QVERIFY(message("https://other.example/v1?token=abc#x").endsWith(QLatin1String("https://other.example/v1")));
    QVERIFY(message("/v2/chat").endsWith(QLatin1String("https://api.x.ai/v2/chat")));
    QVERIFY(message("https://user:secret@other.example/").endsWith(QLatin1String("https://other.example/")));
    QVERIFY(message("https://\xD1\x85.ai/").contains(QLatin1String("xn--")));
    QCOMPARE(errorFromReply(reply(308, "", { { "Location", "/x" } }), {}).kind, ErrorKind::Redirected);
}

void ErrorFromReplyTest::longTextsAreCut()
{
    const Error error = errorFromReply(reply(400, "{\"error\":\"" + QByteArray(100'000, 'x') + "\"}"), {});

    QVERIFY(error.message.size() < 250);
    QVERIFY(error.detail.size() <= 501);
}

void ErrorFromReplyTest::aPageInsteadOfAnAnswerIsSaid()
{
    const Error error = errorFromReply(reply(200, "<html><script>alert(1)</script>Sign in</html>"), {});

    QCOMPARE(error.kind, ErrorKind::Protocol);
    QVERIFY(error.message.contains(QLatin1String("web page")));
    QVERIFY(!error.retryable);
}

void ErrorFromReplyTest::theAddressThatWasCalledIsSaid()
{
    ReplyFacts facts = reply(404, "Not Found");
    facts.url = QUrl(QStringLiteral("http://127.0.0.1:1234/chat/completions?api-version=1"));
    QVERIFY(errorFromReply(facts, {}).message.endsWith(QLatin1String(" http://127.0.0.1:1234/chat/completions")));

    facts = reply(200, R"x({"error":"Unexpected endpoint or method. (POST /chat/completions)"})x");
    QVERIFY(errorFromReply(facts, {}).message.endsWith(QLatin1String(" https://api.x.ai/v1/chat/completions")));
}

void ErrorFromReplyTest::theTokensOfAConversationThatIsTooLongAreSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("areSaid");
    QTest::newRow("xAI") << QByteArray("This model's maximum prompt length is 131072 but the request contains 140000 tokens.") << true;
    QTest::newRow("OpenAI") << QByteArray("This model's maximum context length is 131072 tokens. However, your messages resulted in 140000 tokens.") << true;
    QTest::newRow("vLLM") << QByteArray("This model's maximum context length is 131072 tokens. However, you requested 140000 tokens (100 in the messages).") << true;
    QTest::newRow("one number") << QByteArray("This model's maximum context length is 131072 tokens.") << false;
    QTest::newRow("numbers that make no sense") << QByteArray("maximum prompt length is 131072 but the request contains 7 tokens.") << false;
    QTest::newRow("more than a number can hold") << QByteArray("maximum prompt length is 99999999999999999999 but the request contains 140000 tokens.") << false;
}

void ErrorFromReplyTest::theTokensOfAConversationThatIsTooLongAreSaid()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, areSaid);
    const QLocale locale;

    const Error error = errorFromReply(reply(400, R"({"error":")" + text + R"("})"), {});

    QCOMPARE(error.kind, ErrorKind::ContextTooLong);
    QCOMPARE(error.message.contains(locale.toString(140000)) && error.message.contains(locale.toString(131072)), areSaid);
}

void ErrorFromReplyTest::aKeyThatWasNotSentIsNotCalledWrong()
{
    const ReplyFacts facts = reply(401, R"({"error":"Missing Authorization header"})");

    QVERIFY(errorFromReply(facts, {}).message.contains(QLatin1String("none was sent")));
    QVERIFY(!errorFromReply(facts, ApiKey::fromUserInput(QByteArrayLiteral("xai-0123456789abcdef"))).message.contains(QLatin1String("none was sent")));
}

void ErrorFromReplyTest::theRequestIdIsInTheDetails()
{
    QVERIFY(errorFromReply(reply(500, "", { { "X-Request-Id", "abc-1" } }), {}).detail.contains(QLatin1String("abc-1")));
}

QTEST_GUILESS_MAIN(ErrorFromReplyTest)
#include "tst_errorfromreply.moc"
