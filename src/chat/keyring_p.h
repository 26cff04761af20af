// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "endpoint.h"
#include "endpointbook.h"
#include "keystore.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

// The keys of this run, by origin: read from the keyring when first asked for, or kept here because there is no
// usable keyring, or given by the environment.
class KeyRing : public QObject
{
    Q_OBJECT
public:
    using KeyReply = std::function<void(Result<ApiKey>)>;
    KeyRing(KeyStore &store, ApiKey environmentKey, QObject *parent = nullptr);

    // The environment's key serves api.x.ai; this says that it also serves the origin given for this run.
    void allowEnvironmentKeyFor(const QString &origin) { m_environmentOrigins.insert(origin); }

    // `done` is never called from inside this call.
    void find(const Endpoint &endpoint, QObject *context, KeyReply done);
    // Another secret than a key, by its own origin.
    void findSecret(const QString &origin, QObject *context, KeyReply done);
    void keep(const QString &origin, const ApiKey &key, std::function<void(KeyPlace)> done);
    void unlock(QObject *context, std::function<void(Result<Done>)> done) { m_store.unlock(context, std::move(done)); }
    void forget(const QString &origin, std::function<void(Result<Done>)> done);

    KeyPlace place(const QString &origin) const;

private:
    void readFromStore(const QString &origin, QObject *context, const KeyReply &done);
    void takeRead(const QString &origin, const Result<ApiKey> &read, const KeyReply &done);
    bool environmentServes(const QString &origin) const;
    void write(const QString &origin, const ApiKey &key, KeyringState state, const std::function<void(KeyPlace)> &done);
    void keepForThisRun(const QString &origin, const ApiKey &key, const QString &reason, const std::function<void(KeyPlace)> &done);

    KeyStore &m_store;
    ApiKey m_environmentKey;
    QSet<QString> m_environmentOrigins;
    QHash<QString, ApiKey> m_keys;
    QHash<QString, KeyPlace> m_places;
    QSet<QString> m_without;             // asked, and there is none: not asked again in this run
};
