// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"
#include "message.h"

#include <QImage>
#include <QStringList>

class ElidedLabel;
class QLabel;
class QToolButton;

// What a chip shows of one picture. Plain text everywhere: names come from outside.
struct ChipContent
{
    QString name = {};
    qint64 byteCount = 0;
    QSize pixels = {};
    ImageDetail detail = ImageDetail::Auto;
    QStringList notes = {};    // "location removed"
    QImage thumbnail = {};
    bool isReady = true;       // false: still being read
    QString problem = {};      // why it cannot be sent; empty: it can
    bool operator==(const ChipContent &) const = default;
};

// One picture of the draft: thumbnail, name, size, the menu of its detail and a button that removes it.
// Delete and Backspace remove it too.
class AttachmentChip : public Card
{
    Q_OBJECT
public:
    explicit AttachmentChip(QWidget *parent = nullptr);

    const ChipContent &content() const { return m_content; }
    void setContent(const ChipContent &content);

Q_SIGNALS:
    void removeRequested();
    void detailChosen(ImageDetail detail);
    // To the neighbour: -1 before, 1 behind.
    void moveFocusRequested(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateTexts();

    ChipContent m_content;
    QLabel *m_picture;
    ElidedLabel *m_name;
    ElidedLabel *m_facts;
    QToolButton *m_detail;
    QToolButton *m_remove;
};

// "Auto detail", "Low detail", "High detail".
QString imageDetailText(ImageDetail detail);
