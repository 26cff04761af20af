// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keystore.h"

#include <memory>

// Keys in the desktop's keyring (Secret Service, or KWallet on its own desktop). Never in a file of ours: where there is
// no keyring, every call says KeyringUnavailable and the caller keeps the key for this run.
class KeychainKeyStore final : public KeyStore
{
    Q_OBJECT
public:
    // `service` is what the entries are found by in the keyring: the application's id.
    explicit KeychainKeyStore(const QString &service, QObject *parent = nullptr);
    ~KeychainKeyStore() override;

    void probe(QObject *context, std::function<void(KeyringState)> done) override;
    void read(const QString &origin, QObject *context, Reply<ApiKey> done) override;
    void write(const QString &origin, const ApiKey &key, QObject *context, Reply<Done> done) override;
    void remove(const QString &origin, QObject *context, Reply<Done> done) override;
    void unlock(QObject *context, Reply<Done> done) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
