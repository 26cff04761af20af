// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "scrollanchor.h"

#include "transcriptlayout.h"

void ScrollAnchor::reset()
{
    m_row = 0;
    m_pixel = 0;
    m_questionRow = -1;
    m_lastVisibleRow = -1;
    m_isFollowing = true;
}

void ScrollAnchor::goTo(int row, int pixel)
{
    m_isFollowing = false;
    m_row = qBound(0, row, qMax(0, m_layout.rowCount() - 1));
    m_pixel = pixel;
}

int ScrollAnchor::endSpace() const
{
    if (m_questionRow < 0 || m_questionRow >= m_layout.rowCount())
        return m_endPadding;
    const qint64 below = m_layout.totalHeight() - m_layout.rowTop(m_questionRow);
    return qMax(m_endPadding, int(qMax<qint64>(0, m_viewportHeight - below)));
}

qint64 ScrollAnchor::top() const
{
    return m_layout.rowCount() == 0 ? 0 : m_layout.rowTop(m_row) + m_pixel;
}

qint64 ScrollAnchor::range() const
{
    return qMax<qint64>(0, m_layout.totalHeight() + endSpace() - m_viewportHeight);
}

bool ScrollAnchor::isAtEnd() const
{
    return top() >= range();
}

void ScrollAnchor::scrollBy(int pixels)
{
    if (pixels == 0 || m_layout.rowCount() == 0)
        return;
    m_isFollowing = false;
    m_pixel += pixels;
    settle();
    // Where everything fits, there is no upwards.
    const bool everythingFits = m_row == 0 && m_pixel == 0 && isAtEnd();
    m_isFollowing = (pixels > 0 || everythingFits) && isAtEnd();
}

void ScrollAnchor::scrollTo(qint64 target)
{
    if (m_layout.rowCount() == 0)
        return;
    const bool isDown = target >= top();
    m_isFollowing = false;
    m_row = m_layout.rowAt(target);
    m_pixel = int(target - m_layout.rowTop(m_row));
    settle();
    m_isFollowing = isDown && isAtEnd();
}

void ScrollAnchor::settle()
{
    if (m_layout.rowCount() == 0) {
        m_row = m_pixel = 0;
        m_lastVisibleRow = -1;
        return;
    }
    if (m_isFollowing)
        settleAtEnd();
    else
        settleAtAnchor();
}

void ScrollAnchor::settleAtEnd()
{
    // How much stands below the last row may depend on heights that are only now measured.
    const int last = m_layout.rowCount() - 1;
    for (int row = qMax(0, m_questionRow); m_questionRow >= 0 && row <= last; ++row)
        m_layout.ensureRow(row);
    int row = last + 1;
    int filled = endSpace();
    do {
        --row;
        m_layout.ensureRow(row);
        filled += m_layout.rowHeight(row);
    } while (row > 0 && filled < m_viewportHeight);
    m_row = row;
    m_pixel = qMax(0, filled - m_viewportHeight);
    m_lastVisibleRow = last;
}

// Moves the anchor to the row that really holds the top pixel.
void ScrollAnchor::normalise()
{
    m_layout.ensureRow(m_row);
    while (m_pixel < 0 && m_row > 0) {
        --m_row;
        m_layout.ensureRow(m_row);
        m_pixel += m_layout.rowHeight(m_row);
    }
    m_pixel = qMax(0, m_pixel);
    while (m_pixel >= m_layout.rowHeight(m_row) && m_row + 1 < m_layout.rowCount()) {
        m_pixel -= m_layout.rowHeight(m_row);
        ++m_row;
        m_layout.ensureRow(m_row);
    }
}

void ScrollAnchor::settleAtAnchor()
{
    m_row = qBound(0, m_row, m_layout.rowCount() - 1);
    normalise();
    int bottom = m_layout.rowHeight(m_row) - m_pixel;
    m_lastVisibleRow = m_row;
    while (bottom < m_viewportHeight && m_lastVisibleRow + 1 < m_layout.rowCount()) {
        ++m_lastVisibleRow;
        m_layout.ensureRow(m_lastVisibleRow);
        bottom += m_layout.rowHeight(m_lastVisibleRow);
    }
    const int missing = m_viewportHeight - bottom - endSpace();
    if (m_lastVisibleRow + 1 == m_layout.rowCount() && missing > 0) {
        m_pixel -= missing;
        normalise();
    }
}

void ScrollAnchor::insertRows(int first, int count)
{
    if (first <= m_row && m_layout.rowCount() > count)
        m_row += count;
    if (m_questionRow >= first)
        m_questionRow += count;
}

void ScrollAnchor::removeRows(int first, int count)
{
    if (m_questionRow >= first)
        m_questionRow = m_questionRow < first + count ? -1 : m_questionRow - count;
    if (m_row < first)
        return;
    if (m_row >= first + count) {
        m_row -= count;
    } else {
        m_row = first;
        m_pixel = 0;
    }
    m_row = qBound(0, m_row, qMax(0, m_layout.rowCount() - 1));
}
