// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicefailures_p.h"

#include <QJsonDocument>
#include <QStringList>

#include <array>

namespace {
struct NamedFailure
{
    const char *name;
    int status;
    const char *code;
    const char *text;
    int retryAfterSeconds = 0;
};

// The texts follow the patterns that clients tell errors apart by.
constexpr std::array Failures {
    NamedFailure { "400", 400, "invalid-argument", "Argument not supported on this model: temperature" },
    NamedFailure { "401", 401, "unauthenticated:no-credentials", "No credentials were sent with this practice request." },
    NamedFailure { "402", 402, "payment-required", "The practice balance is empty." },
    NamedFailure { "403", 403, "permission-denied", "This practice key may not use the model." },
    NamedFailure { "404", 404, "not-found",
                   "The model practice-missing does not exist or your team does not have access to it." },
    NamedFailure { "408", 408, "deadline-exceeded", "The practice request took too long." },
    NamedFailure { "410", 410, "gone", "Live search is no longer available in practice." },
    NamedFailure { "413", 413, "invalid-argument", "The practice request is too large." },
    NamedFailure { "415", 415, "invalid-argument", "The content type is not supported in practice." },
    NamedFailure { "422", 422, "invalid-argument", "Failed to read the practice request: missing field `content`." },
    NamedFailure { "429", 429, "resource-exhausted", "Too many requests in practice: the rate limit is reached.", 2 },
    NamedFailure { "500", 500, "internal", "The practice server failed on purpose." },
    NamedFailure { "502", 502, "unavailable", "The practice gateway got no answer." },
    NamedFailure { "503", 503, "unavailable", "The service is currently unavailable (practice).", 1 },
    NamedFailure { "504", 504, "deadline-exceeded", "The practice gateway waited too long." },
    NamedFailure { "529", 529, "overloaded", "The practice server is overloaded." },
    NamedFailure { "busy", 503, "unavailable", "The service is currently unavailable (practice).", 1 },
    NamedFailure { "context", 400, "invalid-argument",
                   "This model's maximum prompt length is 131072 but the request contains 200000 tokens." },
    NamedFailure { "credits", 403, "permission-denied", "Your team doesn't have any credits yet (practice)." },
    NamedFailure { "key", 400, "invalid-argument", "Incorrect API key provided: xa***ce. This is practice." },
    NamedFailure { "quota", 429, "resource-exhausted",
                   "Your team has used all available credits or reached its monthly spending limit (practice)." },
    NamedFailure { "safety", 403, "permission-denied",
                   "Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_PRACTICE" },
};

struct ForeignFailure
{
    const char *name;
    int status;
    const char *contentType;
    const char *body;
};

// The shapes of other servers (reference 11.1), and what is no server of this kind at all.
constexpr std::array ForeignFailures {
    ForeignFailure { "openai", 400, "application/json", R"({"error":{"message":"Practice refuses this as OpenAI does.","type":"invalid_request_error","param":null,"code":null}})" },
    ForeignFailure { "bare", 400, "application/json", R"({"error":"Practice refuses this with a bare text."})" },
    ForeignFailure { "vllm", 400, "application/json", R"({"object":"error","message":"Practice refuses this as older vLLM do.","type":"BadRequestError","code":400})" },
    ForeignFailure { "fastapi", 422, "application/json", R"({"detail":[{"loc":["body","messages"],"msg":"Practice refuses this as FastAPI does","type":"value_error"}]})" },
    ForeignFailure { "mistral", 400, "application/json", R"({"message":"Practice refuses this as Mistral does.","type":"invalid_request","param":null,"code":"1500"})" },
    ForeignFailure { "gemini", 400, "application/json", R"([{"error":{"code":400,"message":"Practice refuses this as Gemini does.","status":"INVALID_ARGUMENT"}}])" },
    ForeignFailure { "plaintext", 404, "text/plain", "Not Found" },
    ForeignFailure { "webpage", 502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1><hr>practice</body></html>" },
    ForeignFailure { "blank", 500, "text/plain", "" },
    ForeignFailure { "disguised", 200, "application/json", R"({"code":"internal","error":"Practice hides a failure in a reply that says OK."})" },
    ForeignFailure { "portal", 200, "text/html", "<html><head><title>Welcome to the practice hotel</title></head><body>Please log in to use the network.</body></html>" },
};

// Any two dates will do: a client counts from the one to the other.
PracticeFailure datedFailure()
{
    PracticeFailure failure { 429, QStringLiteral("resource-exhausted"), QStringLiteral("Too many requests in practice: come back later."), 0 };
    failure.headers = { { "Date", "Sun, 01 Nov 2026 12:00:00 GMT" }, { "Retry-After", "Sun, 01 Nov 2026 12:00:03 GMT" } };
    return failure;
}

PracticeFailure redirection()
{
    PracticeFailure failure { 307, {}, {}, 0 };
    failure.body = QByteArray();
    failure.headers = { { "Location", "https://elsewhere.example/v1/chat/completions" } };
    return failure;
}

const QString Dated = QStringLiteral("dated");
const QString Redirect = QStringLiteral("redirect");
}

PracticeFailure invalidArgument(const QString &text)
{
    return { 400, QStringLiteral("invalid-argument"), text, 0 };
}

QByteArray failureBody(const PracticeFailure &failure)
{
    if (failure.body)
        return *failure.body;
    const QJsonObject body { { QStringLiteral("code"), failure.code }, { QStringLiteral("error"), failure.text } };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

std::optional<PracticeFailure> failureByName(const QString &name)
{
    for (const NamedFailure &failure : Failures) {
        if (name == QLatin1StringView(failure.name)) {
            return PracticeFailure { failure.status, QString::fromLatin1(failure.code), QString::fromLatin1(failure.text),
                                     failure.retryAfterSeconds };
        }
    }
    for (const ForeignFailure &failure : ForeignFailures) {
        if (name == QLatin1StringView(failure.name))
            return PracticeFailure { failure.status, {}, {}, 0, QByteArray(failure.body), failure.contentType };
    }
    if (name == Dated)
        return datedFailure();
    return name == Redirect ? std::optional(redirection()) : std::nullopt;
}

QString failureNames()
{
    QStringList names;
    for (const NamedFailure &failure : Failures)
        names.append(QString::fromLatin1(failure.name));
    for (const ForeignFailure &failure : ForeignFailures)
        names.append(QString::fromLatin1(failure.name));
    names += { Dated, Redirect };
    return names.join(QLatin1StringView(", "));
}
