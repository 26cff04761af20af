// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messagedialog.h"

#include "plaintext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {

const QList<Role> Roles { Role::System, Role::Developer, Role::User, Role::Assistant, Role::Tool };

QString noteFor(Role role)
{
    switch (role) {
    case Role::System:
    case Role::Developer:
        return MessageDialog::tr("Tells the model how to behave. Most servers get all such texts as one message in front.");
    case Role::User:
        return MessageDialog::tr("What you say to the model.");
    case Role::Assistant:
        return MessageDialog::tr("Words put into the model's mouth. It takes them for its own.");
    case Role::Tool:
        return MessageDialog::tr("What a function call gave.");
    }
    Q_UNREACHABLE();
}

}

QString roleText(Role role)
{
    switch (role) {
    case Role::System: return MessageDialog::tr("System");
    case Role::Developer: return MessageDialog::tr("Developer");
    case Role::User: return MessageDialog::tr("You");
    case Role::Assistant: return MessageDialog::tr("Assistant");
    case Role::Tool: return MessageDialog::tr("Tool result");
    }
    Q_UNREACHABLE();
}

MessageDialog::MessageDialog(const Start &start, QWidget *parent)
    : QDialog(parent), m_role(new QComboBox(this)), m_note(plainLabel(QString(), this)), m_callLabel(plainLabel(tr("&Call"), this)),
      m_call(new QComboBox(this)), m_text(new QPlainTextEdit(start.text, this)), m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(start.title);
    setMinimumSize(520, 380);
    m_role->setObjectName(QStringLiteral("role"));
    m_role->setAccessibleName(tr("Role"));
    for (const Role role : Roles)
        m_role->addItem(roleText(role), int(role));
    m_call->setObjectName(QStringLiteral("call"));
    m_call->setAccessibleName(tr("Call that it answers"));
    for (const ToolCall &call : start.calls)
        m_call->addItem(QStringLiteral("%1 (%2)").arg(call.name.left(60), call.id.left(60)), call.id);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setAccessibleName(tr("Text of the message"));
    m_text->setTabChangesFocus(true);
    m_note->setWordWrap(true);
    makeSecondary(m_note);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto *form = new QFormLayout;
    QLabel *roleLabel = plainLabel(tr("&Role"), this);
    roleLabel->setBuddy(m_role);
    m_callLabel->setBuddy(m_call);
    form->addRow(roleLabel, m_role);
    form->addRow(m_callLabel, m_call);
    column->addLayout(form);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    QPushButton *accept = m_buttons->addButton(start.button, QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("acceptMessage"));
    for (QAbstractButton *button : m_buttons->buttons())
        qobject_cast<QPushButton *>(button)->setAutoDefault(false);
    column->addWidget(m_buttons);

    const auto updateAccept = [this, accept] { accept->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); };
    connect(m_text, &QPlainTextEdit::textChanged, this, updateAccept);
    connect(m_role, &QComboBox::currentIndexChanged, this, &MessageDialog::showRole);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_role->setCurrentIndex(int(Roles.indexOf(start.role)));
    if (const int known = m_call->findData(start.toolCallId); known >= 0)
        m_call->setCurrentIndex(known);
    updateAccept();
    showRole();
    m_text->setFocus();
}

// The line of the call keeps its place, so that nothing moves.
void MessageDialog::showRole()
{
    const bool isResult = role() == Role::Tool && m_call->count() > 0;
    m_call->setEnabled(isResult);
    m_callLabel->setEnabled(isResult);
    m_note->setText(noteFor(role()));
}

Role MessageDialog::role() const
{
    return Role(m_role->currentData().toInt());
}

QString MessageDialog::text() const
{
    return m_text->toPlainText();
}

QString MessageDialog::toolCallId() const
{
    return role() == Role::Tool ? m_call->currentData().toString() : QString();
}
