// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

// Long work in the UI thread, a little at a time between events. Ends by itself when there is nothing more to do, or with stop().
class Slices : public QObject
{
    Q_OBJECT
public:
    // `step` does a part that takes milliseconds and says whether there is more.
    explicit Slices(std::function<bool()> step, QObject *parent = nullptr);
    void start() { m_timer.start(); }
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    // Some steps were done; not told after stop() or for the last.
    void advanced();
    void finished();

private:
    void run();

    std::function<bool()> m_step;
    QTimer m_timer;
};
