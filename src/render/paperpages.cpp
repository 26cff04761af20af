// SPDX-FileCopyrightText: 2026 The Grackle authors
// SPDX-License-Identifier: MIT
#include "paperpages.h"

#include "messageending.h"
#include "paperparts_p.h"
#include "sourcetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>

namespace {

// The context under which the translator's tools find the texts; a function of our own would hide them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperPages)
};

constexpr qreal MillimetresPerInch = 25.4;
// Fewer lines than these of a long block do not stand alone at the foot of a page.
constexpr size_t LinesBeforeCut = 3;

QString nameOf(const ImagePart &picture)
{
    return picture.name.isEmpty() ? Words::tr("Picture") : picture.name.simplified();
}

QString nameOf(const Message &message)
{
    QString name = Words::tr("Instructions");
    if (message.role == Role::User)
        name = Words::tr("You");
    else if (message.role == Role::Assistant)
        name = message.answer && !message.answer->modelId.isEmpty() ? message.answer->modelId : Words::tr("Answer");
    else if (message.role == Role::Tool)
        name = Words::tr("Result of a tool");
    if (message.createdAtMs > 0)
        name += QStringLiteral(" · ") + QLocale().toString(QDateTime::fromMSecsSinceEpoch(message.createdAtMs), QLocale::ShortFormat);
    return name;
}

TranscriptThemePointer paperTheme()
{
    TranscriptThemeOptions options;
    options.zoom = Paper::PixelsPerInch / 96.0;
    options.code.wrapsLines = true;
    options.isForPaper = true;
    return makeTranscriptTheme(options);
}

}

Paper Paper::fromMillimetres(const QSizeF &size, qreal margin)
{
    const qreal scale = PixelsPerInch / MillimetresPerInch;
    const qreal edge = margin * scale;
    return { size * scale, QMarginsF(edge, edge, edge, edge) };
}

PaperPages::PaperPages(Content content, Pictures pictures, const Paper &paper)
    : m_content(std::move(content)), m_pictures(std::move(pictures)), m_paper(paper), m_theme(paperTheme()), m_y(paper.margins.top())
{
    addTitle();
}

PaperPages::~PaperPages() = default;

qreal PaperPages::columnWidth() const
{
    return m_paper.size.width() - m_paper.margins.left() - m_paper.margins.right();
}

void PaperPages::addTitle()
{
    addLine(m_content.title, m_theme->headings[0], m_theme->headingLineHeights[0], m_theme->colors.text, 0, true);
    if (!m_content.subtitle.isEmpty())
        addLine(m_content.subtitle, m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary, m_theme->step, true);
}

bool PaperPages::layOutNext()
{
    if (m_next < m_content.branch.size())
        addMessage(m_content.branch[m_next++]);
    if (m_next < m_content.branch.size())
        return true;
    // A title with nothing below it.
    place(std::exchange(m_waiting, {}));
    return false;
}

void PaperPages::layOutAll()
{
    while (layOutNext()) { }
}

void PaperPages::addMessage(const Message &message)
{
    const bool isPerson = message.role != Role::Assistant && message.role != Role::Tool;
    addLine(nameOf(message), m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary, m_theme->steps(7), true);
    std::vector<PaperUnit> units = std::exchange(m_waiting, {});
    qreal gap = m_theme->steps(2);
    for (const ContentPart &content : message.parts) {
        std::visit(Overloads {
            [&](const TextPart &text) {
                auto part = std::make_unique<PaperText>(text.text, isPerson, m_theme, columnWidth());
                const qreal padding = part->padding();
                addPart(std::move(part), gap + padding, units);
                gap = m_theme->steps(3) + padding;
            },
            [&](const ImagePart &picture) {
                const QSizeF most(columnWidth(), (columnBottom() - columnTop()) * 0.7);
                if (picture.blob.isEmpty() || picture.pixels.isEmpty()) {
                    addPart(std::make_unique<PaperLine>(nameOf(picture), InlineTextStyle { m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary }, m_theme,
                                                        columnWidth(), false), gap, units);
                } else {
                    addPart(std::make_unique<PaperPicture>(picture, m_pictures, most, m_theme), gap, units);
                }
                gap = m_theme->steps(3);
            },
        }, content);
    }
    if (const QString sources = message.answer ? sourcesMarkdown(sourcesOf(textOf(message), message.answer->citations)) : QString(); !sources.isEmpty())
        addPart(std::make_unique<PaperText>(sources, isPerson, m_theme, columnWidth()), gap, units);
    place(units);
    if (const QString note = endingNote(message.state); !note.isEmpty()) {
        addLine(note, m_theme->secondary, m_theme->secondaryLineHeight, m_theme->colors.secondary, gap, false);
        place(std::exchange(m_waiting, {}));
    }
}

void PaperPages::addLine(const QString &text, const QFont &font, int lineHeight, const QColor &color, qreal gap, bool staysWithNext)
{
    addPart(std::make_unique<PaperLine>(text, InlineTextStyle { font, lineHeight, color }, m_theme, columnWidth(), staysWithNext), gap, m_waiting);
}

void PaperPages::addPart(std::unique_ptr<PaperPart> part, qreal gap, std::vector<PaperUnit> &units)
{
    bool isFirst = true;
    for (PaperUnit &unit : part->units()) {
        unit.part = m_parts.size();
        unit.gap += std::exchange(isFirst, false) ? gap : 0;
        units.push_back(std::move(unit));
    }
    part->releaseLayouts();
    m_parts.push_back(std::move(part));
}

void PaperPages::place(const std::vector<PaperUnit> &units)
{
    const qreal page = columnBottom() - columnTop();
    for (size_t first = 0; first < units.size();) {
        // What stays with what comes next goes to the page of that.
        size_t last = first;
        qreal together = 0;
        while (units[last].staysWithNext && last + 1 < units.size()) {
            together += units[last].height() + units[last + 1].gap;
            ++last;
        }
        const PaperUnit &body = units[last];
        qreal needed = together + body.height();
        if (needed > page) {
            const size_t lines = std::min(LinesBeforeCut, body.cuts.size());
            needed = lines > 0 ? together + body.cuts[lines - 1] - body.top : needed;
        }
        if (m_y > columnTop() && m_y + units[first].gap + needed > columnBottom())
            turnPage();
        for (; first <= last; ++first)
            placeUnit(units[first]);
    }
}

void PaperPages::placeUnit(const PaperUnit &unit)
{
    if (m_y > columnTop())
        m_y += unit.gap;
    if (m_y + unit.height() <= columnBottom())
        addPiece(unit, unit.top, unit.bottom);
    else if (unit.cuts.empty())
        placeSmaller(unit);
    else
        placeInPieces(unit);
}

// A formula of a hundred rows would be cut through its letters.
void PaperPages::placeSmaller(const PaperUnit &unit)
{
    const qreal page = columnBottom() - columnTop();
    if (m_y > columnTop() && unit.height() > columnBottom() - m_y)
        turnPage();
    const qreal scale = std::min(1.0, page / unit.height());
    m_pieces.push_back({ unit.part, m_page, m_y, unit.top, unit.bottom, scale });
    m_y += unit.height() * scale;
}

void PaperPages::placeInPieces(const PaperUnit &unit)
{
    qreal from = unit.top;
    while (from < unit.bottom) {
        const bool goesOn = from > unit.top;
        if (goesOn && unit.repeated > 0 && unit.repeated < columnBottom() - m_y)
            addPiece(unit, unit.top, unit.top + unit.repeated);
        const qreal room = columnBottom() - m_y;
        qreal to = unit.bottom;
        if (to - from > room) {
            const auto after = std::upper_bound(unit.cuts.begin(), unit.cuts.end(), from + room);
            const bool canCut = after != unit.cuts.begin() && *std::prev(after) > from;
            // What cannot be cut here, and is larger than a page, is cut where the page ends.
            to = canCut ? *std::prev(after) : from + room;
        }
        addPiece(unit, from, to);
        from = to;
        if (from < unit.bottom)
            turnPage();
    }
}

// What follows the piece above it without a break becomes one with it: bars of quotes go through.
void PaperPages::addPiece(const PaperUnit &unit, qreal from, qreal to)
{
    if (!m_pieces.empty()) {
        Piece &above = m_pieces.back();
        const bool follows = above.part == unit.part && above.page == m_page && above.scale == 1 && from >= above.to && qAbs(m_y - (above.top + from - above.from)) < 0.01;
        if (follows) {
            above.to = to;
            m_y += to - from;
            return;
        }
    }
    m_pieces.push_back({ unit.part, m_page, m_y, from, to });
    m_y += to - from;
}

void PaperPages::turnPage()
{
    ++m_page;
    m_y = columnTop();
}

void PaperPages::paint(QPainter &painter, int page) const
{
    auto piece = std::lower_bound(m_pieces.begin(), m_pieces.end(), page, [](const Piece &one, int wanted) { return one.page < wanted; });
    for (; piece != m_pieces.end() && piece->page == page; ++piece) {
        painter.save();
        painter.translate(m_paper.margins.left(), piece->top);
        painter.scale(piece->scale, piece->scale);
        painter.translate(0, -piece->from);
        m_parts[piece->part]->paint(painter, piece->from, piece->to);
        m_parts[piece->part]->releaseLayouts();
        painter.restore();
    }
    paintFooter(painter, page);
}

void PaperPages::paintFooter(QPainter &painter, int page) const
{
    const QRectF line(m_paper.margins.left(), columnBottom() + m_theme->steps(4), columnWidth(), m_theme->secondaryLineHeight);
    const QString number = QStringLiteral("%1 / %2").arg(page + 1).arg(pageCount());
    const QFontMetricsF metrics(m_theme->secondary);
    painter.setFont(m_theme->secondary);
    painter.setPen(m_theme->colors.secondary);
    painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), number);
    if (page == 0)
        return;
    const qreal room = line.width() - metrics.horizontalAdvance(number) - m_theme->steps(4);
    painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), metrics.elidedText(m_content.title.simplified(), Qt::ElideRight, room));
}
