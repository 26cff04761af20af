// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "mathformula.h"

#include "mathbox_p.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace {

// Outlines take some hundred bytes each; a formula that is larger than this is not one that people read.
constexpr qsizetype MostItems = 600;

QString number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString point(const QPointF &at)
{
    return number(at.x()) + u' ' + number(at.y());
}

QString outlineOf(const QPainterPath &path)
{
    QString outline;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo()) {
            outline += (outline.isEmpty() ? QLatin1String("M") : QLatin1String("ZM")) + point(element);
        } else if (element.isLineTo()) {
            outline += u'L' + point(element);
        } else if (i + 2 < path.elementCount()) {
            outline += u'C' + point(element) + u' ' + point(path.elementAt(i + 1)) + u' ' + point(path.elementAt(i + 2));
            i += 2;
        }
    }
    return outline.isEmpty() ? outline : outline + u'Z';
}

// A colour only where the formula asks for one: the page's own else.
QString fill(const QColor &color)
{
    return color.isValid() ? QStringLiteral(" fill=\"%1\"").arg(color.name()) : QString();
}

QString drawn(const QPainterPath &path, const QColor &color)
{
    const QString outline = outlineOf(path);
    return outline.isEmpty() ? QString() : QStringLiteral("<path%1 d=\"%2\"/>").arg(fill(color), outline);
}

}

QString MathFormula::toSvg(double pixelsPerEm) const
{
    if (!m_isTypeset || !m_box || m_box->itemCount() > MostItems)
        return {};
    QString shapes;
    for (const MathGlyph &glyph : m_box->glyphs)
        shapes += drawn(m_fonts.math.rawFont(glyph.level).pathForGlyph(glyph.glyph).translated(glyph.at), glyph.color);
    for (const MathRule &rule : m_box->rules) {
        shapes += QStringLiteral("<rect%1 x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>")
                      .arg(fill(rule.color), number(rule.rect.x()), number(rule.rect.y()), number(rule.rect.width()), number(qMax(0.5, rule.rect.height())));
    }
    for (const MathStroke &stroke : m_box->strokes) {
        shapes += QStringLiteral("<path fill=\"none\" stroke=\"%1\" stroke-width=\"%2\" d=\"M%3L%4\"/>")
                      .arg(stroke.color.isValid() ? stroke.color.name() : QStringLiteral("currentColor"), number(stroke.width), point(stroke.line.p1()), point(stroke.line.p2()));
    }
    double width = m_box->width;
    const auto addWords = [&](const MathWords &words, const QPointF &at) {
        QPainterPath outlines;
        outlines.addText(at, fontOf(words), words.text);
        shapes += drawn(outlines, words.color);
    };
    for (const MathWords &words : m_box->words)
        addWords(words, words.at);
    if (const double tags = tagWidth(); tags > 0) {
        width += 2 * pixelsPerEm + tags;
        for (const MathWords &tag : m_box->tags)
            addWords(tag, QPointF(width - QFontMetricsF(fontOf(tag)).horizontalAdvance(tag.text), tag.at.y()));
    }
    // Letters lean over their boxes by a little.
    constexpr double Room = 1;
    const double top = m_box->ascent + Room;
    const double height = top + m_box->descent + Room;
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" fill=\"currentColor\" style=\"width:%1em;height:%2em;vertical-align:-%3em\" viewBox=\"-1 -%4 %5 %6\">"
                          "<title>%7</title>%8</svg>")
        .arg(number((width + 2 * Room) / pixelsPerEm), number(height / pixelsPerEm), number((m_box->descent + Room) / pixelsPerEm), number(top), number(width + 2 * Room), number(height),
             m_source.toHtmlEscaped(), shapes);
}
