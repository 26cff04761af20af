// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "endpointbook.h"

#include "chatclient.h"
#include "endpointjson_p.h"
#include "endpointpresets.h"
#include "keyring_p.h"
#include "modellist_p.h"
#include "refusals.h"
#include "settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

class EndpointBook::Private
{
public:
    Private(ChatClient &chatClient, KeyStore &keyStore, Settings &bookSettings, ApiKey environmentKey)
        : client(chatClient), settings(bookSettings), keyRing(keyStore, std::move(environmentKey))
    {
    }

    ChatClient &client;
    Settings &settings;
    KeyRing keyRing;
    ModelList models;
    QList<Endpoint> endpoints;                       // xAI first
    QHash<QString, EndpointRecord> records;          // by id: what is remembered of each
    QHash<QString, QList<ModelInfo>> listed;         // by id
    QSet<QString> forThisRun;                        // ids
    QString currentId;
    QString shownId;                                 // whose models are shown; empty: the current one's
    QString cacheFolder;

    qsizetype indexOf(const QString &id) const;
    void put(const Endpoint &endpoint);
    void load();
    void save();
    void changeProfile(const QString &id, const std::function<void(WireProfile &)> &change);
    QString shownEndpointId() const { return indexOf(shownId) >= 0 ? shownId : currentId; }
    void ensureListed(const QString &id);
    void showModels();
    QString cacheFile(const Endpoint &endpoint) const;
    void readCache(const Endpoint &endpoint);
    void writeCache(const Endpoint &endpoint, const QList<ModelInfo> &list) const;
};

qsizetype EndpointBook::Private::indexOf(const QString &id) const
{
    const auto found = std::find_if(endpoints.cbegin(), endpoints.cend(), [&](const Endpoint &endpoint) { return endpoint.id == id; });
    return found == endpoints.cend() ? -1 : found - endpoints.cbegin();
}

void EndpointBook::Private::put(const Endpoint &endpoint)
{
    if (const qsizetype index = indexOf(endpoint.id); index >= 0)
        endpoints[index] = endpoint;
    else
        endpoints.append(endpoint);
    records[endpoint.id].endpoint = endpoint;
}

void EndpointBook::Private::load()
{
    put(xaiEndpoint());
    for (EndpointRecord record : endpointRecordsFromJson(settings.get(keys::endpoints))) {
        // The preset's address is ours: a changed settings file must not send its key elsewhere.
        if (record.endpoint.id == xaiEndpoint().id) {
            record.endpoint.baseUrl = xaiEndpoint().baseUrl;
            record.endpoint.name = xaiEndpoint().name;
            record.endpoint.needsKey = true;
            record.endpoint.isPractice = false;
        }
        // A practice server lives no longer than its run; its port is another one's now.
        if (record.endpoint.isPractice)
            continue;
        put(record.endpoint);
        records[record.endpoint.id] = record;
    }
    const QString wanted = settings.get(keys::currentEndpoint);
    currentId = indexOf(wanted) >= 0 ? wanted : xaiEndpoint().id;
}

void EndpointBook::Private::save()
{
    QList<EndpointRecord> list;
    for (const Endpoint &endpoint : std::as_const(endpoints)) {
        if (!forThisRun.contains(endpoint.id) && !endpoint.isPractice)
            list += records.value(endpoint.id);
    }
    settings.set(keys::endpoints, toJson(list));
    if (!forThisRun.contains(currentId)) {
        settings.set(keys::currentEndpoint, currentId);
        settings.set(keys::currentModel, records.value(currentId).modelId);
    }
    settings.sync();
}

void EndpointBook::Private::ensureListed(const QString &id)
{
    if (const qsizetype index = indexOf(id); index >= 0 && !listed.contains(id))
        readCache(endpoints.at(index));
}

void EndpointBook::Private::showModels()
{
    ensureListed(currentId);
    ensureListed(shownEndpointId());
    models.setModels(listed.value(shownEndpointId()));
}

QString EndpointBook::Private::cacheFile(const Endpoint &endpoint) const
{
    if (cacheFolder.isEmpty() || forThisRun.contains(endpoint.id) || endpoint.isPractice)
        return {};
    const QByteArray hash = QCryptographicHash::hash(endpoint.baseUrl.toEncoded(), QCryptographicHash::Sha256).toHex().left(16);
    return QDir(cacheFolder).filePath(QStringLiteral("models-%1.json").arg(QString::fromLatin1(hash)));
}

void EndpointBook::Private::readCache(const Endpoint &endpoint)
{
    constexpr qint64 MaxBytes = 8 * 1024 * 1024;
    QFile file(cacheFile(endpoint));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > MaxBytes)
        return;
    listed.insert(endpoint.id, modelInfosFromJson(file.readAll()));
}

void EndpointBook::Private::writeCache(const Endpoint &endpoint, const QList<ModelInfo> &list) const
{
    const QString path = cacheFile(endpoint);
    if (path.isEmpty())
        return;
    QDir().mkpath(cacheFolder);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(toJson(list));
    // A list that is not kept is fetched again; nothing is lost.
    file.commit();
}

EndpointBook::EndpointBook(ChatClient &client, KeyStore &keyStore, Settings &settings, ApiKey environmentKey, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(client, keyStore, settings, std::move(environmentKey)))
{
    d->load();
}

EndpointBook::~EndpointBook() = default;

void EndpointBook::setCacheFolder(const QString &folder)
{
    d->cacheFolder = folder;
    d->showModels();
}

const QList<Endpoint> &EndpointBook::endpoints() const
{
    return d->endpoints;
}

Endpoint EndpointBook::current() const
{
    return d->endpoints.at(std::max<qsizetype>(0, d->indexOf(d->currentId)));
}

Endpoint EndpointBook::find(const QString &id) const
{
    const qsizetype index = d->indexOf(id);
    return index >= 0 ? d->endpoints.at(index) : current();
}

void EndpointBook::setCurrent(const QString &id)
{
    if (d->indexOf(id) < 0 || id == d->currentId)
        return;
    d->currentId = id;
    d->save();
    d->showModels();
    Q_EMIT currentChanged();
    Q_EMIT currentModelChanged(currentModelId());
}

void EndpointBook::addOrReplace(const Endpoint &endpoint)
{
    d->put(endpoint);
    // Another address may list other models.
    d->listed.remove(endpoint.id);
    d->save();
    Q_EMIT endpointsChanged();
    if (endpoint.id == d->currentId) {
        d->showModels();
        Q_EMIT currentChanged();
    }
}

void EndpointBook::remove(const QString &id)
{
    const qsizetype index = d->indexOf(id);
    if (index < 0 || id == xaiEndpoint().id)
        return;
    const bool wasCurrent = id == d->currentId;
    d->endpoints.removeAt(index);
    d->records.remove(id);
    d->listed.remove(id);
    d->forThisRun.remove(id);
    if (wasCurrent)
        d->currentId = xaiEndpoint().id;
    d->save();
    Q_EMIT endpointsChanged();
    if (wasCurrent) {
        d->showModels();
        Q_EMIT currentChanged();
        Q_EMIT currentModelChanged(currentModelId());
    }
}

void EndpointBook::useForThisRun(const Endpoint &endpoint)
{
    // A server of the settings that only gets other limits for this run has its own key, not the environment's.
    const qsizetype known = d->indexOf(endpoint.id);
    const bool isOfSettings = known >= 0 && !d->forThisRun.contains(endpoint.id) && d->endpoints.at(known).baseUrl == endpoint.baseUrl;
    if (!endpoint.isPractice && !isOfSettings)
        d->keyRing.allowEnvironmentKeyFor(endpoint.origin());
    d->forThisRun.insert(endpoint.id);
    d->put(endpoint);
    d->currentId = endpoint.id;
    d->showModels();
    Q_EMIT endpointsChanged();
    Q_EMIT currentChanged();
    Q_EMIT currentModelChanged(currentModelId());
}

bool EndpointBook::isConfigured() const
{
    const Endpoint endpoint = current();
    return !endpoint.needsKey || keyPlace(endpoint).where != KeyPlace::Where::None;
}

QString EndpointBook::currentModelId() const
{
    return modelIdFor(d->currentId);
}

QString EndpointBook::modelIdFor(const QString &endpointId) const
{
    const QString chosen = d->records.value(endpointId).modelId;
    if (!chosen.isEmpty())
        return chosen;
    const QList<ModelInfo> list = d->listed.value(endpointId);
    return list.isEmpty() ? QString() : list.first().id;
}

void EndpointBook::setCurrentModelId(const QString &modelId)
{
    if (d->records.value(d->currentId).modelId == modelId)
        return;
    d->records[d->currentId].modelId = modelId;
    if (!d->forThisRun.contains(d->currentId))
        d->save();
    Q_EMIT currentModelChanged(currentModelId());
}

QAbstractListModel *EndpointBook::models() const
{
    return &d->models;
}

void EndpointBook::showModelsOf(const QString &endpointId)
{
    if (endpointId == d->shownId)
        return;
    d->shownId = endpointId;
    d->showModels();
}

std::optional<ModelInfo> EndpointBook::modelInfo(const QString &endpointId, const QString &modelId) const
{
    const QList<ModelInfo> list = d->listed.value(endpointId);
    for (const ModelInfo &info : list) {
        if (info.id == modelId || info.aliases.contains(modelId))
            return info;
    }
    return std::nullopt;
}

void EndpointBook::refreshModels()
{
    const Endpoint endpoint = find(d->shownEndpointId());
    keyFor(endpoint, this, [this, endpoint](const Result<ApiKey> &key) {
        if (!key) {
            Q_EMIT modelsFailed(key.error());
            return;
        }
        d->client.listModels(find(endpoint.id), key.value(), this, [this, endpoint](const Result<QList<ModelInfo>> &list) {
            if (!list) {
                Q_EMIT modelsFailed(list.error());
                return;
            }
            const QString before = currentModelId();
            d->listed.insert(endpoint.id, list.value());
            d->writeCache(endpoint, list.value());
            d->showModels();
            if (currentModelId() != before)
                Q_EMIT currentModelChanged(currentModelId());
            Q_EMIT modelsRefreshed();
        });
    });
}

void EndpointBook::Private::changeProfile(const QString &id, const std::function<void(WireProfile &)> &change)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    change(endpoints[index].profile);
    records[id].endpoint = endpoints.at(index);
    save();
}

void EndpointBook::learnRefusals(const QString &endpointId, const QString &modelId, const QStringList &fields)
{
    d->changeProfile(endpointId, [&](WireProfile &profile) {
        for (const QString &field : fields)
            learnRefusal(profile, modelId, field);
    });
}

void EndpointBook::unlearnRefusals(const QString &endpointId, const QString &modelId, const QStringList &fields)
{
    d->changeProfile(endpointId, [&](WireProfile &profile) {
        for (const QString &field : fields)
            unlearnRefusal(profile, modelId, field);
    });
}

void EndpointBook::keyFor(const Endpoint &endpoint, QObject *context, std::function<void(Result<ApiKey>)> done)
{
    const QString proxy = endpoint.proxy.user.isEmpty() || !endpoint.proxy.password.isEmpty() ? QString() : endpoint.proxy.origin();
    if (proxy.isEmpty())
        return d->keyRing.find(endpoint, context, std::move(done));
    // Without its password the proxy says so itself.
    d->keyRing.findSecret(proxy, context, [this, endpoint, context, done](const Result<ApiKey> &password) {
        if (const qsizetype index = d->indexOf(endpoint.id); index >= 0 && password)
            d->endpoints[index].proxy.password = password.value();
        d->keyRing.find(endpoint, context, done);
    });
}

void EndpointBook::findLocalServers()
{
    d->client.findLocalServers(endpointPresets(), this, [this](const Result<QList<Endpoint>> &found) {
        QList<Endpoint> servers = found ? found.value() : QList<Endpoint>();
        servers.removeIf([this](const Endpoint &server) {
            return std::any_of(d->endpoints.cbegin(), d->endpoints.cend(), [&](const Endpoint &known) { return known.baseUrl == server.baseUrl; });
        });
        Q_EMIT localServersFound(servers);
    });
}

void EndpointBook::keepProxyPassword(const Endpoint &endpoint, const ApiKey &password)
{
    d->keyRing.keep(endpoint.proxy.origin(), password, [this, endpoint, password](const KeyPlace &) {
        if (const qsizetype index = d->indexOf(endpoint.id); index >= 0)
            d->endpoints[index].proxy.password = password;
    });
}

KeyPlace EndpointBook::keyPlace(const Endpoint &endpoint) const
{
    const KeyPlace known = d->keyRing.place(endpoint.origin());
    const bool wasKept = d->records.value(endpoint.id).keyOrigin == endpoint.origin();
    const bool maybeInKeyring = known.where == KeyPlace::Where::None || known.where == KeyPlace::Where::Environment;
    return wasKept && maybeInKeyring ? KeyPlace { KeyPlace::Where::Keyring, {} } : known;
}

void EndpointBook::unlockKeyring(QObject *context, std::function<void(Result<Done>)> done)
{
    d->keyRing.unlock(context, std::move(done));
}

void EndpointBook::testAndKeepKey(const Endpoint &endpoint, const ApiKey &key)
{
    d->client.probeKey(endpoint, key, this, [this, endpoint, key](const Result<KeyProbe> &probe) {
        if (!probe) {
            Q_EMIT keyRefused(endpoint, probe.error());
            return;
        }
        const bool isVerified = probe.value().isVerified;
        d->keyRing.keep(endpoint.origin(), key, [this, endpoint, isVerified](const KeyPlace &place) {
            if (d->records.contains(endpoint.id)) {
                d->records[endpoint.id].keyOrigin = place.where == KeyPlace::Where::Keyring ? endpoint.origin() : QString();
                d->save();
            }
            Q_EMIT keyKept(endpoint, place, isVerified);
        });
    });
}

void EndpointBook::forgetKey(const Endpoint &endpoint)
{
    d->keyRing.forget(endpoint.origin(), [this, endpoint](const Result<Done> &removed) {
        if (!removed) {
            Q_EMIT keyRefused(endpoint, removed.error());
            return;
        }
        if (d->records.contains(endpoint.id)) {
            d->records[endpoint.id].keyOrigin.clear();
            d->save();
        }
        Q_EMIT keyForgotten(endpoint);
    });
}
