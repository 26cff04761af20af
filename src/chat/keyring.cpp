// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "keyring_p.h"

#include <QPointer>

namespace {
QString reasonFor(KeyringState state)
{
    switch (state) {
    case KeyringState::Unlocked:
        return KeyRing::tr("The keyring did not take the key, so it is kept for this run only.");
    case KeyringState::Locked:
        return KeyRing::tr("The keyring is locked, so the key is kept for this run only. Unlock it and save the key again.");
    case KeyringState::NoCollection:
        return KeyRing::tr("There is no keyring yet, so the key is kept for this run only. Create one and save the key again.");
    case KeyringState::NoService:
        return KeyRing::tr("No keyring service is running, so the key is kept for this run only. Installing gnome-keyring or KWallet helps.");
    case KeyringState::NoBus:
        return KeyRing::tr("There is no desktop session to ask for a keyring, so the key is kept for this run only.");
    case KeyringState::NoLibrary:
        return KeyRing::tr("The library for the keyring is missing, so the key is kept for this run only. Installing libsecret-1-0 helps.");
    case KeyringState::Slow:
        return KeyRing::tr("The keyring does not answer, so the key is kept for this run only. Try again later.");
    }
    Q_UNREACHABLE();
}

bool canWrite(KeyringState state)
{
    // Where there is no keyring yet the desktop asks the person to make one.
    return state == KeyringState::Unlocked || state == KeyringState::NoCollection;
}
}

KeyRing::KeyRing(KeyStore &store, ApiKey environmentKey, QObject *parent)
    : QObject(parent), m_store(store), m_environmentKey(std::move(environmentKey))
{
    m_environmentOrigins.insert(xaiEndpoint().origin());
}

bool KeyRing::environmentServes(const QString &origin) const
{
    return !m_environmentKey.isEmpty() && m_environmentOrigins.contains(origin);
}

void KeyRing::find(const Endpoint &endpoint, QObject *context, KeyReply done)
{
    const QString origin = endpoint.origin();
    const auto answer = [this, context, done](const ApiKey &key) {
        QMetaObject::invokeMethod(this, [guard = QPointer(context), key, done] {
            if (guard)
                done(key);
        }, Qt::QueuedConnection);
    };
    if (endpoint.isPractice || !mayCarryKey(endpoint.baseUrl))
        return answer({});
    if (const auto known = m_keys.constFind(origin); known != m_keys.cend())
        return answer(*known);
    if (m_without.contains(origin))
        return answer({});
    if (endpoint.needsKey)
        return readFromStore(origin, context, done);
    // A server that wants no key may have one all the same, but nobody is asked to unlock a keyring for it.
    m_store.probe(this, [this, origin, guard = QPointer(context), done](KeyringState state) {
        if (!guard)
            return;
        if (state == KeyringState::Unlocked)
            readFromStore(origin, guard, done);
        else
            takeRead(origin, ApiKey(), done);
    });
}

void KeyRing::findSecret(const QString &origin, QObject *context, KeyReply done)
{
    if (m_keys.contains(origin) || m_without.contains(origin))
        return done(m_keys.value(origin));
    readFromStore(origin, context, done);
}

void KeyRing::readFromStore(const QString &origin, QObject *context, const KeyReply &done)
{
    m_store.read(origin, context, [this, origin, done](const Result<ApiKey> &read) { takeRead(origin, read, done); });
}

void KeyRing::takeRead(const QString &origin, const Result<ApiKey> &read, const KeyReply &done)
{
    if (read && !read.value().isEmpty()) {
        m_keys.insert(origin, read.value());
        m_places.insert(origin, { KeyPlace::Where::Keyring, {} });
        return done(read);
    }
    if (environmentServes(origin)) {
        m_keys.insert(origin, m_environmentKey);
        m_places.insert(origin, { KeyPlace::Where::Environment, {} });
        return done(m_environmentKey);
    }
    // Without a keyring there is no key. A locked one may hold it, which is another thing to say.
    if (!read && read.error().kind == ErrorKind::KeyringUnavailable)
        return done(ApiKey());
    // One that could not be asked may answer next time.
    if (read)
        m_without.insert(origin);
    done(read);
}

void KeyRing::keep(const QString &origin, const ApiKey &key, std::function<void(KeyPlace)> done)
{
    m_without.remove(origin);
    m_store.probe(this, [this, origin, key, done](KeyringState state) {
        if (state != KeyringState::Locked)
            return canWrite(state) ? write(origin, key, state, done) : keepForThisRun(origin, key, reasonFor(state), done);
        m_store.unlock(this, [this, origin, key, done](const Result<Done> &unlocked) {
            if (unlocked)
                write(origin, key, KeyringState::Unlocked, done);
            else
                keepForThisRun(origin, key, reasonFor(KeyringState::Locked), done);
        });
    });
}

void KeyRing::write(const QString &origin, const ApiKey &key, KeyringState state, const std::function<void(KeyPlace)> &done)
{
    m_store.write(origin, key, this, [this, origin, key, state, done](const Result<Done> &written) {
        if (!written)
            return keepForThisRun(origin, key, reasonFor(state), done);
        const KeyPlace place { KeyPlace::Where::Keyring, {} };
        m_keys.insert(origin, key);
        m_places.insert(origin, place);
        done(place);
    });
}

void KeyRing::keepForThisRun(const QString &origin, const ApiKey &key, const QString &reason, const std::function<void(KeyPlace)> &done)
{
    const KeyPlace place { KeyPlace::Where::ThisRunOnly, reason };
    m_keys.insert(origin, key);
    m_places.insert(origin, place);
    done(place);
}

void KeyRing::forget(const QString &origin, std::function<void(Result<Done>)> done)
{
    const KeyPlace::Where where = place(origin).where;
    m_keys.remove(origin);
    m_places.remove(origin);
    m_environmentOrigins.remove(origin);
    if (where == KeyPlace::Where::ThisRunOnly || where == KeyPlace::Where::Environment) {
        m_without.insert(origin);
        return done(Done {});
    }
    m_store.remove(origin, this, [done](const Result<Done> &removed) { done(removed); });
}

KeyPlace KeyRing::place(const QString &origin) const
{
    if (const auto known = m_places.constFind(origin); known != m_places.cend())
        return *known;
    return environmentServes(origin) ? KeyPlace { KeyPlace::Where::Environment, {} } : KeyPlace {};
}
