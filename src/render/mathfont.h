// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRawFont>
#include <QString>

#include <memory>
#include <vector>

// The constants of an OpenType MATH table, in the table's own order (OpenType 1.9, MathConstants).
enum class MathConstant {
    ScriptPercentScaleDown, ScriptScriptPercentScaleDown, DelimitedSubFormulaMinHeight, DisplayOperatorMinHeight, MathLeading, AxisHeight, AccentBaseHeight,
    FlattenedAccentBaseHeight, SubscriptShiftDown, SubscriptTopMax, SubscriptBaselineDropMin, SuperscriptShiftUp, SuperscriptShiftUpCramped, SuperscriptBottomMin,
    SuperscriptBaselineDropMax, SubSuperscriptGapMin, SuperscriptBottomMaxWithSubscript, SpaceAfterScript, UpperLimitGapMin, UpperLimitBaselineRiseMin,
    LowerLimitGapMin, LowerLimitBaselineDropMin, StackTopShiftUp, StackTopDisplayStyleShiftUp, StackBottomShiftDown, StackBottomDisplayStyleShiftDown, StackGapMin,
    StackDisplayStyleGapMin, StretchStackTopShiftUp, StretchStackBottomShiftDown, StretchStackGapAboveMin, StretchStackGapBelowMin, FractionNumeratorShiftUp,
    FractionNumeratorDisplayStyleShiftUp, FractionDenominatorShiftDown, FractionDenominatorDisplayStyleShiftDown, FractionNumeratorGapMin,
    FractionNumDisplayStyleGapMin, FractionRuleThickness, FractionDenominatorGapMin, FractionDenomDisplayStyleGapMin, SkewedFractionHorizontalGap,
    SkewedFractionVerticalGap, OverbarVerticalGap, OverbarRuleThickness, OverbarExtraAscender, UnderbarVerticalGap, UnderbarRuleThickness, UnderbarExtraDescender,
    RadicalVerticalGap, RadicalDisplayStyleVerticalGap, RadicalRuleThickness, RadicalExtraAscender, RadicalKernBeforeDegree, RadicalKernAfterDegree,
    RadicalDegreeBottomRaisePercent
};

// A font with a MATH table at one size, and the same at the sizes of scripts. A value; copies share. Use in the thread
// that made it.
class MathFont
{
public:
    struct Variant { quint32 glyph = 0; double advance = 0; };                  // pixels
    struct Part { quint32 glyph = 0; double startConnector = 0; double endConnector = 0; double advance = 0; bool isExtender = false; };
    struct Construction
    {
        std::vector<Variant> variants;      // growing
        std::vector<Part> parts;            // bottom to top, left to right
    };

    // Invalid.
    MathFont() = default;
    // "Latin Modern Math", else any installed family with a MATH table; an invalid font when there is none (then formulas
    // are shown as their source). The family is looked up once in the process.
    static MathFont load(double pixelSize);
    // For tests: this family alone.
    static MathFont loadFamily(const QString &family, double pixelSize);

    bool isValid() const { return m_face != nullptr; }
    // Level 0: text; 1: scripts; 2: scripts of scripts.
    const QRawFont &rawFont(int level) const;
    double pixelSize(int level) const;
    // In pixels at that level; the percentages as they are.
    double constant(MathConstant constant, int level) const;
    quint32 glyphFor(char32_t character) const;    // 0: none
    double italicCorrection(quint32 glyph, int level) const;
    double accentAttachment(quint32 glyph, int level) const;    // from the glyph's left edge
    Construction vertical(quint32 glyph, int level) const;
    Construction horizontal(quint32 glyph, int level) const;
    double minimumConnectorOverlap(int level) const;

private:
    struct Face;
    explicit MathFont(std::shared_ptr<Face> face) : m_face(std::move(face)) {}
    static MathFont fromRawFont(const QRawFont &font, double pixelSize);
    Construction construction(quint32 glyph, int level, bool isVertical) const;

    std::shared_ptr<Face> m_face;
};
