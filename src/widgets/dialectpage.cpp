// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "dialectpage.h"

#include "plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace {

void addRow(QFormLayout &form, const QString &text, QWidget *field)
{
    QLabel *label = plainLabel(text, form.parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    form.addRow(label, field);
}

void choose(QComboBox &box, const QString &word)
{
    if (box.findText(word) < 0)
        box.addItem(word);
    box.setCurrentIndex(box.findText(word));
}

}

DialectPage::DialectPage(QWidget *parent)
    : QWidget(parent), m_keyHeader(new QLineEdit(this)), m_query(new QLineEdit(this)), m_systemRole(new QComboBox(this)), m_requiredWord(new QComboBox(this)),
      m_seedField(new QComboBox(this)),
      m_sendsNull(new QCheckBox(tr("Send null beside function calls"), this)),
      m_echoesReasoning(new QCheckBox(tr("Send the thinking back with function calls"), this)),
      m_toolResultsAsText(new QCheckBox(tr("Send calls and their results as words"), this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    m_keyHeader->setObjectName(QStringLiteral("keyHeader"));
    m_keyHeader->setPlaceholderText(QStringLiteral("Authorization"));
    m_keyHeader->setToolTip(tr("Some servers want the key alone in a header such as api-key"));
    m_query->setObjectName(QStringLiteral("query"));
    m_query->setPlaceholderText(QStringLiteral("api-version=preview"));
    m_query->setToolTip(tr("Added to each address. Not a place for keys: it is kept in the settings file."));
    m_systemRole->setObjectName(QStringLiteral("systemRole"));
    m_systemRole->addItems({ QStringLiteral("system"), QStringLiteral("developer"), QStringLiteral("user") });
    m_requiredWord->setObjectName(QStringLiteral("requiredWord"));
    m_requiredWord->addItems({ QStringLiteral("required"), QStringLiteral("any") });
    m_seedField->setObjectName(QStringLiteral("seedField"));
    m_seedField->addItems({ QStringLiteral("seed"), QStringLiteral("random_seed") });
    m_sendsNull->setObjectName(QStringLiteral("sendsNull"));
    m_echoesReasoning->setObjectName(QStringLiteral("echoesReasoning"));
    m_toolResultsAsText->setObjectName(QStringLiteral("toolResultsAsText"));
    m_toolResultsAsText->setToolTip(tr("For local models whose template knows no tools"));
    addRow(*form, tr("&Header of the key"), m_keyHeader);
    addRow(*form, tr("&Query"), m_query);
    addRow(*form, tr("&System texts are sent as"), m_systemRole);
    addRow(*form, tr("&A call that must come is"), m_requiredWord);
    addRow(*form, tr("Name of the see&d"), m_seedField);
    connect(m_query, &QLineEdit::textChanged, this, &DialectPage::changed);
    for (QCheckBox *box : { m_sendsNull, m_echoesReasoning, m_toolResultsAsText })
        form->addRow(box);
}

void DialectPage::show(const WireProfile &profile)
{
    m_keyHeader->setText(QString::fromLatin1(profile.keyHeader));
    m_query->setText(profile.query);
    choose(*m_systemRole, profile.systemRole);
    choose(*m_requiredWord, profile.requiredToolWord);
    choose(*m_seedField, profile.seedField);
    m_sendsNull->setChecked(profile.sendsNullBesideToolCalls);
    m_echoesReasoning->setChecked(profile.echoesReasoning);
    m_toolResultsAsText->setChecked(profile.toolResultsAsText);
}

void DialectPage::applyTo(WireProfile &profile) const
{
    profile.keyHeader = m_keyHeader->text().trimmed().toLatin1();
    profile.query = m_query->text().trimmed();
    while (profile.query.startsWith(QLatin1Char('?')))
        profile.query.remove(0, 1);
    profile.systemRole = m_systemRole->currentText();
    profile.requiredToolWord = m_requiredWord->currentText();
    profile.seedField = m_seedField->currentText();
    profile.sendsNullBesideToolCalls = m_sendsNull->isChecked();
    profile.echoesReasoning = m_echoesReasoning->isChecked();
    profile.toolResultsAsText = m_toolResultsAsText->isChecked();
}
