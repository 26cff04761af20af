// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "libraryorganizer.h"

#include "clock.h"
#include "library.h"

#include <algorithm>

namespace {

QList<ConversationId> idsOf(const QList<Arrangement> &arrangements)
{
    QList<ConversationId> ids;
    for (const Arrangement &arrangement : arrangements)
        ids.append(arrangement.id);
    return ids;
}

QList<Arrangement> inTrash(QList<Arrangement> arrangements, qint64 nowMs)
{
    for (Arrangement &arrangement : arrangements)
        arrangement.deletedAtMs = nowMs;
    return arrangements;
}

}

LibraryOrganizer::LibraryOrganizer(Library &library, const Clock &clock, QObject *parent) : QObject(parent), m_library(library), m_clock(clock)
{
}

LibraryOrganizer::Work LibraryOrganizer::arranging(const QList<Arrangement> &arrangements)
{
    return [this, arrangements](LibraryOrganizer *context, std::function<void(Result<Done>)> done) {
        m_library.arrangeConversations(arrangements, context, std::move(done));
    };
}

void LibraryOrganizer::arrange(Kind kind, const QString &what, const QList<ConversationId> &ids, const Change &change)
{
    if (m_isBusy) {
        m_waiting.append([this, kind, what, ids, change] { arrange(kind, what, ids, change); });
        return;
    }
    m_isBusy = true;
    m_library.summarize(ids, this, [this, kind, what, change](const Result<QList<ConversationSummary>> &found) {
        m_isBusy = false;
        QList<Arrangement> before;
        for (const ConversationSummary &summary : found ? found.value() : QList<ConversationSummary>())
            before.append(summary.arrangement);
        QList<Arrangement> after = before;
        std::for_each(after.begin(), after.end(), change);
        if (!found)
            Q_EMIT failed(found.error());
        else if (before != after)
            perform({ kind, what, idsOf(after), arranging(after), arranging(before) });
        goOn();
    });
}

void LibraryOrganizer::rename(const ConversationId &id, const QString &before, const QString &after)
{
    if (before == after)
        return;
    // Where that cannot be told the old title counts as a person's: it is not written over.
    const Result<bool> known = m_library.hasManualTitle(id);
    const bool wasManual = known ? known.value() : true;
    const Work name = [this, id, after](LibraryOrganizer *context, std::function<void(Result<Done>)> done) {
        m_library.renameConversation(id, after, true, context, std::move(done));
    };
    const Work nameBack = [this, id, before, wasManual](LibraryOrganizer *context, std::function<void(Result<Done>)> done) {
        m_library.undoRename(id, before, wasManual, context, std::move(done));
    };
    perform({ Kind::Rename, tr("Renaming"), { id }, name, nameBack });
}

void LibraryOrganizer::duplicate(const Arrangement &source, const QString &title)
{
    copy(Kind::Copy, tr("Duplicating"), { source }, title);
}

void LibraryOrganizer::merge(const QList<Arrangement> &sources, const QString &title)
{
    copy(Kind::Merge, tr("Merging"), sources, title);
}

// Doing it again after it was undone finds the copy that is in the trash, and takes it out.
void LibraryOrganizer::copy(Kind kind, const QString &what, const QList<Arrangement> &sources, const QString &title)
{
    if (sources.isEmpty())
        return;
    const qint64 nowMs = m_clock.sinceEpoch().count();
    Arrangement made = sources.first();
    made.id = ConversationId::create(m_clock.sinceEpoch());
    made.isPinned = false;
    made.deletedAtMs = 0;
    QList<Arrangement> after { made };
    QList<Arrangement> before = inTrash({ made }, nowMs);
    if (kind == Kind::Merge) {
        after += inTrash(sources, nowMs);
        before += sources;
    }
    const Work apply = [this, sources, title, id = made.id, arrange = arranging(after)](LibraryOrganizer *context, std::function<void(Result<Done>)> done) {
        m_library.copyConversations(idsOf(sources), id, title, context, [context, arrange, done = std::move(done)](const Result<Done> &copied) {
            if (copied)
                arrange(context, done);
            else
                done(copied);
        });
    };
    perform({ kind, what, { made.id }, apply, arranging(before) });
}

// Into `members`, from all shelves: what is archived or in the trash is in a folder too.
void LibraryOrganizer::collectMembers(const FolderId &folder, const std::shared_ptr<QList<Arrangement>> &members, QList<Shelf> shelves, const std::function<void(Result<Done>)> &done)
{
    if (shelves.isEmpty()) {
        done(Done {});
        return;
    }
    const Shelf shelf = shelves.takeFirst();
    m_library.listShelf(shelf, this, [=, this](const Result<QList<ConversationSummary>> &listed) {
        if (!listed) {
            done(listed.error());
            return;
        }
        for (const ConversationSummary &summary : listed.value()) {
            if (summary.arrangement.folder == folder)
                members->append(summary.arrangement);
        }
        collectMembers(folder, members, shelves, done);
    });
}

LibraryOrganizer::Work LibraryOrganizer::removingFolder(const FolderId &folder, const std::shared_ptr<QList<Arrangement>> &members)
{
    return [this, folder, members](LibraryOrganizer *context, std::function<void(Result<Done>)> done) {
        members->clear();
        collectMembers(folder, members, { Shelf::Conversations, Shelf::Archive, Shelf::Trash }, [this, folder, context, done = std::move(done)](const Result<Done> &collected) {
            if (collected)
                m_library.deleteFolder(folder, context, done);
            else
                done(collected);
        });
    };
}

void LibraryOrganizer::changeFolder(const std::optional<Folder> &before, const std::optional<Folder> &after)
{
    // What is in a folder when it goes comes back with it.
    const auto members = std::make_shared<QList<Arrangement>>();
    const auto becoming = [this, members](const std::optional<Folder> &wanted, const std::optional<Folder> &other) -> Work {
        if (!wanted)
            return removingFolder(other->id, members);
        return [this, wanted, members](LibraryOrganizer *context, std::function<void(Result<Done>)> done) {
            m_library.saveFolder(*wanted, context, [this, context, members, done = std::move(done)](const Result<Done> &saved) {
                if (saved)
                    arranging(*members)(context, done);
                else
                    done(saved);
            });
        };
    };
    const QString what = !before ? tr("Making a folder") : after ? tr("Changing a folder") : tr("Deleting a folder");
    if (before != after)
        perform({ Kind::Folder, what, {}, becoming(after, before), becoming(before, after) });
}

void LibraryOrganizer::perform(const Step &step)
{
    if (m_isBusy) {
        m_waiting.append([this, step] { perform(step); });
        return;
    }
    run(step.apply, [this, step] {
        m_redo.clear();
        m_undo.append(step);
        Q_EMIT performed(step.kind, step.what, step.ids);
    });
}

void LibraryOrganizer::undo()
{
    if (m_isBusy) {
        m_waiting.append([this] { undo(); });
        return;
    }
    if (m_undo.isEmpty())
        return;
    run(m_undo.last().revert, [this] {
        m_redo.append(m_undo.takeLast());
        Q_EMIT undone(m_redo.last().kind, m_redo.last().ids);
    });
}

void LibraryOrganizer::redo()
{
    if (m_isBusy) {
        m_waiting.append([this] { redo(); });
        return;
    }
    if (m_redo.isEmpty())
        return;
    run(m_redo.last().apply, [this] {
        const Step step = m_redo.takeLast();
        m_undo.append(step);
        Q_EMIT performed(step.kind, step.what, step.ids);
    });
}

void LibraryOrganizer::run(const Work &work, const std::function<void()> &succeeded)
{
    m_isBusy = true;
    work(this, [this, succeeded](const Result<Done> &done) {
        m_isBusy = false;
        if (done)
            succeeded();
        else
            Q_EMIT failed(done.error());
        Q_EMIT stackChanged();
        goOn();
    });
}

void LibraryOrganizer::goOn()
{
    while (!m_waiting.isEmpty() && !m_isBusy)
        m_waiting.takeFirst()();
}
