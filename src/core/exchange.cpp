// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "exchange.h"

namespace {

QString quotedForShell(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1StringView("'\\''")) + QLatin1Char('\'');
}

// What curl sets by itself, and what would be wrong for another sender.
bool isCurlsOwn(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "content-length" || lower == "host" || lower == "connection" || lower == "accept-encoding";
}

}

bool isSecretHeader(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    for (const char *word : { "auth", "key", "token", "secret", "cookie", "password" }) {
        if (lower.contains(word))
            return true;
    }
    return false;
}

QString curlCommand(const Exchange &exchange)
{
    QStringList parts { QStringLiteral("curl -N ") + quotedForShell(exchange.url.toString(QUrl::FullyEncoded)) };
    for (const auto &[name, value] : exchange.requestHeaders) {
        if (isCurlsOwn(name))
            continue;
        const QString header = QString::fromLatin1(name);
        if (name.compare("authorization", Qt::CaseInsensitive) == 0)
            parts += QStringLiteral("-H \"Authorization: Bearer $XAI_API_KEY\"");
        else if (!isSecretHeader(name))
            parts += QStringLiteral("-H ") + quotedForShell(header + QStringLiteral(": ") + QString::fromUtf8(value));
    }
    if (!exchange.requestBody.isEmpty())
        parts += QStringLiteral("--data-binary ") + quotedForShell(QString::fromUtf8(exchange.requestBody));
    return parts.join(QStringLiteral(" \\\n  "));
}
