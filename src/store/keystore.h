// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "error.h"

#include <QObject>

#include <functional>

// What the desktop's keyring can do for us now. Asked anew before each use: it changes at any time.
enum class KeyringState { Unlocked, Locked, NoCollection, NoService, NoBus, NoLibrary, Slow };

// Keys, one per origin (Endpoint::origin()). Asynchronous, no nested event loop; every call ends in exactly one call of
// `done`, in this object's thread, unless `context` is gone. Use from the main thread only.
class KeyStore : public QObject
{
    Q_OBJECT
public:
    template<typename T> using Reply = std::function<void(Result<T>)>;
    using QObject::QObject;

    virtual void probe(QObject *context, std::function<void(KeyringState)> done) = 0;
    // An empty key: there is none. KeyringLocked, KeyringUnavailable: could not ask (which is not "no key").
    virtual void read(const QString &origin, QObject *context, Reply<ApiKey> done) = 0;
    // Ends well only after the key was read back.
    virtual void write(const QString &origin, const ApiKey &key, QObject *context, Reply<Done> done) = 0;
    // Ends well only when the entry is really gone.
    virtual void remove(const QString &origin, QObject *context, Reply<Done> done) = 0;
    // Has the desktop ask the person to unlock the keyring; waits as long as they take, some minutes at most. Stores that
    // cannot be locked end well at once.
    virtual void unlock(QObject *context, Reply<Done> done);
};
