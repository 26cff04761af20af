// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "prompt.h"

class QWidget;

// Asks with the desktop's dialogs, above `parent`, or above the dialog of it that is open: what asks keeps the keys when the answer is given.
class DesktopPrompt final : public Prompt
{
public:
    explicit DesktopPrompt(QWidget *parent) : m_parent(parent) {}

    void confirm(const Question &question, QObject *context, std::function<void(bool)> done) override;
    void chooseFiles(const QString &title, const QString &filter, QObject *context,
                     std::function<void(const QList<QUrl> &)> done) override;
    void chooseSavePath(const QString &title, const QString &suggestedName, const QString &filter, QObject *context,
                        std::function<void(const QString &)> done) override;
    void chooseFolder(const QString &title, QObject *context, std::function<void(const QString &)> done) override;

private:
    QWidget *asking() const;

    QWidget *m_parent;
};
