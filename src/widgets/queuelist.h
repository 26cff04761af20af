// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"

#include <QList>

class QLabel;
class QScrollArea;
class QVBoxLayout;
class QueueRow;

// What waits in the queue, for people.
struct QueuedLine
{
    QString text;
    int pictures = 0;
    bool operator==(const QueuedLine &) const = default;
};

// The messages that will be sent when the answer is complete, above the composer, the next one first. Hidden while there is none.
// Alt with the arrow keys moves the row that has the keyboard.
class QueueList : public Card
{
    Q_OBJECT
public:
    explicit QueueList(QWidget *parent = nullptr);

    // `isHeld`: the queue stands still until the person acts, and says so.
    void setLines(const QList<QueuedLine> &lines, bool isHeld);
    int count() const { return int(m_rows.size()); }

Q_SIGNALS:
    void editRequested(int index);
    void sendNowRequested(int index);
    void removeRequested(int index);
    void moveRequested(int from, int to);

private:
    void addRow();
    void move(int from, int to);
    void focusRow(int index);

    QLabel *m_heading;
    QScrollArea *m_area;
    QVBoxLayout *m_column;
    QList<QueueRow *> m_rows;
    int m_focusAfterMove = -1;
};
