// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "attachmentstrip.h"

#include "flowlayout.h"

AttachmentStrip::AttachmentStrip(QWidget *parent) : QWidget(parent), m_layout(new FlowLayout(8, this))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void AttachmentStrip::setChips(const QList<ChipContent> &chips)
{
    const bool hadFocus = focusWidget() && focusWidget()->hasFocus();
    int focused = -1;
    for (int i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->hasFocus() || m_chips.at(i)->isAncestorOf(focusWidget()))
            focused = i;
    }
    while (m_chips.size() > chips.size()) {
        AttachmentChip *chip = m_chips.takeLast();
        m_layout->removeWidget(chip);
        chip->hide();
        chip->deleteLater();     // the click on its own button may still be running
    }
    while (m_chips.size() < chips.size())
        addChip();
    for (int i = 0; i < chips.size(); ++i) {
        if (m_chips.at(i)->content() != chips.at(i))
            m_chips.at(i)->setContent(chips.at(i));
    }
    setVisible(!chips.isEmpty());
    updateGeometry();
    if (hadFocus && chips.isEmpty())
        Q_EMIT focusLeft();
    else if (hadFocus && focused >= 0)
        m_chips.at(qMin(focused, count() - 1))->setFocus();
}

AttachmentChip *AttachmentStrip::addChip()
{
    auto *chip = new AttachmentChip(this);
    connect(chip, &AttachmentChip::removeRequested, this, [this, chip] { Q_EMIT removeRequested(int(m_chips.indexOf(chip))); });
    connect(chip, &AttachmentChip::detailChosen, this,
            [this, chip](ImageDetail detail) { Q_EMIT detailChosen(int(m_chips.indexOf(chip)), detail); });
    connect(chip, &AttachmentChip::moveFocusRequested, this,
            [this, chip](int step) { moveFocus(int(m_chips.indexOf(chip)), step); });
    m_chips.append(chip);
    m_layout->addWidget(chip);
    chip->show();
    return chip;
}

void AttachmentStrip::moveFocus(int from, int step)
{
    const int to = from + step;
    if (to >= count())
        Q_EMIT focusLeft();
    else if (to >= 0)
        m_chips.at(to)->setFocus(Qt::TabFocusReason);
}
