// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "messagetree.h"
#include "transcriptroles.h"

#include <QAbstractListModel>

#include <functional>
#include <memory>

// Reads bodies of messages that are not in memory, in the order asked. Missing ones are left out.
using MessageReader = std::function<std::vector<Message>(const std::vector<MessageId> &)>;

// The active branch of one conversation, a message a row. Announces exactly what changed: rows inserted at the end,
// dataChanged for a growing answer (at most once a flush), rows replaced from the point where another branch leaves.
// Keeps heads of all messages and the bodies of a bounded number (by bytes); TextRole reads a page when it must.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ConversationModel(QObject *parent = nullptr);
    ~ConversationModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const MessageTree &tree() const;
    MessageId idAt(int row) const;
    int rowOf(const MessageId &id) const;         // -1: not on the active branch
    MessageId head() const;
    Message messageAt(int row) const;             // with its body
    // The branch that ends with `end`, with bodies, read without filling the cache. A body that cannot be read is left out.
    std::vector<Message> branchMessages(const MessageId &end) const;
    // In this order; what cannot be read is missing.
    std::vector<Message> messages(const std::vector<MessageId> &ids) const;

    // For ConversationController alone.
    void reset(MessageTree tree, const MessageId &head, std::vector<Message> tail, MessageReader reader);
    void appendMessage(const Message &message);   // its parent must be the head
    // Pieces to append; `thinkingMs` is told once, with the first text.
    void growAnswer(const MessageId &id, const QString &text, const QString &reasoning, qint64 thinkingMs = 0);
    // The answer as it is now: at its end, or where what grew does not hold. Its body stays in memory until bodyIsStored() says that the reader finds it.
    void replaceAnswer(const Message &message);
    void bodyIsStored(const MessageId &id);
    void showBranch(const MessageId &head);
    void addSibling(const Message &message);      // and shows its branch
    // What another program or view added to the conversation on disk. Messages that were being written are read anew.
    void merge(const MessageTree &stored);
    void setNotice(const MessageId &id, const TranscriptNotice &notice);
    void clearNotice(const MessageId &id);
    void setInspectable(const MessageId &id, bool isInspectable);

private:
    class Private;
    std::unique_ptr<Private> d;
};
