// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "settings.h"

#include "libraryfolder_p.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

Settings::Settings(const QString &filePath)
{
    QDir().mkpath(QFileInfo(filePath).absolutePath());
    // QSettings would make a file that others can read; it keeps the mode of one that is there.
    if (!QFileInfo::exists(filePath))
        std::ignore = createPrivateFile(filePath);
    QFile::setPermissions(filePath, QFile::ReadOwner | QFile::WriteOwner);
    m_settings = std::make_unique<QSettings>(filePath, QSettings::IniFormat);
}

Settings::~Settings() = default;

bool Settings::sync()
{
    m_settings->sync();
    // A line that somebody broke by hand is left out when the file is read, and does not keep the rest from being written.
    return m_settings->status() != QSettings::AccessError;
}

QVariant Settings::value(const char *name) const
{
    return m_settings->value(QString::fromLatin1(name));
}

void Settings::setValue(const char *name, const QVariant &newValue)
{
    m_settings->setValue(QString::fromLatin1(name), newValue);
}
