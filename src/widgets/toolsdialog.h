// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "completionoptions.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ToolsDialog;
}

// What the model may ask for in this conversation: functions a person wrote down, searches of the server, and the form
// of the answer. Functions are kept for all conversations; which of them are offered is this conversation's own.
class ToolsDialog : public QDialog
{
    Q_OBJECT
public:
    // `functions`: {"name":…,"description":…,"parameters":{…}} each.
    ToolsDialog(const QJsonArray &functions, const CompletionOptions &options, QWidget *parent = nullptr);
    ~ToolsDialog() override;

    QJsonArray functions() const;
    // The options with tools and form of the answer as they were chosen here.
    CompletionOptions options() const;

    void accept() override;      // only what servers take

private:
    void addFunction(const QJsonObject &function, bool isOffered);
    void showFunction();
    void keepFunction();
    void showFormat();
    QString problem() const;

    CompletionOptions m_options;
    std::unique_ptr<Ui::ToolsDialog> m_ui;
    bool m_isShowing = false;
};
