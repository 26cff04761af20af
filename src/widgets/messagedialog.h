// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

// A message that a person writes in any role. Nothing is sent by it.
class MessageDialog : public QDialog
{
    Q_OBJECT
public:
    // The calls are those that a result may belong to, newest first.
    struct Start { QString title; QString button; Role role = Role::User; QString text; QString toolCallId; QList<ToolCall> calls; };
    explicit MessageDialog(const Start &start, QWidget *parent = nullptr);

    Role role() const;
    QString text() const;
    QString toolCallId() const;   // empty: no result, or of no call that is known

private:
    void showRole();

    QComboBox *m_role = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_callLabel = nullptr;
    QComboBox *m_call = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

// "System", "Tool result": the role's name for people.
QString roleText(Role role);
