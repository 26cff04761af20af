// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>

#include <array>
#include <chrono>

class Trace;

// The application object. With a trace it measures each stretch of the UI thread, reports those over 4 ms and counts all;
// without one, notify() costs one comparison.
class TracedApplication : public QApplication
{
    Q_OBJECT
public:
    TracedApplication(int &argumentCount, char **arguments);

    void setTrace(Trace *trace) { m_trace = trace; }
    // Writes how long the stretches since the last call were, by CPU time, and begins anew.
    void writeStretches();
    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool notifyMeasured(QObject *receiver, QEvent *event);

    static constexpr std::chrono::microseconds SlotTime { 50 };
    void count(std::chrono::nanoseconds cpu);
    double stretchMs(double share) const;

    Trace *m_trace = nullptr;
    std::array<int, 1000> m_stretches {};          // by length, in slots of SlotTime; the last one takes what is longer
    int m_stretchCount = 0;
    std::chrono::nanoseconds m_longest {};
    bool m_isMeasuring = false;
};
