// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "printing.h"

#include <QPrinter>

#include <algorithm>

PaperRange PaperRange::of(const QPrinter &printer, int pageCount)
{
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), pageCount) - 1 : pageCount - 1;
    const int first = printer.fromPage() > 0 ? std::min(printer.fromPage() - 1, last) : 0;
    return { first, last, printer.pageOrder() == QPrinter::LastPageFirst };
}

Printing::Printing(std::unique_ptr<QPagedPaintDevice> device, const PaperPages &pages, const PaperRange &range, QObject *parent)
    : QObject(parent), m_device(std::move(device)), m_pages(pages), m_range(range), m_slices([this] { return printNext(); })
{
    connect(&m_slices, &Slices::advanced, this, [this] { Q_EMIT advanced(m_printed, m_range.count()); });
    connect(&m_slices, &Slices::finished, this, [this] { end(Outcome::Printed); });
}

Printing::~Printing()
{
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
    const qreal scale = qreal(m_device->logicalDpiX()) / Paper::PixelsPerInch;
    m_painter.save();
    m_painter.scale(scale, scale);
    m_pages.paint(m_painter, m_range.isReversed ? m_range.last - m_printed : m_range.first + m_printed);
    m_painter.restore();
    return ++m_printed < m_range.count();
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
    m_painter.end();
    m_device.reset();
    Q_EMIT ended(outcome);
}
