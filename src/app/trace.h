// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <memory>

// The performance log of --trace: JSON lines {"t_ms":…,"ev":…,"process_cpu_ms":…}, without any text of conversations. Without
// a file nothing of it exists; those who report hold a pointer that is null then. For the UI thread alone.
class Trace
{
public:
    // Null when the file cannot be written.
    static std::unique_ptr<Trace> open(const QString &path, std::chrono::steady_clock::time_point processStart);

    void write(const char *event, QJsonObject facts = {});

private:
    explicit Trace(std::chrono::steady_clock::time_point start) : m_start(start) {}
    QFile m_file;
    std::chrono::steady_clock::time_point m_start;
};

// CPU time this thread, or the whole program, has used.
std::chrono::nanoseconds threadCpuTime();
std::chrono::nanoseconds processCpuTime();
