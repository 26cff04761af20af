// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTest>

#include <algorithm>

// A second process of a test that speaks in lines. Killed when the test leaves it.
class ChildProcess
{
public:
    ChildProcess(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    ~ChildProcess() { kill(); }

    QProcess &process() { return m_process; }
    // Every whole line so far.
    const QStringList &lines()
    {
        m_unread += m_process.readAllStandardOutput();
        qsizetype end = 0;
        while ((end = m_unread.indexOf('\n')) >= 0) {
            m_lines.append(QString::fromUtf8(m_unread.left(end)));
            m_unread.remove(0, end + 1);
        }
        return m_lines;
    }
    bool waitForLine(const QString &start, qsizetype count = 1)
    {
        return QTest::qWaitFor([&] {
            const QStringList &known = lines();
            return std::count_if(known.begin(), known.end(), [&](const QString &line) { return line.startsWith(start); }) >= count;
        }, 60'000);
    }
    bool waitForEnd() { return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(60'000); }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    QByteArray m_unread;
    QStringList m_lines;
};
