// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "blobsource.h"
#include "completionjob.h"
#include "endpoint.h"
#include "endpointpresets.h"
#include "message.h"
#include "modelinfo.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

// Everything one completion needs. The API is stateless: `messages` is the whole active branch, system text first.
struct CompletionRequest
{
    Endpoint endpoint;
    QString modelId;
    std::vector<Message> messages;
    CompletionOptions options;
    ConversationId conversation;     // sent as x-grok-conv-id to xAI, so that prompt caches hit
    bool modelReasons = false;       // chooses TimeLimits::reasoningSilence
};

// The way `request` goes, never Automatic.
inline Transport transportFor(const CompletionRequest &request)
{
    return transportFor(request.endpoint, request.modelId, request.options);
}

// What the server said about a key when asked by a call that costs nothing.
struct KeyProbe
{
    bool isVerified = false;         // false: the server has no such call; reachable, unverified
    QString keyName;                 // as the server names it; plain text from outside
    QString modelAccess;             // "*" or the models the key may use; plain text from outside
};

// The one door to the network. Lives in the caller's thread; owns a thread of its own for sockets, event parsing and
// JSON. Sends nothing but what its methods are asked for (D13). Every method ends exactly once.
class ChatClient : public QObject
{
    Q_OBJECT
public:
    explicit ChatClient(std::shared_ptr<const BlobSource> blobs, QObject *parent = nullptr);
    ~ChatClient() override;      // closes every connection and joins the thread; running jobs must be gone before

    // The job starts by itself at the next turn of the event loop; the caller owns it.
    std::unique_ptr<CompletionJob> complete(CompletionRequest request, ApiKey key);

    // GET language-models (xAI) or models; `done` is called in this object's thread unless `context` is gone.
    void listModels(const Endpoint &endpoint, const ApiKey &key, QObject *context,
                    std::function<void(Result<QList<ModelInfo>>)> done);
    // GET api-key, else models. ErrorKind::Unauthorized: the key is wrong, blocked or disabled, and the message says which.
    void probeKey(const Endpoint &endpoint, const ApiKey &key, QObject *context, std::function<void(Result<KeyProbe>)> done);
    // Asks the well-known ports of this computer for their models, once each and without a key: the local kinds of
    // endpointpresets.h that answer. `done` comes once, after the last of them answered or a second went by.
    void findLocalServers(const QList<EndpointPreset> &presets, QObject *context, std::function<void(Result<QList<Endpoint>>)> done);

private:
    class Private;
    std::unique_ptr<Private> d;
};
