// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

// Lies over the window while something is dragged above it and says in one sentence what dropping will do.
class DropOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit DropOverlay(QWidget *parent);

    // The first line is the sentence; further lines are shown smaller below it.
    void showSentence(const QString &sentence, bool isAccepted);
    QString sentence() const { return m_sentence; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_sentence;
    bool m_isAccepted = true;
};
