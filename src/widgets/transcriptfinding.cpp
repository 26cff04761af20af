// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "findmarks_p.h"
#include "leafpositions.h"

#include <QScrollBar>

void TranscriptView::setSearch(const TextSearch &search)
{
    if (search == m_search)
        return;
    m_search = search;
    m_currentFind.reset();
    viewport()->update();
}

void TranscriptView::showFind(const MessageId &message, const FoundPlace &place)
{
    const int row = m_layout.rowOf(message);
    if (row < 0)
        return;
    showWaitingText();
    const std::optional<MessageId> before = m_currentFind ? std::optional(m_currentFind->message) : std::nullopt;
    m_currentFind = CurrentFind { message, place };
    RowLayout &layout = m_layout.ensureRow(row);
    if (place.leaf >= layout.body().leafCount() || place.range.end > leafTextLength(layout.body().leaf(place.leaf)))
        return;
    const LeafPosition begin { place.leaf, place.range.begin };
    revealSideways(layout, begin);
    const QRectF caret = layout.body().caretRect(begin).translated(layout.bodyOrigin());
    const int margin = theme()->steps(6);
    const int top = topOf(row) + qRound(caret.top());
    const bool isInView = top >= margin && top + qRound(caret.height()) <= viewport()->height() - margin;
    if (!isInView)
        m_anchor.goTo(row, qRound(caret.top()) - viewport()->height() / 3);
    if (before)
        updateRow(m_layout.rowOf(*before));
    relayout();
}

// What is found in a long line of code or a wide table is scrolled into its box.
void TranscriptView::revealSideways(RowLayout &row, const LeafPosition &position)
{
    const QRectF box = row.body().leafRect(position.leaf);
    const QRectF caret = row.body().caretRect(position);
    BlockBox *wide = row.body().sidewaysBoxAt(QPointF(box.center().x(), caret.center().y()));
    const bool isInBox = caret.left() >= box.left() && caret.left() < box.right() - theme()->steps(6);
    if (wide && !isInBox)
        wide->scrollSideways(caret.left() - box.center().x());
}

void TranscriptView::clearFind()
{
    setSearch({});
    setFindMarks({});
}

void TranscriptView::setFindMarks(std::vector<FindMark> marks)
{
    if (!m_findMarks && marks.empty())
        return;
    if (!m_findMarks) {
        m_findMarks = new FindMarks(verticalScrollBar(), m_layout);
        m_findMarks->setColor(theme()->colors.accent);
    }
    m_findMarks->setMarks(std::move(marks));
}
