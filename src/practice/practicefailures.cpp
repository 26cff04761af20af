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
}

PracticeFailure invalidArgument(const QString &text)
{
    return { 400, QStringLiteral("invalid-argument"), text, 0 };
}

QByteArray failureBody(const PracticeFailure &failure)
{
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
    return std::nullopt;
}

QString failureNames()
{
    QStringList names;
    for (const NamedFailure &failure : Failures)
        names.append(QString::fromLatin1(failure.name));
    return names.join(QLatin1StringView(", "));
}
