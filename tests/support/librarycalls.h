// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "conversationdocument.h"
#include "library.h"
#include "libraryfixture.h"

// A library's calls as a test wants them: ask, wait, have the result.
namespace calls {

inline Result<Done> create(Library &library, const Conversation &conversation)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.createConversation(conversation, context, done); });
}

inline Result<Done> append(Library &library, const ConversationId &id, const Message &message)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.appendMessage(id, message, context, done); });
}

inline Result<Done> progress(Library &library, const AnswerProgress &progress)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.saveProgress(progress, context, done); });
}

inline Result<Done> finish(Library &library, const Message &message)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.finishMessage(message, context, done); });
}

inline Result<BlobId> putBlob(Library &library, const QByteArray &bytes)
{
    return resultOf<BlobId>([&](QObject *context, auto done) { library.putBlob(bytes, context, done); });
}

inline Result<Done> saveDraft(Library &library, const ConversationId &id, const Draft &draft)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.saveDraft(id, draft, context, done); });
}

inline Result<Done> remove(Library &library, const ConversationId &id)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.deleteConversation(id, context, done); });
}

inline Result<Done> rename(Library &library, const ConversationId &id, const QString &title, bool isManual)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.renameConversation(id, title, isManual, context, done); });
}

inline Result<Done> maintain(Library &library)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.runMaintenance(context, done); });
}

inline Result<Done> importAll(Library &library, const std::vector<DecodedDocument> &documents)
{
    return resultOf<Done>([&](QObject *context, auto done) { library.importDocuments(std::make_shared<const std::vector<DecodedDocument>>(documents), context, done); });
}

inline Result<OpenedConversation> open(Library &library, const ConversationId &id)
{
    return resultOf<OpenedConversation>([&](QObject *context, auto done) { library.openConversation(id, context, done); });
}

inline Result<QList<ConversationSummary>> list(Library &library)
{
    return resultOf<QList<ConversationSummary>>([&](QObject *context, auto done) { library.listConversations(context, done); });
}

inline Result<QList<SearchHit>> search(Library &library, const QString &words, int limit = 50)
{
    return resultOf<QList<SearchHit>>([&](QObject *context, auto done) { library.search(words, limit, context, done); });
}

inline Result<QList<FoundConversation>> find(Library &library, const SearchQuestion &question, int limit = 50)
{
    return resultOf<QList<FoundConversation>>([&](QObject *context, auto done) { library.searchConversations(question, limit, context, done); });
}

}
