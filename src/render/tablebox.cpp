// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "tablebox.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr qreal noLimit = 100000;
// Columns grow in steps, so that a slightly wider cell does not move the whole table while it streams.
constexpr int widthStep = 8;

// The header decides: it is there first, and does not change while rows come in.
bool isWrittenFromTheRight(const Leaf &leaf)
{
    int difference = 0;
    if (leaf.rows.empty())
        return false;
    for (const TableCell &cell : leaf.rows.front()) {
        for (const QChar c : cell.text) {
            const QChar::Direction direction = c.direction();
            difference += direction == QChar::DirR || direction == QChar::DirAL ? 1 : 0;
            difference -= direction == QChar::DirL ? 1 : 0;
        }
    }
    return difference > 0;
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
    m_isMirrored = isWrittenFromTheRight(leaf);
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
    placeColumns();
    int top = !isMoved && kept > 0 ? m_rows[kept - 1].top + m_rows[kept - 1].height : 0;
    for (size_t row = isMoved ? 0 : kept; row < m_rows.size(); ++row) {
        placeRow(m_rows[row], top);
        top += m_rows[row].height;
    }
    m_height = top + (sidewaysRange() > 0 ? sidewaysBarHeight() : 0);
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

void TableBox::placeColumns()
{
    const int gaps = gap() * qMax(0, int(m_columns.size()) - 1);
    m_contentWidth = std::accumulate(m_columns.begin(), m_columns.end(), gaps);
    m_lefts.clear();
    qreal left = 0;
    for (const int column : m_columns) {
        m_lefts.push_back(m_isMirrored ? qMax(m_width, m_contentWidth) - left - column : left);
        left += column + gap();
    }
}

// Where the header is painted: at the viewport's top, as long as a row can be seen beneath it.
qreal TableBox::headerTop() const
{
    if (stickyHeight() == 0)
        return 0;
    const Row &last = m_rows.back();
    return qBound<qreal>(0, m_viewportTop, qMax(0, last.top - m_rows.front().height));
}

bool TableBox::isCovered(const QPointF &point) const
{
    const qreal top = headerTop();
    return top > 0 && point.y() >= top && point.y() < top + stickyHeight();
}

// Between rows; inside one that is long, where no line of any of its cells is cut.
std::vector<int> TableBox::cutPositions() const
{
    std::vector<int> positions;
    for (const Row &row : m_rows) {
        std::vector<std::vector<int>> bottoms;
        for (const Cell &cell : row.cells)
            bottoms.push_back(cell.text.lineBottoms());
        const auto cutsNothing = [](int y) {
            return [y](const std::vector<int> &lines) { return lines.empty() || y >= lines.back() || std::binary_search(lines.begin(), lines.end(), y); };
        };
        std::vector<int> inside;
        for (const std::vector<int> &lines : bottoms) {
            std::copy_if(lines.begin(), lines.end(), std::back_inserter(inside),
                         [&](int y) { return std::all_of(bottoms.begin(), bottoms.end(), cutsNothing(y)); });
        }
        std::sort(inside.begin(), inside.end());
        inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
        // Behind the last line comes the row's own end.
        if (!inside.empty())
            inside.pop_back();
        for (const int y : inside)
            positions.push_back(row.top + theme().step + y);
        positions.push_back(row.top + row.height);
    }
    if (!positions.empty())
        positions.pop_back();
    return positions;
}

ColumnAlignment TableBox::alignment(size_t column) const
{
    return column < m_alignments.size() ? m_alignments[column] : ColumnAlignment::None;
}

QPointF TableBox::textOrigin(const CellPlace &place) const
{
    const InlineText &text = place.cell->text;
    const qreal room = qMax<qreal>(0, m_columns[place.column] - text.naturalWidth());
    qreal shift = m_isMirrored || text.isRightToLeft() ? room : 0;
    if (alignment(place.column) == ColumnAlignment::Left)
        shift = 0;
    else if (alignment(place.column) == ColumnAlignment::Right)
        shift = room;
    else if (alignment(place.column) == ColumnAlignment::Center)
        shift = room / 2;
    // Lines from right to left stand at the column's right end by themselves.
    if (text.isRightToLeft())
        shift -= room;
    return { columnLeft(place.column) + std::floor(shift), qreal(place.row->top + theme().step) };
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
    m_viewportTop = marks.context ? marks.viewportTop : 0;
    painter.save();
    painter.setClipRect(QRectF(-1, 0, m_width + 2, m_height), Qt::IntersectClip);
    for (const Row &row : m_rows) {
        if (row.top > marks.clip.bottom())
            break;
        if (row.top + row.height >= marks.clip.top())
            paintRow(painter, row, marks);
    }
    if (const qreal top = headerTop(); top > 0) {
        BoxMarks below = marks;
        below.clip.translate(0, -top);
        painter.translate(0, top);
        painter.fillRect(QRectF(-1, 0, m_width + 2, stickyHeight()), theme().colors.page);
        paintRow(painter, m_rows.front(), below);
        painter.translate(0, -top);
    }
    paintSidewaysBar(painter, marks);
    painter.restore();
}

void TableBox::paintRow(QPainter &painter, const Row &row, const BoxMarks &marks) const
{
    const qreal width = qMin(m_width, m_contentWidth);
    painter.fillRect(QRectF(m_isMirrored ? m_width - width : 0, row.top + row.height - 1, width, 1), theme().colors.hairline);
    for (size_t column = 0; column < row.cells.size() && column < m_columns.size(); ++column)
        paintCell(painter, { &row, &row.cells[column], column }, marks);
}

void TableBox::paintCell(QPainter &painter, const CellPlace &place, const BoxMarks &marks) const
{
    const Cell &cell = *place.cell;
    const auto inside = [&cell](const TextRange &range) {
        return TextRange { qMax(range.begin, cell.begin) - cell.begin, qMin(range.end, cell.begin + cell.length) - cell.begin };
    };
    std::vector<TextRange> found;
    for (const TextRange &range : marks.found) {
        if (!inside(range).isEmpty())
            found.push_back(inside(range));
    }
    const QPointF origin = textOrigin(place);
    painter.translate(origin);
    // What is behind the edge of a page must not stand in a PDF unseen.
    cell.text.paint(painter, { .selection = inside(marks.selection), .found = found, .clip = marks.clip.translated(-origin) });
    painter.translate(-origin);
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
        if (found.row && (row.top > point.y() || isCovered(point)))
            break;
        found = { &row, &row.cells.front(), 0 };
    }
    if (!found.row)
        return found;
    qreal nearest = noLimit;
    for (size_t column = 0; column < found.row->cells.size() && column < m_columns.size(); ++column) {
        const qreal left = columnLeft(column);
        const qreal distance = qMax(left - point.x(), point.x() - left - m_columns[column]);
        if (distance < nearest) {
            nearest = distance;
            found = { found.row, &found.row->cells[column], column };
        }
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
    const QPointF inRow = isCovered(point) ? point - QPointF(0, headerTop()) : point;
    return place.cell->begin + qMin(place.cell->length, place.cell->text.positionAt(inRow - textOrigin(place)));
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
    std::vector<Hotspot> spots { { .kind = Hotspot::Kind::Table, .rect = QRectF(0, 0, m_width, m_height), .value = {},
                                   .label = QCoreApplication::translate("TableBox", "Table, %n row(s)", nullptr, int(m_rows.size())),
                                   .place = {} } };
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

void TableBox::releaseLayouts()
{
    for (Row &row : m_rows) {
        for (Cell &cell : row.cells)
            cell.text.releaseLayouts();
    }
}

int TableBox::liveLayouts() const
{
    int count = 0;
    for (const Row &row : m_rows) {
        for (const Cell &cell : row.cells)
            count += cell.text.liveLayouts();
    }
    return count;
}
