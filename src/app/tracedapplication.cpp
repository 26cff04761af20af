// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tracedapplication.h"

#include "trace.h"

#include <QThread>

using namespace std::chrono_literals;

TracedApplication::TracedApplication(int &argumentCount, char **arguments) : QApplication(argumentCount, arguments) {}

bool TracedApplication::notify(QObject *receiver, QEvent *event)
{
    // Events of other threads pass through here too, and those inside an event are part of it.
    if (!m_trace || m_isMeasuring || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    return notifyMeasured(receiver, event);
}

bool TracedApplication::notifyMeasured(QObject *receiver, QEvent *event)
{
    const int type = event->type();      // the event may be gone afterwards
    const auto wallBefore = std::chrono::steady_clock::now();
    const auto cpuBefore = threadCpuTime();
    m_isMeasuring = true;
    const bool result = QApplication::notify(receiver, event);
    m_isMeasuring = false;
    const auto cpu = threadCpuTime() - cpuBefore;
    const auto wall = std::chrono::steady_clock::now() - wallBefore;
    if (m_trace && (cpu > 4ms || wall > 4ms)) {
        const auto milliseconds = [](auto duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
        m_trace->write("ui_stretch", { { QStringLiteral("cpu_ms"), milliseconds(cpu) },
                                       { QStringLiteral("wall_ms"), milliseconds(wall) },
                                       { QStringLiteral("type"), type } });
    }
    return result;
}
