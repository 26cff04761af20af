// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarysections_p.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("LibraryModel", text);
}
}

QString sectionTitle(const QDate &day, const QDate &today)
{
    const qint64 age = day.daysTo(today);
    // A clock that was set back makes days to come; they are as new as can be.
    if (age <= 0)
        return tr("Today");
    if (age == 1)
        return tr("Yesterday");
    if (age < 7)
        return tr("Last 7 days");
    if (age < 30)
        return tr("Last 30 days");
    const QString month = QLocale().standaloneMonthName(day.month());
    return day.year() == today.year() ? month : tr("%1 %2").arg(month, QString::number(day.year()));
}
