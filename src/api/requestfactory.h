// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "endpoint.h"
#include "ids.h"

#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QVersionNumber>

// The only place that makes requests (R1). Redirects are not followed, no cookies, no cache, no login of its own, the
// key goes only where it may go.
class RequestFactory
{
public:
    RequestFactory(const Endpoint &endpoint, const ApiKey &key) : m_endpoint(endpoint), m_key(key) {}

    QNetworkRequest get(const QString &path) const;
    // A JSON body of `contentLength` bytes from a sequential device.
    QNetworkRequest post(const QString &path, qint64 contentLength, const ConversationId &conversation) const;

private:
    QNetworkRequest request(const QString &path) const;
    void addKey(QNetworkRequest &request) const;
    Endpoint m_endpoint;
    ApiKey m_key;
};

// One slash between base and path, whatever slashes they have; the base's query stays.
QUrl joinedUrl(const QUrl &base, const QString &path);
bool isXaiHost(const QUrl &url);
// Qt's HTTP/2 before 6.7.3, and that of 6.9.0, has known holes.
bool isHttp2Safe(const QVersionNumber &qtVersion);

// The proxy that was chosen, but none for this computer.
class ProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit ProxyFactory(const ProxyChoice &choice = {}) : m_choice(choice) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyChoice m_choice;
};
