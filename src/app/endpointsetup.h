// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class ApiKey;
class EndpointBook;
class FirstRunPage;
class PracticeServer;

// The ways to get a server to ask: carries what the first page offers to the book of endpoints and its answers back,
// and starts the practice server when somebody wants it.
class EndpointSetup : public QObject
{
    Q_OBJECT
public:
    explicit EndpointSetup(EndpointBook &endpoints, QObject *parent = nullptr);
    ~EndpointSetup() override;

    void connectPage(FirstRunPage *page);
    // Starts the practice server, once, and makes it the server of this run.
    void usePractice();
    // A server given on the command line.
    void useForThisRun(const QUrl &baseUrl);

Q_SIGNALS:
    // There is a server to ask now, by the person's choice.
    void connected();
    // It came to nothing: the server was taken off the list again.
    void offerFailed(const Endpoint &endpoint, const Error &error);

private:
    void offer(const Endpoint &endpoint, const ApiKey &key);
    void use(const Endpoint &endpoint);
    void finishKeyless(const std::optional<Error> &error);

    EndpointBook &m_endpoints;
    std::unique_ptr<PracticeServer> m_practice;
    QString m_offeredId;         // added for a test that is under way; taken off again when it fails
    QString m_currentBefore;
};
