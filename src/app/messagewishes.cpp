// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "messagewishes.h"

#include "composer.h"
#include "conversation.h"
#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "conversationoptionsdialog.h"
#include "conversationpane.h"
#include "draftkeeper.h"
#include "endpointbook.h"
#include "inspectordialog.h"
#include "messagedialog.h"
#include "pictureaddressdialog.h"
#include "transcriptview.h"

#include <QClipboard>
#include <QGuiApplication>

MessageWishes::MessageWishes(ConversationPane &pane, QObject *parent) : QObject(parent), m_pane(pane)
{
    connect(pane.transcript(), &TranscriptView::insertRequested, this, &MessageWishes::insert);
    connect(pane.transcript(), &TranscriptView::editAsRequested, this, &MessageWishes::editAs);
    connect(pane.transcript(), &TranscriptView::inspectRequested, this, &MessageWishes::inspect);
}

// Newest first: a result that is put in most likely belongs to the last call.
QList<ToolCall> MessageWishes::callsUpTo(int row) const
{
    constexpr int MostRows = 50;
    constexpr qsizetype MostCalls = 20;
    QList<ToolCall> calls;
    const ConversationModel *model = m_pane.controller()->model();
    for (int i = row; i >= 0 && i > row - MostRows && calls.size() < MostCalls; --i) {
        for (const ToolCall &call : model->messageAt(i).toolCalls)
            calls.append(call);
    }
    return calls;
}

void MessageWishes::insert(const MessageId &message, bool isBefore)
{
    ConversationController *controller = m_pane.controller();
    const int row = controller->model()->rowOf(message);
    if (row < 0)
        return;
    MessageDialog::Start start;
    start.title = isBefore ? tr("Insert a message before") : tr("Insert a message after");
    start.button = tr("Insert");
    start.calls = callsUpTo(isBefore ? row - 1 : row);
    auto *dialog = new MessageDialog(start, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, controller, [controller, dialog, message, isBefore] {
        using Beside = ConversationController::Beside;
        controller->insertMessage(message, isBefore ? Beside::Before : Beside::After, { dialog->role(), dialog->text(), dialog->toolCallId() });
    });
    dialog->open();
}

void MessageWishes::editAs(const MessageId &message)
{
    ConversationController *controller = m_pane.controller();
    const int row = controller->model()->rowOf(message);
    if (row < 0)
        return;
    const Message before = controller->model()->messageAt(row);
    MessageDialog::Start start;
    start.title = tr("Edit the message");
    start.button = tr("Save as a new version");
    start.role = before.role;
    start.text = textOf(before);
    start.toolCallId = before.toolCallId;
    start.calls = callsUpTo(row - 1);
    auto *dialog = new MessageDialog(start, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, controller, [controller, dialog, message] {
        controller->editAs(message, { dialog->role(), dialog->text(), dialog->toolCallId() });
    });
    dialog->open();
}

void MessageWishes::inspectLastAnswer()
{
    const MessageId answer = m_pane.controller()->inspectableAnswers().value(0);
    if (answer.isNull())
        m_pane.composer()->showNote(tr("There is nothing to inspect yet: only answers of this run can be looked into."));
    else
        inspect(answer);
}

void MessageWishes::showOptions(const EndpointBook &endpoints)
{
    ConversationController *controller = m_pane.controller();
    const Conversation &now = controller->conversation();
    auto *dialog = new ConversationOptionsDialog({ now.systemPrompt, now.options, controller->modelId(), endpoints.modelInfo(controller->endpoint().id, controller->modelId()) }, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, controller, [controller, dialog] {
        controller->setSystemPrompt(dialog->systemPrompt());
        controller->setOptions(dialog->options());
    });
    dialog->open();
}

void MessageWishes::inspect(const MessageId &answer)
{
    ConversationController *controller = m_pane.controller();
    const QList<Exchange> exchanges = controller->exchangesOf(answer);
    if (exchanges.isEmpty())
        return;
    auto *dialog = new InspectorDialog(exchanges, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InspectorDialog::copyRequested, this, [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
    connect(dialog, &InspectorDialog::replayRequested, controller, [controller, answer] { controller->regenerate(answer); });
    dialog->open();
}

void MessageWishes::askForPicture(DraftKeeper &drafts)
{
    auto *dialog = new PictureAddressDialog(m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &drafts, [&drafts, dialog] {
        if (const std::optional<QUrl> address = dialog->address())
            drafts.takeAddress(*address);
    });
    dialog->open();
}
