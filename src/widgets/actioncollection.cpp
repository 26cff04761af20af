// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "actioncollection.h"

#include "icons.h"

QAction *ActionCollection::add(const QString &name, const QString &text, const QKeySequence &shortcut, const QString &iconName)
{
    Q_ASSERT(!findChild<QAction *>(name, Qt::FindDirectChildrenOnly));
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setToolTip(toolTipFor(text, shortcut));
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    m_actions.append(action);
    return action;
}

QAction *ActionCollection::action(const QString &name) const
{
    auto *found = findChild<QAction *>(name, Qt::FindDirectChildrenOnly);
    Q_ASSERT(found);
    return found;
}

QString toolTipFor(const QString &text, const QKeySequence &shortcut)
{
    QString words = text;
    words.remove(u'&');
    while (words.endsWith(u'…') || words.endsWith(u'.'))
        words.chop(1);
    if (shortcut.isEmpty())
        return words;
    return QStringLiteral("%1 (%2)").arg(words, shortcut.toString(QKeySequence::NativeText));
}
