// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QList>
#include <QWidget>

#include <utility>

// Money by day as columns. The day under the pointer is told in words; the accessible description gives them all.
class UsagePlot : public QWidget
{
    Q_OBJECT
public:
    explicit UsagePlot(QWidget *parent = nullptr);

    // Days without a gap, oldest first.
    void setDays(const QList<std::pair<QDate, qint64>> &days);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF columnRect(qsizetype index) const;
    qint64 highest() const;

    QList<std::pair<QDate, qint64>> m_days;
};
