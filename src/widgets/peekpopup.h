// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"

class QLabel;

// A quiet look into a conversation beside its row: title, last words, date. Takes neither keyboard nor mouse. Plain text alone.
class PeekPopup : public Card
{
    Q_OBJECT
public:
    explicit PeekPopup(QWidget *parent);

    // Beside `row`, a rectangle of the screen; on its other side where there is no room.
    void showBeside(const QRect &row, const QString &title, const QString &words, const QString &date);

private:
    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_date;
};
