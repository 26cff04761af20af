// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "chatclient.h"

#include "fetch_p.h"
#include "modellist.h"
#include "networkjob_p.h"
#include "requestfactory.h"

#include <QPointer>
#include <QThread>

namespace {

using ListDone = std::function<void(Result<QList<ModelInfo>>)>;
using ProbeDone = std::function<void(Result<KeyProbe>)>;

// These run in the network thread; `room` is the parent of what is under way there.

void fetchModels(QObject *room, const Endpoint &endpoint, const ApiKey &key, const QString &path, ListDone done)
{
    Fetch::start(room, endpoint, key, path, [=](Result<ReplyFacts> reply) {
        if (!reply) {
            done(reply.error());
            return;
        }
        // Older hosts know only the common list.
        const bool isMissing = reply.value().status == 404 || reply.value().status == 405;
        if (isMissing && path == QLatin1String("language-models"))
            fetchModels(room, endpoint, key, QStringLiteral("models"), done);
        else
            done(modelsFromReply(reply.value(), key));
    });
}

// Servers without the probe call still refuse a wrong key when asked for their models.
void probeByModels(QObject *room, const Endpoint &endpoint, const ApiKey &key, ProbeDone done)
{
    Fetch::start(room, endpoint, key, QStringLiteral("models"), [=](Result<ReplyFacts> reply) {
        if (!reply) {
            done(reply.error());
            return;
        }
        KeyProbe probe;
        const int status = reply.value().status;
        if (status == 404 || status == 405) {
            done(probe);
            return;
        }
        const Result<QList<ModelInfo>> models = modelsFromReply(reply.value(), key);
        if (!models) {
            done(models.error());
            return;
        }
        probe.isVerified = !key.isEmpty();
        done(probe);
    });
}

void probe(QObject *room, const Endpoint &endpoint, const ApiKey &key, ProbeDone done)
{
    Fetch::start(room, endpoint, key, QStringLiteral("api-key"), [=](Result<ReplyFacts> reply) {
        if (!reply) {
            done(reply.error());
            return;
        }
        if (const auto answer = probeFromReply(reply.value(), key))
            done(*answer);
        else
            probeByModels(room, endpoint, key, done);
    });
}

using ServersDone = std::function<void(Result<QList<Endpoint>>)>;

// One after the other: all are on this computer, and the order of the list stays.
void askLocal(QObject *room, QList<EndpointPreset> left, QList<Endpoint> found, const ServersDone &done)
{
    while (!left.isEmpty() && !isLoopback(QUrl(left.first().address)))
        left.removeFirst();
    if (left.isEmpty()) {
        done(found);
        return;
    }
    Endpoint endpoint = endpointFrom(left.takeFirst());
    endpoint.timeLimits.connect = std::chrono::seconds(1);
    endpoint.timeLimits.silence = std::chrono::seconds(1);
    Fetch::start(room, endpoint, ApiKey(), QStringLiteral("models"), [=](const Result<ReplyFacts> &reply) {
        QList<Endpoint> all = found;
        if (reply && modelsFromReply(reply.value(), ApiKey())) {
            all.append(endpoint);
            all.last().timeLimits = TimeLimits();
        }
        askLocal(room, left, all, done);
    });
}

} // namespace

class ChatClient::Private
{
public:
    // Brings a result back to the client's thread, to a context that is still there.
    template<typename T>
    static std::function<void(Result<T>)> deliverIn(ChatClient *client, QObject *context, std::function<void(Result<T>)> done)
    {
        return [client, context = QPointer<QObject>(context), done = std::move(done)](Result<T> result) {
            QMetaObject::invokeMethod(client, [context, done, result = std::move(result)] {
                if (context)
                    done(result);
            }, Qt::QueuedConnection);
        };
    }

    std::shared_ptr<const BlobSource> blobs;
    QThread thread;
    QObject *room = nullptr;     // lives in the thread, goes with it
};

ChatClient::ChatClient(std::shared_ptr<const BlobSource> blobs, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->blobs = std::move(blobs);
    d->room = new QObject;
    d->room->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->room, &QObject::deleteLater);
    d->thread.setObjectName(QStringLiteral("network"));
    d->thread.start();
}

ChatClient::~ChatClient()
{
    d->thread.quit();
    d->thread.wait();
}

std::unique_ptr<CompletionJob> ChatClient::complete(CompletionRequest request, ApiKey key)
{
    return std::make_unique<NetworkJob>(d->thread, d->blobs, std::move(request), std::move(key));
}

void ChatClient::listModels(const Endpoint &endpoint, const ApiKey &key, QObject *context, ListDone done)
{
    const QString path = isXaiHost(endpoint.baseUrl) ? QStringLiteral("language-models") : QStringLiteral("models");
    QMetaObject::invokeMethod(d->room, [=, room = d->room, deliver = Private::deliverIn(this, context, std::move(done))] {
        fetchModels(room, endpoint, key, path, deliver);
    }, Qt::QueuedConnection);
}

void ChatClient::probeKey(const Endpoint &endpoint, const ApiKey &key, QObject *context, ProbeDone done)
{
    QMetaObject::invokeMethod(d->room, [=, room = d->room, deliver = Private::deliverIn(this, context, std::move(done))] {
        probe(room, endpoint, key, deliver);
    }, Qt::QueuedConnection);
}

void ChatClient::findLocalServers(const QList<EndpointPreset> &presets, QObject *context, ServersDone done)
{
    QMetaObject::invokeMethod(d->room, [=, room = d->room, deliver = Private::deliverIn(this, context, std::move(done))] {
        askLocal(room, presets, {}, deliver);
    }, Qt::QueuedConnection);
}
