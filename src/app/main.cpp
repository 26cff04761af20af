// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "application.h"
#include "cli.h"
#include "hardening.h"
#include "heap.h"
#include "keychainkeystore.h"
#include "tracedapplication.h"
#include "translations.h"

#include <cstdio>

namespace {

constexpr char ApplicationId[] = "org.grackle.Grackle";
constexpr int WrongArguments = 2;

void print(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

QStringList argumentsOf(int count, char **values)
{
    QStringList arguments;
    for (int i = 1; i < count; ++i)
        arguments << QString::fromLocal8Bit(values[i]);
    return arguments;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("grackle"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRACKLE_VERSION));
    QGuiApplication::setDesktopFileName(QLatin1String(ApplicationId));
}

std::unique_ptr<KeyStore> makeKeyStore()
{
    return std::make_unique<KeychainKeyStore>(QLatin1String(ApplicationId));
}

int runInTerminal(int argumentCount, char **argumentValues, const QStringList &arguments, ApiKey environmentKey)
{
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line)
        return refuseCommandLine(arguments, line.error());
    const std::unique_ptr<QCoreApplication> application = makeTerminalApplication(line.value(), argumentCount, argumentValues);
    const DataPlaces places = dataPlaces(line.value().dataFolder);
    installTranslations(*application, Settings(places.settings).get(keys::language));
    const SystemClock clock;
    return runCommand(line.value(), { .clock = clock, .environmentKey = std::move(environmentKey), .libraryFolder = places.library,
                                      .settingsFile = places.settings, .cacheFolder = places.cache, .makeKeyStore = makeKeyStore });
}

int runWindow(int argumentCount, char **argumentValues, const WindowOptions &options, ApiKey environmentKey,
              std::chrono::steady_clock::time_point processStart)
{
    TracedApplication application(argumentCount, argumentValues);
    Application grackle({
        .options = options,
        .places = dataPlaces(options.dataFolder),
        .environmentKey = std::move(environmentKey),
        .keyStore = makeKeyStore(),
        .processStart = processStart,
    });
    if (grackle.start() == Application::Start::HandedOver)
        return 0;
    return QApplication::exec();
}

}

int main(int argumentCount, char **argumentValues)
{
    const auto processStart = std::chrono::steady_clock::now();
    hardenProcess();
    keepHeapSmall();
    ApiKey environmentKey = takeEnvironmentKey();
    nameProgram();
    const QStringList arguments = argumentsOf(argumentCount, argumentValues);

    if (terminalCommandIn(arguments))
        return runInTerminal(argumentCount, argumentValues, arguments, std::move(environmentKey));

    const Result<WindowOptions> options = parseWindowOptions(arguments);
    if (!options) {
        print(stderr, options.error().message + u'\n');
        return WrongArguments;
    }
    if (options.value().wantsHelp) {
        print(stdout, windowHelp());
        return 0;
    }
    if (options.value().wantsVersion) {
        print(stdout, QStringLiteral("grackle %1\n").arg(QStringLiteral(GRACKLE_VERSION)));
        return 0;
    }
    return runWindow(argumentCount, argumentValues, options.value(), std::move(environmentKey), processStart);
}
