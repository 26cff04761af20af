// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "markdownhtml_p.h"

#include "markdownblockscanners_p.h"

#include <array>

using namespace MarkdownScan;

namespace {

// Steps through a tag; every is...() that says yes has moved on.
class TagScanner
{
public:
    TagScanner(QStringView text, qsizetype at, qint64 &steps)
        : m_text(text)
        , m_at(at)
        , m_steps(steps)
    {
    }

    qsizetype position() const { return m_at; }

    bool take(char16_t character)
    {
        if (m_at >= m_text.size() || m_text[m_at] != character)
            return false;
        ++m_at;
        return true;
    }

    template<typename Predicate>
    bool takeWhile(Predicate matches)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && matches(m_text[m_at].unicode()))
            ++m_at;
        m_steps += m_at - begin + 1;
        return m_at > begin;
    }

    bool takeSpace()
    {
        return takeWhile([](char16_t c) { return isBlank(c) || c == u'\n'; });
    }

    bool takeTagName()
    {
        if (m_at >= m_text.size() || !isAsciiLetter(m_text[m_at].unicode()))
            return false;
        return takeWhile([](char16_t c) { return isAsciiAlphanumeric(c) || c == u'-'; });
    }

    bool takeAttributeName()
    {
        if (m_at >= m_text.size())
            return false;
        const char16_t first = m_text[m_at].unicode();
        if (!isAsciiLetter(first) && first != u'_' && first != u':')
            return false;
        return takeWhile([](char16_t c) { return isAsciiAlphanumeric(c) || c == u'_' || c == u':' || c == u'.' || c == u'-'; });
    }

    bool takeAttributeValue()
    {
        if (take(u'"'))
            return takeQuoted(u'"');
        if (take(u'\''))
            return takeQuoted(u'\'');
        return takeWhile([](char16_t c) {
            return !isBlank(c) && c != u'\n' && c != u'"' && c != u'\'' && c != u'=' && c != u'<' && c != u'>' && c != u'`';
        });
    }

    // False when the tag cannot be one; an attribute that is missing is fine.
    bool takeAttributes()
    {
        while (takeSpace()) {
            if (!takeAttributeName())
                return true;
            const qsizetype afterName = m_at;
            takeSpace();
            if (!take(u'=')) {
                m_at = afterName;
                continue;
            }
            takeSpace();
            if (!takeAttributeValue())
                return false;
        }
        return true;
    }

private:
    bool takeQuoted(char16_t quote)
    {
        takeWhile([quote](char16_t c) { return c != quote; });
        return take(quote);
    }

    QStringView m_text;
    qsizetype m_at;
    qint64 &m_steps;
};

constexpr std::array VerbatimTags { u"pre", u"script", u"style", u"textarea" };
constexpr std::array VerbatimEnds { u"</pre>", u"</script>", u"</style>", u"</textarea>" };

constexpr std::array BlockTags {
    u"address", u"article", u"aside", u"base", u"basefont", u"blockquote", u"body", u"caption", u"center", u"col",
    u"colgroup", u"dd", u"details", u"dialog", u"dir", u"div", u"dl", u"dt", u"fieldset", u"figcaption", u"figure",
    u"footer", u"form", u"frame", u"frameset", u"h1", u"h2", u"h3", u"h4", u"h5", u"h6", u"head", u"header", u"hr",
    u"html", u"iframe", u"legend", u"li", u"link", u"main", u"menu", u"menuitem", u"nav", u"noframes", u"ol",
    u"optgroup", u"option", u"p", u"param", u"search", u"section", u"summary", u"table", u"tbody", u"td", u"tfoot",
    u"th", u"thead", u"title", u"tr", u"track", u"ul",
};

template<typename Names>
bool contains(const Names &names, QStringView name)
{
    for (const char16_t *known : names) {
        if (name.compare(QStringView(known), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool isSpaceOrEnd(QStringView rest, qsizetype at)
{
    return at >= rest.size() || isBlank(rest[at].unicode());
}

int htmlTagStart(QStringView rest, bool interruptsParagraph)
{
    const bool isClosing = rest.size() > 1 && rest[1] == u'/';
    const qsizetype nameBegin = isClosing ? 2 : 1;
    qsizetype nameEnd = nameBegin;
    while (nameEnd < rest.size() && isAsciiAlphanumeric(rest[nameEnd].unicode()))
        ++nameEnd;
    const QStringView name = rest.sliced(nameBegin, nameEnd - nameBegin);
    const bool isWord = isSpaceOrEnd(rest, nameEnd) || rest[nameEnd] == u'>';
    if (!isClosing && isWord && contains(VerbatimTags, name))
        return 1;
    if ((isWord || rest.sliced(nameEnd).startsWith(u"/>")) && contains(BlockTags, name))
        return 6;
    if (interruptsParagraph)
        return 0;
    qint64 steps = 0;
    const qsizetype end = isClosing ? MarkdownHtml::closingTagEnd(rest, 0, steps) : MarkdownHtml::openTagEnd(rest, 0, steps);
    return end > 0 && isBlankText(rest.sliced(end)) ? 7 : 0;
}

}

qsizetype MarkdownHtml::openTagEnd(QStringView text, qsizetype at, qint64 &steps)
{
    TagScanner scanner(text, at, steps);
    if (!scanner.take(u'<') || !scanner.takeTagName() || !scanner.takeAttributes())
        return -1;
    scanner.takeSpace();
    scanner.take(u'/');
    return scanner.take(u'>') ? scanner.position() : -1;
}

qsizetype MarkdownHtml::closingTagEnd(QStringView text, qsizetype at, qint64 &steps)
{
    TagScanner scanner(text, at, steps);
    if (!scanner.take(u'<') || !scanner.take(u'/') || !scanner.takeTagName())
        return -1;
    scanner.takeSpace();
    return scanner.take(u'>') ? scanner.position() : -1;
}

int MarkdownScan::htmlStart(QStringView rest, bool interruptsParagraph)
{
    if (rest.size() < 2 || rest[0] != u'<')
        return 0;
    if (rest.startsWith(u"<!--"))
        return 2;
    if (rest[1] == u'?')
        return 3;
    if (rest.startsWith(u"<![CDATA["))
        return 5;
    if (rest[1] == u'!')
        return rest.size() > 2 && isAsciiLetter(rest[2].unicode()) ? 4 : 0;
    return htmlTagStart(rest, interruptsParagraph);
}

bool MarkdownScan::endsHtml(int condition, QStringView line)
{
    switch (condition) {
    case 1:
        for (const char16_t *end : VerbatimEnds) {
            if (line.contains(QStringView(end), Qt::CaseInsensitive))
                return true;
        }
        return false;
    case 2:
        return line.contains(u"-->");
    case 3:
        return line.contains(u"?>");
    case 4:
        return line.contains(u'>');
    case 5:
        return line.contains(u"]]>");
    default:
        return false;   // 6 and 7 end at a blank line
    }
}
