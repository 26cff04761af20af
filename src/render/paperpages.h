// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "message.h"
#include "transcripttheme.h"

#include <QImage>
#include <QMarginsF>
#include <QPainter>
#include <QSizeF>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class PaperPart;
class PaperText;
struct PaperUnit;

// A sheet, in pixels of which an inch has `PixelsPerInch`.
struct Paper
{
    static constexpr int PixelsPerInch = 288;
    QSizeF size;
    QMarginsF margins;

    static Paper fromMillimetres(const QSizeF &size, qreal margin);
    bool operator==(const Paper &) const = default;
};

// A branch on sheets of paper, light whatever the window is: painted by the transcript's own layout, so that code and formulas look as on
// screen and stay vectors. Who speaks stands above each message; the title and the number stand below each page. What fits on a page
// is not cut; what does not is cut between lines, or made smaller where it has none, and a table goes on under its header. Thinking is left out. Use in the UI thread.
class PaperPages
{
public:
    // The picture, at most about that many pixels large; null: it cannot be shown, and its name stands in its place.
    using Pictures = std::function<QImage(const ImagePart &picture, const QSize &pixels)>;
    struct Content
    {
        QString title;
        QString subtitle;
        std::vector<Message> branch;
    };

    PaperPages(Content content, Pictures pictures, const Paper &paper);
    ~PaperPages();

    // Lays out a part of what is left, in some milliseconds; false when all is laid out. Until then the last page still fills, and the
    // pages do not say how many they are.
    bool layOutNext();
    void layOutAll();
    bool isComplete() const { return m_isComplete; }
    const Paper &paper() const { return m_paper; }
    // Takes the pages apart a little: ten thousand messages go in more time than a frame has. False when nothing is left; nothing but this and
    // the destructor may be called then.
    bool discardNext();
    // The messages, to be laid out otherwise; then only discardNext() may follow.
    std::vector<Message> takeBranch() { return std::exchange(m_content.branch, {}); }
    int pageCount() const { return m_page + 1; }
    // One whole sheet, its top left corner at the origin.
    void paint(QPainter &painter, int page) const;

private:
    struct Piece { size_t part = 0; int page = 0; qreal top = 0; qreal from = 0; qreal to = 0; qreal scale = 1; };   // `from` and `to` in the part

    qreal columnWidth() const;
    qreal columnTop() const { return m_paper.margins.top(); }
    qreal columnBottom() const { return m_paper.size.height() - m_paper.margins.bottom(); }
    void addTitle();
    void beginMessage(const Message &message);
    void addNextPart(const Message &message);
    void addText(const QString &text, bool isPerson);
    void growText();
    void addPicture(const ImagePart &picture);
    void endMessage(const Message &message);
    void addLine(const QString &text, const QFont &font, int lineHeight, const QColor &color, qreal gap, bool staysWithNext);
    void addPart(std::unique_ptr<PaperPart> part, qreal gap, std::vector<PaperUnit> &units);
    void place(const std::vector<PaperUnit> &units);
    void placeUnit(const PaperUnit &unit);
    void placeInPieces(const PaperUnit &unit);
    void placeSmaller(const PaperUnit &unit);
    void addPiece(const PaperUnit &unit, qreal from, qreal to);
    void addSmallerPiece(const PaperUnit &unit, qreal from, qreal to);
    void turnPage();
    void paintFooter(QPainter &painter, int page) const;

    Content m_content;
    Pictures m_pictures;
    Paper m_paper;
    TranscriptThemePointer m_theme;
    std::vector<std::unique_ptr<PaperPart>> m_parts;
    std::vector<Piece> m_pieces;       // in the order of the pages
    std::vector<PaperUnit> m_waiting;  // lines that stay with what comes next
    size_t m_next = 0;                 // the message that is being laid out
    size_t m_nextPart = 0;             // of it; behind its parts come its sources
    bool m_isOpen = false;
    std::vector<PaperUnit> m_units;    // of the message so far
    qreal m_gap = 0;
    std::unique_ptr<PaperText> m_text; // that is being laid out
    bool m_isComplete = false;
    int m_page = 0;
    qreal m_y = 0;
};
