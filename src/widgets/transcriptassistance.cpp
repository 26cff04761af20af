// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

void TranscriptView::selectSource(int row, const SourceRange &range)
{
    TranscriptSelection selection;
    if (row >= 0 && row < m_layout.rowCount() && range.end > range.begin)
        selection.select({ row, range.begin }, { row, range.end });
    changeSelection(selection);
}

void TranscriptView::showInRow(int row, const QRectF &place)
{
    const qreal top = topOf(row) + place.top();
    const qreal bottom = topOf(row) + place.bottom();
    if (top < 0)
        scrollByPixels(int(top) - theme()->lineHeight);
    else if (bottom > viewport()->height())
        scrollByPixels(int(qMin(bottom - viewport()->height(), top - 2 * theme()->lineHeight)) + theme()->lineHeight);
}

bool TranscriptView::isSpotFocused(int row, const Hotspot &spot)
{
    const std::optional<Touched> focused = focusedSpot();
    return focused && focused->row == row && focused->spot.isSameAs(spot);
}
