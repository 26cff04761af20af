// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownflattener_p.h"

#include <algorithm>
#include <utility>

using Event = InlineEvent::Type;

namespace {
constexpr QChar LineSeparator(0x2028);
}

InlineFlattener::InlineFlattener(const InlineResult &result, const SourceText &content, QString &text, std::vector<Inline> &inlines)
    : m_result(result)
    , m_content(content)
    , m_text(text)
    , m_inlines(inlines)
{
    m_text.clear();
    m_inlines.clear();
}

void InlineFlattener::flatten()
{
    for (const InlineEvent &event : m_result.events)
        addEvent(event);
}

void InlineFlattener::addEvent(const InlineEvent &event)
{
    const QStringView written = m_content.view().sliced(event.begin, event.end - event.begin);
    const QStringView shown = event.payload >= 0 && event.type <= Event::Footnote ? QStringView(m_result.strings[size_t(event.payload)]) : written;
    const SourceRange source = m_content.toSource(event.begin, event.end);
    switch (event.type) {
    case Event::Text:
        return add(shown, currentStyle(), source);
    case Event::Html:
        return add(shown.toString().replace(u'\n', LineSeparator), currentStyle(), source);
    case Event::SoftBreak:
        return add(u" ", currentStyle(), source);
    case Event::HardBreak:
        return add(QStringView(&LineSeparator, 1), currentStyle(), source);
    case Event::Code:
        return add(shown, currentStyle() | CodeStyle, source);
    case Event::Math:
        return add(shown.toString().replace(u'\n', u' '), currentStyle() | MathStyle, source);
    case Event::DisplayMath:
        return add(shown.toString().replace(u'\n', u' '), currentStyle() | MathStyle | DisplayMathStyle, source);
    case Event::Footnote:
        return add(shown, currentStyle() | FootnoteStyle, source, shown.toString());
    case Event::EnterEmphasis:
    case Event::EnterStrong:
    case Event::EnterStrike:
    case Event::EnterLink:
    case Event::EnterImage:
        return enter(event);
    default:
        return leave(event);
    }
}

void InlineFlattener::enter(const InlineEvent &event)
{
    switch (event.type) {
    case Event::EnterEmphasis:
        ++m_emphasis;
        break;
    case Event::EnterStrong:
        ++m_strong;
        break;
    case Event::EnterStrike:
        ++m_strike;
        break;
    case Event::EnterLink:
        m_links.push_back(event.payload);
        m_textBeforeLink = m_text.size();
        break;
    default:
        m_images.push_back(event.payload);
        m_textBeforeLink = m_text.size();
        break;
    }
}

void InlineFlattener::leave(const InlineEvent &event)
{
    switch (event.type) {
    case Event::LeaveEmphasis:
        --m_emphasis;
        break;
    case Event::LeaveStrong:
        --m_strong;
        break;
    case Event::LeaveStrike:
        --m_strike;
        break;
    default:
        // A link or picture without a text is shown by its address, so that it can be seen and chosen.
        if (m_text.size() == m_textBeforeLink)
            add(currentTarget(), currentStyle(), m_content.toSource(event.begin, event.end));
        if (event.type == Event::LeaveLink) {
            markCitation();
            m_links.pop_back();
        } else {
            m_images.pop_back();
        }
        break;
    }
}

// Only a number in brackets, all of one piece: what has other looks in it is a link like any other.
void InlineFlattener::markCitation()
{
    constexpr qsizetype MostDigits = 3;
    const QStringView words = QStringView(m_text).sliced(m_textBeforeLink);
    if (words.size() < 3 || words.size() > MostDigits + 2 || words.front() != u'[' || words.back() != u']' || m_inlines.empty())
        return;
    Inline &last = m_inlines.back();
    const QStringView digits = words.sliced(1, words.size() - 2);
    const bool areDigits = std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.unicode() >= u'0' && c.unicode() <= u'9'; });
    if (areDigits && last.begin == m_textBeforeLink && (last.style & ~(StrongStyle | EmphasisStyle)) == LinkStyle)
        last.style |= CitationStyle;
}

void InlineFlattener::add(QStringView shown, quint16 style, SourceRange source, const QString &target)
{
    if (shown.isEmpty())
        return;
    const QString &shownTarget = (style & FootnoteStyle) ? target : currentTarget();
    const QString linkTarget = !m_images.empty() && !m_links.empty() ? m_result.links[size_t(m_links.back())].target : QString();
    const bool isExact = source.end - source.begin == shown.size();
    if (!m_inlines.empty() && isExact) {
        Inline &last = m_inlines.back();
        const bool lastIsExact = last.source.end - last.source.begin == last.length;
        // Only where one offset still leads from text to source.
        if (lastIsExact && last.style == style && last.source.end == source.begin && last.target == shownTarget && last.linkTarget == linkTarget) {
            last.length += shown.size();
            last.source.end = source.end;
            m_text += shown;
            return;
        }
    }
    m_inlines.push_back({ m_text.size(), shown.size(), style, shownTarget, source, linkTarget });
    m_text += shown;
}

quint16 InlineFlattener::currentStyle() const
{
    int style = PlainStyle;
    style |= m_emphasis > 0 ? EmphasisStyle : 0;
    style |= m_strong > 0 ? StrongStyle : 0;
    style |= m_strike > 0 ? StrikeStyle : 0;
    style |= m_links.empty() ? 0 : LinkStyle;
    style |= m_images.empty() ? 0 : ImageStyle;
    return quint16(style);
}

const QString &InlineFlattener::currentTarget() const
{
    static const QString none;
    if (!m_images.empty())
        return m_result.links[size_t(m_images.front())].target;
    return m_links.empty() ? none : m_result.links[size_t(m_links.back())].target;
}
