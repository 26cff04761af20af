// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "usagedialog.h"

#include "cost.h"
#include "plaintext.h"
#include "ui_usagedialog.h"

#include <QMap>
#include <QPushButton>

#include <algorithm>

namespace {
constexpr int PlotDays = 30;
constexpr int MonthsBack = 12;
constexpr int MostConversations = 100;
constexpr qsizetype LongestTitle = 200;
constexpr double TicksPerDollar = 1e10;

QString costOf(const UsageSum &sum)
{
    const QString cost = dollarsText(sum.costTicks);
    return sum.answersWithoutPrice > 0 ? UsageDialog::tr("%1 (answers of unknown price: %2)").arg(cost, QLocale().toString(sum.answersWithoutPrice)) : cost;
}

void addLine(QTreeWidget *list, const QString &name, const UsageSum &sum)
{
    const QLocale locale = list->locale();
    auto *item = new QTreeWidgetItem(list, { name, locale.toString(sum.answers), locale.toString(sum.promptTokens), locale.toString(sum.outputTokens), costOf(sum) });
    for (int column = 1; column <= 3; ++column)
        item->setTextAlignment(column, Qt::AlignTrailing | Qt::AlignVCenter);
}

void fitColumns(QTreeWidget *list)
{
    for (int column = 0; column < 4; ++column)
        list->resizeColumnToContents(column);
}
}

UsageDialog::UsageDialog(Ledger &ledger, const QDate &today, QWidget *parent)
    : QDialog(parent), m_ledger(ledger), m_today(today), m_ui(std::make_unique<Ui::UsageDialog>())
{
    m_ui->setupUi(this);
    for (QLabel *title : { m_ui->plotTitle, m_ui->limitsTitle })
        setFontScale(title, 1, QFont::DemiBold);
    for (QLabel *label : { m_ui->note, m_ui->limitsNote })
        makeSecondary(label);
    m_ui->softLimit->setValue(double(ledger.limits().softTicks) / TicksPerDollar);
    m_ui->hardLimit->setValue(double(ledger.limits().hardTicks) / TicksPerDollar);
    for (QDoubleSpinBox *box : { m_ui->softLimit, m_ui->hardLimit })
        connect(box, &QDoubleSpinBox::valueChanged, this, &UsageDialog::keepLimits);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_ledger, &Ledger::changed, this, &UsageDialog::readRows);
    readRows();
}

UsageDialog::~UsageDialog() = default;

void UsageDialog::readRows()
{
    const Result<QList<UsageDay>> rows = m_ledger.days(firstDay());
    m_rows = rows ? rows.value() : QList<UsageDay>();
    m_ui->note->setText(rows ? tr("%1 this month. Where a server names no cost, it is computed from the model's prices.").arg(dollarsText(m_ledger.spentTicks()))
                             : rows.error().message);
    fillPlot();
    fillMonths();
    fillModels();
    fillConversations();
}

void UsageDialog::fillPlot()
{
    QMap<QDate, qint64> byDay;
    for (const UsageDay &row : std::as_const(m_rows))
        byDay[row.day] += row.costTicks;
    QList<std::pair<QDate, qint64>> days;
    for (QDate day = m_today.addDays(1 - PlotDays); day <= m_today; day = day.addDays(1))
        days.append({ day, byDay.value(day) });
    m_ui->plot->setDays(days);
}

void UsageDialog::fillMonths()
{
    QMap<QDate, UsageSum> months;
    for (const UsageDay &row : std::as_const(m_rows))
        months[QDate(row.day.year(), row.day.month(), 1)].add(row);
    m_ui->months->clear();
    QList<QDate> order = months.keys();
    std::reverse(order.begin(), order.end());
    for (const QDate &month : std::as_const(order))
        addLine(m_ui->months, locale().toString(month, QStringLiteral("MMMM yyyy")), months.value(month));
    fitColumns(m_ui->months);
}

void UsageDialog::fillModels()
{
    QMap<QString, UsageSum> models;
    for (const UsageDay &row : std::as_const(m_rows))
        models[row.modelId].add(row);
    QList<QString> order = models.keys();
    std::stable_sort(order.begin(), order.end(), [&](const QString &a, const QString &b) { return models[a].costTicks > models[b].costTicks; });
    m_ui->models->clear();
    for (const QString &model : std::as_const(order))
        addLine(m_ui->models, model, models.value(model));
    fitColumns(m_ui->models);
}

void UsageDialog::fillConversations()
{
    const Result<QList<ConversationUsage>> conversations = m_ledger.conversations(firstDay(), MostConversations);
    m_ui->conversations->clear();
    for (const ConversationUsage &used : conversations ? conversations.value() : QList<ConversationUsage>())
        addLine(m_ui->conversations, used.title.isEmpty() ? tr("New conversation") : used.title.simplified().left(LongestTitle), used.sum);
    fitColumns(m_ui->conversations);
    // A long title leaves the figures their room.
    m_ui->conversations->setColumnWidth(0, std::min(m_ui->conversations->columnWidth(0), fontMetrics().averageCharWidth() * 30));
}

QDate UsageDialog::firstDay() const
{
    return QDate(m_today.year(), m_today.month(), 1).addMonths(1 - MonthsBack);
}

void UsageDialog::keepLimits()
{
    m_ledger.setLimits({ qint64(m_ui->softLimit->value() * TicksPerDollar), qint64(m_ui->hardLimit->value() * TicksPerDollar) });
}
