// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tablebox.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr qreal noLimit = 100000;
// Columns grow in steps, so that a slightly wider cell does not move the whole table while it streams.
constexpr int widthStep = 8;

// As its first words are.
bool isFromRightToLeft(const Leaf &leaf)
{
    for (const TableCell &cell : leaf.rows.empty() ? std::vector<TableCell>() : leaf.rows.front()) {
        if (!cell.text.isEmpty())
            return cell.text.isRightToLeft();
    }
    return false;
}

}

bool TableBox::canShow(const Leaf &leaf) const
{
    return leaf.kind == LeafKind::Table
        && (m_sourceBegin < 0 || (m_sourceBegin == leaf.source.begin && m_natural.size() == leaf.columns.size()));
}

int TableBox::layOut(const Leaf &leaf, qreal width)
{
    m_sourceBegin = leaf.source.begin;
    m_alignments = leaf.columns;
    m_isMirrored = isFromRightToLeft(leaf);
    m_natural.resize(leaf.columns.size(), 0);

    // Only the last rows can have changed: the one that was being written, and the one that was only tried.
    const size_t kept = qMin(m_rows.size() - qMin<size_t>(m_rows.size(), 2), leaf.rows.size());
    m_rows.resize(kept);
    qsizetype begin = 0;
    if (kept > 0)
        begin = m_rows.back().cells.empty() ? 0 : m_rows.back().cells.back().begin + m_rows.back().cells.back().length + 1;
    for (size_t row = kept; row < leaf.rows.size(); ++row) {
        measureRow(leaf, row, begin);
        for (const TableCell &cell : leaf.rows[row])
            begin += cell.text.size() + 1;
    }

    std::vector<int> columns = fittedColumns(width);
    const bool isMoved = columns != m_columns;
    m_columns = std::move(columns);
    m_width = width;
    int top = !isMoved && kept > 0 ? m_rows[kept - 1].top + m_rows[kept - 1].height : 0;
    for (size_t row = isMoved ? 0 : kept; row < m_rows.size(); ++row) {
        placeRow(m_rows[row], top);
        top += m_rows[row].height;
    }
    m_height = top + (sidewaysRange() > 0 ? theme().steps(2) : 0);
    clampSideways();
    return m_height;
}

void TableBox::measureRow(const Leaf &leaf, size_t rowIndex, qsizetype begin)
{
    ++m_measuredRows;
    InlineTextStyle style { theme().text, theme().lineHeight, theme().colors.text };
    style.font.setBold(rowIndex == 0);
    Row row;
    for (const TableCell &cell : leaf.rows[rowIndex]) {
        Cell made;
        made.text.setContent(cell.text, cell.inlines, style, sharedTheme());
        made.text.layOut(noLimit);
        made.natural = made.text.naturalWidth();
        made.begin = begin;
        made.length = cell.text.size();
        begin += made.length + 1;
        const size_t column = row.cells.size();
        if (column < m_natural.size()) {
            const int wanted = (int(std::ceil(made.natural)) + widthStep) / widthStep * widthStep;
            m_natural[column] = qMax(m_natural[column], wanted);
        }
        row.cells.push_back(std::move(made));
    }
    m_rows.push_back(std::move(row));
}

std::vector<int> TableBox::fittedColumns(qreal width) const
{
    const int gaps = gap() * qMax(0, int(m_natural.size()) - 1);
    const int room = qMax(0, int(width) - gaps);
    const int wanted = std::accumulate(m_natural.begin(), m_natural.end(), 0);
    if (wanted <= room)
        return m_natural;
    const int narrowest = qRound(theme().scaled(88));
    const int widest = qRound(theme().scaled(280));
    std::vector<int> columns;
    int least = 0;
    for (const int natural : m_natural)
        least += qMin(natural, narrowest);
    for (const int natural : m_natural) {
        const int minimum = qMin(natural, narrowest);
        if (least >= room)
            columns.push_back(qMin(natural, widest));
        else
            columns.push_back(minimum + int(qint64(natural - minimum) * (room - least) / qMax(1, wanted - least)));
    }
    return columns;
}

void TableBox::placeRow(Row &row, int top)
{
    int height = theme().lineHeight;
    for (size_t column = 0; column < row.cells.size() && column < m_columns.size(); ++column)
        height = qMax(height, row.cells[column].text.layOut(m_columns[column]));
    row.top = top;
    row.height = height + theme().steps(2) + 1;
}

qreal TableBox::columnLeft(size_t column) const
{
    const auto first = m_columns.begin();
    const auto here = first + qMin<qsizetype>(qsizetype(column), qsizetype(m_columns.size()));
    const qreal before = std::accumulate(first, here, 0) + qreal(gap()) * qreal(column);
    if (!m_isMirrored || here == m_columns.end())
        return before;
    return qMax(m_width, wholeWidth()) - before - *here;
}

qreal TableBox::wholeWidth() const
{
    return std::accumulate(m_columns.begin(), m_columns.end(), 0) + qreal(gap()) * qMax<qreal>(0, qreal(m_columns.size()) - 1);
}

qreal TableBox::sidewaysRange() const
{
    if (m_columns.empty())
        return 0;
    return qMax<qreal>(0, wholeWidth() - m_width);
}

ColumnAlignment TableBox::alignment(size_t column) const
{
    return column < m_alignments.size() ? m_alignments[column] : ColumnAlignment::None;
}

QPointF TableBox::textOrigin(const CellPlace &place) const
{
    const qreal room = qMax<qreal>(0, m_columns[place.column] - place.cell->text.naturalWidth());
    // Text from right to left stands at the right already.
    const bool isAtRight = place.cell->text.isRightToLeft();
    qreal shift = 0;
    if (alignment(place.column) == ColumnAlignment::Right)
        shift = isAtRight ? 0 : room;
    else if (alignment(place.column) == ColumnAlignment::Center)
        shift = isAtRight ? -room / 2 : room / 2;
    else if (alignment(place.column) == ColumnAlignment::Left)
        shift = isAtRight ? -room : 0;
    else
        shift = m_isMirrored && !isAtRight ? room : 0;
    return { columnLeft(place.column) - sidewaysPosition() + std::floor(shift), qreal(place.row->top + theme().step) };
}

template<typename Visitor>
void TableBox::visitCells(Visitor &&visit) const
{
    for (const Row &row : m_rows) {
        for (size_t column = 0; column < row.cells.size() && column < m_columns.size(); ++column)
            visit(CellPlace { &row, &row.cells[column], column });
    }
}

void TableBox::paint(QPainter &painter, const Leaf &, const BoxMarks &marks) const
{
    painter.save();
    painter.setClipRect(QRectF(-1, 0, m_width + 2, m_height), Qt::IntersectClip);
    const qreal ruled = qMin(m_width, wholeWidth());
    const qreal left = m_isMirrored ? m_width - ruled : 0;
    for (const Row &row : m_rows) {
        if (row.top > marks.clip.bottom())
            break;
        if (row.top + row.height < marks.clip.top())
            continue;
        painter.fillRect(QRectF(left, row.top + row.height - 1, ruled, 1), theme().colors.hairline);
        for (size_t column = 0; column < row.cells.size() && column < m_columns.size(); ++column) {
            const Cell &cell = row.cells[column];
            const auto inside = [&cell](const TextRange &range) {
                return TextRange { qMax(range.begin, cell.begin) - cell.begin,
                                   qMin(range.end, cell.begin + cell.length) - cell.begin };
            };
            std::vector<TextRange> found;
            for (const TextRange &range : marks.found) {
                if (!inside(range).isEmpty())
                    found.push_back(inside(range));
            }
            const QPointF origin = textOrigin({ &row, &cell, column });
            painter.translate(origin);
            cell.text.paint(painter, { .selection = inside(marks.selection), .found = found, .clip = {} });
            painter.translate(-origin);
        }
    }
    paintSidewaysBar(painter, QRectF(0, 0, m_width, m_height));
    painter.restore();
}

QString TableBox::shownText(const Leaf &) const
{
    QString text;
    for (const Row &row : m_rows) {
        for (const Cell &cell : row.cells)
            text += cell.text.shownText() + u'\t';
        if (text.endsWith(u'\t'))
            text.chop(1);
        text += u'\n';
    }
    text.chop(1);
    text.replace(QChar::LineSeparator, u' ');
    return text;
}

TableBox::CellPlace TableBox::placeAt(const QPointF &point) const
{
    CellPlace found;
    for (const Row &row : m_rows) {
        if (row.cells.empty())
            continue;
        if (found.row && row.top > point.y())
            break;
        found = { &row, &row.cells.front(), 0 };
    }
    if (!found.row)
        return found;
    for (size_t column = 1; column < found.row->cells.size() && column < m_columns.size(); ++column) {
        const qreal begin = m_isMirrored ? columnLeft(column) + m_columns[column] + gap() / 2.0 : columnLeft(column) - gap() / 2.0;
        const qreal x = point.x() + sidewaysPosition();
        if (m_isMirrored ? x <= begin : x >= begin)
            found = { found.row, &found.row->cells[column], column };
    }
    return found;
}

TableBox::CellPlace TableBox::placeOf(qsizetype position) const
{
    CellPlace found;
    visitCells([&](const CellPlace &place) {
        if (!found.cell || place.cell->begin <= position)
            found = place;
    });
    return found;
}

qsizetype TableBox::positionAt(const Leaf &, const QPointF &point) const
{
    const CellPlace place = placeAt(point);
    if (!place.cell || m_columns.empty())
        return 0;
    return place.cell->begin + qMin(place.cell->length, place.cell->text.positionAt(point - textOrigin(place)));
}

QRectF TableBox::caretRect(const Leaf &, qsizetype position) const
{
    const CellPlace place = placeOf(position);
    if (!place.cell || m_columns.empty())
        return QRectF(0, 0, 1, theme().lineHeight);
    return place.cell->text.caretRect(position - place.cell->begin).translated(textOrigin(place));
}

std::vector<QRectF> TableBox::rectsOf(const Leaf &, const TextRange &range) const
{
    std::vector<QRectF> rects;
    visitCells([&](const CellPlace &place) {
        const Cell &cell = *place.cell;
        const TextRange inside { qMax(range.begin, cell.begin) - cell.begin,
                                 qMin(range.end, cell.begin + cell.length) - cell.begin };
        if (inside.isEmpty())
            return;
        for (const QRectF &part : cell.text.rectsOf(inside))
            rects.push_back(part.translated(textOrigin(place)));
    });
    return rects;
}

qsizetype TableBox::lineEdge(const Leaf &, qsizetype position, bool atEnd) const
{
    const CellPlace place = placeOf(position);
    if (!place.cell)
        return position;
    return place.cell->begin + place.cell->text.lineEdge(position - place.cell->begin, atEnd);
}

std::vector<Hotspot> TableBox::hotspots(const Leaf &) const
{
    std::vector<Hotspot> spots;
    visitCells([&](const CellPlace &place) {
        for (const InlineText::Target &target : place.cell->text.targets()) {
            for (const QRectF &part : place.cell->text.rectsOf(target.range)) {
                spots.push_back({ .kind = target.isImage ? Hotspot::Kind::Picture : Hotspot::Kind::Link,
                                  .rect = part.translated(textOrigin(place)), .value = target.address,
                                  .label = place.cell->text.shownText(),
                                  .place = QString::number(place.cell->begin + target.range.begin) });
            }
        }
    });
    return spots;
}

qsizetype TableBox::memoryEstimate() const
{
    qsizetype bytes = 0;
    for (const Row &row : m_rows) {
        for (const Cell &cell : row.cells)
            bytes += cell.text.memoryEstimate();
    }
    return bytes;
}

int TableBox::liveLayouts() const
{
    return std::accumulate(m_rows.begin(), m_rows.end(), 0,
                           [](int sum, const Row &row) { return sum + int(row.cells.size()); });
}
