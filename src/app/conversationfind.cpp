// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "conversationfind.h"

#include "actioncollection.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "findbar.h"
#include "library.h"
#include "transcriptview.h"

#include <algorithm>

ConversationFind::ConversationFind(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    m_search.setReader([this](const std::vector<MessageId> &ids) { return read(ids); });
    connectActions();
    connect(&m_parts.bar, &FindBar::searchChanged, this, &ConversationFind::start);
    connect(&m_parts.bar, &FindBar::nextRequested, &m_search, &TranscriptSearch::goToNext);
    connect(&m_parts.bar, &FindBar::previousRequested, &m_search, &TranscriptSearch::goToPrevious);
    connect(&m_parts.bar, &FindBar::closed, this, &ConversationFind::stop);
    connect(&m_search, &TranscriptSearch::changed, this, &ConversationFind::showCount);
    connect(&m_search, &TranscriptSearch::currentChanged, this, &ConversationFind::showCurrent);
}

void ConversationFind::connectActions()
{
    const auto on = [this](const char *name, auto act) {
        connect(m_parts.actions.action(QString::fromLatin1(name)), &QAction::triggered, this, act);
    };
    on("find", [this] { m_parts.bar.open(); });
    on("findNext", [this] { isFinding() ? m_search.goToNext() : m_parts.bar.open(); });
    on("findPrevious", [this] { isFinding() ? m_search.goToPrevious() : m_parts.bar.open(); });
}

bool ConversationFind::isFinding() const
{
    return !m_parts.bar.isHidden() || !m_search.search().isEmpty();
}

void ConversationFind::setController(ConversationController *controller)
{
    if (controller == m_controller)
        return;
    if (m_controller)
        disconnect(m_controller->model(), nullptr, this, nullptr);
    m_controller = controller;
    m_parts.bar.close();
    connectModel();
}

void ConversationFind::connectModel()
{
    ConversationModel *model = m_controller->model();
    // Queued: the model is asked about its branches when the change is whole.
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(model, signal, this, &ConversationFind::takeMessages, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::modelReset, this, &ConversationFind::takeMessages, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::dataChanged, this, [this, model](const QModelIndex &first, const QModelIndex &last) {
        for (int row = first.row(); !m_search.search().isEmpty() && row <= last.row(); ++row)
            m_search.noteChange(model->idAt(row));
    });
}

void ConversationFind::takeMessages()
{
    if (!m_controller || m_search.search().isEmpty())
        return;
    m_search.setMessages(inReadingOrder(m_controller->model()->tree()));
}

void ConversationFind::start(const TextSearch &search)
{
    m_landing = {};
    startFrom(search, m_parts.transcript.readingPosition().message);
}

void ConversationFind::startFrom(const TextSearch &search, const MessageId &message)
{
    if (!m_controller)
        return;
    m_parts.transcript.setSearch(search);
    m_search.setMessages(inReadingOrder(m_controller->model()->tree()));
    m_search.start(search, message);
}

void ConversationFind::showFound(const MessageId &message, const QStringList &words)
{
    m_parts.bar.close();
    if (!m_controller || !bringBranch(message))
        return;
    const ConversationModel *model = m_controller->model();
    m_parts.transcript.scrollTo(model->index(model->rowOf(message)), QAbstractItemView::PositionAtTop);
    m_landing = message;
    startFrom({ words, false, false }, message);
}

void ConversationFind::stop()
{
    m_search.stop();
    m_parts.transcript.clearFind();
    m_parts.transcript.setFocus();
}

void ConversationFind::showCount()
{
    m_parts.bar.setCount(m_search.currentNumber(), m_search.count(), m_search.isSearching());
    if (!m_search.isSearching() && m_controller)
        showMarks();
}

void ConversationFind::showMarks()
{
    const ConversationModel *model = m_controller->model();
    m_parts.transcript.setFindMarks(m_search.marks([model](const MessageId &id) { return model->rowOf(id); },
                                                   [model](int row) { return model->index(row).data(TextLengthRole).toInt(); }));
}

void ConversationFind::showCurrent()
{
    const std::optional<TranscriptSearch::Find> find = m_search.current();
    // The name of a picture, or the marks of Markdown, are found in the library alone: the message itself is the place.
    if (const MessageId landing = std::exchange(m_landing, {}); find && !landing.isNull() && find->message != landing)
        return;
    if (find && bringBranch(find->message))
        m_parts.transcript.showFind(find->message, find->place);
}

// From the root on: where the way leaves the branch that is shown, the sibling that leads on is shown instead.
bool ConversationFind::bringBranch(const MessageId &message)
{
    const ConversationModel *model = m_controller->model();
    for (const MessageId &step : model->tree().branchTo(message)) {
        if (model->rowOf(step) >= 0)
            continue;
        const std::vector<MessageId> siblings = model->tree().siblingsOf(step);
        m_controller->showSibling(step, int(std::find(siblings.begin(), siblings.end(), step) - siblings.begin()));
    }
    return model->rowOf(message) >= 0;
}

// What is being written, or was not stored yet, is known to the model alone.
std::vector<Message> ConversationFind::read(const std::vector<MessageId> &ids) const
{
    if (!m_controller)
        return {};
    const ConversationModel *model = m_controller->model();
    std::vector<Message> messages;
    std::vector<MessageId> stored;
    for (const MessageId &id : ids) {
        const MessageHead *head = model->tree().find(id);
        const int row = model->rowOf(id);
        const bool isOnlyHere = head && row >= 0 && (head->state == MessageState::Streaming || head->rowId == 0);
        if (isOnlyHere)
            messages.push_back(model->messageAt(row));
        else
            stored.push_back(id);
    }
    if (Result<std::vector<Message>> read = m_parts.library.messages(stored))
        std::move(read.value().begin(), read.value().end(), std::back_inserter(messages));
    return messages;
}
