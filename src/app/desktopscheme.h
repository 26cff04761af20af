// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QDBusVariant>

// Whether the desktop wants dark windows: asked of the settings portal without waiting for it, and followed from then on.
// A bare bus, or none, is a normal state: nothing is announced then.
class DesktopScheme : public QObject
{
    Q_OBJECT
public:
    enum class Preference { None, Dark, Light };
    explicit DesktopScheme(QObject *parent = nullptr);

    void start();
    Preference preference() const { return m_preference; }

Q_SIGNALS:
    void preferenceChanged(DesktopScheme::Preference preference);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);
    Preference m_preference = Preference::None;
};
