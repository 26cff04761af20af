// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "apikey.h"
#include "clock.h"
#include "commandline.h"

#include <QString>

#include <functional>
#include <memory>

class KeyStore;
class QCoreApplication;

// What a terminal command needs of its surroundings.
struct CommandSetup
{
    const Clock &clock;
    ApiKey environmentKey;               // XAI_API_KEY, taken out of the environment
    QString libraryFolder;
    QString settingsFile;                // read, never written
    QString cacheFolder;                 // lists of models; empty: none
    std::function<std::unique_ptr<KeyStore>()> makeKeyStore;   // called only when a key may be needed
};

// What the command runs in. Without a display, and without fonts unless letters are laid out.
std::unique_ptr<QCoreApplication> makeTerminalApplication(const CommandLine &line, int &argumentCount, char **argumentValues);

// Says on standard error what is wrong with arguments that parseCommandLine() refused, and with `ask --json` on standard output too, as for every
// other end. Gives the exit status.
int refuseCommandLine(const QStringList &arguments, const Error &error);

// Runs the command to its end in an existing application and gives its exit status (see architecture, "Contracts at
// the edges"). Standard output gets the answer alone; everything else goes to standard error. Needs no display.
int runCommand(const CommandLine &line, const CommandSetup &setup);
