// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blockbox.h"

// A line across the column.
class RuleBox : public BlockBox
{
public:
    using BlockBox::BlockBox;

    bool canShow(const Leaf &leaf) const override { return leaf.kind == LeafKind::Rule; }
    int layOut(const Leaf &leaf, qreal width) override;
    void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const override;
    QString shownText(const Leaf &) const override { return {}; }
    qsizetype positionAt(const Leaf &, const QPointF &) const override { return 0; }
    QRectF caretRect(const Leaf &leaf, qsizetype position) const override;
    std::vector<QRectF> rectsOf(const Leaf &, const TextRange &) const override { return {}; }
    qsizetype lineEdge(const Leaf &, qsizetype position, bool) const override { return position; }
    bool isOnText(const QPointF &) const override { return false; }
    qsizetype memoryEstimate() const override { return qsizetype(sizeof(RuleBox)); }
    int liveLayouts() const override { return 0; }

private:
    qreal m_width = 0;
};
