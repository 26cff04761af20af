// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPointer>

#include <chrono>

class ConversationController;
class MainWindow;
class Trace;

// Writes what happens in the window into the performance log. Made only when there is one.
class TraceReporter : public QObject
{
    Q_OBJECT
public:
    TraceReporter(Trace &trace, MainWindow &window, QObject *parent = nullptr);
    ~TraceReporter() override;

    void noteUsable();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(ConversationController *controller);
    void noteState(int state);
    void notePainted();
    void noteOpened();

    Trace &m_trace;
    MainWindow &m_window;
    QPointer<ConversationController> m_controller;
    std::chrono::nanoseconds m_openingCpu {};     // of this thread when the conversation was asked for
    bool m_isOpening = false;
    bool m_isWaitingForText = false;
    bool m_isWaitingForLastPaint = false;
};
