// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "desktopnotifications.h"
#include "ids.h"

#include <QHash>
#include <QObject>

#include <chrono>

class Clock;
class LibraryModel;
class OpenConversations;
class QWidget;
class Settings;

// Tells when an answer is ready that took long, while the person is elsewhere: by the desktop's message, and by the window asking
// for attention. The message names the conversation and says nothing of the answer, since it may stand on a locked screen.
class AnswerNotifier : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        OpenConversations &conversations;
        const LibraryModel &library;
        const Settings &settings;
        const Clock &clock;
        QWidget &window;
    };
    AnswerNotifier(const Parts &parts, const QDBusConnection &bus, QObject *parent = nullptr);

    // Shorter answers are still looked at, or will be in a moment.
    static constexpr std::chrono::milliseconds LongAnswer { 8'000 };

Q_SIGNALS:
    // The person wants to see it.
    void wanted(const ConversationId &id);

private:
    void onRunning(const ConversationId &id, bool isRunning);
    bool eventFilter(QObject *watched, QEvent *event) override;
    QString titleOf(const ConversationId &id) const;

    Parts m_parts;
    DesktopNotifications m_notifications;
    QHash<ConversationId, std::chrono::milliseconds> m_started;
    QList<ConversationId> m_told;
};
