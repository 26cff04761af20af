// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "leafpositions.h"
#include "transcriptannouncer_p.h"

#include <QKeyEvent>
#include <QTextBoundaryFinder>

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (hasSelection())
            copySelection();
        else if (currentIndex().isValid())
            copyMessage(currentIndex().row());
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    // Not every platform makes a menu event of it.
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        openMenuAtFocus();
        return;
    }
    if (extendSelection(event) || handleInsideKey(event) || handleNavigationKey(event))
        return;
    // Everything else is for the window: typing goes to the composer.
    event->ignore();
}

bool TranscriptView::handleNavigationKey(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier | Qt::MetaModifier)
        && event->key() != Qt::Key_Home && event->key() != Qt::Key_End && event->key() != Qt::Key_Space)
        return false;
    const int page = qMax(theme()->lineHeight, viewport()->height() - 2 * theme()->lineHeight);
    switch (event->key()) {
    case Qt::Key_Up:
        walkMessages(-1);
        return true;
    case Qt::Key_Down:
        walkMessages(1);
        return true;
    case Qt::Key_PageUp:
        scrollByPixels(-page);
        return true;
    case Qt::Key_PageDown:
        scrollByPixels(page);
        return true;
    case Qt::Key_Space:
        scrollByPixels(event->modifiers() & Qt::ShiftModifier ? -page : page);
        return true;
    case Qt::Key_Home:
        m_anchor.goTo(0, 0);
        relayout();
        return true;
    case Qt::Key_End:
        followEnd();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentIndex().isValid())
            return false;
        m_isWalking = true;
        focusSpot(0);
        return true;
    case Qt::Key_Escape:
        if (!hasSelection())
            return false;
        changeSelection({});
        return true;
    default:
        return false;
    }
}

// Keys while something inside a message has the focus.
bool TranscriptView::handleInsideKey(QKeyEvent *event)
{
    if (m_focusedSpot < 0)
        return false;
    const bool isSideways = event->key() == Qt::Key_Right || event->key() == Qt::Key_Left;
    if (isSideways && scrollFocusedSideways(event->key() == Qt::Key_Right ? 1 : -1))
        return true;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        focusSpot(m_focusedSpot + 1);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
        focusSpot(m_focusedSpot - 1);
        return true;
    case Qt::Key_Escape:
        focusSpot(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (const std::optional<Touched> spot = focusedSpot())
            activate(*spot);
        return true;
    default:
        return false;
    }
}

// Up and down lead on from a block that is wider than the column; left and right show the rest of it.
bool TranscriptView::scrollFocusedSideways(int direction)
{
    const std::optional<Touched> focused = focusedSpot();
    const bool isOfBlock = focused && (focused->spot.isBlock() || focused->spot.kind == Hotspot::Kind::CopyCode);
    if (!isOfBlock)
        return false;
    BlockBox &box = m_layout.ensureRow(focused->row).body().box(focused->spot.leaf);
    if (box.sidewaysRange() <= 0)
        return false;
    box.scrollSideways(direction * theme()->scaled(60));
    updateRow(focused->row);
    return true;
}

std::optional<TranscriptView::Touched> TranscriptView::focusedSpot()
{
    if (m_focusedSpot < 0 || !currentIndex().isValid() || currentIndex().row() >= m_layout.rowCount())
        return std::nullopt;
    const std::vector<Hotspot> spots = m_layout.ensureRow(currentIndex().row()).hotspots();
    if (m_focusedSpot >= int(spots.size()))
        return std::nullopt;
    return Touched { currentIndex().row(), spots[size_t(m_focusedSpot)] };
}

void TranscriptView::focusSpot(int index)
{
    if (!currentIndex().isValid())
        return;
    const int row = currentIndex().row();
    const std::vector<Hotspot> spots = m_layout.ensureRow(row).hotspots();
    m_focusedSpot = spots.empty() ? -1 : qBound(-1, index, int(spots.size()) - 1);
    Q_EMIT linkHovered(m_focusedSpot >= 0 ? targetOf(spots[size_t(m_focusedSpot)]) : QString());
    if (m_focusedSpot >= 0) {
        showInRow(row, spots[size_t(m_focusedSpot)].rect);
        m_announcer->noteSpotFocus(row, spots[size_t(m_focusedSpot)]);
    } else {
        m_announcer->noteFocus(row);
    }
    updateRow(row);
}

// A long message is read before the next one is gone to.
void TranscriptView::walkMessages(int step)
{
    if (m_layout.rowCount() == 0)
        return;
    m_isWalking = true;
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    if (current < 0) {
        setCurrentIndex(model()->index(step > 0 ? m_anchor.row() : m_anchor.lastVisibleRow(), 0));
        return;
    }
    const int top = topOf(current);
    const int bottom = top + m_layout.rowHeight(current);
    const bool isVisibleHere = top < viewport()->height() && bottom > 0;
    if (isVisibleHere && step > 0 && bottom > viewport()->height()) {
        scrollByPixels(3 * theme()->lineHeight);
        return;
    }
    if (isVisibleHere && step < 0 && top < 0) {
        scrollByPixels(-3 * theme()->lineHeight);
        return;
    }
    const int next = qBound(0, current + step, m_layout.rowCount() - 1);
    setCurrentIndex(model()->index(next, 0));
    scrollTo(currentIndex());
}

void TranscriptView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_focusedSpot = -1;
    updateRow(previous.row());
    updateRow(current.row());
    if (current.isValid() && hasFocus())
        m_announcer->noteFocus(current.row());
}

QModelIndex TranscriptView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (m_layout.rowCount() == 0)
        return {};
    const int current = qMax(0, currentIndex().row());
    int row = current;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MovePageUp:
        row = current - 1;
        break;
    case MoveDown:
    case MoveNext:
    case MovePageDown:
        row = current + 1;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = m_layout.rowCount() - 1;
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(qBound(0, row, m_layout.rowCount() - 1), 0);
}

// Shift with arrows, Home and End moves the end of the selection, through blocks and messages.
bool TranscriptView::extendSelection(QKeyEvent *event)
{
    if (!(event->modifiers() & Qt::ShiftModifier) || m_layout.rowCount() == 0)
        return false;
    showWaitingText();
    TranscriptSelection selection = m_selection;
    if (!selection.hasStart()) {
        const int row = currentIndex().isValid() ? currentIndex().row() : m_anchor.row();
        selection.start({ row, 0 });
    }
    const bool byWord = event->modifiers() & Qt::ControlModifier;
    TranscriptPosition end = selection.end();
    RowLayout &row = m_layout.ensureRow(qBound(0, end.row, m_layout.rowCount() - 1));
    MessageLayout &body = row.body();
    LeafPosition at = body.positionOf(end.offset);
    const QString text = at.leaf < body.leafCount() ? leafText(body.leaf(at.leaf)) : QString();
    QTextBoundaryFinder finder(byWord ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(at.position);
    const QRectF caret = body.caretRect(at);
    if (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        m_keyboardX = -1;
    else if (m_keyboardX < 0)
        m_keyboardX = caret.left();

    const auto enterRow = [&](int newRow, bool atEnd) {
        if (newRow < 0 || newRow >= m_layout.rowCount())
            return;
        end.row = newRow;
        end.offset = atEnd ? m_layout.ensureRow(newRow).source().size() : 0;
    };
    const auto moveTo = [&](const LeafPosition &position) { end.offset = body.sourceOffset(position); };
    switch (event->key()) {
    case Qt::Key_Left:
        if (at.position > 0)
            moveTo({ at.leaf, qMax<qsizetype>(0, finder.toPreviousBoundary()) });
        else if (at.leaf > 0)
            moveTo({ at.leaf - 1, leafTextLength(body.leaf(at.leaf - 1)) });
        else
            enterRow(end.row - 1, true);
        break;
    case Qt::Key_Right:
        if (at.position < text.size())
            moveTo({ at.leaf, finder.toNextBoundary() });
        else if (at.leaf + 1 < body.leafCount())
            moveTo({ at.leaf + 1, 0 });
        else
            enterRow(end.row + 1, false);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const bool isUp = event->key() == Qt::Key_Up;
        const qreal y = isUp ? caret.top() - caret.height() / 2 : caret.bottom() + caret.height() / 2;
        if (y < 0)
            enterRow(end.row - 1, true);
        else if (y >= body.height())
            enterRow(end.row + 1, false);
        else
            moveTo(body.positionAt({ m_keyboardX, y }));
        break;
    }
    case Qt::Key_Home:
        if (byWord)
            end = { 0, 0 };
        else
            moveTo(body.lineEdge(at, false));
        break;
    case Qt::Key_End:
        if (byWord)
            enterRow(m_layout.rowCount() - 1, true);
        else
            moveTo(body.lineEdge(at, true));
        break;
    default:
        return false;
    }
    selection.extendTo(end);
    changeSelection(selection);

    RowLayout &endRow = m_layout.ensureRow(end.row);
    const QRectF shown = endRow.body().caretRect(endRow.body().positionOf(end.offset))
        .translated(endRow.bodyOrigin()).translated(0, topOf(end.row));
    if (shown.top() < 0)
        scrollByPixels(int(shown.top()));
    else if (shown.bottom() > viewport()->height())
        scrollByPixels(int(shown.bottom()) - viewport()->height());
    return true;
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool isByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    if (!isByKey || m_layout.rowCount() == 0)
        return;
    m_isWalking = true;
    if (!currentIndex().isValid())
        setCurrentIndex(model()->index(m_anchor.lastVisibleRow(), 0));
    updateRow(currentIndex().row());
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    // A menu of this view gives the focus back to what it was about.
    if (event->reason() == Qt::PopupFocusReason)
        return;
    if (std::exchange(m_focusedSpot, -1) >= 0)
        Q_EMIT linkHovered(QString());
    updateRow(currentIndex().row());
}

// Inside a message Tab goes from one thing to the next, behind the last one out of the transcript.
bool TranscriptView::focusNextPrevChild(bool next)
{
    if (m_focusedSpot >= 0) {
        const int before = m_focusedSpot;
        focusSpot(next ? m_focusedSpot + 1 : m_focusedSpot - 1);
        if (m_focusedSpot != before && m_focusedSpot >= 0)
            return true;
        m_focusedSpot = -1;
        updateRow(currentIndex().row());
    }
    return QAbstractItemView::focusNextPrevChild(next);
}
