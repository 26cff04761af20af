// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "requestfactory.h"

#include "tlschain_p.h"

#include <QLibraryInfo>

#include <algorithm>

namespace {

bool isToken(const QByteArray &name)
{
    constexpr QByteArrayView Marks("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [Marks](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || Marks.contains(c);
    });
}

bool isHeaderValue(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(), [](char c) { return c == '\t' || static_cast<unsigned char>(c) >= 0x20; })
        && !value.contains('\x7f');
}

// Headers of the person's own may say much, but not who asks, and not how the message is framed.
bool isAllowed(const QByteArray &name, const QByteArray &value)
{
    static const QList<QByteArray> reserved {
        "authorization", "proxy-authorization", "cookie", "host", "content-length", "transfer-encoding", "connection",
        "content-type", "accept-encoding", "upgrade", "expect", "te", "trailer",
    };
    return isToken(name) && isHeaderValue(value) && !reserved.contains(name.toLower());
}

QNetworkProxy ownProxy(const ProxyChoice &choice, QNetworkProxy::ProxyType type)
{
    QNetworkProxy proxy(type, choice.host, quint16(choice.port));
    if (!choice.user.isEmpty()) {
        proxy.setUser(choice.user);
        // The one place where Qt takes it as text only.
        proxy.setPassword(QString::fromUtf8(choice.password.bytes()));
    }
    return proxy;
}

} // namespace

QUrl joinedUrl(const QUrl &base, const QString &path)
{
    QString basePath = base.path(QUrl::FullyEncoded);
    while (basePath.endsWith(QLatin1Char('/')))
        basePath.chop(1);
    QString relative = path;
    while (relative.startsWith(QLatin1Char('/')))
        relative.remove(0, 1);
    QUrl url = base;
    url.setPath(basePath + QLatin1Char('/') + relative, QUrl::TolerantMode);
    return url;
}

bool isXaiHost(const QUrl &url)
{
    const QString host = url.host().toLower();
    return host == QLatin1String("x.ai") || host.endsWith(QLatin1String(".x.ai"));
}

bool isHttp2Safe(const QVersionNumber &qtVersion)
{
    return qtVersion >= QVersionNumber(6, 7, 3) && qtVersion != QVersionNumber(6, 9, 0);
}

QNetworkRequest RequestFactory::request(const QString &path) const
{
    QUrl url = joinedUrl(m_endpoint.baseUrl, path);
    if (!m_endpoint.profile.query.isEmpty())
        url.setQuery(m_endpoint.profile.query, QUrl::TolerantMode);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, isHttp2Safe(QLibraryInfo::version()));
    if (!m_endpoint.caFile.isEmpty())
        request.setSslConfiguration(tlsConfiguration(m_endpoint));
    request.setRawHeader("User-Agent", "Grackle/" GRACKLE_VERSION);
    // Else Qt names the person's language.
    request.setRawHeader("Accept-Language", "*");
    for (const auto &[name, value] : m_endpoint.headers) {
        if (isAllowed(name, value))
            request.setRawHeader(name, value);
    }
    if (!m_key.isEmpty() && mayCarryKey(url))
        addKey(request);
    return request;
}

void RequestFactory::addKey(QNetworkRequest &request) const
{
    const QByteArray &header = m_endpoint.profile.keyHeader;
    if (header.isEmpty() || !isAllowed(header, m_key.bytes()))
        request.setRawHeader("Authorization", "Bearer " + m_key.bytes());
    else
        request.setRawHeader(header, m_key.bytes());
}

QNetworkRequest RequestFactory::get(const QString &path) const
{
    QNetworkRequest request = this->request(path);
    request.setRawHeader("Accept", "application/json");
    return request;
}

QNetworkRequest RequestFactory::post(const QString &path, qint64 contentLength, const ConversationId &conversation) const
{
    QNetworkRequest request = this->request(path);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::ContentLengthHeader, contentLength);
    request.setRawHeader("Accept", "text/event-stream, application/json");
    if (isXaiHost(request.url()) && !conversation.isNull())
        request.setRawHeader("x-grok-conv-id", conversation.toString().toLatin1());
    return request;
}

QList<QNetworkProxy> ProxyFactory::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.url()))
        return { QNetworkProxy(QNetworkProxy::NoProxy) };
    switch (m_choice.kind) {
    case ProxyChoice::Kind::System: return systemProxyForQuery(query);
    case ProxyChoice::Kind::None: return { QNetworkProxy(QNetworkProxy::NoProxy) };
    case ProxyChoice::Kind::Http: return { ownProxy(m_choice, QNetworkProxy::HttpProxy) };
    case ProxyChoice::Kind::Socks5: return { ownProxy(m_choice, QNetworkProxy::Socks5Proxy) };
    }
    Q_UNREACHABLE();
}
