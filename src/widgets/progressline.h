// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class ElidedLabel;
class QProgressBar;
class QToolButton;

// How far something that takes its time has come: a sentence, a thin bar, and a button. Hidden until it is shown; it asks for nothing.
class ProgressLine : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressLine(QWidget *parent = nullptr);

    // `action` is the button's word; without one there is no button.
    void showProgress(const QString &sentence, qint64 done, qint64 total, const QString &action = QString());

Q_SIGNALS:
    void actionChosen();

private:
    ElidedLabel *m_sentence;
    QProgressBar *m_bar;
    QToolButton *m_action;
};
