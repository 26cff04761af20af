// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathlayout_p.h"

#include <algorithm>

namespace {

// Whether the scripts of this base stand above and below it.
bool takesLimits(const MathNode &base, bool isDisplay)
{
    return base.hasLimitsAlways || (base.hasLimits && isDisplay);
}

}

MathBox MathLayout::limits(const MathBox &base, const MathBox *below, const MathBox *above, const Context &context) const
{
    MathBox box;
    const double width = std::max({ base.width, below ? below->width : 0, above ? above->width : 0 });
    box.place(base, { (width - base.width) / 2, 0 });
    if (above) {
        const double gap = std::max(constant(MathConstant::UpperLimitGapMin, context), constant(MathConstant::UpperLimitBaselineRiseMin, context) - above->descent);
        box.place(*above, { (width - above->width) / 2 + base.italic / 2, -base.ascent - gap - above->descent });
    }
    if (below) {
        const double gap = std::max(constant(MathConstant::LowerLimitGapMin, context), constant(MathConstant::LowerLimitBaselineDropMin, context) - below->ascent);
        box.place(*below, { (width - below->width) / 2 - base.italic / 2, base.descent + gap + below->ascent });
    }
    box.width = width;
    return box;
}

MathBox MathLayout::scripts(const MathNode &node, const Context &context)
{
    const bool hasSub = !node.parts[1].empty();
    MathBox base = row(node.parts[0], context);
    const Context superContext = context.script();
    const Context subContext = superContext.cramped();
    const MathBox sub = hasSub ? row(node.parts[1], subContext) : MathBox();
    // A font draws primes where they belong: beside the base, as high as a superscript.
    MathList raised = node.parts[2];
    MathBox primes;
    while (!raised.empty() && raised.front().kind == MathNode::Kind::Symbol && raised.front().text == u"′") {
        primes.append(character(U'′', context.level()));
        raised.erase(raised.begin());
    }
    const bool hasSuper = !raised.empty();
    const MathBox super = hasSuper ? row(raised, superContext) : MathBox();

    const MathNode *only = node.parts[0].size() == 1 ? &node.parts[0].front() : nullptr;
    if (only && takesLimits(*only, context.isDisplay())) {
        MathBox operatorBox = limits(base, hasSub ? &sub : nullptr, hasSuper ? &super : nullptr, context);
        operatorBox.append(primes);
        return operatorBox;
    }

    const bool isCharacter = base.singleGlyph != 0 && !(only && only->mathClass == MathClass::Operator);
    double up = 0;
    double down = 0;
    if (hasSuper) {
        up = constant(context.isCramped ? MathConstant::SuperscriptShiftUpCramped : MathConstant::SuperscriptShiftUp, context);
        if (!isCharacter)
            up = std::max(up, base.ascent - constant(MathConstant::SuperscriptBaselineDropMax, context));
        up = std::max(up, super.descent + constant(MathConstant::SuperscriptBottomMin, context));
    }
    if (hasSub) {
        down = constant(MathConstant::SubscriptShiftDown, context);
        if (!isCharacter)
            down = std::max(down, base.descent + constant(MathConstant::SubscriptBaselineDropMin, context));
        down = std::max(down, sub.ascent - constant(MathConstant::SubscriptTopMax, context));
    }
    if (hasSub && hasSuper) {
        const double gap = (up - super.descent) - (sub.ascent - down);
        const double wanted = constant(MathConstant::SubSuperscriptGapMin, context);
        if (gap < wanted) {
            // Push the superscript up as far as the font allows, the rest goes down.
            const double room = std::max(0.0, constant(MathConstant::SuperscriptBottomMaxWithSubscript, context) - (up - super.descent));
            const double lift = std::min(wanted - gap, room);
            up += lift;
            down += wanted - gap - lift;
        }
    }
    MathBox box;
    box.place(base, {});
    box.width = base.width;
    const bool isIntegral = only && only->mathClass == MathClass::Operator;
    // An integral's width holds its lean already: the lower script tucks in.
    const double superX = base.width + (isIntegral ? 0 : base.italic);
    const double subX = base.width - (isIntegral ? base.italic : 0);
    double right = base.width;
    if (primes.width > 0) {
        box.place(primes, { superX, 0 });
        right = superX + primes.width;
    }
    if (hasSuper) {
        const double x = superX + primes.width;
        box.place(super, { x, -up });
        right = std::max(right, x + super.width);
    }
    if (hasSub) {
        box.place(sub, { subX, down });
        right = std::max(right, subX + sub.width);
    }
    box.width = right + constant(MathConstant::SpaceAfterScript, context);
    return box;
}

MathBox MathLayout::accent(const MathNode &node, const Context &context)
{
    const MathBox base = row(node.parts[0], context.cramped());
    const char32_t character = char32_t(node.text.toUcs4().value(0));
    const quint32 glyph = m_font.glyphFor(character);
    if (!glyph)
        return base;
    MathBox mark = node.isWide ? horizontalStretch(glyph, base.width, context.level()) : glyphBox(glyph, context.level());
    MathBox box;
    box.place(base, {});
    box.width = base.width;
    box.singleGlyph = base.singleGlyph;
    const bool isCombining = (character >= 0x300 && character < 0x370) || (character >= 0x20D0 && character < 0x2100);
    if (!isCombining) {   // an arrow or a parenthesis: stands clear of the base
        const double gap = 0.1 * em(context);
        const double x = (base.width - mark.width) / 2;
        box.place(mark, { x, node.isUnder ? base.descent + gap + mark.ascent : -base.ascent - gap - mark.descent });
        return box;
    }
    const double baseAttachment = base.singleGlyph ? m_font.accentAttachment(base.singleGlyph, context.level()) : base.width / 2;
    const double markAttachment = mark.singleGlyph ? m_font.accentAttachment(mark.singleGlyph, context.level()) : mark.width / 2;
    const double lift = std::max(0.0, base.ascent - constant(MathConstant::AccentBaseHeight, context));
    box.place(mark, { baseAttachment - markAttachment, -lift });
    return box;
}

MathBox MathLayout::line(const MathNode &node, const Context &context)
{
    const MathBox base = row(node.parts[0], context.cramped());
    MathBox box;
    box.place(base, {});
    box.width = base.width;
    if (node.isUnder) {
        const double thickness = constant(MathConstant::UnderbarRuleThickness, context);
        box.addRule({ 0, base.descent + constant(MathConstant::UnderbarVerticalGap, context), base.width, thickness });
        box.descent += constant(MathConstant::UnderbarExtraDescender, context);
    } else {
        const double thickness = constant(MathConstant::OverbarRuleThickness, context);
        box.addRule({ 0, -base.ascent - constant(MathConstant::OverbarVerticalGap, context) - thickness, base.width, thickness });
        box.ascent += constant(MathConstant::OverbarExtraAscender, context);
    }
    return box;
}

MathBox MathLayout::brace(const MathNode &node, const Context &context)
{
    const MathBox base = row(node.parts[0], context);
    const quint32 glyph = m_font.glyphFor(char32_t(node.text.toUcs4().value(0)));
    MathBox box;
    box.place(base, {});
    box.width = base.width;
    if (!glyph)
        return box;
    MathBox mark = horizontalStretch(glyph, base.width, context.level());
    // The glyph is drawn where the font puts it over a line; only its ink counts here.
    QRectF ink;
    for (const MathGlyph &piece : mark.glyphs)
        ink |= m_font.rawFont(piece.level).boundingRect(piece.glyph).translated(piece.at);
    mark.ascent = -ink.top();
    mark.descent = ink.bottom();
    const double gap = 0.15 * em(context);
    box.place(mark, { (base.width - mark.width) / 2, node.isUnder ? base.descent + gap - ink.top() : -base.ascent - gap - ink.bottom() });
    return box;
}

MathBox MathLayout::stack(const MathNode &node, const Context &context)
{
    const MathBox base = row(node.parts[0], context);
    const MathBox above = row(node.parts[1], context.script());
    const MathBox below = row(node.parts[2], context.script().cramped());
    MathBox box;
    const double width = std::max({ base.width, above.width, below.width });
    const double gap = 0.12 * em(context);
    box.place(base, { (width - base.width) / 2, 0 });
    if (!node.parts[1].empty())
        box.place(above, { (width - above.width) / 2, -base.ascent - gap - above.descent });
    if (!node.parts[2].empty())
        box.place(below, { (width - below.width) / 2, base.descent + gap + below.ascent });
    box.width = width;
    return box;
}

MathBox MathLayout::arrow(const MathNode &node, const Context &context)
{
    const MathBox above = row(node.parts[0], context.script());
    const MathBox below = row(node.parts[1], context.script().cramped());
    const double pad = 0.35 * em(context);
    const double width = std::max({ above.width, below.width, 1.2 * em(context) }) + 2 * pad;
    const quint32 glyph = m_font.glyphFor(char32_t(node.text.toUcs4().value(0)));
    const MathBox shaft = glyph ? horizontalStretch(glyph, width, context.level()) : words(node.text, context, false, false, false);
    MathBox box;
    box.width = std::max(width, shaft.width);
    box.place(shaft, { (box.width - shaft.width) / 2, 0 });
    const double gap = 0.12 * em(context);
    box.place(above, { (box.width - above.width) / 2, -shaft.ascent - gap - above.descent });
    if (!node.parts[1].empty())
        box.place(below, { (box.width - below.width) / 2, shaft.descent + gap + below.ascent });
    return box;
}
