// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "restoredialog.h"

#include "plaintext.h"
#include "windowstyle.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace {

constexpr int NameRole = Qt::UserRole + 1;
constexpr int IdRole = Qt::UserRole + 2;

QListWidget *makeList(const QString &name, const QString &title, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
    return list;
}

}

RestoreDialog::RestoreDialog(QWidget *parent)
    : QDialog(parent),
      m_sentence(plainLabel(tr("Choose a backup to see what is in it."), this)),
      m_backups(makeList(QStringLiteral("backups"), tr("Backups"), this)),
      m_conversations(makeList(QStringLiteral("conversationsOfBackup"), tr("Conversations in the backup"), this)),
      m_bringBack(new QPushButton(tr("Bring back"), this)),
      m_everything(new QPushButton(tr("Go back to this backup…"), this))
{
    setWindowTitle(tr("Restore from a backup"));
    resize(820, 480);
    m_sentence->setWordWrap(true);
    // Thousands of conversations and a million messages, in words.
    constexpr int LongestFacts = 38;
    m_backups->setFixedWidth(fontMetrics().horizontalAdvance(u'0') * LongestFacts);
    m_conversations->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_bringBack->setObjectName(QStringLiteral("bringBack"));
    m_bringBack->setToolTip(tr("Bring the selected conversations back; what is here now stays"));
    m_everything->setObjectName(QStringLiteral("everything"));
    m_everything->setToolTip(tr("Put this backup in the place of the whole library, which is set aside"));
    setPrimary(m_bringBack);
    auto *close = new QPushButton(tr("Close"), this);
    auto *lists = new QHBoxLayout;
    lists->setSpacing(12);
    lists->addWidget(m_backups);
    lists->addWidget(m_conversations, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_everything);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_bringBack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_sentence);
    column->addLayout(lists, 1);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_backups, &QListWidget::currentItemChanged, this, [this] {
        m_conversations->clear();
        updateButtons();
        if (!chosenBackup().isEmpty())
            Q_EMIT backupChosen(chosenBackup());
    });
    connect(m_conversations, &QListWidget::itemSelectionChanged, this, &RestoreDialog::updateButtons);
    connect(m_bringBack, &QPushButton::clicked, this, [this] { Q_EMIT conversationsWanted(chosenBackup(), chosenConversations()); });
    connect(m_everything, &QPushButton::clicked, this, [this] { Q_EMIT everythingWanted(chosenBackup()); });
    updateButtons();
}

void RestoreDialog::showBackups(const QList<Backup> &backups)
{
    m_backups->clear();
    for (const Backup &backup : backups) {
        auto *item = new QListWidgetItem(backup.title + u'\n' + backup.facts, m_backups);
        item->setData(NameRole, backup.name);
        if (!backup.isReadable)
            item->setFlags(Qt::NoItemFlags);
    }
    if (backups.isEmpty())
        showSentence(tr("There is no backup yet. One is made each day."));
    else
        m_backups->setCurrentRow(0);
}

void RestoreDialog::showConversations(const QList<ConversationSummary> &conversations, const QSet<ConversationId> &missing)
{
    m_conversations->clear();
    for (const ConversationSummary &summary : conversations) {
        const QString title = summary.title.isEmpty() ? tr("New conversation") : summary.title.simplified();
        const QString date = QLocale().toString(QDateTime::fromMSecsSinceEpoch(summary.updatedAtMs).date(), QLocale::ShortFormat);
        QString facts = date + QStringLiteral(", ") + tr("%n message(s)", nullptr, summary.messageCount);
        if (missing.contains(summary.id))
            facts += QStringLiteral(", ") + tr("not here any more");
        auto *item = new QListWidgetItem(title + u'\n' + facts, m_conversations);
        item->setData(IdRole, QVariant::fromValue(summary.id));
    }
    showSentence(tr("Select what is to come back. A conversation that is here already gets the messages it lacks."));
}

void RestoreDialog::showSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

QString RestoreDialog::chosenBackup() const
{
    const QListWidgetItem *item = m_backups->currentItem();
    return item ? item->data(NameRole).toString() : QString();
}

QList<ConversationId> RestoreDialog::chosenConversations() const
{
    QList<ConversationId> ids;
    for (const QListWidgetItem *item : m_conversations->selectedItems())
        ids.append(item->data(IdRole).value<ConversationId>());
    return ids;
}

void RestoreDialog::updateButtons()
{
    m_bringBack->setEnabled(!m_conversations->selectedItems().isEmpty());
    m_everything->setEnabled(!chosenBackup().isEmpty());
}
