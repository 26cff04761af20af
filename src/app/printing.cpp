// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "printing.h"

#include <QPageRanges>
#include <QPrinter>

#include <algorithm>
#include <numeric>

std::vector<int> allPages(int pageCount)
{
    std::vector<int> pages(size_t(std::max(0, pageCount)));
    std::iota(pages.begin(), pages.end(), 0);
    return pages;
}

std::vector<int> pagesFor(const QPrinter &printer, int pageCount)
{
    std::vector<int> pages;
    for (const QPageRanges::Range &range : printer.pageRanges().toRangeList()) {
        for (int page = std::max(1, range.from); page <= std::min(range.to, pageCount); ++page)
            pages.push_back(page - 1);
    }
    if (printer.pageRanges().isEmpty())
        pages = allPages(pageCount);
    else if (pages.empty())
        pages.push_back(pageCount - 1);      // behind the end: the last, rather than all
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(pages.begin(), pages.end());
    return pages;
}

qreal scaleOnto(const QPagedPaintDevice &device, const QSizeF &sheet)
{
    const int resolution = device.logicalDpiX();
    const QSizeF room = device.pageLayout().fullRectPixels(resolution).size();
    return std::min({ qreal(resolution) / Paper::PixelsPerInch, room.width() / sheet.width(), room.height() / sheet.height() });
}

Printing::Printing(std::unique_ptr<QPagedPaintDevice> device, const PaperPages &pages, std::vector<int> numbers, QObject *parent)
    : QObject(parent), m_device(std::move(device)), m_pages(pages), m_numbers(std::move(numbers)), m_slices([this] { return printNext(); })
{
    connect(&m_slices, &Slices::advanced, this, [this] { Q_EMIT advanced(int(m_printed), int(m_numbers.size())); });
    connect(&m_slices, &Slices::finished, this, [this] { end(Outcome::Printed); });
}

Printing::~Printing()
{
    if (m_painter.isActive())
        m_painter.end();
}

void Printing::start()
{
    if (m_painter.begin(m_device.get()))
        m_slices.start();
    else
        end(Outcome::Refused);
}

bool Printing::printNext()
{
    if (m_printed > 0 && !m_device->newPage()) {
        end(Outcome::Refused);
        return true;
    }
    m_painter.save();
    const qreal scale = scaleOnto(*m_device, m_pages.paper().size);
    m_painter.scale(scale, scale);
    m_pages.paint(m_painter, m_numbers[m_printed]);
    m_painter.restore();
    return ++m_printed < m_numbers.size();
}

void Printing::cancel()
{
    if (m_hasEnded)
        return;
    if (auto *printer = dynamic_cast<QPrinter *>(m_device.get()))
        printer->abort();
    end(Outcome::Cancelled);
}

void Printing::end(Outcome outcome)
{
    m_hasEnded = true;
    m_slices.stop();
    if (m_painter.isActive())
        m_painter.end();
    m_device.reset();
    Q_EMIT ended(outcome);
}
