// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "quickentries.h"

#include <QFrame>

class QuickList;

// The conversations that were looked at last, while Ctrl is held: Tab goes on, letting go of Ctrl takes the marked one, Esc none. Opened
// without Ctrl it stays until Enter or a click.
class ConversationSwitcher : public QFrame
{
    Q_OBJECT
public:
    explicit ConversationSwitcher(QWidget *parent);

    // `entries`: the shown one first. `step`: 1 marks the one before it, -1 the oldest.
    void open(const QList<QuickEntry> &entries, int step);

Q_SIGNALS:
    // Once it is closed.
    void chosen(const QVariant &target);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    void choose();

    QuickEntries *m_entries;
    QuickList *m_list;
};
