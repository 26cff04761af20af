// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

// An import at a terminal: how far it is stands on one line, and Ctrl+C gives all of it up.
class TerminalImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void howFarItIsStandsOnOneLine();
    void controlCGivesAllOfItUp();
    void aPipeIsNotTold();

private:
    // `messages` plain messages, as other programs write them.
    QString makeFile(int messages) const;
    // With the terminal as its standard error, and in control of it.
    std::unique_ptr<QProcess> start(const QStringList &arguments, bool isAtTerminal);
    bool waitForEnd(QProcess &process) const;
    int listed();

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_terminal = -1;
    QByteArray m_screen;
    std::unique_ptr<QSocketNotifier> m_reader;
};

void TerminalImportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_screen.clear();
    m_terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    QVERIFY(m_terminal >= 0 && ::grantpt(m_terminal) == 0 && ::unlockpt(m_terminal) == 0);
    m_reader = std::make_unique<QSocketNotifier>(m_terminal, QSocketNotifier::Read);
    connect(m_reader.get(), &QSocketNotifier::activated, this, [this] {
        char piece[4096];
        const ssize_t count = ::read(m_terminal, piece, sizeof piece);
        if (count > 0)
            m_screen.append(piece, count);
        else
            m_reader->setEnabled(false);       // nobody is at the other end any more
    });
}

void TerminalImportTest::cleanup()
{
    m_reader.reset();
    ::close(m_terminal);
}

QString TerminalImportTest::makeFile(int messages) const
{
    QJsonArray all;
    for (int i = 0; i < messages; ++i)
        all.append(QJsonObject { { QStringLiteral("role"), i % 2 ? QStringLiteral("assistant") : QStringLiteral("user") },
                                 { QStringLiteral("content"), QStringLiteral("message %1 of many ").arg(i).repeated(5) } });
    const QString path = m_folder->filePath(QStringLiteral("export.json"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(QJsonObject { { QStringLiteral("messages"), all } }).toJson());
    return path;
}

std::unique_ptr<QProcess> TerminalImportTest::start(const QStringList &arguments, bool isAtTerminal)
{
    auto process = std::make_unique<QProcess>();
    process->setEnvironment({ QStringLiteral("HOME=") + m_folder->path(), QStringLiteral("PATH=/usr/bin:/bin"), QStringLiteral("LC_ALL=C.UTF-8"),
                              QStringLiteral("XDG_RUNTIME_DIR=") + m_folder->path() });
    if (isAtTerminal) {
        process->setChildProcessModifier([name = QByteArray(::ptsname(m_terminal))] {
            ::setsid();
            const int terminal = ::open(name.constData(), O_RDWR);
            ::ioctl(terminal, TIOCSCTTY, 0);
            ::dup2(terminal, STDERR_FILENO);
        });
    }
    process->start(QStringLiteral(GRACKLE_CLI), arguments + QStringList { QStringLiteral("--data-dir"), m_folder->filePath(QStringLiteral("library")) });
    process->closeWriteChannel();
    return process;
}

bool TerminalImportTest::waitForEnd(QProcess &process) const
{
    QSignalSpy finished(&process, &QProcess::finished);
    return process.state() == QProcess::NotRunning || finished.wait(120'000);
}

int TerminalImportTest::listed()
{
    const auto process = start({ QStringLiteral("list"), QStringLiteral("--json") }, false);
    return waitForEnd(*process) ? int(QJsonDocument::fromJson(process->readAllStandardOutput()).array().size()) : -1;
}

void TerminalImportTest::howFarItIsStandsOnOneLine()
{
    const auto process = start({ QStringLiteral("import"), makeFile(30'000) }, true);

    QVERIFY(waitForEnd(*process));
    QCOMPARE(process->exitCode(), 0);
    QTRY_VERIFY(m_screen.contains("Importing "));
    QVERIFY2(m_screen.contains(" of 30,000"), m_screen.left(300).constData());
    QVERIFY2(!m_screen.contains('\n'), m_screen.constData());
    // Nothing of it is left on the screen, and the number alone is on standard output.
    QTRY_VERIFY(m_screen.endsWith("\r\x1b[K"));
    QCOMPARE(process->readAllStandardOutput().trimmed().size(), qsizetype(36));
    QCOMPARE(listed(), 1);
}

void TerminalImportTest::controlCGivesAllOfItUp()
{
    const auto process = start({ QStringLiteral("import"), makeFile(60'000) }, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_screen.contains("Importing "), 60'000);

    constexpr char ControlC = 3;
    QCOMPARE(::write(m_terminal, &ControlC, 1), ssize_t(1));

    QVERIFY(waitForEnd(*process));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 130);
    QCOMPARE(process->readAllStandardOutput(), QByteArray());
    QTRY_VERIFY2(m_screen.contains("Nothing of it was kept"), m_screen.right(300).constData());
    QCOMPARE(listed(), 0);
}

void TerminalImportTest::aPipeIsNotTold()
{
    const auto process = start({ QStringLiteral("import"), makeFile(20'000) }, false);

    QVERIFY(waitForEnd(*process));
    QCOMPARE(process->exitCode(), 0);
    QCOMPARE(process->readAllStandardError(), QByteArray());
}

QTEST_GUILESS_MAIN(TerminalImportTest)
#include "tst_terminalimport.moc"
