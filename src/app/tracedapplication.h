// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>

class Trace;

// The application object. With a trace it measures each stretch of the UI thread and reports those over 4 ms; without
// one, notify() costs one comparison.
class TracedApplication : public QApplication
{
    Q_OBJECT
public:
    TracedApplication(int &argumentCount, char **arguments);

    void setTrace(Trace *trace) { m_trace = trace; }
    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool notifyMeasured(QObject *receiver, QEvent *event);

    Trace *m_trace = nullptr;
    bool m_isMeasuring = false;
};
