// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practiceserver.h"

#include "practicelistener_p.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QThread>

#include <utility>

// A resource of a static library is dropped by the linker unless somebody asks for it. Outside any namespace.
static void ensureResources()
{
    Q_INIT_RESOURCE(practice);
}

class PracticeServer::Private
{
public:
    Private()
    {
        thread.setObjectName(QStringLiteral("practice"));
        listener = new PracticeListener;
        listener->moveToThread(&thread);
        // The clients are children of the listener and end with it, in their own thread.
        QObject::connect(&thread, &QThread::finished, listener, &QObject::deleteLater);
        thread.start();
    }

    ~Private()
    {
        thread.quit();
        thread.wait();
    }

    bool listen()
    {
        bool listens = false;
        QMetaObject::invokeMethod(listener, [this, &listens] {
            listens = listener->listen(QHostAddress::LocalHost);
            port = listener->serverPort();
            failure = listener->errorString();
        }, Qt::BlockingQueuedConnection);
        return listens;
    }

    QThread thread;
    PracticeListener *listener = nullptr;
    quint16 port = 0;
    QString failure;
};

PracticeServer::PracticeServer(std::unique_ptr<Private> priv, QObject *parent)
    : QObject(parent)
    , d(std::move(priv))
{
}

PracticeServer::~PracticeServer() = default;

Result<std::unique_ptr<PracticeServer>> PracticeServer::start(QObject *parent)
{
    ensureResources();
    auto priv = std::make_unique<Private>();
    if (!priv->listen()) {
        Error error;
        error.kind = ErrorKind::Offline;
        error.message = tr("The practice server could not start because this computer gave it no network port.");
        error.detail = priv->failure;
        return error;
    }
    return std::unique_ptr<PracticeServer>(new PracticeServer(std::move(priv), parent));
}

QUrl PracticeServer::baseUrl() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->port);
    url.setPath(QStringLiteral("/v1"));
    return url;
}
