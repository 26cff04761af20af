// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathsymbols_p.h"

#include <QHash>

#include <array>

namespace {

struct Entry
{
    const char *name;
    char32_t character;
    MathClass mathClass = MathClass::Ordinary;
    bool hasLimits = false;
};

constexpr auto Rel = MathClass::Relation;
constexpr auto Bin = MathClass::Binary;
constexpr auto Op = MathClass::Operator;
constexpr auto Open = MathClass::Opening;
constexpr auto Close = MathClass::Closing;
constexpr auto Punct = MathClass::Punctuation;
constexpr auto Inner = MathClass::Inner;

constexpr Entry Entries[] = {
    // Greek
    { "alpha", U'α' }, { "beta", U'β' }, { "gamma", U'γ' }, { "delta", U'δ' }, { "epsilon", U'ϵ' }, { "varepsilon", U'ε' }, { "zeta", U'ζ' },
    { "eta", U'η' }, { "theta", U'θ' }, { "vartheta", U'ϑ' }, { "iota", U'ι' }, { "kappa", U'κ' }, { "varkappa", U'ϰ' }, { "lambda", U'λ' },
    { "mu", U'μ' }, { "nu", U'ν' }, { "xi", U'ξ' }, { "omicron", U'ο' }, { "pi", U'π' }, { "varpi", U'ϖ' }, { "rho", U'ρ' }, { "varrho", U'ϱ' },
    { "sigma", U'σ' }, { "varsigma", U'ς' }, { "tau", U'τ' }, { "upsilon", U'υ' }, { "phi", U'ϕ' }, { "varphi", U'φ' }, { "chi", U'χ' },
    { "psi", U'ψ' }, { "omega", U'ω' }, { "Gamma", U'Γ' }, { "Delta", U'Δ' }, { "Theta", U'Θ' }, { "Lambda", U'Λ' }, { "Xi", U'Ξ' }, { "Pi", U'Π' },
    { "Sigma", U'Σ' }, { "Upsilon", U'Υ' }, { "Phi", U'Φ' }, { "Psi", U'Ψ' }, { "Omega", U'Ω' }, { "digamma", U'ϝ' },
    // letters and signs
    { "infty", U'∞' }, { "partial", U'∂' }, { "nabla", U'∇' }, { "hbar", U'ℏ' }, { "hslash", U'ℏ' }, { "ell", U'ℓ' }, { "Re", U'ℜ' }, { "Im", U'ℑ' },
    { "wp", U'℘' }, { "aleph", U'ℵ' }, { "beth", U'ℶ' }, { "gimel", U'ℷ' }, { "imath", U'ı' }, { "jmath", U'ȷ' }, { "forall", U'∀' }, { "exists", U'∃' },
    { "nexists", U'∄' }, { "neg", U'¬' }, { "lnot", U'¬' }, { "emptyset", U'∅' }, { "varnothing", U'∅' }, { "top", U'⊤' }, { "bot", U'⊥' },
    { "angle", U'∠' }, { "measuredangle", U'∡' }, { "triangle", U'△' }, { "square", U'□' }, { "Box", U'□' }, { "blacksquare", U'■' }, { "lozenge", U'◊' },
    { "Diamond", U'◇' }, { "clubsuit", U'♣' }, { "diamondsuit", U'♢' }, { "heartsuit", U'♡' }, { "spadesuit", U'♠' }, { "flat", U'♭' }, { "natural", U'♮' },
    { "sharp", U'♯' }, { "prime", U'′' }, { "backprime", U'‵' }, { "surd", U'√' }, { "degree", U'°' }, { "checkmark", U'✓' }, { "dagger", U'†', Bin },
    { "ddagger", U'‡', Bin }, { "S", U'§' }, { "P", U'¶' }, { "pounds", U'£' }, { "euro", U'€' }, { "complement", U'∁' }, { "mho", U'℧' }, { "eth", U'ð' },
    { "bigstar", U'★' }, { "therefore", U'∴', Rel }, { "because", U'∵', Rel }, { "QED", U'∎' }, { "blacktriangle", U'▲' }, { "Finv", U'Ⅎ' },
    // binary operators
    { "pm", U'±', Bin }, { "mp", U'∓', Bin }, { "times", U'×', Bin }, { "div", U'÷', Bin }, { "cdot", U'⋅', Bin }, { "ast", U'∗', Bin }, { "star", U'⋆', Bin },
    { "circ", U'∘', Bin }, { "bullet", U'∙', Bin }, { "oplus", U'⊕', Bin }, { "ominus", U'⊖', Bin }, { "otimes", U'⊗', Bin }, { "oslash", U'⊘', Bin },
    { "odot", U'⊙', Bin }, { "cap", U'∩', Bin }, { "cup", U'∪', Bin }, { "uplus", U'⊎', Bin }, { "sqcap", U'⊓', Bin }, { "sqcup", U'⊔', Bin },
    { "vee", U'∨', Bin }, { "lor", U'∨', Bin }, { "wedge", U'∧', Bin }, { "land", U'∧', Bin }, { "setminus", U'∖', Bin }, { "smallsetminus", U'∖', Bin },
    { "wr", U'≀', Bin }, { "amalg", U'⨿', Bin }, { "ltimes", U'⋉', Bin }, { "rtimes", U'⋊', Bin }, { "boxplus", U'⊞', Bin }, { "boxtimes", U'⊠', Bin },
    { "boxdot", U'⊡', Bin }, { "barwedge", U'⊼', Bin }, { "veebar", U'⊻', Bin }, { "triangleleft", U'◁', Bin }, { "triangleright", U'▷', Bin },
    { "bigtriangleup", U'△', Bin }, { "bigtriangledown", U'▽', Bin }, { "diamond", U'⋄', Bin }, { "intercal", U'⊺', Bin }, { "dotplus", U'∔', Bin },
    // relations
    { "leq", U'≤', Rel }, { "le", U'≤', Rel }, { "geq", U'≥', Rel }, { "ge", U'≥', Rel }, { "leqslant", U'⩽', Rel }, { "geqslant", U'⩾', Rel },
    { "neq", U'≠', Rel }, { "ne", U'≠', Rel }, { "equiv", U'≡', Rel }, { "sim", U'∼', Rel }, { "simeq", U'≃', Rel }, { "approx", U'≈', Rel },
    { "approxeq", U'≊', Rel }, { "cong", U'≅', Rel }, { "propto", U'∝', Rel }, { "varpropto", U'∝', Rel }, { "ll", U'≪', Rel }, { "gg", U'≫', Rel },
    { "lll", U'⋘', Rel }, { "ggg", U'⋙', Rel }, { "prec", U'≺', Rel }, { "succ", U'≻', Rel }, { "preceq", U'⪯', Rel }, { "succeq", U'⪰', Rel },
    { "in", U'∈', Rel }, { "notin", U'∉', Rel }, { "ni", U'∋', Rel }, { "owns", U'∋', Rel }, { "subset", U'⊂', Rel }, { "supset", U'⊃', Rel },
    { "subseteq", U'⊆', Rel }, { "supseteq", U'⊇', Rel }, { "subsetneq", U'⊊', Rel }, { "supsetneq", U'⊋', Rel }, { "nsubseteq", U'⊈', Rel },
    { "sqsubset", U'⊏', Rel }, { "sqsupset", U'⊐', Rel }, { "sqsubseteq", U'⊑', Rel }, { "sqsupseteq", U'⊒', Rel }, { "vdash", U'⊢', Rel }, { "dashv", U'⊣', Rel },
    { "models", U'⊧', Rel }, { "vDash", U'⊨', Rel }, { "Vdash", U'⊩', Rel }, { "perp", U'⟂', Rel }, { "mid", U'∣', Rel }, { "nmid", U'∤', Rel },
    { "parallel", U'∥', Rel }, { "nparallel", U'∦', Rel }, { "asymp", U'≍', Rel }, { "doteq", U'≐', Rel }, { "bowtie", U'⋈', Rel }, { "smile", U'⌣', Rel },
    { "frown", U'⌢', Rel }, { "triangleq", U'≜', Rel }, { "coloneqq", U'≔', Rel }, { "eqqcolon", U'≕', Rel }, { "gtrsim", U'≳', Rel }, { "lesssim", U'≲', Rel },
    { "gtrless", U'≷', Rel }, { "lessgtr", U'≶', Rel }, { "nless", U'≮', Rel }, { "ngtr", U'≯', Rel }, { "nleq", U'≰', Rel }, { "ngeq", U'≱', Rel },
    { "ncong", U'≇', Rel }, { "nsim", U'≁', Rel }, { "trianglelefteq", U'⊴', Rel }, { "trianglerighteq", U'⊵', Rel }, { "vartriangleleft", U'⊲', Rel },
    { "vartriangleright", U'⊳', Rel }, { "Subset", U'⋐', Rel }, { "Supset", U'⋑', Rel }, { "risingdotseq", U'≓', Rel }, { "fallingdotseq", U'≒', Rel },
    { "lt", U'<', Rel }, { "gt", U'>', Rel }, { "colon", U':', Punct }, { "pitchfork", U'⋔', Rel }, { "between", U'≬', Rel },
    // arrows
    { "to", U'→', Rel }, { "rightarrow", U'→', Rel }, { "leftarrow", U'←', Rel }, { "gets", U'←', Rel }, { "leftrightarrow", U'↔', Rel },
    { "Rightarrow", U'⇒', Rel }, { "Leftarrow", U'⇐', Rel }, { "Leftrightarrow", U'⇔', Rel }, { "longrightarrow", U'⟶', Rel }, { "longleftarrow", U'⟵', Rel },
    { "longleftrightarrow", U'⟷', Rel }, { "Longrightarrow", U'⟹', Rel }, { "Longleftarrow", U'⟸', Rel }, { "Longleftrightarrow", U'⟺', Rel },
    { "implies", U'⟹', Rel }, { "impliedby", U'⟸', Rel }, { "iff", U'⟺', Rel }, { "mapsto", U'↦', Rel }, { "longmapsto", U'⟼', Rel },
    { "hookrightarrow", U'↪', Rel }, { "hookleftarrow", U'↩', Rel }, { "rightharpoonup", U'⇀', Rel }, { "rightharpoondown", U'⇁', Rel },
    { "leftharpoonup", U'↼', Rel }, { "leftharpoondown", U'↽', Rel }, { "rightleftharpoons", U'⇌', Rel }, { "leftrightharpoons", U'⇋', Rel },
    { "uparrow", U'↑', Rel }, { "downarrow", U'↓', Rel }, { "updownarrow", U'↕', Rel }, { "Uparrow", U'⇑', Rel }, { "Downarrow", U'⇓', Rel },
    { "Updownarrow", U'⇕', Rel }, { "nearrow", U'↗', Rel }, { "searrow", U'↘', Rel }, { "swarrow", U'↙', Rel }, { "nwarrow", U'↖', Rel },
    { "leadsto", U'⇝', Rel }, { "rightsquigarrow", U'⇝', Rel }, { "twoheadrightarrow", U'↠', Rel }, { "rightarrowtail", U'↣', Rel }, { "nrightarrow", U'↛', Rel },
    { "nleftarrow", U'↚', Rel }, { "nRightarrow", U'⇏', Rel }, { "nLeftarrow", U'⇍', Rel }, { "rightrightarrows", U'⇉', Rel }, { "rightleftarrows", U'⇄', Rel },
    { "leftrightarrows", U'⇆', Rel }, { "circlearrowleft", U'↺', Rel }, { "circlearrowright", U'↻', Rel }, { "curvearrowright", U'↷', Rel }, { "multimap", U'⊸', Rel },
    // big operators
    { "sum", U'∑', Op, true }, { "prod", U'∏', Op, true }, { "coprod", U'∐', Op, true }, { "int", U'∫', Op }, { "iint", U'∬', Op }, { "iiint", U'∭', Op },
    { "oint", U'∮', Op }, { "oiint", U'∯', Op }, { "bigcup", U'⋃', Op, true }, { "bigcap", U'⋂', Op, true }, { "bigvee", U'⋁', Op, true },
    { "bigwedge", U'⋀', Op, true }, { "bigoplus", U'⨁', Op, true }, { "bigotimes", U'⨂', Op, true }, { "bigodot", U'⨀', Op, true }, { "biguplus", U'⨄', Op, true },
    { "bigsqcup", U'⨆', Op, true },
    // dots
    { "ldots", U'…', Inner }, { "dots", U'…', Inner }, { "dotsc", U'…', Inner }, { "dotso", U'…', Inner }, { "cdots", U'⋯', Inner }, { "dotsb", U'⋯', Inner },
    { "dotsm", U'⋯', Inner }, { "dotsi", U'⋯', Inner }, { "vdots", U'⋮' }, { "ddots", U'⋱', Inner }, { "iddots", U'⋰', Inner },
    // delimiters on their own
    { "lbrace", U'{', Open }, { "rbrace", U'}', Close }, { "lbrack", U'[', Open }, { "rbrack", U']', Close }, { "langle", U'⟨', Open }, { "rangle", U'⟩', Close },
    { "lfloor", U'⌊', Open }, { "rfloor", U'⌋', Close }, { "lceil", U'⌈', Open }, { "rceil", U'⌉', Close }, { "lvert", U'|', Open }, { "rvert", U'|', Close },
    { "lVert", U'‖', Open }, { "rVert", U'‖', Close }, { "vert", U'|' }, { "Vert", U'‖' }, { "backslash", U'\\' }, { "lgroup", U'⟮', Open }, { "rgroup", U'⟯', Close },
    { "ulcorner", U'⌜', Open }, { "urcorner", U'⌝', Close }, { "llcorner", U'⌞', Open }, { "lrcorner", U'⌟', Close }, { "llbracket", U'⟦', Open },
    { "rrbracket", U'⟧', Close },
};

constexpr const char *NamesWithLimits[] = { "lim", "limsup", "liminf", "max", "min", "sup", "inf", "det", "gcd", "lcm", "Pr", "argmax", "argmin", "injlim", "projlim" };
constexpr const char *Names[] = { "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "arccot", "sinh", "cosh", "tanh", "coth", "exp", "log", "ln", "lg",
                                  "arg", "deg", "dim", "hom", "ker", "sgn", "tr", "Tr", "rank", "diag", "erf", "sech", "csch", "mod" };

QString fromCharacter(char32_t character)
{
    return QString::fromUcs4(&character, 1);
}

// Where an alphabet begins for capitals, small letters and digits; 0: it has none.
struct AlphabetStart { char32_t capital; char32_t small; char32_t digit; };

AlphabetStart alphabetStart(MathAlphabet alphabet)
{
    switch (alphabet) {
    case MathAlphabet::Normal:
    case MathAlphabet::Italic:
        return { 0x1D434, 0x1D44E, 0 };
    case MathAlphabet::Roman:
        return { 0, 0, 0 };
    case MathAlphabet::Bold:
        return { 0x1D400, 0x1D41A, 0x1D7CE };
    case MathAlphabet::BoldItalic:
        return { 0x1D468, 0x1D482, 0x1D7CE };
    case MathAlphabet::Blackboard:
        return { 0x1D538, 0x1D552, 0x1D7D8 };
    case MathAlphabet::Calligraphic:
        return { 0x1D49C, 0x1D4B6, 0 };
    case MathAlphabet::Fraktur:
        return { 0x1D504, 0x1D51E, 0 };
    case MathAlphabet::SansSerif:
        return { 0x1D5A0, 0x1D5BA, 0x1D7E2 };
    case MathAlphabet::Monospace:
        return { 0x1D670, 0x1D68A, 0x1D7F6 };
    }
    return {};
}

// Letters that had a place in Unicode before the alphabets came.
char32_t holeOf(char32_t character)
{
    static const QHash<char32_t, char32_t> Holes {
        { 0x1D455, 0x210E }, { 0x1D49D, 0x212C }, { 0x1D4A0, 0x2130 }, { 0x1D4A1, 0x2131 }, { 0x1D4A3, 0x210B }, { 0x1D4A4, 0x2110 }, { 0x1D4A7, 0x2112 },
        { 0x1D4A8, 0x2133 }, { 0x1D4AD, 0x211B }, { 0x1D4BA, 0x212F }, { 0x1D4BC, 0x210A }, { 0x1D4C4, 0x2134 }, { 0x1D506, 0x212D }, { 0x1D50B, 0x210C },
        { 0x1D50C, 0x2111 }, { 0x1D515, 0x211C }, { 0x1D51D, 0x2128 }, { 0x1D53A, 0x2102 }, { 0x1D53F, 0x210D }, { 0x1D545, 0x2115 }, { 0x1D547, 0x2119 },
        { 0x1D548, 0x211A }, { 0x1D549, 0x211D }, { 0x1D551, 0x2124 },
    };
    return Holes.value(character, character);
}

std::optional<char32_t> greekInAlphabet(char32_t character, MathAlphabet alphabet)
{
    const bool isItalic = alphabet == MathAlphabet::Normal || alphabet == MathAlphabet::Italic;
    const bool isBold = alphabet == MathAlphabet::Bold || alphabet == MathAlphabet::BoldItalic;
    if (!isItalic && !isBold)
        return std::nullopt;
    if (character >= U'α' && character <= U'ω')
        return (isItalic ? 0x1D6FC : alphabet == MathAlphabet::Bold ? 0x1D6C2 : 0x1D736) + (character - U'α');
    if (character >= U'Α' && character <= U'Ω' && alphabet != MathAlphabet::Normal)   // capitals are upright in formulas
        return (isItalic ? 0x1D6E2 : alphabet == MathAlphabet::Bold ? 0x1D6A8 : 0x1D71C) + (character - U'Α');
    static constexpr std::array<char32_t, 6> Variants { U'ϵ', U'ϑ', U'ϰ', U'ϕ', U'ϱ', U'ϖ' };
    for (size_t i = 0; i < Variants.size(); ++i) {
        if (Variants[i] == character)
            return (isItalic ? 0x1D716 : alphabet == MathAlphabet::Bold ? 0x1D6DC : 0x1D750) + char32_t(i);
    }
    if (character == U'∂' && isItalic)
        return 0x1D715;
    if (character == U'∇' && isBold)
        return 0x1D6C1;
    return std::nullopt;
}

}

std::optional<MathSymbol> mathSymbol(QStringView command)
{
    static const QHash<QString, MathSymbol> Symbols = [] {
        QHash<QString, MathSymbol> table;
        table.reserve(qsizetype(std::size(Entries)));
        for (const Entry &entry : Entries)
            table.insert(QString::fromLatin1(entry.name), { entry.character, entry.mathClass, entry.hasLimits });
        return table;
    }();
    const auto found = Symbols.constFind(command.toString());
    return found == Symbols.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<bool> operatorNameHasLimits(QStringView command)
{
    for (const char *name : NamesWithLimits) {
        if (command == QLatin1StringView(name))
            return true;
    }
    for (const char *name : Names) {
        if (command == QLatin1StringView(name))
            return false;
    }
    return std::nullopt;
}

MathClass mathClassOf(char32_t character)
{
    switch (character) {
    case U'+': case U'-': case U'−': case U'*': case U'±': case U'×': case U'÷': case U'·': case U'⋅': case U'∩': case U'∪': case U'∧': case U'∨': case U'⊕': case U'⊗':
        return Bin;
    case U'=': case U'<': case U'>': case U':': case U'≤': case U'≥': case U'≠': case U'≈': case U'≡': case U'→': case U'←': case U'⇒': case U'⇔': case U'∈': case U'⊂': case U'∼':
        return Rel;
    case U'(': case U'[': case U'{': case U'⟨':
        return Open;
    case U')': case U']': case U'}': case U'⟩': case U'!': case U'?':
        return Close;
    case U',': case U';':
        return Punct;
    case U'∑': case U'∏': case U'∫':
        return Op;
    case U'…': case U'⋯':
        return Inner;
    default:
        return MathClass::Ordinary;
    }
}

std::optional<QString> mathDelimiter(QStringView token)
{
    if (token == u".")
        return QString();
    static constexpr QStringView Plain = u"()[]|/";
    if (token.size() == 1 && Plain.contains(token.front()))
        return token.toString();
    if (token == u"<")
        return QStringLiteral("⟨");
    if (token == u">")
        return QStringLiteral("⟩");
    if (!token.startsWith(u'\\'))
        return std::nullopt;
    const QStringView command = token.sliced(1);
    if (command == u"{" || command == u"}")
        return command.toString();
    if (command == u"|")
        return QStringLiteral("‖");
    static constexpr std::array<QStringView, 29> Allowed { u"lbrace", u"rbrace", u"lbrack", u"rbrack", u"langle", u"rangle", u"lfloor", u"rfloor", u"lceil", u"rceil", u"lvert",
                                                           u"rvert", u"lVert", u"rVert", u"vert", u"Vert", u"backslash", u"lgroup", u"rgroup", u"uparrow", u"downarrow",
                                                           u"updownarrow", u"Uparrow", u"Downarrow", u"Updownarrow", u"ulcorner", u"urcorner", u"llbracket", u"rrbracket" };
    for (const QStringView name : Allowed) {
        if (name == command)
            return fromCharacter(mathSymbol(command)->character);
    }
    return std::nullopt;
}

std::optional<MathAccent> mathAccent(QStringView command)
{
    static const QHash<QString, MathAccent> Accents {
        { QStringLiteral("hat"), { 0x302, false, false } }, { QStringLiteral("widehat"), { 0x302, true, false } }, { QStringLiteral("tilde"), { 0x303, false, false } },
        { QStringLiteral("widetilde"), { 0x303, true, false } }, { QStringLiteral("bar"), { 0x304, false, false } }, { QStringLiteral("breve"), { 0x306, false, false } },
        { QStringLiteral("dot"), { 0x307, false, false } }, { QStringLiteral("ddot"), { 0x308, false, false } }, { QStringLiteral("dddot"), { 0x20DB, false, false } },
        { QStringLiteral("ddddot"), { 0x20DC, false, false } }, { QStringLiteral("mathring"), { 0x30A, false, false } }, { QStringLiteral("check"), { 0x30C, false, false } },
        { QStringLiteral("widecheck"), { 0x30C, true, false } }, { QStringLiteral("acute"), { 0x301, false, false } }, { QStringLiteral("grave"), { 0x300, false, false } },
        { QStringLiteral("vec"), { 0x20D7, false, false } }, { QStringLiteral("overrightarrow"), { 0x2192, true, false } },
        { QStringLiteral("overleftarrow"), { 0x2190, true, false } }, { QStringLiteral("overleftrightarrow"), { 0x2194, true, false } },
        { QStringLiteral("underrightarrow"), { 0x2192, true, true } }, { QStringLiteral("underleftarrow"), { 0x2190, true, true } },
        { QStringLiteral("overparen"), { 0x23DC, true, false } }, { QStringLiteral("wideparen"), { 0x23DC, true, false } }, { QStringLiteral("underparen"), { 0x23DD, true, true } },
    };
    const auto found = Accents.constFind(command.toString());
    return found == Accents.constEnd() ? std::nullopt : std::optional(*found);
}

QString inAlphabet(char32_t character, MathAlphabet alphabet)
{
    if (const std::optional<char32_t> greek = greekInAlphabet(character, alphabet))
        return fromCharacter(*greek);
    const AlphabetStart start = alphabetStart(alphabet);
    if (character >= U'A' && character <= U'Z' && start.capital)
        return fromCharacter(holeOf(start.capital + (character - U'A')));
    if (character >= U'a' && character <= U'z' && start.small)
        return fromCharacter(holeOf(start.small + (character - U'a')));
    if (character >= U'0' && character <= U'9' && start.digit)
        return fromCharacter(start.digit + (character - U'0'));
    if (character == U'ı' && alphabet == MathAlphabet::Normal)
        return fromCharacter(0x1D6A4);
    if (character == U'ȷ' && alphabet == MathAlphabet::Normal)
        return fromCharacter(0x1D6A5);
    if (character == U'-')
        return QStringLiteral("−");
    if (character == U'*')
        return QStringLiteral("∗");
    if (character == U'\'')
        return QStringLiteral("′");
    return fromCharacter(character);
}
