// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "backups.h"

#include "conversationpane.h"
#include "inthread.h"
#include "library.h"
#include "librarygenerations.h"
#include "mainwindow.h"
#include "prompt.h"
#include "restoredialog.h"

#include <QDateTime>
#include <QLocale>

Backups::Backups(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts) {}

void Backups::show(Prompt &prompt)
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new RestoreDialog(&m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &RestoreDialog::backupChosen, this, &Backups::listConversations);
    connect(m_dialog, &RestoreDialog::conversationsWanted, this, &Backups::bringBack);
    connect(m_dialog, &RestoreDialog::everythingWanted, this, [this, &prompt](const QString &name) {
        prompt.confirm({ tr("Go back to this backup?"), tr("The library as it is now is set aside in its folder, not deleted. What came after the backup is not shown any more."), tr("Go back") },
                       m_dialog, [this, name](bool isWanted) {
                           if (isWanted)
                               Q_EMIT everythingRequested(name);
                       });
    });
    list();
    m_dialog->open();
}

void Backups::list()
{
    runInThread<QList<LibraryGeneration>>(m_dialog, [folder = m_parts.folder] { return LibraryGenerations(folder).list(); },
                                          [this](const QList<LibraryGeneration> &generations) {
        QList<RestoreDialog::Backup> backups;
        for (const LibraryGeneration &generation : generations) {
            const QString date = QLocale().toString(QDateTime::fromMSecsSinceEpoch(generation.madeAtMs), QLocale::ShortFormat);
            const bool isReadable = generation.conversations >= 0;
            const QString facts = isReadable ? tr("%n conversation(s)", nullptr, int(generation.conversations)) + QStringLiteral(", ") + tr("%n message(s)", nullptr, int(generation.messages))
                                             : tr("cannot be read");
            backups.append({ generation.name, date, facts, isReadable });
        }
        m_dialog->showBackups(backups);
    });
}

void Backups::listConversations(const QString &name)
{
    using Listed = Result<QList<ConversationSummary>>;
    runInThread<Listed>(m_dialog, [folder = m_parts.folder, name] { return LibraryGenerations(folder).conversations(name); }, [this](const Listed &listed) {
        if (!listed) {
            m_dialog->showSentence(listed.error().message);
            return;
        }
        m_parts.library.listConversations(m_dialog, [this, all = listed.value()](const Listed &here) {
            QSet<ConversationId> missing;
            for (const ConversationSummary &summary : all)
                missing.insert(summary.id);
            for (const ConversationSummary &summary : here ? here.value() : QList<ConversationSummary>())
                missing.remove(summary.id);
            m_dialog->showConversations(all, missing);
        });
    });
}

void Backups::bringBack(const QString &name, const QList<ConversationId> &ids)
{
    using Documents = std::shared_ptr<std::vector<DecodedDocument>>;
    const auto read = [folder = m_parts.folder, name, ids]() -> Result<Documents> {
        auto documents = std::make_shared<std::vector<DecodedDocument>>();
        for (const ConversationId &id : ids) {
            Result<ConversationDocument> document = LibraryGenerations(folder).conversation(name, id);
            if (!document)
                return document.error();
            // Its pictures are where they were: what a backup names is kept.
            documents->push_back({ std::move(document).value(), {} });
        }
        return documents;
    };
    runInThread<Result<Documents>>(m_dialog, read, [this](const Result<Documents> &documents) {
        if (!documents) {
            m_dialog->showSentence(documents.error().message);
            return;
        }
        const int count = int(documents.value()->size());
        m_parts.library.importDocuments(documents.value(), this, [this, count](const Result<Done> &stored) {
            if (!stored) {
                m_parts.window.conversationPane()->showError(stored.error());
                return;
            }
            if (m_dialog)
                m_dialog->accept();
            m_parts.window.tell(tr("%n conversation(s) came back.", nullptr, count));
        });
    });
}
