// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarymodel.h"

#include "librarymodel_p.h"

#include <QDateTime>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr int MaxFound = 200;
constexpr auto RefreshDelay = 150ms;   // an answer that runs changes its conversation twice a second

}

// One question at a time: what was typed while one is under way is asked once, when it has come back.
void LibraryModel::Private::ask()
{
    refreshTimer.stop();
    changed.clear();
    if (isAsking) {
        mustAskAgain = true;
        library.cancelSearches();
        return;
    }
    isAsking = true;
    if (!question.isEmpty()) {
        library.searchConversations(question, MaxFound, q, [this, words = question.words](const Result<QList<FoundConversation>> &hits) { found(words, hits); });
        return;
    }
    // In the order of the questions: what the last one needs has come by then.
    library.listFolders(q, [this](const Result<QList<Folder>> &folders) { order.folders = folders ? folders.value() : order.folders; });
    library.listTags(q, [this](const Result<QList<Tag>> &known) { tags = known ? known.value() : tags; });
    if (order.isByMeasure()) {
        library.measureConversations(q, [this](const Result<QHash<ConversationId, ConversationMeasure>> &measures) {
            order.measures = measures ? measures.value() : order.measures;
            list();
        });
    } else {
        list();
    }
}

void LibraryModel::Private::list()
{
    library.listShelf(shelf, q, [this](const Result<QList<ConversationSummary>> &list) { listed(list); });
}

bool LibraryModel::Private::answerIsStale()
{
    isAsking = false;
    if (!std::exchange(mustAskAgain, false))
        return false;
    ask();
    return true;
}

void LibraryModel::Private::listed(const Result<QList<ConversationSummary>> &list)
{
    if (answerIsStale())
        return;
    if (!list) {
        Q_EMIT q->failed(list.error());
        return;
    }
    placeStored(list.value());
    LibraryRows wanted = libraryRows(list.value(), order, shelf);
    hidden = std::move(wanted.hidden);
    show(wanted.shown);
    Q_EMIT q->filterApplied({}, int(rows.size()));
    if (!std::exchange(isLoaded, true))
        Q_EMIT q->loaded();
}

void LibraryModel::Private::placeStored(const QList<ConversationSummary> &list)
{
    if (placements.isEmpty())
        return;
    for (const ConversationSummary &summary : list) {
        if (!placements.contains(summary.id))
            continue;
        Arrangement placed = summary.arrangement;
        placed.folder = placements.take(summary.id);
        library.arrangeConversations({ placed }, q, {});
    }
}

void LibraryModel::Private::found(const QString &words, const Result<QList<FoundConversation>> &hits)
{
    if (answerIsStale())
        return;
    if (!hits) {
        Q_EMIT q->failed(hits.error());
        return;
    }
    show(libraryRows(hits.value()));
    Q_EMIT q->filterApplied(words, int(rows.size()));
}

// Turns the rows that are there into the wanted ones with as few changes as are plain to see: what a reader selected
// and scrolled to stays. Another order altogether is told as what it is.
void LibraryModel::Private::show(const QList<LibraryRow> &wanted)
{
    shapes.clear();
    if (std::exchange(isOtherOrder, false)) {
        q->beginResetModel();
        rows = wanted;
        q->endResetModel();
        return;
    }
    if (rows.isEmpty() && !wanted.isEmpty()) {
        q->beginInsertRows({}, 0, int(wanted.size()) - 1);
        rows = wanted;
        q->endInsertRows();
        return;
    }
    removeMissing(wanted);
    insertAndMove(wanted);
}

void LibraryModel::Private::removeMissing(const QList<LibraryRow> &wanted)
{
    QSet<QUuid> kept;
    for (const LibraryRow &row : wanted)
        kept.insert(row.key());
    const auto isGone = [&](const LibraryRow &row) { return !kept.contains(row.key()); };
    for (int last = int(rows.size()) - 1; last >= 0; --last) {
        if (!isGone(rows.at(last)))
            continue;
        int first = last;
        while (first > 0 && isGone(rows.at(first - 1)))
            --first;
        q->beginRemoveRows({}, first, last);
        rows.remove(first, last - first + 1);
        shapes.clear();
        q->endRemoveRows();
        last = first;
    }
}

void LibraryModel::Private::insertAndMove(const QList<LibraryRow> &wanted)
{
    QSet<QUuid> present;
    for (const LibraryRow &row : std::as_const(rows))
        present.insert(row.key());
    const auto isNew = [&](const LibraryRow &row) { return !present.contains(row.key()); };
    for (int at = 0; at < int(wanted.size()); ++at) {
        if (isNew(wanted.at(at))) {
            int end = at + 1;
            while (end < int(wanted.size()) && isNew(wanted.at(end)))
                ++end;
            q->beginInsertRows({}, at, end - 1);
            rows.insert(at, end - at, LibraryRow());
            std::copy(wanted.begin() + at, wanted.begin() + end, rows.begin() + at);
            shapes.clear();
            q->endInsertRows();
            at = end - 1;
            continue;
        }
        int from = at;
        while (rows.at(from).key() != wanted.at(at).key())
            ++from;
        if (from != at) {
            q->beginMoveRows({}, from, from, {}, at);
            rows.move(from, at);
            shapes.clear();
            q->endMoveRows();
        }
        if (rows.at(at) != wanted.at(at)) {
            rows[at] = wanted.at(at);
            shapes.clear();
            tellRow(at);
        }
    }
}

void LibraryModel::Private::tellRow(int row, const QList<int> &roles)
{
    Q_EMIT q->dataChanged(q->index(row), q->index(row), roles);
}

LibraryModel::LibraryModel(Library &library, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(this, library, clock))
{
    d->refreshTimer.setSingleShot(true);
    d->refreshTimer.setInterval(RefreshDelay);
    connect(&d->refreshTimer, &QTimer::timeout, this, [this] { d->askChanged(); });
    connect(&library, &Library::conversationChanged, this, [this](const ConversationId &id) {
        d->changed.insert(id);
        if (!d->refreshTimer.isActive())
            d->refreshTimer.start();
    });
    d->connectOrganizer();
}

LibraryModel::~LibraryModel() = default;

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LibraryRow &row = d->rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return d->title(row);
    case ConversationIdRole:
        return QVariant::fromValue(row.conversation);
    case UpdatedRole:
        return row.updatedAtMs;
    case SectionRole:
        return d->section(row);
    case IsRunningRole:
        return row.isRunning || d->running.contains(row.conversation);
    case DraftRole:
        return row.rare().draftText;
    case SnippetRole:
        return row.rare().snippet;
    case MessageRole:
        return QVariant::fromValue(row.rare().message);
    case MarkedTitleRole:
        return row.title.isEmpty() ? d->title(row) : row.title.toString();
    case HitCountRole:
        return row.hits;
    case FolderRole:
        return QVariant::fromValue(row.folder());
    case IsHeadingRole:
        return row.isHeading;
    case IsCollapsedRole:
        return row.isCollapsed;
    case TagColorsRole:
        return QVariant::fromValue(d->tagColors(row));
    case FactRole:
        return d->fact(row);
    case IsUnreadRole:
        return d->unread.contains(row.conversation);
    case RowShapeRole:
        return d->shape(index.row());
    case Qt::AccessibleTextRole:
        return d->spoken(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> LibraryModel::roleNames() const
{
    return {
        { Qt::DisplayRole, "display" }, { ConversationIdRole, "conversationId" }, { UpdatedRole, "updated" },
        { SectionRole, "section" },     { IsRunningRole, "isRunning" },           { DraftRole, "draft" },
        { SnippetRole, "snippet" },     { MessageRole, "message" },               { MarkedTitleRole, "markedTitle" },
        { HitCountRole, "hitCount" },   { FolderRole, "folder" },                 { IsHeadingRole, "isHeading" },
        { IsCollapsedRole, "isCollapsed" }, { TagColorsRole, "tagColors" },       { FactRole, "fact" },
        { IsUnreadRole, "isUnread" },   { RowShapeRole, "rowShape" },
    };
}

int LibraryModel::rowOf(const ConversationId &id) const
{
    for (int row = 0; !id.isNull() && row < int(d->rows.size()); ++row) {
        if (d->rows.at(row).conversation == id)
            return row;
    }
    return -1;
}

ConversationId LibraryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? d->rows.at(row).conversation : ConversationId();
}

int LibraryModel::conversationRow(int from, int step) const
{
    int row = from;
    while (row >= 0 && row < rowCount() && idAt(row).isNull())
        row += step;
    return row >= 0 && row < rowCount() ? row : -1;
}

FolderId LibraryModel::headingAt(int row) const
{
    return row >= 0 && row < rowCount() && d->rows.at(row).isHeading ? d->rows.at(row).folder() : FolderId();
}

QStringList LibraryModel::foundWordsAt(int row) const
{
    return row >= 0 && row < rowCount() ? markedWords(d->rows.at(row).rare().snippet) : QStringList();
}

void LibraryModel::refresh()
{
    d->ask();
}

void LibraryModel::setFilter(const QString &words)
{
    SearchQuestion question = d->question;
    question.words = words;
    setQuestion(question);
}

void LibraryModel::setQuestion(const SearchQuestion &question)
{
    SearchQuestion wanted = question;
    wanted.words = question.words.simplified();
    if (wanted == d->question)
        return;
    d->question = wanted;
    d->ask();
}

const SearchQuestion &LibraryModel::question() const
{
    return d->question;
}

qint64 LibraryModel::startOfDayMs(int daysAgo) const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(d->clock.sinceEpoch().count()).date();
    return today.addDays(-daysAgo).startOfDay().toMSecsSinceEpoch();
}

QStringList LibraryModel::models() const
{
    return d->models;
}

void LibraryModel::refreshModels()
{
    d->library.listModels(this, [this](const Result<QStringList> &models) {
        if (!models || models.value() == d->models)
            return;
        d->models = models.value();
        Q_EMIT modelsChanged();
    });
}

Shelf LibraryModel::shelf() const
{
    return d->shelf;
}

void LibraryModel::setShelf(Shelf shelf)
{
    if (shelf == d->shelf)
        return;
    d->shelf = shelf;
    d->isOtherOrder = true;
    d->ask();
    Q_EMIT shelfChanged();
}

LibraryModel::Sorting LibraryModel::sorting() const
{
    return d->order.sorting;
}

void LibraryModel::setSorting(Sorting sorting)
{
    if (sorting == d->order.sorting)
        return;
    d->order.sorting = sorting;
    d->isOtherOrder = true;
    d->ask();
}

void LibraryModel::setCollapsed(const FolderId &folder, bool isCollapsed)
{
    d->setCollapsed(folder, isCollapsed);
}

void LibraryModel::setRunning(const ConversationId &id, bool isRunning)
{
    if (isRunning == d->running.contains(id))
        return;
    if (isRunning)
        d->running.insert(id);
    else
        d->running.remove(id);
    d->tellConversation(id, { IsRunningRole, Qt::AccessibleTextRole });
}

void LibraryModel::setUnread(const ConversationId &id, bool isUnread)
{
    if (isUnread == d->unread.contains(id))
        return;
    if (isUnread)
        d->unread.insert(id);
    else
        d->unread.remove(id);
    d->tellConversation(id, { IsUnreadRole, Qt::AccessibleTextRole });
}
