// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

// The part of Library that writes: each call becomes a command for the one connection that may.
#include "library_p.h"

void Library::createConversation(const Conversation &conversation, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::CreateConversation { conversation }, context, std::move(done));
}

void Library::renameConversation(const ConversationId &id, const QString &title, bool isManual, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::RenameConversation { id, title, isManual }, context, std::move(done));
}

void Library::undoRename(const ConversationId &id, const QString &title, bool wasManual, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::RenameConversation { id, title, wasManual, true }, context, std::move(done));
}

void Library::saveConversation(const Conversation &conversation, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SaveConversation { conversation }, context, std::move(done));
}

void Library::deleteConversation(const ConversationId &id, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::DeleteConversation { id }, context, std::move(done));
}

void Library::restoreConversation(const ConversationId &id, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::RestoreConversation { id }, context, std::move(done));
}

void Library::arrangeConversations(const QList<Arrangement> &arrangements, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::ArrangeConversations { arrangements }, context, std::move(done));
}

void Library::copyConversations(const QList<ConversationId> &sources, const ConversationId &copy, const QString &title, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::CopyConversations { sources, copy, title }, context, std::move(done));
}

void Library::emptyTrash(qint64 deletedBeforeMs, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::EmptyTrash { deletedBeforeMs }, context, std::move(done));
}

void Library::saveFolder(const Folder &folder, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SaveFolder { folder }, context, std::move(done));
}

void Library::deleteFolder(const FolderId &id, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::DeleteFolder { id }, context, std::move(done));
}

void Library::saveTag(const Tag &tag, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SaveTag { tag }, context, std::move(done));
}

void Library::setHead(const ConversationId &id, const MessageId &head, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SetHead { id, head }, context, std::move(done));
}

void Library::appendMessage(const ConversationId &id, const Message &message, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::AppendMessage { id, message }, context, std::move(done));
}

void Library::saveProgress(const AnswerProgress &progress, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SaveProgress { progress }, context, std::move(done));
}

void Library::finishMessage(const Message &message, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::FinishMessage { message }, context, std::move(done));
}

void Library::putBlob(const QByteArray &bytes, QObject *context, Reply<BlobId> done)
{
    d->write({ commands::PutBlob { bytes }, d->now() }, context, [done = std::move(done)](const Result<CommandReply> &result) {
        if (done)
            done(result ? Result<BlobId>(result.value().blob) : Result<BlobId>(result.error()));
    });
}

BlobId Library::holdBlob(const QByteArray &bytes)
{
    return d->blobs->hold(bytes);
}

void Library::saveDraft(const ConversationId &id, const Draft &draft, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SaveDraft { id, draft }, context, std::move(done));
}

void Library::saveReadingPosition(const ConversationId &id, const ReadingPosition &position, QObject *context, Reply<Done> done)
{
    d->writeDone(commands::SaveReadingPosition { id, position }, context, std::move(done));
}

void Library::importDocuments(const std::shared_ptr<const std::vector<DecodedDocument>> &documents, QObject *context, Reply<Done> done)
{
    d->importAll(documents, context, std::move(done));
}

void Library::cancelImport()
{
    d->cancelImport();
}

void Library::importDocument(const DecodedDocument &document, QObject *context, Reply<Done> done)
{
    // Bytes first: blobs that nobody names are harmless, rows without blobs are not.
    for (const auto &[id, bytes] : document.blobs)
        putBlob(bytes, nullptr, {});
    d->writeDone(commands::ImportDocument { document.document }, context, std::move(done));
}
