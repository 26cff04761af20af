// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>
#include <QUrl>

#include <memory>
#include <vector>

// A half-open range of UTF-16 units in the source.
struct SourceRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const SourceRange &) const = default;
};

// How a stretch of a leaf's display text looks. Flags are combined.
enum InlineStyle : quint16 {
    PlainStyle = 0,
    StrongStyle = 1,
    EmphasisStyle = 2,
    StrikeStyle = 4,
    CodeStyle = 8,
    LinkStyle = 16,          // Inline::target
    ImageStyle = 32,         // text is the alternative text, target the address; never fetched
    MathStyle = 64,          // text is the TeX source without its delimiters
    DisplayMathStyle = 128,
    FootnoteStyle = 256,     // target is the label
    CitationStyle = 512,     // a link whose whole text is a number in brackets, `[[3]](https://…)`: the mark of a source
};

// A stretch of display text of one look. In document order, without gaps, covering the leaf's whole text.
struct Inline
{
    qsizetype begin = 0;         // in Leaf::text
    qsizetype length = 0;
    quint16 style = PlainStyle;
    QString target;              // as written, entities and escapes resolved; not checked, see links in widgets
    SourceRange source;          // with its delimiters left out where they can be told apart
    QString linkTarget = {};     // of a picture inside a link: where the link goes
    bool operator==(const Inline &) const = default;
};

// What a leaf stands in, outermost first.
struct Container
{
    enum class Kind { Quote, ListItem, Footnote } kind = Kind::Quote;
    int id = 0;                  // the same for all leaves of one container, unique in the document
    int listId = 0;              // the same for all items of one list
    bool isOrdered = false;
    int number = 0;              // of an ordered item, as shown
    int firstNumber = 0;         // of its list
    char16_t delimiter = u'.';   // behind the number: the one that was written, . or )
    bool isTight = true;
    bool isFirstLeaf = false;    // the marker is drawn beside this leaf
    enum class Task { None, Open, Ticked } task = Task::None;
    QString label;               // of a footnote
    bool operator==(const Container &) const = default;
};

enum class LeafKind { Paragraph, Heading, Code, Table, Rule, MathBlock, Html };

enum class ColumnAlignment { None, Left, Center, Right };

struct TableCell
{
    QString text;
    std::vector<Inline> inlines;
    bool operator==(const TableCell &) const = default;
};

// The smallest thing with a place of its own on the page.
struct Leaf
{
    LeafKind kind = LeafKind::Paragraph;
    std::vector<Container> containers;
    SourceRange source;
    int level = 0;                             // Heading: 1 to 6
    QString text;                              // display text; line breaks are U+2028 (hard) or a space (soft); Code: lines by \n, last \n left out
    std::vector<Inline> inlines;               // Paragraph, Heading
    QString language;                          // Code: the info string's first word, lower case
    bool isClosed = true;                      // Code, MathBlock: the end was seen
    std::vector<ColumnAlignment> columns;      // Table
    std::vector<std::vector<TableCell>> rows;  // Table, the first is the header
    quint32 revision = 0;                      // grows with every change of this leaf
    bool operator==(const Leaf &) const = default;   // compares the revision too; see sameContent()
};
bool sameContent(const Leaf &a, const Leaf &b);

// Markdown, fed in pieces (CommonMark 0.31.2 and GFM, maths by \( \) \[ \] $ $ $$ $$, currency-safe). Block structure is
// parsed line by line; the unfinished last line is tried and rolled back, so that at every prefix the leaves are those
// of a fresh parse of that prefix. append() costs O(piece) plus the leaf at the end. Raw HTML is literal text. Nothing
// is fetched. Not thread-safe; no QObject, no fonts, no QThread.
// Limits (R9): nesting 32, table columns 128, cells 200,000.
class MarkdownDocument
{
public:
    MarkdownDocument();
    ~MarkdownDocument();
    MarkdownDocument(MarkdownDocument &&) noexcept;
    MarkdownDocument &operator=(MarkdownDocument &&) noexcept;

    // CR LF and CR count as one line end each, also when cut between two pieces; NUL becomes U+FFFD.
    void append(QStringView piece);
    // The end of the stream: an unclosed display formula becomes literal text. append() may not follow. Until then bold
    // text, strikes, code and links begun in the paragraph at the end reach to its end, and a lone bullet is not shown.
    void finish();

    const QString &source() const;
    const std::vector<Leaf> &leaves() const;
    // The first leaf that changed since the last call; leaves().size() when none did. Leaves before it are unchanged
    // but for a list that turned loose or a reference that got its definition: those report their own index.
    qsizetype takeFirstChanged();

    // Counts for tests: leaves whose inlines were parsed since the beginning.
    qint64 parsedLeafCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
