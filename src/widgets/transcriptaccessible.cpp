// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptaccessible_p.h"

#include "transcriptparts_p.h"
#include "transcriptview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>

#include <algorithm>

namespace {

// A message, by its id: rows move.
class MessageAccessible : public QAccessibleInterface, public TranscriptTextAccess
{
public:
    MessageAccessible(TranscriptView *view, MessageId message) : TranscriptTextAccess(view, message) {}
    ~MessageAccessible() override { dropParts(); }

    bool isValid() const override { return row() >= 0; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(view()); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}
    using TranscriptTextAccess::text;

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return wholeText();
        if (kind != QAccessible::Name || !isValid())
            return {};
        const QModelIndex index = view()->model()->index(row(), 0);
        const bool isPerson = index.data(RoleRole).toInt() == int(Role::User);
        if (const QString role = layout().roleText(); !role.isEmpty())
            return TranscriptView::tr("%1, message %2 of %3").arg(role).arg(row() + 1).arg(view()->transcriptLayout().rowCount());
        const QString who = isPerson ? TranscriptView::tr("You, message %1 of %2")
                          : index.data(StateRole).toInt() == int(MessageState::Streaming)
                              ? TranscriptView::tr("Answer, being written, message %1 of %2")
                              : TranscriptView::tr("Answer, message %1 of %2");
        return who.arg(row() + 1).arg(view()->transcriptLayout().rowCount());
    }

    QRect rect() const override { return rectOfStretch(); }

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
        state.focused = view()->hasFocus() && view()->currentIndex().row() == row() && !view()->isInsideMessage();
        const QRect visible = view()->visualRect(view()->model()->index(row(), 0));
        state.offscreen = !visible.intersects(view()->viewport()->rect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : nullptr;
    }

    // Parts are made when somebody asks. One that is still the same thing lives on, however much it grew.
    int childCount() const override
    {
        if (!isValid())
            return 0;
        std::vector<TranscriptPart> parts = transcriptParts(layout());
        const bool areSame = std::equal(parts.begin(), parts.end(), m_parts.begin(), m_parts.end(), [](const TranscriptPart &part, QAccessible::Id id) {
            const TranscriptPartAccessible *known = partWith(id);
            return known && known->part().isSameThing(part);
        });
        if (!areSame)
            dropParts();
        for (size_t i = 0; i < parts.size(); ++i) {
            if (areSame)
                partWith(m_parts[i])->setPart(std::move(parts[i]));
            else
                m_parts.push_back(QAccessible::registerAccessibleInterface(makePart(std::move(parts[i]))));
        }
        return int(m_parts.size());
    }
    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount() ? QAccessible::accessibleInterface(m_parts[size_t(index)]) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        const auto found = std::find_if(m_parts.begin(), m_parts.end(), [wanted](QAccessible::Id id) { return QAccessible::accessibleInterface(id) == wanted; });
        return found == m_parts.end() ? -1 : int(found - m_parts.begin());
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        // What can be pressed stands behind the blocks it is in.
        for (int i = childCount() - 1; i >= 0; --i) {
            if (partWith(m_parts[size_t(i)])->rect().contains(x, y))
                return partWith(m_parts[size_t(i)]);
        }
        return nullptr;
    }
    QAccessibleInterface *childFor(const Hotspot &spot) const
    {
        for (int i = 0; i < childCount(); ++i) {
            TranscriptPartAccessible *known = partWith(m_parts[size_t(i)]);
            if (known->part().spot && known->part().spot->isSameAs(spot))
                return known;
        }
        return nullptr;
    }

private:
    static TranscriptPartAccessible *partWith(QAccessible::Id id)
    {
        return dynamic_cast<TranscriptPartAccessible *>(QAccessible::accessibleInterface(id));
    }
    TranscriptPartAccessible *makePart(TranscriptPart part) const
    {
        const QAccessible::Id self = QAccessible::uniqueId(const_cast<MessageAccessible *>(this));
        if (part.role == QAccessible::Table)
            return new TranscriptTableAccessible(view(), message(), self, std::move(part));
        return new TranscriptPartAccessible(view(), message(), self, std::move(part));
    }
    void dropParts() const
    {
        for (const QAccessible::Id id : m_parts)
            QAccessible::deleteAccessibleInterface(id);
        m_parts.clear();
    }

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

    QAccessibleInterface *child(int index) const override { return message(index); }

    MessageAccessible *message(int index) const
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const MessageId message = m_view->transcriptLayout().messageId(index);
        const auto known = m_children.constFind(message);
        if (known != m_children.cend()) {
            if (auto *alive = dynamic_cast<MessageAccessible *>(QAccessible::accessibleInterface(*known)))
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

    // One thing has the focus: the message that is gone to, not the list around it as well.
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focused = state.focused && !m_view->currentIndex().isValid();
        return state;
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

QAccessibleInterface *accessibleSpot(TranscriptView &view, int row, const Hotspot &spot)
{
    const auto *list = dynamic_cast<const TranscriptAccessible *>(QAccessible::queryAccessibleInterface(&view));
    const MessageAccessible *message = list ? list->message(row) : nullptr;
    return message ? message->childFor(spot) : nullptr;
}
