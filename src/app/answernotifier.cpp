// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "answernotifier.h"

#include "conversationcontroller.h"
#include "librarymodel.h"
#include "openconversations.h"
#include "settings.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

AnswerNotifier::AnswerNotifier(const Parts &parts, const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_parts(parts), m_notifications(bus)
{
    connect(&m_parts.conversations, &OpenConversations::runningChanged, this, &AnswerNotifier::onRunning);
    connect(&m_notifications, &DesktopNotifications::activated, this, [this](const QString &key) { Q_EMIT wanted(ConversationId::fromString(key)); });
    m_parts.window.installEventFilter(this);
}

QString AnswerNotifier::titleOf(const ConversationId &id) const
{
    if (const ConversationController *open = m_parts.conversations.find(id))
        return open->conversation().title;
    const int row = m_parts.library.rowOf(id);
    return row < 0 ? QString() : m_parts.library.index(row).data().toString();
}

void AnswerNotifier::onRunning(const ConversationId &id, bool isRunning)
{
    const std::chrono::milliseconds now = m_parts.clock.monotonic();
    if (isRunning) {
        if (!m_started.contains(id))
            m_started.insert(id, now);
        return;
    }
    if (!m_started.contains(id) || now - m_started.take(id) < LongAnswer || m_parts.window.isActiveWindow())
        return;
    if (!m_parts.settings.get(keys::tellsOfAnswers))
        return;
    QApplication::alert(&m_parts.window);
    m_told.append(id);
    m_notifications.show(id.toString(), tr("An answer is ready"), titleOf(id));
}

// Who is back sees for himself.
bool AnswerNotifier::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        for (const ConversationId &id : std::exchange(m_told, {}))
            m_notifications.withdraw(id.toString());
    }
    return QObject::eventFilter(watched, event);
}
