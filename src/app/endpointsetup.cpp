// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endpointsetup.h"

#include "apikey.h"
#include "endpointbook.h"
#include "firstrunpage.h"
#include "practiceserver.h"

#include <utility>

EndpointSetup::EndpointSetup(EndpointBook &endpoints, QObject *parent) : QObject(parent), m_endpoints(endpoints)
{
    connect(&m_endpoints, &EndpointBook::modelsRefreshed, this, [this] { finishKeyless({}); });
    connect(&m_endpoints, &EndpointBook::modelsFailed, this, [this](const Error &error) { finishKeyless(error); });
}

EndpointSetup::~EndpointSetup() = default;

void EndpointSetup::connectPage(FirstRunPage *page)
{
    connect(page, &FirstRunPage::endpointOffered, this, &EndpointSetup::offer);
    connect(page, &FirstRunPage::practiceRequested, this, &EndpointSetup::usePractice);
    connect(&m_endpoints, &EndpointBook::keyKept, this, [this, page](const Endpoint &endpoint, const KeyPlace &place, bool isVerified) {
        page->showKeyKept(endpoint, place, isVerified);
        if (endpoint.id == m_offeredId)
            use(endpoint);
    });
    connect(&m_endpoints, &EndpointBook::keyRefused, this, [this, page](const Endpoint &endpoint, const Error &error) {
        page->showRefused(endpoint, error);
        if (endpoint.id != m_offeredId)
            return;
        m_offeredId.clear();
        m_endpoints.remove(endpoint.id);      // the preset stays whatever is asked
    });
    connect(this, &EndpointSetup::offerFailed, page, &FirstRunPage::showRefused);
}

void EndpointSetup::offer(const Endpoint &endpoint, const ApiKey &key)
{
    m_offeredId = endpoint.id;
    if (endpoint.id != xaiEndpoint().id)
        m_endpoints.addOrReplace(endpoint);
    if (!key.isEmpty()) {
        m_endpoints.testAndKeepKey(endpoint, key);
        return;
    }
    // Without a key there is nothing to test but whether the server lists its models.
    m_currentBefore = m_endpoints.current().id;
    m_endpoints.setCurrent(endpoint.id);
    m_endpoints.refreshModels();
}

void EndpointSetup::finishKeyless(const std::optional<Error> &error)
{
    const QString id = std::exchange(m_offeredId, QString());
    if (id.isEmpty() || id != m_endpoints.current().id)
        return;
    if (!error) {
        Q_EMIT connected();
        return;
    }
    const Endpoint endpoint = m_endpoints.current();
    m_endpoints.setCurrent(m_currentBefore);
    m_endpoints.remove(id);
    Q_EMIT offerFailed(endpoint, *error);
}

void EndpointSetup::use(const Endpoint &endpoint)
{
    m_offeredId.clear();
    m_endpoints.setCurrent(endpoint.id);
    m_endpoints.refreshModels();
    Q_EMIT connected();
}

void EndpointSetup::usePractice()
{
    if (!m_practice) {
        Result<std::unique_ptr<PracticeServer>> started = PracticeServer::start();
        if (!started) {
            Q_EMIT offerFailed(Endpoint(), started.error());
            return;
        }
        m_practice = std::move(started).value();
    }
    Endpoint endpoint;
    endpoint.id = QStringLiteral("practice");
    endpoint.name = tr("Practice");
    endpoint.baseUrl = m_practice->baseUrl();
    endpoint.needsKey = false;
    endpoint.isPractice = true;
    m_endpoints.useForThisRun(endpoint);
    m_endpoints.refreshModels();
    Q_EMIT connected();
}

void EndpointSetup::useForThisRun(const QUrl &baseUrl)
{
    Endpoint endpoint = xaiEndpoint();
    if (baseUrl != endpoint.baseUrl) {
        endpoint = Endpoint();
        endpoint.id = QStringLiteral("command-line");
        endpoint.name = baseUrl.authority();
        endpoint.baseUrl = baseUrl;
        // Many servers want none; one that does says so, and the key of its origin is looked for all the same.
        endpoint.needsKey = false;
    }
    m_endpoints.useForThisRun(endpoint);
}
