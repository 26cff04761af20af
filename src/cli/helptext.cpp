// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "commandoptions_p.h"

#include <QCoreApplication>

namespace {
constexpr int HelpColumn = 28;

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString usage(CommandName command)
{
    switch (command) {
    case CommandName::Ask:
        return Words::tr("Usage: grackle ask [options] [TEXT|-]\n"
                  "Asks one question. The answer goes to standard output, everything else to standard error.\n"
                  "Text that is piped in is put below TEXT.\n");
    case CommandName::List:
        return Words::tr("Usage: grackle list [options]\nLists the conversations, newest first.\n");
    case CommandName::Search:
        return Words::tr("Usage: grackle search [options] TEXT\nSearches all messages.\n");
    case CommandName::Export:
        return Words::tr("Usage: grackle export [options] ID\nWrites a conversation to standard output or a file.\n");
    case CommandName::Import:
        return Words::tr("Usage: grackle import [options] FILE\nTakes a conversation document into the library, whole or not at all.\n");
    case CommandName::Delete:
        return Words::tr("Usage: grackle delete [options] ID\nDeletes a conversation.\n");
    }
    Q_UNREACHABLE();
}

QString optionLine(const CommandOption &option)
{
    QString words = QStringLiteral("  ") + option.name;
    const QLatin1StringView value(option.valueName);
    if (option.value == CommandOption::Value::AfterEqualsSign)
        words += value;
    else if (!value.isEmpty())
        words += QLatin1Char(' ') + value;
    if (!option.shortName.isEmpty())
        words += QStringLiteral(", ") + option.shortName;
    return words.leftJustified(HelpColumn) + QLatin1Char(' ') + Words::tr(option.help) + QLatin1Char('\n');
}
}

QString helpText(CommandName command)
{
    QString text = usage(command) + QLatin1Char('\n') + Words::tr("Options:\n");
    for (const CommandOption &option : commandOptions()) {
        if (option.commands & bit(command))
            text += optionLine(option);
    }
    text += QLatin1Char('\n')
        + Words::tr("Exit status: 0 complete, 2 wrong arguments, 3 cut off, 4 refused, 5 rate or quota, 6 server not reached,\n"
             "7 no key, 8 storage, 130 interrupted.\n");
    return text;
}
