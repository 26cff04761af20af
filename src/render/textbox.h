// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blockbox.h"

// Paragraphs and headings; formulas and HTML as their source.
class TextBox : public BlockBox
{
public:
    TextBox(TranscriptThemePointer theme, LeafKind kind) : BlockBox(std::move(theme)), m_kind(kind) {}

    bool canShow(const Leaf &leaf) const override { return leaf.kind == m_kind; }
    int layOut(const Leaf &leaf, qreal width) override;
    qreal naturalWidth() const override { return m_text.naturalWidth(); }
    void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const override;
    int changedFrom() const override { return m_text.changedFrom(); }
    QString shownText(const Leaf &leaf) const override;
    qsizetype positionAt(const Leaf &leaf, const QPointF &point) const override;
    QRectF caretRect(const Leaf &leaf, qsizetype position) const override;
    std::vector<QRectF> rectsOf(const Leaf &leaf, const TextRange &range) const override;
    qsizetype lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const override;
    std::vector<Hotspot> hotspots(const Leaf &leaf) const override;
    std::vector<int> cutPositions() const override { return m_text.lineBottoms(); }
    qsizetype memoryEstimate() const override { return m_text.memoryEstimate(); }
    void releaseLayouts() override { m_text.releaseLayouts(); }
    int liveLayouts() const override { return m_text.liveLayouts(); }

    // For tests.
    const InlineText &text() const { return m_text; }

private:
    InlineTextStyle styleOf(const Leaf &leaf) const;

    LeafKind m_kind;
    InlineText m_text;
};
