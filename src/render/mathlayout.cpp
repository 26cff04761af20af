// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathlayout_p.h"

#include "mathwords_p.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr double ThinSpace = 3.0 / 18;
constexpr double MediumSpace = 4.0 / 18;
constexpr double ThickSpace = 5.0 / 18;

// The space between neighbours by class (The TeXbook, chapter 18): 0 none, 1 thin, 2 medium, 3 thick; negative: only in
// display and text styles.
constexpr int Spacing[8][8] = {
    //             Ord Op  Bin Rel Opn Cls Pct Inn
    /* Ordinary */ { 0, 1, -2, -3, 0, 0, 0, -1 },
    /* Operator */ { 1, 1, 0, -3, 0, 0, 0, -1 },
    /* Binary   */ { -2, -2, 0, 0, -2, 0, 0, -2 },
    /* Relation */ { -3, -3, 0, 0, -3, 0, 0, -3 },
    /* Opening  */ { 0, 0, 0, 0, 0, 0, 0, 0 },
    /* Closing  */ { 0, 1, -2, -3, 0, 0, 0, -1 },
    /* Punctuat.*/ { -1, -1, 0, -1, -1, -1, -1, -1 },
    /* Inner    */ { -1, 1, -2, -3, -1, 0, -1, -1 },
};

double spaceBetween(MathClass left, MathClass right, bool isScript)
{
    const int entry = Spacing[int(left)][int(right)];
    if (entry < 0 && isScript)
        return 0;
    constexpr std::array<double, 4> Widths { 0, ThinSpace, MediumSpace, ThickSpace };
    return Widths[size_t(std::abs(entry))];
}

bool isInvisible(const MathNode &node)
{
    return node.kind == MathNode::Kind::Space || node.kind == MathNode::Kind::Style || node.kind == MathNode::Kind::Tag;
}

// A binary operator without something on both sides is an ordinary sign: the minus of −1.
std::vector<MathClass> effectiveClasses(const MathList &list)
{
    std::vector<MathClass> classes;
    for (const MathNode &node : list)
        classes.push_back(node.mathClass);
    qsizetype previous = -1;
    for (qsizetype i = 0; i < qsizetype(list.size()); ++i) {
        if (isInvisible(list[size_t(i)]))
            continue;
        MathClass &mine = classes[size_t(i)];
        const bool hasLeft = previous >= 0;
        const MathClass left = hasLeft ? classes[size_t(previous)] : MathClass::Opening;
        if (mine == MathClass::Binary
            && (!hasLeft || left == MathClass::Binary || left == MathClass::Operator || left == MathClass::Relation || left == MathClass::Opening || left == MathClass::Punctuation))
            mine = MathClass::Ordinary;
        const bool endsBinary = mine == MathClass::Relation || mine == MathClass::Closing || mine == MathClass::Punctuation;
        if (endsBinary && hasLeft && classes[size_t(previous)] == MathClass::Binary)
            classes[size_t(previous)] = MathClass::Ordinary;
        previous = i;
    }
    if (previous >= 0 && classes[size_t(previous)] == MathClass::Binary)
        classes[size_t(previous)] = MathClass::Ordinary;
    return classes;
}

char32_t onlyCharacter(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return characters.size() == 1 ? char32_t(characters.first()) : 0;
}

}

MathBox MathLayout::layout(const MathList &list, MathStyle style)
{
    m_setsTagsApart = style == MathStyle::Displayed;
    return row(list, { style, false });
}

MathBox MathLayout::row(const MathList &list, Context context)
{
    MathBox box;
    const std::vector<MathClass> classes = effectiveClasses(list);
    quint32 only = 0;
    qsizetype previous = -1;
    for (qsizetype i = 0; i < qsizetype(list.size()); ++i) {
        const MathNode &item = list[size_t(i)];
        if (item.kind == MathNode::Kind::Style) {
            context.style = item.style;
            continue;
        }
        const MathBox piece = node(item, context);
        if (!isInvisible(item)) {
            if (previous >= 0)
                box.width += spaceBetween(classes[size_t(previous)], classes[size_t(i)], context.level() > 0) * em(context);
            previous = i;
        }
        box.append(piece);
        only = piece.singleGlyph;
        // The lean of a letter is room only where something upright follows in the same list. An integral's width holds its lean.
        const bool leans = piece.singleGlyph && item.mathClass != MathClass::Operator;
        if (i + 1 < qsizetype(list.size()))
            box.width += leans ? piece.italic : 0;
        box.italic = i + 1 < qsizetype(list.size()) ? 0 : piece.italic;
    }
    if (list.size() == 1)
        box.singleGlyph = only;
    return box;
}

MathBox MathLayout::glyphBox(quint32 glyph, int level) const
{
    MathBox box;
    const QRawFont &font = m_font.rawFont(level);
    const QRectF bounds = font.boundingRect(glyph);
    const QList<QPointF> advances = font.advancesForGlyphIndexes({ glyph });
    box.width = advances.isEmpty() ? bounds.width() : advances.first().x();
    box.ascent = std::max(0.0, -bounds.top());
    box.descent = std::max(0.0, bounds.bottom());
    box.italic = m_font.italicCorrection(glyph, level);
    box.singleGlyph = glyph;
    box.glyphs.push_back({ glyph, level, QPointF(), QColor() });
    return box;
}

MathBox MathLayout::character(char32_t character, int level) const
{
    if (const quint32 glyph = m_font.glyphFor(character))
        return glyphBox(glyph, level);
    const MathStyle style = level == 0 ? MathStyle::Text : level == 1 ? MathStyle::Script : MathStyle::ScriptScript;
    return words(QString::fromUcs4(&character, 1), { style, false }, false, false, false);
}

MathBox MathLayout::words(const QString &text, const Context &context, bool isBold, bool isItalic, bool isSource) const
{
    const MathWords words { text, context.level(), QPointF(), isBold, isItalic, isSource, QColor() };
    const QFontMetricsF metrics(mathWordsFont(m_fonts, words));
    MathBox box;
    box.width = metrics.horizontalAdvance(text);
    box.ascent = metrics.ascent() * 0.8;
    box.descent = metrics.descent() * 0.8;
    box.words.push_back(words);
    return box;
}

MathBox MathLayout::symbol(const MathNode &node, const Context &context) const
{
    if (node.isName) {
        MathBox box;
        for (const uint c : node.text.toUcs4())
            box.append(character(c, context.level()));
        box.italic = 0;
        return box;
    }
    const char32_t only = onlyCharacter(node.text);
    if (!only)
        return words(node.text, context, false, false, false);
    const quint32 glyph = m_font.glyphFor(only);
    if (node.mathClass == MathClass::Operator && glyph)
        return bigOperator(glyph, context);
    return character(only, context.level());
}

MathBox MathLayout::bigOperator(quint32 glyph, const Context &context) const
{
    MathBox box = glyphBox(glyph, context.level());
    if (context.isDisplay()) {
        const double wanted = constant(MathConstant::DisplayOperatorMinHeight, context);
        const MathFont::Construction construction = m_font.vertical(glyph, context.level());
        for (const MathFont::Variant &variant : construction.variants) {
            box = glyphBox(variant.glyph, context.level());
            if (variant.advance >= wanted)
                break;
        }
    }
    // Centred on the axis.
    const double shift = (box.ascent - box.descent) / 2 - axis(context);
    MathBox centred;
    centred.place(box, { 0, shift });
    centred.width = box.width;
    centred.italic = box.italic;
    centred.singleGlyph = box.singleGlyph;
    centred.ascent = box.ascent - shift;
    centred.descent = box.descent + shift;
    return centred;
}

MathBox MathLayout::node(const MathNode &node, const Context &context)
{
    if (++m_items > MaximumItems)
        return {};
    switch (node.kind) {
    case MathNode::Kind::Symbol:
        return symbol(node, context);
    case MathNode::Kind::Group:
        return row(node.parts[0], context);
    case MathNode::Kind::Fraction:
        return fraction(node, context);
    case MathNode::Kind::Radical:
        return radical(node, context);
    case MathNode::Kind::Scripts:
        return scripts(node, context);
    case MathNode::Kind::Delimited:
        return delimited(node, context);
    case MathNode::Kind::SizedDelimiter:
        return delimiter(node.text, node.amount * em(context), context);
    case MathNode::Kind::Accent:
        return accent(node, context);
    case MathNode::Kind::Line:
        return line(node, context);
    case MathNode::Kind::Brace:
        return brace(node, context);
    case MathNode::Kind::Table:
        return table(node, context);
    case MathNode::Kind::Text:
        return words(node.text, context, node.alphabet == MathAlphabet::Bold, node.alphabet == MathAlphabet::Italic, node.alphabet == MathAlphabet::Monospace);
    case MathNode::Kind::Space: {
        MathBox box;
        box.width = node.amount * em(context);
        return box;
    }
    case MathNode::Kind::Style:
        return {};
    case MathNode::Kind::Stack:
        return stack(node, context);
    case MathNode::Kind::Arrow:
        return arrow(node, context);
    case MathNode::Kind::Tag: {
        MathBox tag = words(node.text, context, false, false, false);
        if (m_setsTagsApart) {
            tag.tags = std::exchange(tag.words, {});
            tag.width = 0;
            return tag;
        }
        MathBox box;
        box.width = 2 * em(context);
        box.append(tag);
        return box;
    }
    case MathNode::Kind::Source:
        return words(node.text, context, false, false, true);
    case MathNode::Kind::Color:
    case MathNode::Kind::Boxed:
    case MathNode::Kind::Cancel:
    case MathNode::Kind::Phantom:
    case MathNode::Kind::Negated:
        return decorated(node, context);
    }
    return {};
}

MathBox MathLayout::decorated(const MathNode &node, const Context &context)
{
    MathBox body = row(node.parts[0], context);
    const double thickness = constant(MathConstant::FractionRuleThickness, context);
    switch (node.kind) {
    case MathNode::Kind::Color:
        body.paintIn(node.color);
        return body;
    case MathNode::Kind::Boxed: {
        const double pad = 0.25 * em(context);
        MathBox box;
        box.place(body, { pad, 0 });
        box.width = body.width + 2 * pad;
        const QRectF frame(0, -body.ascent - pad, box.width, body.height() + 2 * pad);
        box.addRule({ frame.left(), frame.top(), frame.width(), thickness });
        box.addRule({ frame.left(), frame.bottom() - thickness, frame.width(), thickness });
        box.addRule({ frame.left(), frame.top(), thickness, frame.height() });
        box.addRule({ frame.right() - thickness, frame.top(), thickness, frame.height() });
        return box;
    }
    case MathNode::Kind::Cancel: {
        const QPointF topLeft(0, -body.ascent);
        const QPointF bottomRight(body.width, body.descent);
        const bool rises = node.text == u"/" || node.text == u"X";
        const bool falls = node.text == u"\\" || node.text == u"X";
        if (rises)
            body.strokes.push_back({ { topLeft.x(), bottomRight.y(), bottomRight.x(), topLeft.y() }, thickness, QColor() });
        if (falls)
            body.strokes.push_back({ { topLeft, bottomRight }, thickness, QColor() });
        if (!rises && !falls)
            body.addRule({ 0, -axis(context), body.width, thickness });
        return body;
    }
    case MathNode::Kind::Phantom: {
        MathBox box;
        box.width = node.keepsWidth ? body.width : 0;
        box.ascent = node.keepsHeight ? body.ascent : 0;
        box.descent = node.keepsHeight ? body.descent : 0;
        return box;
    }
    default: {
        const double middle = body.width / 2;
        const double reach = 0.25 * em(context);
        body.strokes.push_back({ { middle - reach / 2, -axis(context) + reach, middle + reach / 2, -axis(context) - reach }, thickness, QColor() });
        return body;
    }
    }
}
