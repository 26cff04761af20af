// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

// A typeset piece of a formula: sizes around its baseline and what is to be drawn, relative to the baseline's left end
// (x to the right, y down).
struct MathGlyph { quint32 glyph; int level; QPointF at; QColor color; };
struct MathRule { QRectF rect; QColor color; };
struct MathStroke { QLineF line; double width; QColor color; };
struct MathWords { QString text; int level; QPointF at; bool isBold; bool isItalic; bool isSource; QColor color; };

struct MathBox
{
    double width = 0;
    double ascent = 0;      // above the baseline
    double descent = 0;     // below it
    double italic = 0;      // how far the last glyph leans over its width
    quint32 singleGlyph = 0;   // when the box is one character: for accents and scripts
    std::vector<MathGlyph> glyphs;
    std::vector<MathRule> rules;
    std::vector<MathStroke> strokes;
    std::vector<MathWords> words;
    std::vector<MathWords> tags;       // at the far end of the line, wherever that is: only their height counts

    double height() const { return ascent + descent; }
    // Draws `other` with its baseline's left end at `at`; grows ascent and descent, not the width.
    void place(const MathBox &other, QPointF at);
    // Behind what is there, on the same baseline.
    void append(const MathBox &other);
    void addRule(const QRectF &rect);
    void paintIn(const QColor &color);     // what has no colour yet
    qsizetype itemCount() const { return qsizetype(glyphs.size() + rules.size() + strokes.size() + words.size()); }
};
