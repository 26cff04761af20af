// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QObject>
#include <QStringList>

class LibraryModel;
class Settings;

// Which conversations have an answer that nobody has read, also over a restart: shown by the model, kept in the settings at once.
class UnreadMarks : public QObject
{
    Q_OBJECT
public:
    // Marks what was unread at the end of the last run. Both outlive this.
    UnreadMarks(LibraryModel &model, Settings &settings, QObject *parent = nullptr);

    void setUnread(const ConversationId &id, bool isUnread);

private:
    LibraryModel &m_model;
    Settings &m_settings;
    QStringList m_ids;       // the last one at the end
};
