// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationcontroller.h"

#include <QObject>

#include <memory>

// Which conversations are open. A controller stays as long as it is shown or its answer runs; answers go on when
// another conversation is shown, any number at once.
class OpenConversations : public QObject
{
    Q_OBJECT
public:
    explicit OpenConversations(const ConversationController::Dependencies &dependencies, QObject *parent = nullptr);
    ~OpenConversations() override;

    ConversationController *shown() const;       // never null
    // Ends in shownChanged() (at once for one that is open already) or failed().
    void show(const ConversationId &id);
    void showNew();
    ConversationController *find(const ConversationId &id) const;

Q_SIGNALS:
    void shownChanged(ConversationController *controller);
    void runningChanged(const ConversationId &id, bool isRunning);
    // Once for each answer of any of them, after it was stored (or could not be).
    void answerEnded(ConversationController *controller, const Message &answer);
    void failed(const Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};
