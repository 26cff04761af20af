// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "leafpositions.h"

#include <span>

namespace {

// Inlines whose text is shorter or longer than their source (entities, escapes) are mapped in proportion.
qsizetype scaledInside(qsizetype inside, qsizetype from, qsizetype to)
{
    if (from == to)
        return qMin(inside, to);
    return from == 0 ? 0 : qMin(inside * to / from, to);
}

qsizetype sourceFromInlines(std::span<const Inline> inlines, const SourceRange &around, qsizetype position)
{
    for (const Inline &part : inlines) {
        if (position < part.begin + part.length) {
            return part.source.begin
                + scaledInside(position - part.begin, part.length, part.source.end - part.source.begin);
        }
    }
    return inlines.empty() ? around.begin + qMin(position, around.end - around.begin) : inlines.back().source.end;
}

qsizetype textFromInlines(std::span<const Inline> inlines, const SourceRange &around, qsizetype length, qsizetype offset)
{
    for (const Inline &part : inlines) {
        if (offset < part.source.begin)
            return part.begin;
        if (offset < part.source.end)
            return part.begin + scaledInside(offset - part.source.begin, part.source.end - part.source.begin, part.length);
    }
    return inlines.empty() ? qBound<qsizetype>(0, offset - around.begin, length) : length;
}

// Walks the lines of a leaf that shows its source line by line (code, literal HTML, formulas): a shown line is the end of its
// source line, behind the marks of the containers. A fence's first line shows nothing.
template<typename Visitor>
void visitVerbatimLines(const Leaf &leaf, QStringView source, Visitor &&visit)
{
    const QStringView slice = source.mid(leaf.source.begin, leaf.source.end - leaf.source.begin);
    const QStringView start = slice.trimmed();
    const bool isFenced = leaf.kind == LeafKind::Code && (start.startsWith(u"```") || start.startsWith(u"~~~"));
    qsizetype sourceBegin = 0;
    qsizetype textBegin = 0;
    bool skips = isFenced;
    while (sourceBegin <= slice.size() && textBegin <= leaf.text.size()) {
        qsizetype sourceEnd = slice.indexOf(u'\n', sourceBegin);
        if (sourceEnd < 0)
            sourceEnd = slice.size();
        if (!skips) {
            qsizetype textEnd = leaf.text.indexOf(u'\n', textBegin);
            if (textEnd < 0)
                textEnd = leaf.text.size();
            if (!visit(textBegin, textEnd, leaf.source.begin + sourceBegin, leaf.source.begin + sourceEnd))
                return;
            textBegin = textEnd + 1;
        }
        skips = false;
        sourceBegin = sourceEnd + 1;
    }
}

qsizetype sourceFromVerbatim(const Leaf &leaf, QStringView source, qsizetype position)
{
    qsizetype found = leaf.source.end;
    visitVerbatimLines(leaf, source, [&](qsizetype textBegin, qsizetype textEnd, qsizetype begin, qsizetype end) {
        if (position > textEnd)
            return true;
        found = qMax(begin, end - (textEnd - qMax(position, textBegin)));
        return false;
    });
    return found;
}

qsizetype textFromVerbatim(const Leaf &leaf, QStringView source, qsizetype offset)
{
    qsizetype found = offset <= leaf.source.begin ? 0 : leaf.text.size();
    visitVerbatimLines(leaf, source, [&](qsizetype textBegin, qsizetype textEnd, qsizetype begin, qsizetype end) {
        if (offset > end)
            return true;
        const qsizetype length = textEnd - textBegin;
        const qsizetype shownBegin = qMax(begin, end - length);
        found = textBegin + qBound<qsizetype>(0, offset - shownBegin, length);
        return false;
    });
    return found;
}

bool isVerbatim(const Leaf &leaf)
{
    return leaf.kind == LeafKind::Code || leaf.kind == LeafKind::Html || leaf.kind == LeafKind::MathBlock;
}

SourceRange cellSource(const TableCell &cell, qsizetype fallback)
{
    if (cell.inlines.empty())
        return { fallback, fallback };
    return { cell.inlines.front().source.begin, cell.inlines.back().source.end };
}

qsizetype sourceFromTable(const Leaf &leaf, qsizetype position)
{
    qsizetype begin = 0;
    qsizetype last = leaf.source.begin;
    for (const auto &row : leaf.rows) {
        for (const TableCell &cell : row) {
            const SourceRange around = cellSource(cell, last);
            if (position <= begin + cell.text.size())
                return sourceFromInlines(cell.inlines, around, position - begin);
            begin += cell.text.size() + 1;
            last = around.end;
        }
    }
    return leaf.source.end;
}

qsizetype textFromTable(const Leaf &leaf, qsizetype offset)
{
    qsizetype begin = 0;
    qsizetype last = leaf.source.begin;
    for (const auto &row : leaf.rows) {
        for (const TableCell &cell : row) {
            const SourceRange around = cellSource(cell, last);
            if (offset <= around.end && !cell.inlines.empty())
                return begin + textFromInlines(cell.inlines, around, cell.text.size(), offset);
            begin += cell.text.size() + 1;
            last = around.end;
        }
    }
    return qMax<qsizetype>(0, begin - 1);
}

}

QString leafText(const Leaf &leaf)
{
    if (leaf.kind != LeafKind::Table)
        return leaf.text;
    QString text;
    for (const auto &row : leaf.rows) {
        for (const TableCell &cell : row)
            text += cell.text + u'\t';
        if (!row.empty())
            text.chop(1);
        text += u'\n';
    }
    text.chop(1);
    return text;
}

qsizetype leafTextLength(const Leaf &leaf)
{
    if (leaf.kind != LeafKind::Table)
        return leaf.text.size();
    qsizetype length = 0;
    for (const auto &row : leaf.rows) {
        for (const TableCell &cell : row)
            length += cell.text.size() + 1;
    }
    return qMax<qsizetype>(0, length - 1);
}

qsizetype sourceFromText(const Leaf &leaf, QStringView source, qsizetype position)
{
    if (leaf.kind == LeafKind::Table)
        return sourceFromTable(leaf, position);
    if (isVerbatim(leaf))
        return sourceFromVerbatim(leaf, source, position);
    return sourceFromInlines(leaf.inlines, leaf.source, position);
}

qsizetype textFromSource(const Leaf &leaf, QStringView source, qsizetype offset)
{
    if (leaf.kind == LeafKind::Table)
        return textFromTable(leaf, offset);
    if (isVerbatim(leaf))
        return textFromVerbatim(leaf, source, offset);
    return textFromInlines(leaf.inlines, leaf.source, leaf.text.size(), offset);
}
