// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ledger.h"

#include <QDialog>

#include <memory>

namespace Ui {
class UsageDialog;
}

// What was spent: by day as a plot, by month, by model and by conversation as lists, and what a month may cost.
class UsageDialog : public QDialog
{
    Q_OBJECT
public:
    // `today`: the last day of the plot.
    UsageDialog(Ledger &ledger, const QDate &today, QWidget *parent = nullptr);
    ~UsageDialog() override;

private:
    void readRows();
    void fillMonths();
    void fillModels();
    void fillConversations();
    void fillPlot();
    QDate firstDay() const;
    void keepLimits();

    Ledger &m_ledger;
    QDate m_today;
    QList<UsageDay> m_rows;
    std::unique_ptr<Ui::UsageDialog> m_ui;
};
