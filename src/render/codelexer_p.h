// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "codehighlighter.h"

#include <array>

// The regions that are open, outermost first, and what each must remember: the depth of a nested comment, the sum of a
// delimiter, an indentation. Five regions of 5 bits and 7 bits for the innermost one's memory make a line state of 32 bits;
// what the outer ones remember is lost at the end of a line.
struct CodeStack
{
    static constexpr int mostOpen = 5;
    static constexpr quint32 largestMemory = 127;

    std::array<quint8, mostOpen> open{};
    std::array<quint32, mostOpen> memories{};
    int depth = 0;

    // A state that this language cannot have made is read as far as it makes sense.
    static CodeStack unpacked(quint32 state, size_t regionCount);
    quint32 packed() const;
    size_t top() const { return depth == 0 ? 0 : open[size_t(depth) - 1]; }
    quint32 memory() const { return depth == 0 ? 0 : memories[size_t(depth) - 1]; }
    void setMemory(quint32 memory) { memories[size_t(depth) - 1] = memory; }
};

// Colours one line. Every step consumes a character or leaves a region, and looks ahead no further than the next word or a
// few characters: the work is proportional to the length of the line.
class CodeLexer
{
public:
    CodeLexer(const CodeLanguage &language, QStringView line, std::vector<CodeSpan> &spans);

    quint32 lex(quint32 state);
    qsizetype steps() const { return m_steps; }

private:
    struct Opening
    {
        qsizetype length = 0;    // 0: does not begin here
        quint32 memory = 0;
    };

    const CodeRegion &region() const { return m_language.regions[m_stack.top()]; }
    const CodeWords &words() const { return m_language.words[size_t(region().words)]; }
    bool isAt(const QString &text, qsizetype position) const;
    static bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == u'_'; }
    bool isFirstInLine() const { return m_at <= m_indentation; }
    quint8 signsAt(const CodeRegion &where, qsizetype position) const;
    quint8 signsAt(qsizetype position) const { return signsAt(region(), position); }
    void add(qsizetype begin, qsizetype end, CodeKind kind);

    bool isHeldFromBefore();
    qsizetype hereDocumentEnd() const;
    void step();
    void passPlainText();
    bool leaveHere();
    bool nestHere();
    qsizetype endLength() const;
    bool openHere();
    Opening openingOf(const CodeRegion &candidate) const;
    bool isInPlace(const CodeRegion &candidate, qsizetype after) const;
    Opening hereDocumentOf(qsizetype after) const;
    qsizetype delimiterEnd(const QString &characters, qsizetype from) const;
    void push(quint8 index, quint32 memory);
    void pop();
    bool isMinusOfNumber() const;
    void stepInCode();
    void lexNumber();
    void lexWord();
    CodeKind kindOfWord(QStringView word, bool hasPrefix, bool isMember) const;
    bool isKeyHere(qsizetype end) const;
    quint32 finishedLine();

    const CodeLanguage &m_language;
    QStringView m_line;
    std::vector<CodeSpan> &m_spans;
    CodeStack m_stack;
    qsizetype m_at = 0;
    qsizetype m_indentation = 0;
    qsizetype m_steps = 0;
    qsizetype m_regionBegin = 0;       // of the innermost region, in this line
    quint8 m_pending = 0;              // a here document that begins with the next line
    quint32 m_pendingMemory = 0;
    bool m_isValuePosition = true;
    bool m_isFresh = true;             // nothing but spaces since the line's begin or the end of an inner region
    bool m_isContinued = false;        // the line's last character is an escape
    bool m_hadWord = false;
};
