// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

// The round button in the accent at the end of the composer.
class RoundButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RoundButton(QWidget *parent = nullptr);

    void setIconName(const QString &name);
    QString iconName() const { return m_iconName; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_iconName;
};
