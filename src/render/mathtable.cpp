// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT

#include "mathlayout_p.h"

#include <algorithm>

namespace {

MathTable::Align alignmentOf(const MathTable &table, size_t column)
{
    if (table.joinsPairs)
        return column % 2 == 0 ? MathTable::Align::Right : MathTable::Align::Left;
    return table.columns[std::min(column, table.columns.size() - 1)];
}

double offsetIn(double room, double width, MathTable::Align align)
{
    return align == MathTable::Align::Left ? 0 : align == MathTable::Align::Right ? room - width : (room - width) / 2;
}

}

MathBox MathLayout::table(const MathNode &node, const Context &outer)
{
    const MathTable &table = node.table;
    Context context = outer;
    if (table.isSmall)
        context = outer.script();
    else if (table.isDisplay)
        context = outer.with(MathStyle::Displayed);
    else if (outer.isDisplay())
        context = outer.with(MathStyle::Text);

    std::vector<std::vector<MathBox>> cells;
    std::vector<double> widths;
    for (const std::vector<MathList> &row : table.rows) {
        cells.emplace_back();
        for (size_t column = 0; column < row.size(); ++column) {
            // After the & of a relation the relation keeps its space: an empty ordinary atom stands before it.
            const bool isRelationSide = table.joinsPairs && column % 2 == 1;
            MathList list = row[column];
            if (isRelationSide) {
                MathNode empty;
                empty.kind = MathNode::Kind::Group;
                empty.parts.emplace_back();
                list.insert(list.begin(), empty);
            }
            cells.back().push_back(this->row(list, context));
            widths.resize(std::max(widths.size(), column + 1));
            widths[column] = std::max(widths[column], cells.back().back().width);
        }
    }

    const double size = em(context);
    const double lineAscent = 0.84 * size;       // TeX's \strut: .7 and .3 of the line distance
    const double lineDescent = 0.36 * size;
    const double gap = table.columnGap * size;
    const double thickness = constant(MathConstant::FractionRuleThickness, context);
    std::vector<double> lefts;
    double x = 0;
    for (size_t column = 0; column < widths.size(); ++column) {
        if (column > 0)
            x += table.joinsPairs ? (column % 2 == 1 ? 0 : 2 * size) : gap;
        lefts.push_back(x);
        x += widths[column];
    }
    const double width = x;

    MathBox body;
    double y = 0;
    std::vector<double> tops;
    for (const std::vector<MathBox> &row : cells) {
        double ascent = lineAscent;
        double descent = lineDescent;
        for (const MathBox &cell : row) {
            ascent = std::max(ascent, cell.ascent + 0.1 * size);
            descent = std::max(descent, cell.descent + 0.1 * size);
        }
        tops.push_back(y);
        y += ascent;
        for (size_t column = 0; column < row.size(); ++column)
            body.place(row[column], { lefts[column] + offsetIn(widths[column], row[column].width, alignmentOf(table, column)), y });
        y += descent + table.rowGap * size;
    }
    y -= cells.empty() ? 0 : table.rowGap * size;
    // Beside upright rules the others reach as far as those stand out.
    const double reach = table.verticalRules.empty() ? 0 : gap / 2 + thickness / 2;
    for (const int row : table.horizontalRules)
        body.rules.push_back({ { -reach, row < int(tops.size()) ? tops[size_t(row)] : y, width + 2 * reach, thickness }, QColor() });
    for (const int column : table.verticalRules) {
        const double at = column <= 0 ? -gap / 2 : size_t(column) < lefts.size() ? lefts[size_t(column)] - gap / 2 : width + gap / 2;
        body.rules.push_back({ { at - thickness / 2, 0, thickness, y }, QColor() });
    }

    // The middle of the table stands on the axis.
    const double up = y / 2 + axis(outer);
    MathBox box;
    body.ascent = 0;
    body.descent = 0;
    const bool hasOuterRule = !table.verticalRules.empty();
    box.place(body, { hasOuterRule ? gap / 2 : 0, -up });
    box.width = width + (hasOuterRule ? gap : 0);
    box.ascent = up;
    box.descent = y - up;
    return box;
}
