// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathcommands_p.h"

#include "mathsymbols_p.h"

#include <QHash>

namespace {

MathNode spaceNode(double em)
{
    MathNode node;
    node.kind = MathNode::Kind::Space;
    node.amount = em;
    return node;
}

MathNode decorated(MathNode::Kind kind, MathList list)
{
    MathNode node;
    node.kind = kind;
    node.parts.push_back(std::move(list));
    return node;
}

QColor colorOf(const QString &name)
{
    const QColor color = QColor::fromString(name.trimmed());
    return color.isValid() ? color : QColor(Qt::gray);
}

}

void MathParser::parseCommand(MathList &list)
{
    const QString token = m_tokens.take().toString();
    if (m_tokens.expand(token))
        return;
    const QString name = token.sliced(1);
    if (parseLimits(name, list) || parseDefinition(name) || parseLetters(name, list) || parseSpace(name, list) || parseStyle(name, list) || parseFraction(name, list)
        || parseDelimiters(name, list) || parseOverUnder(name, list) || parseArrow(name, list) || parseDecoration(name, list) || parseOperator(name, list))
        return;
    if (name == u"begin") {
        parseEnvironment(list);
        return;
    }
    if (name == u"substack") {
        parseSubstack(list);
        return;
    }
    if (const std::optional<MathSymbol> symbol = mathSymbol(name)) {
        MathNode node = symbolNode(symbol->character, symbol->mathClass, m_alphabet);
        node.hasLimits = symbol->hasLimits;
        list.push_back(std::move(node));
        return;
    }
    list.push_back(sourceNode(token));
}

// \limits and \nolimits say of the operator before them where its scripts stand.
bool MathParser::parseLimits(const QString &name, MathList &list)
{
    if (name != u"limits" && name != u"nolimits" && name != u"displaylimits")
        return false;
    if (!list.empty()) {
        list.back().hasLimits = name == u"displaylimits";
        list.back().hasLimitsAlways = name == u"limits";
    }
    return true;
}

bool MathParser::parseDefinition(const QString &name)
{
    if (name == u"newcommand" || name == u"renewcommand" || name == u"providecommand") {
        m_tokens.defineCommand();
    } else if (name == u"def" || name == u"gdef") {
        m_tokens.defineTexMacro();
    } else if (name == u"DeclareMathOperator") {
        QString command;
        QString text;
        bool hasLimits = false;
        m_tokens.defineOperator(&command, &text, &hasLimits);
    } else if (name == u"label" || name == u"ref" || name == u"eqref") {
        m_tokens.takeRawArgument();
    } else {
        return name == u"nonumber" || name == u"notag" || name == u"relax" || name == u"allowbreak";
    }
    return true;
}

bool MathParser::parseLetters(const QString &name, MathList &list)
{
    static const QHash<QString, MathAlphabet> Alphabets {
        { QStringLiteral("mathrm"), MathAlphabet::Roman }, { QStringLiteral("mathup"), MathAlphabet::Roman }, { QStringLiteral("mathbf"), MathAlphabet::Bold },
        { QStringLiteral("mathit"), MathAlphabet::Italic }, { QStringLiteral("mathnormal"), MathAlphabet::Normal }, { QStringLiteral("boldsymbol"), MathAlphabet::BoldItalic },
        { QStringLiteral("bm"), MathAlphabet::BoldItalic }, { QStringLiteral("pmb"), MathAlphabet::BoldItalic }, { QStringLiteral("mathbb"), MathAlphabet::Blackboard },
        { QStringLiteral("Bbb"), MathAlphabet::Blackboard }, { QStringLiteral("mathcal"), MathAlphabet::Calligraphic }, { QStringLiteral("mathscr"), MathAlphabet::Calligraphic },
        { QStringLiteral("mathfrak"), MathAlphabet::Fraktur }, { QStringLiteral("mathsf"), MathAlphabet::SansSerif }, { QStringLiteral("mathtt"), MathAlphabet::Monospace },
        { QStringLiteral("rm"), MathAlphabet::Roman }, { QStringLiteral("bf"), MathAlphabet::Bold }, { QStringLiteral("it"), MathAlphabet::Italic },
    };
    if (const auto alphabet = Alphabets.constFind(name); alphabet != Alphabets.constEnd()) {
        if (name.size() == 2 && name != u"bm") {   // \bf: to the end of the group
            m_alphabet = *alphabet;
            return true;
        }
        const MathAlphabet outer = std::exchange(m_alphabet, *alphabet);
        list.push_back(groupNode(parseArgument()));
        m_alphabet = outer;
        return true;
    }
    if (name == u"text" || name == u"textrm" || name == u"textnormal" || name == u"mbox" || name == u"hbox" || name == u"textbf" || name == u"textit" || name == u"texttt"
        || name == u"textsf") {
        MathNode node;
        node.kind = MathNode::Kind::Text;
        node.alphabet = name == u"textbf" ? MathAlphabet::Bold : name == u"textit" ? MathAlphabet::Italic : name == u"texttt" ? MathAlphabet::Monospace : MathAlphabet::Roman;
        parseWords(m_tokens.takeRawArgument(), node, list);
        return true;
    }
    if (name == u"ce" || name == u"pu") {
        const QString tex = chemistryAsTex(m_tokens.takeRawArgument());
        if (++m_depth > MaximumDepth)
            return true;
        MathParser inner(tex);
        inner.m_depth = m_depth;
        list.push_back(groupNode(inner.parse().list));
        --m_depth;
        return true;
    }
    static constexpr QStringView Escaped = u"%#&_{}$|";
    if (name.size() == 1 && Escaped.contains(name.front())) {
        const char32_t character = name == u"|" ? U'‖' : char32_t(name.front().unicode());
        list.push_back(symbolNode(character, name == u"{" ? MathClass::Opening : name == u"}" ? MathClass::Closing : MathClass::Ordinary, MathAlphabet::Roman));
        return true;
    }
    return false;
}

bool MathParser::parseSpace(const QString &name, MathList &list)
{
    static const QHash<QString, double> Spaces {
        { QStringLiteral(","), 3.0 / 18 }, { QStringLiteral("thinspace"), 3.0 / 18 }, { QStringLiteral(":"), 4.0 / 18 }, { QStringLiteral(">"), 4.0 / 18 },
        { QStringLiteral("medspace"), 4.0 / 18 }, { QStringLiteral(";"), 5.0 / 18 }, { QStringLiteral("thickspace"), 5.0 / 18 }, { QStringLiteral("!"), -3.0 / 18 },
        { QStringLiteral("negthinspace"), -3.0 / 18 }, { QStringLiteral("quad"), 1.0 }, { QStringLiteral("qquad"), 2.0 }, { QStringLiteral("enspace"), 0.5 },
        { QStringLiteral(" "), 0.25 }, { QStringLiteral("space"), 0.25 }, { QStringLiteral("\n"), 0.25 }, { QStringLiteral("\\"), 1.0 }, { QStringLiteral("/"), 0.0 },
    };
    if (const auto space = Spaces.constFind(name); space != Spaces.constEnd()) {
        list.push_back(spaceNode(*space));
        return true;
    }
    if (name != u"hspace" && name != u"kern" && name != u"mkern" && name != u"mskip")
        return false;
    m_tokens.takeIf(u"*");
    // A length in braces; without them the characters of number and unit follow one by one.
    QString length;
    m_tokens.skipSpace();
    if (m_tokens.peek() == u"{") {
        length = m_tokens.takeRawArgument();
    } else {
        static constexpr QStringView Characters = u"+-.0123456789ptemucx";
        while (!m_tokens.atEnd() && m_tokens.peek().size() == 1 && Characters.contains(m_tokens.peek().front()) && length.size() < 12)
            length += m_tokens.take();
    }
    const bool isMu = length.endsWith(u"mu");
    const bool isPoint = length.endsWith(u"pt") || length.endsWith(u"px");
    while (!length.isEmpty() && length.back().isLetter())
        length.chop(1);
    list.push_back(spaceNode(qBound(-4.0, length.toDouble() / (isMu ? 18 : isPoint ? 10 : 1), 20.0)));
    return true;
}

bool MathParser::parseStyle(const QString &name, MathList &list)
{
    static const QHash<QString, MathStyle> Styles { { QStringLiteral("displaystyle"), MathStyle::Displayed }, { QStringLiteral("textstyle"), MathStyle::Text },
                                                    { QStringLiteral("scriptstyle"), MathStyle::Script }, { QStringLiteral("scriptscriptstyle"), MathStyle::ScriptScript } };
    if (const auto style = Styles.constFind(name); style != Styles.constEnd()) {
        MathNode node;
        node.kind = MathNode::Kind::Style;
        node.style = *style;
        list.push_back(std::move(node));
        return true;
    }
    if (name != u"color" && name != u"textcolor" && name != u"colorbox")
        return false;
    MathNode node;
    node.kind = MathNode::Kind::Color;
    node.color = colorOf(m_tokens.takeRawArgument());
    m_tokens.skipSpace();
    // \color{red} goes to the end of the group, \color{red}{x} colours x alone; models write both.
    node.parts.push_back(name == u"color" && m_tokens.peek() != u"{" ? parseList({ .atRight = true, .atCell = true, .atBracket = false }) : parseArgument());
    list.push_back(std::move(node));
    return true;
}

bool MathParser::parseFraction(const QString &name, MathList &list)
{
    MathNode node;
    node.kind = MathNode::Kind::Fraction;
    node.mathClass = MathClass::Inner;
    if (name == u"frac" || name == u"cfrac" || name == u"dfrac" || name == u"tfrac") {
        node.setsStyle = name != u"frac";
        node.style = name == u"tfrac" ? MathStyle::Text : MathStyle::Displayed;
    } else if (name == u"binom" || name == u"dbinom" || name == u"tbinom") {
        node.isRuleless = true;
        node.delimiters = { QStringLiteral("("), QStringLiteral(")") };
        node.setsStyle = name != u"binom";
        node.style = name == u"tbinom" ? MathStyle::Text : MathStyle::Displayed;
    } else if (name == u"sqrt") {
        node.kind = MathNode::Kind::Radical;
        node.mathClass = MathClass::Ordinary;
        MathList degree = parseOption();
        node.parts.push_back(parseArgument());
        node.parts.push_back(std::move(degree));
        list.push_back(std::move(node));
        return true;
    } else {
        return false;
    }
    if (name == u"cfrac")
        parseOption();
    node.parts.push_back(parseArgument());
    node.parts.push_back(parseArgument());
    list.push_back(std::move(node));
    return true;
}

QString MathParser::takeDelimiter()
{
    m_tokens.skipSpace();
    const std::optional<QString> delimiter = mathDelimiter(m_tokens.peek());
    if (!delimiter)
        return {};
    m_tokens.take();
    return *delimiter;
}

MathNode MathParser::parseDelimited()
{
    MathNode node;
    node.kind = MathNode::Kind::Delimited;
    node.mathClass = MathClass::Inner;
    node.delimiters.push_back(takeDelimiter());
    for (;;) {
        node.parts.push_back(parseList({ .atRight = true, .atCell = false, .atBracket = false }));
        if (m_tokens.takeIf(u"\\middle")) {
            node.delimiters.push_back(takeDelimiter());
            continue;
        }
        // A formula that is still being written has no \right yet.
        node.delimiters.push_back(m_tokens.takeIf(u"\\right") ? takeDelimiter() : QString());
        return node;
    }
}

bool MathParser::parseDelimiters(const QString &name, MathList &list)
{
    if (name == u"left") {
        if (++m_depth > MaximumDepth)
            return true;
        list.push_back(parseDelimited());
        --m_depth;
        return true;
    }
    if (name == u"right" || name == u"middle") {
        takeDelimiter();
        return true;
    }
    static const QHash<QString, double> Sizes { { QStringLiteral("big"), 1.2 }, { QStringLiteral("Big"), 1.8 }, { QStringLiteral("bigg"), 2.4 }, { QStringLiteral("Bigg"), 3.0 } };
    QString size = name;
    MathClass mathClass = MathClass::Ordinary;
    if (size.endsWith(u'l') || size.endsWith(u'r') || size.endsWith(u'm')) {
        mathClass = size.back() == u'l' ? MathClass::Opening : size.back() == u'r' ? MathClass::Closing : MathClass::Relation;
        size.chop(1);
    }
    const auto found = Sizes.constFind(size);
    if (found == Sizes.constEnd())
        return false;
    MathNode node;
    node.kind = MathNode::Kind::SizedDelimiter;
    node.mathClass = mathClass;
    node.amount = *found;
    node.text = takeDelimiter();
    list.push_back(std::move(node));
    return true;
}

bool MathParser::parseOverUnder(const QString &name, MathList &list)
{
    if (const std::optional<MathAccent> accent = mathAccent(name)) {
        MathNode node = decorated(MathNode::Kind::Accent, parseArgument());
        node.text = QString::fromUcs4(&accent->character, 1);
        node.isWide = accent->isWide;
        node.isUnder = accent->isUnder;
        list.push_back(std::move(node));
        return true;
    }
    if (name == u"overline" || name == u"underline") {
        MathNode node = decorated(MathNode::Kind::Line, parseArgument());
        node.isUnder = name == u"underline";
        list.push_back(std::move(node));
        return true;
    }
    if (name == u"overbrace" || name == u"underbrace" || name == u"overbracket" || name == u"underbracket") {
        MathNode node = decorated(MathNode::Kind::Brace, parseArgument());
        node.isUnder = name.startsWith(u"under");
        node.text = name.endsWith(u"brace") ? (node.isUnder ? QStringLiteral("⏟") : QStringLiteral("⏞")) : (node.isUnder ? QStringLiteral("⎵") : QStringLiteral("⎴"));
        node.hasLimitsAlways = true;   // its script is the label
        node.mathClass = MathClass::Operator;
        list.push_back(std::move(node));
        return true;
    }
    const bool isRelation = name == u"stackrel";
    if (isRelation || name == u"overset" || name == u"underset") {
        MathNode node;
        node.kind = MathNode::Kind::Stack;
        MathList label = parseArgument();
        MathList base = parseArgument();
        node.mathClass = isRelation ? MathClass::Relation : base.size() == 1 ? base.front().mathClass : MathClass::Ordinary;
        node.parts.resize(3);
        node.parts[0] = std::move(base);
        node.parts[name == u"underset" ? 2 : 1] = std::move(label);
        list.push_back(std::move(node));
        return true;
    }
    return false;
}

bool MathParser::parseArrow(const QString &name, MathList &list)
{
    static const QHash<QString, QString> Arrows {
        { QStringLiteral("xrightarrow"), QStringLiteral("→") }, { QStringLiteral("xleftarrow"), QStringLiteral("←") }, { QStringLiteral("xleftrightarrow"), QStringLiteral("↔") },
        { QStringLiteral("xRightarrow"), QStringLiteral("⇒") }, { QStringLiteral("xLeftarrow"), QStringLiteral("⇐") }, { QStringLiteral("xLeftrightarrow"), QStringLiteral("⇔") },
        { QStringLiteral("xmapsto"), QStringLiteral("↦") }, { QStringLiteral("xhookrightarrow"), QStringLiteral("↪") }, { QStringLiteral("xrightleftharpoons"), QStringLiteral("⇌") },
    };
    const auto arrow = Arrows.constFind(name);
    if (arrow == Arrows.constEnd())
        return false;
    MathNode node;
    node.kind = MathNode::Kind::Arrow;
    node.mathClass = MathClass::Relation;
    node.text = *arrow;
    MathList below = parseOption();
    node.parts.push_back(parseArgument());
    node.parts.push_back(std::move(below));
    list.push_back(std::move(node));
    return true;
}

bool MathParser::parseDecoration(const QString &name, MathList &list)
{
    if (name == u"boxed" || name == u"fbox") {
        list.push_back(decorated(MathNode::Kind::Boxed, parseArgument()));
    } else if (name == u"cancel" || name == u"bcancel" || name == u"xcancel" || name == u"sout") {
        MathNode node = decorated(MathNode::Kind::Cancel, parseArgument());
        node.text = name == u"cancel" ? QStringLiteral("/") : name == u"bcancel" ? QStringLiteral("\\") : name == u"xcancel" ? QStringLiteral("X") : QStringLiteral("-");
        list.push_back(std::move(node));
    } else if (name == u"phantom" || name == u"hphantom" || name == u"vphantom" || name == u"mathstrut") {
        MathNode node = decorated(MathNode::Kind::Phantom, name == u"mathstrut" ? MathList { symbolNode(U'(', MathClass::Ordinary, MathAlphabet::Roman) } : parseArgument());
        node.keepsWidth = name == u"phantom" || name == u"hphantom";
        node.keepsHeight = name != u"hphantom";
        list.push_back(std::move(node));
    } else if (name == u"not") {
        MathNode node = decorated(MathNode::Kind::Negated, parseArgument());
        node.mathClass = MathClass::Relation;
        list.push_back(std::move(node));
    } else if (name == u"tag") {
        const bool isBare = m_tokens.takeIf(u"*");
        MathNode node;
        node.kind = MathNode::Kind::Tag;
        const QString text = m_tokens.takeRawArgument();
        node.text = isBare ? text : QLatin1Char('(') + text + QLatin1Char(')');
        list.push_back(std::move(node));
    } else if (name == u"mathstrut" || name == u"smash" || name == u"mathop" || name == u"mathrel" || name == u"mathbin" || name == u"mathord" || name == u"mathopen"
               || name == u"mathclose" || name == u"mathpunct" || name == u"mathinner") {
        MathNode node = groupNode(parseArgument());
        static const QHash<QString, MathClass> Classes {
            { QStringLiteral("mathop"), MathClass::Operator }, { QStringLiteral("mathrel"), MathClass::Relation }, { QStringLiteral("mathbin"), MathClass::Binary },
            { QStringLiteral("mathopen"), MathClass::Opening }, { QStringLiteral("mathclose"), MathClass::Closing }, { QStringLiteral("mathpunct"), MathClass::Punctuation },
            { QStringLiteral("mathinner"), MathClass::Inner },
        };
        node.mathClass = Classes.value(name, MathClass::Ordinary);
        node.hasLimits = name == u"mathop";
        list.push_back(std::move(node));
    } else {
        return false;
    }
    return true;
}

bool MathParser::parseOperator(const QString &name, MathList &list)
{
    MathNode node;
    node.mathClass = MathClass::Operator;
    node.isName = true;
    if (name == u"operatorname") {
        node.hasLimits = m_tokens.takeIf(u"*");
        node.text = m_tokens.takeRawArgument().replace(QStringLiteral("\\,"), QStringLiteral("\u2009")).remove(u'\\');
    } else if (name == u"bmod" || name == u"pmod") {
        if (name == u"bmod") {
            node.mathClass = MathClass::Binary;
            node.text = QStringLiteral("mod");
        } else {
            list.push_back(spaceNode(0.44));
            MathList inner = parseArgument();
            node.text = QStringLiteral("mod");
            MathList whole { symbolNode(U'(', MathClass::Opening, MathAlphabet::Roman), node, spaceNode(0.33), groupNode(std::move(inner)),
                             symbolNode(U')', MathClass::Closing, MathAlphabet::Roman) };
            list.push_back(groupNode(std::move(whole)));
            return true;
        }
    } else if (const std::optional<bool> hasLimits = operatorNameHasLimits(name)) {
        node.hasLimits = *hasLimits;
        node.text = name == u"limsup" ? QStringLiteral("lim\u2009sup") : name == u"liminf" ? QStringLiteral("lim\u2009inf") : name == u"argmax" ? QStringLiteral("arg\u2009max")
                : name == u"argmin" ? QStringLiteral("arg\u2009min") : name;
    } else {
        return false;
    }
    list.push_back(std::move(node));
    return true;
}
