// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "cli.h"

#include "askcommand_p.h"
#include "library.h"
#include "librarycommands_p.h"

#include <QCoreApplication>

namespace {
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
