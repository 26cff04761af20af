// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperparts_p.h"

#include "plaintext.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace {

// Keeps a line that only touches the edge of a piece out of it.
constexpr qreal Edge = 0.5;
constexpr qreal PixelsOfAScreen = 96;
constexpr qreal PixelsOfPaper = 288;
// What is laid out in some milliseconds; a leaf without a word costs as much as a line.
constexpr qsizetype UnitsAtOnce = 8 * 1024;
constexpr qsizetype UnitsOfALeaf = 64;
constexpr qsizetype LongText = 16 * 1024;

}

PaperLine::PaperLine(const QString &text, const InlineTextStyle &style, const TranscriptThemePointer &theme, qreal width, bool staysWithNext)
    : m_text(text), m_style(style), m_theme(theme), m_width(width), m_staysWithNext(staysWithNext)
{
}

InlineText &PaperLine::layout()
{
    if (!m_layout) {
        m_layout = std::make_unique<InlineText>();
        m_layout->setContent(m_text, {}, m_style, m_theme);
        m_layout->layOut(m_width);
    }
    return *m_layout;
}

std::vector<PaperUnit> PaperLine::units()
{
    PaperUnit unit;
    unit.bottom = layout().height();
    unit.staysWithNext = m_staysWithNext;
    for (const int bottom : layout().lineBottoms())
        unit.cuts.push_back(bottom);
    return { unit };
}

void PaperLine::paint(QPainter &painter, qreal from, qreal to)
{
    layout().paint(painter, { .selection = {}, .found = {}, .clip = QRectF(0, from + Edge, 1e6, to - from - 2 * Edge) });
}

PaperText::PaperText(const QString &text, bool isPerson, const TranscriptThemePointer &theme, qreal width)
    : m_theme(theme), m_isPerson(isPerson), m_text(text), m_width(width)
{
}

void PaperText::begin()
{
    if (m_isPerson) {
        m_plainLeaves = plainTextLeaves(m_text);
        m_layout = std::make_unique<MessageLayout>(m_grown, m_text, m_theme);
    } else {
        m_layout = std::make_unique<MessageLayout>(m_document.leaves(), m_document.source(), m_theme);
    }
}

bool PaperText::layOutNext()
{
    if (!m_layout)
        begin();
    bool hasMore = false;
    if (m_isPerson) {
        const qsizetype grown = m_fed;
        for (qsizetype units = 0; m_fed < qsizetype(m_plainLeaves.size()) && units < UnitsAtOnce; ++m_fed) {
            units += m_plainLeaves[size_t(m_fed)].text.size() + UnitsOfALeaf;
            m_grown.push_back(m_plainLeaves[size_t(m_fed)]);
        }
        hasMore = m_fed < qsizetype(m_plainLeaves.size());
        m_layout->noteChange(grown);
    } else {
        const QStringView piece = QStringView(m_text).sliced(m_fed, std::min(UnitsAtOnce, m_text.size() - m_fed));
        m_document.append(piece);
        m_fed += piece.size();
        hasMore = m_fed < m_text.size();
        if (!hasMore)
            m_document.finish();
        m_layout->noteChange(m_document.takeFirstChanged());
    }
    m_layout->layOut(m_width - 2 * padding());
    return hasMore;
}

void PaperText::layOut()
{
    if (m_layout)
        return;
    while (layOutNext()) { }
}

std::vector<PaperUnit> PaperText::units()
{
    layOut();
    std::vector<PaperUnit> units;
    qreal above = 0;
    for (int leaf = 0; leaf < m_layout->leafCount(); ++leaf) {
        const QRectF rect = m_layout->leafRect(leaf);
        const qreal scale = m_layout->scaleOf(leaf);
        PaperUnit unit;
        unit.top = rect.top();
        unit.bottom = rect.bottom();
        unit.gap = rect.top() - above;
        unit.staysWithNext = m_layout->leaf(leaf).kind == LeafKind::Heading;
        unit.repeated = m_layout->box(leaf).stickyHeight() * scale;
        for (const int cut : m_layout->box(leaf).cutPositions())
            unit.cuts.push_back(rect.top() + cut * scale);
        units.push_back(std::move(unit));
        above = rect.bottom();
    }
    return units;
}

void PaperText::paint(QPainter &painter, qreal from, qreal to)
{
    layOut();
    const qreal around = padding();
    if (m_isPerson) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->colors.userBlock);
        painter.drawRoundedRect(QRectF(0, from - around, m_width, to - from + 2 * around), m_theme->smallCorner, m_theme->smallCorner);
    }
    painter.translate(around, 0);
    // Marks of a list and bars of quotes stand beside the text; nothing of what is above or below this piece may come in.
    painter.setClipRect(QRectF(-around, from, m_width, to - from), Qt::IntersectClip);
    PaintContext context;
    context.clip = QRectF(0, from + Edge, m_width, to - from - 2 * Edge);
    m_layout->paint(painter, context);
}

// A short text is read again in less time than its leaves are worth; a long one stands on many pages.
void PaperText::releaseLayouts()
{
    if (!m_layout)
        return;
    if (m_text.size() < LongText) {
        m_layout.reset();
        m_document = MarkdownDocument();
        m_plainLeaves = {};
        m_grown = {};
        m_fed = 0;
        return;
    }
    for (int leaf = 0; leaf < m_layout->leafCount(); ++leaf)
        m_layout->box(leaf).releaseLayouts();
}

PaperPicture::PaperPicture(ImagePart picture, std::function<QImage(const ImagePart &, const QSize &)> pictures, const QSizeF &most, const TranscriptThemePointer &theme)
    : m_picture(std::move(picture)), m_pictures(std::move(pictures)), m_theme(theme)
{
    // As large as on a screen, but never larger than there is room.
    const QSizeF natural = QSizeF(m_picture.pixels.isEmpty() ? QSize(1, 1) : m_picture.pixels) * (PixelsOfPaper / PixelsOfAScreen);
    m_size = natural.width() > most.width() || natural.height() > most.height() ? natural.scaled(most, Qt::KeepAspectRatio) : natural;
}

std::vector<PaperUnit> PaperPicture::units()
{
    PaperUnit unit;
    unit.bottom = m_size.height();
    return { unit };
}

void PaperPicture::paint(QPainter &painter, qreal, qreal)
{
    const QImage image = m_pictures(m_picture, m_size.toSize());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!image.isNull()) {
        painter.drawImage(QRectF(QPointF(), m_size), image);
        return;
    }
    const QRectF place(QPointF(), m_size);
    painter.fillRect(place, m_theme->colors.userBlock);
    painter.setFont(m_theme->secondary);
    painter.setPen(m_theme->colors.secondary);
    painter.drawText(place, int(Qt::AlignCenter), QFontMetricsF(m_theme->secondary).elidedText(m_picture.name.simplified(), Qt::ElideMiddle, place.width()));
}
