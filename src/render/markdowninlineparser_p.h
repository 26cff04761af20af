// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndelimiters_p.h"
#include "markdowninline_p.h"
#include "markdownruns_p.h"

// CommonMark's inline phase for one leaf or table cell, with GFM and maths. Every search that can fail remembers from
// where on it will fail again, so that no text makes it quadratic.
class MarkdownInlineParser
{
public:
    MarkdownInlineParser(const MarkdownReferences &references, qint64 &steps);

    // The result is valid until the next call. In content that is unfinished, strong text, strikes, code and links that
    // have begun in it reach to its end, so that no marker is seen that the next piece takes away.
    const InlineResult &parse(QStringView content, bool isUnfinished = false);

private:
    struct Bracket
    {
        bool isImage = false;
        bool hasInnerBracket = false;    // so it cannot be a reference by itself
        int token = 0;
        int delimiterBottom = -1;
        qsizetype contentBegin = 0;
    };

    // markdowninlineparser.cpp
    void reset(QStringView content);
    static QStringView withoutOpenerAtEnd(QStringView content);
    bool reachesEnd(qsizetype from) const;
    void parseAt(char16_t character);
    void parseDelimiterRun();
    void parseLineEnd();
    void parseBackslash();
    void parseBackticks();
    void parseEntity();
    void parseLess();
    void parseDollars();
    bool parseMath(MathRuns::Kind kind, qsizetype openerLength);
    void flushText(qsizetype until);
    void addEvent(InlineEvent::Type type, qsizetype begin, qsizetype end, int payload = -1);
    void addString(InlineEvent::Type type, qsizetype begin, qsizetype end, const QString &text);
    void expandTokens();

    // markdowninlinelinks.cpp
    void openBracket(bool isImage);
    void closeBracket();
    bool parseInlineLink(LinkTarget &link);
    bool parseUnfinishedLink(LinkTarget &link);
    bool parseReference(const Bracket &opener, LinkTarget &link);
    bool parseFootnote(const Bracket &opener);
    void finishLink(const Bracket &opener, const LinkTarget &link);
    void popBracket();
    int addLink(const LinkTarget &link);

    // markdownautolinks.cpp
    bool parseAngleLink();
    qsizetype htmlEnd();
    void parseSchemeLink();
    void parseWwwLink();
    void parseMailLink();
    void addBareLink(qsizetype begin, qsizetype end, const QString &prefix);
    qsizetype bareLinkEnd(qsizetype from) const;
    qsizetype find(QStringView wanted, qsizetype from, qsizetype &memo);

    const MarkdownReferences &m_references;
    qint64 &m_steps;
    QStringView m_content;
    bool m_isUnfinished = false;
    qsizetype m_lastWordBegin = 0;       // no blank and no ) from here on
    qsizetype m_at = 0;
    qsizetype m_textBegin = 0;           // text from here on is not yet a token
    std::vector<InlineToken> m_tokens;
    std::vector<Bracket> m_brackets;
    qsizetype m_inactiveBelow = 0;       // openers of links that would contain a link
    MarkdownDelimiters m_delimiters;
    BacktickRuns m_backticks;
    MathRuns m_math;
    InlineResult m_result;

    // Where the next one of these stands, as far as it was looked for.
    qsizetype m_nextCommentEnd = 0;
    qsizetype m_nextInstructionEnd = 0;
    qsizetype m_nextCdataEnd = 0;
    qsizetype m_nextGreater = 0;
    qsizetype m_noWwwBefore = 0;
};
