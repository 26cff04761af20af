// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptsearch.h"

#include "messagetree.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr qint64 sliceMs = 6;
constexpr size_t pageSize = 8;          // messages that are read at once, within a slice
constexpr auto changeDelay = 200ms;

}

std::vector<MessageId> inReadingOrder(const MessageTree &tree)
{
    std::vector<MessageId> order;
    if (tree.heads().empty())
        return order;
    order.reserve(size_t(tree.size()));
    // The first message to arrive cannot have a parent here: its siblings are all the roots.
    std::vector<MessageId> waiting = tree.siblingsOf(tree.heads().front().id);
    std::reverse(waiting.begin(), waiting.end());
    while (!waiting.empty()) {
        const MessageId id = waiting.back();
        waiting.pop_back();
        order.push_back(id);
        const std::vector<MessageId> children = tree.childrenOf(id);
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return order;
}

TranscriptSearch::TranscriptSearch(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TranscriptSearch::searchOn);
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelay);
    connect(&m_changeTimer, &QTimer::timeout, this, [this] {
        for (const MessageId &message : std::exchange(m_changed, {})) {
            if (const auto place = m_places.constFind(message); place != m_places.cend())
                m_pending.insert(*place);
        }
        m_timer.start();
    });
}

void TranscriptSearch::setMessages(std::vector<MessageId> messages)
{
    if (messages == m_messages)
        return;
    const std::optional<Find> currentFind = current();
    const size_t currentIndex = m_current ? m_current->find : 0;
    std::vector<std::vector<FoundPlace>> finds(messages.size());
    std::set<size_t> pending;
    QHash<MessageId, size_t> places;
    m_count = 0;
    for (size_t i = 0; i < messages.size(); ++i) {
        places.insert(messages[i], i);
        const auto before = m_places.constFind(messages[i]);
        if (before == m_places.cend() || m_pending.count(*before) > 0)
            pending.insert(i);
        else
            finds[i] = std::move(m_finds[*before]);
        m_count += int(finds[i].size());
    }
    m_messages = std::move(messages);
    m_places = std::move(places);
    m_finds = std::move(finds);
    m_pending = m_search.isEmpty() ? std::set<size_t>() : std::move(pending);
    m_current.reset();
    m_from = 0;
    if (currentFind && m_places.contains(currentFind->message))
        m_current = Place { m_places.value(currentFind->message), currentIndex };
    if (!m_pending.empty())
        m_timer.start();
    Q_EMIT changed();
}

void TranscriptSearch::noteChange(const MessageId &message)
{
    if (m_search.isEmpty())
        return;
    m_changed.insert(message);
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

void TranscriptSearch::start(const TextSearch &search, const MessageId &from)
{
    m_search = search;
    m_changed.clear();
    m_changeTimer.stop();
    m_timer.stop();
    m_pending.clear();
    m_current.reset();
    m_count = 0;
    m_from = m_places.value(from, 0);
    for (std::vector<FoundPlace> &finds : m_finds)
        finds.clear();
    if (!search.isEmpty()) {
        for (size_t i = 0; i < m_messages.size(); ++i)
            m_pending.insert(m_pending.end(), i);
        m_timer.start();
    }
    Q_EMIT changed();
}

void TranscriptSearch::searchOn()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!m_pending.empty() && elapsed.elapsed() < sliceMs) {
        // From the reader's place on first: what is near is found at once.
        auto next = m_pending.lower_bound(m_from);
        if (next == m_pending.end())
            next = m_pending.begin();
        std::vector<MessageId> page;
        for (; next != m_pending.end() && page.size() < pageSize; next = m_pending.erase(next))
            page.push_back(m_messages[*next]);
        for (const Message &message : m_reader(page))
            searchMessage(message);
    }
    if (m_pending.empty())
        m_timer.stop();
    chooseCurrent();
    Q_EMIT changed();
}

void TranscriptSearch::searchMessage(const Message &message)
{
    const auto place = m_places.constFind(message.id);
    if (place == m_places.cend())
        return;
    std::vector<FoundPlace> &finds = m_finds[*place];
    m_count -= int(finds.size());
    finds = findInMessage(message.role, message.state, textOf(message), m_search);
    m_count += int(finds.size());
}

// None yet, or the current one is gone: the next one behind it, then the first.
void TranscriptSearch::chooseCurrent()
{
    if (m_current && m_current->find < m_finds[m_current->message].size())
        return;
    const size_t from = m_current ? m_current->message : m_from;
    m_current.reset();
    for (size_t i = 0; i < m_finds.size() && m_count > 0; ++i) {
        const size_t message = (from + i) % m_finds.size();
        if (m_pending.count(message) > 0)
            return;              // what comes first is not known yet
        if (!m_finds[message].empty()) {
            setCurrent({ message, 0 });
            return;
        }
    }
}

void TranscriptSearch::step(int direction)
{
    if (m_count == 0)
        return;
    const size_t size = m_finds.size();
    Place place = m_current.value_or(Place { m_from, 0 });
    const bool isInside = m_current && (direction > 0 ? place.find + 1 < m_finds[place.message].size() : place.find > 0);
    if (isInside) {
        place.find = direction > 0 ? place.find + 1 : place.find - 1;
    } else {
        do {
            place.message = (place.message + (direction > 0 ? 1 : size - 1)) % size;
        } while (m_finds[place.message].empty());
        place.find = direction > 0 ? 0 : m_finds[place.message].size() - 1;
    }
    setCurrent(place);
    Q_EMIT changed();
}

void TranscriptSearch::setCurrent(const Place &place)
{
    m_current = place;
    Q_EMIT currentChanged();
}

int TranscriptSearch::currentNumber() const
{
    if (!current())
        return 0;
    size_t number = m_current->find + 1;
    for (size_t i = 0; i < m_current->message; ++i)
        number += m_finds[i].size();
    return int(number);
}

std::optional<TranscriptSearch::Find> TranscriptSearch::current() const
{
    if (!m_current || m_current->find >= m_finds[m_current->message].size())
        return std::nullopt;
    return Find { m_messages[m_current->message], m_finds[m_current->message][m_current->find] };
}

std::vector<FindMark> TranscriptSearch::marks(const std::function<int(const MessageId &)> &rowOf,
                                              const std::function<int(int row)> &length) const
{
    std::vector<FindMark> marks;
    for (size_t i = 0; i < m_finds.size(); ++i) {
        const int row = m_finds[i].empty() ? -1 : rowOf(m_messages[i]);
        if (row < 0)
            continue;
        const qreal all = qMax(1, length(row));
        for (const FoundPlace &place : m_finds[i])
            marks.push_back({ row, qMin(1.0, qreal(place.sourceBegin) / all) });
    }
    return marks;
}
