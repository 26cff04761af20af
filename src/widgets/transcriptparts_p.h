// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rowlayout.h"
#include "transcripttextaccess_p.h"

#include <optional>
#include <vector>

// A block or something that can be pressed, inside a message, as assistive technology sees it.
struct TranscriptPart
{
    QAccessible::Role role = QAccessible::StaticText;
    QString name = {};
    QString description = {};
    QRectF rect = {};                        // in the row
    int leaf = -1;                           // whose text it has; -1: none
    std::optional<Hotspot> spot = {};

    bool isSameThing(const TranscriptPart &other) const { return role == other.role && leaf == other.leaf && spot.has_value() == other.spot.has_value(); }
};
// All of a row, blocks first.
std::vector<TranscriptPart> transcriptParts(const RowLayout &row);

class TranscriptPartAccessible : public QAccessibleInterface, public TranscriptTextAccess, public QAccessibleActionInterface, public QAccessibleImageInterface
{
public:
    TranscriptPartAccessible(TranscriptView *view, MessageId message, QAccessible::Id parent, TranscriptPart part);

    const TranscriptPart &part() const { return m_part; }
    // The same thing, which may have grown.
    virtual void setPart(TranscriptPart part);

    // QAccessibleInterface
    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::accessibleInterface(m_parent); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return m_part.role; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override { return rectOnScreen(m_part.rect); }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;
    using TranscriptTextAccess::text;

    // QAccessibleActionInterface
    QStringList actionNames() const override { return { pressAction() }; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    // QAccessibleImageInterface
    QString imageDescription() const override { return m_part.name; }
    QSize imageSize() const override { return rect().size(); }
    QPoint imagePosition() const override { return rect().topLeft(); }

private:
    QAccessible::Id m_parent;
    TranscriptPart m_part;
};

// A table of a message: its cells are its children, row by row, the header first.
class TranscriptTableAccessible : public TranscriptPartAccessible, public QAccessibleTableInterface
{
public:
    using TranscriptPartAccessible::TranscriptPartAccessible;
    ~TranscriptTableAccessible() override { dropCells(); }

    void setPart(TranscriptPart part) override;
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleTableInterface
    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    QString columnDescription(int column) const override;
    QString rowDescription(int) const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    const Leaf *leaf() const;
    void dropCells() const;

    mutable std::vector<QAccessible::Id> m_cells;       // 0: not asked for yet
};
