// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paintcontext.h"
#include "sources.h"
#include "transcripttheme.h"

#include <vector>

class QPainter;

// The sources of an answer, one a line: number, title, host, date. Titles are the model's words and plain. A long list shows its
// first lines until it is unfolded. Coordinates are the row's own.
class SourceList
{
public:
    explicit SourceList(TranscriptThemePointer theme) : m_theme(std::move(theme)) {}

    // Returns the bottom. Nothing is laid out, and `top` comes back, when there are no sources.
    int layOut(const QList<Source> &sources, bool isWhole, int top, qreal left, qreal width);
    // From left to right becomes from right to left, in a row of `rowWidth`.
    void mirror(qreal rowWidth);
    void paint(QPainter &painter, const PaintContext &context) const;

    const QRectF &rect() const { return m_rect; }
    // A line each, then what unfolds the rest or folds it again.
    const std::vector<Hotspot> &hotspots() const { return m_spots; }

private:
    struct Line { QString number, title, about; };

    static Line lineOf(const Source &source);
    void paintLine(QPainter &painter, const Line &line, const Hotspot &spot, const PaintContext &context) const;

    TranscriptThemePointer m_theme;
    QRectF m_rect, m_headingRect;
    std::vector<Line> m_lines;
    std::vector<Hotspot> m_spots;
    bool m_isMirrored = false;
};
