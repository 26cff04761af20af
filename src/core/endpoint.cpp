// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "endpoint.h"

#include <QCoreApplication>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Endpoint)
};

Error invalid(const QString &message)
{
    return { .kind = ErrorKind::InvalidInput, .message = message, .detail = {}, .httpStatus = 0, .retryable = false, .retryAfter = {} };
}

int defaultPort(const QString &scheme)
{
    return scheme == QLatin1StringView("https") ? 443 : 80;
}

// "127.0.0.1" and its net, "::1", "localhost" and names below it (RFC 6761). Anything that only looks so, such as
// "127.0.0.1.example.org", is a name on the Internet.
bool isLoopbackHost(const QString &host)
{
    const QString name = host.toLower();
    if (name == QLatin1StringView("localhost") || name.endsWith(QLatin1StringView(".localhost")) || name == QLatin1StringView("::1"))
        return true;
    const QStringList numbers = name.split(QLatin1Char('.'));
    if (numbers.size() != 4 || numbers.first() != QLatin1StringView("127"))
        return false;
    for (const QString &number : numbers) {
        bool isNumber = false;
        if (number.toUInt(&isNumber) > 255 || !isNumber)
            return false;
    }
    return true;
}

}

QString Endpoint::origin() const
{
    QString origin = baseUrl.scheme() + QStringLiteral("://");
    const QString host = baseUrl.host(QUrl::FullyEncoded).toLower();
    origin += host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('[')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    if (const int port = baseUrl.port(); port > 0 && port != defaultPort(baseUrl.scheme()))
        origin += QLatin1Char(':') + QString::number(port);
    return origin;
}

QString ProxyChoice::origin() const
{
    if (kind != Kind::Http && kind != Kind::Socks5)
        return {};
    return QStringLiteral("%1://%2:%3").arg(proxyKindName(kind), host.toLower()).arg(port);
}

QString proxyKindName(ProxyChoice::Kind kind)
{
    switch (kind) {
    case ProxyChoice::Kind::System: return QStringLiteral("system");
    case ProxyChoice::Kind::None: return QStringLiteral("none");
    case ProxyChoice::Kind::Http: return QStringLiteral("http");
    case ProxyChoice::Kind::Socks5: return QStringLiteral("socks5");
    }
    Q_UNREACHABLE();
}

std::optional<ProxyChoice::Kind> proxyKindFromName(const QString &name)
{
    for (const auto kind : { ProxyChoice::Kind::System, ProxyChoice::Kind::None, ProxyChoice::Kind::Http, ProxyChoice::Kind::Socks5 }) {
        if (proxyKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

Endpoint xaiEndpoint()
{
    Endpoint endpoint;
    endpoint.id = QStringLiteral("xai");
    endpoint.name = QStringLiteral("xAI");
    endpoint.baseUrl = QUrl(QStringLiteral("https://api.x.ai/v1"));
    return endpoint;
}

bool isLoopback(const QUrl &url)
{
    return isLoopbackHost(url.host());
}

bool mayCarryKey(const QUrl &url)
{
    return url.scheme() == QLatin1StringView("https") || (url.scheme() == QLatin1StringView("http") && isLoopback(url));
}

Result<QUrl> baseUrlFromUserInput(const QString &text)
{
    QString input = text.trimmed();
    if (input.isEmpty())
        return invalid(Words::tr("Enter the address of a server, such as https://api.x.ai/v1."));
    if (!input.contains(QLatin1StringView("://"))) {
        const QUrl bare(QStringLiteral("http://") + input, QUrl::StrictMode);
        input.prepend(isLoopbackHost(bare.host()) ? QLatin1StringView("http://") : QLatin1StringView("https://"));
    }

    QUrl url(input, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return invalid(Words::tr("This is not an address of a server. Enter one such as https://api.x.ai/v1."));
    if (url.scheme() != QLatin1StringView("https") && url.scheme() != QLatin1StringView("http"))
        return invalid(Words::tr("The address must start with https:// (or http:// for this computer)."));
    if (!url.userInfo().isEmpty())
        return invalid(Words::tr("The address must not hold a user name or password. The key has a field of its own."));
    if (url.scheme() == QLatin1StringView("http") && !isLoopback(url))
        return invalid(Words::tr("Plain http:// is refused for other computers, since anybody on the way could read the key. Use https://."));

    QString path = url.path(QUrl::FullyEncoded);
    const auto chopSlashes = [&path] {
        while (path.endsWith(QLatin1Char('/')))
            path.chop(1);
    };
    chopSlashes();
    // People paste the whole address of the call as well.
    for (const QLatin1StringView call : { QLatin1StringView("/chat/completions"), QLatin1StringView("/responses") }) {
        if (path.endsWith(call))
            path.chop(call.size());
        chopSlashes();
    }
    url.setPath(path.isEmpty() ? QStringLiteral("/v1") : path, QUrl::TolerantMode);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}
