// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowninlineparser_p.h"

#include "markdownblockscanners_p.h"
#include "markdownhtml_p.h"

#include <algorithm>

using namespace MarkdownScan;

namespace {

constexpr qsizetype ShortestScheme = 2;
constexpr qsizetype LongestScheme = 32;
constexpr qsizetype LongestDomainLabel = 63;

bool isOneOf(char16_t character, QStringView set)
{
    return set.contains(QChar(character));
}

// The place of the > that ends `<scheme:address>`, or -1; at is after the <.
qsizetype absoluteAddressEnd(QStringView text, qsizetype at, qint64 &steps)
{
    qsizetype i = at;
    if (i >= text.size() || !isAsciiLetter(text[i].unicode()))
        return -1;
    while (i < text.size() && i - at <= LongestScheme && (isAsciiAlphanumeric(text[i].unicode()) || isOneOf(text[i].unicode(), u"+.-")))
        ++i;
    if (i >= text.size() || text[i] != u':' || i - at < ShortestScheme || i - at > LongestScheme)
        return -1;
    for (; i < text.size(); ++i, ++steps) {
        if (text[i] == u'>')
            return i;
        if (text[i] <= u' ' || text[i] == u'<')
            return -1;
    }
    return -1;
}

// The same for `<name@host>`.
qsizetype mailAddressEnd(QStringView text, qsizetype at, qint64 &steps)
{
    qsizetype i = at;
    while (i < text.size() && (isAsciiAlphanumeric(text[i].unicode()) || isOneOf(text[i].unicode(), u".!#$%&'*+/=?^_`{|}~-")))
        ++i;
    steps += i - at;
    if (i == at || i >= text.size() || text[i] != u'@')
        return -1;
    do {
        const qsizetype begin = ++i;
        while (i < text.size() && (isAsciiAlphanumeric(text[i].unicode()) || text[i] == u'-'))
            ++i;
        steps += i - begin;
        if (i == begin || i - begin > LongestDomainLabel || text[begin] == u'-' || text[i - 1] == u'-')
            return -1;
    } while (i < text.size() && text[i] == u'.');
    return i < text.size() && text[i] == u'>' ? i : -1;
}

bool isDomainCharacter(QChar character)
{
    return character.isLetterOrNumber() || character.isSurrogate() || character == u'-' || character == u'_' || character == u'.';
}

// GFM: no underscore in the last two parts of a domain.
bool isDomain(QStringView text)
{
    if (text.isEmpty() || text.front() == u'.' || text.front() == u'-')
        return false;
    const qsizetype lastDot = text.lastIndexOf(u'.');
    const qsizetype before = lastDot > 0 ? text.first(lastDot).lastIndexOf(u'.') : -1;
    return !text.sliced(before + 1).contains(u'_');
}

bool endsWithEntity(QStringView text)
{
    qsizetype i = text.size() - 1;
    while (i > 0 && isAsciiAlphanumeric(text[i - 1].unicode()))
        --i;
    return i > 0 && i < text.size() - 1 && text[i - 1] == u'&';
}

}

bool MarkdownInlineParser::parseAngleLink()
{
    qsizetype end = absoluteAddressEnd(m_content, m_at + 1, m_steps);
    const bool isMail = end < 0;
    if (isMail)
        end = mailAddressEnd(m_content, m_at + 1, m_steps);
    if (end < 0)
        return false;
    flushText(m_at);
    const QString address = m_content.sliced(m_at + 1, end - m_at - 1).toString();
    const int index = addLink({ isMail ? QStringLiteral("mailto:") + address : address, {} });
    m_tokens.push_back({ InlineToken::Type::AutoLink, InlineEvent::Type::Text, index, m_at + 1, end });
    m_at = end + 1;
    m_textBegin = m_at;
    return true;
}

// The end of the raw HTML that begins at m_at, or -1.
qsizetype MarkdownInlineParser::htmlEnd()
{
    const QStringView rest = m_content.sliced(m_at);
    if (rest.startsWith(u"<!-->"))
        return m_at + 5;
    if (rest.startsWith(u"<!--->"))
        return m_at + 6;
    if (rest.startsWith(u"<!--")) {
        const qsizetype end = find(u"-->", m_at + 4, m_nextCommentEnd);
        return end < 0 ? -1 : end + 3;
    }
    if (rest.startsWith(u"<?")) {
        const qsizetype end = find(u"?>", m_at + 2, m_nextInstructionEnd);
        return end < 0 ? -1 : end + 2;
    }
    if (rest.startsWith(u"<![CDATA[")) {
        const qsizetype end = find(u"]]>", m_at + 9, m_nextCdataEnd);
        return end < 0 ? -1 : end + 3;
    }
    const qsizetype greater = find(u">", m_at + 1, m_nextGreater);
    if (greater < 0)
        return -1;
    if (rest.size() > 2 && rest[1] == u'!')
        return isAsciiLetter(rest[2].unicode()) ? greater + 1 : -1;
    if (rest.startsWith(u"</"))
        return MarkdownHtml::closingTagEnd(m_content, m_at, m_steps);
    return MarkdownHtml::openTagEnd(m_content, m_at, m_steps);
}

// The place of `wanted` at or after `from`, or -1; each part of the content is searched once.
qsizetype MarkdownInlineParser::find(QStringView wanted, qsizetype from, qsizetype &memo)
{
    if (memo < from) {
        const qsizetype found = from > m_content.size() ? -1 : m_content.indexOf(wanted, from);
        memo = found < 0 ? m_content.size() : found;
        m_steps += std::max<qsizetype>(0, memo - from);
    }
    return memo >= m_content.size() ? -1 : memo;
}

// m_at stands on the colon of `http://`.
void MarkdownInlineParser::parseSchemeLink()
{
    const qsizetype colon = m_at++;
    if (!m_content.sliced(colon).startsWith(u"://"))
        return;
    qsizetype begin = colon;
    while (begin > m_textBegin && colon - begin < 6 && isAsciiLetter(m_content[begin - 1].unicode()))
        --begin;
    const QStringView scheme = m_content.sliced(begin, colon - begin);
    const bool isKnown = scheme.compare(u"http", Qt::CaseInsensitive) == 0 || scheme.compare(u"https", Qt::CaseInsensitive) == 0
        || scheme.compare(u"ftp", Qt::CaseInsensitive) == 0;
    if (!isKnown || (begin > 0 && isAsciiAlphanumeric(m_content[begin - 1].unicode())))
        return;
    const qsizetype hostBegin = colon + 3;
    qsizetype hostEnd = hostBegin;
    while (hostEnd < m_content.size() && isDomainCharacter(m_content[hostEnd]))
        ++hostEnd;
    m_steps += hostEnd - hostBegin;
    const bool isLocal = hostBegin < m_content.size() && m_content[hostBegin] == u'[';
    if (!isLocal && !isDomain(m_content.sliced(hostBegin, hostEnd - hostBegin)))
        return;
    const qsizetype end = bareLinkEnd(begin);
    if (end > hostBegin)
        addBareLink(begin, end, {});
}

// m_at stands on the first full stop of `www.`.
void MarkdownInlineParser::parseWwwLink()
{
    const qsizetype dot = m_at++;
    const qsizetype begin = dot - 3;
    if (begin < m_textBegin || dot < m_noWwwBefore || m_content.sliced(begin, 3).compare(u"www", Qt::CaseInsensitive) != 0)
        return;
    const QChar before = begin > 0 ? m_content[begin - 1] : u' ';
    if (before.unicode() < 0x80 && !before.isSpace() && !isOneOf(before.unicode(), u"*_~(["))
        return;
    qsizetype hostEnd = begin;
    while (hostEnd < m_content.size() && isDomainCharacter(m_content[hostEnd]))
        ++hostEnd;
    m_steps += hostEnd - begin;
    const bool hasName = dot + 1 < hostEnd && m_content[dot + 1] != u'.';
    if (!hasName || !isDomain(m_content.sliced(begin, hostEnd - begin))) {
        m_noWwwBefore = hostEnd;
        return;
    }
    const qsizetype end = bareLinkEnd(begin);
    if (end > dot + 1)
        addBareLink(begin, end, QStringLiteral("http://"));
}

// m_at stands on the @. The name before it may have been taken apart at underscores.
void MarkdownInlineParser::parseMailLink()
{
    const qsizetype at = m_at++;
    qsizetype end = at + 1;
    bool hasDot = false;
    for (; end < m_content.size(); ++end) {
        const char16_t character = m_content[end].unicode();
        if (!isAsciiAlphanumeric(character) && !isOneOf(character, u"-_."))
            break;
        hasDot = hasDot || (character == u'.' && end + 1 < m_content.size() && isAsciiAlphanumeric(m_content[end + 1].unicode()));
    }
    m_steps += end - at;
    while (end > at && m_content[end - 1] == u'.')
        --end;
    if (!hasDot || !isAsciiAlphanumeric(m_content[end - 1].unicode()) || m_content[at + 1] == u'.')
        return;

    qsizetype begin = at;
    while (begin > 0 && (isAsciiAlphanumeric(m_content[begin - 1].unicode()) || isOneOf(m_content[begin - 1].unicode(), u".-_+")))
        --begin;
    m_steps += at - begin;
    size_t kept = m_tokens.size();
    int firstRun = -1;
    while (kept > 0 && m_tokens[kept - 1].end > begin) {
        const InlineToken &token = m_tokens[kept - 1];
        const bool isRun = token.type == InlineToken::Type::Delimiter && m_content[token.begin] == u'_';
        const bool isText = token.type == InlineToken::Type::Event && token.event == InlineEvent::Type::Text && token.payload < 0;
        if (!isRun && !isText)
            break;
        if (isRun)
            firstRun = token.payload;
        --kept;
    }
    if (kept > 0)
        begin = std::max(begin, m_tokens[kept - 1].end);
    if (begin == at || (kept == m_tokens.size() && begin < m_textBegin))
        return;
    if (kept < m_tokens.size()) {
        const InlineToken first = m_tokens[kept];
        m_textBegin = std::min(first.begin, begin);
        m_tokens.resize(kept);
        if (firstRun >= 0)
            m_delimiters.dropFrom(firstRun);
    }
    addBareLink(begin, end, QStringLiteral("mailto:"));
}

void MarkdownInlineParser::addBareLink(qsizetype begin, qsizetype end, const QString &prefix)
{
    flushText(begin);
    const int index = addLink({ prefix + m_content.sliced(begin, end - begin).toString(), {} });
    m_tokens.push_back({ InlineToken::Type::BareLink, InlineEvent::Type::Text, index, begin, end });
    m_at = end;
    m_textBegin = end;
}

// GFM's rule, with two additions: a link in brackets ends with them, and East Asian punctuation ends one.
qsizetype MarkdownInlineParser::bareLinkEnd(qsizetype from) const
{
    qsizetype end = from;
    qsizetype open = 0;
    qsizetype closed = 0;
    for (; end < m_content.size(); ++end) {
        const QChar character = m_content[end];
        if (character.isSpace() || character == u'<' || (character.unicode() >= 0x80 && character.isPunct()))
            break;
        if (character == u']' && !m_brackets.empty())
            break;
        open += character == u'(' ? 1 : 0;
        closed += character == u')' ? 1 : 0;
    }
    m_steps += end - from;
    while (end > from) {
        const char16_t last = m_content[end - 1].unicode();
        if (last == u')' && closed > open) {
            --closed;
            --end;
        } else if (last == u';' && endsWithEntity(m_content.sliced(from, end - from))) {
            end = from + m_content.sliced(from, end - from).lastIndexOf(u'&');
        } else if (isOneOf(last, u"?!.,:*_~'\"") || last == u';') {
            --end;
        } else {
            break;
        }
    }
    return end;
}
