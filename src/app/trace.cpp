// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "trace.h"

#include <QJsonDocument>

#include <ctime>

std::unique_ptr<Trace> Trace::open(const QString &path, std::chrono::steady_clock::time_point processStart)
{
    std::unique_ptr<Trace> trace(new Trace(processStart));
    trace->m_file.setFileName(path);
    if (!trace->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return nullptr;
    return trace;
}

void Trace::write(const char *event, QJsonObject facts)
{
    const std::chrono::duration<double, std::milli> sinceStart = std::chrono::steady_clock::now() - m_start;
    facts.insert(QStringLiteral("t_ms"), double(qRound64(sinceStart.count() * 1000)) / 1000.0);
    facts.insert(QStringLiteral("ev"), QLatin1String(event));
    m_file.write(QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

std::chrono::nanoseconds threadCpuTime()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
#else
    return {};
#endif
}
