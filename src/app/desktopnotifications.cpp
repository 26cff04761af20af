// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "desktopnotifications.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
const QString DefaultAction = QStringLiteral("default");
constexpr int AsTheDesktopLikes = -1;
constexpr qsizetype LongestText = 200;

// Some desktops read marks in the text, none in the title; controls are for nobody.
QString plainLine(const QString &text)
{
    QString line = text.left(LongestText).simplified();
    for (QChar &c : line) {
        const bool isDirection = (c.unicode() >= 0x202a && c.unicode() <= 0x202e) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        if (c.category() == QChar::Other_Control || isDirection)
            c = u' ';
    }
    return line;
}

}

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(Service, Path, Service, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint, uint)));
}

void DesktopNotifications::show(const QString &key, const QString &title, const QString &text)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("Notify"));
    const QVariantMap hints { { QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName() }, { QStringLiteral("category"), QStringLiteral("im.received") } };
    call << QStringLiteral("Grackle") << m_shown.value(key, 0) << QGuiApplication::desktopFileName() << plainLine(title) << plainLine(text).toHtmlEscaped()
         << QStringList { DefaultAction, tr("Show") } << hints << AsTheDesktopLikes;
    m_asked.insert(key);
    m_unwanted.remove(key);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *ended) {
        const QDBusPendingReply<uint> id = *ended;
        m_asked.remove(key);
        if (id.isValid() && m_unwanted.remove(key))
            close(id.value());
        else if (id.isValid())
            m_shown.insert(key, id.value());
        ended->deleteLater();
    });
}

void DesktopNotifications::withdraw(const QString &key)
{
    if (m_asked.contains(key))
        m_unwanted.insert(key);
    if (const uint id = m_shown.take(key); id != 0)
        close(id);
}

void DesktopNotifications::close(uint id)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Service, QStringLiteral("CloseNotification"));
    call << id;
    m_bus.asyncCall(call);
}

void DesktopNotifications::onActionInvoked(uint id, const QString &action)
{
    const QString key = m_shown.key(id);
    if (!key.isEmpty() && action == DefaultAction)
        Q_EMIT activated(key);
}

void DesktopNotifications::onClosed(uint id, uint)
{
    m_shown.remove(m_shown.key(id));
}
