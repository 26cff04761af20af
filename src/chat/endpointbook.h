// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "endpoint.h"
#include "modelinfo.h"

#include <QAbstractListModel>
#include <QList>
#include <QObject>

#include <functional>

#include <memory>
#include <optional>

class ChatClient;
class KeyStore;
class Settings;

// Where a key is kept, and why not in the keyring.
struct KeyPlace
{
    enum class Where { None, Keyring, ThisRunOnly, Environment } where = Where::None;
    QString reason;              // ThisRunOnly: one sentence of why and what helps
};

// The endpoints the person uses, the current one, its key and its models. A key belongs to one origin (I7): another
// address asks for its key anew. Keys are read from the keyring when first needed; XAI_API_KEY (given by `app`, which
// removed it from the environment) serves api.x.ai and an endpoint given for this run.
class EndpointBook : public QObject
{
    Q_OBJECT
public:
    EndpointBook(ChatClient &client, KeyStore &keyStore, Settings &settings, ApiKey environmentKey, QObject *parent = nullptr);
    ~EndpointBook() override;

    // Where the lists of models are kept for starting without a network; read at once for the current endpoint.
    void setCacheFolder(const QString &folder);

    const QList<Endpoint> &endpoints() const;
    Endpoint current() const;
    Endpoint find(const QString &id) const;          // the current one for an unknown id
    void setCurrent(const QString &id);
    void addOrReplace(const Endpoint &endpoint);
    void remove(const QString &id);
    // An endpoint for this run alone (--endpoint, --practice); becomes the current one and is not written to settings.
    void useForThisRun(const Endpoint &endpoint);
    bool isConfigured() const;                       // a current endpoint with a key where it needs one

    QString currentModelId() const;                  // empty: none chosen and none listed
    QString modelIdFor(const QString &endpointId) const;     // the same of any endpoint
    void setCurrentModelId(const QString &modelId);
    QAbstractListModel *models() const;              // of showModelsOf(), else of the current endpoint; DisplayRole is the id
    void showModelsOf(const QString &endpointId);    // empty, or unknown: of the current one
    std::optional<ModelInfo> modelInfo(const QString &modelId) const { return modelInfo(current().id, modelId); }
    std::optional<ModelInfo> modelInfo(const QString &endpointId, const QString &modelId) const;
    // Of the endpoint whose models are shown. Ends in modelsRefreshed() or modelsFailed().
    void refreshModels();

    // What a server refused, kept for the next request to it (see refusals.h); and the way back.
    void learnRefusals(const QString &endpointId, const QString &modelId, const QStringList &fields);
    void unlearnRefusals(const QString &endpointId, const QString &modelId, const QStringList &fields);

    // The key of an endpoint's origin; an empty one when there is none.
    void keyFor(const Endpoint &endpoint, QObject *context, std::function<void(Result<ApiKey>)> done);
    KeyPlace keyPlace(const Endpoint &endpoint) const;
    // Has the desktop ask the person to unlock the keyring.
    void unlockKeyring(QObject *context, std::function<void(Result<Done>)> done);
    // Tests the key with the free call; when the server takes it, keeps it in the keyring or else for this run.
    // Ends in keyKept() or keyRefused().
    void testAndKeepKey(const Endpoint &endpoint, const ApiKey &key);
    // Ends in keyForgotten(), or in keyRefused() when the keyring did not let go of it.
    void forgetKey(const Endpoint &endpoint);
    // Looks for servers on this computer, at the ports they usually have. Ends in localServersFound().
    void findLocalServers();
    // The password of an endpoint's own proxy: into the keyring, or for this run. Read by itself before a request.
    void keepProxyPassword(const Endpoint &endpoint, const ApiKey &password);

Q_SIGNALS:
    void currentChanged();
    void currentModelChanged(const QString &modelId);
    void endpointsChanged();
    void modelsRefreshed();
    void localServersFound(const QList<Endpoint> &servers);      // those that are not in the book yet
    void modelsFailed(const Error &error);
    void keyKept(const Endpoint &endpoint, const KeyPlace &place, bool isVerified);
    void keyRefused(const Endpoint &endpoint, const Error &error);
    void keyForgotten(const Endpoint &endpoint);

private:
    class Private;
    std::unique_ptr<Private> d;
};
Q_DECLARE_METATYPE(KeyPlace)
