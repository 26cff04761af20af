// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QDialog>

class QPlainTextEdit;

// The calls that a model asks for, with their real arguments, and a field for what each of them gives. Plain text all
// of it; nothing is run.
class ToolAnswerDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ToolAnswerDialog(const QList<ToolCall> &calls, QWidget *parent = nullptr);

    // One for each call, in their order.
    QStringList results() const;

Q_SIGNALS:
    void declined();

private:
    QWidget *pageFor(const ToolCall &call);
    QList<QPlainTextEdit *> m_results;
};

// Arguments as a person reads them: indented where they are JSON.
QString readableArguments(const QString &arguments);
