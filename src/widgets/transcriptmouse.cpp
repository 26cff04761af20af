// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "leafpositions.h"
#include "linkpolicy.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

TranscriptPosition TranscriptView::positionAt(const QPoint &point)
{
    const Place place = placeAt(point.y());
    if (place.row < 0)
        return {};
    RowLayout &row = m_layout.ensureRow(place.row);
    const QPointF inBody = QPointF(point) - QPointF(0, place.top) - row.bodyOrigin();
    if (inBody.y() >= row.body().height())
        return { place.row, row.source().size() };
    if (inBody.y() < 0)
        return { place.row, 0 };
    return { place.row, row.body().sourceOffset(row.body().positionAt(inBody)) };
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

void TranscriptView::hover(const QPoint &point)
{
    const Place place = placeAt(point.y());
    const bool isInside = viewport()->rect().contains(point) && place.row >= 0
        && point.y() < place.top + m_layout.rowHeight(place.row);
    const int row = isInside ? place.row : -1;
    std::optional<Touched> touched = isInside ? touchedAt(point) : std::nullopt;
    const bool isSame = touched.has_value() == m_hovered.has_value()
        && (!touched || (touched->row == m_hovered->row && touched->spot.isSameAs(m_hovered->spot)));
    const QString oldTarget = m_hovered && m_hovered->spot.kind == Hotspot::Kind::Link ? m_hovered->spot.value : QString();
    const QString target = touched && touched->spot.kind == Hotspot::Kind::Link ? touched->spot.value : QString();

    Qt::CursorShape shape = Qt::ArrowCursor;
    if (touched) {
        const bool isClosed = touched->spot.kind == Hotspot::Kind::Picture
            || (touched->spot.kind == Hotspot::Kind::Link && !allowedLink(touched->spot.value));
        shape = isClosed ? Qt::ArrowCursor : Qt::PointingHandCursor;
    } else if (row >= 0) {
        const RowLayout &layout = m_layout.ensureRow(row);
        const QPointF inBody = QPointF(point) - QPointF(0, place.top) - layout.bodyOrigin();
        shape = layout.body().isOnText(inBody) ? Qt::IBeamCursor : Qt::ArrowCursor;
    }
    viewport()->setCursor(shape);

    if (!isSame || row != m_hoveredRow) {
        const int oldRow = m_hoveredRow;
        m_hovered = std::move(touched);
        m_hoveredRow = row;
        updateRow(oldRow);
        if (row != oldRow)
            updateRow(row);
        else if (!isSame)
            updateRow(row);
    }
    if (target != oldTarget)
        Q_EMIT linkHovered(target);
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
    if (touched->spot.kind == Hotspot::Kind::Link) {
        const std::optional<QUrl> url = allowedLink(touched->spot.value);
        text = url ? shownLink(*url) : tr("This link is not opened: %1").arg(touched->spot.value);
    } else if (touched->spot.kind == Hotspot::Kind::Picture) {
        text = tr("Pictures in answers are not loaded: %1").arg(touched->spot.value);
    }
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
    m_pressed = touchedAt(point);
    if (const QModelIndex index = indexAt(point); index.isValid())
        setCurrentIndex(index);
    const bool isButton = m_pressed && m_pressed->spot.kind != Hotspot::Kind::Link && m_pressed->spot.kind != Hotspot::Kind::Picture;
    if (isButton)
        return;
    const bool isTriple = event->timestamp() - quint64(m_lastDoubleClick) < quint64(QApplication::doubleClickInterval())
        && (point - m_doubleClickPoint).manhattanLength() < QApplication::startDragDistance();
    if (isTriple && m_lastDoubleClick > 0) {
        m_lastDoubleClick = 0;
        selectLeafAt(point);
        m_isPressed = false;
        return;
    }
    TranscriptSelection selection = m_selection;
    if (event->modifiers() & Qt::ShiftModifier && selection.hasStart())
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
    if (!m_hasDragged && (point - m_pressPoint).manhattanLength() < QApplication::startDragDistance())
        return;
    m_hasDragged = true;
    const bool isButton = m_pressed && m_pressed->spot.kind != Hotspot::Kind::Link && m_pressed->spot.kind != Hotspot::Kind::Picture;
    if (isButton)
        return;
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
    if (const std::optional<Touched> touched = touchedAt(point); touched && touched->spot.kind > Hotspot::Kind::Picture) {
        // Two quick presses of a button are two presses.
        mousePressEvent(event);
        return;
    }
    m_lastDoubleClick = qint64(event->timestamp());
    m_doubleClickPoint = point;
    selectWordAt(point);
}

void TranscriptView::selectWordAt(const QPoint &point)
{
    const Place place = placeAt(point.y());
    if (place.row < 0)
        return;
    RowLayout &row = m_layout.ensureRow(place.row);
    const LeafPosition at = row.body().positionAt(QPointF(point) - QPointF(0, place.top) - row.bodyOrigin());
    if (at.leaf >= row.body().leafCount())
        return;
    const QString text = leafText(row.body().leaf(at.leaf));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(at.position);
    if (!finder.isAtBoundary() || at.position == text.size())
        finder.toPreviousBoundary();
    const qsizetype begin = qMax<qsizetype>(0, finder.position());
    const qsizetype next = finder.toNextBoundary();
    const qsizetype end = next < 0 ? text.size() : next;
    TranscriptSelection selection;
    selection.select({ place.row, row.body().sourceOffset({ at.leaf, begin }) },
                     { place.row, row.body().sourceOffset({ at.leaf, end }) });
    changeSelection(selection);
}

void TranscriptView::selectLeafAt(const QPoint &point)
{
    const Place place = placeAt(point.y());
    if (place.row < 0)
        return;
    RowLayout &row = m_layout.ensureRow(place.row);
    const LeafPosition at = row.body().positionAt(QPointF(point) - QPointF(0, place.top) - row.bodyOrigin());
    if (at.leaf >= row.body().leafCount())
        return;
    const Leaf &leaf = row.body().leaf(at.leaf);
    TranscriptSelection selection;
    selection.select({ place.row, row.body().sourceOffset({ at.leaf, 0 }) },
                     { place.row, row.body().sourceOffset({ at.leaf, leafTextLength(leaf) }) });
    changeSelection(selection);
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
        Q_EMIT linkActivated(*url);
}

void TranscriptView::activate(const Touched &touched)
{
    const MessageId id = m_layout.messageId(touched.row);
    const RowContent &content = m_layout.ensureRow(touched.row).content();
    switch (touched.spot.kind) {
    case Hotspot::Kind::Link:
        activateLink(touched.spot);
        break;
    case Hotspot::Kind::Picture:
        break;
    case Hotspot::Kind::CopyCode:
        copyCode(touched.row, touched.spot.leaf);
        break;
    case Hotspot::Kind::Attachment:
        Q_EMIT imageActivated(id, touched.spot.leaf);
        break;
    case Hotspot::Kind::Thinking:
        m_layout.setReasoningShown(touched.row, !m_layout.ensureRow(touched.row).isReasoningShown());
        // What was pressed stays where it is, also at the end.
        m_anchor.goTo(m_anchor.row(), m_anchor.pixel());
        relayout();
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
        Q_EMIT editRequested(id);
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
        const Place place = placeAt(point.y());
        if (place.row >= 0) {
            RowLayout &row = m_layout.ensureRow(place.row);
            if (BlockBox *box = row.body().sidewaysBoxAt(QPointF(point) - QPointF(0, place.top) - row.bodyOrigin())) {
                box->scrollSideways(-distance);
                updateRow(place.row);
            }
        }
        event->accept();
        return;
    }
    scrollByPixels(-qRound(pixels.y()));
    hover(event->position().toPoint());
    event->accept();
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const std::optional<Touched> touched = isByMouse ? touchedAt(event->pos()) : focusedSpot();
    const QModelIndex index = isByMouse ? indexAt(event->pos()) : currentIndex();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &TranscriptView::copySelection);
    copy->setEnabled(hasSelection());
    if (index.isValid()) {
        const int row = index.row();
        menu->addAction(tr("Copy message"), this, [this, row] { copyMessage(row); });
    }
    if (touched && touched->spot.kind == Hotspot::Kind::Link) {
        const QString target = touched->spot.value;
        menu->addAction(tr("Copy link address"), this, [target] { QApplication::clipboard()->setText(target); });
    }
    if (touched && touched->spot.kind == Hotspot::Kind::CopyCode) {
        const Touched code = *touched;
        menu->addAction(tr("Copy code"), this, [this, code] { copyCode(code.row, code.spot.leaf); });
    }
    menu->addSeparator();
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &TranscriptView::selectAll);
    menu->popup(isByMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
}
