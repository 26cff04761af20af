// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clock.h"

#include <QFile>
#include <QLatin1StringView>

// The times of one run as JSON lines, for reports of bugs; holds no text. Does nothing without a file.
class TimingTrace
{
public:
    TimingTrace(const QString &path, const Clock &clock);
    // False: the file could not be made.
    bool isGood() const { return m_path.isEmpty() || m_file.isOpen(); }
    void note(QLatin1StringView event);

private:
    QString m_path;
    QFile m_file;
    const Clock &m_clock;
    std::chrono::milliseconds m_start;
};
