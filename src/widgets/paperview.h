// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paperpages.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>
#include <QTimer>

#include <vector>

// Sheets of paper under each other, light whatever the window is. Paints what is seen and nothing else, one sheet between two events or, of a
// large one, one band; and keeps some of them. What is not ready is empty for that moment. Pages may still be laid out meanwhile: see pagesGrew().
// Page up and down, Home and End move in it, with Ctrl from page to page; Ctrl with the wheel, plus or minus makes it larger or smaller.
class PaperView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Fit { Width, Page, None };

    explicit PaperView(QWidget *parent = nullptr);
    ~PaperView() override;

    // `pages` belong to somebody else and must outlive what is shown; nullptr shows nothing. Begins at the first page.
    void setPages(const PaperPages *pages);
    // More of the same pages are laid out, or all.
    void pagesGrew();
    void setFit(Fit fit);
    Fit fit() const { return m_fit; }
    // 1: as large as the paper is. Within 0.1 and 4.
    void setZoom(qreal zoom);
    qreal zoom() const { return m_zoom; }
    int pageCount() const { return m_count; }
    // The page that fills most of the view, from 0 on.
    int currentPage() const { return m_current; }
    void showPage(int page);
    // For tests: sheets, or bands of large ones, painted since the beginning; and what all that are kept have together.
    int paintedSheets() const { return m_painted; }
    qint64 keptPixels() const;

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged(qreal zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    // From top to bottom, null where they are not painted yet; `before` stands there until they are.
    struct Sheet
    {
        std::vector<QPixmap> bands;
        std::vector<QPixmap> before;
        bool isStale = false;
    };
    struct Band { int page = -1; int number = 0; };

    QSize sheetSize() const;
    QRect sheetRect(int page) const;           // in the viewport
    int pageAt(int y) const;                   // `y` from the top of all pages
    void fitZoom();
    void placeBars();
    void setZoomAround(qreal zoom, int y);
    void noteCurrent();
    void markStale();
    int bandCount() const;
    bool isCurrent(const Sheet &sheet) const;
    QRect bandRect(int page, int band, int count) const;   // in the viewport
    Band firstWanted() const;                  // page -1: all that is seen is ready
    void paintNext();
    QPixmap painted(const Band &band) const;
    void paintSheet(QPainter &painter, int page) const;
    void dropBandsOutOfSight();
    bool moveByKey(const QKeyEvent &event);
    bool zoomByKey(const QKeyEvent &event);

    const PaperPages *m_pages = nullptr;
    int m_count = 0;
    Fit m_fit = Fit::Width;
    qreal m_zoom = 1;
    int m_current = -1;
    QCache<int, Sheet> m_sheets;               // its cost in kilobytes
    QTimer m_paintTimer;
    int m_painted = 0;
};
