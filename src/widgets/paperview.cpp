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
#include <utility>

namespace {

constexpr int Gap = 16;
constexpr int MostKilobytes = 64 * 1024;
constexpr qreal PixelsPerInchOfAScreen = 96;
constexpr qreal LeastZoom = 0.1;
constexpr qreal MostZoom = 4;
constexpr qreal WheelStep = 1.1;
constexpr qreal AngleOfAStep = 120;
// Painted in some milliseconds. Large letters are drawn as outlines, which costs more.
constexpr qreal PixelsOfABand = 2'000'000;
constexpr qreal PixelsOfALargeBand = 400'000;
constexpr qreal LargeZoom = 4.5;             // in pixels of the screen

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
    connect(&m_paintTimer, &QTimer::timeout, this, &PaperView::paintNext);
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

int PaperView::bandCount() const
{
    const qreal ratio = devicePixelRatioF();
    const QSize size = sheetSize();
    const qreal pixels = m_zoom * ratio > LargeZoom ? PixelsOfALargeBand : PixelsOfABand;
    return std::max(1, int(std::ceil(size.width() * ratio * size.height() * ratio / pixels)));
}

bool PaperView::isCurrent(const Sheet &sheet) const
{
    return !sheet.isStale && sheet.bands.size() == size_t(bandCount());
}

QRect PaperView::bandRect(int page, int band, int count) const
{
    const QRect sheet = sheetRect(page);
    const int top = int(qint64(sheet.height()) * band / count);
    const int bottom = int(qint64(sheet.height()) * (band + 1) / count);
    return { sheet.left(), sheet.top() + top, sheet.width(), bottom - top };
}

PaperView::Band PaperView::firstWanted() const
{
    if (m_count == 0)
        return {};
    const int first = pageAt(verticalScrollBar()->value());
    const int last = pageAt(verticalScrollBar()->value() + viewport()->height());
    const int count = bandCount();
    for (int page = first; page <= last; ++page) {
        const Sheet *sheet = m_sheets.object(page);
        for (int band = 0; band < count; ++band) {
            const bool isReady = sheet && isCurrent(*sheet) && !sheet->bands[size_t(band)].isNull();
            if (!isReady && bandRect(page, band, count).intersects(viewport()->rect()))
                return { page, band };
        }
    }
    return {};
}

QPixmap PaperView::painted(const Band &band) const
{
    const qreal ratio = devicePixelRatioF();
    const QRect sheet = sheetRect(band.page);
    const QRect part = bandRect(band.page, band.number, bandCount());
    QPixmap pixmap(part.size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.setClipRect(QRect(QPoint(), part.size()));
    painter.translate(0, sheet.top() - part.top());
    painter.scale(m_zoom * PixelsPerInchOfAScreen / Paper::PixelsPerInch, m_zoom * PixelsPerInchOfAScreen / Paper::PixelsPerInch);
    m_pages->paint(painter, band.page);
    return pixmap;
}

void PaperView::paintNext()
{
    const Band band = firstWanted();
    if (band.page < 0)
        return;
    const auto count = size_t(bandCount());
    Sheet *sheet = m_sheets.object(band.page);
    if (!sheet) {
        // What is larger than all that may be kept would be gone at once, and be painted for ever.
        const QSizeF size = QSizeF(sheetSize()) * devicePixelRatioF();
        sheet = new Sheet;
        sheet->bands.resize(count);
        m_sheets.insert(band.page, sheet, int(std::min<qreal>(size.width() * size.height() * 4 / 1024, MostKilobytes / 3)));
    } else if (!isCurrent(*sheet)) {
        sheet->before = std::exchange(sheet->bands, std::vector<QPixmap>(count));
        sheet->isStale = false;
    }
    sheet->bands[size_t(band.number)] = painted(band);
    if (std::none_of(sheet->bands.begin(), sheet->bands.end(), [](const QPixmap &one) { return one.isNull(); }))
        sheet->before.clear();
    ++m_painted;
    dropBandsOutOfSight();
    viewport()->update(bandRect(band.page, band.number, int(count)));
    if (firstWanted().page >= 0)
        m_paintTimer.start(0);
}

// Of sheets that are far larger than the view, which are counted at less than they are.
void PaperView::dropBandsOutOfSight()
{
    constexpr int Few = 4;
    const int count = bandCount();
    if (count <= Few)
        return;
    const QRect near = viewport()->rect().adjusted(0, -viewport()->height(), 0, viewport()->height());
    for (const int page : m_sheets.keys()) {
        Sheet *sheet = m_sheets.object(page);
        for (int band = 0; band < count && isCurrent(*sheet); ++band) {
            if (!bandRect(page, band, count).intersects(near))
                sheet->bands[size_t(band)] = QPixmap();
        }
        if (!sheetRect(page).intersects(near))
            sheet->before.clear();
    }
}

qint64 PaperView::keptPixels() const
{
    qint64 pixels = 0;
    for (const int page : m_sheets.keys()) {
        const Sheet *sheet = m_sheets.object(page);
        for (const std::vector<QPixmap> *bands : { &sheet->bands, &sheet->before }) {
            for (const QPixmap &band : *bands)
                pixels += qint64(band.width()) * band.height();
        }
    }
    return pixels;
}

void PaperView::paintSheet(QPainter &painter, int page) const
{
    const Sheet *sheet = m_sheets.object(page);
    painter.fillRect(sheetRect(page), Qt::white);
    if (!sheet)
        return;
    for (const std::vector<QPixmap> *bands : { &sheet->before, &sheet->bands }) {
        for (size_t band = 0; band < bands->size(); ++band) {
            if (!(*bands)[band].isNull())
                painter.drawPixmap(bandRect(page, int(band), int(bands->size())), (*bands)[band]);
        }
    }
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
        paintSheet(painter, page);
        painter.setPen(colors.hairline);
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
    if (firstWanted().page >= 0 && !m_paintTimer.isActive())
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
    if (!moveByKey(*event) && !zoomByKey(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool PaperView::moveByKey(const QKeyEvent &event)
{
    const bool isByPages = (event.modifiers() & Qt::ControlModifier) || m_fit == Fit::Page;
    if (event.key() == Qt::Key_Home)
        showPage(0);
    else if (event.key() == Qt::Key_End)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (isByPages && event.key() == Qt::Key_PageDown)
        showPage(m_current + 1);
    else if (isByPages && event.key() == Qt::Key_PageUp)
        showPage(m_current - 1);
    else
        return false;
    return true;
}

// Plus is with Shift on many keyboards, and on others it is where the equals sign is.
bool PaperView::zoomByKey(const QKeyEvent &event)
{
    if (!(event.modifiers() & Qt::ControlModifier))
        return false;
    if (event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal)
        setZoom(m_zoom * WheelStep);
    else if (event.key() == Qt::Key_Minus || event.key() == Qt::Key_Underscore)
        setZoom(m_zoom / WheelStep);
    else if (event.key() == Qt::Key_0)
        setZoom(1);
    else
        return false;
    return true;
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
