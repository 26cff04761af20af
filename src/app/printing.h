// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paperpages.h"
#include "slices.h"

#include <QObject>
#include <QPagedPaintDevice>
#include <QPainter>

#include <memory>
#include <vector>

class QPrinter;

// Which of `pageCount` pages go out, from 0 on, in the order in which they do: all, or what the person chose in the printer's dialog.
std::vector<int> allPages(int pageCount);
std::vector<int> pagesFor(const QPrinter &printer, int pageCount);
// Device pixels of one of the sheet's. The printer's own dialog can choose another paper than the pages were laid out for: what is larger
// than it is made smaller.
qreal scaleOnto(const QPagedPaintDevice &device, const QSizeF &sheet);

// Pages that are laid out go to a printer or into a PDF, one between two events. Use in the UI thread.
class Printing : public QObject
{
    Q_OBJECT
public:
    // `pages` must be complete and outlive this. The device is opened by start() and closed before ended().
    // `numbers` has one page at least.
    Printing(std::unique_ptr<QPagedPaintDevice> device, const PaperPages &pages, std::vector<int> numbers, QObject *parent = nullptr);
    ~Printing() override;

    void start();
    // Ends with Outcome::Cancelled, from inside. A printer throws away what it has so far, where it can.
    void cancel();

    enum class Outcome { Printed, Cancelled, Refused };   // Refused: by the device

Q_SIGNALS:
    void advanced(int printed, int count);
    // Once, last.
    void ended(Printing::Outcome outcome);

private:
    bool printNext();
    void end(Outcome outcome);

    std::unique_ptr<QPagedPaintDevice> m_device;
    const PaperPages &m_pages;
    const std::vector<int> m_numbers;
    Slices m_slices;
    QPainter m_painter;
    size_t m_printed = 0;
    bool m_hasEnded = false;
};
