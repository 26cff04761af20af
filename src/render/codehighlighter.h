// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>
#include <vector>

enum class CodeKind : quint8 { Plain, Keyword, String, Comment, Name, Number, Added, Removed };

struct CodeSpan
{
    int begin = 0;
    int length = 0;
    CodeKind kind = CodeKind::Plain;
    bool operator==(const CodeSpan &) const = default;
};

// How a language is coloured: data, read from resources/languages/NAME.json.
struct CodeLanguage
{
    struct StringRule
    {
        QString begin, end;
        QChar escape;              // null: none
        bool spansLines = false;
    };

    QStringList names;             // the info string's first word, lower case
    QSet<QString> keywords;
    QSet<QString> builtins;        // types and constants, drawn as names
    QStringList lineComments;
    QString blockCommentBegin, blockCommentEnd;
    bool nestsComments = false;
    std::vector<StringRule> strings;                          // longest opening first
    std::vector<std::pair<QString, CodeKind>> linePrefixes;   // diff: the first character decides
    QString wordCharacters;        // besides letters, digits and underscores
    QString wordPrefixes;          // a word behind one of these is a name: @decorator, $variable
    bool ignoresCase = false;
    bool namesCalls = false;       // a word in front of ( is a name
    bool namesKeys = false;        // a word or string in front of : is a name
    bool isMarkup = false;         // tags with attributes, text between them
    bool commentNeedsSpace = false;   // a comment sign inside a word is none: shell, YAML
};

// nullptr for a language that is not known. The tables are read once and never change.
const CodeLanguage *codeLanguage(const QString &name);
QStringList codeLanguageNames();
// From the text of a language file; nullopt-like: a language without names when it cannot be used.
CodeLanguage parseCodeLanguage(const QByteArray &json);

// Colours one line (without its end), starting in `state` (0 at the beginning of a text), appends its spans and gives back
// the state of the next line. A pure function.
quint32 lexCodeLine(const CodeLanguage &language, QStringView line, quint32 state, std::vector<CodeSpan> &spans);
