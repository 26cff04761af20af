// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "quickaccess.h"

#include "commandpalette.h"
#include "conversationcontroller.h"
#include "conversationswitcher.h"
#include "library.h"
#include "librarymodel.h"
#include "mainwindow.h"
#include "openconversations.h"
#include "settings.h"

#include <QMenu>
#include <QSet>

#include <algorithm>
#include <tuple>
#include <vector>

namespace {

constexpr qsizetype MostSwitched = 10;
constexpr qsizetype MostSeen = 50;
constexpr qsizetype RecentOnes = 6;       // before the actions, as long as nothing is typed

QString withoutMarks(QString text)
{
    text.replace(QLatin1String("&&"), QString(QChar(1)));
    text.remove(u'&');
    return text.replace(QChar(1), u'&');
}

QString titleOrUnnamed(const QString &title)
{
    const QString shown = title.simplified();
    return shown.isEmpty() ? QuickAccess::tr("New conversation") : shown;
}

}

QuickAccess::QuickAccess(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    const auto on = [this](const char *name, const std::function<void()> &act) {
        connect(m_parts.window.actions().action(QString::fromLatin1(name)), &QAction::triggered, this, [act] { act(); });
    };
    on("commandPalette", [this] { openPalette(); });
    on("switchConversation", [this] { openSwitcher(1); });
    on("switchConversationBack", [this] { openSwitcher(-1); });
    connect(&m_parts.window, &MainWindow::shown, this, &QuickAccess::noteShown);
    connect(&m_parts.model, &LibraryModel::removed, this, &QuickAccess::forget);
    for (const QString &id : m_parts.settings.get(keys::seenConversations))
        m_seen.append({ ConversationId::fromString(id), {} });
    noteShown(m_parts.conversations.shown());
}

void QuickAccess::noteShown(ConversationController *controller)
{
    if (m_shown && m_shown != controller) {
        disconnect(m_shown, nullptr, this, nullptr);
        // Of a new one in which nothing was written, or one that is not kept, there is nothing to go back to.
        if (!m_shown->isKept())
            forget(m_shown->id());
    }
    m_shown = controller;
    forget(controller->id());
    m_seen.prepend({ controller->id(), controller->conversation().title });
    m_seen = m_seen.mid(0, MostSeen);
    connect(controller, &ConversationController::titleChanged, this, &QuickAccess::noteTitle, Qt::UniqueConnection);
    remember();
}

// Ids alone: what a conversation is called is the library's business. Of one that is not kept nothing is written.
void QuickAccess::remember()
{
    QStringList ids;
    for (const Seen &seen : std::as_const(m_seen)) {
        const bool isKept = !m_shown || seen.id != m_shown->id() || m_shown->isKept();
        if (isKept && ids.size() < MostSwitched)
            ids += seen.id.toString();
    }
    m_parts.settings.set(keys::seenConversations, ids);
}

void QuickAccess::noteTitle()
{
    if (m_shown && !m_seen.isEmpty() && m_seen.first().id == m_shown->id())
        m_seen.first().title = m_shown->conversation().title;
}

void QuickAccess::forget(const ConversationId &id)
{
    m_seen.removeIf([&](const Seen &seen) { return seen.id == id; });
}

// Those that were used last in this run first, then as the window lists them.
QList<QuickEntry> QuickAccess::actionEntries() const
{
    QList<QAction *> actions = m_parts.window.actions().actions();
    const auto place = [this](const QAction *action) {
        const qsizetype used = m_usedActions.indexOf(action->objectName());
        return used < 0 ? m_usedActions.size() : used;
    };
    std::stable_sort(actions.begin(), actions.end(), [&](const QAction *a, const QAction *b) { return place(a) < place(b); });
    QList<QuickEntry> entries;
    for (QAction *action : std::as_const(actions)) {
        if (!action->isEnabled() || action->objectName() == QLatin1String("commandPalette"))
            continue;
        const QString title = withoutMarks(action->text());
        if (!action->menu()) {
            entries.append({ title, action->shortcut().toString(QKeySequence::NativeText), action->icon(), QVariant::fromValue(QPointer<QAction>(action)), 0 });
            continue;
        }
        for (QAction *below : action->menu()->actions()) {
            if (!below->isSeparator() && below->isEnabled())
                entries.append({ tr("%1: %2").arg(title, withoutMarks(below->text())), {}, action->icon(), QVariant::fromValue(QPointer<QAction>(below)), 0 });
        }
    }
    return entries;
}

// Those that were looked at last, then the newest.
QList<QuickEntry> QuickAccess::withConversations(const QList<ConversationSummary> &all) const
{
    QHash<ConversationId, qsizetype> places;
    for (qsizetype i = 0; i < m_seen.size(); ++i)
        places.insert(m_seen.at(i).id, i);
    struct Placed { qsizetype place; qint64 age; const ConversationSummary *summary; };
    std::vector<Placed> sorted;
    sorted.reserve(size_t(all.size()));
    for (const ConversationSummary &summary : all) {
        // The one that is shown is no place to go to.
        if (!m_shown || summary.id != m_shown->id())
            sorted.push_back({ places.value(summary.id, MostSeen), -summary.updatedAtMs, &summary });
    }
    std::sort(sorted.begin(), sorted.end(), [](const Placed &a, const Placed &b) { return std::tie(a.place, a.age) < std::tie(b.place, b.age); });
    QList<QuickEntry> entries;
    entries.reserve(all.size());
    for (const Placed &placed : sorted)
        entries.append({ titleOrUnnamed(placed.summary->title), {}, {}, QVariant::fromValue(placed.summary->id), placed.summary->updatedAtMs });
    return entries;
}

void QuickAccess::openPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(&m_parts.window);
        connect(m_palette, &CommandPalette::chosen, this, &QuickAccess::take);
    }
    const auto fill = [this] { m_palette->setEntries(m_lastEntries.mid(0, RecentOnes) + actionEntries() + m_lastEntries.mid(RecentOnes)); };
    fill();
    m_palette->open();
    m_parts.library.listConversations(this, [this, fill](const Result<QList<ConversationSummary>> &all) {
        if (!all)
            return;
        m_lastEntries = withConversations(all.value());
        if (m_palette->isVisible())
            fill();
    });
}

// The rows of the side pane name what earlier runs have seen, and fill up what none has. What they do not name is gone or put away.
QList<QuickEntry> QuickAccess::lastSeen() const
{
    QList<Seen> all = m_seen.mid(0, MostSwitched);
    QSet<ConversationId> nameless;
    for (const Seen &seen : std::as_const(all)) {
        if (seen.title.isEmpty() && (!m_shown || seen.id != m_shown->id()))
            nameless.insert(seen.id);
    }
    QList<std::pair<qint64, Seen>> others;
    for (int row = m_parts.model.conversationRow(0, 1); row >= 0; row = m_parts.model.conversationRow(row + 1, 1)) {
        const ConversationId id = m_parts.model.idAt(row);
        const QModelIndex index = m_parts.model.index(row);
        const auto known = std::find_if(all.begin(), all.end(), [&](const Seen &seen) { return seen.id == id; });
        if (known != all.end()) {
            known->title = index.data().toString();
            nameless.remove(id);
        } else if (others.size() < 200) {
            others.append({ index.data(LibraryModel::UpdatedRole).toLongLong(), { id, index.data().toString() } });
        }
    }
    all.removeIf([&](const Seen &seen) { return nameless.contains(seen.id); });
    std::stable_sort(others.begin(), others.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    for (const auto &[updated, other] : std::as_const(others)) {
        if (all.size() < MostSwitched)
            all.append(other);
    }
    QList<QuickEntry> entries;
    for (const Seen &seen : std::as_const(all))
        entries.append({ titleOrUnnamed(seen.title), {}, {}, QVariant::fromValue(seen.id), 0 });
    return entries;
}

void QuickAccess::openSwitcher(int step)
{
    if (!m_switcher) {
        m_switcher = new ConversationSwitcher(&m_parts.window);
        connect(m_switcher, &ConversationSwitcher::chosen, this, &QuickAccess::take);
    }
    if (const QList<QuickEntry> entries = lastSeen(); entries.size() > 1)
        m_switcher->open(entries, step);
}

void QuickAccess::take(const QVariant &target)
{
    if (target.canConvert<ConversationId>()) {
        const auto id = target.value<ConversationId>();
        if (id != m_parts.conversations.shown()->id())
            m_parts.window.openConversation(id);
        return;
    }
    const auto action = target.value<QPointer<QAction>>();
    if (!action)
        return;
    m_usedActions.removeAll(action->objectName());
    if (!action->objectName().isEmpty())
        m_usedActions.prepend(action->objectName());
    // When the popup is gone: what the action opens would go with it.
    QMetaObject::invokeMethod(action.data(), &QAction::trigger, Qt::QueuedConnection);
}
