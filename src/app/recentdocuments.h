// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class Settings;

// The documents that were opened or saved last, for a menu. Paths are kept in the settings, the last one first.
class RecentDocuments : public QObject
{
    Q_OBJECT
public:
    static constexpr int MostDocuments = 10;

    // Fills `menu` each time it is about to be shown. Both outlive this.
    RecentDocuments(Settings &settings, QMenu &menu, QObject *parent = nullptr);

    QStringList paths() const;
    // To the front. Other files than documents of ours are left out.
    void add(const QString &path);
    void clear();
    // A name for each path: the file's, with as many of its folders as tell it from the others.
    static QStringList names(const QStringList &paths);

Q_SIGNALS:
    void openRequested(const QString &path);
    // It was chosen and is not there any more; it has left the list.
    void missing(const QString &path);

private:
    void fill();
    void choose(const QString &path);
    void keep(const QStringList &paths);

    Settings &m_settings;
    QMenu &m_menu;
};
