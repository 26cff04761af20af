// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathparser_p.h"

#include "mathcommands_p.h"
#include "mathsymbols_p.h"
#include "mathtokens_p.h"

namespace {

constexpr qsizetype MaximumSource = 8 * 1024;

char32_t characterOf(QStringView token)
{
    return token.size() == 2 ? QChar::surrogateToUcs4(token.at(0), token.at(1)) : token.front().unicode();
}

}

MathNode sourceNode(const QString &source)
{
    MathNode node;
    node.kind = MathNode::Kind::Source;
    node.text = source;
    return node;
}

MathNode symbolNode(char32_t character, MathClass mathClass, MathAlphabet alphabet)
{
    MathNode node;
    node.text = inAlphabet(character, alphabet);
    node.mathClass = mathClass;
    return node;
}

MathNode groupNode(MathList list)
{
    MathNode node;
    node.kind = MathNode::Kind::Group;
    node.parts.push_back(std::move(list));
    return node;
}

MathParser::MathParser(QStringView source) : m_tokens(source)
{
}

bool MathParser::atListEnd(const MathStop &stop) const
{
    const QStringView next = m_tokens.peek();
    if (next.isEmpty() || next == u"}")
        return true;
    if (stop.atRight && (next == u"\\right" || next == u"\\middle"))
        return true;
    if (stop.atCell && (next == u"&" || next == u"\\\\" || next == u"\\cr" || next == u"\\tabularnewline"))
        return true;
    return next == u"\\end" || (stop.atBracket && next == u"]");
}

MathList MathParser::parseList(const MathStop &stop)
{
    MathList list;
    // Garbage may nest as deep as it is long: the rest is dropped and the formula shown as its source.
    if (++m_depth > MaximumDepth) {
        m_isWhole = false;
        while (!m_tokens.atEnd())
            m_tokens.take();
    }
    const MathAlphabet outer = m_alphabet;
    for (m_tokens.skipSpace(); !atListEnd(stop); m_tokens.skipSpace()) {
        if (parseInfix(list, stop))
            break;
        parseItem(list);
    }
    m_alphabet = outer;
    --m_depth;
    return list;
}

// \over and its kin take the whole list before them and all that follows.
bool MathParser::parseInfix(MathList &list, const MathStop &stop)
{
    const QStringView next = m_tokens.peek();
    const bool isBinomial = next == u"\\choose";
    const bool isRuleless = isBinomial || next == u"\\atop";
    if (!isRuleless && next != u"\\over")
        return false;
    m_tokens.take();
    MathNode fraction;
    fraction.kind = MathNode::Kind::Fraction;
    fraction.mathClass = MathClass::Inner;
    fraction.isRuleless = isRuleless;
    if (isBinomial)
        fraction.delimiters = { QStringLiteral("("), QStringLiteral(")") };
    fraction.parts.push_back(std::move(list));
    fraction.parts.push_back(parseList(stop));
    list.clear();
    list.push_back(std::move(fraction));
    return true;
}

void MathParser::parseItem(MathList &list)
{
    const QStringView next = m_tokens.peek();
    if (next == u"^" || next == u"_" || next == u"'") {
        parseScripts(list);
        return;
    }
    if (next == u"{") {
        list.push_back(groupNode(parseBraces()));
        return;
    }
    if (next == u"&") {   // outside a table: a mark that means nothing
        m_tokens.take();
        return;
    }
    if (next == u"~") {
        m_tokens.take();
        MathNode space;
        space.kind = MathNode::Kind::Space;
        space.amount = 0.25;
        list.push_back(space);
        return;
    }
    if (next.startsWith(u'\\') && next.size() > 1) {
        parseCommand(list);
        return;
    }
    const char32_t character = characterOf(m_tokens.take());
    list.push_back(symbolNode(character, mathClassOf(character), m_alphabet));
}

MathList MathParser::parseBraces()
{
    m_tokens.takeIf(u"{");
    MathList list = parseList({});
    // \end without \begin, or ] in braces, would stop the list for ever.
    while (!m_tokens.atEnd() && !m_tokens.takeIf(u"}")) {
        list.push_back(sourceNode(m_tokens.take().toString()));
        MathList rest = parseList({});
        std::move(rest.begin(), rest.end(), std::back_inserter(list));
    }
    return list;
}

MathList MathParser::parseArgument()
{
    m_tokens.skipSpace();
    if (m_tokens.peek() == u"{")
        return parseBraces();
    MathList list;
    const QStringView next = m_tokens.peek();
    if (next.isEmpty() || next == u"}" || next == u"&" || next == u"^" || next == u"_" || ++m_depth > MaximumDepth)
        return list;
    parseItem(list);
    --m_depth;
    return list;
}

MathList MathParser::parseOption()
{
    m_tokens.skipSpace();
    if (!m_tokens.takeIf(u"["))
        return {};
    MathList list = parseList({ .atRight = false, .atCell = false, .atBracket = true });
    m_tokens.takeIf(u"]");
    return list;
}

// How many scripts stand on one another before this: a^_^_ and on.
static bool hasTooManyScripts(const MathNode &base)
{
    constexpr int MaximumScripts = 16;
    const MathNode *node = &base;
    int count = 0;
    while (count < MaximumScripts && node->kind == MathNode::Kind::Scripts && !node->parts[0].empty()) {
        node = &node->parts[0].back();
        ++count;
    }
    return count == MaximumScripts;
}

// Scripts belong to what stands before them, which may be nothing.
void MathParser::parseScripts(MathList &list)
{
    MathNode scripts;
    scripts.kind = MathNode::Kind::Scripts;
    scripts.parts.resize(3);
    const bool hasBase = !list.empty() && list.back().kind != MathNode::Kind::Space && list.back().kind != MathNode::Kind::Style;
    // Each would be laid out inside the next, and garbage may have as many as it is long.
    if (hasBase && !hasTooManyScripts(list.back())) {
        scripts.mathClass = list.back().mathClass;
        scripts.parts[0].push_back(std::move(list.back()));
        list.pop_back();
    }
    bool hasSub = false;
    bool hasSuper = false;
    while (!m_tokens.atEnd()) {
        if (m_tokens.peek() == u"'") {
            while (m_tokens.takeIf(u"'"))
                scripts.parts[2].push_back(symbolNode(U'′', MathClass::Ordinary, MathAlphabet::Roman));
        } else if (m_tokens.peek() == u"^" && !hasSuper) {
            m_tokens.take();
            hasSuper = true;
            MathList more = parseArgument();
            std::move(more.begin(), more.end(), std::back_inserter(scripts.parts[2]));
        } else if (m_tokens.peek() == u"_" && !hasSub) {
            m_tokens.take();
            hasSub = true;
            scripts.parts[1] = parseArgument();
        } else {
            break;
        }
        m_tokens.skipSpace();
    }
    list.push_back(std::move(scripts));
}

// Words as they are read, with formulas between dollar signs among them.
void MathParser::parseWords(const QString &raw, const MathNode &like, MathList &list)
{
    MathList parts;
    MathNode words = like;
    const auto endWords = [&] {
        if (!words.text.isEmpty())
            parts.push_back(words);
        words.text.clear();
    };
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        const qsizetype end = c == u'$' ? raw.indexOf(u'$', i + 1) : -1;
        if (end > i && m_depth < MaximumDepth) {
            endWords();
            MathParser inner(QStringView(raw).sliced(i + 1, end - i - 1));
            inner.m_depth = m_depth + 1;
            parts.push_back(groupNode(inner.parse().list));
            i = end;
        } else if (c == u'\\' && i + 1 < raw.size() && !raw.at(i + 1).isLetterOrNumber()) {
            const QChar escaped = raw.at(++i);
            words.text += escaped == u',' || escaped == u';' || escaped == u':' ? QChar(0x2009) : escaped;
        } else if (c != u'$' && c != u'{' && c != u'}') {
            words.text += c == u'~' ? QChar(QChar::Nbsp) : c;
        }
    }
    endWords();
    if (parts.size() == 1)
        list.push_back(std::move(parts.front()));
    else
        list.push_back(groupNode(std::move(parts)));
}

ParsedMath MathParser::parse()
{
    ParsedMath parsed;
    for (;;) {
        MathList piece = parseList({});
        std::move(piece.begin(), piece.end(), std::back_inserter(parsed.list));
        if (m_tokens.atEnd())
            break;
        // A brace or \end too many is shown, the rest goes on.
        QString source = m_tokens.take().toString();
        if (source == u"\\end")
            source += u'{' + m_tokens.takeRawArgument() + u'}';
        parsed.list.push_back(sourceNode(source));
    }
    parsed.isWhole = m_isWhole && !m_tokens.isOverLimit();
    return parsed;
}

ParsedMath parseMath(QStringView source)
{
    if (source.size() > MaximumSource)
        return { {}, false };
    return MathParser(source).parse();
}
