// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "toolwishes.h"

#include "composer.h"
#include "conversationcontroller.h"
#include "conversationpane.h"
#include "jsontreedialog.h"
#include "mainwindow.h"
#include "openconversations.h"
#include "settings.h"
#include "toolanswerdialog.h"
#include "toolsdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

ToolWishes::ToolWishes(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
}

void ToolWishes::show(ConversationController *controller)
{
    connect(controller, &ConversationController::toolAnswersRequested, this, &ToolWishes::answerCalls, Qt::UniqueConnection);
    connect(controller, &ConversationController::treeRequested, this, &ToolWishes::showTree, Qt::UniqueConnection);
}

void ToolWishes::showFunctions()
{
    ConversationController *controller = m_parts.conversations.shown();
    const QJsonArray functions = QJsonDocument::fromJson(m_parts.settings.get(keys::functions)).array();
    auto *dialog = new ToolsDialog(functions, controller->conversation().options, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, controller, [this, dialog, controller] {
        m_parts.settings.set(keys::functions, QJsonDocument(dialog->functions()).toJson(QJsonDocument::Compact));
        m_parts.settings.sync();
        controller->setOptions(dialog->options());
    });
    dialog->open();
}

void ToolWishes::answerCalls(const Message &answer)
{
    ConversationController *controller = m_parts.conversations.shown();
    auto *dialog = new ToolAnswerDialog(answer.toolCalls, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, controller, [dialog, controller, id = answer.id] { controller->answerToolCalls(id, dialog->results()); });
    connect(dialog, &ToolAnswerDialog::declined, controller, [controller, id = answer.id] { controller->declineToolCalls(id); });
    dialog->open();
}

void ToolWishes::showTree(const QString &json)
{
    if (!isJsonAnswer(json)) {
        m_parts.window.conversationPane()->composer()->showNote(tr("This answer is not JSON, so there is no tree to show."));
        return;
    }
    auto *dialog = new JsonTreeDialog(json, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &JsonTreeDialog::copyRequested, this, [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
    dialog->open();
}
