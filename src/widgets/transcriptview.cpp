// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "transcriptview.h"

#include "findmarks_p.h"
#include "newtextpill_p.h"
#include "transcriptaccessible_p.h"
#include "transcriptannouncer_p.h"

#include <QResizeEvent>
#include <QScrollBar>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto dragTime = 32ms;
constexpr auto copiedTime = 1000ms;
constexpr auto warmPause = 60ms;

}

TranscriptView::TranscriptView(QWidget *parent) : QAbstractItemView(parent), m_anchor(m_layout)
{
    // Before anything that is told to assistive technology: an interface once made stays.
    installTranscriptAccessibility();
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setAutoScroll(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // One that comes and goes would take its width from the text, which would be laid out anew, all of it, in mid-answer.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAccessibleName(tr("Conversation"));
    // Every pixel is painted here; the system need not clear it first, and may move it when it scrolls.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setMouseTracking(true);

    m_announcer = std::make_unique<TranscriptAnnouncer>(*this);
    m_pill = new NewTextPill(viewport());
    m_pill->setTheme(m_layout.theme());
    connect(m_pill, &QAbstractButton::clicked, this, &TranscriptView::followEnd);

    m_frameTimer.setSingleShot(true);
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_frameTimer, &QTimer::timeout, this, &TranscriptView::refreshChangedRows);
    m_thinkingTimer.setInterval(1s);
    connect(&m_thinkingTimer, &QTimer::timeout, this, &TranscriptView::updateThinkingTimer);
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(copiedTime);
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] {
        const int row = m_copiedRow;
        m_copiedRow = -1;
        updateRow(row);
    });
    m_warmTimer.setSingleShot(true);
    m_warmTimer.setInterval(warmPause);
    connect(&m_warmTimer, &QTimer::timeout, this, &TranscriptView::warmFonts);
    m_dragTimer.setInterval(dragTime);
    connect(&m_dragTimer, &QTimer::timeout, this, &TranscriptView::scrollWhileDragging);
    connectLayout();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::connectLayout()
{
    connect(&m_layout, &TranscriptLayout::rowsAdded, this, [this](int first, int count) {
        const bool isAtEnd = first + count == m_layout.rowCount();
        m_selection.insertRows(first, count);
        m_anchor.insertRows(first, count);
        std::set<int> moved;
        for (const int row : m_changedRows)
            moved.insert(row >= first ? row + count : row);
        m_changedRows = std::move(moved);
        // A question and its answer behind others are new; many rows, or the first ones, are a conversation being opened.
        const bool isNew = isAtEnd && first > 0 && count <= 2;
        for (int row = first; isNew && row < first + count; ++row) {
            const QModelIndex added = model()->index(row, 0);
            if (added.data(RoleRole).toInt() != int(Role::User))
                continue;
            // A new question is what its writer wants to see, and the answer below it.
            m_anchor.setQuestionRow(row);
            m_anchor.follow();
        }
        forgetPointer();
        m_announcer->noteAdded(first, count);
        relayout();
        if (isAtEnd)
            noteNewText(m_layout.rowCount() - 1);
    });
    connect(&m_layout, &TranscriptLayout::rowsTaken, this, [this](int first, int count) {
        m_selection.removeRows(first, count);
        m_anchor.removeRows(first, count);
        m_announcer->reset();
        m_changedRows.clear();
        forgetPointer();
        relayout();
    });
    connect(&m_layout, &TranscriptLayout::rowsChanged, this, [this](int first, int last) {
        for (int row = first; row <= last; ++row)
            m_changedRows.insert(row);
        refreshSoon(first, last);
    });
    connect(&m_layout, &TranscriptLayout::wasReset, this, [this] {
        m_selection.clear();
        m_announcer->reset();
        m_changedRows.clear();
        forgetPointer();
        m_copiedRow = m_focusedSpot = -1;
        m_anchor.reset();
        m_pill->hide();
        relayout();
    });
}

// What the pointer was over is somewhere else now, until it moves again.
void TranscriptView::forgetPointer()
{
    m_hovered.reset();
    m_heldBar.reset();
    m_hoveredRow = m_barRow = m_barLeaf = -1;
    m_mayDragOut = false;
}

void TranscriptView::setModel(QAbstractItemModel *newModel)
{
    QAbstractItemView::setModel(newModel);
    m_layout.setModel(newModel);
}

void TranscriptView::setTheme(TranscriptThemePointer newTheme)
{
    const int row = m_anchor.row();
    const qreal ratio = newTheme->zoom / theme()->zoom;
    const bool wasFollowing = isFollowing();
    const std::optional<SourcePlace> place = isVisible() && !wasFollowing ? sourceAtTop() : std::nullopt;
    m_layout.setTheme(std::move(newTheme));
    if (place)
        goToSource(*place);
    else if (!wasFollowing)
        m_anchor.goTo(row, qRound(m_anchor.pixel() * ratio));
    m_anchor.setEndPadding(theme()->steps(4));
    m_pill->setTheme(theme());
    if (m_findMarks)
        m_findMarks->setColor(theme()->colors.accent);
    relayout();
}

void TranscriptView::setThumbnailSource(ThumbnailLookup source)
{
    m_thumbnails = std::move(source);
    viewport()->update();
}

void TranscriptView::thumbnailReady()
{
    viewport()->update();
}

// Everything is put in its place and painted: for changes of rows, size and theme, not for streaming.
void TranscriptView::relayout()
{
    if (!isVisible())
        return;
    m_hasStoredPosition = false;
    m_layout.setWidth(viewport()->width(), layoutDirection());
    m_anchor.setViewportHeight(viewport()->height());
    m_anchor.settle();
    notePositionChanged();
    viewport()->update();
}

void TranscriptView::notePositionChanged()
{
    showScrollBar();
    m_layout.trim(m_anchor.row(), m_anchor.lastVisibleRow());
    m_layout.keepLayoutsNear(m_anchor.row(), m_anchor.lastVisibleRow(), m_anchor.top(), viewport()->height());
    if (isFollowing() || m_anchor.isAtEnd())
        m_pill->hide();
    placePill();
    updateThinkingTimer();
    if (m_layout.scriptFonts().hasMore() && !m_warmTimer.isActive())
        m_warmTimer.start();
    if (m_wasFollowing != isFollowing()) {
        m_wasFollowing = isFollowing();
        Q_EMIT followingChanged(m_wasFollowing);
    }
}

// The bar follows the anchor, never the other way round except when the reader moves it.
void TranscriptView::showScrollBar()
{
    m_isSettingBar = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, int(qMin<qint64>(m_anchor.range(), INT_MAX)));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(theme()->lineHeight * 2);
    bar->setValue(int(qMin<qint64>(m_anchor.top(), INT_MAX)));
    m_isSettingBar = false;
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_isSettingBar)
        return;
    m_anchor.scrollTo(verticalScrollBar()->value());
    notePositionChanged();
    viewport()->update();
}

void TranscriptView::scrollByPixels(int pixels)
{
    m_anchor.scrollBy(pixels);
    notePositionChanged();
    viewport()->update();
}

void TranscriptView::followEnd()
{
    m_anchor.follow();
    relayout();
}

bool TranscriptView::isNewTextPillShown() const
{
    return m_pill->isVisibleTo(viewport());
}

void TranscriptView::placePill()
{
    const QSize size = m_pill->sizeHint();
    m_pill->setGeometry((viewport()->width() - size.width()) / 2, viewport()->height() - size.height() - theme()->steps(2),
                        size.width(), size.height());
}

void TranscriptView::dataChanged(const QModelIndex &, const QModelIndex &, const QList<int> &)
{
    // The layout hears of it from the model itself; the base class would paint the whole row at once.
}

std::optional<qint64> TranscriptView::nowMs() const
{
    return m_clock ? std::optional<qint64>(m_clock->sinceEpoch().count()) : std::nullopt;
}

void TranscriptView::updateThinkingTimer()
{
    bool isThinking = false;
    for (int row = m_anchor.row(); m_clock && row <= m_anchor.lastVisibleRow() && row < m_layout.rowCount(); ++row) {
        const RowLayout *live = m_layout.liveRow(row);
        if (!live || live->content().state != MessageState::Streaming || live->content().thinkingMs >= 0)
            continue;
        isThinking = true;
        const QRectF line = live->thinkingRect();
        viewport()->update(line.translated(0, topOf(row)).toAlignedRect());
    }
    if (isThinking && isVisible() && !m_thinkingTimer.isActive())
        m_thinkingTimer.start();
    else if (!isThinking || !isVisible())
        m_thinkingTimer.stop();
}

int TranscriptView::stickyHeightAtTop()
{
    const RowLayout *row = m_layout.liveRow(m_anchor.row());
    const qreal y = row ? m_anchor.pixel() - row->bodyOrigin().y() : -1;
    if (y < 0 || y >= row->body().height())
        return 0;
    return row->body().box(row->body().positionAt({ 0, y }).leaf).stickyHeight();
}

int TranscriptView::topOf(int row) const
{
    return int(qBound<qint64>(-(INT_MAX / 2), m_layout.rowTop(row) - m_anchor.top(), qint64(INT_MAX / 2)));
}

void TranscriptView::updateRow(int row)
{
    if (row >= 0 && row < m_layout.rowCount())
        viewport()->update(QRect(0, topOf(row), viewport()->width(), m_layout.rowHeight(row)));
}

TranscriptView::Place TranscriptView::placeAt(int y) const
{
    const int row = m_layout.rowAt(m_anchor.top() + y);
    return row < 0 ? Place {} : Place { row, topOf(row) };
}

QRect TranscriptView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_layout.rowCount())
        return {};
    return QRect(0, topOf(index.row()), viewport()->width(), m_layout.rowHeight(index.row()));
}

QModelIndex TranscriptView::indexAt(const QPoint &point) const
{
    const Place place = placeAt(point.y());
    if (place.row < 0 || point.y() < place.top || point.y() >= place.top + m_layout.rowHeight(place.row))
        return {};
    return model()->index(place.row, 0);
}

void TranscriptView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.row() >= m_layout.rowCount())
        return;
    m_layout.ensureRow(index.row());
    const int top = topOf(index.row());
    const int height = m_layout.rowHeight(index.row());
    const bool isInside = top >= 0 && top + height <= viewport()->height();
    if (hint == EnsureVisible && (isInside || (top <= 0 && top + height >= viewport()->height())))
        return;
    if (hint == EnsureVisible && top > 0 && height < viewport()->height())
        m_anchor.goTo(index.row(), height - viewport()->height());
    else
        m_anchor.goTo(index.row(), 0);
    relayout();
}

void TranscriptView::updateGeometries()
{
    relayout();
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    keepReadingPosition(viewport()->width());
    m_anchor.setEndPadding(theme()->steps(4));
    relayout();
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractItemView::showEvent(event);
    // What changed while nobody looked is taken over now.
    for (const int row : std::exchange(m_changedRows, {})) {
        do {
            if (row < m_layout.rowCount())
                m_layout.refreshRow(row);
        } while (m_layout.hasMore(row));
    }
    keepReadingPosition(viewport()->width());
    m_anchor.setEndPadding(theme()->steps(4));
    relayout();
}
