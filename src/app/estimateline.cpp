// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "estimateline.h"

#include "composer.h"
#include "conversationcontroller.h"
#include "cost.h"

#include <QLocale>

EstimateLine::EstimateLine(Composer &composer, QObject *parent) : QObject(parent), m_composer(composer)
{
    connect(&m_composer, &Composer::textEdited, this, &EstimateLine::refresh);
    connect(&m_composer, &Composer::detailChosen, this, &EstimateLine::refresh, Qt::QueuedConnection);
    connect(&m_composer, &Composer::removeRequested, this, &EstimateLine::refresh, Qt::QueuedConnection);
}

void EstimateLine::show(ConversationController *controller)
{
    if (m_controller)
        disconnect(m_controller, nullptr, this, nullptr);
    m_controller = controller;
    connect(controller, &ConversationController::stateChanged, this, &EstimateLine::refresh);
    connect(controller, &ConversationController::modelIdChanged, this, &EstimateLine::refresh);
    connect(controller, &ConversationController::draftAccepted, this, &EstimateLine::refresh, Qt::QueuedConnection);
    refresh();
}

void EstimateLine::refresh()
{
    if (!m_controller || m_controller->draft().isEmpty()) {
        m_composer.setEstimate(QString());
        return;
    }
    const RequestEstimate estimate = m_controller->estimate(m_controller->draft());
    const QString tokens = estimate.tokens == 1 ? tr("≈ 1 token to send") : tr("≈ %1 tokens to send").arg(QLocale().toString(estimate.tokens));
    m_composer.setEstimate(estimate.costTicks ? tokens + QStringLiteral(", ") + estimatedDollarsText(*estimate.costTicks) : tokens);
}
