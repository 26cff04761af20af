// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "newtextpill_p.h"
#include "transcriptannouncer_p.h"

#include <algorithm>
#include <chrono>
#include <climits>

using namespace std::chrono_literals;

namespace {

constexpr auto frame = 16ms;
// What nobody sees need not be measured sixty times a second, and one very long paragraph cannot be.
constexpr auto frameOutOfSight = 200ms;
constexpr auto frameOfLongParagraph = 100ms;

// In the row, with a pixel for its soft edge.
int topOfWritingMark(const RowLayout &row)
{
    return int(row.bodyOrigin().y() + row.body().writingMark().top()) - 1;
}

}

void TranscriptView::refreshSoon(int first, int last)
{
    if (!isVisible())
        return;
    bool isWritten = false;
    bool hasLongTail = false;
    for (int row = first; row <= last; ++row) {
        isWritten = isWritten || model()->index(row, 0).data(StateRole).toInt() == int(MessageState::Streaming);
        hasLongTail = hasLongTail || m_layout.hasLongTail(row);
    }
    // The last word of an answer waits for nothing.
    if (!isWritten) {
        m_frameTimer.start(0);
        return;
    }
    if (m_frameTimer.isActive())
        return;
    const bool isInSight = first <= m_anchor.lastVisibleRow() && last >= m_anchor.row();
    const auto pause = !isInSight ? frameOutOfSight : hasLongTail ? frameOfLongParagraph : frame;
    // What comes no faster than this is shown at once.
    const std::chrono::milliseconds passed(m_sinceRefresh.isValid() ? m_sinceRefresh.elapsed() : pause.count());
    m_frameTimer.start(std::max(pause - passed, 0ms));
}

// What is selected, copied or looked for is all that has come.
void TranscriptView::showWaitingText()
{
    if (m_frameTimer.isActive())
        refreshChangedRows();
}

// Between two frames, and not while one waits.
void TranscriptView::warmFonts()
{
    if (!m_frameTimer.isActive())
        m_layout.scriptFonts().warmNext(*theme());
    if (m_layout.scriptFonts().hasMore() && isVisible())
        m_warmTimer.start();
}

void TranscriptView::flushChanges()
{
    do {
        refreshChangedRows();
    } while (isVisible() && hasWaitingChanges());
}

void TranscriptView::refreshChangedRows()
{
    if (!isVisible())
        return;
    m_sinceRefresh.start();
    const std::set<int> rows = std::exchange(m_changedRows, {});
    const int oldTopRow = m_anchor.row();
    const int oldPixel = m_anchor.pixel();
    const qint64 oldTop = m_anchor.top();
    int dirtyTop = INT_MAX;         // in the viewport, after settling
    int dirtyBottom = 0;
    std::vector<std::pair<int, int>> dirty;   // row, from where on
    bool isOnlyLast = true;
    for (const int row : rows) {
        if (row >= m_layout.rowCount())
            continue;
        RowLayout *live = m_layout.liveRow(row);
        const MessageState oldState = live ? live->content().state : MessageState::Complete;
        const int oldHeight = m_layout.rowHeight(row);
        // The mark at the end of the text has to go from where it stood; beside a thin rule it is taller than its line.
        const int oldEnd = live ? topOfWritingMark(*live) : 0;
        const bool isLive = m_layout.refreshRow(row);
        if (isLive) {
            live = m_layout.liveRow(row);
            const bool isStreaming = live->content().state == MessageState::Streaming && oldState == MessageState::Streaming;
            dirty.emplace_back(row, isStreaming ? std::min({ oldEnd, topOfWritingMark(*live), m_layout.changedFrom(row) }) : 0);
        }
        if (m_layout.hasMore(row)) {
            m_changedRows.insert(row);
            m_frameTimer.start(0);
        }
        m_announcer->noteChange(row);
        if (m_layout.rowHeight(row) != oldHeight)
            dirtyBottom = INT_MAX;
        isOnlyLast = isOnlyLast && row + 1 == m_layout.rowCount();
    }
    m_anchor.settle();
    for (const auto &[row, from] : dirty) {
        dirtyTop = qMin(dirtyTop, topOf(row) + from);
        dirtyBottom = qMax(dirtyBottom, topOf(row) + m_layout.rowHeight(row));
    }
    const qint64 moved = m_anchor.top() - oldTop;
    const bool isStill = m_anchor.row() == oldTopRow && m_anchor.pixel() == oldPixel;
    notePositionChanged();
    const QRect area = viewport()->rect();
    if (!isStill && isOnlyLast && moved > 0 && moved < area.height() && !m_pill->isVisible()) {
        viewport()->scroll(0, int(-moved), area);
        // What stays at the top was moved away with everything else.
        if (const int sticky = stickyHeightAtTop(); sticky > 0)
            viewport()->update(QRect(0, 0, area.width(), sticky));
    } else if (!isStill) {
        dirtyTop = 0;
    }
    if (dirtyTop < area.bottom())
        viewport()->update(QRect(0, qMax(0, dirtyTop), area.width(), qMin(area.bottom(), dirtyBottom) - qMax(0, dirtyTop) + 1));
    for (const int row : rows) {
        if (row < m_layout.rowCount())
            noteNewText(row);
    }
}

void TranscriptView::noteNewText(int row)
{
    const bool isBelow = topOf(row) + m_layout.rowHeight(row) > viewport()->height();
    if (!isVisible() || isFollowing() || !isBelow || m_anchor.isAtEnd())
        return;
    m_pill->show();
    m_pill->raise();
}
