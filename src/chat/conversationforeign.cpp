// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// What others do to an open conversation on disk: the side pane renames it, a terminal command goes on with it.
#include "conversationcontroller_p.h"
#include "conversationmodel.h"

// The library tells of each change right after its reply, so a change that follows one of ours is ours.
Library::Reply<Done> ConversationController::Private::own(Library::Reply<Done> done)
{
    return [this, done = std::move(done)](const Result<Done> &result) {
        expectsOwnChange = bool(result);
        QMetaObject::invokeMethod(q, [this] { expectsOwnChange = false; }, Qt::QueuedConnection);
        if (done)
            done(result);
    };
}

void ConversationController::Private::changedOnDisk()
{
    if (std::exchange(expectsOwnChange, false) || !isStored)
        return;
    if (!foreignTimer.isActive())
        foreignTimer.start();
}

void ConversationController::Private::readForeignChange()
{
    // While something of ours is on its way, what is on disk lags behind what is here.
    if (state != State::Idle || !unsaved.isEmpty()) {
        foreignTimer.start();
        return;
    }
    library.openConversation(conversation.id, q, [this, before = attempt](const Result<OpenedConversation> &stored) {
        if (!stored)
            return;
        if (state == State::Idle && before == attempt)
            takeForeignChange(stored.value());
        else
            foreignTimer.start();
    });
}

void ConversationController::Private::takeForeignChange(const OpenedConversation &stored)
{
    const Conversation before = std::exchange(conversation, stored.conversation);
    if (conversation.title != before.title)
        Q_EMIT q->titleChanged(conversation.title);
    if (conversation.modelId != before.modelId)
        Q_EMIT q->modelIdChanged(q->modelId());
    if (conversation.endpointId != before.endpointId)
        Q_EMIT q->endpointChanged();
    model->merge(stored.tree);
    if (!conversation.head.isNull() && model->head() != conversation.head)
        model->showBranch(conversation.head);
}
