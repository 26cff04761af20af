// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "completionoptions.h"
#include "error.h"
#include "exportformat.h"
#include "ids.h"
#include "message.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

enum class CommandName { Ask, List, Search, Export, Import, Delete };

// What a terminal command was asked to do; see helpText() for the words.
struct CommandLine
{
    CommandName command = CommandName::Ask;
    bool wantsHelp = false;
    bool wantsVersion = false;
    bool asJson = false;
    QString dataFolder;                  // empty: GRACKLE_DATA_DIR, else the platform's place
    QString traceFile;

    // ask
    QString text;                        // "-": from standard input alone
    std::optional<QUrl> endpoint;        // base URL for this run
    bool practice = false;
    QString modelId;
    QStringList images;                  // paths and http(s) addresses, in order
    ImageDetail detail = ImageDetail::Auto;
    QString system;
    CompletionOptions options;
    bool continues = false;
    ConversationId continued;            // null: the newest one
    bool saves = true;
    std::optional<std::chrono::milliseconds> timeout;

    // search, export, import, delete
    QString words;
    ConversationId conversation;
    QString file;
    ExportFormat format = ExportFormat::Markdown;
    QString output;                      // empty and "-": standard output
};

// `arguments` without the program's name; the first one that is no option names the command. InvalidInput, with one
// line for a person, for anything that cannot be meant.
Result<CommandLine> parseCommandLine(const QStringList &arguments);
// The command among the arguments; unset when they are for the window.
std::optional<CommandName> terminalCommandIn(const QStringList &arguments);
QString helpText(CommandName command);
