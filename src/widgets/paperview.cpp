// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperview.h"

#include "palette.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace {

constexpr int Gap = 16;
constexpr int MostKilobytes = 64 * 1024;
constexpr qreal PixelsPerInchOfAScreen = 96;
constexpr qreal LeastZoom = 0.1;
constexpr qreal MostZoom = 4;
constexpr qreal WheelStep = 1.1;
constexpr qreal AngleOfAStep = 120;

}

PaperView::PaperView(QWidget *parent) : QAbstractScrollArea(parent), m_sheets(MostKilobytes)
{
    setObjectName(QStringLiteral("paperView"));
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_paintTimer.setSingleShot(true);
    connect(&m_paintTimer, &QTimer::timeout, this, &PaperView::paintNextSheet);
}

PaperView::~PaperView() = default;

void PaperView::setPages(const PaperPages *pages)
{
    m_pages = pages;
    m_count = 0;
    m_sheets.clear();
    verticalScrollBar()->setValue(0);
    pagesGrew();
}

void PaperView::pagesGrew()
{
    const int known = m_count;
    m_count = m_pages ? m_pages->pageCount() : 0;
    // The last page was not full, and none said how many there are.
    if (m_pages && m_pages->isComplete())
        markStale();
    else if (Sheet *last = m_sheets.object(known - 1))
        last->isStale = true;
    if (known == 0)
        fitZoom();
    placeBars();
    noteCurrent();
    viewport()->update();
}

void PaperView::markStale()
{
    for (const int page : m_sheets.keys())
        m_sheets.object(page)->isStale = true;
}

QSize PaperView::sheetSize() const
{
    const qreal scale = m_zoom * PixelsPerInchOfAScreen / Paper::PixelsPerInch;
    return m_pages ? (m_pages->paper().size * scale).toSize().expandedTo({ 1, 1 }) : QSize(1, 1);
}

QRect PaperView::sheetRect(int page) const
{
    const QSize size = sheetSize();
    const int x = std::max(Gap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
    return { QPoint(x, Gap + page * (size.height() + Gap) - verticalScrollBar()->value()), size };
}

int PaperView::pageAt(int y) const
{
    return std::clamp((y - Gap / 2) / (sheetSize().height() + Gap), 0, std::max(0, m_count - 1));
}

void PaperView::setFit(Fit fit)
{
    m_fit = fit;
    const int page = m_current;
    fitZoom();
    placeBars();
    if (page >= 0)
        showPage(page);
}

void PaperView::fitZoom()
{
    if (m_fit == Fit::None || !m_pages)
        return;
    const QSizeF natural = m_pages->paper().size * (PixelsPerInchOfAScreen / Paper::PixelsPerInch);
    const QSizeF room = QSizeF(viewport()->size()) - QSizeF(2 * Gap, 2 * Gap);
    const qreal width = room.width() / natural.width();
    const qreal wanted = std::clamp(m_fit == Fit::Width ? width : std::min(width, room.height() / natural.height()), LeastZoom, MostZoom);
    if (qFuzzyCompare(wanted, m_zoom))
        return;
    m_zoom = wanted;
    markStale();
    Q_EMIT zoomChanged(m_zoom);
}

void PaperView::setZoom(qreal zoom)
{
    setZoomAround(zoom, viewport()->height() / 2);
}

// What is at `y` of the view stays there.
void PaperView::setZoomAround(qreal zoom, int y)
{
    m_fit = Fit::None;
    const qreal wanted = std::clamp(zoom, LeastZoom, MostZoom);
    const int page = pageAt(verticalScrollBar()->value() + y);
    const QRect before = sheetRect(page);
    const qreal part = qreal(y - before.top()) / before.height();
    m_zoom = wanted;
    markStale();
    placeBars();
    const QRect after = sheetRect(page);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + after.top() + qRound(part * after.height()) - y);
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
}

void PaperView::placeBars()
{
    const QSize size = sheetSize();
    const int height = m_count * (size.height() + Gap) + Gap;
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(60);
    horizontalScrollBar()->setRange(0, std::max(0, size.width() + 2 * Gap - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(60);
}

void PaperView::showPage(int page)
{
    const int wanted = std::clamp(page, 0, std::max(0, m_count - 1));
    verticalScrollBar()->setValue(wanted * (sheetSize().height() + Gap));
    viewport()->update();
    noteCurrent();
}

void PaperView::noteCurrent()
{
    const int current = m_count == 0 ? -1 : pageAt(verticalScrollBar()->value() + viewport()->height() / 2);
    // A short view at the very top or end shows that page, whatever stands in its middle.
    const int shown = m_count > 0 && verticalScrollBar()->value() == 0 ? 0 : current;
    if (shown == m_current)
        return;
    m_current = shown;
    Q_EMIT currentPageChanged(shown);
}

int PaperView::firstWanted() const
{
    if (m_count == 0)
        return -1;
    const int first = pageAt(verticalScrollBar()->value());
    const int last = pageAt(verticalScrollBar()->value() + viewport()->height());
    for (int page = first; page <= last; ++page) {
        const Sheet *sheet = m_sheets.object(page);
        if (!sheet || sheet->isStale)
            return page;
    }
    return -1;
}

void PaperView::paintNextSheet()
{
    const int page = firstWanted();
    if (page < 0)
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize size = sheetSize();
    auto *sheet = new Sheet { QPixmap(size * ratio), false };
    sheet->pixmap.setDevicePixelRatio(ratio);
    sheet->pixmap.fill(Qt::white);
    {
        QPainter painter(&sheet->pixmap);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(m_zoom * PixelsPerInchOfAScreen / Paper::PixelsPerInch, m_zoom * PixelsPerInchOfAScreen / Paper::PixelsPerInch);
        m_pages->paint(painter, page);
    }
    ++m_painted;
    // What is larger than all that may be kept would be gone at once, and be painted for ever.
    const qsizetype cost = qsizetype(sheet->pixmap.width()) * sheet->pixmap.height() * 4 / 1024;
    m_sheets.insert(page, sheet, std::min<qsizetype>(cost, MostKilobytes / 3));
    viewport()->update(sheetRect(page));
    if (firstWanted() >= 0)
        m_paintTimer.start(0);
}

void PaperView::paintEvent(QPaintEvent *event)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(event->rect(), colors.pane);
    if (m_count == 0)
        return;
    const int first = pageAt(verticalScrollBar()->value() + event->rect().top());
    const int last = pageAt(verticalScrollBar()->value() + event->rect().bottom());
    for (int page = first; page <= last; ++page) {
        const QRect rect = sheetRect(page);
        if (const Sheet *sheet = m_sheets.object(page))
            painter.drawPixmap(rect, sheet->pixmap);
        else
            painter.fillRect(rect, Qt::white);
        painter.setPen(colors.hairline);
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
    if (firstWanted() >= 0 && !m_paintTimer.isActive())
        m_paintTimer.start(0);
}

void PaperView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int page = m_current;
    fitZoom();
    placeBars();
    if (page > 0 && m_fit != Fit::None)
        showPage(page);
    noteCurrent();
}

void PaperView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoomAround(m_zoom * std::pow(WheelStep, event->angleDelta().y() / AngleOfAStep), int(event->position().y()));
    event->accept();
}

void PaperView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home)
        showPage(0);
    else if (event->key() == Qt::Key_End)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (event->matches(QKeySequence::ZoomIn))
        setZoom(m_zoom * WheelStep);
    else if (event->matches(QKeySequence::ZoomOut))
        setZoom(m_zoom / WheelStep);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void PaperView::scrollContentsBy(int, int)
{
    viewport()->update();
    noteCurrent();
}

void PaperView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}
