// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QSet>

// Short messages of the desktop (org.freedesktop.Notifications), asked for without waiting. Without a bus, or without anybody
// who shows them, nothing happens.
class DesktopNotifications : public QObject
{
    Q_OBJECT
public:
    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    // Plain texts: what the desktop would take for marks is escaped. A newer one with the same key takes the place of the older.
    void show(const QString &key, const QString &title, const QString &text);
    // Once somebody has looked, it need not stand there any more.
    void withdraw(const QString &key);
    bool isShown(const QString &key) const { return m_shown.contains(key); }

Q_SIGNALS:
    void activated(const QString &key);

private:
    void close(uint id);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<QString, uint> m_shown;
    QSet<QString> m_asked;             // the desktop has not said its number yet
    QSet<QString> m_unwanted;          // meanwhile withdrawn
};
