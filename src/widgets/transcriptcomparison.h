// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "transcripttheme.h"

#include <QDialog>

class QPlainTextEdit;

// Two versions of a message as one text: what is only in the other one is struck out, what is only in this one is underlined,
// both in a colour of their own. To read, select and copy; Esc closes it.
class TranscriptComparison : public QDialog
{
    Q_OBJECT
public:
    struct Version { int number = 1; QString text; };
    TranscriptComparison(const Version &before, const Version &after, const TranscriptThemePointer &theme, QWidget *parent = nullptr);

private:
    void write(const QString &before, const QString &after, const TranscriptTheme &theme);

    QPlainTextEdit *m_text;
};
