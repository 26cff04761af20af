// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "noticebar.h"

#include "plaintext.h"
#include "windowstyle.h"

#include <QBoxLayout>
#include <QPushButton>

#include <utility>

NoticeBar::NoticeBar(QWidget *parent)
    : Card(parent), m_text(plainLabel(QString(), this)), m_secondary(new QPushButton(this)), m_primary(new QPushButton(this))
{
    setOuterMargins({ 0, 6, 0, 2 });      // gone with the bar when it hides
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_primary->setObjectName(QStringLiteral("noticePrimary"));
    m_secondary->setObjectName(QStringLiteral("noticeSecondary"));
    setPrimary(m_primary);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_secondary);
    row->addWidget(m_primary);
    connect(m_primary, &QPushButton::clicked, this, [this] { run(m_onPrimary); });
    connect(m_secondary, &QPushButton::clicked, this, [this] { run(m_onSecondary); });
    hide();
}

void NoticeBar::showNotice(Level level, const QString &text, const QString &primaryText, std::function<void()> primary,
                           const QString &secondaryText, std::function<void()> secondary)
{
    setSurface(level == Level::Error ? Surface::Error : level == Level::Wait ? Surface::Wait : Surface::Pane);
    m_text->setText(text);
    setAccessibleName(text);
    m_primary->setText(primaryText);
    m_primary->setVisible(!primaryText.isEmpty());
    m_secondary->setText(secondaryText);
    m_secondary->setVisible(!secondaryText.isEmpty());
    m_onPrimary = std::move(primary);
    m_onSecondary = std::move(secondary);
    show();
}

// By value: what it does may show the next notice, which replaces the member.
void NoticeBar::run(std::function<void()> action)
{
    if (!m_isPersistent)
        dismiss();
    if (action)
        action();
}

void NoticeBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

QString NoticeBar::text() const
{
    return m_text->text();
}
