// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "slices.h"

#include <QElapsedTimer>
#include <QPointer>

Slices::Slices(std::function<bool()> step, QObject *parent) : QObject(parent), m_step(std::move(step))
{
    connect(&m_timer, &QTimer::timeout, this, &Slices::run);
}

void Slices::run()
{
    // Less than a frame, so that what is painted in between is on time.
    constexpr qint64 MostMs = 6;
    QElapsedTimer time;
    time.start();
    const QPointer<Slices> guard(this);
    do {
        if (m_step()) {
            // The step may have stopped everything.
            if (!guard || !m_timer.isActive())
                return;
            continue;
        }
        if (!guard)
            return;
        m_timer.stop();
        Q_EMIT finished();
        return;
    } while (time.elapsed() < MostMs);
    Q_EMIT advanced();
}
