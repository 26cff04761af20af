// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

// An answer that is JSON, as a tree that folds. Its text can be copied, whole or from a branch.
class JsonTreeDialog : public QDialog
{
    Q_OBJECT
public:
    explicit JsonTreeDialog(const QString &json, QWidget *parent = nullptr);

Q_SIGNALS:
    void copyRequested(const QString &text);     // to the clipboard
};

// The text is one JSON object or list, perhaps in a fence of its own.
bool isJsonAnswer(const QString &text);
