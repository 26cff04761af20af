// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "markdowndocument.h"
#include "mathformula.h"
#include "transcripttheme.h"

#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <span>
#include <vector>

class QPainter;

// The look of a whole paragraph; its inlines vary it.
struct InlineTextStyle
{
    QFont font;
    int lineHeight = 21;
    QColor color;
    bool operator==(const InlineTextStyle &) const = default;
};

// A half-open range of positions in a leaf's display text.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isEmpty() const { return end <= begin; }
    bool operator==(const TextRange &) const = default;
};

// What is drawn behind and over a text besides its letters.
struct InlineMarks
{
    TextRange selection;
    std::span<const TextRange> found;
    QRectF clip;               // in the text's own coordinates; empty: everything
};

// Wrapped text with inline styles. Long text is laid out in pieces that end where a line ends, so that a change at the
// end costs one piece, and no piece shows. Positions are those of the text given to setContent(), whatever is shown for it.
// Heights are kept when layouts are let go; a question or a paint that needs one makes it again, with the same lines.
class InlineText
{
public:
    InlineText() = default;
    InlineText(InlineText &&) noexcept = default;
    InlineText &operator=(InlineText &&) noexcept = default;

    // Keeps the pieces in front of the first difference.
    void setContent(const QString &text, std::span<const Inline> inlines, const InlineTextStyle &style,
                    const TranscriptThemePointer &theme);
    // Returns the height. Nothing is done when neither content nor width asks for it.
    int layOut(qreal width);

    int height() const { return m_height; }
    // The top of the first line that looks different since the layOut() before the last one; height() when none does.
    int changedFrom() const { return m_changedFrom; }
    qreal naturalWidth() const { return m_naturalWidth; }   // of the widest line as laid out
    // Formulas as their source, marks of sources in brackets.
    QString shownText() const;
    bool isEmpty() const { return m_text.isEmpty(); }
    // Laid out towards the right edge of the width.
    bool isRightToLeft() const { return m_isRightToLeft; }

    void paint(QPainter &painter, const InlineMarks &marks) const;

    qsizetype positionAt(const QPointF &point) const;
    // Where the caret stands: one pixel wide, a line high.
    QRectF caretRect(qsizetype position) const;
    std::vector<QRectF> rectsOf(const TextRange &range) const;
    // The position at the start or end of the line that holds `position`.
    qsizetype lineEdge(qsizetype position, bool atEnd) const;

    // A link or a picture; nullptr when there is none.
    const QString *targetAt(const QPointF &point) const;
    struct Target { TextRange range; QString address; bool isImage = false; };
    std::vector<Target> targets() const;

    // Of every line, top to bottom.
    std::vector<int> lineBottoms() const;

    void releaseLayouts();
    int liveLayouts() const;

    // For tests: how many pieces have been laid out since the beginning.
    int laidOutPieces() const { return m_laidOutPieces; }
    qsizetype memoryEstimate() const;

private:
    struct Run
    {
        qsizetype begin = 0, length = 0;           // in what is shown
        qsizetype sourceBegin = 0, sourceLength = 0;   // in the text as given
        quint16 style = PlainStyle;
        QString target;
        std::shared_ptr<const MathFormula> formula;    // shown instead of the text, which is one space as wide

        bool looksLike(const Run &other) const
        {
            const bool isSameFormula = !formula == !other.formula && (!formula || formula->source() == other.formula->source());
            return begin == other.begin && style == other.style && target == other.target && isSameFormula;
        }
    };
    struct Piece
    {
        mutable std::unique_ptr<QTextLayout> layout;   // see layoutOf()
        qsizetype begin = 0;       // in what is shown
        qsizetype end = 0;         // the next piece begins here
        qsizetype seenEnd = 0;     // text up to here decided the line breaks
        int lineCount = 0;
        int top = 0, bottom = 0;
        std::vector<int> lineBottoms;
    };
    struct LineAt { const Piece *piece = nullptr; QTextLine line; int top = 0; int bottom = 0; };

    std::vector<Run> makeRuns(const QString &text, std::span<const Inline> inlines, const TranscriptTheme &theme,
                              QString &shown) const;
    std::shared_ptr<const MathFormula> formulaFor(const QString &source, quint16 style, const TranscriptTheme &theme) const;
    void paintFormulas(QPainter &painter, const LineAt &at) const;
    void paintEmojiForPaper(QPainter &painter, const LineAt &at) const;
    void layOutPiece(qsizetype begin, int top, qreal width);
    struct Lines { std::vector<int> bottoms; int lastTop = 0; qreal naturalWidth = 0; };
    std::unique_ptr<QTextLayout> makeLayout(qsizetype begin, qsizetype end, int top, qreal width, Lines &lines) const;
    const QTextLayout &layoutOf(const Piece &piece) const;
    int topOfPieceWith(qsizetype shownPosition) const;
    int topOfLineBefore(qsizetype shownPosition) const;
    QList<QTextLayout::FormatRange> formatsFor(qsizetype begin, qsizetype end) const;
    QFont fixedFont() const;
    // Code and closed pictures stand on a plate.
    static bool isChip(const Run &run) { return run.style & (CodeStyle | ImageStyle) && !run.formula; }
    qreal chipRoom() const;
    void appendChipRoom(const Run &run, qsizetype begin, qsizetype end, QList<QTextLayout::FormatRange> &formats) const;
    void appendEmojiFormats(qsizetype begin, qsizetype end, QList<QTextLayout::FormatRange> &formats) const;
    const Run *runAt(qsizetype shownPosition) const;
    // Those that have a part in the range: a long paragraph has thousands, a line a few.
    std::span<const Run> runsIn(qsizetype begin, qsizetype end) const;
    qsizetype shownFrom(qsizetype position) const;
    qsizetype givenFrom(qsizetype shownPosition) const;
    // From the piece on that reaches below `from`; the last one is always visited.
    template<typename Visitor> void visitLines(qreal from, Visitor &&visit) const;
    LineAt lineAt(qreal y) const;
    LineAt lineOf(qsizetype shownPosition) const;
    void appendMixedRects(const LineAt &at, qsizetype from, qsizetype to, std::vector<QRectF> &rects) const;
    std::vector<QRectF> shownRects(qsizetype begin, qsizetype end) const;
    void paintChips(QPainter &painter, const QRectF &clip) const;
    QFont sourceMarkFont() const;
    void paintSourceMarks(QPainter &painter, const QRectF &clip) const;

    QString m_text;
    std::vector<Run> m_runs;
    std::vector<Piece> m_pieces;
    InlineTextStyle m_style;
    TranscriptThemePointer m_theme;
    qreal m_width = -1;
    qreal m_naturalWidth = 0;
    int m_height = 0;
    int m_changedFrom = 0;
    int m_laidOutPieces = 0;
    bool m_isRightToLeft = false;
    bool m_isBidirectional = false;   // runs of both directions may meet
    bool m_hasTallMarks = false;      // marks piled up would cover other lines
    bool m_isWrapped = false;      // a line was broken by the width
    bool m_isStale = true;
};

template<typename Visitor>
void InlineText::visitLines(qreal from, Visitor &&visit) const
{
    for (const Piece &piece : m_pieces) {
        if (piece.bottom <= from && &piece != &m_pieces.back())
            continue;
        const QTextLayout &layout = layoutOf(piece);
        int top = piece.top;
        for (int i = 0; i < piece.lineCount; ++i) {
            const QTextLine line = layout.lineAt(i);
            const int bottom = piece.lineBottoms[size_t(i)];
            if (!visit(LineAt { &piece, line, top, bottom }))
                return;
            top = bottom;
        }
    }
}
