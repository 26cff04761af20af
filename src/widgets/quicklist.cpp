// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "quicklist.h"

#include "palette.h"
#include "plaintext.h"
#include "quickentries.h"

#include <QAccessible>
#include <QPainter>
#include <QStyledItemDelegate>

namespace {

constexpr int Padding = 10;
constexpr int IconSize = 16;
constexpr int IconColumn = IconSize + 10;

class QuickDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return { 200, option.fontMetrics.height() + 14 }; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors colors = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? colors.selectedRow : colors.message);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 0, -1, 0), 6, 6);
        }
        const QRect inner = option.rect.adjusted(Padding, 0, -Padding, 0);
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, { IconSize, IconSize }, inner);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place);
        const QString detail = index.data(QuickEntries::DetailRole).toString();
        const QFont small = scaledFont(0.86);
        const int detailWidth = detail.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(detail) + Padding;
        painter->setFont(small);
        painter->setPen(colors.secondary);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, detail);
        const QRect words = QStyle::visualRect(option.direction, inner, inner.adjusted(IconColumn, 0, -detailWidth, 0));
        painter->setFont(option.font);
        painter->setPen(colors.text);
        const QString title = index.data(Qt::DisplayRole).toString();
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                          inItsOwnDirection(option.fontMetrics.elidedText(title, Qt::ElideRight, words.width()), option.direction));
        painter->restore();
    }
};

}

QuickList::QuickList(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setItemDelegate(new QuickDelegate(this));
}

int QuickList::rowHeight() const
{
    return fontMetrics().height() + 14;
}

void QuickList::step(int rows)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : rows > 0 ? -1 : 0;
    setCurrentIndex(model()->index((from + rows % count + count) % count, 0));
}

void QuickList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!QAccessible::isActive() || !current.isValid() || hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}
