// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarysections_p.h"

#include <QCoreApplication>
#include <QLocale>

namespace {
// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LibraryModel)
};
}

QString sectionTitle(const QDate &day, const QDate &today)
{
    const qint64 age = day.daysTo(today);
    // A clock that was set back makes days to come; they are as new as can be.
    if (age <= 0)
        return Words::tr("Today");
    if (age == 1)
        return Words::tr("Yesterday");
    if (age < 7)
        return Words::tr("Last 7 days");
    if (age < 30)
        return Words::tr("Last 30 days");
    const QString month = QLocale().standaloneMonthName(day.month());
    return day.year() == today.year() ? month : Words::tr("%1 %2").arg(month, QString::number(day.year()));
}
