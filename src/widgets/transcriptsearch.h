// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "findmark.h"
#include "textsearch.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <set>
#include <vector>

class MessageTree;

// All messages of all branches: a message, then everything that answers it, branch by branch in the order of their arrival.
std::vector<MessageId> inReadingOrder(const MessageTree &tree);

// Looks through the messages of a conversation, a few milliseconds at a time, so that the window stays awake. What is found
// is kept by message: one that changes is looked through again, alone.
class TranscriptSearch : public QObject
{
    Q_OBJECT
public:
    // Bodies of these messages; one that cannot be read is left out.
    using Reader = std::function<std::vector<Message>(const std::vector<MessageId> &)>;
    struct Find { MessageId message; FoundPlace place; };

    explicit TranscriptSearch(QObject *parent = nullptr);

    void setReader(Reader reader) { m_reader = std::move(reader); }
    // What is known of messages that stay is kept.
    void setMessages(std::vector<MessageId> messages);
    void noteChange(const MessageId &message);
    // Begins anew. The current find is the first one in or behind `from`, or else the first one of all.
    void start(const TextSearch &search, const MessageId &from = {});
    void stop() { start({}); }

    void goToNext() { step(1); }
    void goToPrevious() { step(-1); }

    const TextSearch &search() const { return m_search; }
    bool isSearching() const { return !m_pending.empty(); }
    int count() const { return m_count; }
    int currentNumber() const;                   // from 1; 0: none
    std::optional<Find> current() const;
    // Of the messages that have a row. `length` gives the length of its source.
    std::vector<FindMark> marks(const std::function<int(const MessageId &)> &rowOf,
                                const std::function<int(int row)> &length) const;

Q_SIGNALS:
    void changed();                              // the numbers, or what is found where
    void currentChanged();                       // there is a current find, and it is another one

private:
    struct Place
    {
        size_t message = 0;
        size_t find = 0;
        auto operator<=>(const Place &) const = default;
    };

    void searchOn();
    void searchMessage(const Message &message);
    void chooseCurrent();
    void step(int direction);
    void setCurrent(const Place &place);

    Reader m_reader;
    TextSearch m_search;
    std::vector<MessageId> m_messages;
    QHash<MessageId, size_t> m_places;
    std::vector<std::vector<FoundPlace>> m_finds;    // of each message
    std::set<size_t> m_pending;
    int m_count = 0;
    std::optional<Place> m_current;
    size_t m_from = 0;
    QTimer m_timer;               // runs while something is pending
    QTimer m_changeTimer;         // gathers the changes of an answer that is being written
    QSet<MessageId> m_changed;
};
