// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "practicequestion_p.h"

#include "practicefailures_p.h"

#include <QStringList>

#include <algorithm>

namespace {
constexpr int MaxLongTokens = 200'000;

const PracticeWordInfo *wordNamed(const QString &name)
{
    for (const PracticeWordInfo &info : practiceWords()) {
        if (name == QLatin1StringView(info.name))
            return &info;
    }
    return nullptr;
}

// Words that say how, not what: they may stand beside a sum.
bool isManner(PracticeWord word)
{
    return word == PracticeWord::Fast || word == PracticeWord::Slow || word == PracticeWord::Think || word == PracticeWord::Tags
        || word == PracticeWord::Silent || word == PracticeWord::Substitute || word == PracticeWord::Uncounted;
}

QString trimmedWord(QString word)
{
    static constexpr QStringView Marks = u".,;:!?\"'()`*";
    while (!word.isEmpty() && Marks.contains(word.back()))
        word.chop(1);
    while (!word.isEmpty() && Marks.contains(word.front()))
        word.remove(0, 1);
    return word.toLower();
}

// The text behind the word "echo", exactly as typed; nothing when the word does not occur.
std::optional<qsizetype> endOfEchoWord(const QString &text)
{
    for (qsizetype at = text.indexOf(QLatin1StringView("echo"), 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(QLatin1StringView("echo"), at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + 4;
        const bool startsHere = at == 0 || text.at(at - 1).isSpace();
        const bool endsHere = end == text.size() || text.at(end).isSpace() || text.at(end) == u':';
        if (startsHere && endsHere)
            return end;
    }
    return std::nullopt;
}

QString takeEcho(QString &text)
{
    const std::optional<qsizetype> end = endOfEchoWord(text);
    if (!end)
        return {};
    const qsizetype start = *end < text.size() ? *end + 1 : *end;
    QString echo = text.mid(start);
    text.truncate(*end);
    if (text.endsWith(u':'))
        text.chop(1);
    return echo;
}

// "error" is a common word: it counts only before a name that is known. And only in the last paragraph: a question that failed comes again
// in front of the next one, since nobody answered it.
void readError(const QString &text, PracticeQuestion &question)
{
    const QStringList typed = text.section(QStringLiteral("\n\n"), -1).simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < typed.size(); ++i) {
        const QString name = trimmedWord(typed.at(i + 1));
        if (trimmedWord(typed.at(i)) != QLatin1StringView("error") || !failureByName(name))
            continue;
        if (!question.has(PracticeWord::Error))
            question.words.append(PracticeWord::Error);
        question.errorName = name;
        question.failsOnce = i + 2 < typed.size() && trimmedWord(typed.at(i + 2)) == QLatin1StringView("once");
    }
}

}

const QList<PracticeWordInfo> &practiceWords()
{
    static const QList<PracticeWordInfo> words = {
        { PracticeWord::Markdown, "markdown", "Show me some markdown", "headings, lists, quotes, links, a table and code in one answer" },
        { PracticeWord::Code, "code", "Write code", "code in several languages" },
        { PracticeWord::Table, "table", "A table, please", "tables, narrow and wide" },
        { PracticeWord::Maths, "maths", "Some maths", "formulas, in the line and on their own" },
        { PracticeWord::Unicode, "unicode", "Try unicode", "many scripts, emoji, right-to-left text" },
        { PracticeWord::Long, "long", "long 5000", "a long answer, of about so many pieces when a number follows" },
        { PracticeWord::Echo, "echo", "echo **anything**", "what follows comes back as it is" },
        { PracticeWord::History, "history", "history", "what of this conversation arrived with your question: the role and the beginning of each message, system texts merged or not, encrypted thinking" },
        { PracticeWord::Think, "think", "think: what is 7 * 6?", "thinks first, visibly" },
        { PracticeWord::Fast, "fast", "fast markdown", "without any delay" },
        { PracticeWord::Slow, "slow", "slow markdown", "four pieces a second: time to press Stop" },
        { PracticeWord::Tools, "tools", "use your tools", "a function call: of the first function you offer, or an invented one" },
        { PracticeWord::Calls, "calls", "several calls", "two function calls at once" },
        { PracticeWord::Refuse, "refuse", "refuse this", "a refusal, ended by the content filter" },
        { PracticeWord::Search, "search", "search the web", "a search of the server with numbered sources (invented; nothing is fetched)" },
        { PracticeWord::Json, "json", "answer as json", "an answer that is JSON and folds as a tree" },
        { PracticeWord::Picky, "picky", "be picky", "refuses a field of the request (by Responses: what is to be included): it is left out and the question sent once more" },
        { PracticeWord::Unstreamed, "unstreamed", "unstreamed", "refuses to stream: the answer comes whole" },
        { PracticeWord::Template, "template", "strict template", "refuses a system prompt, and results of functions, as the chat templates of some local models do: they are sent as words" },
        { PracticeWord::Responses, "responses", "use responses", "refuses Chat Completions: the question is asked again by the Responses API" },
        { PracticeWord::Tags, "tags", "tags", "thinks between tags in the text, as local models do" },
        { PracticeWord::Silent, "silent", "silent", "gives nothing but signs of life for five seconds, then answers" },
        { PracticeWord::Substitute, "substitute", "substitute", "another model answers than the one that was asked" },
        { PracticeWord::Uncounted, "uncounted", "uncounted", "says nothing of tokens and cost: they are estimated" },
        { PracticeWord::Length, "length", "length", "stops at the length limit: time to press Continue" },
        { PracticeWord::Cut, "cut", "cut", "the connection breaks in the middle" },
        { PracticeWord::Stall, "stall", "stall", "falls silent in the middle, without an end" },
        { PracticeWord::Broken, "broken", "broken", "the server reports an error in the middle" },
        { PracticeWord::Error, "error", "error 429", "fails with that status or in that way, 429 and 503 with a time to wait, \"dated\" with a date; with \"once\" behind it, only the first time" },
    };
    return words;
}

PracticeQuestion readQuestion(const QString &text)
{
    PracticeQuestion question;
    QString readable = text;
    question.echo = takeEcho(readable);
    const QStringList typed = readable.simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList rest;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const PracticeWordInfo *info = wordNamed(trimmedWord(typed.at(i)));
        const QString next = i + 1 < typed.size() ? trimmedWord(typed.at(i + 1)) : QString();
        if (!info || !isManner(info->word))
            rest.append(typed.at(i));
        if (!info || info->word == PracticeWord::Error)
            continue;
        if (!question.words.contains(info->word))
            question.words.append(info->word);
        if (info->word == PracticeWord::Long && next.toInt() > 0)
            question.longTokens = std::min(next.toInt(), MaxLongTokens);
    }
    readError(readable, question);
    std::sort(question.words.begin(), question.words.end());
    question.rest = rest.join(u' ');
    return question;
}
