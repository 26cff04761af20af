// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

// The rows of the palette and of the switcher: an icon, a title, and a detail at the end. A screen reader is told of the current row
// also while the keys are heard elsewhere.
class QuickList : public QListView
{
    Q_OBJECT
public:
    explicit QuickList(QWidget *parent = nullptr);

    // Up and down, round and round.
    void step(int rows);
    int rowHeight() const;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};
