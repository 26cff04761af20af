// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "keyringprobe_p.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QLibrary>
#include <QTimer>

namespace {

constexpr int CallTimeoutMs = 3000;
const QString Secrets = QStringLiteral("org.freedesktop.secrets");

using Answer = std::function<void(KeyringState)>;

// Messages and pending calls, and not QDBusInterface, which introspects synchronously.
template<typename Handler>
void callLater(const QDBusMessage &message, QObject *context, Handler handler)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, CallTimeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [handler](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        handler(*finished);
    });
}

KeyringState stateOf(const QDBusError &error)
{
    const bool isSilent = error.type() == QDBusError::NoReply || error.type() == QDBusError::Timeout || error.type() == QDBusError::TimedOut;
    return isSilent ? KeyringState::Slow : KeyringState::NoService;
}

void askWhetherLocked(const QString &collection, QObject *context, const Answer &done)
{
    QDBusMessage get = QDBusMessage::createMethodCall(Secrets, collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    get.setArguments({ QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked") });
    callLater(get, context, [done](const QDBusPendingReply<QDBusVariant> &reply) {
        if (reply.isError())
            done(stateOf(reply.error()));
        else
            done(reply.value().variant().toBool() ? KeyringState::Locked : KeyringState::Unlocked);
    });
}

void askForDefaultCollection(QObject *context, const Answer &done)
{
    QDBusMessage readAlias = QDBusMessage::createMethodCall(Secrets, QStringLiteral("/org/freedesktop/secrets"),
                                                            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    readAlias.setArguments({ QStringLiteral("default") });
    callLater(readAlias, context, [context, done](const QDBusPendingReply<QDBusObjectPath> &reply) {
        if (reply.isError())
            done(stateOf(reply.error()));
        else if (reply.value().path() == QLatin1String("/"))
            done(KeyringState::NoCollection);
        else
            askWhetherLocked(reply.value().path(), context, done);
    });
}

// The desktops on which QtKeychain speaks to KWallet and not to the Secret Service.
bool usesKWallet()
{
    return qEnvironmentVariable("XDG_CURRENT_DESKTOP") == QLatin1String("KDE") && qEnvironmentVariable("KDE_SESSION_VERSION") == QLatin1String("5");
}

void askKWallet(QObject *context, const Answer &done)
{
    const QDBusMessage isEnabled = QDBusMessage::createMethodCall(QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5"),
                                                                  QStringLiteral("org.kde.KWallet"), QStringLiteral("isEnabled"));
    callLater(isEnabled, context, [done](const QDBusPendingReply<bool> &reply) {
        if (reply.isError())
            done(stateOf(reply.error()));
        else
            done(reply.value() ? KeyringState::Unlocked : KeyringState::NoService);
    });
}

bool hasLibsecret()
{
    // Loaded by QtKeychain at run time too, so no linker knows whether it is there.
    static const bool isThere = QLibrary(QStringLiteral("secret-1"), 0).load();
    return isThere;
}

}

void probeKeyring(QObject *context, const Answer &done)
{
    const auto answerLater = [&](KeyringState state) { QTimer::singleShot(0, context, [done, state] { done(state); }); };
    if (!QDBusConnection::sessionBus().isConnected())
        answerLater(KeyringState::NoBus);
    else if (usesKWallet())
        askKWallet(context, done);
    else if (!hasLibsecret())
        answerLater(KeyringState::NoLibrary);
    else
        askForDefaultCollection(context, done);
}
