// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "unreadmarks.h"

#include "librarymodel.h"
#include "settings.h"

namespace {

// Of conversations that were deleted unread nobody takes the mark away.
constexpr qsizetype MostMarks = 500;

}

UnreadMarks::UnreadMarks(LibraryModel &model, Settings &settings, QObject *parent)
    : QObject(parent), m_model(model), m_settings(settings), m_ids(settings.get(keys::unreadConversations))
{
    for (const QString &id : std::as_const(m_ids)) {
        if (const ConversationId known = ConversationId::fromString(id); !known.isNull())
            m_model.setUnread(known, true);
    }
}

void UnreadMarks::setUnread(const ConversationId &id, bool isUnread)
{
    m_model.setUnread(id, isUnread);
    const QString name = id.toString();
    if (m_ids.contains(name) == isUnread)
        return;
    m_ids.removeAll(name);
    if (isUnread)
        m_ids.append(name);
    m_ids = m_ids.mid(qMax<qsizetype>(0, m_ids.size() - MostMarks));
    m_settings.set(keys::unreadConversations, m_ids);
    // Not at the end of the run alone, which may be a sudden one.
    m_settings.sync();
}
