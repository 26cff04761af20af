// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowninlineparser_p.h"

#include "markdownblockscanners_p.h"
#include "markdownentities_p.h"

#include <algorithm>
#include <array>

using Event = InlineEvent::Type;

namespace {

// Characters at which something may begin or end. The colon, the full stop and @ belong to bare links.
constexpr std::array<bool, 128> specialCharacters()
{
    std::array<bool, 128> table {};
    for (const char16_t character : { u'\n', u'\\', u'`', u'&', u'<', u'[', u']', u'!', u'*', u'_', u'~', u'$', u':', u'.', u'@' })
        table[character] = true;
    return table;
}

constexpr std::array<bool, 128> Special = specialCharacters();

bool isSpecial(char16_t character)
{
    return character < Special.size() && Special[character];
}

// Nothing but blanks and backslashes is no formula: `\[\\\]` is three escaped signs.
bool isFormula(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isSpace() && c != u'\\'; });
}

}

void InlineResult::clear()
{
    events.clear();
    strings.clear();
    links.clear();
    missingLabels.clear();
}

MarkdownInlineParser::MarkdownInlineParser(const MarkdownReferences &references, qint64 &steps)
    : m_references(references)
    , m_steps(steps)
    , m_delimiters(steps)
{
}

const InlineResult &MarkdownInlineParser::parse(QStringView content, bool isUnfinished)
{
    m_isUnfinished = isUnfinished;
    reset(isUnfinished ? withoutOpenerAtEnd(content) : content);
    while (m_at < m_content.size()) {
        const char16_t character = m_content[m_at].unicode();
        if (isSpecial(character))
            parseAt(character);
        else
            ++m_at;
    }
    m_steps += content.size();
    flushText(m_content.size());
    if (isUnfinished) {
        for (const int index : m_delimiters.closeAtEnd(m_content.size()))
            m_tokens.push_back({ InlineToken::Type::Delimiter, Event::Text, index, m_content.size(), m_content.size() });
    }
    m_delimiters.process(-1);
    expandTokens();
    m_steps += qint64(m_result.events.size());
    return m_result;
}

void MarkdownInlineParser::reset(QStringView content)
{
    while (!content.isEmpty() && MarkdownScan::isBlank(content.back().unicode()))
        content.chop(1);
    m_content = content;
    m_lastWordBegin = content.size();
    while (m_isUnfinished && m_lastWordBegin > 0 && !content[m_lastWordBegin - 1].isSpace() && content[m_lastWordBegin - 1] != u')')
        --m_lastWordBegin;
    m_at = 0;
    m_textBegin = 0;
    m_tokens.clear();
    m_brackets.clear();
    m_inactiveBelow = 0;
    m_delimiters.clear();
    m_backticks.reset(content);
    m_math.reset(content, m_backticks);
    m_result.clear();
    m_nextCommentEnd = m_nextInstructionEnd = m_nextCdataEnd = m_nextGreater = m_noWwwBefore = 0;
}

// `word **` shows the markers only when it is certain that nothing becomes bold.
QStringView MarkdownInlineParser::withoutOpenerAtEnd(QStringView content)
{
    qsizetype begin = content.size();
    while (begin > 0 && QStringView(u"*_~`").contains(content[begin - 1]))
        --begin;
    if (begin > 0 && !content[begin - 1].isSpace())
        return content;
    content.truncate(begin);
    while (content.endsWith(u'\n'))
        content.chop(1);
    return content;
}

// Whether what begins here goes on to the end on one line.
bool MarkdownInlineParser::reachesEnd(qsizetype from) const
{
    return m_isUnfinished && from < m_content.size() && !m_content.sliced(from).contains(u'\n');
}

// Each of these moves m_at on; what it does not take stays text.
void MarkdownInlineParser::parseAt(char16_t character)
{
    switch (character) {
    case u'\n':
        return parseLineEnd();
    case u'\\':
        return parseBackslash();
    case u'`':
        return parseBackticks();
    case u'&':
        return parseEntity();
    case u'<':
        return parseLess();
    case u'*':
    case u'_':
    case u'~':
        return parseDelimiterRun();
    case u'[':
        return openBracket(false);
    case u']':
        return closeBracket();
    case u'!':
        if (m_at + 1 < m_content.size() && m_content[m_at + 1] == u'[')
            return openBracket(true);
        ++m_at;
        return;
    case u'$':
        return parseDollars();
    case u':':
        return parseSchemeLink();
    case u'.':
        return parseWwwLink();
    case u'@':
        return parseMailLink();
    default:
        ++m_at;
    }
}

void MarkdownInlineParser::parseDelimiterRun()
{
    const qsizetype begin = m_at;
    while (m_at < m_content.size() && m_content[m_at] == m_content[begin])
        ++m_at;
    const int index = m_delimiters.add(m_content, begin, m_at);
    if (index < 0)
        return;
    flushText(begin);
    m_tokens.push_back({ InlineToken::Type::Delimiter, Event::Text, index, begin, m_at });
    m_textBegin = m_at;
}

void MarkdownInlineParser::parseLineEnd()
{
    qsizetype textEnd = m_at;
    while (textEnd > m_textBegin && m_content[textEnd - 1] == u' ')
        --textEnd;
    flushText(textEnd);
    addEvent(m_at - textEnd >= 2 ? Event::HardBreak : Event::SoftBreak, m_at, m_at + 1);
    m_textBegin = ++m_at;
}

void MarkdownInlineParser::parseBackslash()
{
    if (m_at + 1 >= m_content.size()) {
        ++m_at;
        return;
    }
    const char16_t next = m_content[m_at + 1].unicode();
    if (next == u'(' && parseMath(MathRuns::Parenthesis, 2))
        return;
    if (next == u'[' && parseMath(MathRuns::SquareBracket, 2))
        return;
    if (next == u'\n') {
        flushText(m_at);
        addEvent(Event::HardBreak, m_at, m_at + 2);
        m_at += 2;
        m_textBegin = m_at;
    } else if (MarkdownScan::isAsciiPunctuation(next)) {
        flushText(m_at);
        m_textBegin = m_at + 1;
        m_at += 2;
    } else {
        ++m_at;
    }
}

void MarkdownInlineParser::parseBackticks()
{
    const qsizetype begin = m_at;
    while (m_at < m_content.size() && m_content[m_at] == u'`')
        ++m_at;
    const qsizetype length = m_at - begin;
    qsizetype end = m_backticks.closingRun(length, m_at, m_steps);
    if (end < 0 && reachesEnd(m_at))
        end = m_content.size();
    if (end < 0)
        return;
    QString code = m_content.sliced(m_at, end - m_at).toString();
    code.replace(u'\n', u' ');
    const bool isPadded = code.size() > 1 && code.front() == u' ' && code.back() == u' '
        && std::any_of(code.cbegin(), code.cend(), [](QChar c) { return c != u' '; });
    flushText(begin);
    if (isPadded)
        addString(Event::Code, m_at + 1, end - 1, code.sliced(1, code.size() - 2));
    else
        addString(Event::Code, m_at, end, code);
    m_at = std::min(end + length, m_content.size());
    m_textBegin = m_at;
}

void MarkdownInlineParser::parseEntity()
{
    const auto entity = MarkdownEntity::at(m_content, m_at);
    if (!entity) {
        ++m_at;
        return;
    }
    flushText(m_at);
    addString(Event::Text, m_at, m_at + entity->length, entity->text);
    m_at += entity->length;
    m_textBegin = m_at;
}

void MarkdownInlineParser::parseLess()
{
    if (parseAngleLink())
        return;
    const qsizetype end = htmlEnd();
    if (end < 0) {
        ++m_at;
        return;
    }
    flushText(m_at);
    addEvent(Event::Html, m_at, end);
    m_at = end;
    m_textBegin = end;
}

void MarkdownInlineParser::parseDollars()
{
    const qsizetype begin = m_at;
    qsizetype end = begin;
    while (end < m_content.size() && m_content[end] == u'$')
        ++end;
    if (end - begin == 2 && parseMath(MathRuns::DoubleDollar, 2))
        return;
    // `US$5` is money, and so is a sign before a blank.
    const bool mayOpen = end - begin == 1 && end < m_content.size() && !m_content[end].isSpace()
        && (begin == 0 || !MarkdownScan::isAsciiAlphanumeric(m_content[begin - 1].unicode()));
    if (mayOpen && parseMath(MathRuns::Dollar, 1))
        return;
    m_at = end;
}

bool MarkdownInlineParser::parseMath(MathRuns::Kind kind, qsizetype openerLength)
{
    const qsizetype begin = m_at + openerLength;
    const qsizetype end = m_math.closer(kind, begin, m_steps);
    if (end < 0 || !isFormula(m_content.sliced(begin, end - begin)))
        return false;
    flushText(m_at);
    const bool isDisplay = kind == MathRuns::DoubleDollar || kind == MathRuns::SquareBracket;
    addEvent(isDisplay ? Event::DisplayMath : Event::Math, begin, end);
    m_at = end + openerLength;
    m_textBegin = m_at;
    return true;
}

void MarkdownInlineParser::flushText(qsizetype until)
{
    if (until > m_textBegin)
        addEvent(Event::Text, m_textBegin, until);
    m_textBegin = until;
}

void MarkdownInlineParser::addEvent(Event type, qsizetype begin, qsizetype end, int payload)
{
    m_tokens.push_back({ InlineToken::Type::Event, type, payload, begin, end });
}

void MarkdownInlineParser::addString(Event type, qsizetype begin, qsizetype end, const QString &text)
{
    m_result.strings.push_back(text);
    addEvent(type, begin, end, int(m_result.strings.size()) - 1);
}

void MarkdownInlineParser::expandTokens()
{
    std::vector<InlineEvent> &events = m_result.events;
    for (const InlineToken &token : m_tokens) {
        switch (token.type) {
        case InlineToken::Type::Event:
            events.push_back({ token.event, token.payload, token.begin, token.end });
            break;
        case InlineToken::Type::Bracket:
            events.push_back({ Event::Text, -1, token.begin, token.end });
            break;
        case InlineToken::Type::Delimiter:
            m_delimiters.appendEvents(token.payload, events);
            break;
        case InlineToken::Type::LinkStart:
            events.push_back({ Event::EnterLink, token.payload, token.begin, token.end });
            break;
        case InlineToken::Type::LinkEnd:
            events.push_back({ Event::LeaveLink, token.payload, token.begin, token.end });
            break;
        case InlineToken::Type::ImageStart:
            events.push_back({ Event::EnterImage, token.payload, token.begin, token.end });
            break;
        case InlineToken::Type::ImageEnd:
            events.push_back({ Event::LeaveImage, token.payload, token.begin, token.end });
            break;
        case InlineToken::Type::AutoLink:
        case InlineToken::Type::BareLink:
            events.push_back({ Event::EnterLink, token.payload, token.begin, token.begin });
            events.push_back({ Event::Text, -1, token.begin, token.end });
            events.push_back({ Event::LeaveLink, token.payload, token.end, token.end });
            break;
        case InlineToken::Type::Removed:
            break;
        }
    }
}
