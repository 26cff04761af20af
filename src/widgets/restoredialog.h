// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversation.h"

#include <QDialog>
#include <QList>
#include <QSet>

class QLabel;
class QListWidget;
class QPushButton;

// The backups of the library and what is in them. Emits wishes; lists come from outside, whenever they are ready.
class RestoreDialog : public QDialog
{
    Q_OBJECT
public:
    struct Backup
    {
        QString name;
        QString title;             // its date
        QString facts;             // what is in it
        bool isReadable = true;
    };
    explicit RestoreDialog(QWidget *parent = nullptr);

    void showBackups(const QList<Backup> &backups);
    // Of the backup that is chosen; `missing` are those that the library does not have now.
    void showConversations(const QList<ConversationSummary> &conversations, const QSet<ConversationId> &missing);
    void showSentence(const QString &sentence);

Q_SIGNALS:
    void backupChosen(const QString &name);
    void conversationsWanted(const QString &name, const QList<ConversationId> &ids);
    void everythingWanted(const QString &name);

private:
    QString chosenBackup() const;
    QList<ConversationId> chosenConversations() const;
    void updateButtons();

    QLabel *m_sentence;
    QListWidget *m_backups;
    QListWidget *m_conversations;
    QPushButton *m_bringBack;
    QPushButton *m_everything;
};
