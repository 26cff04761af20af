// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "rowlayout.h"

#include "actionglyphs_p.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace {

bool isSame(const Hotspot *a, const Hotspot &b)
{
    return a && a->isSameAs(b);
}

void paintFocusRing(QPainter &painter, const QRectF &rect, const TranscriptTheme &theme, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colors.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius, radius);
    painter.restore();
}

// Signs that point somewhere point the other way.
template<typename Paint>
void paintMirrored(QPainter &painter, const QRectF &rect, bool isMirrored, Paint &&paint)
{
    if (!isMirrored) {
        paint(rect);
        return;
    }
    painter.save();
    painter.translate(rect.left() + rect.right(), 0);
    painter.scale(-1, 1);
    paint(rect);
    painter.restore();
}

// The middle of a picture, so that a box of another shape is filled without distortion.
QRectF middleOf(const QImage &image, const QSizeF &shape)
{
    const QSizeF whole = image.size();
    const QSizeF part = shape.scaled(whole, Qt::KeepAspectRatio);
    return QRectF(QPointF((whole.width() - part.width()) / 2, (whole.height() - part.height()) / 2), part);
}

}

PaintContext RowLayout::contextFor(const PaintContext &context, const QRectF &part) const
{
    PaintContext inner = context;
    inner.clip = context.clip.isEmpty() ? QRectF(QPointF(), part.size()) : context.clip.translated(-part.topLeft());
    inner.viewportTop = context.viewportTop - part.top();
    return inner;
}

void RowLayout::paint(QPainter &painter, const PaintContext &context, const ThumbnailLookup &thumbnails,
                      qreal devicePixelRatio) const
{
    const auto isTouched = [&context](const QRectF &rect) {
        return !rect.isEmpty() && (context.clip.isEmpty() || context.clip.intersects(rect));
    };
    if (isPerson() && isTouched(m_blockRect)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->colors.userBlock);
        painter.drawRoundedRect(m_blockRect, m_theme->largeCorner, m_theme->largeCorner);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (isTouched(m_roleRect)) {
        painter.setFont(m_theme->secondary);
        painter.setPen(m_theme->colors.secondary);
        const int side = m_isMirrored ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(m_roleRect, int(side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine), roleText());
    }
    paintAttachments(painter, context, thumbnails, devicePixelRatio);
    if (isTouched(m_thinkingRect) || isTouched(m_reasoningRect))
        paintThinking(painter, context);
    const bool showsCaretHere = context.showsCaret && !source().isEmpty();
    if (isTouched(m_bodyRect) || showsCaretHere) {
        PaintContext inner = contextFor(context, m_bodyRect);
        inner.showsCaret = showsCaretHere;
        painter.save();
        painter.translate(m_bodyRect.topLeft());
        m_body->paint(painter, inner);
        painter.restore();
    }
    if (isTouched(m_sources.rect()))
        m_sources.paint(painter, context);
    if (isTouched(m_noticeRect))
        paintNotice(painter, context);
    if (isTouched(m_actionsRect))
        paintActions(painter, context);
    const Hotspot *focused = context.focused;
    const bool drawsOwnRing = focused && focused->kind == Hotspot::Kind::CopyCode;
    if (focused && !drawsOwnRing)
        paintFocusRing(painter, focused->rect, *m_theme, m_theme->step);
}

void RowLayout::paintAttachments(QPainter &painter, const PaintContext &context, const ThumbnailLookup &thumbnails,
                                 qreal devicePixelRatio) const
{
    for (size_t i = 0; i < m_attachmentRects.size(); ++i) {
        const QRectF &rect = m_attachmentRects[i];
        if (!context.clip.isEmpty() && !context.clip.intersects(rect))
            continue;
        const ImagePart &image = m_content.images.at(qsizetype(i));
        const QImage picture = thumbnails ? thumbnails(image, (rect.size() * devicePixelRatio).toSize()) : QImage();
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        QPainterPath outline;
        outline.addRoundedRect(rect, m_theme->smallCorner, m_theme->smallCorner);
        painter.setClipPath(outline, Qt::IntersectClip);
        painter.fillRect(rect, m_theme->colors.selectedRow);
        if (picture.isNull()) {
            painter.setFont(m_theme->secondary);
            painter.setPen(m_theme->colors.secondary);
            const QRectF inside = rect.adjusted(4, 4, -4, -4);
            painter.drawText(inside, int(Qt::AlignCenter), QFontMetricsF(m_theme->secondary)
                .elidedText(image.name, Qt::ElideMiddle, inside.width()));
        } else {
            painter.drawImage(rect, picture, middleOf(picture, rect.size()));
        }
        painter.restore();
        if (context.isSelectionWhole)
            painter.fillRect(rect, QColor(m_theme->colors.selection.red(), m_theme->colors.selection.green(),
                                          m_theme->colors.selection.blue(), 120));
    }
}

void RowLayout::paintThinking(QPainter &painter, const PaintContext &context) const
{
    const bool isHovered = context.hovered && context.hovered->kind == Hotspot::Kind::Thinking;
    painter.setFont(m_theme->secondary);
    painter.setPen(isHovered ? m_theme->colors.text : m_theme->colors.secondary);
    const int side = m_isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(m_thinkingRect, int(side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine), context.thinkingText);
    if (!m_content.reasoning.isEmpty()) {
        const qreal behind = QFontMetricsF(m_theme->secondary).horizontalAdvance(context.thinkingText) + m_theme->step;
        const qreal size = m_theme->scaled(12);
        const qreal x = m_isMirrored ? m_thinkingRect.right() - behind - size : m_thinkingRect.left() + behind;
        // On whole pixels: so small an angle loses its shape between them.
        const QRectF place(std::round(x), std::round(m_thinkingRect.center().y() - size / 2 + 1), size, size);
        paintMirrored(painter, place, m_isMirrored, [&](const QRectF &rect) { paintFoldGlyph(painter, m_isReasoningShown, rect); });
    }
    if (m_reasoningRect.isEmpty())
        return;
    const qreal barWidth = m_theme->scaled(2);
    const qreal barLeft = m_isMirrored ? m_reasoningRect.right() + m_theme->steps(4) - barWidth : m_reasoningRect.left() - m_theme->steps(4);
    painter.fillRect(QRectF(barLeft, m_reasoningRect.top(), barWidth, m_reasoningRect.height()), m_theme->colors.hairline);
    PaintContext inner;
    inner.clip = contextFor(context, m_reasoningRect).clip;
    painter.save();
    painter.translate(m_reasoningRect.topLeft());
    m_reasoning->paint(painter, inner);
    painter.restore();
}

void RowLayout::paintNotice(QPainter &painter, const PaintContext &context) const
{
    const TranscriptTheme::Colors &colors = m_theme->colors;
    QColor fill = colors.informationNotice;
    QColor border = colors.informationBorder;
    if (m_content.notice->level == TranscriptNotice::Level::Wait) {
        fill = colors.waitNotice;
        border = colors.waitBorder;
    } else if (m_content.notice->level == TranscriptNotice::Level::Error) {
        fill = colors.errorNotice;
        border = colors.errorBorder;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(fill);
    painter.drawRoundedRect(m_noticeRect.adjusted(0.5, 0.5, -0.5, -0.5), m_theme->smallCorner, m_theme->smallCorner);
    for (const Button &button : m_noticeButtons) {
        const bool isHovered = isSame(context.hovered, button.spot);
        const bool isFlat = button.spot.kind == Hotspot::Kind::NoticeDetails;
        QColor background = button.isPrimary ? colors.accent : colors.page;
        if (isHovered)
            background = button.isPrimary ? colors.accent.lighter(112) : colors.selectedRow;
        painter.setPen(isFlat || button.isPrimary ? QPen(Qt::NoPen) : QPen(colors.hairline));
        painter.setBrush(isFlat ? QBrush(Qt::NoBrush) : QBrush(background));
        painter.drawRoundedRect(button.spot.rect.adjusted(0.5, 0.5, -0.5, -0.5), m_theme->scaled(6), m_theme->scaled(6));
        painter.setFont(m_theme->secondary);
        const QColor flatText = isHovered ? colors.text : colors.secondary;
        painter.setPen(isFlat ? flatText : button.isPrimary ? colors.onAccent : colors.text);
        painter.drawText(button.spot.rect, int(Qt::AlignCenter), button.spot.label);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.translate(m_noticeTextOrigin);
    m_noticeText.paint(painter, {});
    painter.translate(-m_noticeTextOrigin);
    if (m_areDetailsShown && !m_content.notice->details.isEmpty()) {
        painter.translate(m_noticeDetailsOrigin);
        m_noticeDetails.paint(painter, {});
        painter.translate(-m_noticeDetailsOrigin);
    }
}

// While the actions are not shown, what is said beside them has their place too, as long as it stays where it is.
QRectF RowLayout::infoRoom(bool showsActions) const
{
    QRectF room = m_infoRect;
    for (const Hotspot &action : m_actions) {
        const bool isPager = action.kind == Hotspot::Kind::PreviousSibling || action.kind == Hotspot::Kind::NextSibling;
        if (!showsActions && !isPager)
            room |= action.rect;
    }
    const bool staysInPlace = m_isMirrored ? room.left() >= m_infoRect.left() : room.right() <= m_infoRect.right();
    return staysInPlace ? room : m_infoRect;
}

void RowLayout::paintActions(QPainter &painter, const PaintContext &context) const
{
    painter.setFont(m_theme->secondary);
    if (!m_content.infoLine.isEmpty()) {
        painter.setPen(m_theme->colors.faint);
        const QRectF room = infoRoom(context.showsActions);
        const QString text = QFontMetricsF(m_theme->secondary).elidedText(m_content.infoLine, Qt::ElideRight, room.width());
        const int side = m_isMirrored ? Qt::AlignLeft : Qt::AlignRight;
        painter.drawText(room, int(side | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine), text);
    }
    const qreal inset = (m_theme->scaled(28) - m_theme->scaled(16)) / 2;
    for (const Hotspot &action : m_actions) {
        const bool isPager = action.kind == Hotspot::Kind::PreviousSibling || action.kind == Hotspot::Kind::NextSibling;
        if (!isPager && !context.showsActions)
            continue;
        const bool isFirst = action.kind == Hotspot::Kind::PreviousSibling && m_content.siblingIndex == 0;
        const bool isLast = action.kind == Hotspot::Kind::NextSibling && m_content.siblingIndex + 1 >= m_content.siblingCount;
        const bool isHovered = isSame(context.hovered, action);
        if (isHovered) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme->colors.selectedRow);
            painter.drawRoundedRect(action.rect.adjusted(1, 1, -1, -1), m_theme->scaled(6), m_theme->scaled(6));
        }
        painter.setPen(isFirst || isLast ? m_theme->colors.faint : isHovered ? m_theme->colors.text : m_theme->colors.secondary);
        if (action.kind == Hotspot::Kind::Copy && context.wasMessageCopied) {
            painter.drawText(action.rect, int(Qt::AlignCenter), QStringLiteral("\u2713"));
            continue;
        }
        paintMirrored(painter, action.rect.adjusted(inset, inset, -inset, -inset), m_isMirrored && isPager,
                      [&](const QRectF &rect) { paintActionGlyph(painter, action.kind, rect); });
    }
    if (!m_pagerRect.isEmpty()) {
        painter.setPen(m_theme->colors.secondary);
        painter.drawText(m_pagerRect, int(Qt::AlignCenter),
                         QStringLiteral("%1 / %2").arg(m_content.siblingIndex + 1).arg(m_content.siblingCount));
    }
}
