// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QObject>

class ConversationController;
class ConversationPane;
class DraftKeeper;
class EndpointBook;

// What a person wishes for a single message of the conversation that is shown and that takes a dialog: to put another one beside it,
// to write it anew in any role, and to look into what went over the wire for it.
class MessageWishes : public QObject
{
    Q_OBJECT
public:
    explicit MessageWishes(ConversationPane &pane, QObject *parent = nullptr);

    void inspectLastAnswer();
    // The settings of the conversation itself.
    void showOptions(const EndpointBook &endpoints);
    // A picture of the web for the message that is being written.
    void askForPicture(DraftKeeper &drafts);

private:
    void insert(const MessageId &message, bool isBefore);
    void editAs(const MessageId &message);
    void inspect(const MessageId &answer);
    QList<ToolCall> callsUpTo(int row) const;

    ConversationPane &m_pane;
};
