// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "windowoptions.h"

#include "endpoint.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("WindowOptions", text);
}

const QStringList ValueOptions {
    QStringLiteral("--data-dir"), QStringLiteral("--endpoint"), QStringLiteral("--model"),
    QStringLiteral("--send"), QStringLiteral("--image"), QStringLiteral("--trace"),
};
Error invalid(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = message;
    return error;
}

// Relative names mean the folder of this process; the first one, which gets them handed over, may stand elsewhere.
QString absolutePath(const QString &path)
{
    return path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
}

std::optional<Error> takeValue(const QString &name, const QString &value, WindowOptions &options)
{
    if (name == QLatin1String("--data-dir"))
        options.dataFolder = absolutePath(value);
    else if (name == QLatin1String("--model"))
        options.modelId = value;
    else if (name == QLatin1String("--send"))
        options.send = value;
    else if (name == QLatin1String("--image"))
        options.images << absolutePath(value);
    else if (name == QLatin1String("--trace"))
        options.traceFile = absolutePath(value);
    else {
        const Result<QUrl> url = baseUrlFromUserInput(value);
        if (!url)
            return url.error();
        options.endpoint = url.value();
    }
    return {};
}

bool takeFlag(const QString &name, WindowOptions &options)
{
    if (name == QLatin1String("--practice"))
        options.practice = true;
    else if (name == QLatin1String("--version") || name == QLatin1String("-v"))
        options.wantsVersion = true;
    else if (name == QLatin1String("--help") || name == QLatin1String("-h"))
        options.wantsHelp = true;
    else
        return false;
    return true;
}

}

Result<WindowOptions> parseWindowOptions(const QStringList &arguments)
{
    WindowOptions options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == QLatin1String("--")) {
            for (const QString &file : arguments.sliced(i + 1))
                options.files << absolutePath(file);
            break;
        }
        if (!argument.startsWith(u'-') || argument == QLatin1String("-")) {
            options.files << absolutePath(argument);
            continue;
        }
        const QString name = argument.section(u'=', 0, 0);
        if (ValueOptions.contains(name)) {
            const bool isInline = argument.contains(u'=');
            if (!isInline && i + 1 >= arguments.size())
                return invalid(translated(QT_TRANSLATE_NOOP("WindowOptions", "The option %1 needs a value.")).arg(name));
            const QString value = isInline ? argument.section(u'=', 1) : arguments.at(++i);
            if (const auto error = takeValue(name, value, options))
                return *error;
        } else if (!takeFlag(argument, options)) {
            return invalid(translated(QT_TRANSLATE_NOOP("WindowOptions", "There is no option %1. See grackle --help.")).arg(argument));
        }
    }
    return options;
}

QString windowHelp()
{
    return translated(QT_TRANSLATE_NOOP("WindowOptions",
        "grackle [options] [FILE…]\n"
        "    Opens the window. FILE is a conversation document or a picture for a new message.\n"
        "grackle ask|list|search|export|import|delete …\n"
        "    Works in the terminal; see grackle ask --help.\n"
        "\n"
        "  --data-dir DIR    keep everything in DIR\n"
        "  --endpoint URL    ask this server in this run\n"
        "  --model ID        use this model in this run\n"
        "  --practice        ask the built-in practice server\n"
        "  --send TEXT       send TEXT at once\n"
        "  --image FILE      with this picture; may be repeated\n"
        "  --trace FILE      write a performance log without any text of conversations\n"
        "  --version         print the version\n"
        "  --help            print this\n"));
}

DataPlaces dataPlaces(const QString &dataFolder)
{
    const QString own = !dataFolder.isEmpty() ? dataFolder : qEnvironmentVariable("GRACKLE_DATA_DIR");
    if (!own.isEmpty()) {
        const QDir folder(own);
        return { folder.absolutePath(), folder.absoluteFilePath(QStringLiteral("settings.ini")),
                 folder.absoluteFilePath(QStringLiteral("cache")) };
    }
    // Named by hand and not by AppDataLocation, which changes with the application's and organisation's names.
    const auto place = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + QStringLiteral("/grackle");
    };
    return { place(QStandardPaths::GenericDataLocation), place(QStandardPaths::GenericConfigLocation) + QStringLiteral("/settings.ini"),
             place(QStandardPaths::GenericCacheLocation) };
}
