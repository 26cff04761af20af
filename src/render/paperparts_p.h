// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#pragma once

#include "inlinetext.h"
#include "markdowndocument.h"
#include "messagelayout.h"

#include <QImage>

// A stretch of a part that stays together where a page has room for it.
struct PaperUnit
{
    size_t part = 0;
    qreal top = 0;                 // in the part
    qreal bottom = 0;
    qreal gap = 0;                 // above it, unless it begins a page
    std::vector<qreal> cuts;       // in the part: where it may be cut
    qreal repeated = 0;            // of its top, which is shown again on each page that it goes on to
    bool staysWithNext = false;
    qreal height() const { return bottom - top; }
};

// Something that stands on paper, in coordinates of its own. Its layouts are made again when they are needed: ten thousand messages that
// keep theirs are 200 MB.
class PaperPart
{
public:
    virtual ~PaperPart() = default;
    virtual std::vector<PaperUnit> units() = 0;
    virtual void paint(QPainter &painter, qreal from, qreal to) = 0;
    virtual void releaseLayouts() = 0;
    // Drawn around each piece of it.
    virtual qreal padding() const { return 0; }
};

// A line or two of the program's own words.
class PaperLine : public PaperPart
{
public:
    PaperLine(const QString &text, const InlineTextStyle &style, const TranscriptThemePointer &theme, qreal width, bool staysWithNext);
    std::vector<PaperUnit> units() override;
    void paint(QPainter &painter, qreal from, qreal to) override;
    void releaseLayouts() override { m_layout.reset(); }

private:
    InlineText &layout();

    QString m_text;
    InlineTextStyle m_style;
    TranscriptThemePointer m_theme;
    qreal m_width;
    bool m_staysWithNext;
    std::unique_ptr<InlineText> m_layout;
};

// The text of a message.
class PaperText : public PaperPart
{
public:
    // A person's text is shown as it was typed, on a tinted ground; an answer is Markdown.
    PaperText(const QString &text, bool isPerson, const TranscriptThemePointer &theme, qreal width);
    // A few milliseconds of reading and layout; false when all is laid out.
    bool layOutNext();
    std::vector<PaperUnit> units() override;
    void paint(QPainter &painter, qreal from, qreal to) override;
    void releaseLayouts() override;
    qreal padding() const override { return m_isPerson ? m_theme->steps(3) : 0; }

private:
    void begin();
    void layOut();

    TranscriptThemePointer m_theme;
    bool m_isPerson;
    QString m_text;
    qsizetype m_fed = 0;                // units of the text, or leaves of a person's
    std::vector<Leaf> m_plainLeaves;    // all of them; m_grown has those that are laid out
    std::vector<Leaf> m_grown;
    MarkdownDocument m_document;
    std::unique_ptr<MessageLayout> m_layout;
    qreal m_width;
};

class PaperPicture : public PaperPart
{
public:
    PaperPicture(ImagePart picture, std::function<QImage(const ImagePart &, const QSize &)> pictures, const QSizeF &most, const TranscriptThemePointer &theme);
    std::vector<PaperUnit> units() override;
    void paint(QPainter &painter, qreal from, qreal to) override;
    void releaseLayouts() override {}

private:
    ImagePart m_picture;
    std::function<QImage(const ImagePart &, const QSize &)> m_pictures;
    TranscriptThemePointer m_theme;
    QSizeF m_size;
};
