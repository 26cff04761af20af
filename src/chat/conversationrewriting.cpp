// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Messages that a person puts into a conversation or writes anew, in any role. What was there stays on its own branch; what
// follows is copied behind the change.
#include "conversationcontroller_p.h"
#include "conversationmodel.h"

namespace {

Message messageFrom(const WrittenMessage &written)
{
    Message message;
    message.role = written.role;
    message.parts = { TextPart { written.text } };
    if (written.role == Role::Tool)
        message.toolCallId = written.toolCallId.isEmpty() ? QStringLiteral("call_1") : written.toolCallId;
    return message;
}

// Said again behind another message, but not paid for again.
Message copyOf(const Message &message)
{
    Message copy = message;
    if (copy.state == MessageState::Streaming)
        copy.state = MessageState::CutOff;
    if (copy.answer)
        copy.answer->usage = {};
    return copy;
}

}

std::optional<Error> ConversationController::Private::whyNotRewrite(const WrittenMessage &written) const
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    if (state != State::Idle) {
        error.message = ConversationController::tr("An answer is still on its way. Wait for it or stop it first.");
        return error;
    }
    if (written.text.trimmed().isEmpty()) {
        error.message = ConversationController::tr("A message without any text is not sent by any server. Write something first.");
        return error;
    }
    return std::nullopt;
}

void ConversationController::insertMessage(const MessageId &anchor, Beside beside, const WrittenMessage &written)
{
    const MessageHead *head = d->model->tree().find(anchor);
    const int row = d->model->rowOf(anchor);
    if (!head || row < 0)
        return;
    const MessageId parent = beside == Beside::Before ? head->parentId : anchor;
    d->rewrite(written, parent, messageFrom(written), beside == Beside::Before ? row : row + 1);
}

void ConversationController::editAs(const MessageId &message, const WrittenMessage &written)
{
    const MessageHead *head = d->model->tree().find(message);
    const int row = d->model->rowOf(message);
    if (!head || row < 0)
        return;
    Message changed = messageFrom(written);
    const Message before = d->model->messageAt(row);
    if (changed.role == Role::User) {
        for (const ImagePart &image : imagesOf(before))
            changed.parts.insert(changed.parts.begin(), image);
    }
    if (changed.role == Role::Assistant)
        changed.toolCalls = before.toolCalls;
    d->rewrite(written, head->parentId, changed, row + 1);
}

// The new message and copies of what stands from row `next` on.
void ConversationController::Private::rewrite(const WrittenMessage &written, const MessageId &parent, const Message &first, int next)
{
    if (const std::optional<Error> reason = whyNotRewrite(written)) {
        Q_EMIT q->sendRefused(*reason);
        return;
    }
    const std::vector<Message> branch = model->branchMessages(model->head());
    if (int(branch.size()) != model->rowCount()) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.message = ConversationController::tr("Not all of this conversation can be read, so it was not changed. Check the disk the library is on.");
        Q_EMIT q->sendRefused(error);
        return;
    }
    QList<Message> messages { first };
    for (size_t row = size_t(next); row < branch.size(); ++row)
        messages.append(copyOf(branch[row]));
    MessageId above = parent;
    for (Message &message : messages) {
        message.id = MessageId::create(clock.sinceEpoch());
        message.parentId = std::exchange(above, message.id);
        message.createdAtMs = clock.sinceEpoch().count();
    }
    setState(State::Storing);
    storeRewritten(++attempt, messages, 0);
}

// One after the other: each hangs on the one before. They are shown when all of them are safe.
void ConversationController::Private::storeRewritten(int thisAttempt, const QList<Message> &messages, qsizetype index)
{
    if (index == messages.size() || !writes()) {
        for (const Message &message : messages)
            addToModel(message);
        measuredHead = {};
        if (thisAttempt == attempt)
            setState(State::Idle);
        return;
    }
    library.appendMessage(conversation.id, messages.at(index), q, own([this, thisAttempt, messages, index](const Result<Done> &done) {
        if (done)
            return storeRewritten(thisAttempt, messages, index + 1);
        // The branch as it was is whole; it is what the conversation shows at the next start as well.
        library.setHead(conversation.id, model->head(), q, own({}));
        if (thisAttempt == attempt)
            setState(State::Idle);
        Q_EMIT q->sendRefused(done.error());
    }));
}
