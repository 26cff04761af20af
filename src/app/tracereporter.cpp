// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tracereporter.h"

#include "conversationcontroller.h"
#include "conversationmodel.h"
#include "conversationpane.h"
#include "mainwindow.h"
#include "trace.h"
#include "tracedapplication.h"
#include "transcriptview.h"

#include <QEvent>

TraceReporter::TraceReporter(Trace &trace, MainWindow &window, QObject *parent)
    : QObject(parent), m_trace(trace), m_window(window)
{
    window.conversationPane()->transcript()->viewport()->installEventFilter(this);
    connect(&window, &MainWindow::firstPaintDone, this, [this] { m_trace.write("first_paint"); });
    connect(&window, &MainWindow::conversationRequested, this, [this] {
        m_openingCpu = threadCpuTime();
        m_isOpening = true;
    });
    connect(&window, &MainWindow::shown, this, &TraceReporter::follow);
    follow(window.conversationPane()->controller());
}

TraceReporter::~TraceReporter()
{
    m_trace.write("quit");
}

void TraceReporter::noteUsable()
{
    m_trace.write("usable");
}

void TraceReporter::follow(ConversationController *controller)
{
    if (m_controller)
        disconnect(m_controller, nullptr, this, nullptr);
    m_controller = controller;
    connect(controller, &ConversationController::stateChanged, this,
            [this](ConversationController::State state) { noteState(int(state)); });
    connect(controller, &ConversationController::answerGrew, this, [this] {
        if (!m_isWaitingForText)
            return;
        m_isWaitingForText = false;
        m_trace.write("first_delta");
        if (auto *application = qobject_cast<TracedApplication *>(QCoreApplication::instance()))
            application->writeStretches();
    });
}

void TraceReporter::noteState(int state)
{
    switch (ConversationController::State(state)) {
    case ConversationController::State::Waiting:
        if (!m_isWaitingForText)
            m_trace.write("request_sent");
        m_isWaitingForText = true;
        return;
    case ConversationController::State::Idle:
        m_isWaitingForText = false;
        m_trace.write("reply_end");
        m_isWaitingForLastPaint = true;
        m_window.conversationPane()->transcript()->viewport()->update();
        return;
    case ConversationController::State::Storing:
    case ConversationController::State::Answering:
        return;
    }
}

bool TraceReporter::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    // Behind the paint that is about to happen.
    if (m_isWaitingForLastPaint && m_window.conversationPane()->transcript()->hasWaitingChanges())
        m_window.conversationPane()->transcript()->viewport()->update();
    else if (std::exchange(m_isWaitingForLastPaint, false))
        QMetaObject::invokeMethod(this, &TraceReporter::notePainted, Qt::QueuedConnection);
    if (m_isOpening && m_controller && m_controller->model()->rowCount() > 0) {
        m_isOpening = false;
        QMetaObject::invokeMethod(this, &TraceReporter::noteOpened, Qt::QueuedConnection);
    }
    return false;
}

void TraceReporter::notePainted()
{
    m_trace.write("reply_painted");
    if (auto *application = qobject_cast<TracedApplication *>(QCoreApplication::instance()))
        application->writeStretches();
}

void TraceReporter::noteOpened()
{
    if (!m_controller)
        return;
    const std::chrono::duration<double, std::milli> cpu = threadCpuTime() - m_openingCpu;
    m_trace.write("conversation_opened", { { QStringLiteral("messages"), m_controller->model()->rowCount() },
                                           { QStringLiteral("cpu_ms"), cpu.count() } });
}
