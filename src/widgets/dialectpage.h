// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

// What servers of other makes want written otherwise: the header of the key, the address's query, roles, words about tools.
class DialectPage : public QWidget
{
    Q_OBJECT
public:
    explicit DialectPage(QWidget *parent = nullptr);

    void show(const WireProfile &profile);
    void applyTo(WireProfile &profile) const;

Q_SIGNALS:
    void changed();      // by hand, in what the address shows

private:
    QLineEdit *m_keyHeader;
    QLineEdit *m_query;
    QComboBox *m_systemRole;
    QComboBox *m_requiredWord;
    QComboBox *m_seedField;
    QCheckBox *m_sendsNull;
    QCheckBox *m_echoesReasoning;
    QCheckBox *m_toolResultsAsText;
};
