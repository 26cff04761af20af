// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "toolanswerdialog.h"

#include "plaintext.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

QString readableArguments(const QString &arguments)
{
    const QJsonDocument json = QJsonDocument::fromJson(arguments.toUtf8());
    return json.isNull() ? arguments : QString::fromUtf8(json.toJson(QJsonDocument::Indented)).trimmed();
}

ToolAnswerDialog::ToolAnswerDialog(const QList<ToolCall> &calls, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Answer the function calls"));
    setMinimumWidth(520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    QLabel *note = plainLabel(tr("The model asks for this and waits for a result. Grackle runs nothing: do it yourself, and enter what came out."), this);
    note->setWordWrap(true);
    makeSecondary(note);
    column->addWidget(note);
    auto *pages = new QTabWidget(this);
    pages->setObjectName(QStringLiteral("calls"));
    for (const ToolCall &call : calls) {
        QString title = call.name.left(40);
        pages->addTab(pageFor(call), title.replace(QLatin1Char('&'), QLatin1String("&&")));
    }
    column->addWidget(pages);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *send = buttons->addButton(tr("Send the results"), QDialogButtonBox::AcceptRole);
    send->setObjectName(QStringLiteral("sendResults"));
    QPushButton *decline = buttons->addButton(tr("Decline"), QDialogButtonBox::DestructiveRole);
    decline->setObjectName(QStringLiteral("decline"));
    // Enter must not send what was not read.
    for (QAbstractButton *button : buttons->buttons())
        qobject_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(decline, &QPushButton::clicked, this, [this] {
        Q_EMIT declined();
        reject();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

QWidget *ToolAnswerDialog::pageFor(const ToolCall &call)
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    auto *arguments = new QPlainTextEdit(readableArguments(call.arguments), page);
    arguments->setObjectName(QStringLiteral("arguments"));
    arguments->setReadOnly(true);
    arguments->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    arguments->setAccessibleName(tr("Arguments of %1").arg(call.name));
    auto *result = new QPlainTextEdit(page);
    result->setObjectName(QStringLiteral("result"));
    result->setPlaceholderText(tr("What it gave"));
    result->setAccessibleName(tr("Result of %1").arg(call.name));
    for (QPlainTextEdit *text : { arguments, result })
        text->setTabChangesFocus(true);
    column->addWidget(plainLabel(tr("Arguments"), page));
    column->addWidget(arguments);
    column->addWidget(plainLabel(tr("Result"), page));
    column->addWidget(result);
    m_results.append(result);
    return page;
}

QStringList ToolAnswerDialog::results() const
{
    QStringList texts;
    for (const QPlainTextEdit *result : m_results)
        texts += result->toPlainText();
    return texts;
}
