// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

class TranscriptLayout;

// Where the reader is: the row at the top of the viewport and how many pixels of it are above. This, not the scroll bar, is
// the truth, so that heights that become known above never move what is read. Following the end is a state of its own: entered
// by reaching the end, left by any movement upwards.
class ScrollAnchor
{
public:
    explicit ScrollAnchor(TranscriptLayout &layout) : m_layout(layout) {}

    void setViewportHeight(int height) { m_viewportHeight = height; }
    // Space below the last row.
    void setEndPadding(int pixels) { m_endPadding = pixels; }
    // The question that was just asked may stand at the top of the viewport while its answer is still short. -1: none.
    void setQuestionRow(int row) { m_questionRow = row; }
    int questionRow() const { return m_questionRow; }

    int row() const { return m_row; }
    int pixel() const { return m_pixel; }
    bool isFollowing() const { return m_isFollowing; }
    bool isAtEnd() const;

    void follow() { m_isFollowing = true; }
    void goTo(int row, int pixel);
    // By the reader: upwards leaves the following, reaching the end enters it.
    void scrollBy(int pixels);
    // To a position of the scroll bar.
    void scrollTo(qint64 top);
    // Lays out the rows that are in view and puts the anchor where it can be. Afterwards everything visible is exact.
    void settle();

    qint64 top() const;                  // of the viewport, in the transcript
    qint64 range() const;                // largest top
    int lastVisibleRow() const { return m_lastVisibleRow; }

    void insertRows(int first, int count);
    void removeRows(int first, int count);
    void reset();

private:
    int endSpace() const;
    void settleAtEnd();
    void settleAtAnchor();
    void normalise();

    TranscriptLayout &m_layout;
    int m_viewportHeight = 0;
    int m_endPadding = 0;
    int m_questionRow = -1;
    int m_row = 0;
    int m_pixel = 0;
    int m_lastVisibleRow = -1;
    bool m_isFollowing = true;
};
