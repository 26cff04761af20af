// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "commandoptions_p.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace {
constexpr std::array CommandNames {
    std::pair { QLatin1StringView("ask"), CommandName::Ask },       std::pair { QLatin1StringView("list"), CommandName::List },
    std::pair { QLatin1StringView("search"), CommandName::Search }, std::pair { QLatin1StringView("export"), CommandName::Export },
    std::pair { QLatin1StringView("import"), CommandName::Import }, std::pair { QLatin1StringView("delete"), CommandName::Delete },
};

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error invalid(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = message;
    return error;
}

bool isOption(const QString &argument)
{
    return argument.size() > 1 && argument.startsWith(QLatin1Char('-'));
}

QString nameOf(const QString &argument)
{
    return argument.startsWith(QLatin1StringView("--")) ? argument.section(QLatin1Char('='), 0, 0) : argument;
}

// Takes options and their values off, leaving what stands for itself.
class Reader
{
public:
    explicit Reader(const QStringList &arguments) : m_arguments(arguments) {}

    Result<QStringList> readOptions(CommandLine &line);

private:
    Result<Done> readOption(CommandLine &line);
    Result<QString> valueFor(const CommandOption &option, const QString &argument);

    const QStringList &m_arguments;
    qsizetype m_at = 0;
};

Result<QStringList> Reader::readOptions(CommandLine &line)
{
    QStringList rest;
    while (m_at < m_arguments.size()) {
        const QString &argument = m_arguments.at(m_at);
        if (argument == QLatin1StringView("--")) {
            rest += m_arguments.sliced(m_at + 1);
            break;
        }
        if (!isOption(argument)) {
            rest += argument;
            ++m_at;
            continue;
        }
        if (Result<Done> done = readOption(line); !done)
            return done.error();
        ++m_at;
    }
    return rest;
}

Result<Done> Reader::readOption(CommandLine &line)
{
    const QString &argument = m_arguments.at(m_at);
    const CommandOption *option = findOption(nameOf(argument));
    if (!option || !(option->commands & bit(line.command)))
        return invalid(Words::tr("There is no option %1 here. \"--help\" shows what there is.").arg(nameOf(argument)));
    const Result<QString> value = valueFor(*option, argument);
    if (!value)
        return value.error();
    return option->apply(line, value.value());
}

Result<QString> Reader::valueFor(const CommandOption &option, const QString &argument)
{
    const qsizetype equals = argument.startsWith(QLatin1StringView("--")) ? argument.indexOf(QLatin1Char('=')) : -1;
    const bool hasValue = equals >= 0;
    if (option.value == CommandOption::Value::None && hasValue)
        return invalid(Words::tr("%1 takes no value.").arg(option.name));
    if (option.value != CommandOption::Value::Required || hasValue)
        return hasValue ? argument.sliced(equals + 1) : QString();
    if (m_at + 1 >= m_arguments.size())
        return invalid(Words::tr("%1 needs a value.").arg(option.name));
    return m_arguments.at(++m_at);
}

Result<Done> checkAsk(CommandLine &line, const QStringList &rest)
{
    if (rest.size() > 1)
        return invalid(Words::tr("One text, please: put it into quotation marks, and give --image once for each picture."));
    line.text = rest.value(0);
    if (line.practice && line.endpoint)
        return invalid(Words::tr("--practice and --endpoint cannot go together."));
    if (line.continues && !line.saves)
        return invalid(Words::tr("--continue and --no-save cannot go together."));
    return Done {};
}

Result<Done> takeConversation(CommandLine &line, const QStringList &rest)
{
    if (rest.size() != 1)
        return invalid(Words::tr("Which conversation? Give one id. \"grackle list\" shows them."));
    line.conversation = ConversationId::fromString(rest.first());
    if (line.conversation.isNull())
        return invalid(Words::tr("\"%1\" is no id of a conversation. \"grackle list\" shows them.").arg(rest.first()));
    return Done {};
}

Result<Done> takeRest(CommandLine &line, const QStringList &rest)
{
    switch (line.command) {
    case CommandName::Ask:
        return checkAsk(line, rest);
    case CommandName::List:
        return rest.isEmpty() ? Result<Done>(Done {}) : invalid(Words::tr("\"list\" takes no \"%1\".").arg(rest.first()));
    case CommandName::Search:
        line.words = rest.join(QLatin1Char(' ')).simplified();
        return line.words.isEmpty() ? invalid(Words::tr("Search for what? Give the words.")) : Result<Done>(Done {});
    case CommandName::Import:
        line.file = rest.value(0);
        return rest.size() == 1 ? Result<Done>(Done {}) : invalid(Words::tr("Which file? Give one conversation document."));
    case CommandName::Export:
    case CommandName::Delete:
        return takeConversation(line, rest);
    }
    Q_UNREACHABLE();
}

// The first argument that is neither an option nor the value of one.
qsizetype commandIndex(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == QLatin1StringView("--"))
            return -1;
        if (!isOption(argument))
            return i;
        const CommandOption *option = findOption(argument);
        // "--send" belongs to the window, but its value is no command either.
        const bool takesNext = option ? option->value == CommandOption::Value::Required : argument == QLatin1StringView("--send");
        if (takesNext)
            ++i;
    }
    return -1;
}
}

std::optional<CommandName> terminalCommandIn(const QStringList &arguments)
{
    const QString name = arguments.value(commandIndex(arguments));
    for (const auto &[known, command] : CommandNames) {
        if (name == known)
            return command;
    }
    return std::nullopt;
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    const std::optional<CommandName> command = terminalCommandIn(arguments);
    if (!command)
        return invalid(Words::tr("There is no such command. The commands are ask, list, search, export, import and delete."));
    CommandLine line;
    line.command = *command;
    QStringList others = arguments;
    others.removeAt(commandIndex(arguments));
    const Result<QStringList> rest = Reader(others).readOptions(line);
    if (!rest)
        return rest.error();
    // Who asks for help need not have said everything yet.
    if (line.wantsHelp || line.wantsVersion)
        return line;
    if (Result<Done> taken = takeRest(line, rest.value()); !taken)
        return taken.error();
    return line;
}
