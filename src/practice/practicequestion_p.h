// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <optional>

// Words that choose what the practice server does.
enum class PracticeWord {
    Markdown, Code, Table, Maths, Unicode, Long, Echo, History,
    Think, Fast, Slow, Tools, Refuse, Search, Json, Picky, Unstreamed, Template, Responses, Tags, Silent, Substitute,
    Uncounted, Calls, Length, Cut, Stall, Broken, Error
};

struct PracticeWordInfo
{
    PracticeWord word;
    const char *name;       // as it is typed
    const char *example;    // a question with it
    const char *effect;     // for people
};

const QList<PracticeWordInfo> &practiceWords();

// A question taken apart: the words in it and what is left for arithmetic.
struct PracticeQuestion
{
    QList<PracticeWord> words;          // in the order of practiceWords(), each once
    QString rest;                       // the question without words that only change how it is answered
    QString echo;                       // what follows "echo"
    QString errorName;                  // what follows "error"
    bool failsOnce = false;             // "error 503 once"
    std::optional<int> longTokens;      // what follows "long"

    bool has(PracticeWord word) const { return words.contains(word); }
};

PracticeQuestion readQuestion(const QString &text);
