// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "quickentries.h"
#include "ids.h"

#include <QObject>
#include <QPointer>

class CommandPalette;
class ConversationController;
class ConversationSwitcher;
class Library;
class LibraryModel;
class MainWindow;
class OpenConversations;
class Settings;
struct ConversationSummary;

// Ways to everything by a few keys: the palette (Ctrl+K) with all actions of the window and all conversations, and the switcher
// (Ctrl+Tab) between those that were looked at last, in this run or before. What was used last stands first.
class QuickAccess : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        MainWindow &window;
        Library &library;
        const LibraryModel &model;
        const OpenConversations &conversations;
        Settings &settings;
    };
    // All of them outlive this.
    explicit QuickAccess(const Parts &parts, QObject *parent = nullptr);

private:
    struct Seen { ConversationId id; QString title; };

    void openPalette();
    void openSwitcher(int step);
    void noteShown(ConversationController *controller);
    void noteTitle();
    void remember();
    void forget(const ConversationId &id);
    QList<QuickEntry> actionEntries() const;
    QList<QuickEntry> withConversations(const QList<ConversationSummary> &all) const;
    QList<QuickEntry> lastSeen() const;
    void take(const QVariant &target);

    Parts m_parts;
    CommandPalette *m_palette = nullptr;           // made with the first use
    ConversationSwitcher *m_switcher = nullptr;
    QPointer<ConversationController> m_shown;
    QList<Seen> m_seen;                            // the last one first; those of earlier runs have no title
    QStringList m_usedActions;                     // names, the last one first
    QList<QuickEntry> m_lastEntries;               // of conversations, until they are read anew
};
