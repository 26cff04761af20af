// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ids.h"

#include <QList>
#include <QObject>
#include <QPointer>

class Library;
class MainWindow;
class Prompt;
class RestoreDialog;

// The way back into an earlier library: lists the backups, brings conversations back, or asks for all of one.
class Backups : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Library &library;
        QString folder;            // of the library
        MainWindow &window;
    };
    explicit Backups(const Parts &parts, QObject *parent = nullptr);

    // The dialog. `prompt` is asked before a whole library is replaced.
    void show(Prompt &prompt);

Q_SIGNALS:
    // The library has to be closed for that.
    void everythingRequested(const QString &name);

private:
    void list();
    void listConversations(const QString &name);
    void bringBack(const QString &name, const QList<ConversationId> &ids);

    Parts m_parts;
    QPointer<RestoreDialog> m_dialog;
};
