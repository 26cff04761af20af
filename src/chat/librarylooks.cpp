// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryModel that says what stands in a row.
#include "librarymodel_p.h"

#include <QDateTime>
#include <QLocale>

namespace {

constexpr double TicksPerDollar = 1e10;

}

QString LibraryModel::Private::section(const LibraryRow &row) const
{
    if (!question.isEmpty() || !row.folder().isNull())
        return {};
    if (shelf == Shelf::Conversations && row.isPinned)
        return LibraryModel::tr("Pinned");
    switch (order.sorting) {
    case Sorting::Title:
        return LibraryModel::tr("By title");
    case Sorting::Size:
        return LibraryModel::tr("Longest first");
    case Sorting::Cost:
        return LibraryModel::tr("Most expensive first");
    case Sorting::Date:
        break;
    }
    const qint64 now = clock.sinceEpoch().count();
    const qint64 when = shelf == Shelf::Trash ? row.rare().deletedAtMs : row.updatedAtMs;
    const bool isSameToday = today.contains(now);
    if (!isSameToday)
        today = Day(now);
    if (!isSameToday || !day.contains(when)) {
        day = Day(when);
        dayTitle = sectionTitle(day.date, today.date);
    }
    return dayTitle;
}

int LibraryModel::Private::shape(int row) const
{
    if (shapes.size() != rows.size()) {
        shapes.resize(rows.size());
        QString above;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString here = section(rows.at(i));
            shapes[i] = quint8((!here.isEmpty() && (i == 0 || here != above) ? BeginsSection : PlainRow) | (rows.at(i).rare().snippet.isEmpty() ? PlainRow : HasSnippet));
            above = here;
        }
    }
    return shapes.at(row);
}

// What a screen reader says: the marks at the row in words.
QString LibraryModel::Private::spoken(const LibraryRow &row) const
{
    QStringList words { title(row) };
    if (row.isRunning || running.contains(row.conversation))
        words << LibraryModel::tr("an answer is being written");
    else if (unread.contains(row.conversation))
        words << LibraryModel::tr("new answer");
    if (const QString &draft = row.rare().draftText; !draft.isEmpty())
        words << LibraryModel::tr("draft: %1").arg(draft);
    words << row.rare().tags;
    return words.join(QStringLiteral(", "));
}

void LibraryModel::Private::tellConversation(const ConversationId &id, const QList<int> &roles)
{
    for (int row = 0; row < int(rows.size()); ++row) {
        if (rows.at(row).conversation == id)
            tellRow(row, roles);
    }
}

QString LibraryModel::Private::title(const LibraryRow &row) const
{
    if (row.isHeading)
        return row.title.isEmpty() ? LibraryModel::tr("Folder") : row.title.toString();
    return row.title.isEmpty() ? LibraryModel::tr("New conversation") : withoutFoundMarks(row.title.toString());
}

QString LibraryModel::Private::fact(const LibraryRow &row) const
{
    if (row.isHeading)
        return QLocale().toString(row.hits);
    if (row.measure == 0 || !question.isEmpty())
        return {};
    // UTF-16 units are characters to people; a thousand of them is the least that says something.
    if (order.sorting == Sorting::Size)
        return LibraryModel::tr("%1k").arg(QLocale().toString((row.measure + 999) / 1000));
    return QStringLiteral("$") + QLocale().toString(double(row.measure) / TicksPerDollar, 'f', 2);
}

QList<int> LibraryModel::Private::tagColors(const LibraryRow &row) const
{
    QList<int> colors;
    for (const QString &name : row.rare().tags) {
        for (const Tag &tag : tags) {
            if (tag.name == name)
                colors.append(tag.color);
        }
    }
    return colors;
}
