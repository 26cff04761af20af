// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathformula.h"

#include "mathlayout_p.h"
#include "mathparser_p.h"
#include "mathwords_p.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace {

MathBox sourceBox(const QString &source, const MathFormula::Fonts &fonts)
{
    const QFontMetricsF metrics(fonts.monospace);
    MathBox box;
    const QString line = source.simplified();
    box.width = metrics.horizontalAdvance(line);
    box.ascent = metrics.ascent();
    box.descent = metrics.descent();
    box.words.push_back({ line, 0, QPointF(), false, false, true, QColor() });
    return box;
}

// Relative luminance by WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// A colour of the formula's own, as it can be read: models choose blue, or yellow, without knowing whether the page is dark. Which it is
// shows in the colour of its text.
QColor readable(const QColor &own, const QColor &text)
{
    constexpr double LeastContrast = 3;
    constexpr double DarkPage = 0.012;
    constexpr int Step = 6;
    if (!own.isValid())
        return text;
    const bool isDark = luminance(text) > 0.35;
    const auto contrast = [isDark](const QColor &color) {
        const double shade = luminance(color);
        return isDark ? (shade + 0.05) / (DarkPage + 0.05) : 1.05 / (shade + 0.05);
    };
    QColor color = own;
    for (int lightness = own.lightness(); contrast(color) < LeastContrast && lightness >= 0 && lightness <= 255; lightness += isDark ? Step : -Step)
        color.setHsl(own.hslHue(), own.hslSaturation(), lightness, own.alpha());
    return color;
}

// A rule thinner than a pixel, or between two, would vanish or blur: it gets whole device pixels, one at least.
QRectF onDevicePixels(const QRectF &rect, const QPainter &painter)
{
    const QTransform &toDevice = painter.deviceTransform();
    const QRectF device = toDevice.mapRect(rect);
    const QRectF snapped(qRound(device.left()), qRound(device.top()), std::max(1, qRound(device.width())), std::max(1, qRound(device.height())));
    return toDevice.inverted().mapRect(snapped);
}

}

MathFormula MathFormula::typeset(const QString &source, Style style, const Fonts &fonts)
{
    MathFormula formula;
    formula.m_source = source;
    formula.m_fonts = fonts;
    if (fonts.math.isValid()) {
        const ParsedMath parsed = parseMath(source);
        if (parsed.isWhole) {
            MathLayout layout(fonts);
            MathBox box = layout.layout(parsed.list, style == Style::Displayed ? MathStyle::Displayed : MathStyle::Text);
            if (!layout.isOverLimit()) {
                formula.m_box = std::make_shared<const MathBox>(std::move(box));
                formula.m_isTypeset = true;
                return formula;
            }
        }
    }
    formula.m_box = std::make_shared<const MathBox>(sourceBox(source, fonts));
    return formula;
}

double MathFormula::width() const { return m_box ? m_box->width : 0; }

double MathFormula::tagWidth() const
{
    double widest = 0;
    if (m_box) {
        for (const MathWords &tag : m_box->tags)
            widest = std::max(widest, QFontMetricsF(fontOf(tag)).horizontalAdvance(tag.text));
    }
    return widest;
}

double MathFormula::ascent() const { return m_box ? m_box->ascent : 0; }
double MathFormula::descent() const { return m_box ? m_box->descent : 0; }

bool MathFormula::hasUnknownCommands() const
{
    return m_box && m_isTypeset && std::any_of(m_box->words.begin(), m_box->words.end(), [](const MathWords &words) { return words.isSource && words.text.startsWith(u'\\'); });
}

QFont MathFormula::fontOf(const MathWords &words) const
{
    return m_isTypeset ? mathWordsFont(m_fonts, words) : m_fonts.monospace;
}

void MathFormula::paint(QPainter &painter, QPointF baseline, const QColor &color, const QColor &unknown, double tagsEnd) const
{
    if (!m_box)
        return;
    painter.save();
    // One run for each colour and size of glyphs in a row: drawing glyph by glyph costs several times as much.
    for (size_t i = 0; i < m_box->glyphs.size();) {
        const MathGlyph &first = m_box->glyphs[i];
        QList<quint32> indexes;
        QList<QPointF> positions;
        for (; i < m_box->glyphs.size() && m_box->glyphs[i].level == first.level && m_box->glyphs[i].color == first.color; ++i) {
            indexes.append(m_box->glyphs[i].glyph);
            positions.append(m_box->glyphs[i].at);
        }
        QGlyphRun run;
        run.setRawFont(m_fonts.math.rawFont(first.level));
        run.setGlyphIndexes(indexes);
        run.setPositions(positions);
        painter.setPen(readable(first.color, color));
        painter.drawGlyphRun(baseline, run);
    }
    for (const MathRule &rule : m_box->rules)
        painter.fillRect(onDevicePixels(rule.rect.translated(baseline), painter), readable(rule.color, color));
    for (const MathStroke &stroke : m_box->strokes) {
        painter.setPen(QPen(readable(stroke.color, color), stroke.width));
        painter.drawLine(stroke.line.translated(baseline));
    }
    for (const MathWords &words : m_box->words) {
        const bool isUnknown = words.isSource && m_isTypeset && words.text.startsWith(u'\\');
        painter.setFont(fontOf(words));
        painter.setPen(isUnknown && !words.color.isValid() ? unknown : readable(words.color, color));
        painter.drawText(words.at + baseline, words.text);
    }
    for (const MathWords &tag : m_box->tags) {
        painter.setFont(fontOf(tag));
        painter.setPen(readable(tag.color, color));
        painter.drawText(QPointF(tagsEnd - painter.fontMetrics().horizontalAdvance(tag.text), tag.at.y() + baseline.y()), tag.text);
    }
    painter.restore();
}
