// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "accessmanager_p.h"

#include "requestfactory.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

Q_LOGGING_CATEGORY(apiLog, "grackle.api", QtWarningMsg)

namespace {

// Keeps nothing and gives nothing.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

} // namespace

std::unique_ptr<QNetworkAccessManager> createAccessManager(const ProxyChoice &proxy)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setCookieJar(new NoCookies(manager.get()));
    manager->setProxyFactory(new ProxyFactory(proxy));
    return manager;
}
