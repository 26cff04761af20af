// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptaccessible_p.h"

#include "leafpositions.h"
#include "transcriptview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QTextBoundaryFinder>

namespace {

// A heading, a code block, or something that can be pressed, inside a message.
class PartAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    struct Part { QAccessible::Role role; QString name; QRectF rect; std::optional<Hotspot> spot; };

    PartAccessible(TranscriptView *view, MessageId message, QAccessible::Id parent, Part part)
        : m_view(view), m_message(message), m_parent(parent), m_part(std::move(part)) {}

    bool isValid() const override { return m_view && row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::accessibleInterface(m_parent); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return m_part.role; }
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Name ? m_part.name : QString(); }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inRow = m_part.rect.toAlignedRect();
        const QRect row = m_view->visualRect(m_view->model()->index(this->row(), 0));
        return QRect(m_view->viewport()->mapToGlobal(row.topLeft() + inRow.topLeft()), inRow.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.linked = m_part.role == QAccessible::Link;
        state.invalid = !isValid();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        const bool isAction = type == QAccessible::ActionInterface && m_part.spot;
        return isAction ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return { pressAction() }; }
    void doAction(const QString &name) override
    {
        if (isValid() && m_part.spot && name == pressAction())
            m_view->pressSpot(row(), *m_part.spot);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    int row() const { return m_view ? m_view->transcriptLayout().rowOf(m_message) : -1; }

    QPointer<TranscriptView> m_view;
    MessageId m_message;
    QAccessible::Id m_parent;
    Part m_part;
};

// A message, by its id: rows move.
class MessageAccessible : public QAccessibleInterface, public QAccessibleTextInterface
{
public:
    MessageAccessible(TranscriptView *view, MessageId message) : m_view(view), m_message(message) {}
    ~MessageAccessible() override { dropParts(); }

    MessageId message() const { return m_message; }

    int row() const
    {
        if (!m_view)
            return -1;
        TranscriptLayout &layout = m_view->transcriptLayout();
        if (m_row < 0 || m_row >= layout.rowCount() || layout.messageId(m_row) != m_message)
            m_row = layout.rowOf(m_message);
        return m_row;
    }

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view.data()); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return wholeText();
        if (kind != QAccessible::Name || !isValid())
            return {};
        const QModelIndex index = m_view->model()->index(row(), 0);
        const bool isPerson = index.data(RoleRole).toInt() == int(Role::User);
        const QString who = isPerson ? TranscriptView::tr("You, message %1 of %2")
                          : index.data(StateRole).toInt() == int(MessageState::Streaming)
                              ? TranscriptView::tr("Answer, being written, message %1 of %2")
                              : TranscriptView::tr("Answer, message %1 of %2");
        return who.arg(row() + 1).arg(m_view->transcriptLayout().rowCount());
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect visible = m_view->visualRect(m_view->model()->index(row(), 0));
        return QRect(m_view->viewport()->mapToGlobal(visible.topLeft()), visible.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        state.focusable = true;
        state.focused = m_view->hasFocus() && m_view->currentIndex().row() == row();
        const QRect visible = m_view->visualRect(m_view->model()->index(row(), 0));
        state.offscreen = !visible.intersects(m_view->viewport()->rect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr;
    }

    // Parts are made when somebody asks, and again when their number has changed.
    int childCount() const override
    {
        if (!isValid())
            return 0;
        const std::vector<PartAccessible::Part> parts = currentParts();
        if (parts.size() != m_parts.size()) {
            dropParts();
            const QAccessible::Id self = QAccessible::uniqueId(const_cast<MessageAccessible *>(this));
            for (const PartAccessible::Part &part : parts)
                m_parts.push_back(QAccessible::registerAccessibleInterface(new PartAccessible(m_view, m_message, self, part)));
        }
        return int(m_parts.size());
    }
    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount() ? QAccessible::accessibleInterface(m_parts[size_t(index)]) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

    // QAccessibleTextInterface
    int characterCount() const override { return int(wholeText().size()); }
    QString text(int start, int end) const override { return wholeText().mid(start, end - start); }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int selectionCount() const override { return isValid() && m_view->selection().touches(row()) ? 1 : 0; }

    void selection(int, int *start, int *end) const override
    {
        *start = *end = 0;
        if (!isValid())
            return;
        const MessageLayout &body = layout().body();
        const SourceRange range = m_view->selection().rangeIn(row(), body.source().size());
        *start = offsetOf(body.positionOf(range.begin));
        *end = offsetOf(body.positionOf(range.end));
    }

    QRect characterRect(int offset) const override
    {
        if (!isValid())
            return {};
        const RowLayout &row = layout();
        const LeafPosition at = positionOf(offset);
        const QRectF begin = row.body().caretRect(at);
        const QRectF end = row.body().caretRect({ at.leaf, at.position + 1 });
        const QRectF inRow = QRectF(begin.topLeft(), QSizeF(qMax(1.0, end.left() - begin.left()), begin.height()))
            .translated(row.bodyOrigin());
        return inRow.toAlignedRect().translated(rect().topLeft());
    }

    int offsetAtPoint(const QPoint &point) const override
    {
        if (!isValid())
            return -1;
        const RowLayout &row = layout();
        return offsetOf(row.body().positionAt(QPointF(point - rect().topLeft()) - row.bodyOrigin()));
    }

    void scrollToSubstring(int, int) override
    {
        if (isValid())
            m_view->scrollTo(m_view->model()->index(row(), 0));
    }

    QString attributes(int offset, int *start, int *end) const override
    {
        *start = offset;
        *end = characterCount();
        return {};
    }

private:
    RowLayout &layout() const { return m_view->transcriptLayout().ensureRow(row()); }

    QString wholeText() const
    {
        if (!isValid())
            return {};
        QString text;
        const MessageLayout &body = layout().body();
        for (int leaf = 0; leaf < body.leafCount(); ++leaf)
            text += (leaf > 0 ? QStringLiteral("\n") : QString()) + leafText(body.leaf(leaf));
        text.replace(QChar::LineSeparator, u'\n');
        return text;
    }

    LeafPosition positionOf(int offset) const
    {
        const MessageLayout &body = layout().body();
        for (int leaf = 0; leaf < body.leafCount(); ++leaf) {
            const int length = int(leafTextLength(body.leaf(leaf)));
            if (offset <= length)
                return { leaf, offset };
            offset -= length + 1;
        }
        return body.endPosition();
    }

    int offsetOf(const LeafPosition &position) const
    {
        const MessageLayout &body = layout().body();
        qsizetype offset = position.position;
        for (int leaf = 0; leaf < position.leaf; ++leaf)
            offset += leafTextLength(body.leaf(leaf)) + 1;
        return int(offset);
    }

    std::vector<PartAccessible::Part> currentParts() const
    {
        std::vector<PartAccessible::Part> parts;
        const RowLayout &row = layout();
        for (int i = 0; i < row.body().leafCount(); ++i) {
            const Leaf &leaf = row.body().leaf(i);
            const QRectF rect = row.body().leafRect(i).translated(row.bodyOrigin());
            if (leaf.kind == LeafKind::Heading)
                parts.push_back({ QAccessible::Heading, leaf.text, rect, std::nullopt });
            else if (leaf.kind == LeafKind::Code)
                parts.push_back({ QAccessible::StaticText, TranscriptView::tr("Code, %1").arg(leaf.language), rect, std::nullopt });
            else if (leaf.kind == LeafKind::Table)
                parts.push_back({ QAccessible::StaticText, TranscriptView::tr("Table, %n row(s)", nullptr, int(leaf.rows.size())),
                                  rect, std::nullopt });
        }
        if (row.content().notice)
            parts.push_back({ QAccessible::StaticText, row.content().notice->text, row.noticeRect(), std::nullopt });
        for (const Hotspot &spot : row.hotspots()) {
            const bool isLink = spot.kind == Hotspot::Kind::Link;
            const bool isPicture = spot.kind == Hotspot::Kind::Picture || spot.kind == Hotspot::Kind::Attachment;
            const QAccessible::Role role = isLink ? QAccessible::Link : isPicture ? QAccessible::Graphic : QAccessible::Button;
            parts.push_back({ role, spot.label, spot.rect, spot });
        }
        return parts;
    }

    void dropParts() const
    {
        for (const QAccessible::Id id : m_parts)
            QAccessible::deleteAccessibleInterface(id);
        m_parts.clear();
    }

    QPointer<TranscriptView> m_view;
    MessageId m_message;
    mutable int m_row = -1;
    mutable std::vector<QAccessible::Id> m_parts;
};

class TranscriptAccessible : public QAccessibleWidget
{
public:
    explicit TranscriptAccessible(TranscriptView *view)
        : QAccessibleWidget(view, QAccessible::List, TranscriptView::tr("Conversation")), m_view(view) {}

    ~TranscriptAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view->transcriptLayout().rowCount(); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const MessageId message = m_view->transcriptLayout().messageId(index);
        const auto known = m_children.constFind(message);
        if (known != m_children.cend()) {
            if (QAccessibleInterface *alive = QAccessible::accessibleInterface(*known))
                return alive;
        }
        auto *made = new MessageAccessible(m_view, message);
        m_children.insert(message, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        const auto *message = dynamic_cast<const MessageAccessible *>(wanted);
        return message ? message->row() : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QModelIndex index = m_view->indexAt(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? child(index.row()) : nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() && m_view->currentIndex().isValid() ? child(m_view->currentIndex().row()) : nullptr;
    }

private:
    TranscriptView *m_view;
    mutable QHash<MessageId, QAccessible::Id> m_children;
};

QAccessibleInterface *makeTranscriptAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String("TranscriptView"))
        return nullptr;
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

}

void installTranscriptAccessibility()
{
    QAccessible::installFactory(makeTranscriptAccessible);
}
