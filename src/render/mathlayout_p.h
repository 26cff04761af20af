// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathbox_p.h"
#include "mathformula.h"
#include "mathnode_p.h"

// Lays out lists of nodes as The TeXbook's appendix G does, with the constants of the font's MATH table.
class MathLayout
{
public:
    explicit MathLayout(const MathFormula::Fonts &fonts) : m_fonts(fonts), m_font(fonts.math) {}
    MathBox layout(const MathList &list, MathStyle style);
    // More than a formula of 8 KB should make; what is beyond it is left out.
    bool isOverLimit() const { return m_items > MaximumItems; }

private:
    static constexpr qsizetype MaximumItems = 40'000;

    struct Context
    {
        MathStyle style = MathStyle::Text;
        bool isCramped = false;
        int level() const { return style == MathStyle::ScriptScript ? 2 : style == MathStyle::Script ? 1 : 0; }
        bool isDisplay() const { return style == MathStyle::Displayed; }
        Context script() const { return { style == MathStyle::Displayed || style == MathStyle::Text ? MathStyle::Script : MathStyle::ScriptScript, isCramped }; }
        Context cramped() const { return { style, true }; }
        Context inFraction() const { return { style == MathStyle::Displayed ? MathStyle::Text : script().style, isCramped }; }
        Context with(MathStyle other) const { return { other, isCramped }; }
    };

    double constant(MathConstant which, const Context &context) const { return m_font.constant(which, context.level()); }
    double em(const Context &context) const { return m_font.pixelSize(context.level()); }
    double axis(const Context &context) const { return constant(MathConstant::AxisHeight, context); }

    MathBox row(const MathList &list, Context context);
    MathBox node(const MathNode &node, const Context &context);
    MathBox glyphBox(quint32 glyph, int level) const;
    MathBox character(char32_t character, int level) const;
    MathBox symbol(const MathNode &node, const Context &context) const;
    MathBox words(const QString &text, const Context &context, bool isBold, bool isItalic, bool isSource) const;
    MathBox bigOperator(quint32 glyph, const Context &context) const;

    MathBox scripts(const MathNode &node, const Context &context);
    MathBox limits(const MathBox &base, const MathBox *below, const MathBox *above, const Context &context) const;
    MathBox fraction(const MathNode &node, const Context &context);
    MathBox radical(const MathNode &node, const Context &context);
    MathBox delimited(const MathNode &node, const Context &context);
    MathBox fenced(const QString &left, const MathBox &body, const QString &right, double minimum, const Context &context) const;
    MathBox accent(const MathNode &node, const Context &context);
    MathBox line(const MathNode &node, const Context &context);
    MathBox brace(const MathNode &node, const Context &context);
    MathBox stack(const MathNode &node, const Context &context);
    MathBox arrow(const MathNode &node, const Context &context);
    MathBox table(const MathNode &node, const Context &context);
    MathBox decorated(const MathNode &node, const Context &context);

    // A delimiter of at least this height, centred on the axis; empty text: nothing.
    MathBox delimiter(const QString &text, double height, const Context &context) const;
    MathBox verticalStretch(quint32 glyph, double height, int level) const;
    MathBox horizontalStretch(quint32 glyph, double width, int level) const;
    MathBox assembly(const std::vector<MathFont::Part> &parts, double length, int level, bool isVertical) const;

    MathFormula::Fonts m_fonts;
    MathFont m_font;
    qsizetype m_items = 0;
    bool m_setsTagsApart = false;      // a displayed formula leaves its tags to the column's edge
};
