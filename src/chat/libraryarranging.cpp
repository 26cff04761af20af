// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of LibraryModel that changes where conversations are.
#include "librarymodel_p.h"

#include <QMimeData>

#include <algorithm>

namespace {

const QString RowsMimeType = QStringLiteral("application/x-grackle-conversations");
constexpr int TagColors = 8;

QList<ConversationId> idsIn(const QMimeData *data)
{
    QList<ConversationId> ids;
    for (const QByteArray &line : data->data(RowsMimeType).split('\n')) {
        if (const ConversationId id = ConversationId::fromString(QString::fromLatin1(line)); !id.isNull())
            ids.append(id);
    }
    return ids;
}

}

void LibraryModel::Private::connectOrganizer()
{
    using Kind = LibraryOrganizer::Kind;
    // Folders are rows of their own, and a copy is an entry that nobody knows yet.
    const auto follow = [this](Kind kind, const QList<ConversationId> &ids) {
        changed.unite({ ids.begin(), ids.end() });
        if (kind == Kind::Folder || kind == Kind::Copy || kind == Kind::Merge)
            q->refresh();
        else
            askChanged();
    };
    QObject::connect(&organizer, &LibraryOrganizer::performed, q, [this, follow](Kind kind, const QString &, const QList<ConversationId> &ids) {
        follow(kind, ids);
        if (kind == Kind::Delete && !ids.isEmpty())
            tellRemoved(ids.first());
        if ((kind == Kind::Copy || kind == Kind::Merge) && !ids.isEmpty())
            Q_EMIT q->copied(ids.first());
    });
    QObject::connect(&organizer, &LibraryOrganizer::undone, q, [this, follow](Kind kind, const QList<ConversationId> &ids) {
        follow(kind, ids);
        if (kind == Kind::Delete && !ids.isEmpty())
            Q_EMIT q->restored(ids.first());
    });
    QObject::connect(&organizer, &LibraryOrganizer::failed, q, [this](const Error &error) {
        q->refresh();
        Q_EMIT q->failed(error);
    });
}

// What was in a folder that is closed, on another shelf or not among what was found had no row with its title.
void LibraryModel::Private::tellRemoved(const ConversationId &id)
{
    if (removedTitles.contains(id)) {
        Q_EMIT q->removed(id, removedTitles.value(id));
        return;
    }
    library.summarize({ id }, q, [this, id](const Result<QList<ConversationSummary>> &found) {
        const QString title = found && !found.value().isEmpty() ? found.value().first().title : QString();
        Q_EMIT q->removed(id, title.isEmpty() ? LibraryModel::tr("New conversation") : title);
    });
}

QList<Arrangement> LibraryModel::Private::arrangementsOf(const QList<ConversationId> &ids) const
{
    QList<Arrangement> arrangements;
    for (const LibraryRow &row : rows) {
        if (!row.isHeading && ids.contains(row.conversation))
            arrangements.append(row.arrangement());
    }
    return arrangements;
}

const Folder *LibraryModel::Private::folder(const FolderId &id) const
{
    const auto found = std::find_if(order.folders.begin(), order.folders.end(), [&](const Folder &folder) { return folder.id == id; });
    return found == order.folders.end() ? nullptr : &*found;
}

const QList<Folder> &LibraryModel::folders() const
{
    return d->order.folders;
}

const QList<Tag> &LibraryModel::tags() const
{
    return d->tags;
}

Arrangement LibraryModel::arrangementOf(const ConversationId &id) const
{
    return d->arrangementsOf({ id }).value(0);
}

LibraryOrganizer &LibraryModel::organizer() const
{
    return d->organizer;
}

void LibraryModel::rename(const ConversationId &id, const QString &title)
{
    const QString wanted = title.simplified();
    const int row = rowOf(id);
    if (wanted.isEmpty() || row < 0)
        return;
    d->organizer.rename(id, withoutFoundMarks(d->rows.at(row).title.toString()), wanted);
}

void LibraryModel::removeAll(const QList<ConversationId> &ids)
{
    for (const LibraryRow &row : std::as_const(d->rows)) {
        if (ids.contains(row.conversation))
            d->removedTitles.insert(row.conversation, d->title(row));
    }
    const qint64 nowMs = d->clock.sinceEpoch().count();
    d->organizer.arrange(LibraryOrganizer::Kind::Delete, tr("Deleting"), ids, [nowMs](Arrangement &arrangement) { arrangement.deletedAtMs = nowMs; });
}

void LibraryModel::restoreAll(const QList<ConversationId> &ids)
{
    d->organizer.arrange(LibraryOrganizer::Kind::Restore, tr("Taking out of the trash"), ids, [](Arrangement &arrangement) { arrangement.deletedAtMs = 0; });
}

void LibraryModel::setPinned(const QList<ConversationId> &ids, bool isPinned)
{
    d->organizer.arrange(LibraryOrganizer::Kind::Arrange, isPinned ? tr("Pinning") : tr("Unpinning"), ids, [isPinned](Arrangement &arrangement) { arrangement.isPinned = isPinned; });
}

void LibraryModel::setArchived(const QList<ConversationId> &ids, bool isArchived)
{
    d->organizer.arrange(LibraryOrganizer::Kind::Arrange, isArchived ? tr("Archiving") : tr("Taking out of the archive"), ids,
               [isArchived](Arrangement &arrangement) { arrangement.isArchived = isArchived; });
}

void LibraryModel::moveToFolder(const QList<ConversationId> &ids, const FolderId &folder)
{
    d->organizer.arrange(LibraryOrganizer::Kind::Arrange, tr("Moving"), ids, [folder](Arrangement &arrangement) {
        arrangement.folder = folder;
        arrangement.isPinned = arrangement.isPinned && folder.isNull();
    });
}

void LibraryModel::setTagged(const QList<ConversationId> &ids, const QString &tag, bool isTagged)
{
    const QString name = tag.simplified();
    if (name.isEmpty())
        return;
    const auto isNamed = [&](const Tag &known) { return known.name == name; };
    if (isTagged && std::none_of(d->tags.begin(), d->tags.end(), isNamed)) {
        d->tags.append({ name, int(d->tags.size()) % TagColors });
        d->library.saveTag(d->tags.last(), this, {});
    }
    d->organizer.arrange(LibraryOrganizer::Kind::Arrange, isTagged ? tr("Tagging") : tr("Taking off a tag"), ids, [name, isTagged](Arrangement &arrangement) {
        arrangement.tags.removeAll(name);
        if (isTagged)
            arrangement.tags.append(name);
    });
}

void LibraryModel::duplicate(const ConversationId &id)
{
    const int row = rowOf(id);
    if (row >= 0)
        d->organizer.duplicate(d->rows.at(row).arrangement(), tr("%1 (copy)").arg(d->title(d->rows.at(row))));
}

void LibraryModel::merge(const QList<ConversationId> &ids)
{
    QList<LibraryRow> sources;
    for (const LibraryRow &row : std::as_const(d->rows)) {
        if (!row.isHeading && ids.contains(row.conversation))
            sources.append(row);
    }
    if (sources.size() < 2)
        return;
    // In the order in which they were spoken.
    std::stable_sort(sources.begin(), sources.end(), [](const LibraryRow &a, const LibraryRow &b) { return a.updatedAtMs < b.updatedAtMs; });
    QList<Arrangement> arrangements;
    for (const LibraryRow &row : sources)
        arrangements.append(row.arrangement());
    d->organizer.merge(arrangements, d->title(sources.first()));
}

FolderId LibraryModel::makeFolder(const QString &name, const QList<ConversationId> &members)
{
    const Folder folder { .id = FolderId::create(d->clock.sinceEpoch()), .name = name.simplified(), .createdAtMs = d->clock.sinceEpoch().count() };
    d->organizer.changeFolder(std::nullopt, folder);
    if (!members.isEmpty())
        moveToFolder(members, folder.id);
    return folder.id;
}

void LibraryModel::changeFolder(const Folder &folder)
{
    if (const Folder *before = d->folder(folder.id); before && !folder.name.simplified().isEmpty())
        d->organizer.changeFolder(*before, folder);
}

void LibraryModel::deleteFolder(const FolderId &folder)
{
    if (const Folder *before = d->folder(folder))
        d->organizer.changeFolder(*before, std::nullopt);
}

void LibraryModel::undoRemove()
{
    d->organizer.undo();
}

void LibraryModel::emptyTrash()
{
    d->library.emptyTrash(d->clock.sinceEpoch().count() + 1, this, [this](const Result<Done> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        refresh();
    });
}

void LibraryModel::placeWhenStored(const ConversationId &id, const FolderId &folder)
{
    d->placements.insert(id, folder);
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid())
        return flags | Qt::ItemIsDropEnabled;
    return flags | Qt::ItemIsEditable | Qt::ItemIsDropEnabled | (idAt(index.row()).isNull() ? Qt::NoItemFlags : Qt::ItemIsDragEnabled);
}

QStringList LibraryModel::mimeTypes() const
{
    return { RowsMimeType };
}

QMimeData *LibraryModel::mimeData(const QModelIndexList &indexes) const
{
    QByteArray lines;
    for (const QModelIndex &index : indexes) {
        if (const ConversationId id = idAt(index.row()); !id.isNull())
            lines += id.toString().toLatin1() + '\n';
    }
    auto *data = new QMimeData;
    data->setData(RowsMimeType, lines);
    return data;
}

bool LibraryModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &) const
{
    return d->shelf == Shelf::Conversations && d->question.isEmpty() && data->hasFormat(RowsMimeType);
}

// On a row, or between two: what is above it says where.
bool LibraryModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int target = parent.isValid() ? parent.row() : row >= 0 ? qMax(0, row - 1) : rowCount() - 1;
    if (target < 0 || target >= rowCount())
        return false;
    const LibraryRow &place = d->rows.at(target);
    const bool isAmongPinned = !place.isHeading && place.isPinned;
    d->organizer.arrange(LibraryOrganizer::Kind::Arrange, tr("Moving"), idsIn(data), [isAmongPinned, folder = place.folder()](Arrangement &arrangement) {
        arrangement.isPinned = isAmongPinned;
        arrangement.folder = isAmongPinned ? arrangement.folder : folder;
    });
    // The rows move when the library says so; the view must not remove them by itself.
    return false;
}
