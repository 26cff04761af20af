// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practiceanswers_p.h"

#include "practicearithmetic_p.h"
#include "practicecatalog_p.h"
#include "practicepictures_p.h"
#include "practicequestion_p.h"
#include "titlequestion.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr int TourPages = 4;
constexpr qsizetype CharactersPerToken = 4;

QString page(const QString &name)
{
    QFile file(QStringLiteral(":/practice/%1.md").arg(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

QString wordList()
{
    QString list;
    for (const PracticeWordInfo &info : practiceWords()) {
        list += QStringLiteral("- `%1`: %2\n").arg(QString::fromLatin1(info.example), QString::fromLatin1(info.effect));
    }
    return list.trimmed();
}

QString longText(int tokens)
{
    const QString section = page(QStringLiteral("long"));
    QString text;
    for (int number = 1; text.size() < tokens * CharactersPerToken; ++number) {
        text += QStringLiteral("## Part %1\n\n").arg(number) + section + QStringLiteral("\n\n");
    }
    return text.left(tokens * CharactersPerToken).trimmed();
}

// Cites what may hold anything: each line behind a quotation mark.
QString quoted(const QString &text)
{
    return QStringLiteral("> ") + QString(text).replace(u'\n', QStringLiteral("\n> "));
}

// As code, whatever stands in it.
QString beginningOf(const QString &text)
{
    constexpr qsizetype Shown = 60;
    QString beginning = text.left(Shown);
    beginning.replace(u'`', u'\'').replace(u'\n', QChar(0x23ce));
    return beginning + (text.size() > Shown ? QStringLiteral("…") : QString());
}

QString historyText(const PracticeRequest &request)
{
    QString list;
    qsizetype pictures = 0;
    for (const PracticeMessage &message : request.messages) {
        pictures += message.pictures.size();
        list += QStringLiteral("- %1, %2 characters: `%3`\n").arg(message.role).arg(message.text.size()).arg(beginningOf(message.text));
    }
    if (request.isResponses)
        list += QStringLiteral("- encrypted thinking that came back: %1\n").arg(request.carriedItems);
    return QStringLiteral("The practice server keeps nothing. With this question came %1 messages and %2 pictures:\n\n%3")
        .arg(request.messages.size()).arg(pictures).arg(list).trimmed();
}

QList<PracticeSource> practiceSources()
{
    return { { QStringLiteral("https://practice.example/aurora"), QStringLiteral("Aurora forecast (invented)"), QStringLiteral("2026-11-02") },
             { QStringLiteral("https://practice.example/moon"), QStringLiteral("Phases of the moon (invented)"), QStringLiteral("2026-10-30T18:00:00Z") },
             { QStringLiteral("https://practice.example/solar/wind"), {}, {} } };
}

QString searchText()
{
    const QList<PracticeSource> sources = practiceSources();
    return QStringLiteral("The aurora is likely tonight [[1]](%1), and the moon will not disturb it [[2]](%2).\n\n"
                          "*This is practice: nothing was searched, and the sources do not exist.*")
        .arg(sources.at(0).url, sources.at(1).url);
}

QString jsonText()
{
    return QStringLiteral("{\"practice\": true, \"city\": \"Reykjavík\", \"temperature\": {\"value\": 3, \"unit\": \"celsius\"}, \"hours\": [9, 12, 15]}");
}

// A value that fits the schema, as far as such small ones go.
QJsonValue valueFor(const QJsonObject &schema, int depth = 0)
{
    constexpr int Deepest = 8;
    const QString type = schema.value(QStringLiteral("type")).toString();
    if (const QJsonArray choices = schema.value(QStringLiteral("enum")).toArray(); !choices.isEmpty())
        return choices.first();
    if (type == QLatin1StringView("string"))
        return QStringLiteral("practice");
    if (type == QLatin1StringView("integer"))
        return 7;
    if (type == QLatin1StringView("number"))
        return 0.5;
    if (type == QLatin1StringView("boolean"))
        return true;
    if (depth >= Deepest)
        return {};
    if (type == QLatin1StringView("array"))
        return QJsonArray { valueFor(schema.value(QStringLiteral("items")).toObject(), depth + 1) };
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    QJsonObject object;
    for (auto property = properties.begin(); property != properties.end(); ++property)
        object.insert(property.key(), valueFor(property.value().toObject(), depth + 1));
    return object;
}

// What a structured answer was asked to be; empty: nothing of the kind.
QString formattedText(const QJsonObject &format)
{
    const QString type = format.value(QStringLiteral("type")).toString();
    if (type == QLatin1StringView("json_object"))
        return jsonText();
    if (type != QLatin1StringView("json_schema"))
        return {};
    const QJsonObject schema = format.value(QStringLiteral("json_schema"))[QStringLiteral("schema")].toObject();
    return QString::fromUtf8(QJsonDocument(valueFor(schema).toObject()).toJson(QJsonDocument::Compact));
}

// What the question wants refused, as long as it is still in the request.
std::optional<PracticeFailure> refusedField(const PracticeRequest &request, const PracticeQuestion &question)
{
    if (question.has(PracticeWord::Picky) && request.includesUsage && !request.isResponses)
        return invalidArgument(QStringLiteral("Argument not supported on this model: streamOptions"));
    if (question.has(PracticeWord::Picky) && request.includesSources)
        return invalidArgument(QStringLiteral("Argument not supported on this model: web_search_call.action.sources"));
    if (question.has(PracticeWord::Responses) && !request.isResponses) {
        return PracticeFailure { 404, QStringLiteral("not-found"),
                                 QStringLiteral("This model is only supported in v1/responses and not in v1/chat/completions."), 0 };
    }
    if (question.has(PracticeWord::Unstreamed) && request.streams)
        return invalidArgument(QStringLiteral("Argument not supported on this model: stream"));
    const auto isNoTurn = [](const PracticeMessage &message) { return message.role != QLatin1StringView("user") && message.role != QLatin1StringView("assistant"); };
    if (question.has(PracticeWord::Template) && std::any_of(request.messages.begin(), request.messages.end(), isNoTurn))
        return invalidArgument(QStringLiteral("Error rendering prompt with jinja template: Only user and assistant roles are supported!"));
    return std::nullopt;
}

QString calculationText(const Calculation &calculation)
{
    const QString note = QStringLiteral("\n\n*This is the practice server: it did the sum, no model was asked.*");
    if (!calculation.value)
        return QStringLiteral("%1 has no value: it divides by zero or grows beyond all bounds.").arg(calculation.expression) + note;
    return QStringLiteral("%1 = **%2**").arg(calculation.expression, numberText(*calculation.value)) + note;
}

// Without a word in the question the conversation is a tour, one page for each answer.
QString tourText(const PracticeRequest &request)
{
    const auto answered = std::count_if(request.messages.begin(), request.messages.end(), [](const PracticeMessage &message) {
        return message.role == QLatin1StringView("assistant");
    });
    if (answered == 0)
        return page(QStringLiteral("welcome")).replace(QLatin1StringView("%words%"), wordList());
    return page(QStringLiteral("tour-%1").arg((answered - 1) % TourPages + 1));
}

// Asked for a title: the first words of the question, as no model would put it.
QString titleText(const QString &request)
{
    const QString question = request.section(QLatin1StringView("\n\nQuestion: "), 1).section(QLatin1StringView("\n\nAnswer: "), 0, 0);
    return QStringLiteral("Practice title: ") + question.simplified().section(u' ', 0, 4);
}

QStringList wordTexts(const PracticeRequest &request, const PracticeQuestion &question)
{
    QStringList texts;
    for (const PracticeWord word : question.words) {
        switch (word) {
        case PracticeWord::Markdown: texts.append(page(QStringLiteral("markdown"))); break;
        case PracticeWord::Code:     texts.append(page(QStringLiteral("code"))); break;
        case PracticeWord::Table:    texts.append(page(QStringLiteral("table"))); break;
        case PracticeWord::Maths:    texts.append(page(QStringLiteral("maths"))); break;
        case PracticeWord::Unicode:  texts.append(page(QStringLiteral("unicode"))); break;
        case PracticeWord::Long:     texts.append(longText(question.longTokens.value_or(2000))); break;
        case PracticeWord::Echo:     texts.append(QStringLiteral("*Practice echo:*\n\n") + question.echo); break;
        case PracticeWord::History:  texts.append(historyText(request)); break;
        case PracticeWord::Search:   texts.append(searchText()); break;
        case PracticeWord::Json:     texts.append(jsonText()); break;
        case PracticeWord::Picky:
        case PracticeWord::Template:
        case PracticeWord::Unstreamed: texts.append(QStringLiteral("This is a practice answer to a question of which nothing is refused, or nothing any more.")); break;
        case PracticeWord::Responses: texts.append(QStringLiteral("The question came again by the Responses API, and so does this practice answer.")); break;
        case PracticeWord::Length:   texts.append(page(QStringLiteral("length"))); break;
        case PracticeWord::Cut:      texts.append(page(QStringLiteral("cut"))); break;
        case PracticeWord::Stall:    texts.append(page(QStringLiteral("stall"))); break;
        case PracticeWord::Broken:   texts.append(page(QStringLiteral("broken"))); break;
        case PracticeWord::Think: case PracticeWord::Fast: case PracticeWord::Slow:
        case PracticeWord::Tags: case PracticeWord::Silent: case PracticeWord::Substitute: case PracticeWord::Uncounted:
        case PracticeWord::Tools: case PracticeWord::Calls: case PracticeWord::Refuse: case PracticeWord::Error: break;
        }
    }
    return texts;
}

Result<QString, PracticeFailure> answerText(const PracticeRequest &request, const PracticeQuestion &question)
{
    const PracticeMessage &last = request.messages.last();
    if (last.role == QLatin1StringView("tool"))
        return QStringLiteral("The practice server got this back from the function:\n\n") + quoted(last.text);
    if (const QString formatted = formattedText(request.format); !formatted.isEmpty())
        return formatted;
    QStringList texts;
    const PracticeMessage *asked = request.question();
    if (asked && !asked->pictures.isEmpty()) {
        auto description = describePictures(asked->pictures);
        if (!description)
            return description.error();
        texts.append(QStringLiteral("This is practice: no model looks at pictures here, but their bytes were decoded. What is in them:\n\n")
                     + description.value().trimmed());
    }
    texts += wordTexts(request, question);
    if (texts.isEmpty()) {
        const std::optional<Calculation> calculation = calculate(question.rest);
        texts.append(calculation ? calculationText(*calculation) : tourText(request));
    }
    return texts.join(QStringLiteral("\n\n"));
}

PracticeToolCall toolCall(const PracticeRequest &request)
{
    const QString name = request.functions.isEmpty() ? QStringLiteral("practice_weather") : request.functions.first();
    return { QStringLiteral("call_practice_1"), name, QStringLiteral("{\"city\":\"Reykjavík\",\"unit\":\"celsius\"}") };
}

void applyWords(const PracticeRequest &request, const PracticeQuestion &question, PracticeScript &script)
{
    const bool answersTool = request.messages.last().role == QLatin1StringView("tool");
    if (question.has(PracticeWord::Slow))
        script.pause = 250ms;
    if (question.has(PracticeWord::Fast))
        script.pause = 0ms;
    const std::optional<PracticeModel> model = practiceModel(request.modelId);
    if (question.has(PracticeWord::Think) || (model && model->reasons))
        script.reasoning = page(QStringLiteral("thinking"));
    if (question.has(PracticeWord::Tools) && !answersTool) {
        script.toolCalls = { toolCall(request) };
        script.finishReason = QStringLiteral("tool_calls");
        script.text.clear();
    }
    if (question.has(PracticeWord::Calls) && !answersTool) {
        const PracticeToolCall first = toolCall(request);
        script.toolCalls = { first, { QStringLiteral("call_practice_2"), first.name, QStringLiteral("{\"city\":\"Nuuk\",\"unit\":\"celsius\"}") } };
        script.finishReason = QStringLiteral("tool_calls");
        script.text.clear();
    }
    if (question.has(PracticeWord::Tags))
        script.text = QStringLiteral("<think>") + page(QStringLiteral("thinking")) + QStringLiteral("</think>\n\n") + script.text;
    if (question.has(PracticeWord::Silent))
        script.silence = 5s;
    if (question.has(PracticeWord::Substitute))
        script.answeredBy = QStringLiteral("practice-substitute");
    script.isCounted = !question.has(PracticeWord::Uncounted);
    script.tellsSources = request.includesSources;
    if (question.has(PracticeWord::Search)) {
        script.steps = { { QStringLiteral("web_search"), QStringLiteral("aurora tonight") }, { QStringLiteral("x_search"), QStringLiteral("aurora") } };
        script.sources = practiceSources();
    }
    if (question.has(PracticeWord::Refuse)) {
        script.refusal = page(QStringLiteral("refuse"));
        script.finishReason = QStringLiteral("content_filter");
        script.text.clear();
    }
    if (question.has(PracticeWord::Length))
        script.finishReason = QStringLiteral("length");
    if (question.has(PracticeWord::Cut))
        script.ending = PracticeScript::Ending::Cut;
    if (question.has(PracticeWord::Stall))
        script.ending = PracticeScript::Ending::Silent;
    if (question.has(PracticeWord::Broken))
        script.ending = PracticeScript::Ending::Broken;
}

void countPrompt(const PracticeRequest &request, PracticeScript &script)
{
    qsizetype characters = 0;
    for (const PracticeMessage &message : request.messages) {
        characters += message.text.size();
        for (const PracticePicture &picture : message.pictures)
            script.imageTokens += imageTokens(picture);
    }
    script.textTokens = characters / CharactersPerToken + request.messages.size();
}
}

Result<PracticeScript, PracticeFailure> PracticeAnswers::answer(const PracticeRequest &request)
{
    const PracticeMessage *asked = request.question();
    if (asked && asked->text.startsWith(TitleQuestion)) {
        PracticeScript script;
        script.text = titleText(asked->text);
        countPrompt(request, script);
        return script;
    }
    const PracticeQuestion question = readQuestion(asked ? asked->text : QString());
    if (question.has(PracticeWord::Error)) {
        const bool failedBefore = question.failsOnce && m_failedOnce.remove(asked->text);
        if (!failedBefore) {
            if (question.failsOnce)
                m_failedOnce.insert(asked->text);
            return *failureByName(question.errorName);
        }
    }
    if (const std::optional<PracticeFailure> refusal = refusedField(request, question))
        return *refusal;
    auto text = answerText(request, question);
    if (!text)
        return text.error();
    PracticeScript script;
    script.text = text.value();
    applyWords(request, question, script);
    countPrompt(request, script);
    return script;
}

QByteArray practicePage()
{
    QString rows;
    for (const PracticeWordInfo &info : practiceWords()) {
        rows += QStringLiteral("<tr><td><code>%1</code></td><td>%2</td></tr>\n")
                    .arg(QString::fromLatin1(info.example).toHtmlEscaped(), QString::fromLatin1(info.effect).toHtmlEscaped());
    }
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Practice server</title></head><body>\n"
                          "<h1>Practice server</h1>\n"
                          "<p>This server gives prepared answers. No model is asked and nothing leaves this computer.</p>\n"
                          "<table>\n%1</table>\n<p>Errors: %2.</p>\n"
                          "<p>What is set changes answers too: a form for the answer is kept to, functions that are offered are called with \"tools\", "
                          "and what is asked by the Responses API is answered by it. With \"search\" and a search of the server offered, its steps tell "
                          "their sources.</p>\n</body></html>\n")
        .arg(rows, failureNames().toHtmlEscaped())
        .toUtf8();
}
