// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "keychainkeystore.h"

#include "keyringprobe_p.h"
#include "storagetext_p.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace {

using namespace std::chrono_literals;

constexpr auto JobLimit = 5s;
// While the desktop asks the person for a password.
constexpr auto PromptLimit = 5min;

Error unavailable(KeyringState state)
{
    QString message;
    switch (state) {
    case KeyringState::NoBus:
        message = Storage::tr("There is no desktop session here, so no keyring.");
        break;
    case KeyringState::NoLibrary:
        message = Storage::tr("The library libsecret is missing. Install it to keep keys in the keyring.");
        break;
    case KeyringState::Slow:
        message = Storage::tr("The keyring does not answer. Try again later.");
        break;
    default:
        message = Storage::tr("No keyring is running. Install one, such as gnome-keyring, to keep keys.");
        break;
    }
    return storageProblem(ErrorKind::KeyringUnavailable, message);
}

Error problemOf(KeyringState state)
{
    if (state == KeyringState::Locked)
        return storageProblem(ErrorKind::KeyringLocked, Storage::tr("The keyring is locked. Unlock it to use the keys in it."));
    return unavailable(state);
}

// The words of the keyring's own failures say nothing to a person.
Error failed(const QKeychain::Job &job)
{
    return storageProblem(ErrorKind::KeyringUnavailable, Storage::tr("The keyring could not be used."), job.errorString());
}

}

class KeychainKeyStore::Private
{
public:
    Private(KeychainKeyStore *keyStore, const QString &serviceName) : q(keyStore), service(serviceName) {}

    // `then` gets the finished job, or null when it did not end in time. It is called once.
    void run(QKeychain::Job *job, std::chrono::milliseconds limit, std::function<void(const QKeychain::Job *)> then);
    void ask(const std::function<void(KeyringState)> &then);
    void readEntry(const QString &origin, const std::function<void(const QKeychain::ReadPasswordJob *)> &then);

    KeychainKeyStore *q;
    QString service;
    // A job that hangs holds up every later one of this process: until it ends nothing new is queued behind it.
    int hangingJobs = 0;
};

void KeychainKeyStore::Private::run(QKeychain::Job *job, std::chrono::milliseconds limit, std::function<void(const QKeychain::Job *)> then)
{
    struct Progress { bool hasEnded = false; };
    auto progress = std::make_shared<Progress>();
    // The job has no parent and is never deleted by us: its answer would arrive in freed memory. Only our interest ends.
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, q, [this, progress, then](const QKeychain::Job *finished) {
        if (progress->hasEnded) {
            --hangingJobs;
            return;
        }
        progress->hasEnded = true;
        then(finished);
    });
    QTimer::singleShot(limit, q, [this, progress, then] {
        if (progress->hasEnded)
            return;
        progress->hasEnded = true;
        ++hangingJobs;
        then(nullptr);
    });
    job->start();
}

void KeychainKeyStore::Private::ask(const std::function<void(KeyringState)> &then)
{
    if (hangingJobs > 0)
        QTimer::singleShot(0, q, [then] { then(KeyringState::Slow); });
    else
        probeKeyring(q, then);
}

void KeychainKeyStore::Private::readEntry(const QString &origin, const std::function<void(const QKeychain::ReadPasswordJob *)> &then)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(origin);
    run(job, JobLimit, [then](const QKeychain::Job *finished) { then(static_cast<const QKeychain::ReadPasswordJob *>(finished)); });
}

namespace {

ApiKey keyOf(const QKeychain::ReadPasswordJob &job)
{
    return ApiKey::fromUserInput(const_cast<QKeychain::ReadPasswordJob &>(job).binaryData());
}

template<typename T>
KeyStore::Reply<T> guarded(QObject *context, KeyStore::Reply<T> done)
{
    return [guard = QPointer<QObject>(context), hadContext = context != nullptr, done = std::move(done)](Result<T> result) {
        if (done && (guard || !hadContext))
            done(std::move(result));
    };
}

}

KeychainKeyStore::KeychainKeyStore(const QString &service, QObject *parent) : KeyStore(parent), d(std::make_unique<Private>(this, service))
{
}

KeychainKeyStore::~KeychainKeyStore() = default;

void KeychainKeyStore::probe(QObject *context, std::function<void(KeyringState)> done)
{
    d->ask([guard = QPointer<QObject>(context), hadContext = context != nullptr, done = std::move(done)](KeyringState state) {
        if (guard || !hadContext)
            done(state);
    });
}

void KeychainKeyStore::read(const QString &origin, QObject *context, Reply<ApiKey> done)
{
    const Reply<ApiKey> reply = guarded(context, std::move(done));
    d->ask([this, origin, reply](KeyringState before) {
        if (before != KeyringState::Unlocked && before != KeyringState::NoCollection)
            return reply(problemOf(before));
        d->readEntry(origin, [this, reply](const QKeychain::ReadPasswordJob *job) {
            if (!job)
                return reply(unavailable(KeyringState::Slow));
            if (job->error() == QKeychain::NoError)
                return reply(keyOf(*job));
            if (job->error() != QKeychain::EntryNotFound)
                return reply(failed(*job));
            // A locked keyring says "not found" as well, and it may have been locked just now.
            d->ask([reply](KeyringState after) {
                const bool isKnown = after == KeyringState::Unlocked || after == KeyringState::NoCollection;
                reply(isKnown ? Result<ApiKey>(ApiKey()) : Result<ApiKey>(problemOf(after)));
            });
        });
    });
}

void KeychainKeyStore::write(const QString &origin, const ApiKey &key, QObject *context, Reply<Done> done)
{
    const Reply<Done> reply = guarded(context, std::move(done));
    d->ask([this, origin, key, reply](KeyringState state) {
        // Without a collection the desktop asks the person to make one.
        if (state != KeyringState::Unlocked && state != KeyringState::NoCollection)
            return reply(problemOf(state));
        auto *job = new QKeychain::WritePasswordJob(d->service);
        job->setKey(origin);
        job->setTextData(QString::fromLatin1(key.bytes()));
        const std::chrono::milliseconds limit = state == KeyringState::Unlocked ? JobLimit : PromptLimit;
        d->run(job, limit, [this, origin, key, reply](const QKeychain::Job *finished) {
            if (!finished)
                return reply(unavailable(KeyringState::Slow));
            if (finished->error() != QKeychain::NoError)
                return reply(failed(*finished));
            // Some back ends report success for what they did not keep.
            d->readEntry(origin, [key, reply](const QKeychain::ReadPasswordJob *readBack) {
                if (readBack && readBack->error() == QKeychain::NoError && keyOf(*readBack) == key)
                    return reply(Done {});
                reply(storageProblem(ErrorKind::KeyringUnavailable, Storage::tr("The keyring did not keep the key.")));
            });
        });
    });
}

void KeychainKeyStore::remove(const QString &origin, QObject *context, Reply<Done> done)
{
    const Reply<Done> reply = guarded(context, std::move(done));
    d->ask([this, origin, reply](KeyringState state) {
        // "Deleted" means nothing while the keyring is locked.
        if (state != KeyringState::Unlocked)
            return reply(problemOf(state));
        auto *job = new QKeychain::DeletePasswordJob(d->service);
        job->setKey(origin);
        d->run(job, JobLimit, [this, origin, reply](const QKeychain::Job *finished) {
            if (!finished)
                return reply(unavailable(KeyringState::Slow));
            if (finished->error() != QKeychain::NoError && finished->error() != QKeychain::EntryNotFound)
                return reply(failed(*finished));
            // read() asks for the state again, so an empty key here really means that there is none.
            read(origin, nullptr, [reply](Result<ApiKey> left) {
                if (!left)
                    return reply(left.error());
                if (left.value().isEmpty())
                    return reply(Done {});
                reply(storageProblem(ErrorKind::KeyringUnavailable, Storage::tr("The key is still in the keyring.")));
            });
        });
    });
}

void KeychainKeyStore::unlock(QObject *context, Reply<Done> done)
{
    const Reply<Done> reply = guarded(context, std::move(done));
    d->ask([this, reply](KeyringState state) {
        if (state == KeyringState::Unlocked)
            return reply(Done {});
        if (state != KeyringState::Locked)
            return reply(problemOf(state));
        // Reading makes the desktop ask for the password; what is read does not matter.
        auto *job = new QKeychain::ReadPasswordJob(d->service);
        job->setKey(QStringLiteral("unlock"));
        d->run(job, PromptLimit, [this, reply](const QKeychain::Job *finished) {
            if (!finished)
                return reply(unavailable(KeyringState::Slow));
            d->ask([reply](KeyringState after) {
                reply(after == KeyringState::Unlocked ? Result<Done>(Done {}) : Result<Done>(problemOf(after)));
            });
        });
    });
}
