// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "openconversations.h"

#include "library.h"

#include <QHash>

class OpenConversations::Private
{
public:
    Private(OpenConversations *owner, const ConversationController::Dependencies &given) : q(owner), dependencies(given) {}

    OpenConversations *q;
    ConversationController::Dependencies dependencies;
    QList<ConversationController *> open;        // children of q
    ConversationController *shown = nullptr;
    ConversationId wanted;                       // being opened; another wish replaces it

    void add(ConversationController *controller);
    void bringForward(ConversationController *controller);
    void closeIfIdle(ConversationController *controller);
};

void OpenConversations::Private::add(ConversationController *controller)
{
    open.append(controller);
    QObject::connect(controller, &ConversationController::stateChanged, q, [this, controller](ConversationController::State state) {
        Q_EMIT q->runningChanged(controller->id(), state != ConversationController::State::Idle);
    });
    QObject::connect(controller, &ConversationController::answerEnded, q, [this, controller](const Message &answer) {
        Q_EMIT q->answerEnded(controller, answer);
        closeIfIdle(controller);
    });
    QObject::connect(controller, &ConversationController::sendRefused, q, [this, controller] { closeIfIdle(controller); });
}

void OpenConversations::Private::bringForward(ConversationController *controller)
{
    if (controller == shown)
        return;
    ConversationController *before = shown;
    shown = controller;
    shown->setShown(true);
    Q_EMIT q->shownChanged(shown);
    if (before) {
        before->setShown(false);
        closeIfIdle(before);
    }
}

void OpenConversations::Private::closeIfIdle(ConversationController *controller)
{
    // An answer that could not be written lives in its controller alone.
    if (controller == shown || controller->state() != ConversationController::State::Idle || controller->hasUnsavedAnswer())
        return;
    if (open.removeOne(controller))
        controller->deleteLater();
}

OpenConversations::OpenConversations(const ConversationController::Dependencies &dependencies, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, dependencies))
{
    auto *first = new ConversationController(dependencies, this);
    d->add(first);
    d->shown = first;
}

OpenConversations::~OpenConversations()
{
    // They speak to us until they are gone.
    qDeleteAll(std::exchange(d->open, {}));
}

ConversationController *OpenConversations::shown() const
{
    return d->shown;
}

ConversationController *OpenConversations::find(const ConversationId &id) const
{
    for (ConversationController *controller : std::as_const(d->open)) {
        if (controller->id() == id)
            return controller;
    }
    return nullptr;
}

void OpenConversations::show(const ConversationId &id)
{
    d->wanted = id;
    if (ConversationController *open = find(id)) {
        d->wanted = {};
        d->bringForward(open);
        return;
    }
    d->dependencies.library.openConversation(id, this, [this, id](Result<OpenedConversation> opened) {
        if (d->wanted != id)
            return;
        d->wanted = {};
        if (!opened) {
            Q_EMIT failed(opened.error());
            return;
        }
        auto *controller = new ConversationController(d->dependencies, std::move(opened).value(), this);
        d->add(controller);
        d->bringForward(controller);
    });
}

void OpenConversations::showNew()
{
    d->wanted = {};
    auto *controller = new ConversationController(d->dependencies, this);
    d->add(controller);
    d->bringForward(controller);
}
