// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdowninlineparser_p.h"

#include "markdownlimits_p.h"
#include "markdownlinkparts_p.h"

#include <algorithm>

void MarkdownInlineParser::openBracket(bool isImage)
{
    flushText(m_at);
    if (!m_brackets.empty())
        m_brackets.back().hasInnerBracket = true;
    const qsizetype end = m_at + (isImage ? 2 : 1);
    m_brackets.push_back({ isImage, false, int(m_tokens.size()), m_delimiters.top(), end });
    m_tokens.push_back({ InlineToken::Type::Bracket, InlineEvent::Type::Text, -1, m_at, end });
    m_at = end;
    m_textBegin = end;
}

void MarkdownInlineParser::closeBracket()
{
    if (m_brackets.empty()) {
        ++m_at;
        return;
    }
    const Bracket opener = m_brackets.back();
    const bool isInactive = !opener.isImage && qsizetype(m_brackets.size()) <= m_inactiveBelow;
    if (isInactive) {
        popBracket();
        ++m_at;
        return;
    }
    if (parseFootnote(opener))
        return;
    LinkTarget link;
    flushText(m_at);
    if (parseInlineLink(link) || parseUnfinishedLink(link) || parseReference(opener, link)) {
        finishLink(opener, link);
        return;
    }
    popBracket();
    ++m_at;
}

// `(destination "title")` right after the bracket that stands at m_at. Moves on only when all of it is there.
bool MarkdownInlineParser::parseInlineLink(LinkTarget &link)
{
    if (m_at + 1 >= m_content.size() || m_content[m_at + 1] != u'(')
        return false;
    const qsizetype begin = MarkdownLink::skipSpace(m_content, m_at + 2);
    const auto destination = MarkdownLink::destination(m_content, begin, m_steps);
    if (!destination)
        return false;
    qsizetype at = MarkdownLink::skipSpace(m_content, destination->next);
    QStringView titleText;
    if (at > destination->next) {
        if (const auto title = MarkdownLink::title(m_content, at, m_steps)) {
            titleText = title->text;
            at = MarkdownLink::skipSpace(m_content, title->next);
        }
    }
    if (at >= m_content.size() || m_content[at] != u')')
        return false;
    link = { MarkdownLink::unescaped(destination->text), MarkdownLink::unescaped(titleText) };
    m_at = at;
    return true;
}

// `[text](https://exam` at the end: shown as the link it becomes.
bool MarkdownInlineParser::parseUnfinishedLink(LinkTarget &link)
{
    if (m_at + 1 >= m_content.size() || m_content[m_at + 1] != u'(' || !m_isUnfinished)
        return false;
    if (m_at + 2 < m_lastWordBegin)
        return false;
    link = { MarkdownLink::unescaped(m_content.sliced(m_at + 2)), {} };
    m_at = m_content.size() - 1;
    return true;
}

// `[label]`, `[]` or nothing after the bracket that stands at m_at.
bool MarkdownInlineParser::parseReference(const Bracket &opener, LinkTarget &link)
{
    QStringView label = m_content.sliced(opener.contentBegin, m_at - opener.contentBegin);
    bool mayBeLabel = !opener.hasInnerBracket;
    qsizetype end = m_at;
    if (const auto full = MarkdownLink::label(m_content, m_at + 1, m_steps)) {
        label = full->text;
        mayBeLabel = true;
        end = full->next - 1;
    } else if (m_content.sliced(m_at + 1).startsWith(u"[]")) {
        end = m_at + 2;
    }
    const QString key = mayBeLabel ? MarkdownReferences::normalized(label) : QString();
    if (key.isEmpty())
        return false;
    m_steps += label.size();
    const LinkTarget *found = m_references.find(key);
    if (!found) {
        m_result.missingLabels.push_back(key);
        return false;
    }
    link = *found;
    m_at = end;
    return true;
}

// `[^label]`, when a footnote of this name exists.
bool MarkdownInlineParser::parseFootnote(const Bracket &opener)
{
    const QStringView text = m_content.sliced(opener.contentBegin, m_at - opener.contentBegin);
    if (opener.hasInnerBracket || text.size() < 2 || text[0] != u'^' || text.size() > MarkdownLimits::LabelLength
        || std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return false;
    const QString key = MarkdownReferences::footnoteKey(text.sliced(1));
    if (!m_references.hasFootnote(key)) {
        m_result.missingLabels.push_back(key);
        return false;
    }
    m_delimiters.removeAbove(opener.delimiterBottom);
    const InlineToken bracket = m_tokens[size_t(opener.token)];
    m_tokens.resize(size_t(opener.token));
    if (opener.isImage)
        addEvent(InlineEvent::Type::Text, bracket.begin, bracket.begin + 1);
    addString(InlineEvent::Type::Footnote, opener.contentBegin + 1, m_at, text.sliced(1).toString());
    popBracket();
    m_textBegin = ++m_at;
    return true;
}

// m_at stands on the last character of the link.
void MarkdownInlineParser::finishLink(const Bracket &opener, const LinkTarget &link)
{
    const int index = addLink(link);
    InlineToken &start = m_tokens[size_t(opener.token)];
    start.type = opener.isImage ? InlineToken::Type::ImageStart : InlineToken::Type::LinkStart;
    start.payload = index;
    if (!opener.isImage) {
        // An address shown as the text of a link is not a link of its own.
        for (size_t i = size_t(opener.token) + 1; i < m_tokens.size(); ++i) {
            if (m_tokens[i].type == InlineToken::Type::BareLink)
                m_tokens[i] = { InlineToken::Type::Event, InlineEvent::Type::Text, -1, m_tokens[i].begin, m_tokens[i].end };
        }
        m_steps += qsizetype(m_tokens.size()) - opener.token;
    }
    const auto endType = opener.isImage ? InlineToken::Type::ImageEnd : InlineToken::Type::LinkEnd;
    m_tokens.push_back({ endType, InlineEvent::Type::Text, index, m_textBegin, m_at + 1 });
    m_delimiters.process(opener.delimiterBottom);
    popBracket();
    if (!opener.isImage)
        m_inactiveBelow = qsizetype(m_brackets.size());
    m_textBegin = ++m_at;
}

void MarkdownInlineParser::popBracket()
{
    m_brackets.pop_back();
    m_inactiveBelow = std::min(m_inactiveBelow, qsizetype(m_brackets.size()));
}

int MarkdownInlineParser::addLink(const LinkTarget &link)
{
    m_result.links.push_back(link);
    return int(m_result.links.size()) - 1;
}
