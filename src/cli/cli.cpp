// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "cli.h"

#include "askcommand_p.h"
#include "askreport_p.h"
#include "library.h"
#include "librarycommands_p.h"

#include <QGuiApplication>

#ifdef Q_OS_UNIX
#include <clocale>
#include <langinfo.h>
#endif

namespace {

// Qt takes UTF-8 where the locale says something else, and newer ones tell so on standard error, which is read by scripts.
void speakUtf8()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
#endif
}

int runLibraryCommand(const CommandLine &line, const CommandSetup &setup)
{
    Terminal terminal;
    auto library = Library::open(setup.libraryFolder, Library::Access::Guest, setup.clock);
    if (!library) {
        terminal.complain(library.error());
        return int(exitStatusFor(library.error()));
    }
    const Result<Done> done = LibraryCommands(line, *library.value(), terminal).run();
    if (!done) {
        terminal.complain(done.error());
        return int(exitStatusFor(done.error()));
    }
    return int(ExitStatus::Complete);
}
}

std::unique_ptr<QCoreApplication> makeTerminalApplication(const CommandLine &line, int &argumentCount, char **argumentValues)
{
    speakUtf8();
    const bool isLaidOut = line.format == ExportFormat::Html || line.format == ExportFormat::Pdf;
    if (line.command != CommandName::Export || !isLaidOut || line.wantsHelp || line.wantsVersion)
        return std::make_unique<QCoreApplication>(argumentCount, argumentValues);
    // The platform that has fonts and no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argumentCount, argumentValues);
}

int refuseCommandLine(const QStringList &arguments, const Error &error)
{
    Terminal terminal;
    terminal.complain(error);
    const QStringList options = arguments.mid(0, arguments.indexOf(QLatin1String("--")));
    if (terminalCommandIn(arguments) == CommandName::Ask && options.contains(QLatin1String("--json"))) {
        AskReport report;
        report.answer.role = Role::Assistant;
        report.answer.state = MessageState::Failed;
        report.answer.answer.emplace();
        report.answer.answer->error = error;
        terminal.writeBytes(toJson(report));
    }
    return int(ExitStatus::WrongArguments);
}

int runCommand(const CommandLine &line, const CommandSetup &setup)
{
    if (line.wantsHelp) {
        Terminal().write(helpText(line.command));
        return int(ExitStatus::Complete);
    }
    if (line.wantsVersion) {
        Terminal().write(QStringLiteral("grackle %1\n").arg(QStringLiteral(GRACKLE_VERSION)));
        return int(ExitStatus::Complete);
    }
    if (line.command != CommandName::Ask)
        return runLibraryCommand(line, setup);
    return AskCommand(line, setup).run();
}
