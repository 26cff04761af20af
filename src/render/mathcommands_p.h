// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathparser_p.h"
#include "mathtokens_p.h"

// What ends a list besides the end of its group.
struct MathStop
{
    bool atRight = false;      // \right, \middle
    bool atCell = false;       // & and a row's end
    bool atBracket = false;    // ]
};

// The parser behind parseMath(). Lists and scripts are in mathparser.cpp, commands in mathcommands.cpp, tables in
// mathenvironments.cpp.
class MathParser
{
public:
    explicit MathParser(QStringView source);
    ParsedMath parse();

private:
    static constexpr int MaximumDepth = 60;
    static constexpr int MaximumCells = 2000;

    bool atListEnd(const MathStop &stop) const;
    MathList parseList(const MathStop &stop);
    bool parseInfix(MathList &list, const MathStop &stop);
    void parseItem(MathList &list);
    void parseScripts(MathList &list);
    MathList parseBraces();
    MathList parseArgument();
    MathList parseOption();

    void parseCommand(MathList &list);
    bool parseLetters(const QString &name, MathList &list);
    void parseWords(const QString &raw, const MathNode &like, MathList &list);
    bool parseSpace(const QString &name, MathList &list);
    bool parseStyle(const QString &name, MathList &list);
    bool parseFraction(const QString &name, MathList &list);
    bool parseDelimiters(const QString &name, MathList &list);
    bool parseOverUnder(const QString &name, MathList &list);
    bool parseArrow(const QString &name, MathList &list);
    bool parseDecoration(const QString &name, MathList &list);
    bool parseOperator(const QString &name, MathList &list);
    bool parseDefinition(const QString &name);
    bool parseLimits(const QString &name, MathList &list);
    MathNode parseDelimited();
    QString takeDelimiter();

    void parseEnvironment(MathList &list);
    MathTable parseTable(const QString &environment);
    void parseRows(MathTable &table);
    void parseSubstack(MathList &list);

    MathTokens m_tokens;
    MathAlphabet m_alphabet = MathAlphabet::Normal;
    int m_depth = 0;
    int m_cells = 0;
    bool m_isWhole = true;
};

MathNode sourceNode(const QString &source);
MathNode symbolNode(char32_t character, MathClass mathClass, MathAlphabet alphabet);
MathNode groupNode(MathList list);
