// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathlayout_p.h"

#include <algorithm>
#include <cmath>

MathBox MathLayout::fraction(const MathNode &node, const Context &outer)
{
    const Context context = node.setsStyle ? outer.with(node.style) : outer;
    const MathBox top = row(node.parts[0], context.inFraction());
    const MathBox bottom = row(node.parts[1], context.inFraction().cramped());
    const bool isDisplay = context.isDisplay();
    const double thickness = node.isRuleless ? 0 : constant(MathConstant::FractionRuleThickness, context);
    const double middle = axis(context);
    double up = 0;
    double down = 0;
    if (node.isRuleless) {
        up = constant(isDisplay ? MathConstant::StackTopDisplayStyleShiftUp : MathConstant::StackTopShiftUp, context);
        down = constant(isDisplay ? MathConstant::StackBottomDisplayStyleShiftDown : MathConstant::StackBottomShiftDown, context);
        const double wanted = constant(isDisplay ? MathConstant::StackDisplayStyleGapMin : MathConstant::StackGapMin, context);
        const double gap = (up - top.descent) - (bottom.ascent - down);
        if (gap < wanted) {
            up += (wanted - gap) / 2;
            down += (wanted - gap) / 2;
        }
    } else {
        up = constant(isDisplay ? MathConstant::FractionNumeratorDisplayStyleShiftUp : MathConstant::FractionNumeratorShiftUp, context);
        down = constant(isDisplay ? MathConstant::FractionDenominatorDisplayStyleShiftDown : MathConstant::FractionDenominatorShiftDown, context);
        const double above = constant(isDisplay ? MathConstant::FractionNumDisplayStyleGapMin : MathConstant::FractionNumeratorGapMin, context);
        const double below = constant(isDisplay ? MathConstant::FractionDenomDisplayStyleGapMin : MathConstant::FractionDenominatorGapMin, context);
        up = std::max(up, middle + thickness / 2 + above + top.descent);
        down = std::max(down, bottom.ascent + below + thickness / 2 - middle);
    }
    const double pad = 0.1 * em(context);
    MathBox box;
    box.width = std::max(top.width, bottom.width) + 2 * pad;
    box.place(top, { (box.width - top.width) / 2, -up });
    box.place(bottom, { (box.width - bottom.width) / 2, down });
    if (!node.isRuleless)
        box.addRule({ pad / 2, -middle - thickness / 2, box.width - pad, thickness });
    if (node.delimiters.size() == 2)
        return fenced(node.delimiters[0], box, node.delimiters[1], 0, context);
    return box;
}

MathBox MathLayout::radical(const MathNode &node, const Context &context)
{
    const MathBox body = row(node.parts[0], context.cramped());
    const double thickness = constant(MathConstant::RadicalRuleThickness, context);
    double gap = constant(context.isDisplay() ? MathConstant::RadicalDisplayStyleVerticalGap : MathConstant::RadicalVerticalGap, context);
    const quint32 glyph = m_font.glyphFor(U'√');
    if (!glyph)
        return body;
    const MathBox sign = verticalStretch(glyph, body.height() + gap + thickness, context.level());
    // What the sign is taller than needed goes above and below the body alike.
    gap = std::max(gap, (gap + sign.height() - thickness - body.height()) / 2);
    const double top = body.ascent + gap + thickness;

    MathBox box;
    double x = 0;
    if (!node.parts[1].empty()) {
        const MathBox degree = row(node.parts[1], { MathStyle::ScriptScript, true });
        x = std::max(0.0, constant(MathConstant::RadicalKernBeforeDegree, context));
        const double bottom = sign.height() - top;
        const double raise = m_font.constant(MathConstant::RadicalDegreeBottomRaisePercent, 0) / 100 * sign.height();
        box.place(degree, { x, -(raise - bottom) - degree.descent });
        x = std::max(0.0, x + degree.width + constant(MathConstant::RadicalKernAfterDegree, context));
    }
    // The sign's upper edge meets the rule's.
    box.place(sign, { x, -top + sign.ascent });
    x += sign.width;
    box.addRule({ x, -top, body.width + 0.05 * em(context), thickness });
    box.place(body, { x, 0 });
    box.width = x + body.width + 0.05 * em(context);
    box.ascent = std::max(box.ascent, top + constant(MathConstant::RadicalExtraAscender, context));
    return box;
}

MathBox MathLayout::fenced(const QString &left, const MathBox &body, const QString &right, double minimum, const Context &context) const
{
    const double middle = axis(context);
    const double reach = std::max(body.ascent - middle, body.descent + middle);
    // The TeXbook: at least 901 of 1000 of the height, and no more than five points short.
    const double height = std::max({ 2 * reach * 0.901, 2 * reach - 0.5 * em(context), minimum });
    MathBox box;
    box.append(delimiter(left, height, context));
    box.append(body);
    box.append(delimiter(right, height, context));
    box.italic = 0;
    return box;
}

MathBox MathLayout::delimited(const MathNode &node, const Context &context)
{
    std::vector<MathBox> bodies;
    double reach = 0;
    for (const MathList &part : node.parts) {
        bodies.push_back(row(part, context));
        reach = std::max({ reach, bodies.back().ascent - axis(context), bodies.back().descent + axis(context) });
    }
    const double height = std::max(2 * reach * 0.901, 2 * reach - 0.5 * em(context));
    MathBox box;
    for (size_t i = 0; i < bodies.size(); ++i) {
        box.append(delimiter(node.delimiters[i], height, context));
        if (i > 0)
            box.width += 0.15 * em(context);
        box.append(bodies[i]);
        if (i + 1 < bodies.size())
            box.width += 0.15 * em(context);
    }
    box.append(delimiter(node.delimiters.back(), height, context));
    box.italic = 0;
    return box;
}

MathBox MathLayout::delimiter(const QString &text, double height, const Context &context) const
{
    MathBox box;
    if (text.isEmpty()) {
        box.width = 0.12 * em(context);      // TeX's \nulldelimiterspace
        return box;
    }
    const quint32 glyph = m_font.glyphFor(char32_t(text.toUcs4().first()));
    if (!glyph)
        return words(text, context, false, false, false);
    const MathBox grown = verticalStretch(glyph, height, context.level());
    const double shift = (grown.ascent - grown.descent) / 2 - axis(context);
    box.ascent = grown.ascent - shift;
    box.descent = grown.descent + shift;
    box.place(grown, { 0, shift });
    box.width = grown.width;
    return box;
}

// The smallest variant that is high enough, else pieces put together.
MathBox MathLayout::verticalStretch(quint32 glyph, double height, int level) const
{
    MathBox plain = glyphBox(glyph, level);
    if (plain.height() >= height)
        return plain;
    const MathFont::Construction construction = m_font.vertical(glyph, level);
    for (const MathFont::Variant &variant : construction.variants) {
        if (variant.advance >= height)
            return glyphBox(variant.glyph, level);
    }
    if (!construction.parts.empty())
        return assembly(construction.parts, height, level, true);
    return construction.variants.empty() ? plain : glyphBox(construction.variants.back().glyph, level);
}

MathBox MathLayout::horizontalStretch(quint32 glyph, double width, int level) const
{
    const MathFont::Construction construction = m_font.horizontal(glyph, level);
    if (!construction.parts.empty()) {
        double rigid = 0;
        for (const MathFont::Part &part : construction.parts)
            rigid += part.isExtender ? 0 : part.advance;
        if (width > rigid)
            return assembly(construction.parts, width, level, false);
    }
    // An accent must not be wider than what it stands on.
    MathBox best = glyphBox(glyph, level);
    for (const MathFont::Variant &variant : construction.variants) {
        if (variant.advance > width)
            break;
        best = glyphBox(variant.glyph, level);
    }
    return best;
}

// Joins parts bottom to top (or left to right): as few extenders as reach the length, and then joints as deep as they may be, so that
// the whole is hardly longer than wanted.
MathBox MathLayout::assembly(const std::vector<MathFont::Part> &parts, double length, int level, bool isVertical) const
{
    constexpr int MaximumRepeats = 200;
    const double overlap = m_font.minimumConnectorOverlap(level);
    double rigid = overlap;       // the first part overlaps nothing
    double extender = 0;
    for (const MathFont::Part &part : parts)
        (part.isExtender ? extender : rigid) += part.advance - overlap;
    const double missing = length - rigid;
    const int repeats = extender > 0 && missing > 0 ? std::min(MaximumRepeats, int(std::ceil(missing / extender))) : 0;

    std::vector<const MathFont::Part *> pieces;
    for (const MathFont::Part &part : parts)
        pieces.insert(pieces.end(), part.isExtender ? size_t(repeats) : 1, &part);
    const double excess = std::max(0.0, rigid + repeats * extender - length);
    const double perJoint = pieces.size() > 1 ? excess / double(pieces.size() - 1) : 0;

    MathBox box;
    double position = 0;      // from the bottom up, or from the left
    for (size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0) {
            const double deepest = std::min(pieces[i - 1]->endConnector, pieces[i]->startConnector);
            position -= std::clamp(overlap + perJoint, overlap, std::max(overlap, deepest));
        }
        const MathBox piece = glyphBox(pieces[i]->glyph, level);
        if (isVertical)
            box.place(piece, { 0, -position - piece.descent });
        else
            box.place(piece, { position, 0 });
        box.width = isVertical ? std::max(box.width, piece.width) : box.width;
        position += pieces[i]->advance;
    }
    if (isVertical) {
        box.ascent = position;
        box.descent = 0;
    } else {
        box.width = position;
    }
    return box;
}
