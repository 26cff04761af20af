// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathbox_p.h"

#include <algorithm>

void MathBox::place(const MathBox &other, QPointF at)
{
    for (MathGlyph glyph : other.glyphs) {
        glyph.at += at;
        glyphs.push_back(glyph);
    }
    for (MathRule rule : other.rules) {
        rule.rect.translate(at);
        rules.push_back(rule);
    }
    for (MathStroke stroke : other.strokes) {
        stroke.line.translate(at);
        strokes.push_back(stroke);
    }
    for (MathWords piece : other.words) {
        piece.at += at;
        words.push_back(piece);
    }
    for (MathWords tag : other.tags) {
        tag.at.ry() += at.y();
        tags.push_back(tag);
    }
    ascent = std::max(ascent, other.ascent - at.y());
    descent = std::max(descent, other.descent + at.y());
}

void MathBox::append(const MathBox &other)
{
    place(other, { width, 0 });
    width += other.width;
    italic = other.italic;
}

void MathBox::addRule(const QRectF &rect)
{
    rules.push_back({ rect, QColor() });
    ascent = std::max(ascent, -rect.top());
    descent = std::max(descent, rect.bottom());
}

void MathBox::paintIn(const QColor &color)
{
    const auto colour = [&color](auto &items) {
        for (auto &item : items) {
            if (!item.color.isValid())
                item.color = color;
        }
    };
    colour(glyphs);
    colour(rules);
    colour(strokes);
    colour(words);
    colour(tags);
}
