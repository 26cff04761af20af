// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "recentdocuments.h"

#include "settings.h"

#include <QFileInfo>
#include <QMenu>

#include <algorithm>

namespace {

// The last `count` parts of a path.
QString ending(const QString &path, qsizetype count)
{
    return path.section(u'/', -count, -1, QString::SectionSkipEmpty);
}

// Names of files are what somebody typed: their ampersands are no shortcuts.
QString plain(const QString &name)
{
    return QString(name).replace(u'&', QLatin1String("&&"));
}

}

RecentDocuments::RecentDocuments(Settings &settings, QMenu &menu, QObject *parent) : QObject(parent), m_settings(settings), m_menu(menu)
{
    connect(&m_menu, &QMenu::aboutToShow, this, &RecentDocuments::fill);
    // So that the menu is no dead end before it was ever shown.
    fill();
}

QStringList RecentDocuments::paths() const
{
    return m_settings.get(keys::recentDocuments).mid(0, MostDocuments);
}

void RecentDocuments::add(const QString &path)
{
    if (!path.endsWith(QLatin1String(".grackle"), Qt::CaseInsensitive))
        return;
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList list = paths();
    list.removeAll(whole);
    list.prepend(whole);
    keep(list.mid(0, MostDocuments));
}

void RecentDocuments::clear()
{
    keep({});
}

void RecentDocuments::keep(const QStringList &paths)
{
    m_settings.set(keys::recentDocuments, paths);
    m_settings.sync();
    fill();
}

QStringList RecentDocuments::names(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths) {
        qsizetype count = 1;
        const auto isShared = [&](const QString &other) { return other != path && ending(other, count) == ending(path, count); };
        while (count < path.count(u'/') && std::any_of(paths.cbegin(), paths.cend(), isShared))
            ++count;
        names << ending(path, count);
    }
    return names;
}

void RecentDocuments::fill()
{
    m_menu.clear();
    const QStringList list = paths();
    const QStringList shown = names(list);
    for (qsizetype i = 0; i < list.size(); ++i) {
        QAction *action = m_menu.addAction(plain(m_menu.fontMetrics().elidedText(shown.at(i), Qt::ElideMiddle, 420)), this, [this, path = list.at(i)] { choose(path); });
        action->setData(list.at(i));
    }
    m_menu.addSeparator();
    QAction *clearing = m_menu.addAction(tr("Clear the list"), this, &RecentDocuments::clear);
    clearing->setEnabled(!list.isEmpty());
}

void RecentDocuments::choose(const QString &path)
{
    if (QFileInfo(path).isFile()) {
        Q_EMIT openRequested(path);
        return;
    }
    QStringList list = paths();
    list.removeAll(path);
    keep(list);
    Q_EMIT missing(path);
}
