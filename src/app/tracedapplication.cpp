// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tracedapplication.h"

#include "trace.h"

#include <QThread>

#include <algorithm>

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
    const int type = event->type();      // the event may be gone afterwards, and the receiver too
    const char *const receiverClass = receiver->metaObject()->className();
    const auto wallBefore = std::chrono::steady_clock::now();
    const auto cpuBefore = threadCpuTime();
    m_isMeasuring = true;
    const bool result = QApplication::notify(receiver, event);
    m_isMeasuring = false;
    const auto cpu = threadCpuTime() - cpuBefore;
    const auto wall = std::chrono::steady_clock::now() - wallBefore;
    count(cpu);
    if (m_trace && (cpu > 4ms || wall > 4ms)) {
        const auto milliseconds = [](auto duration) { return std::chrono::duration<double, std::milli>(duration).count(); };
        m_trace->write("ui_stretch", { { QStringLiteral("cpu_ms"), milliseconds(cpu) },
                                       { QStringLiteral("wall_ms"), milliseconds(wall) },
                                       { QStringLiteral("type"), type },
                                       { QStringLiteral("receiver"), QLatin1String(receiverClass) } });
    }
    return result;
}

void TracedApplication::count(std::chrono::nanoseconds cpu)
{
    ++m_stretches[std::min(size_t(cpu / SlotTime), m_stretches.size() - 1)];
    ++m_stretchCount;
    m_longest = std::max(m_longest, cpu);
}

// The length that `share` of all stretches do not exceed.
double TracedApplication::stretchMs(double share) const
{
    int within = 0;
    for (size_t slot = 0; slot < m_stretches.size(); ++slot) {
        within += m_stretches[slot];
        if (within >= m_stretchCount * share)
            return std::chrono::duration<double, std::milli>(SlotTime * (slot + 1)).count();
    }
    return 0;
}

void TracedApplication::writeStretches()
{
    if (m_trace && m_stretchCount > 0) {
        const std::chrono::duration<double, std::milli> longest = m_longest;
        m_trace->write("ui_stretches", { { QStringLiteral("count"), m_stretchCount },
                                         { QStringLiteral("p50_ms"), stretchMs(0.5) },
                                         { QStringLiteral("p99_ms"), stretchMs(0.99) },
                                         { QStringLiteral("max_ms"), longest.count() } });
    }
    m_stretches.fill(0);
    m_stretchCount = 0;
    m_longest = {};
}
