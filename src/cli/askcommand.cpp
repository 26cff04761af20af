// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "askcommand_p.h"

#include "chatclient.h"
#include "conversationmodel.h"
#include "endpointbook.h"
#include "errordescription.h"
#include "keystore.h"
#include "ledger.h"
#include "library.h"
#include "practiceserver.h"
#include "settings.h"

#include <utility>

AskCommand::AskCommand(const CommandLine &line, const CommandSetup &setup)
    : m_line(line), m_setup(setup), m_trace(line.traceFile, setup.clock)
{
}

AskCommand::~AskCommand() = default;

int AskCommand::run()
{
    using Step = Result<Done> (AskCommand::*)();
    constexpr Step Steps[] = { &AskCommand::readText,         &AskCommand::openLibrary,  &AskCommand::chooseServer,
                               &AskCommand::openConversation, &AskCommand::takePictures, &AskCommand::chooseModel };
    if (!m_trace.isGood())
        m_terminal.note(tr("grackle: %1 cannot be written, so no times are kept.").arg(m_line.traceFile));
    for (const Step step : Steps) {
        const Result<Done> done = (this->*step)();
        if (m_wasInterrupted) {
            stopped();
            return int(m_status);
        }
        if (!done) {
            refused(done.error());
            return int(m_status);
        }
    }
    ask();
    // A refusal may come from inside the call.
    if (!m_isFinished)
        m_loop.exec();
    m_trace.note(QLatin1StringView("quit"));
    // Waits for what is still to be written.
    m_controller.reset();
    m_library.reset();
    return int(m_status);
}

void AskCommand::ask()
{
    connect(m_controller.get(), &ConversationController::sendRefused, this, &AskCommand::refused);
    connect(m_controller.get(), &ConversationController::answerEnded, this, &AskCommand::ended);
    connect(m_controller.get(), &ConversationController::stateChanged, this, [this](ConversationController::State state) {
        m_hasAnswer = m_hasAnswer || state == ConversationController::State::Waiting;
        if (state == ConversationController::State::Waiting)
            m_trace.note(QLatin1StringView("request_sent"));
        if (state == ConversationController::State::Answering)
            m_trace.note(QLatin1StringView("first_delta"));
    });
    if (!m_line.asJson) {
        connect(m_controller.get(), &ConversationController::answerGrew, this, &AskCommand::write);
        connect(m_controller.get(), &ConversationController::answerReplaced, this, &AskCommand::writeAnew);
    }
    tellWaits();
    m_wasSent = true;
    m_controller->send(m_draft);
}

void AskCommand::write(const QString &text)
{
    m_written += text;
    m_terminal.write(text);
}

// What was written cannot be taken back: the text goes on, or stands once more in a line of its own.
void AskCommand::writeAnew(const QString &text)
{
    if (text.startsWith(m_written)) {
        write(text.sliced(m_written.size()));
        return;
    }
    m_terminal.endLine();
    m_written.clear();
    write(text);
}

// The window shows a countdown; here one line says that there is a wait.
void AskCommand::tellWaits()
{
    ConversationModel *model = m_controller->model();
    connect(model, &QAbstractItemModel::dataChanged, this, [this, model, isWaiting = false](const QModelIndex &index) mutable {
        const auto notice = model->data(index, NoticeRole).value<TranscriptNotice>();
        const bool waits = notice.level == TranscriptNotice::Level::Wait;
        if (waits && !isWaiting)
            m_terminal.note(QStringLiteral("grackle: ") + notice.text);
        isWaiting = waits;
    });
}

void AskCommand::interrupt()
{
    m_wasInterrupted = true;
    if (!m_wasSent) {
        m_loop.quit();
        return;
    }
    m_controller->stop();
    // Before there was an answer nothing will say that it ended.
    if (!m_hasAnswer && m_controller->state() == ConversationController::State::Idle)
        stopped();
}

void AskCommand::stopped()
{
    Message answer;
    answer.role = Role::Assistant;
    answer.state = MessageState::Stopped;
    finish(answer, ExitStatus::Interrupted);
}

void AskCommand::refused(const Error &error)
{
    Message failed;
    failed.role = Role::Assistant;
    failed.state = MessageState::Failed;
    failed.answer.emplace();
    failed.answer->error = error;
    if (error.kind == ErrorKind::NoKey)
        m_terminal.note(tr("grackle: There is no key for %1. Set XAI_API_KEY, or save one in the settings of the window.").arg(m_endpoints->current().origin()));
    else
        m_terminal.complain(error);
    finish(failed, exitStatusFor(error));
}

void AskCommand::ended(const Message &answer)
{
    m_trace.note(QLatin1StringView("reply_end"));
    if (!m_line.asJson) {
        if (textOf(answer).isEmpty() && answer.answer && !answer.answer->refusal.isEmpty())
            m_terminal.write(answer.answer->refusal);
        m_terminal.endLine();
    }
    if (answer.state == MessageState::CutOff)
        m_terminal.note(tr("grackle: The answer was cut off."));
    if (answer.state == MessageState::Stopped)
        m_terminal.note(tr("grackle: Stopped."));
    if (answer.answer && answer.answer->error)
        m_terminal.complain(*answer.answer->error);
    ExitStatus status = exitStatusFor(answer);
    if (m_controller->hasUnsavedAnswer()) {
        m_terminal.note(tr("grackle: The answer could not be saved in the library."));
        status = ExitStatus::Storage;
    }
    if (m_wasInterrupted)
        status = ExitStatus::Interrupted;
    finish(answer, status);
}

void AskCommand::finish(const Message &answer, ExitStatus status)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_status = status;
    if (m_line.asJson) {
        AskReport report;
        report.answer = answer;
        report.notes = m_notes;
        report.modelId = m_line.modelId;
        if (answer.answer)
            report.notes += answer.answer->notes;
        if (m_controller) {
            report.modelId = m_controller->modelId();
            const bool isInLibrary = m_line.saves && m_controller->model()->rowCount() > 0;
            report.conversation = isInLibrary ? m_controller->id() : ConversationId();
        }
        m_terminal.writeBytes(toJson(report));
    }
    m_loop.quit();
}
