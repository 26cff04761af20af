// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "card.h"

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

// A bar above or below the conversation that speaks for the program: one sentence, at most two buttons. Stays until
// dismissed, unless it is given a time.
class NoticeBar : public Card
{
    Q_OBJECT
public:
    enum class Level { Information, Wait, Error };
    explicit NoticeBar(QWidget *parent = nullptr);

    // Empty button texts leave the button out. The bar closes itself when a button was used.
    void showNotice(Level level, const QString &text, const QString &primaryText = {}, std::function<void()> primary = {},
                    const QString &secondaryText = {}, std::function<void()> secondary = {});
    void dismiss();
    // A bar about a state stays when its buttons are used, until dismiss().
    void setPersistent(bool isPersistent) { m_isPersistent = isPersistent; }
    QString text() const;

Q_SIGNALS:
    void dismissed();

private:
    void run(std::function<void()> action);

    QLabel *m_text;
    QPushButton *m_secondary;
    QPushButton *m_primary;
    std::function<void()> m_onPrimary;
    std::function<void()> m_onSecondary;
    bool m_isPersistent = false;
};
