// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paperpages.h"
#include "slices.h"

#include <QObject>
#include <QPagedPaintDevice>
#include <QPainter>

#include <memory>

class QPrinter;

// Which pages go out, from 0 on, and in which order.
struct PaperRange
{
    int first = 0;
    int last = 0;
    bool isReversed = false;

    // What the person chose in the printer's dialog, of `pageCount` pages.
    static PaperRange of(const QPrinter &printer, int pageCount);
    int count() const { return last - first + 1; }
    bool operator==(const PaperRange &) const = default;
};

// Pages that are laid out go to a printer or into a PDF, one between two events. Use in the UI thread.
class Printing : public QObject
{
    Q_OBJECT
public:
    // `pages` must be complete and outlive this. The device is opened by start() and closed before ended().
    Printing(std::unique_ptr<QPagedPaintDevice> device, const PaperPages &pages, const PaperRange &range, QObject *parent = nullptr);
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
    const PaperRange m_range;
    Slices m_slices;
    QPainter m_painter;
    int m_printed = 0;
    bool m_hasEnded = false;
};
