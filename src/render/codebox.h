// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "blockbox.h"
#include "codehighlighter.h"
#include "codelines.h"
#include "codelinetext.h"

#include <QTextLayout>

#include <map>

// Code as it stands, under a bar with the language and a copy button: scrolled sideways on its own or, if the theme says so,
// wrapped. Height is a number of lines; only lines that are painted or pointed at have a layout. Lines of more than 1,000
// characters are broken into units, which are what is coloured at once.
class CodeBox : public BlockBox
{
public:
    explicit CodeBox(TranscriptThemePointer theme);

    bool canShow(const Leaf &leaf) const override;
    int layOut(const Leaf &leaf, qreal width) override;
    void paint(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const override;
    int changedFrom() const override { return m_changedFrom; }
    QString shownText(const Leaf &leaf) const override { return leaf.text; }
    qsizetype positionAt(const Leaf &leaf, const QPointF &point) const override;
    QRectF caretRect(const Leaf &leaf, qsizetype position) const override;
    std::vector<QRectF> rectsOf(const Leaf &leaf, const TextRange &range) const override;
    qsizetype lineEdge(const Leaf &leaf, qsizetype position, bool atEnd) const override;
    std::vector<Hotspot> hotspots(const Leaf &leaf) const override;
    bool isOnText(const QPointF &point) const override;
    std::vector<int> cutPositions() const override;
    qreal sidewaysRange() const override;
    qsizetype memoryEstimate() const override;
    void releaseLayouts() override { m_shownLines.clear(); }
    int liveLayouts() const override { return int(m_shownLines.size()); }

    // For tests: lines whose colours were computed, finished or not, since the beginning.
    int colouredLines() const { return m_colouredLines; }

protected:
    QRectF sidewaysArea() const override { return textArea().adjusted(0, 0, 0, -theme().scaled(1)); }

private:
    struct ShownLine
    {
        CodeLineText text;
        std::unique_ptr<QTextLayout> layout;
        bool isFinished = false;       // another line follows: neither text nor colours change any more
        qsizetype length = 0;
    };

    int scan(const QString &text);
    int lineAt(qreal y) const;
    const ShownLine &shownLine(const Leaf &leaf, int line) const;
    QList<QTextLayout::FormatRange> coloursOf(const Leaf &leaf, int line, const CodeLineText &text) const;
    quint32 stateBefore(const Leaf &leaf, int unit) const;
    QColor colour(CodeKind kind) const;
    int headerHeight() const;
    int padding() const { return theme().steps(3); }
    qreal gutterWidth() const;
    int fittingColumns() const;
    QRectF textArea() const;
    QRectF copyRect() const;
    void paintFrame(QPainter &painter, const QRectF &clip) const;
    void paintHeader(QPainter &painter, const Leaf &leaf, const BoxMarks &marks) const;
    void paintLineNumbers(QPainter &painter, int first, int last) const;

    CodeLines m_lines;
    qsizetype m_sourceBegin = -1;
    QString m_languageName;
    const CodeLanguage *m_language = nullptr;
    qreal m_characterWidth = 8;
    qreal m_width = 0;
    int m_height = 0;
    int m_changedFrom = 0;
    // Filled while painting; they say nothing that the text does not.
    mutable std::vector<quint32> m_states;     // after each finished unit that has been coloured
    mutable std::map<int, ShownLine> m_shownLines;
    mutable int m_colouredLines = 0;
};
