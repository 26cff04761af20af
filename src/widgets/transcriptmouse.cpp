// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "hiddencharacters.h"
#include "leafpositions.h"
#include "linkpolicy.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

QPointF TranscriptView::inBody(int row, const QPoint &point)
{
    return QPointF(point) - QPointF(0, topOf(row)) - m_layout.ensureRow(row).bodyOrigin();
}

TranscriptPosition TranscriptView::positionAt(const QPoint &point)
{
    const Place place = placeAt(point.y());
    if (place.row < 0)
        return {};
    RowLayout &row = m_layout.ensureRow(place.row);
    const QPointF inside = inBody(place.row, point);
    if (inside.y() >= row.body().height())
        return { place.row, row.source().size() };
    if (inside.y() < 0)
        return { place.row, 0 };
    return { place.row, row.body().sourceOffset(row.body().positionAt(inside)) };
}

std::optional<TranscriptView::Touched> TranscriptView::touchedAt(const QPoint &point)
{
    const Place place = placeAt(point.y());
    if (place.row < 0)
        return std::nullopt;
    const std::optional<Hotspot> spot = m_layout.ensureRow(place.row).hotspotAt(QPointF(point) - QPointF(0, place.top));
    if (!spot)
        return std::nullopt;
    return Touched { place.row, *spot };
}

// Where it leads, as it can be trusted: the host in ASCII, and nothing hidden in it.
QString TranscriptView::targetOf(const Hotspot &spot)
{
    if (!spot.isAddress())
        return {};
    const std::optional<QUrl> url = allowedLink(spot.value);
    return url ? shownLink(*url) : tr("This link is not opened: %1").arg(withHiddenCharactersShown(spot.value));
}

void TranscriptView::hover(const QPoint &point)
{
    const Place place = placeAt(point.y());
    const bool isInside = viewport()->rect().contains(point) && place.row >= 0
        && point.y() < place.top + m_layout.rowHeight(place.row);
    const int row = isInside ? place.row : -1;
    std::optional<Touched> touched = isInside ? touchedAt(point) : std::nullopt;
    const bool isSame = touched.has_value() == m_hovered.has_value()
        && (!touched || (touched->row == m_hovered->row && touched->spot.isSameAs(m_hovered->spot)));
    const QString oldTarget = m_hovered ? targetOf(m_hovered->spot) : QString();
    const QString target = touched ? targetOf(touched->spot) : QString();

    viewport()->setCursor(cursorAt(row, point, touched));
    hoverBar(row, point);
    if (!isSame || row != m_hoveredRow) {
        const int oldRow = m_hoveredRow;
        m_hovered = std::move(touched);
        m_hoveredRow = row;
        updateRow(oldRow);
        if (row != oldRow)
            updateRow(row);
    }
    if (target != oldTarget)
        Q_EMIT linkHovered(target);
}

Qt::CursorShape TranscriptView::cursorAt(int row, const QPoint &point, const std::optional<Touched> &touched)
{
    if (touched && touched->spot.isAddress())
        return allowedLink(touched->spot.value) ? Qt::PointingHandCursor : Qt::ArrowCursor;
    if (touched)
        return Qt::PointingHandCursor;
    if (row < 0)
        return Qt::ArrowCursor;
    const MessageLayout &body = m_layout.ensureRow(row).body();
    const QPointF inside = inBody(row, point);
    const int leaf = body.leafAt(inside);
    const bool isOnBar = leaf >= 0 && body.box(leaf).sidewaysTrack().contains(inside - body.leafRect(leaf).topLeft());
    return body.isOnText(inside) && !isOnBar ? Qt::IBeamCursor : Qt::ArrowCursor;
}

// The bar of a wide block is thin until the pointer is over the block.
void TranscriptView::hoverBar(int row, const QPoint &point)
{
    int leaf = -1;
    if (row >= 0) {
        const MessageLayout &body = m_layout.ensureRow(row).body();
        leaf = body.leafAt(inBody(row, point));
        if (leaf >= 0 && body.box(leaf).sidewaysRange() <= 0)
            leaf = -1;
    }
    const int barRow = leaf >= 0 ? row : -1;
    if (barRow == m_barRow && leaf == m_barLeaf)
        return;
    updateRow(std::exchange(m_barRow, barRow));
    m_barLeaf = leaf;
    updateRow(m_barRow);
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    case QEvent::Leave:
        hover(QPoint(-1, -1));
        return QAbstractScrollArea::viewportEvent(event);
    default:
        return QAbstractItemView::viewportEvent(event);
    }
}

void TranscriptView::showToolTip(const QPoint &point, const QPoint &globalPoint)
{
    const std::optional<Touched> touched = touchedAt(point);
    if (!touched) {
        QToolTip::hideText();
        return;
    }
    QString text = touched->spot.label;
    if (touched->spot.isAddress())
        text = targetOf(touched->spot);
    if (touched->spot.kind == Hotspot::Kind::Picture && allowedLink(touched->spot.value))
        text = tr("Pictures in answers are not loaded. A click opens this one in the browser: %1").arg(text);
    QToolTip::showText(globalPoint, plainToolTip(text), viewport());
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    m_isWalking = false;
    m_focusedSpot = -1;
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    m_isPressed = true;
    m_hasDragged = false;
    m_pressPoint = m_lastPoint = point;
    if (takeBar(point))
        return;
    m_pressed = touchedAt(point);
    if (const QModelIndex index = indexAt(point); index.isValid())
        setCurrentIndex(index);
    const bool isTriple = event->timestamp() - quint64(m_lastDoubleClick) < quint64(QApplication::doubleClickInterval())
        && (point - m_doubleClickPoint).manhattanLength() < QApplication::startDragDistance();
    if (isTriple && m_lastDoubleClick > 0) {
        m_lastDoubleClick = 0;
        selectLeafAt(point);
        m_isPressed = false;
        return;
    }
    const bool extends = event->modifiers() & Qt::ShiftModifier && m_selection.hasStart();
    m_mayDragOut = !extends && mayBeDraggedOut(point);
    if (m_mayDragOut || (m_pressed && !m_pressed->spot.isInText()))
        return;
    TranscriptSelection selection = m_selection;
    if (extends)
        selection.extendTo(positionAt(point));
    else
        selection.start(positionAt(point));
    changeSelection(selection);
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_isPressed || !(event->buttons() & Qt::LeftButton)) {
        hover(point);
        return;
    }
    if (m_heldBar) {
        moveBar(point);
        return;
    }
    if (!m_hasDragged && (point - m_pressPoint).manhattanLength() < QApplication::startDragDistance())
        return;
    m_hasDragged = true;
    if (m_mayDragOut)
        dragOut();
    else if (!m_pressed || m_pressed->spot.isInText())
        dragTo(point);
}

void TranscriptView::dragTo(const QPoint &point)
{
    m_lastPoint = point;
    const bool isOutside = point.y() < 0 || point.y() >= viewport()->height();
    if (isOutside && !m_dragTimer.isActive())
        m_dragTimer.start();
    else if (!isOutside)
        m_dragTimer.stop();
    TranscriptSelection selection = m_selection;
    selection.extendTo(positionAt(QPoint(point.x(), qBound(0, point.y(), viewport()->height() - 1))));
    changeSelection(selection);
}

void TranscriptView::scrollWhileDragging()
{
    const int above = m_lastPoint.y();
    const int below = m_lastPoint.y() - viewport()->height();
    const int distance = above < 0 ? above : qMax(0, below);
    scrollByPixels(qBound(-120, distance, 120));
    dragTo(m_lastPoint);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    const QPoint point = event->position().toPoint();
    if (m_heldBar) {
        m_heldBar.reset();
        hover(point);
        return;
    }
    // A press on the selection that dragged nothing out is a press like any other.
    const bool wasOnSelection = std::exchange(m_mayDragOut, false) && isOnSelection(point);
    if (wasOnSelection && !m_hasDragged) {
        TranscriptSelection selection;
        selection.start(positionAt(point));
        changeSelection(selection);
    }
    const std::optional<Touched> pressed = std::exchange(m_pressed, std::nullopt);
    const std::optional<Touched> released = touchedAt(point);
    if (!m_hasDragged && pressed && released && pressed->row == released->row && pressed->spot.isSameAs(released->spot))
        activate(*pressed);
    if (hasSelection() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedMarkdown(), QClipboard::Selection);
    hover(point);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    if (const std::optional<Touched> touched = touchedAt(point); touched && !touched->spot.isInText()) {
        // Two quick presses of a button are two presses.
        mousePressEvent(event);
        return;
    }
    m_lastDoubleClick = qint64(event->timestamp());
    m_doubleClickPoint = point;
    selectWordAt(point);
}

std::optional<TranscriptView::TextPlace> TranscriptView::textPlaceAt(const QPoint &point)
{
    const Place place = placeAt(point.y());
    if (place.row < 0)
        return std::nullopt;
    const MessageLayout &body = m_layout.ensureRow(place.row).body();
    const LeafPosition at = body.positionAt(inBody(place.row, point));
    if (at.leaf >= body.leafCount())
        return std::nullopt;
    return TextPlace { place.row, at };
}

void TranscriptView::selectInLeaf(const TextPlace &place, qsizetype begin, qsizetype end)
{
    const MessageLayout &body = m_layout.ensureRow(place.row).body();
    TranscriptSelection selection;
    selection.select({ place.row, body.sourceOffset({ place.at.leaf, begin }) },
                     { place.row, body.sourceOffset({ place.at.leaf, end }) });
    changeSelection(selection);
}

void TranscriptView::selectWordAt(const QPoint &point)
{
    const std::optional<TextPlace> place = textPlaceAt(point);
    if (!place)
        return;
    const QString text = leafText(m_layout.ensureRow(place->row).body().leaf(place->at.leaf));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(place->at.position);
    if (!finder.isAtBoundary() || place->at.position == text.size())
        finder.toPreviousBoundary();
    const qsizetype begin = qMax<qsizetype>(0, finder.position());
    const qsizetype next = finder.toNextBoundary();
    selectInLeaf(*place, begin, next < 0 ? text.size() : next);
}

void TranscriptView::selectLeafAt(const QPoint &point)
{
    if (const std::optional<TextPlace> place = textPlaceAt(point))
        selectInLeaf(*place, 0, leafTextLength(m_layout.ensureRow(place->row).body().leaf(place->at.leaf)));
}

void TranscriptView::changeSelection(const TranscriptSelection &selection)
{
    if (selection == m_selection)
        return;
    const TranscriptSelection old = std::exchange(m_selection, selection);
    for (int row = m_anchor.row(); row <= m_anchor.lastVisibleRow(); ++row) {
        if (old.touches(row) || m_selection.touches(row))
            updateRow(row);
    }
}

void TranscriptView::activateLink(const Hotspot &spot)
{
    if (const std::optional<QUrl> url = allowedLink(spot.value))
        Q_EMIT linkActivated(*url, spot.label);
    else
        Q_EMIT linkRefused(spot.value);
}

void TranscriptView::toggleReasoning(int row)
{
    m_layout.setReasoningShown(row, !m_layout.ensureRow(row).isReasoningShown());
    // What was pressed stays where it is, also at the end.
    m_anchor.goTo(m_anchor.row(), m_anchor.pixel());
    relayout();
}

void TranscriptView::activate(const Touched &touched)
{
    const MessageId id = m_layout.messageId(touched.row);
    const RowContent &content = m_layout.ensureRow(touched.row).content();
    switch (touched.spot.kind) {
    case Hotspot::Kind::Link:
    case Hotspot::Kind::Picture:
    case Hotspot::Kind::Source:
        activateLink(touched.spot);
        break;
    case Hotspot::Kind::SourceFold:
        m_layout.setAllSourcesShown(touched.row, !m_layout.ensureRow(touched.row).areAllSourcesShown());
        m_anchor.goTo(m_anchor.row(), m_anchor.pixel());
        relayout();
        break;
    case Hotspot::Kind::Table:
    case Hotspot::Kind::Formula:
    case Hotspot::Kind::More:
        openMenuAt(touched);
        break;
    case Hotspot::Kind::CopyCode:
        copyCode(touched.row, touched.spot.leaf);
        break;
    case Hotspot::Kind::Attachment:
        Q_EMIT imageActivated(id, touched.spot.leaf);
        break;
    case Hotspot::Kind::Thinking:
        toggleReasoning(touched.row);
        break;
    case Hotspot::Kind::NoticeAction:
        Q_EMIT noticeActionRequested(id, touched.spot.value);
        break;
    case Hotspot::Kind::NoticeDetails:
        m_layout.setDetailsShown(touched.row, !m_layout.ensureRow(touched.row).areDetailsShown());
        relayout();
        break;
    case Hotspot::Kind::PreviousSibling:
        if (content.siblingIndex > 0)
            Q_EMIT siblingRequested(id, content.siblingIndex - 1);
        break;
    case Hotspot::Kind::NextSibling:
        if (content.siblingIndex + 1 < content.siblingCount)
            Q_EMIT siblingRequested(id, content.siblingIndex + 1);
        break;
    case Hotspot::Kind::Copy:
        copyMessage(touched.row);
        break;
    case Hotspot::Kind::Edit:
        if (content.role == Role::User)
            Q_EMIT editRequested(id);
        else
            Q_EMIT editAsRequested(id);
        break;
    case Hotspot::Kind::Regenerate:
        Q_EMIT regenerateRequested(id);
        break;
    }
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        event->ignore();          // zoom belongs to the window
        return;
    }
    QPointF pixels = event->pixelDelta();
    if (event->pixelDelta().isNull())
        pixels = QPointF(event->angleDelta()) / 120.0 * QApplication::wheelScrollLines() * theme()->lineHeight;
    const bool isSideways = std::abs(pixels.x()) > std::abs(pixels.y()) || event->modifiers() & Qt::ShiftModifier;
    if (isSideways) {
        const qreal distance = pixels.x() != 0 ? pixels.x() : pixels.y();
        const QPoint point = event->position().toPoint();
        const int row = indexAt(point).row();
        BlockBox *box = row >= 0 ? m_layout.ensureRow(row).body().sidewaysBoxAt(inBody(row, point)) : nullptr;
        if (box) {
            box->scrollSideways(-distance);
            updateRow(row);
        }
        event->accept();
        return;
    }
    scrollByPixels(-qRound(pixels.y()));
    hover(event->position().toPoint());
    event->accept();
}
