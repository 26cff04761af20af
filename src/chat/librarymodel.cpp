// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "librarymodel.h"

#include "clock.h"
#include "library.h"
#include "librarysections_p.h"

#include <QDateTime>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace {
using namespace std::chrono_literals;

constexpr int MaxFound = 200;
constexpr QChar FoundStart(0x2068);
constexpr QChar FoundEnd(0x2069);
constexpr auto RefreshDelay = 150ms;   // an answer that runs changes its conversation twice a second

// A conversation, or one in which a search found something.
struct Row
{
    ConversationId conversation;
    MessageId message;
    QString title;
    QString snippet;
    QString draftText;
    qint64 updatedAtMs = 0;
    int hits = 0;
    bool isPinned = false;
    bool isRunning = false;
    bool operator==(const Row &) const = default;
};

Row rowFrom(const ConversationSummary &summary)
{
    return { summary.id, {}, summary.title, {}, summary.draftText, summary.updatedAtMs, 0, summary.isPinned, summary.isRunning };
}

Row rowFrom(const FoundConversation &found)
{
    return { found.id, found.message, found.title, found.snippet, {}, found.createdAtMs, found.messages, false, false };
}

QString withoutMarks(QString text)
{
    return text.remove(FoundStart).remove(FoundEnd);
}

QStringList markedWords(const QString &text)
{
    QStringList words;
    for (qsizetype begin = text.indexOf(FoundStart); begin >= 0; begin = text.indexOf(FoundStart, begin + 1)) {
        const qsizetype end = text.indexOf(FoundEnd, begin);
        if (end > begin + 1 && !words.contains(text.sliced(begin + 1, end - begin - 1), Qt::CaseInsensitive))
            words.append(text.sliced(begin + 1, end - begin - 1));
    }
    return words;
}

bool isListed(const ConversationSummary &summary)
{
    // A draft that was emptied again leaves a conversation without anything in it.
    return summary.messageCount > 0 || !summary.draftText.isEmpty() || !summary.title.isEmpty();
}
}

class LibraryModel::Private
{
public:
    Private(LibraryModel *model, Library &source, const Clock &wallClock) : q(model), library(source), clock(wallClock) {}

    LibraryModel *q;
    Library &library;
    const Clock &clock;
    QList<Row> rows;
    SearchQuestion question;
    QStringList models;
    QSet<ConversationId> running;
    QList<std::pair<ConversationId, QString>> removed;   // newest last
    QTimer refreshTimer;
    bool isAsking = false;
    bool mustAskAgain = false;
    bool isLoaded = false;

    void ask();
    void listed(const Result<QList<ConversationSummary>> &list);
    void found(const QString &words, const Result<QList<FoundConversation>> &hits);
    bool answerIsStale();
    void show(const QList<Row> &wanted);
    void removeMissing(const QList<Row> &wanted);
    void insertAndMove(const QList<Row> &wanted);
    void tellRow(int row, const QList<int> &roles = {});
    QString section(const Row &row) const;
    struct Day
    {
        explicit Day(qint64 ms = 0) : date(QDateTime::fromMSecsSinceEpoch(ms).date()),
            begin(date.startOfDay().toMSecsSinceEpoch()), end(date.addDays(1).startOfDay().toMSecsSinceEpoch()) {}
        bool contains(qint64 ms) const { return ms >= begin && ms < end; }
        QDate date;
        qint64 begin;
        qint64 end;
    };
    // What the last question was about: rows of one day stand together, and the list asks for each row several times.
    mutable Day today, day;
    mutable QString dayTitle;
    QString title(const Row &row) const;
};

// One question at a time: what was typed while one is under way is asked once, when it has come back.
void LibraryModel::Private::ask()
{
    refreshTimer.stop();
    if (isAsking) {
        mustAskAgain = true;
        library.cancelSearches();
        return;
    }
    isAsking = true;
    if (question.isEmpty())
        library.listConversations(q, [this](const Result<QList<ConversationSummary>> &list) { listed(list); });
    else
        library.searchConversations(question, MaxFound, q, [this, words = question.words](const Result<QList<FoundConversation>> &hits) { found(words, hits); });
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
    QList<Row> wanted;
    wanted.reserve(list.value().size());
    for (const ConversationSummary &summary : list.value()) {
        if (isListed(summary))
            wanted += rowFrom(summary);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const Row &a, const Row &b) { return a.isPinned > b.isPinned; });
    show(wanted);
    Q_EMIT q->filterApplied({}, int(rows.size()));
    if (!std::exchange(isLoaded, true))
        Q_EMIT q->loaded();
}

void LibraryModel::Private::found(const QString &words, const Result<QList<FoundConversation>> &hits)
{
    if (answerIsStale())
        return;
    if (!hits) {
        Q_EMIT q->failed(hits.error());
        return;
    }
    QList<Row> wanted;
    for (const FoundConversation &hit : hits.value())
        wanted += rowFrom(hit);
    show(wanted);
    Q_EMIT q->filterApplied(words, int(rows.size()));
}

// Turns the rows that are there into the wanted ones with as few changes as are plain to see: what a reader selected
// and scrolled to stays.
void LibraryModel::Private::show(const QList<Row> &wanted)
{
    removeMissing(wanted);
    insertAndMove(wanted);
}

void LibraryModel::Private::removeMissing(const QList<Row> &wanted)
{
    QSet<ConversationId> kept;
    for (const Row &row : wanted)
        kept.insert(row.conversation);
    const auto isGone = [&](const Row &row) { return !kept.contains(row.conversation); };
    for (int last = int(rows.size()) - 1; last >= 0; --last) {
        if (!isGone(rows.at(last)))
            continue;
        int first = last;
        while (first > 0 && isGone(rows.at(first - 1)))
            --first;
        q->beginRemoveRows({}, first, last);
        rows.remove(first, last - first + 1);
        q->endRemoveRows();
        last = first;
    }
}

void LibraryModel::Private::insertAndMove(const QList<Row> &wanted)
{
    QSet<ConversationId> present;
    for (const Row &row : std::as_const(rows))
        present.insert(row.conversation);
    const auto isNew = [&](const Row &row) { return !present.contains(row.conversation); };
    for (int at = 0; at < int(wanted.size()); ++at) {
        if (isNew(wanted.at(at))) {
            int end = at + 1;
            while (end < int(wanted.size()) && isNew(wanted.at(end)))
                ++end;
            q->beginInsertRows({}, at, end - 1);
            rows = rows.first(at) + wanted.sliced(at, end - at) + rows.sliced(at);
            q->endInsertRows();
            at = end - 1;
            continue;
        }
        int from = at;
        while (rows.at(from).conversation != wanted.at(at).conversation)
            ++from;
        if (from != at) {
            q->beginMoveRows({}, from, from, {}, at);
            rows.move(from, at);
            q->endMoveRows();
        }
        if (rows.at(at) != wanted.at(at)) {
            rows[at] = wanted.at(at);
            tellRow(at);
        }
    }
}

void LibraryModel::Private::tellRow(int row, const QList<int> &roles)
{
    Q_EMIT q->dataChanged(q->index(row), q->index(row), roles);
}

QString LibraryModel::Private::section(const Row &row) const
{
    if (!question.isEmpty())
        return {};
    if (row.isPinned)
        return LibraryModel::tr("Pinned");
    const qint64 now = clock.sinceEpoch().count();
    const bool isSameToday = today.contains(now);
    if (!isSameToday)
        today = Day(now);
    if (!isSameToday || !day.contains(row.updatedAtMs)) {
        day = Day(row.updatedAtMs);
        dayTitle = sectionTitle(day.date, today.date);
    }
    return dayTitle;
}

QString LibraryModel::Private::title(const Row &row) const
{
    return row.title.isEmpty() ? LibraryModel::tr("New conversation") : withoutMarks(row.title);
}

LibraryModel::LibraryModel(Library &library, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), d(std::make_unique<Private>(this, library, clock))
{
    d->refreshTimer.setSingleShot(true);
    d->refreshTimer.setInterval(RefreshDelay);
    connect(&d->refreshTimer, &QTimer::timeout, this, &LibraryModel::refresh);
    connect(&library, &Library::conversationChanged, this, [this] {
        if (!d->refreshTimer.isActive())
            d->refreshTimer.start();
    });
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
    const Row &row = d->rows.at(index.row());
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
        return row.draftText;
    case SnippetRole:
        return row.snippet;
    case MessageRole:
        return QVariant::fromValue(row.message);
    case MarkedTitleRole:
        return row.title.isEmpty() ? d->title(row) : row.title;
    case HitCountRole:
        return row.hits;
    default:
        return {};
    }
}

QHash<int, QByteArray> LibraryModel::roleNames() const
{
    return {
        { Qt::DisplayRole, "display" }, { ConversationIdRole, "conversationId" }, { UpdatedRole, "updated" },
        { SectionRole, "section" },     { IsRunningRole, "isRunning" },           { DraftRole, "draft" },
        { SnippetRole, "snippet" },     { MessageRole, "message" },
        { MarkedTitleRole, "markedTitle" }, { HitCountRole, "hitCount" },
    };
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

int LibraryModel::rowOf(const ConversationId &id) const
{
    for (int row = 0; row < int(d->rows.size()); ++row) {
        if (d->rows.at(row).conversation == id)
            return row;
    }
    return -1;
}

ConversationId LibraryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? d->rows.at(row).conversation : ConversationId();
}

QStringList LibraryModel::foundWordsAt(int row) const
{
    return row >= 0 && row < rowCount() ? markedWords(d->rows.at(row).snippet) : QStringList();
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

void LibraryModel::setRunning(const ConversationId &id, bool isRunning)
{
    if (isRunning == d->running.contains(id))
        return;
    if (isRunning)
        d->running.insert(id);
    else
        d->running.remove(id);
    for (int row = 0; row < rowCount(); ++row) {
        if (d->rows.at(row).conversation == id)
            d->tellRow(row, { IsRunningRole });
    }
}

void LibraryModel::rename(const ConversationId &id, const QString &title)
{
    const QString wanted = title.simplified();
    if (wanted.isEmpty())
        return;
    d->library.renameConversation(id, wanted, true, this, [this](const Result<Done> &done) {
        if (!done)
            Q_EMIT failed(done.error());
        refresh();
    });
}

void LibraryModel::remove(const ConversationId &id)
{
    const int row = rowOf(id);
    const QString title = row >= 0 ? d->title(d->rows.at(row)) : QString();
    d->library.deleteConversation(id, this, [this, id, title](const Result<Done> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        d->removed.append({ id, title });
        refresh();
        Q_EMIT removed(id, title);
    });
}

void LibraryModel::undoRemove()
{
    if (d->removed.isEmpty())
        return;
    const auto last = d->removed.takeLast();
    d->library.restoreConversation(last.first, this, [this, last](const Result<Done> &done) {
        if (!done) {
            d->removed.append(last);
            Q_EMIT failed(done.error());
            return;
        }
        refresh();
        Q_EMIT restored(last.first);
    });
}
