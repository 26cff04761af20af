// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryModel that takes over what changed in single conversations: an answer that runs changes its own twice a second, and a
// library may hold 100,000 of them. What cannot be told by one row alone is listed anew.
#include "librarymodel_p.h"

#include <algorithm>

namespace {

// From here on one list is less work than so many questions.
constexpr qsizetype MostChanges = 50;

}

void LibraryModel::Private::askChanged()
{
    if (!isLoaded || isAsking || !question.isEmpty() || changed.size() > MostChanges) {
        ask();
        return;
    }
    refreshTimer.stop();
    const QList<ConversationId> ids = changed.values();
    changed.clear();
    if (!order.isByMeasure())
        return summarizeChanged(ids);
    library.measureConversations(ids, q, [this, ids](const Result<QHash<ConversationId, ConversationMeasure>> &measures) {
        // Without an answer (a search took its place) what is known stays.
        if (measures)
            order.measures.insert(measures.value());
        summarizeChanged(ids);
    });
}

void LibraryModel::Private::summarizeChanged(const QList<ConversationId> &ids)
{
    library.summarize(ids, q, [this, ids](const Result<QList<ConversationSummary>> &summaries) {
        if (!summaries)
            Q_EMIT q->failed(summaries.error());
        // A list that is on its way tells newer things.
        else if (question.isEmpty() && !isAsking)
            takeOver(ids, summaries.value());
    });
}

void LibraryModel::Private::takeOver(const QList<ConversationId> &ids, const QList<ConversationSummary> &summaries)
{
    placeStored(summaries);
    for (const ConversationId &id : ids) {
        const auto found = std::find_if(summaries.begin(), summaries.end(), [&](const ConversationSummary &summary) { return summary.id == id; });
        if (!takeOver(id, found == summaries.end() ? nullptr : &*found)) {
            ask();
            return;
        }
    }
    Q_EMIT q->filterApplied({}, int(rows.size()));
}

bool LibraryModel::Private::isOnShelf(const ConversationSummary &summary) const
{
    const bool isInTrash = summary.arrangement.deletedAtMs > 0;
    switch (shelf) {
    case Shelf::Conversations:
        return !isInTrash && !summary.arrangement.isArchived;
    case Shelf::Archive:
        return !isInTrash && summary.arrangement.isArchived;
    case Shelf::Trash:
        break;
    }
    return isInTrash;
}

// False: only a list can tell.
bool LibraryModel::Private::takeOver(const ConversationId &id, const ConversationSummary *summary)
{
    const int at = q->rowOf(id);
    const bool isShown = summary && isListed(*summary) && isOnShelf(*summary);
    if (at < 0 && !hidden.isEmpty())
        return !summary;
    if (!isShown) {
        if (at >= 0)
            removeRow(at);
        return true;
    }
    LibraryRow wanted = libraryRow(*summary);
    wanted.measure = order.measureOf(id);
    const bool isInFolder = shelf == Shelf::Conversations && !wanted.isPinned && folder(wanted.rare().arrangedIn);
    wanted.setFolder(isInFolder ? wanted.rare().arrangedIn : FolderId());
    if (hidden.contains(wanted.folder()))
        return false;
    // Words have an order that this knows nothing of.
    const bool isInOrder = at >= 0 && rows.at(at).title == wanted.title && isOfGroup(rows.at(at), wanted);
    if (order.sorting == Sorting::Title && !isInOrder)
        return false;
    const int place = placeFor(wanted, at);
    if (at < 0)
        insertRow(place, wanted);
    else if (place != at)
        moveRow(at, place, wanted);
    else if (rows.at(at) != wanted)
        moveRow(at, at, wanted);
    return true;
}

bool LibraryModel::Private::isOfGroup(const LibraryRow &row, const LibraryRow &wanted) const
{
    const bool isPinned = shelf == Shelf::Conversations && wanted.isPinned;
    const bool isRowPinned = shelf == Shelf::Conversations && !row.isHeading && row.isPinned;
    return !row.isHeading && row.folder() == wanted.folder() && isRowPinned == isPinned;
}

// The row that it has when it stands there; `at` is where it is now, or -1.
int LibraryModel::Private::placeFor(const LibraryRow &wanted, int at) const
{
    // The highest first. Rows of one measure stand in the order of their dates.
    const auto rank = [this](const LibraryRow &row) {
        return std::pair(row.measure, shelf == Shelf::Trash ? row.rare().deletedAtMs : row.updatedAtMs);
    };
    const bool isInPlace = at >= 0 && isOfGroup(rows.at(at), wanted);
    if (isInPlace && (order.sorting == Sorting::Title || rank(rows.at(at)) == rank(wanted)))
        return at;
    int begin = 0;
    if (!wanted.folder().isNull()) {
        while (begin < int(rows.size()) && !(rows.at(begin).isHeading && rows.at(begin).folder() == wanted.folder()))
            ++begin;
        ++begin;
    } else if (shelf == Shelf::Conversations && !wanted.isPinned) {
        const auto isElsewhere = [&](const LibraryRow &row) { return row.isHeading || !isOfGroup(row, wanted); };
        while (begin < int(rows.size()) && (begin == at || isElsewhere(rows.at(begin))))
            ++begin;
    }
    int place = std::min(begin, int(rows.size()));
    while (place < int(rows.size()) && (place == at || (isOfGroup(rows.at(place), wanted) && rank(rows.at(place)) > rank(wanted))))
        ++place;
    return at >= 0 && place > at ? place - 1 : place;
}

void LibraryModel::Private::countMember(const FolderId &folder, int change)
{
    for (int row = 0; !folder.isNull() && row < int(rows.size()); ++row) {
        if (!rows.at(row).isHeading || rows.at(row).folder() != folder)
            continue;
        rows[row].hits += change;
        tellRow(row);
        return;
    }
}

void LibraryModel::Private::removeRow(int at)
{
    const FolderId from = rows.at(at).folder();
    q->beginRemoveRows({}, at, at);
    rows.removeAt(at);
    shapes.clear();
    q->endRemoveRows();
    countMember(from, -1);
}

void LibraryModel::Private::insertRow(int at, const LibraryRow &wanted)
{
    q->beginInsertRows({}, at, at);
    rows.insert(at, wanted);
    shapes.clear();
    q->endInsertRows();
    countMember(wanted.folder(), 1);
}

void LibraryModel::Private::moveRow(int from, int to, const LibraryRow &wanted)
{
    const FolderId before = rows.at(from).folder();
    if (from != to) {
        q->beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        rows.move(from, to);
        shapes.clear();
        q->endMoveRows();
    }
    rows[to] = wanted;
    shapes.clear();
    tellRow(to);
    if (before != wanted.folder()) {
        countMember(before, -1);
        countMember(wanted.folder(), 1);
    }
}

void LibraryModel::Private::setCollapsed(const FolderId &folder, bool isCollapsed)
{
    if (isCollapsed)
        order.collapsed.insert(folder);
    else
        order.collapsed.remove(folder);
    const auto heading = std::find_if(rows.begin(), rows.end(), [&](const LibraryRow &row) { return row.isHeading && row.folder() == folder; });
    if (!question.isEmpty() || heading == rows.end() || heading->isCollapsed == isCollapsed)
        return;
    const int at = int(heading - rows.begin());
    const int count = heading->hits;
    rows[at].isCollapsed = isCollapsed;
    if (isCollapsed && count > 0) {
        q->beginRemoveRows({}, at + 1, at + count);
        hidden.insert(folder, rows.mid(at + 1, count));
        rows.remove(at + 1, count);
        shapes.clear();
        q->endRemoveRows();
    } else if (isCollapsed) {
        hidden.insert(folder, {});
    } else if (const QList<LibraryRow> members = hidden.take(folder); !members.isEmpty()) {
        q->beginInsertRows({}, at + 1, at + int(members.size()));
        rows.insert(at + 1, members.size(), LibraryRow());
        std::copy(members.begin(), members.end(), rows.begin() + at + 1);
        shapes.clear();
        q->endInsertRows();
    }
    tellRow(at);
}
