// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "delta.h"
#include "error.h"
#include "exchange.h"

#include <QList>
#include <QObject>

#include <chrono>

// Streams one completion. Lives in the thread of the ChatClient that made it; the network runs elsewhere.
// Exactly one of finished(), failed() or stopped() is emitted, once, and nothing after it.
// Deleting a running job closes the connection and ends it silently.
class CompletionJob : public QObject
{
    Q_OBJECT
public:
    enum class State { Pending, Streaming, Finished, Failed, Stopped };

    State state() const { return m_state; }
    // Ends the job at once: stopped() comes from inside this call, the connection is closed, what has arrived stays
    // valid. Does nothing after an end.
    virtual void stop() = 0;
    // How long pieces are gathered before deltasReceived(): 30 ms at first. Longer for an answer that nobody looks at, since each
    // hand-over wakes a thread; from 100 ms on the bytes are not even read in between, so that the exchange's events have the time of
    // their reading. What was gathered is handed over before any end. Does nothing after an end.
    virtual void setGatherTime(std::chrono::milliseconds time) = 0;

Q_SIGNALS:
    // The request's last byte went out.
    void requestSent();
    // All deltas since the last time, in order; the first ones at once, then some thirty times a second (see setGatherTime()).
    // Never empty.
    void deltasReceived(const QList<Delta> &deltas);
    // A life sign that carried nothing to show (reasoning models stay silent for long).
    void keptAlive();
    // What went over the wire so far, when the answer begins and again before each end but stopped(). The last counts.
    void exchanged(const Exchange &exchange);
    // The answer is whole: it carried a finish reason or [DONE].
    void finished();
    // The request or the stream failed. ErrorKind::ConnectionLost or Protocol after text: the answer is cut off.
    void failed(const Error &error);
    void stopped();

protected:
    using QObject::QObject;
    State m_state = State::Pending;
};
