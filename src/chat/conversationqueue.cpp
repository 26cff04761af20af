// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// Messages that wait until the answer before them is complete.
#include "conversationcontroller_p.h"

#include <algorithm>

const std::vector<QueuedMessage> &ConversationController::queue() const
{
    return d->queue;
}

bool ConversationController::isQueueHeld() const
{
    return d->isQueueHeld;
}

void ConversationController::enqueue(const Draft &draft, int index)
{
    if (draft.isEmpty())
        return;
    const auto place = index < 0 || index > int(d->queue.size()) ? d->queue.end() : d->queue.begin() + index;
    d->queue.insert(place, { draft.text, draft.attachments });
    // With nothing running, nothing would ever send it.
    if (d->state == State::Idle && d->queue.size() == 1)
        d->isQueueHeld = true;
    d->queueChanged();
}

Draft ConversationController::takeQueued(int index)
{
    if (index < 0 || index >= int(d->queue.size()))
        return {};
    const auto place = d->queue.begin() + index;
    Draft draft;
    draft.text = place->text;
    draft.cursor = int(draft.text.size());
    draft.attachments = place->attachments;
    d->queue.erase(place);
    d->queueChanged();
    return draft;
}

void ConversationController::moveQueued(int from, int to)
{
    const int count = int(d->queue.size());
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    const auto begin = d->queue.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    d->queueChanged();
}

void ConversationController::sendQueuedNow(int index)
{
    if (index < 0 || index >= int(d->queue.size()))
        return;
    moveQueued(index, 0);
    if (d->state == State::Idle) {
        d->sendFirstQueued();
        return;
    }
    d->sendsQueuedAfterStop = true;
    stop();
    // On its way into the library: what was stored gets no answer, so that there is none to wait for.
    if (d->state == State::Idle && std::exchange(d->sendsQueuedAfterStop, false))
        d->sendFirstQueued();
}

void ConversationController::Private::queueChanged()
{
    isQueueHeld = isQueueHeld && !queue.empty();
    isDraftSaved = false;
    if (!draftTimer.isActive())
        draftTimer.start();
    Q_EMIT q->queueChanged();
}

void ConversationController::Private::sendFirstQueued()
{
    if (queue.empty() || state != State::Idle)
        return;
    Draft next;
    next.text = queue.front().text;
    next.attachments = queue.front().attachments;
    if (const std::optional<Error> reason = whyNotSend(&next)) {
        holdQueue();
        Q_EMIT q->sendRefused(*reason);
        return;
    }
    isQueueHeld = false;
    Sending sending;
    sending.draft = next;
    sending.parent = model->head();
    sending.isQueued = true;
    begin(sending, &Private::storeQuestion);
}

// It stays in the queue until it is in the library: what is refused on the way was not lost.
void ConversationController::Private::queuedStored(const Draft &sent)
{
    const auto place = std::find_if(queue.begin(), queue.end(), [&](const QueuedMessage &message) {
        return message.text == sent.text && message.attachments == sent.attachments;
    });
    if (place == queue.end())
        return;
    queue.erase(place);
    queueChanged();
    draftTimer.stop();
    saveDraft();
}

void ConversationController::Private::holdQueue()
{
    if (queue.empty() || isQueueHeld)
        return;
    isQueueHeld = true;
    Q_EMIT q->queueChanged();
}

// The next one builds on an answer that is whole. Anything else is for the person to look at first.
void ConversationController::Private::goOnWithQueue(const Message &answer)
{
    const bool isWanted = std::exchange(sendsQueuedAfterStop, false) && answer.state == MessageState::Stopped;
    const bool isWhole = answer.state == MessageState::Complete && answer.toolCalls.isEmpty();
    if (isWanted || isWhole)
        sendFirstQueued();
    else
        holdQueue();
}
