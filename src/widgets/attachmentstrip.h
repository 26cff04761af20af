// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attachmentchip.h"

#include <QList>
#include <QWidget>

class FlowLayout;

// The chips above the text, in the order in which the pictures will be sent. Hidden while there is none.
class AttachmentStrip : public QWidget
{
    Q_OBJECT
public:
    explicit AttachmentStrip(QWidget *parent = nullptr);

    void setChips(const QList<ChipContent> &chips);
    int count() const { return int(m_chips.size()); }
    AttachmentChip *chipAt(int index) const { return m_chips.value(index); }

Q_SIGNALS:
    void removeRequested(int index);
    void detailChosen(int index, ImageDetail detail);
    // The focus left the last chip.
    void focusLeft();

private:
    AttachmentChip *addChip();
    void moveFocus(int from, int step);

    FlowLayout *m_layout;
    QList<AttachmentChip *> m_chips;
};
