// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptparts_p.h"

#include "leafpositions.h"
#include "transcriptview.h"

#include <algorithm>

namespace {

TranscriptPart partOf(const Leaf &leaf, int index, const QRectF &rect)
{
    TranscriptPart part { .rect = rect, .leaf = index };
    switch (leaf.kind) {
    case LeafKind::Heading:
        part.role = QAccessible::Heading;
        part.name = leaf.text;
        break;
    case LeafKind::Code:
        part.name = leaf.language.isEmpty() ? TranscriptView::tr("Code") : TranscriptView::tr("Code, %1").arg(leaf.language);
        break;
    case LeafKind::Table:
        part.role = QAccessible::Table;
        part.name = TranscriptView::tr("Table, %n row(s)", nullptr, int(leaf.rows.size()));
        break;
    case LeafKind::MathBlock:
        part.role = QAccessible::Equation;
        part.name = TranscriptView::tr("Formula");
        part.description = leaf.text;
        break;
    default:
        part.leaf = -1;
        break;
    }
    return part;
}

class CellAccessible : public QAccessibleInterface, public TranscriptTextAccess, public QAccessibleTableCellInterface
{
public:
    CellAccessible(const TranscriptTableAccessible &table, const TextStretch &stretch, int row, int column)
        : TranscriptTextAccess(table.view(), table.message(), stretch)
        , m_table(QAccessible::uniqueId(const_cast<TranscriptTableAccessible *>(&table))), m_rowIndex(row), m_columnIndex(column) {}

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::accessibleInterface(m_table); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return m_rowIndex == 0 ? QAccessible::ColumnHeader : QAccessible::Cell; }
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Name ? wholeText() : QString(); }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override { return rectOfStretch(); }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.selectableText = true;
        state.invalid = !isValid();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }
    using TranscriptTextAccess::text;

    // QAccessibleTableCellInterface
    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override
    {
        QAccessibleInterface *header = m_rowIndex > 0 && table() ? table()->tableInterface()->cellAt(0, m_columnIndex) : nullptr;
        return header ? QList<QAccessibleInterface *> { header } : QList<QAccessibleInterface *>();
    }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_columnIndex; }
    int rowIndex() const override { return m_rowIndex; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QAccessible::Id m_table;
    int m_rowIndex, m_columnIndex;
};

}

std::vector<TranscriptPart> transcriptParts(const RowLayout &row)
{
    std::vector<TranscriptPart> parts;
    for (int i = 0; i < row.body().leafCount(); ++i) {
        TranscriptPart part = partOf(row.body().leaf(i), i, row.body().leafRect(i).translated(row.bodyOrigin()));
        if (part.leaf >= 0)
            parts.push_back(std::move(part));
    }
    if (row.content().notice)
        parts.push_back({ .role = QAccessible::StaticText, .name = row.content().notice->text, .rect = row.noticeRect() });
    for (const Hotspot &spot : row.hotspots()) {
        // A block that the keyboard stops at is a part already; it only learns to open its menu.
        const auto block = std::find_if(parts.begin(), parts.end(), [&spot](const TranscriptPart &part) {
            return spot.isBlock() && part.leaf == spot.leaf;
        });
        if (block != parts.end()) {
            block->spot = spot;
            continue;
        }
        const bool isLink = spot.kind == Hotspot::Kind::Link;
        const bool isPicture = spot.kind == Hotspot::Kind::Picture || spot.kind == Hotspot::Kind::Attachment;
        TranscriptPart part { .role = isLink ? QAccessible::Link : isPicture ? QAccessible::Graphic : QAccessible::Button,
                              .name = spot.label.isEmpty() ? spot.value : spot.label, .rect = spot.rect, .spot = spot };
        if (isLink || isPicture)
            part.description = spot.value;
        parts.push_back(std::move(part));
    }
    return parts;
}

TranscriptPartAccessible::TranscriptPartAccessible(TranscriptView *view, MessageId message, QAccessible::Id parent, TranscriptPart part)
    : TranscriptTextAccess(view, message), m_parent(parent)
{
    TranscriptPartAccessible::setPart(std::move(part));
}

void TranscriptPartAccessible::setPart(TranscriptPart part)
{
    m_part = std::move(part);
    if (m_part.leaf < 0 || row() < 0)
        return;
    setStretch({ m_part.leaf, 0, leafTextLength(layout().body().leaf(m_part.leaf)) });
}

QString TranscriptPartAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name ? m_part.name : kind == QAccessible::Description ? m_part.description : QString();
}

QAccessible::State TranscriptPartAccessible::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid)
        return state;
    state.readOnly = true;
    state.linked = m_part.role == QAccessible::Link;
    state.focusable = m_part.spot.has_value();
    state.focused = m_part.spot && view()->hasFocus() && view()->isSpotFocused(row(), *m_part.spot);
    state.selectableText = m_part.leaf >= 0;
    state.offscreen = !QRect(view()->viewport()->mapToGlobal(QPoint()), view()->viewport()->size()).intersects(rect());
    return state;
}

void *TranscriptPartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface && m_part.spot)
        return static_cast<QAccessibleActionInterface *>(this);
    if (type == QAccessible::TextInterface && m_part.leaf >= 0)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::ImageInterface && m_part.role == QAccessible::Graphic)
        return static_cast<QAccessibleImageInterface *>(this);
    return nullptr;
}

void TranscriptPartAccessible::doAction(const QString &name)
{
    if (isValid() && m_part.spot && name == pressAction())
        view()->pressSpot(row(), *m_part.spot);
}

const Leaf *TranscriptTableAccessible::leaf() const
{
    return row() >= 0 ? &layout().body().leaf(part().leaf) : nullptr;
}

int TranscriptTableAccessible::columnCount() const
{
    const Leaf *table = leaf();
    return table ? int(table->columns.size()) : 0;
}

int TranscriptTableAccessible::rowCount() const
{
    const Leaf *table = leaf();
    return table ? int(table->rows.size()) : 0;
}

void TranscriptTableAccessible::setPart(TranscriptPart part)
{
    TranscriptPartAccessible::setPart(std::move(part));
    // Cells know their place in the text, which moves while a table is written.
    dropCells();
}

void TranscriptTableAccessible::dropCells() const
{
    for (const QAccessible::Id id : m_cells) {
        if (id)
            QAccessible::deleteAccessibleInterface(id);
    }
    m_cells.clear();
}

QAccessibleInterface *TranscriptTableAccessible::child(int index) const
{
    return columnCount() > 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr;
}

QAccessibleInterface *TranscriptTableAccessible::cellAt(int row, int column) const
{
    const Leaf *table = leaf();
    if (!table || row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return nullptr;
    m_cells.resize(size_t(childCount()), 0);
    QAccessible::Id &known = m_cells[size_t(row * columnCount() + column)];
    if (known == 0) {
        qsizetype begin = 0;
        for (int r = 0; r <= row; ++r) {
            const std::vector<TableCell> &cells = table->rows[size_t(r)];
            for (int c = 0; c < (r < row ? int(cells.size()) : qMin(column, int(cells.size()))); ++c)
                begin += cells[size_t(c)].text.size() + 1;
        }
        const std::vector<TableCell> &cells = table->rows[size_t(row)];
        const qsizetype length = size_t(column) < cells.size() ? cells[size_t(column)].text.size() : 0;
        known = QAccessible::registerAccessibleInterface(new CellAccessible(*this, { part().leaf, begin, begin + length }, row, column));
    }
    return QAccessible::accessibleInterface(known);
}

int TranscriptTableAccessible::indexOfChild(const QAccessibleInterface *wanted) const
{
    const auto found = std::find_if(m_cells.begin(), m_cells.end(), [wanted](QAccessible::Id id) { return id && QAccessible::accessibleInterface(id) == wanted; });
    return found == m_cells.end() ? -1 : int(found - m_cells.begin());
}

QAccessibleInterface *TranscriptTableAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QString TranscriptTableAccessible::columnDescription(int column) const
{
    QAccessibleInterface *header = cellAt(0, column);
    return header ? header->text(QAccessible::Name) : QString();
}

void *TranscriptTableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : TranscriptPartAccessible::interface_cast(type);
}
