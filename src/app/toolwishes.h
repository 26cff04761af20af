// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class ConversationController;
class MainWindow;
class OpenConversations;
class Settings;
struct Message;

// What the person wants of functions and structured answers: which functions there are, the results of their calls, an answer as a tree.
class ToolWishes : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        MainWindow &window;
        OpenConversations &conversations;
        Settings &settings;
    };
    // All of them outlive this.
    explicit ToolWishes(const Parts &parts, QObject *parent = nullptr);

    // The conversation that is shown now.
    void show(ConversationController *controller);
    void showFunctions();

private:
    void answerCalls(const Message &answer);
    void showTree(const QString &json);

    Parts m_parts;
};
