// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "transcripttheme.h"

#include <QAbstractButton>

// The pill above the end of the transcript that says that text came below what is read.
class NewTextPill : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NewTextPill(QWidget *parent);
    void setTheme(TranscriptThemePointer theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    TranscriptThemePointer m_theme;
};
