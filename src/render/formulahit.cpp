// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "formulahit.h"

#include <algorithm>

namespace {

struct Formula { TextRange range; QString source; };

void appendFormulas(const QString &text, std::span<const Inline> inlines, qsizetype begin, std::vector<Formula> &formulas)
{
    for (const Inline &part : inlines) {
        if (part.style & (MathStyle | DisplayMathStyle))
            formulas.push_back({ { begin + part.begin, begin + part.begin + part.length }, text.mid(part.begin, part.length) });
    }
}

std::vector<Formula> formulasOf(const Leaf &leaf)
{
    std::vector<Formula> formulas;
    appendFormulas(leaf.text, leaf.inlines, 0, formulas);
    qsizetype begin = 0;
    for (const std::vector<TableCell> &row : leaf.rows) {
        for (const TableCell &cell : row) {
            appendFormulas(cell.text, cell.inlines, begin, formulas);
            begin += cell.text.size() + 1;
        }
    }
    return formulas;
}

}

QString formulaAt(const MessageLayout &message, const QPointF &point)
{
    const int index = message.leafAt(point);
    if (index < 0)
        return {};
    const Leaf &leaf = message.leaf(index);
    if (leaf.kind == LeafKind::MathBlock)
        return leaf.text;
    const BlockBox &box = message.box(index);
    const QPointF inside = point - box.rect.topLeft();
    for (const Formula &formula : formulasOf(leaf)) {
        const std::vector<QRectF> rects = box.rectsOf(leaf, formula.range);
        if (std::any_of(rects.begin(), rects.end(), [&inside](const QRectF &rect) { return rect.contains(inside); }))
            return formula.source;
    }
    return {};
}
