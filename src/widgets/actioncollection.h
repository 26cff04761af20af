// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

// Every action of the window by its name: menus, shortcuts and tests read it, nobody keeps a second list.
class ActionCollection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // `name` becomes the object name and is unique. The tooltip is the text with its shortcut. `iconName` may be empty.
    QAction *add(const QString &name, const QString &text, const QKeySequence &shortcut = {}, const QString &iconName = {});
    // A programming error when there is none of that name.
    QAction *action(const QString &name) const;
    QList<QAction *> actions() const { return m_actions; }

private:
    QList<QAction *> m_actions;
};

// "New conversation (Ctrl+N)": a tooltip in the words of the action, without mnemonics.
QString toolTipFor(const QString &text, const QKeySequence &shortcut);
