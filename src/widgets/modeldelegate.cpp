// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "modeldelegate.h"

#include "modelbadges.h"
#include "palette.h"

#include <QPainter>

namespace {

constexpr int Padding = 8;
constexpr int Gap = 6;

QFont smallFont(const QFont &font)
{
    QFont small = font;
    if (font.pixelSize() > 0)
        small.setPixelSize(qMax(9, qRound(font.pixelSize() * 0.85)));
    else
        small.setPointSizeF(qMax(7.0, font.pointSizeF() * 0.85));
    return small;
}

void paintBadges(QPainter &painter, QRect place, const QStringList &badges, Qt::LayoutDirection direction, const Colors &colors)
{
    const QFontMetrics metrics(painter.font());
    int used = 0;
    for (const QString &badge : badges) {
        const int width = metrics.horizontalAdvance(badge) + 2 * Gap;
        if (used + width > place.width())
            return;
        const QRect logical(place.left() + used, place.top(), width, place.height());
        const QRect chip = QStyle::visualRect(direction, place, logical);
        painter.setPen(colors.hairline);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2.0, chip.height() / 2.0);
        painter.setPen(colors.secondary);
        painter.drawText(chip, Qt::AlignCenter, badge);
        used += width + Gap;
    }
}

}

QSize ModelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height();
    return { 200, lines + 4 + Gap / 2 + 2 * Gap };
}

void ModelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors colors = colorsOf(option.palette);
    const auto model = index.data(ModelInfoRole).value<ModelInfo>();
    const bool isMarked = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isMarked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? colors.selectedRow : colors.message);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QFont small = smallFont(option.font);
    const QRect inner = option.rect.adjusted(Padding, Gap, -Padding, -Gap);
    const int smallHeight = QFontMetrics(small).height() + 4;
    const QStringList badges = modelBadges(model);
    const QRect line = badges.isEmpty() ? inner : inner.adjusted(0, 0, 0, -smallHeight - Gap / 2);

    const QString price = modelPriceText(model);
    const int priceWidth = price.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(price) + Padding;
    const QRect idPlace = QStyle::visualRect(option.direction, line, line.adjusted(0, 0, -priceWidth, 0));
    painter->setFont(option.font);
    painter->setPen(colors.text);
    const QString id = index.data(Qt::DisplayRole).toString().simplified();
    painter->drawText(idPlace, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, QFontMetrics(option.font).elidedText(id, Qt::ElideMiddle, idPlace.width()));
    painter->setFont(small);
    painter->setPen(colors.secondary);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, price);
    if (!badges.isEmpty())
        paintBadges(*painter, QRect(inner.left(), inner.bottom() - smallHeight + 1, inner.width(), smallHeight), badges, option.direction, colors);
    painter->restore();
}
