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
    trace->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return trace;
}

void Trace::write(const char *event, QJsonObject facts)
{
    const auto milliseconds = [](std::chrono::nanoseconds time) { return double(qRound64(double(time.count()) / 1e3)) / 1e3; };
    facts.insert(QStringLiteral("t_ms"), milliseconds(std::chrono::steady_clock::now() - m_start));
    facts.insert(QStringLiteral("process_cpu_ms"), milliseconds(processCpuTime()));
    facts.insert(QStringLiteral("ev"), QLatin1String(event));
    m_file.write(QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

#ifdef CLOCK_THREAD_CPUTIME_ID
static std::chrono::nanoseconds timeOf(clockid_t clock)
{
    timespec now {};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

std::chrono::nanoseconds threadCpuTime() { return timeOf(CLOCK_THREAD_CPUTIME_ID); }
std::chrono::nanoseconds processCpuTime() { return timeOf(CLOCK_PROCESS_CPUTIME_ID); }
#else
std::chrono::nanoseconds threadCpuTime() { return {}; }
std::chrono::nanoseconds processCpuTime() { return {}; }
#endif
