// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "quickentries.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QuickList;

// Everything there is to do and every conversation, by a few letters of its name: a field and the rows that fit. Enter or a click takes
// the marked row, Esc none.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent);

    // While it is open what was typed stays, and the first row is marked.
    void setEntries(const QList<QuickEntry> &entries);
    // Over the upper part of the parent's window, with an empty field.
    void open();

Q_SIGNALS:
    // Once it is closed.
    void chosen(const QVariant &target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void fit();
    void choose(const QModelIndex &index);

    QuickEntries *m_entries;
    QLineEdit *m_field;
    QuickList *m_list;
    QLabel *m_nothing;
};
