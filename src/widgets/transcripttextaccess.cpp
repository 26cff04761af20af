// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcripttextaccess_p.h"

#include "leafpositions.h"
#include "transcriptview.h"

TranscriptTextAccess::TranscriptTextAccess(TranscriptView *view, MessageId message, const TextStretch &stretch)
    : m_view(view), m_message(message), m_stretch(stretch)
{
}

TranscriptTextAccess::~TranscriptTextAccess() = default;

int TranscriptTextAccess::row() const
{
    if (!m_view)
        return -1;
    TranscriptLayout &layout = m_view->transcriptLayout();
    if (m_row < 0 || m_row >= layout.rowCount() || layout.messageId(m_row) != m_message)
        m_row = layout.rowOf(m_message);
    const bool isGone = m_row >= 0 && m_stretch.leaf >= 0 && m_stretch.leaf >= layout.ensureRow(m_row).body().leafCount();
    return isGone ? -1 : m_row;
}

RowLayout &TranscriptTextAccess::layout() const
{
    return m_view->transcriptLayout().ensureRow(row());
}

QString TranscriptTextAccess::wholeText() const
{
    if (row() < 0)
        return {};
    const MessageLayout &body = layout().body();
    QString text;
    if (m_stretch.leaf >= 0) {
        text = leafText(body.leaf(m_stretch.leaf)).mid(m_stretch.begin, m_stretch.end - m_stretch.begin);
    } else {
        for (int leaf = 0; leaf < body.leafCount(); ++leaf)
            text += (leaf > 0 ? QStringLiteral("\n") : QString()) + leafText(body.leaf(leaf));
    }
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

LeafPosition TranscriptTextAccess::positionOf(int offset) const
{
    if (m_stretch.leaf >= 0)
        return { m_stretch.leaf, qMin(m_stretch.begin + offset, m_stretch.end) };
    const MessageLayout &body = layout().body();
    for (int leaf = 0; leaf < body.leafCount(); ++leaf) {
        const int length = int(leafTextLength(body.leaf(leaf)));
        if (offset <= length)
            return { leaf, offset };
        offset -= length + 1;
    }
    return body.endPosition();
}

// Of a place outside the stretch: the nearer end of it.
int TranscriptTextAccess::offsetOf(const LeafPosition &position) const
{
    if (m_stretch.leaf >= 0) {
        if (position.leaf != m_stretch.leaf)
            return position.leaf < m_stretch.leaf ? 0 : int(m_stretch.end - m_stretch.begin);
        return int(qBound(m_stretch.begin, position.position, m_stretch.end) - m_stretch.begin);
    }
    const MessageLayout &body = layout().body();
    qsizetype offset = position.position;
    for (int leaf = 0; leaf < position.leaf; ++leaf)
        offset += leafTextLength(body.leaf(leaf)) + 1;
    return int(offset);
}

QRect TranscriptTextAccess::rowOnScreen() const
{
    const QRect visible = m_view->visualRect(m_view->model()->index(row(), 0));
    return QRect(m_view->viewport()->mapToGlobal(visible.topLeft()), visible.size());
}

QRect TranscriptTextAccess::rectOnScreen(const QRectF &inRow) const
{
    return row() < 0 ? QRect() : inRow.toAlignedRect().translated(rowOnScreen().topLeft());
}

QRect TranscriptTextAccess::rectOfStretch() const
{
    if (row() < 0)
        return {};
    if (m_stretch.leaf < 0)
        return rowOnScreen();
    const RowLayout &row = layout();
    const LeafPosition begin { m_stretch.leaf, m_stretch.begin };
    QRectF rect = row.body().caretRect(begin);
    for (const QRectF &part : row.body().rectsOf({ row.body().sourceOffset(begin), row.body().sourceOffset({ m_stretch.leaf, m_stretch.end }) }))
        rect |= part;
    return rectOnScreen(rect.translated(row.bodyOrigin()));
}

int TranscriptTextAccess::characterCount() const
{
    return int(wholeText().size());
}

QString TranscriptTextAccess::text(int start, int end) const
{
    return wholeText().mid(start, end < 0 ? -1 : end - start);
}

int TranscriptTextAccess::cursorPosition() const
{
    if (row() < 0 || !m_view->selection().hasStart() || m_view->selection().end().row != row())
        return 0;
    return offsetOf(layout().body().positionOf(m_view->selection().end().offset));
}

void TranscriptTextAccess::addSelection(int start, int end)
{
    if (row() < 0)
        return;
    const MessageLayout &body = layout().body();
    m_view->selectSource(row(), { body.sourceOffset(positionOf(start)), body.sourceOffset(positionOf(end)) });
}

void TranscriptTextAccess::removeSelection(int)
{
    if (selectionCount() > 0)
        m_view->selectSource(row(), {});
}

void TranscriptTextAccess::setSelection(int, int start, int end)
{
    addSelection(start, end);
}

int TranscriptTextAccess::selectionCount() const
{
    int start = 0;
    int end = 0;
    selection(0, &start, &end);
    return end > start ? 1 : 0;
}

void TranscriptTextAccess::selection(int, int *start, int *end) const
{
    *start = *end = 0;
    if (row() < 0 || !m_view->selection().touches(row()))
        return;
    const MessageLayout &body = layout().body();
    const SourceRange range = m_view->selection().rangeIn(row(), body.source().size());
    *start = offsetOf(body.positionOf(range.begin));
    *end = offsetOf(body.positionOf(range.end));
}

QRect TranscriptTextAccess::characterRect(int offset) const
{
    if (row() < 0)
        return {};
    const RowLayout &row = layout();
    const LeafPosition at = positionOf(offset);
    const QRectF begin = row.body().caretRect(at);
    const QRectF end = row.body().caretRect({ at.leaf, at.position + 1 });
    // From right to left a character stands in front of its caret; at the end of a line the next caret is on another.
    const bool isSameLine = qFuzzyCompare(begin.top(), end.top());
    const qreal left = isSameLine ? qMin(begin.left(), end.left()) : begin.left();
    const qreal width = isSameLine ? qMax(1.0, qAbs(end.left() - begin.left())) : 1.0;
    return rectOnScreen(QRectF(left, begin.top(), width, begin.height()).translated(row.bodyOrigin()));
}

int TranscriptTextAccess::offsetAtPoint(const QPoint &point) const
{
    if (row() < 0)
        return -1;
    const RowLayout &row = layout();
    return offsetOf(row.body().positionAt(QPointF(point - rowOnScreen().topLeft()) - row.bodyOrigin()));
}

void TranscriptTextAccess::scrollToSubstring(int start, int)
{
    if (row() < 0)
        return;
    m_view->scrollTo(m_view->model()->index(row(), 0));
    m_view->showInRow(row(), layout().body().caretRect(positionOf(start)).translated(layout().bodyOrigin()));
}

// Of the run of one look that holds the offset. The names are those of IAccessible2, which Qt translates for other systems.
QString TranscriptTextAccess::attributes(int offset, int *start, int *end) const
{
    *start = offset;
    *end = characterCount();
    if (row() < 0)
        return {};
    const LeafPosition at = positionOf(offset);
    const MessageLayout &body = layout().body();
    if (at.leaf >= body.leafCount())
        return {};
    const Leaf &leaf = body.leaf(at.leaf);
    *start = offsetOf({ at.leaf, 0 });
    *end = offsetOf({ at.leaf, leafTextLength(leaf) });
    QString found = leaf.kind == LeafKind::Code ? QStringLiteral("font-family:monospace;") : QString();
    if (leaf.kind == LeafKind::Heading)
        found += QStringLiteral("level:%1;").arg(leaf.level);
    for (const Inline &part : leaf.inlines) {
        if (at.position < part.begin || at.position >= part.begin + part.length)
            continue;
        *start = offsetOf({ at.leaf, part.begin });
        *end = offsetOf({ at.leaf, part.begin + part.length });
        found += part.style & StrongStyle ? QStringLiteral("font-weight:bold;") : QString();
        found += part.style & EmphasisStyle ? QStringLiteral("font-style:italic;") : QString();
        found += part.style & StrikeStyle ? QStringLiteral("text-line-through-style:solid;") : QString();
        found += part.style & CodeStyle ? QStringLiteral("font-family:monospace;") : QString();
    }
    return found;
}
