// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "timingtrace_p.h"

#include <QJsonDocument>
#include <QJsonObject>

TimingTrace::TimingTrace(const QString &path, const Clock &clock) : m_path(path), m_file(path), m_clock(clock), m_start(clock.monotonic())
{
    if (path.isEmpty() || !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    note(QLatin1StringView("start"));
}

void TimingTrace::note(QLatin1StringView event)
{
    if (!m_file.isOpen())
        return;
    const QJsonObject line { { QStringLiteral("t_ms"), qint64((m_clock.monotonic() - m_start).count()) }, { QStringLiteral("ev"), QString(event) } };
    m_file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}
