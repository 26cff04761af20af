// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keystore.h"

#include <QHash>
#include <QPointer>
#include <QStringList>
#include <QTimer>

// A keyring of a test: answers later, as the real one does, and is in whatever state the test wants. Link `store` with it.
class MemoryKeyStore final : public KeyStore
{
public:
    using KeyStore::KeyStore;

    KeyringState state = KeyringState::Unlocked;
    QHash<QString, ApiKey> keys;
    QStringList asked;             // "read https://api.x.ai" and so on, in order

    void probe(QObject *context, std::function<void(KeyringState)> done) override
    {
        asked.append(QStringLiteral("probe"));
        QTimer::singleShot(0, context ? context : this, [this, done] { done(state); });
    }
    void read(const QString &origin, QObject *context, Reply<ApiKey> done) override
    {
        answer<ApiKey>(QStringLiteral("read"), origin, context, std::move(done), [this, origin] { return keys.value(origin); });
    }
    void write(const QString &origin, const ApiKey &key, QObject *context, Reply<Done> done) override
    {
        answer<Done>(QStringLiteral("write"), origin, context, std::move(done), [this, origin, key] {
            keys.insert(origin, key);
            return Done {};
        });
    }
    void remove(const QString &origin, QObject *context, Reply<Done> done) override
    {
        answer<Done>(QStringLiteral("remove"), origin, context, std::move(done), [this, origin] {
            keys.remove(origin);
            return Done {};
        });
    }
    void unlock(QObject *context, Reply<Done> done) override
    {
        if (state == KeyringState::Locked)
            state = KeyringState::Unlocked;
        answer<Done>(QStringLiteral("unlock"), {}, context, std::move(done), [] { return Done {}; });
    }

private:
    template<typename T, typename Work>
    void answer(const QString &verb, const QString &origin, QObject *context, Reply<T> done, Work work)
    {
        asked.append(verb + QLatin1Char(' ') + origin);
        QTimer::singleShot(0, context ? context : this, [this, done, work] {
            if (state == KeyringState::Unlocked)
                return done(Result<T>(work()));
            Error error;
            error.kind = state == KeyringState::Locked ? ErrorKind::KeyringLocked : ErrorKind::KeyringUnavailable;
            error.message = QStringLiteral("the test's keyring is not available");
            done(error);
        });
    }
};
