// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "commandoptions_p.h"

#include "endpoint.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {
using Value = CommandOption::Value;

constexpr unsigned Ask = bit(CommandName::Ask);
constexpr unsigned All = Ask | bit(CommandName::List) | bit(CommandName::Search) | bit(CommandName::Export) | bit(CommandName::Import)
    | bit(CommandName::Delete);
constexpr unsigned Lists = bit(CommandName::List) | bit(CommandName::Search);

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

Result<double> numberIn(const QString &text, double least, double most, const char *option)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber || !(number >= least && number <= most))
        return invalid(Words::tr("%1 takes a number from %2 to %3, not \"%4\".")
                           .arg(QLatin1StringView(option), QLocale::c().toString(least), QLocale::c().toString(most), text));
    return number;
}

Result<Done> setNumber(std::optional<double> &target, const QString &text, double least, double most, const char *option)
{
    const Result<double> number = numberIn(text, least, most, option);
    if (!number)
        return number.error();
    target = number.value();
    return Done {};
}

Result<Done> setEndpoint(CommandLine &line, const QString &value)
{
    const Result<QUrl> url = baseUrlFromUserInput(value);
    if (!url)
        return url.error();
    line.endpoint = url.value();
    return Done {};
}

Result<Done> setDetail(CommandLine &line, const QString &value)
{
    const std::optional<ImageDetail> detail = imageDetailFromName(value);
    if (!detail)
        return invalid(Words::tr("--detail is auto, low or high, not \"%1\".").arg(value));
    line.detail = *detail;
    return Done {};
}

Result<Done> setMaxTokens(CommandLine &line, const QString &value)
{
    bool isNumber = false;
    const int tokens = QLocale::c().toInt(value, &isNumber);
    if (!isNumber || tokens < 1)
        return invalid(Words::tr("--max-tokens takes a whole number from 1, not \"%1\".").arg(value));
    line.options.maxCompletionTokens = tokens;
    return Done {};
}

Result<Done> setEffort(CommandLine &line, const QString &value)
{
    static const QStringList efforts { QStringLiteral("none"), QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high"),
                                       QStringLiteral("xhigh") };
    if (!efforts.contains(value))
        return invalid(Words::tr("--reasoning-effort is one of %1, not \"%2\".").arg(efforts.join(QStringLiteral(", ")), value));
    line.options.reasoningEffort = value;
    return Done {};
}

Result<Done> setTimeout(CommandLine &line, const QString &value)
{
    const Result<double> seconds = numberIn(value, 0.001, 86'400, "--timeout");
    if (!seconds)
        return seconds.error();
    line.timeout = std::chrono::milliseconds(qint64(seconds.value() * 1000));
    return Done {};
}

Result<Done> setContinue(CommandLine &line, const QString &value)
{
    line.continues = true;
    if (value.isEmpty())
        return Done {};
    line.continued = ConversationId::fromString(value);
    return line.continued.isNull() ? Result<Done>(invalid(Words::tr("\"%1\" is no id of a conversation. \"grackle list\" shows them.").arg(value)))
                                   : Result<Done>(Done {});
}

Result<Done> setFormat(CommandLine &line, const QString &value)
{
    if (value == QLatin1StringView("md"))
        line.format = ExportFormat::Markdown;
    else if (value == QLatin1StringView("json"))
        line.format = ExportFormat::Document;
    else if (value == QLatin1StringView("html"))
        line.format = ExportFormat::Html;
    else if (value == QLatin1StringView("pdf"))
        line.format = ExportFormat::Pdf;
    else
        return invalid(Words::tr("--format is md, json, html or pdf, not \"%1\".").arg(value));
    return Done {};
}

Result<Done> addImage(CommandLine &line, const QString &value)
{
    line.images += value;
    return Done {};
}

Result<Done> setTemperature(CommandLine &line, const QString &value)
{
    return setNumber(line.options.temperature, value, 0, 2, "--temperature");
}
}

// An option that fills one member.
#define FILLS(member, content) [](CommandLine &line, [[maybe_unused]] const QString &value) -> Result<Done> { line.member = content; return Done {}; }

const std::vector<CommandOption> &commandOptions()
{
    static const std::vector<CommandOption> options {
        { QLatin1StringView("--data-dir"), {}, Value::Required, All, FILLS(dataFolder, value), "DIR",
          QT_TRANSLATE_NOOP("CommandLine", "use the library in DIR") },
        { QLatin1StringView("--endpoint"), {}, Value::Required, All, setEndpoint, "URL", QT_TRANSLATE_NOOP("CommandLine", "ask the server at URL") },
        { QLatin1StringView("--model"), {}, Value::Required, All, FILLS(modelId, value), "ID", QT_TRANSLATE_NOOP("CommandLine", "ask this model") },
        { QLatin1StringView("--practice"), {}, Value::None, All, FILLS(practice, true), "",
          QT_TRANSLATE_NOOP("CommandLine", "ask the built-in practice server") },
        { QLatin1StringView("--trace"), {}, Value::Required, All, FILLS(traceFile, value), "FILE",
          QT_TRANSLATE_NOOP("CommandLine", "write the times of this run to FILE") },
        { QLatin1StringView("--image"), {}, Value::Required, Ask, addImage, "FILE",
          QT_TRANSLATE_NOOP("CommandLine", "send a picture along; once for each") },
        { QLatin1StringView("--detail"), {}, Value::Required, Ask, setDetail, "LEVEL",
          QT_TRANSLATE_NOOP("CommandLine", "auto, low or high, for the pictures") },
        { QLatin1StringView("--system"), {}, Value::Required, Ask, FILLS(system, value), "TEXT",
          QT_TRANSLATE_NOOP("CommandLine", "the system prompt") },
        { QLatin1StringView("--temperature"), {}, Value::Required, Ask, setTemperature, "N", QT_TRANSLATE_NOOP("CommandLine", "0 to 2") },
        { QLatin1StringView("--max-tokens"), {}, Value::Required, Ask, setMaxTokens, "N", QT_TRANSLATE_NOOP("CommandLine", "longest answer") },
        { QLatin1StringView("--reasoning-effort"), {}, Value::Required, Ask, setEffort, "E",
          QT_TRANSLATE_NOOP("CommandLine", "none, low, medium, high or xhigh") },
        { QLatin1StringView("--no-stream"), {}, Value::None, Ask, FILLS(options.stream, false), "",
          QT_TRANSLATE_NOOP("CommandLine", "wait for the whole answer") },
        { QLatin1StringView("--continue"), {}, Value::AfterEqualsSign, Ask, setContinue, "[=ID]",
          QT_TRANSLATE_NOOP("CommandLine", "go on in a conversation, else the newest one") },
        { QLatin1StringView("--no-save"), {}, Value::None, Ask, FILLS(saves, false), "",
          QT_TRANSLATE_NOOP("CommandLine", "keep nothing in the library") },
        { QLatin1StringView("--timeout"), {}, Value::Required, Ask, setTimeout, "SECONDS",
          QT_TRANSLATE_NOOP("CommandLine", "longest silence of the server") },
        { QLatin1StringView("--json"), {}, Value::None, Ask | Lists, FILLS(asJson, true), "",
          QT_TRANSLATE_NOOP("CommandLine", "one JSON value instead of text") },
        { QLatin1StringView("--format"), {}, Value::Required, bit(CommandName::Export), setFormat, "FORMAT",
          QT_TRANSLATE_NOOP("CommandLine", "md, json, html or pdf") },
        { QLatin1StringView("--output"), QLatin1StringView("-o"), Value::Required, bit(CommandName::Export), FILLS(output, value), "FILE",
          QT_TRANSLATE_NOOP("CommandLine", "write to FILE") },
        { QLatin1StringView("--help"), QLatin1StringView("-h"), Value::None, All, FILLS(wantsHelp, true), "",
          QT_TRANSLATE_NOOP("CommandLine", "show this") },
        { QLatin1StringView("--version"), QLatin1StringView("-v"), Value::None, All, FILLS(wantsVersion, true), "",
          QT_TRANSLATE_NOOP("CommandLine", "show the version") },
    };
    return options;
}

const CommandOption *findOption(QStringView name)
{
    for (const CommandOption &option : commandOptions()) {
        if (name == option.name || (!option.shortName.isEmpty() && name == option.shortName))
            return &option;
    }
    return nullptr;
}
