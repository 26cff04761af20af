// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "inlinetext.h"

#include "linkpolicy.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

void InlineText::paint(QPainter &painter, const InlineMarks &marks) const
{
    if (!m_theme)
        return;
    const QRectF clip = marks.clip.isEmpty() ? QRectF(0, 0, m_width + 1, m_height) : marks.clip;
    paintChips(painter, clip);
    paintSourceMarks(painter, clip);
    for (const TextRange &range : marks.found) {
        for (const QRectF &rect : rectsOf(range))
            painter.fillRect(rect, m_theme->colors.searchMark);
    }
    if (!marks.selection.isEmpty()) {
        for (const QRectF &rect : rectsOf(marks.selection))
            painter.fillRect(rect, m_theme->colors.selection);
    }
    painter.setPen(m_style.color);
    visitLines(clip.top(), [&](const LineAt &at) {
        if (at.bottom > clip.top()) {
            painter.save();
            if (m_hasTallMarks) {
                const qreal reach = m_style.lineHeight / 3.0;
                painter.setClipRect(QRectF(-m_style.lineHeight, at.top - reach, m_width + 2 * m_style.lineHeight, at.bottom - at.top + 2 * reach), Qt::IntersectClip);
            }
            at.line.draw(&painter, {});
            painter.restore();
            paintFormulas(painter, at);
            if (m_theme->isForPaper)
                paintEmojiForPaper(painter, at);
        }
        return at.bottom < clip.bottom();
    });
}

// A PDF takes no letters that are coloured pictures: they leave a gap, and it is filled with what they look like.
void InlineText::paintEmojiForPaper(QPainter &painter, const LineAt &at) const
{
    if (m_theme->emojiFamilies.isEmpty())
        return;
    for (const QGlyphRun &run : at.line.glyphRuns()) {
        if (!m_theme->emojiFamilies.contains(run.rawFont().familyName()))
            continue;
        const QRect place = run.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1);
        QImage image(place.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter drawing(&image);
        drawing.setRenderHint(QPainter::SmoothPixmapTransform);
        drawing.drawGlyphRun(-place.topLeft(), run);
        drawing.end();
        painter.drawImage(place.topLeft(), image);
    }
}

void InlineText::paintFormulas(QPainter &painter, const LineAt &at) const
{
    const qsizetype lineBegin = at.piece->begin + at.line.textStart();
    for (const Run &run : runsIn(lineBegin, lineBegin + at.line.textLength())) {
        const qsizetype inPiece = run.begin - at.piece->begin;
        if (!run.formula || run.begin < lineBegin)
            continue;
        const qreal a = at.line.cursorToX(int(inPiece));
        const qreal b = at.line.cursorToX(int(inPiece) + 1);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        const bool isLink = run.style & LinkStyle && allowedLink(run.target);
        run.formula->paint(painter, QPointF(qMin(a, b), at.line.y() + at.line.ascent()), isLink ? m_theme->colors.accent : m_style.color,
                           m_theme->colors.codeRemoved);
        painter.restore();
    }
}

void InlineText::paintChips(QPainter &painter, const QRectF &clip) const
{
    const LineAt first = lineAt(clip.top());
    const LineAt last = lineAt(clip.bottom());
    if (!first.piece || !last.piece)
        return;
    const qsizetype begin = first.piece->begin + first.line.textStart();
    const qsizetype end = last.piece->begin + last.line.textStart() + last.line.textLength();
    for (const Run &run : runsIn(begin, end)) {
        if (!isChip(run))
            continue;
        const bool isCode = run.style & CodeStyle;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isCode ? QPen(Qt::NoPen) : QPen(m_theme->colors.hairline));
        painter.setBrush(isCode ? m_theme->colors.userBlock : m_theme->colors.codeBackground);
        const qreal inset = m_theme->scaled(1.5);
        const std::vector<QRectF> parts = shownRects(run.begin, run.begin + run.length);
        for (const QRectF &part : parts) {
            // The room at its end is in the part already.
            const bool isEnd = &part == &parts.back() && chipRoom() > 0;
            const QRectF plate = part.adjusted(-qMax(chipRoom(), 1.4 * inset), inset, isEnd ? 0 : 1.4 * inset, -inset);
            if (plate.intersects(clip))
                painter.drawRoundedRect(plate, m_theme->step, m_theme->step);
        }
        painter.restore();
    }
}

// A small plate behind the number of a source, as high as its digits.
void InlineText::paintSourceMarks(QPainter &painter, const QRectF &clip) const
{
    const QFontMetricsF metrics(sourceMarkFont());
    const qreal padding = m_theme->scaled(2.5);
    for (const Run &run : m_runs) {
        if (!(run.style & CitationStyle))
            continue;
        const LineAt at = lineOf(run.begin);
        if (!at.piece || at.bottom < clip.top() || at.top > clip.bottom())
            continue;
        const qreal baseline = at.line.y() + at.line.ascent();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->colors.userBlock);
        for (const QRectF &rect : shownRects(run.begin, run.begin + run.length)) {
            const QRectF plate(rect.left(), baseline - metrics.capHeight() - padding, rect.width(), metrics.capHeight() + 2 * padding);
            painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
        }
        painter.restore();
    }
}
