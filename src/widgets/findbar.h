// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"
#include "textsearch.h"

#include <memory>

namespace Ui {
class FindBar;
}

// What to find in the conversation, and how many there are. Enter goes to the next find, with Shift to the previous one;
// Esc closes. It finds nothing itself.
class FindBar : public Card
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);
    ~FindBar() override;

    // Shows the bar with the words of before selected and gives it the keyboard.
    void open();
    void close();
    TextSearch search() const;
    void setCount(int current, int count, bool isSearching);
    QString countText() const;

Q_SIGNALS:
    void searchChanged(const TextSearch &search);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteSearch();

    std::unique_ptr<Ui::FindBar> m_ui;
};
