// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "transcriptcopy_p.h"

#include <QDrag>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace {

constexpr qsizetype shownLetters = 80;

// What hangs at the pointer: the first words on a slip of paper.
QPixmap slipOf(const QString &text, const TranscriptTheme &theme, qreal devicePixelRatio)
{
    const QFontMetricsF metrics(theme.secondary);
    const QString words = metrics.elidedText(text.left(shownLetters).simplified(), Qt::ElideRight, theme.scaled(220));
    const QSizeF size(metrics.horizontalAdvance(words) + theme.steps(4), metrics.height() + theme.steps(2));
    QPixmap slip((size * devicePixelRatio).toSize());
    slip.setDevicePixelRatio(devicePixelRatio);
    slip.fill(Qt::transparent);
    QPainter painter(&slip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colors.hairline);
    painter.setBrush(theme.colors.page);
    painter.drawRoundedRect(QRectF(QPointF(0, 0), size).adjusted(0.5, 0.5, -0.5, -0.5), theme.step, theme.step);
    painter.setFont(theme.secondary);
    painter.setPen(theme.colors.text);
    painter.drawText(QRectF(QPointF(0, 0), size), int(Qt::AlignCenter), words);
    return slip;
}

}

// True when the press was on the bar under a wide block. Beside the thumb it brings the thumb there.
bool TranscriptView::takeBar(const QPoint &point)
{
    const int row = indexAt(point).row();
    if (row < 0)
        return false;
    MessageLayout &body = m_layout.ensureRow(row).body();
    const QPointF inside = inBody(row, point);
    const int leaf = body.leafAt(inside);
    if (leaf < 0)
        return false;
    const QPointF inBox = inside - body.leafRect(leaf).topLeft();
    if (!body.box(leaf).sidewaysTrack().contains(inBox))
        return false;
    const QRectF thumb = body.box(leaf).sidewaysThumb();
    m_heldBar = HeldBar { row, leaf, thumb.contains(inBox) ? inBox.x() - thumb.left() : thumb.width() / 2 };
    moveBar(point);
    return true;
}

void TranscriptView::moveBar(const QPoint &point)
{
    MessageLayout &body = m_layout.ensureRow(qMin(m_heldBar->row, m_layout.rowCount() - 1)).body();
    if (m_heldBar->row >= m_layout.rowCount() || m_heldBar->leaf >= body.leafCount())
        return;
    const qreal x = inBody(m_heldBar->row, point).x() - body.leafRect(m_heldBar->leaf).left();
    body.box(m_heldBar->leaf).moveSidewaysThumb(x - m_heldBar->grip);
    updateRow(m_heldBar->row);
}

bool TranscriptView::isOnSelection(const QPoint &point)
{
    const int row = indexAt(point).row();
    if (row < 0 || !m_selection.touches(row))
        return false;
    const RowLayout &layout = m_layout.ensureRow(row);
    const std::vector<QRectF> rects = layout.body().rectsOf(m_selection.rangeIn(row, layout.source().size()));
    const QPointF inside = inBody(row, point);
    return std::any_of(rects.begin(), rects.end(), [&inside](const QRectF &rect) { return rect.contains(inside); });
}

bool TranscriptView::mayBeDraggedOut(const QPoint &point)
{
    const bool isOnButton = m_pressed && !m_pressed->spot.isInText();
    if (isOnButton)
        return m_pictures && m_pressed->spot.kind == Hotspot::Kind::Attachment;
    return isOnSelection(point);
}

void TranscriptView::dragOut()
{
    const std::optional<Touched> pressed = std::exchange(m_pressed, std::nullopt);
    m_mayDragOut = m_isPressed = false;
    std::unique_ptr<QMimeData> content;
    QPixmap slip;
    if (pressed && pressed->spot.kind == Hotspot::Kind::Attachment) {
        const ImagePart image = m_layout.ensureRow(pressed->row).content().images.value(pressed->spot.leaf);
        content = m_pictures(image);
        const QImage thumbnail = m_thumbnails ? m_thumbnails(image, pressed->spot.rect.size().toSize()) : QImage();
        if (!thumbnail.isNull())
            slip = QPixmap::fromImage(thumbnail.scaled(int(theme()->scaled(96)), int(theme()->scaled(96)), Qt::KeepAspectRatio,
                                                       Qt::SmoothTransformation));
    } else if (model()) {
        const QStringList sources = selectedSources(m_layout, *model(), m_selection);
        slip = slipOf(sources.value(0), *theme(), devicePixelRatioF());
        content = std::make_unique<TranscriptMimeData>(sources);
    }
    if (!content)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(content.release());
    drag->setPixmap(slip);
    // Waits for the drop; this view may be gone afterwards.
    drag->exec(Qt::CopyAction);
}
