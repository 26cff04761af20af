// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commandline.h"

#include <array>

// One row of the table of options.
struct CommandOption
{
    enum class Value { None, Required, AfterEqualsSign };
    QLatin1StringView name;                                    // with its hyphens
    QLatin1StringView shortName;                               // empty: none
    Value value = Value::None;
    unsigned commands = 0;                                     // bits by CommandName
    Result<Done> (*apply)(CommandLine &, const QString &value) = nullptr;
    const char *valueName = "";                                // in the help
    const char *help = "";                                     // to be translated
};

constexpr unsigned bit(CommandName command)
{
    return 1u << unsigned(command);
}

const std::vector<CommandOption> &commandOptions();
// Null: no such option of any command.
const CommandOption *findOption(QStringView name);
