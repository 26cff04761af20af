// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

void TranscriptView::scrollToMessage(const MessageId &id)
{
    const int row = m_layout.rowOf(id);
    if (row < 0)
        return;
    m_anchor.goTo(row, 0);
    relayout();
}

TranscriptView::ReadingPosition TranscriptView::readingPosition() const
{
    if (m_layout.rowCount() == 0)
        return {};
    return { m_layout.messageId(m_anchor.row()), m_anchor.pixel(), isFollowing() };
}

void TranscriptView::setReadingPosition(const ReadingPosition &position)
{
    if (position.isFollowing) {
        followEnd();
        return;
    }
    const int row = m_layout.rowOf(position.message);
    if (row < 0)
        return;
    m_anchor.goTo(row, position.pixel);
    m_hasStoredPosition = !isVisible();
    relayout();
}

// What is read at the top is kept by its place in the source: on another width or in another size it stands elsewhere.
std::optional<TranscriptView::SourcePlace> TranscriptView::sourceAtTop()
{
    if (m_layout.rowCount() == 0)
        return std::nullopt;
    const int row = m_anchor.row();
    RowLayout &layout = m_layout.ensureRow(row);
    const qreal y = m_anchor.pixel() - layout.bodyOrigin().y();
    if (y <= 0 || y >= layout.body().height())
        return std::nullopt;
    const qsizetype offset = layout.body().sourceOffset(layout.body().positionAt({ 0, y }));
    return SourcePlace { row, offset, y - layout.body().caretRect(layout.body().positionOf(offset)).top() };
}

void TranscriptView::goToSource(const SourcePlace &place)
{
    RowLayout &layout = m_layout.ensureRow(place.row);
    const QRectF caret = layout.body().caretRect(layout.body().positionOf(place.offset));
    m_anchor.goTo(place.row, qRound(layout.bodyOrigin().y() + caret.top() + qMin(place.inLine, caret.height())));
}

void TranscriptView::keepReadingPosition(int width)
{
    // A position that was set before the view was shown is meant for the width to come.
    if (width == m_layout.width() || isFollowing() || m_hasStoredPosition)
        return;
    const std::optional<SourcePlace> place = sourceAtTop();
    if (!place)
        return;
    m_layout.setWidth(width, layoutDirection());
    goToSource(*place);
}
