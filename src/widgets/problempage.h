// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "error.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProblemPage;
}

// The window that opens when the library cannot: what is, what can be done, and the certainty that nothing was
// overwritten.
class ProblemPage : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemPage(QWidget *parent = nullptr);
    ~ProblemPage() override;

    void showProblem(const Error &error);
    // While something is done about it: says what, and takes no other wish.
    void showWork(const QString &sentence);

Q_SIGNALS:
    void tryAgainRequested();
    void restoreRequested();         // the newest backup, for a damaged library
    void salvageRequested();         // what can be read of a damaged library
    void startAnewRequested();
    void folderRequested();
    void quitRequested();

private:
    void setWishesEnabled(bool isEnabled);

    std::unique_ptr<Ui::ProblemPage> m_ui;
    bool m_isDamaged = false;
};
