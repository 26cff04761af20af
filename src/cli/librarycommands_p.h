// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "cli.h"
#include "conversationwriter.h"
#include "exitstatus_p.h"
#include "terminal_p.h"

class Library;

// The commands that work on the library alone.
class LibraryCommands
{
public:
    LibraryCommands(const CommandLine &line, Library &library, Terminal &terminal) : m_line(line), m_library(library), m_terminal(terminal) {}
    // Ends well, or with what went wrong.
    Result<Done> run();

private:
    Result<Done> list();
    Result<Done> search();
    Result<Done> exportConversation();
    Result<Done> importDocument();
    Result<Done> deleteConversation();
    Result<Done> writeOut(ExportSource source);

    const CommandLine &m_line;
    Library &m_library;
    Terminal &m_terminal;
};
