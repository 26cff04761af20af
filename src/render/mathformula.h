// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mathfont.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QSizeF>
#include <QString>

#include <memory>

struct MathBox;
struct MathWords;

// A formula, typeset. A value; copies share. Total: every source gives something to show. What is not known stands in the
// formula as it was written; a formula above the limits, or without a math font, is its own source in monospace.
class MathFormula
{
public:
    enum class Style { InText, Displayed };   // not Display: X11 has a type of that name
    struct Fonts
    {
        MathFont math;         // invalid: show sources
        QFont text;            // for \text and for characters the math font lacks; its pixel size is the formula's
        QFont monospace;       // for sources
    };
    // `source` is TeX without its delimiters.
    static MathFormula typeset(const QString &source, Style style, const Fonts &fonts);

    double width() const;          // without tags that stand apart
    double tagWidth() const;       // of the widest tag of a displayed formula; 0: none. In text a tag is part of the formula
    double ascent() const;         // above the baseline
    double descent() const;
    const QString &source() const { return m_source; }
    bool isTypeset() const { return m_isTypeset; }        // false: the source is shown
    bool hasUnknownCommands() const;
    // `baseline` is the left end of the baseline. `unknown` colours commands that are not known. Tags end at x `tagsEnd`.
    // Outlines for a page, in the page's own colour, its source as title; an em of the text around it has so many of the formula's pixels.
    // Empty for what is not typeset or too large.
    QString toSvg(double pixelsPerEm) const;
    void paint(QPainter &painter, QPointF baseline, const QColor &color, const QColor &unknown, double tagsEnd = 0) const;

private:
    QFont fontOf(const MathWords &words) const;

    QString m_source;
    Fonts m_fonts;
    std::shared_ptr<const MathBox> m_box;
    bool m_isTypeset = false;
};
