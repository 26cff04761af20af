// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
// The terminal commands without the window around them: what main() gives them, and nothing else.
#include "cli.h"
#include "keychainkeystore.h"

#include <QCoreApplication>
#include <QDir>

#include <chrono>
#include <cstdio>

namespace {
class RealClock final : public Clock
{
public:
    std::chrono::milliseconds sinceEpoch() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    }
    std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};
}

int main(int argumentCount, char **argumentValues)
{
    QStringList arguments;
    for (int i = 1; i < argumentCount; ++i)
        arguments << QString::fromLocal8Bit(argumentValues[i]);
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line)
        return refuseCommandLine(arguments, line.error());
    const std::unique_ptr<QCoreApplication> application = makeTerminalApplication(line.value(), argumentCount, argumentValues);
    const QDir folder(line.value().dataFolder.isEmpty() ? qEnvironmentVariable("GRACKLE_DATA_DIR") : line.value().dataFolder);
    const RealClock clock;
    return runCommand(line.value(), {
        .clock = clock,
        .environmentKey = ApiKey::fromUserInput(qgetenv("XAI_API_KEY")),
        .libraryFolder = folder.absolutePath(),
        .settingsFile = folder.filePath(QStringLiteral("settings.ini")),
        .cacheFolder = {},
        .makeKeyStore = [] { return std::make_unique<KeychainKeyStore>(QStringLiteral("org.grackle.Test")); },
    });
}
